#pragma once

#include "models/alerts/alert.h"
#include "models/metrics/prometheusclient.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Watchfloor {

/// Alerts, rules, external labels and build of one Prometheus; the caller decides when.
class PrometheusAlertsSource final : public QObject
{
    Q_OBJECT

public:
    PrometheusAlertsSource(PrometheusClient &client, QObject *parent = nullptr);
    void poll();

Q_SIGNALS:
    /// What is pointed to belongs to the receiver: copies of 10,000 alerts cost more than all the rest.
    void finished(const std::shared_ptr<Watchfloor::PrometheusAlertsSnapshot> &snapshot, const QString &version,
                  std::chrono::milliseconds latency);
    void failed(const Watchfloor::Error &error);

private:
    struct Round;
    void askAlerts(const std::shared_ptr<Round> &round);
    void askRules(const std::shared_ptr<Round> &round);
    void askConfiguration(const std::shared_ptr<Round> &round);
    void askBuild(const std::shared_ptr<Round> &round);
    void settle(const std::shared_ptr<Round> &round, const std::optional<Error> &error = {});

    PrometheusClient &m_client;
    bool m_underWay = false;
    std::optional<Labels> m_externalLabels; ///< absent: to be asked
    QString m_version;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::PrometheusAlertsSnapshot)
