#pragma once

#include "models/core/clock.h"
#include "models/text/yaml.h"

#include <QTimeZone>

#include <optional>
#include <vector>

namespace Watchfloor {

/// From the first to the last, both of them in it.
struct InclusiveRange
{
    int first = 0;
    int last = 0;
    bool operator==(const InclusiveRange &) const = default;
};

/// Times at which routes are muted or active. Whatever is not told does not restrict; of each list one must hold.
/// Source: Alertmanager's documentation, configuration, `time_interval`.
struct TimeInterval
{
    std::vector<InclusiveRange> times;       ///< minutes of the day, the last one not in it
    std::vector<InclusiveRange> weekdays;    ///< 0: Sunday
    std::vector<InclusiveRange> daysOfMonth; ///< -1: the last one
    std::vector<InclusiveRange> months;      ///< 1: January
    std::vector<InclusiveRange> years;
    QTimeZone zone = QTimeZone::utc();
    bool operator==(const TimeInterval &) const = default;

    bool contains(WallTime time) const;
};

/// Intervals under one name: it is that time while any of them contains it.
struct NamedInterval
{
    QString name;
    std::vector<TimeInterval> intervals;
    bool unread = false; ///< some of it cannot be read here: what it says is not sure
    bool operator==(const NamedInterval &) const = default;

    bool contains(WallTime time) const;
};

/// The times after `from`, in order, at which any of the intervals may begin or end, until `until`. Between two of them nothing changes.
std::vector<WallTime> boundaries(const std::vector<const NamedInterval *> &intervals, WallTime from, WallTime until);

/// Reads one entry of `time_intervals` or `mute_time_intervals`; what cannot be read is a fault and is left out.
NamedInterval readInterval(YamlReader &reader, const YamlNode &node);

} // namespace Watchfloor
