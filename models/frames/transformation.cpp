#include "models/frames/transformation.h"

namespace Watchfloor {

bool isKnownTransformation(const QString &)
{
    return false;
}

std::vector<Frame> transformed(std::vector<Frame> frames, const std::vector<Transformation> &, const FillText &)
{
    return frames;
}

} // namespace Watchfloor
