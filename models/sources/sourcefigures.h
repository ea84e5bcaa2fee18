#pragma once

#include <QtGlobal>

#include <chrono>

namespace Watchfloor {

/// What a source was asked over the last minute for panels, and what that cost.
struct SourceFigures
{
    int queries = 0;                              ///< of them all: for a moment, for a range, for its tail
    int wholes = 0;                               ///< for a whole range
    int tails = 0;                                ///< for what of a range is new
    int skipped = 0;                              ///< left out, because the one before had not come back
    qint64 bytes = 0;                             ///< that came, headers and alerts included
    std::chrono::milliseconds serverTime{};       ///< from request to answer, summed up
    std::chrono::milliseconds latency{};          ///< the median of the latest answers, whenever they came
    std::chrono::milliseconds stretchedTo{};      ///< the interval that the server's latency asks for; 0: it is as wished
    bool operator==(const SourceFigures &) const = default;
};

} // namespace Watchfloor
