#pragma once

#include "models/core/clock.h"

namespace Watchfloor {

/// A span of wall time, start included, end included. Start is never after end.
struct TimeRange
{
    WallTime start{};
    WallTime end{};

    std::chrono::milliseconds length() const { return end - start; }
    bool contains(WallTime time) const { return time >= start && time <= end; }
    bool operator==(const TimeRange &) const = default;
};

/// The range of `length` that ends at `end`.
TimeRange lastUntil(WallTime end, std::chrono::milliseconds length);

/// Start and end moved down to multiples of `step` since 1970, so that the same query asks for the same points.
TimeRange alignedTo(TimeRange range, std::chrono::milliseconds step);

/// A step for about `points` points over the range: at least `minimum`, from a ladder of round steps.
std::chrono::milliseconds roundStep(std::chrono::milliseconds length, int points, std::chrono::milliseconds minimum);

} // namespace Watchfloor
