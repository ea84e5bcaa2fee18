#pragma once

#include <QByteArray>
#include <QString>

#include <span>
#include <vector>

namespace Watchfloor {

/// One service of the demo platform: what it does when it is well.
struct DemoService
{
    QString name;
    double requestsPerSecond;
    double errorRatio; ///< share of requests that fail on a good day
    double latencyMs;  ///< median
    double ordersPerRequest;
    QString external;  ///< third party, may be empty
    std::vector<QString> releases; ///< subjects of the good commits, oldest first
    QString badRelease;            ///< subject of the commit that breaks it
};

/// A past hour that cost budget: from `beforeEnd` seconds before the end of the history for `seconds`, at `errorRatio`.
struct DemoIncident
{
    QString service;
    qint64 beforeEnd;
    qint64 seconds;
    double errorRatio;
};

const std::vector<DemoService> &demoServices();
const DemoService *demoService(const QString &name);

/// The two incidents of the last 30 days; each struck payment and one more.
const std::vector<DemoIncident> &demoIncidents();

/// The service.json of a good release, `number` from 0, or of a bad one: 4.71 % errors and five times the latency.
QByteArray goodRelease(const DemoService &service, int number);
QByteArray badRelease(const DemoService &service, int number);

/// What a bad release raises the error ratio to.
inline constexpr double badErrorRatio = 0.0471;

} // namespace Watchfloor
