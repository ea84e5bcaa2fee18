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

/// A stretch of the history in seconds since 1970, `to` not included.
struct HistoryPart
{
    qint64 from = 0;
    qint64 to = 0;
    bool operator==(const HistoryPart &) const = default;
};

/// The history up to and with `endSeconds`, cut where blocks are cut. promtool reads its whole input once for each block, so a
/// few small inputs take a fifth of the time of one large one.
std::vector<HistoryPart> historyParts(qint64 endSeconds);

/// Writes the good and bad requests of every service at the one-minute points of a part as OpenMetrics for
/// `promtool tsdb create-blocks-from openmetrics`. Labels and rates are those of the live services, so that history and live are one
/// series. Counts are printed whole: rounding them would ruin increase().
bool writeHistory(QIODevice &out, const HistoryPart &part, qint64 endSeconds);

} // namespace Watchfloor
