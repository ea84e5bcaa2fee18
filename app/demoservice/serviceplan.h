#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Watchfloor {

/// What a demo service does: the contents of service.json in its git working copy. A release changes it, a restart reads it.
struct ServicePlan
{
    QString version = QStringLiteral("0.0.0");
    double requestsPerSecond = 10;
    double errorRatio = 0;        ///< 0 to 1, met exactly
    double latencyMs = 20;        ///< median of the simulated latency
    double ordersPerRequest = 0;  ///< of those that succeed
    double memoryLimitBytes = 256.0 * 1024 * 1024;
    QStringList external{};         ///< third parties that it leans on

    bool operator==(const ServicePlan &) const = default;
};

/// The plan in `json`, or what is wrong with it. Every member is optional.
Result<ServicePlan> parseServicePlan(const QByteArray &json, const QString &file);

/// The plan of a working copy: its service.json.
Result<ServicePlan> readServicePlan(const QString &directory);

/// The commit that a git working copy stands on, seven digits; "unknown" where there is none. Reads .git alone, runs nothing.
QString checkedOutCommit(const QString &directory);

/// Counts that were reached before this process: where the backfilled history ends.
struct CounterSeed
{
    qint64 good = 0;
    qint64 errors = 0;
    qint64 atMs = 0; ///< since 1970; the traffic from then to now is made up for
    bool operator==(const CounterSeed &) const = default;
};

/// Reads a seed and removes its file, so that a restart counts from zero as any process does. Absent: zero.
CounterSeed takeCounterSeed(const QString &path);

} // namespace Watchfloor
