#pragma once

#include "models/core/timerange.h"
#include "models/core/unit.h"

#include <QString>

#include <vector>

namespace Watchfloor {

/// An axis of numbers with a round step. On a logarithmic one ends and step are powers of the base: -3 to -1 is 0.1 % to 10 %.
/// With `linear` it is a symmetric one: even up to that value on both sides of zero (position 1), powers of it beyond.
struct ValueScale
{
    double minimum = 0;
    double maximum = 1;
    double step = 0.25;
    bool logarithmic = false;
    double base = 10;
    double linear = 0;
    bool operator==(const ValueScale &) const = default;

    int tickCount() const;
    /// The first multiple of the step on the axis: its lower end, unless somebody fixed that elsewhere.
    double firstTick() const;
    /// Where a value stands between minimum and maximum, in their terms.
    double position(double value) const;
    /// The value at a place in those terms.
    double valueOf(double position) const;
    /// The value at a tick.
    double valueAt(int tick) const { return valueOf(firstTick() + tick * step); }
};

/// Whole powers of the base around positive data; at most six decades of them, counted from the greatest.
ValueScale logarithmicScale(double minimum, double maximum, double base = 10, int ticks = 6);
/// Powers of the base beyond `linear`, around data of both signs.
ValueScale symmetricScale(double minimum, double maximum, double linear, double base, int ticks);

/// A scale that holds both ends in about `ticks` steps. Zero is included when the data is near it or `fromZero` says so.
ValueScale niceScale(double minimum, double maximum, int ticks, bool fromZero);
/// `current` while it still serves (holds the data, and the data fills half of it), else a new one: an axis that
/// follows every sample costs more than the lines and cannot be read.
ValueScale steadyScale(const ValueScale &current, double minimum, double maximum, int ticks, bool fromZero);

/// Labels of a scale: as few decimals as are exact, "0 %" "1.5 %"; or as many as `decimals` says.
QString scaleLabel(double value, const ValueScale &scale, const Unit &unit, int decimals = -1);

/// Round moments inside the range, at most `count`, in local time: 02:15 02:30 02:45.
std::vector<WallTime> timeTicks(TimeRange range, int count);
/// A tick's text for a range of this length: seconds, minutes or days.
QString timeTickText(WallTime time, std::chrono::milliseconds length);
/// The range with its right end moved up to a multiple of a fortieth of its length, so that axes move in steps.
TimeRange snapped(TimeRange range);

} // namespace Watchfloor
