#include "app/demoservice/demoserver.h"

#include <QDateTime>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

constexpr int tickMs = 250;

Traffic seededTraffic(const ServicePlan &plan, const QString &seedFile)
{
    const CounterSeed seed = takeCounterSeed(seedFile);
    return Traffic(plan, seed, seed.atMs > 0 ? QDateTime::currentMSecsSinceEpoch() - seed.atMs : 0);
}

QHttpServerResponse answer(const HealthPage &page)
{
    return QHttpServerResponse("application/json", page.body, QHttpServerResponse::StatusCode(page.status));
}

} // namespace

DemoServer::DemoServer(const Options &options, const ServicePlan &plan, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_plan(plan)
    , m_commit(checkedOutCommit(options.directory))
    , m_traffic(seededTraffic(plan, options.seedFile))
    , m_cache(options.redisPort)
    , m_startedAt(double(QDateTime::currentMSecsSinceEpoch()) / 1000)
{
    m_since.start();
    m_tick.setTimerType(Qt::CoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, &DemoServer::advance);
    m_tick.start(tickMs);
    addRoutes();
}

bool DemoServer::listen()
{
    m_port = m_server.listen(QHostAddress(QHostAddress::LocalHost), m_options.port);
    return m_port != 0;
}

void DemoServer::addRoutes()
{
    m_server.route(u"/metrics"_s, QHttpServerRequest::Method::Get,
                   [this] { return QHttpServerResponse("text/plain; version=0.0.4; charset=utf-8", metrics()); });
    m_server.route(u"/api/health/system"_s, QHttpServerRequest::Method::Get, [this] {
        return answer(systemPage(identity(), m_plan, m_traffic.plannedP95(), double(m_since.elapsed()) / 1000));
    });
    m_server.route(u"/api/health/database"_s, QHttpServerRequest::Method::Get, [this] {
        const std::optional<CacheHealth> cache = m_cache.health();
        return answer(databasePage(identity(), cache, m_cache.lastError()));
    });
    m_server.route(u"/api/health/external"_s, QHttpServerRequest::Method::Get,
                   [this] { return answer(externalPage(identity(), m_plan)); });
}

void DemoServer::advance()
{
    const qint64 first = m_traffic.requests();
    const qint64 came = m_traffic.advance(m_since.elapsed());
    const qint64 found = m_cache.hits(first, came);
    m_hits += found;
    m_misses += came - found;
}

QByteArray DemoServer::metrics()
{
    advance();
    return metricsPage({.service = m_options.service,
                        .commit = m_commit,
                        .plan = m_plan,
                        .cacheHits = m_hits,
                        .cacheMisses = m_misses,
                        .residentBytes = residentBytes(),
                        .startedAt = m_startedAt},
                       m_traffic);
}

ServiceIdentity DemoServer::identity() const
{
    return {m_options.service, m_commit, m_plan.version};
}

} // namespace Watchfloor
