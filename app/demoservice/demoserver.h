#pragma once

#include "app/demoservice/cachekeys.h"
#include "app/demoservice/exposition.h"
#include "app/demoservice/healthpages.h"

#include <QElapsedTimer>
#include <QHttpServer>
#include <QObject>
#include <QTimer>

namespace Watchfloor {

/// One demo service: makes its own traffic, looks its keys up in redis and answers /metrics and /api/health/... on loopback.
class DemoServer final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString service;
        quint16 port = 0; ///< 0: any free one
        quint16 redisPort = 0;
        QString directory{};
        QString seedFile{};
    };

    DemoServer(const Options &options, const ServicePlan &plan, QObject *parent = nullptr);

    /// Listens; false when the port is taken.
    bool listen();
    quint16 port() const { return m_port; }

private:
    void addRoutes();
    /// Brings the traffic up to now, cache look-ups included.
    void advance();
    QByteArray metrics();
    ServiceIdentity identity() const;

    Options m_options;
    ServicePlan m_plan;
    QString m_commit;
    Traffic m_traffic;
    CacheKeys m_cache;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
    double m_startedAt;
    QElapsedTimer m_since;
    QTimer m_tick;
    QHttpServer m_server;
    quint16 m_port = 0;
};

} // namespace Watchfloor
