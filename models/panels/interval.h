#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

namespace Watchfloor {

/// What the step of a query follows from.
struct IntervalRequest
{
    WallTime from{};
    WallTime to{};
    QString scrapeInterval;      ///< of the source: "15s"; empty: 15 s
    QString minimumStep;         ///< of the query: "1m", "$__interval", "$__rate_interval"; empty: none
    qint64 intervalFactor = 1;   ///< of old dashboards; 0 is 1
    qint64 maximumPoints = 0;    ///< 0: 1,500
    /// What the panel's width gives, by `panelInterval`; 0: unknown. With `maximumPoints` no step is finer.
    std::chrono::milliseconds interval{};
};

/// Step and range of a query, and what its macros stand for.
struct QueryInterval
{
    std::chrono::nanoseconds step{};
    std::chrono::nanoseconds rateInterval{};
    std::chrono::nanoseconds range{}; ///< as asked for, not aligned
    std::chrono::nanoseconds from{};  ///< since 1970, on the step's grid
    std::chrono::nanoseconds to{};

    std::chrono::milliseconds stepMilliseconds() const { return std::chrono::duration_cast<std::chrono::milliseconds>(step); }
};

/// As Grafana's Prometheus data source reckons. Fails where an interval is no interval.
/// Source: Grafana, pkg/promlib/models/query.go and intervalv2.
Result<QueryInterval> queryInterval(const IntervalRequest &request);

/// The interval that so many points over so long a range give, no finer than `least`: what a panel asks with and shows as its
/// interval. Source: Grafana, packages/grafana-data/src/datetime/rangeutil.ts, calculateInterval.
std::chrono::milliseconds panelInterval(std::chrono::milliseconds range, qint64 points, std::chrono::milliseconds least);

/// `expression` with $__interval, $__interval_ms, $__interval_s, $__range, $__range_s, $__range_ms, $__rate_interval,
/// $__rate_interval_ms and $__rate_interval_s filled in, each also in braces.
QString withIntervals(QString expression, const QueryInterval &interval);

} // namespace Watchfloor
