#pragma once

#include "models/alerts/alertstore.h"
#include "models/health/healthstore.h"
#include "models/metrics/seriesstore.h"
#include "models/services/service.h"
#include "models/slo/slostore.h"

#include <QObject>

#include <vector>

namespace Watchfloor {

/// The queries behind a service's tile, for the session to watch and for tiles to draw their sparklines.
struct ServiceQueries
{
    QueryKey requestRate;
    QueryKey errorRatio;
    QueryKey latency;
};

/// Every service with its roll-up, worst first. It holds nothing of its own that could disagree with the stores below: it is
/// computed from them whenever they change or time passes.
class ServiceStore final : public QObject
{
    Q_OBJECT

public:
    ServiceStore(const SourceStore &sources, const HealthStore &health, const AlertStore &alerts, const SloStore &slos,
                 const SeriesStore &series, QObject *parent = nullptr);

    /// `source` is the Prometheus that the tiles' figures come from; empty: none.
    void setServices(const std::vector<Service> &services, const QString &source);
    /// A service's running version became known.
    void setCommit(const QString &service, const QString &commit);
    void update(Instant now);

    const std::vector<ServiceStatus> &services() const { return m_services; }
    const ServiceStatus *find(const QString &name) const;
    ServiceQueries queriesOf(const QString &service) const;
    /// The service an alert belongs to: all of whose labels it has; empty: none.
    QString serviceOf(const Labels &labels) const;
    /// How many of everything watched are in each state: services, endpoints outside services, sources.
    StateCounts counts(Instant now) const;
    /// The one state of everything: the tray's colour.
    State overall(Instant now) const { return counts(now).worst(); }

Q_SIGNALS:
    void changed();

private:
    ServiceStatus judged(const Service &service, Instant now) const;

    const SourceStore &m_sources;
    const HealthStore &m_health;
    const AlertStore &m_alerts;
    const SloStore &m_slos;
    const SeriesStore &m_series;
    std::vector<Service> m_declared;
    std::vector<ServiceStatus> m_services;
    std::map<QString, QString> m_commits;
    QString m_source;
};

} // namespace Watchfloor
