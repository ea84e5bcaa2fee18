#pragma once

#include "models/core/result.h"

#include <QStringView>

#include <chrono>

/// Intervals as Grafana's data sources read and write them. Sources: Go's time.ParseDuration and Duration.String; gtime of Grafana's
/// plug-in SDK.
namespace Watchfloor::IntervalText {

/// "15", "15s", "1h30m", "1.5h", ">10s", "1d", "2w", "3M" or "1y": a bare number is seconds, a month a twelfth of 365.25 days.
Result<std::chrono::nanoseconds> parsed(const QString &text);

/// The largest whole unit alone: 90 s is "1m", 36 h is "1d", a year has 365 days; below a millisecond "1ms".
QString rough(std::chrono::nanoseconds interval);

/// All of it, as Go writes durations: "2m15s", "1h0m0s", "1.5s", "20ms", "0s".
QString exact(std::chrono::nanoseconds interval);

/// The round interval near a calculated one: 10 ms, 20 ms, … 15 s, … 1 d, 7 d, 30 d, 365 d.
std::chrono::nanoseconds rounded(std::chrono::nanoseconds interval);

} // namespace Watchfloor::IntervalText
