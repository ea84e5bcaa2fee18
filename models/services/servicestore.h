#pragma once

#include "models/alerts/alertstore.h"
#include "models/health/healthstore.h"
#include "models/metrics/seriesstore.h"
#include "models/services/evidence.h"
#include "models/services/figures.h"
#include "models/services/service.h"
#include "models/slo/slostore.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Watchfloor {

/// The queries behind a service's tile, for the session to watch and for tiles to draw their sparklines.
struct ServiceQueries
{
    QueryKey requestRate;
    QueryKey errorRatio;
    QueryKey latency;
};

class AlertShares;

/// Every service with its roll-up, worst first. It holds nothing of its own that could disagree with the stores below: it is
/// computed from them whenever they change or time passes.
class ServiceStore final : public QObject
{
    Q_OBJECT

public:
    ServiceStore(const SourceStore &sources, const HealthStore &health, const AlertStore &alerts, const SloStore &slos,
                 const SeriesStore &series, QObject *parent = nullptr);
    ~ServiceStore() override;

    /// Works through many new alerts between events; services are as they were before until all are looked at.
    void setSliced(bool sliced);
    /// `source` is the Prometheus that the tiles' figures come from; empty: none.
    void setServices(const std::vector<Service> &services, const QString &source);
    /// A service's running version became known.
    void setCommit(const QString &service, const QString &commit);
    void update(Instant now);

    const std::vector<ServiceStatus> &services() const { return m_services; }
    const ServiceStatus *find(const QString &name) const;
    /// The same three for every service: one request each, its series told apart by labels.
    ServiceQueries queriesOf(const QString &service) const;
    /// Everything that must be asked for the roll-up, at the source's interval: the three figures and the scrape targets.
    std::vector<QueryKey> queries() const;
    /// The service an alert belongs to: all of whose labels it has; empty: none.
    QString serviceOf(const Labels &labels) const;
    /// The same for an alert of the store, which is looked up once: a place among declared().
    std::optional<size_t> ownerOf(const Alert &alert) const;
    /// The open alerts of a place among declared(), worst first, so many as are worth looking at. As long as the alerts do not change.
    std::vector<const Alert *> openAlerts(size_t service) const;
    const std::vector<Service> &declared() const { return m_declared; }
    /// How many of everything watched are in each state: services, endpoints outside services, sources, and open alerts that are no
    /// service's.
    StateCounts counts(Instant now) const;
    /// The one state of everything: the tray's colour.
    State overall(Instant now) const { return counts(now).worst(); }

Q_SIGNALS:
    void changed();

private:
    ServiceStatus judged(size_t service, const std::vector<Evidence> &visibility, Instant now) const;
    std::vector<Evidence> ownEvidence(size_t service, Instant now) const;
    void addFigures(std::vector<Evidence> &evidence, size_t service, Instant now) const;
    void addTargets(std::vector<Evidence> &evidence, size_t service, Instant now) const;
    ServiceFigure figure(const FigureIndex &figures, size_t service, State byAlerts, Instant now) const;
    void addBudget(ServiceStatus &status) const;
    State stateOfDependency(const QString &name, const std::vector<ServiceStatus> &services, Instant now) const;

    const SourceStore &m_sources;
    const HealthStore &m_health;
    const AlertStore &m_alerts;
    const SloStore &m_slos;
    const SeriesStore &m_series;
    std::vector<Service> m_declared;
    std::vector<ServiceStatus> m_services;
    std::map<QString, QString> m_commits;
    QString m_source;
    ServiceIndex m_index;
    FigureIndex m_requestRate{FigureIndex::Together::Sum};
    FigureIndex m_errorRatio{FigureIndex::Together::Largest};
    FigureIndex m_latency{FigureIndex::Together::Largest};
    FigureIndex m_targets{FigureIndex::Together::Sum};
    std::unique_ptr<AlertShares> m_alertShares;
};

} // namespace Watchfloor
