#pragma once

#include "models/frames/fieldmatcher.h"
#include "models/frames/steps.h"

namespace Watchfloor {

enum class JoinMode {
    Outer,        ///< a row for every key there is; frames of equal keys keep their rows
    Inner,        ///< a row for every combination of rows whose keys are in all frames
    OuterTabular, ///< a row for every combination of rows of equal keys and for every row that stands alone
};

/// One frame out of several: first the key, then all other fields in their order. Each frame is joined on its first field that `key` is for, a
/// frame without one is left out. Absent where none has one.
std::optional<Frame> joinedFrames(const Frames &frames, const FieldSelection &key, JoinMode mode);

} // namespace Watchfloor
