#pragma once

#include "models/alerts/alertmanagersource.h"
#include "models/alerts/prometheusalertssource.h"
#include "models/health/endpointprobe.h"
#include "models/http/httpclient.h"
#include "models/metrics/metricssource.h"
#include "models/metrics/prometheusclient.h"
#include "models/session/observation.h"
#include "models/sources/source.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Watchfloor {

/// A source brought to life: its client, what reads it, and its clockwork. What comes back leaves as observations.
class SourceConnection final : public QObject
{
    Q_OBJECT

public:
    SourceConnection(SourceSpec spec, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent = nullptr);

    const SourceSpec &spec() const { return m_spec; }
    HttpClient &http() { return m_http; }
    /// Null for other kinds.
    PrometheusClient *prometheus() { return m_prometheus.get(); }
    AlertmanagerSource *alertmanager() { return m_alertmanager.get(); }

    /// Polls now and then at the source's interval.
    void start();
    void poll();

Q_SIGNALS:
    /// Shared, so that whoever works through 10,000 alerts in slices need not copy them.
    void observed(const std::shared_ptr<const Watchfloor::Observation> &observation);
    /// A round ended, validly or not.
    void roundEnded();

private:
    void wirePrometheus();
    void wireAlertmanager();
    void wireMetrics();
    void fail(const Error &error);
    void tell(Observation::Body body);

    SourceSpec m_spec;
    const Clock &m_clock;
    HttpClient m_http;
    std::unique_ptr<PrometheusClient> m_prometheus;
    std::unique_ptr<PrometheusAlertsSource> m_alerts;
    std::unique_ptr<AlertmanagerSource> m_alertmanager;
    std::unique_ptr<MetricsSource> m_metrics;
    QTimer m_timer;
    Instant m_askedAt{};
};

/// An endpoint brought to life. Endpoints of one server share its client.
class EndpointConnection final : public QObject
{
    Q_OBJECT

public:
    EndpointConnection(Endpoint endpoint, HttpClient &http, QObject *parent = nullptr);
    const Endpoint &endpoint() const { return m_probe.endpoint(); }
    void start();
    void poll();

Q_SIGNALS:
    void observed(const QString &source, const Watchfloor::Observation::Body &body);
    void roundEnded();

private:
    EndpointProbe m_probe;
    QTimer m_timer;
};

} // namespace Watchfloor
