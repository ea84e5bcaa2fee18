#pragma once

#include "app/demoservice/serviceplan.h"
#include "app/demoservice/traffic.h"

namespace Watchfloor {

/// Everything that /metrics says of a demo service at one moment.
struct ServiceFigures
{
    QString service;
    QString commit;
    ServicePlan plan;
    qint64 cacheHits = 0;
    qint64 cacheMisses = 0;
    qint64 residentBytes = 0;
    double startedAt = 0; ///< seconds since 1970
};

/// The page in Prometheus' text format 0.0.4.
QByteArray metricsPage(const ServiceFigures &figures, const Traffic &traffic);

/// Resident memory of this process, from /proc; 0 where there is none.
qint64 residentBytes();

} // namespace Watchfloor
