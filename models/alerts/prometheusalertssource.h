#pragma once

#include "models/alerts/alert.h"
#include "models/metrics/prometheusclient.h"

#include <QObject>

namespace Watchfloor {

/// Alerts, rules, external labels and build of one Prometheus; the caller decides when.
class PrometheusAlertsSource final : public QObject
{
    Q_OBJECT

public:
    PrometheusAlertsSource(PrometheusClient &client, QObject *parent = nullptr);
    void poll();

Q_SIGNALS:
    void finished(const Watchfloor::PrometheusAlertsSnapshot &snapshot, const QString &version, std::chrono::milliseconds latency);
    void failed(const Watchfloor::Error &error);

private:
    PrometheusClient &m_client;
    bool m_underWay = false;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::PrometheusAlertsSnapshot)
