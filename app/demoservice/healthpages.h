#pragma once

#include "app/demoservice/cachekeys.h"
#include "app/demoservice/serviceplan.h"

#include <QByteArray>

#include <optional>

namespace Watchfloor {

/// A health page: its HTTP status and JSON body.
struct HealthPage
{
    int status = 200;
    QByteArray body;
};

/// Who answers.
struct ServiceIdentity
{
    QString service;
    QString commit;
    QString version;
};

/// The service itself: degraded above 1 % errors or 100 ms at the 95th percentile.
HealthPage systemPage(const ServiceIdentity &identity, const ServicePlan &plan, double p95Seconds, double uptimeSeconds);
/// Its database, the redis: unhealthy and 503 when that does not answer.
HealthPage databasePage(const ServiceIdentity &identity, const std::optional<CacheHealth> &cache, const QString &error);
/// The third parties it leans on.
HealthPage externalPage(const ServiceIdentity &identity, const ServicePlan &plan);

} // namespace Watchfloor
