#include "models/session/connection.h"

namespace Watchfloor {

SourceConnection::SourceConnection(SourceSpec spec, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_clock(clock)
    , m_http(m_spec.target, clock, std::move(secrets))
{
    m_timer.setInterval(int(m_spec.interval.count()));
    connect(&m_timer, &QTimer::timeout, this, &SourceConnection::poll);
    switch (m_spec.kind) {
    case SourceKind::Prometheus:
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
    m_prometheus = std::make_unique<PrometheusClient>(m_http);
    m_alerts = std::make_unique<PrometheusAlertsSource>(*m_prometheus);
    connect(m_alerts.get(), &PrometheusAlertsSource::failed, this, &SourceConnection::fail);
    connect(m_alerts.get(), &PrometheusAlertsSource::finished, this,
            [this](PrometheusAlertsSnapshot snapshot, const QString &version, std::chrono::milliseconds latency) {
                if (snapshot.externalLabels.isEmpty())
                    snapshot.externalLabels = m_spec.externalLabels;
                Q_EMIT observed(m_spec.name, SourceAnswer{version, latency, 0});
                Q_EMIT observed(m_spec.name, std::move(snapshot));
                Q_EMIT roundEnded();
            });
}

void SourceConnection::wireAlertmanager()
{
    m_alertmanager = std::make_unique<AlertmanagerSource>(m_http);
    connect(m_alertmanager.get(), &AlertmanagerSource::failed, this, &SourceConnection::fail);
    connect(m_alertmanager.get(), &AlertmanagerSource::finished, this,
            [this](const AlertmanagerSnapshot &snapshot, std::chrono::milliseconds latency) {
                Q_EMIT observed(m_spec.name, SourceAnswer{snapshot.version, latency, 0});
                Q_EMIT observed(m_spec.name, snapshot);
                Q_EMIT roundEnded();
            });
}

void SourceConnection::wireMetrics()
{
    m_metrics = std::make_unique<MetricsSource>(m_http);
    connect(m_metrics.get(), &MetricsSource::failed, this, &SourceConnection::fail);
    connect(m_metrics.get(), &MetricsSource::finished, this, [this](const MetricsSnapshot &snapshot) {
        Q_EMIT observed(m_spec.name, SourceAnswer{{}, m_clock.now() - m_askedAt, 0});
        Q_EMIT observed(m_spec.name, snapshot);
        Q_EMIT roundEnded();
    });
}

void SourceConnection::fail(const Error &error)
{
    Q_EMIT observed(m_spec.name, SourceFailure{error});
    Q_EMIT roundEnded();
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
