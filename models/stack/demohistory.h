#pragma once

#include "models/stack/demoservices.h"

#include <QIODevice>

namespace Watchfloor {

/// Where a service's counters stand at one moment.
struct CounterPair
{
    qint64 good = 0;
    qint64 errors = 0;
    bool operator==(const CounterPair &) const = default;
};

/// How far back the counters of the platform reach, in seconds.
inline constexpr qint64 historySeconds = 30 * 86'400;

/// The counters of a service `sinceStart` seconds after the history began, incidents included.
CounterPair countersAt(const DemoService &service, qint64 sinceStart);

/// Writes the good and bad requests of every service at one-minute points up to `endSeconds` (since 1970) as OpenMetrics for
/// `promtool tsdb create-blocks-from openmetrics`. Labels and rates are those of the live services, so that history and live are one
/// series. Counts are printed whole: rounding them would ruin increase().
bool writeHistory(QIODevice &out, qint64 endSeconds);

} // namespace Watchfloor
