#pragma once

#include "models/core/timerange.h"
#include "models/core/unit.h"

#include <QString>

#include <vector>

namespace Watchfloor {

/// An axis of numbers with round ends and a round step. On a logarithmic one ends and step are powers of ten: -3 to -1 is 0.1 %
/// to 10 %.
struct ValueScale
{
    double minimum = 0;
    double maximum = 1;
    double step = 0.25;
    bool logarithmic = false;
    bool operator==(const ValueScale &) const = default;

    int tickCount() const;
    /// Where a value stands between minimum and maximum, in their terms.
    double position(double value) const;
    /// The value at a tick.
    double valueAt(int tick) const;
};

/// Whole powers of ten around positive data; at most six of them, counted from the greatest.
ValueScale logarithmicScale(double minimum, double maximum);

/// A scale that holds both ends in about `ticks` steps. Zero is included when the data is near it or `fromZero` says so.
ValueScale niceScale(double minimum, double maximum, int ticks, bool fromZero);
/// `current` while it still serves (holds the data, and the data fills half of it), else a new one: an axis that
/// follows every sample costs more than the lines and cannot be read.
ValueScale steadyScale(const ValueScale &current, double minimum, double maximum, int ticks, bool fromZero);

/// Labels of a scale: one number of decimals for all of them, "0 %" "1.5 %".
QString scaleLabel(double value, const ValueScale &scale, const Unit &unit);

/// Round moments inside the range, at most `count`, in local time: 02:15 02:30 02:45.
std::vector<WallTime> timeTicks(TimeRange range, int count);
/// A tick's text for a range of this length: seconds, minutes or days.
QString timeTickText(WallTime time, std::chrono::milliseconds length);
/// The range with its right end moved up to a multiple of a fortieth of its length, so that axes move in steps.
TimeRange snapped(TimeRange range);

} // namespace Watchfloor
