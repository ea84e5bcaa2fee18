#include "models/session/connection.h"

#include <QThreadPool>

namespace Watchfloor {

namespace {
/// Objectives, metadata and single questions need not wait for panels.
constexpr int spareConnections = 2;

bool isAboutAlerts(const Observation::Body &body)
{
    return std::holds_alternative<AlertmanagerSnapshot>(body) || std::holds_alternative<PrometheusAlertsSnapshot>(body);
}
}

SourceConnection::SourceConnection(SourceSpec spec, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_clock(clock)
    , m_http(m_spec.target, clock, std::move(secrets))
{
    using namespace std::chrono_literals;
    // An answer that takes longer than two intervals is stale when it comes.
    m_http.setLimits(m_spec.bodyLimitBytes, std::clamp<std::chrono::milliseconds>(2 * m_spec.interval, 1s, 10s));
    m_timer.setInterval(int(m_spec.interval.count()));
    connect(&m_timer, &QTimer::timeout, this, &SourceConnection::poll);
    switch (m_spec.kind) {
    case SourceKind::Prometheus:
    case SourceKind::Rules:
        wirePrometheus();
        break;
    case SourceKind::Alertmanager:
        wireAlertmanager();
        break;
    case SourceKind::Metrics:
        wireMetrics();
        break;
    case SourceKind::Endpoints:
        break;
    }
}

void SourceConnection::start()
{
    m_timer.start();
    poll();
}

void SourceConnection::poll()
{
    if (m_http.inFlight() == 0)
        m_askedAt = m_clock.now();
    if (m_alerts)
        m_alerts->poll();
    else if (m_alertmanager)
        m_alertmanager->poll();
    else if (m_metrics)
        m_metrics->poll();
}

void SourceConnection::wirePrometheus()
{
    m_http.setBulkConnections(m_spec.concurrency + spareConnections);
    m_prometheus = std::make_unique<PrometheusClient>(m_http);
    m_prometheus->setSeriesLimit(m_spec.seriesLimit);
    m_alerts = std::make_unique<PrometheusAlertsSource>(*m_prometheus);
    connect(m_alerts.get(), &PrometheusAlertsSource::failed, this, &SourceConnection::fail);
    connect(m_alerts.get(), &PrometheusAlertsSource::finished, this,
            [this](const std::shared_ptr<PrometheusAlertsSnapshot> &snapshot, const QString &version, std::chrono::milliseconds latency) {
                if (snapshot->externalLabels.isEmpty())
                    snapshot->externalLabels = m_spec.externalLabels;
                tell(SourceAnswer{version, latency, 0});
                tell(std::move(*snapshot));
                Q_EMIT roundEnded();
            });
}

void SourceConnection::wireAlertmanager()
{
    m_alertmanager = std::make_unique<AlertmanagerSource>(m_http);
    connect(m_alertmanager.get(), &AlertmanagerSource::failed, this, &SourceConnection::fail);
    connect(m_alertmanager.get(), &AlertmanagerSource::finished, this,
            [this](const std::shared_ptr<AlertmanagerSnapshot> &snapshot, std::chrono::milliseconds latency) {
                tell(SourceAnswer{snapshot->version, latency, 0});
                tell(std::move(*snapshot));
                Q_EMIT roundEnded();
            });
}

void SourceConnection::wireMetrics()
{
    m_metrics = std::make_unique<MetricsSource>(m_http);
    connect(m_metrics.get(), &MetricsSource::failed, this, &SourceConnection::fail);
    connect(m_metrics.get(), &MetricsSource::finished, this, [this](const MetricsSnapshot &snapshot) {
        tell(SourceAnswer{{}, m_clock.now() - m_askedAt, 0});
        tell(snapshot);
        Q_EMIT roundEnded();
    });
}

void SourceConnection::fail(const Error &error)
{
    tell(SourceFailure{error});
    Q_EMIT roundEnded();
}

void SourceConnection::tell(Observation::Body body)
{
    auto observation = std::make_shared<const Observation>(Observation{m_spec.name, m_clock.now(), m_clock.wall(), std::move(body)});
    Q_EMIT observed(observation);
    // The strings of 10,000 alerts take milliseconds to free; the main loop need not wait for that.
    if (isAboutAlerts(observation->body))
        QThreadPool::globalInstance()->start([last = std::move(observation)]() mutable { last.reset(); });
}

EndpointConnection::EndpointConnection(Endpoint endpoint, HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_probe(std::move(endpoint), http)
{
    m_timer.setInterval(int(m_probe.endpoint().interval.count()));
    connect(&m_timer, &QTimer::timeout, this, &EndpointConnection::poll);
    connect(&m_probe, &EndpointProbe::finished, this, [this](const ProbeResult &result) {
        Q_EMIT observed(result.endpoint, result);
        Q_EMIT roundEnded();
    });
}

void EndpointConnection::start()
{
    m_timer.start();
    poll();
}

void EndpointConnection::poll()
{
    m_probe.run();
}

} // namespace Watchfloor
