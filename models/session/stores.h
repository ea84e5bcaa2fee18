#pragma once

#include "models/alerts/alertstore.h"
#include "models/alerts/filterstore.h"
#include "models/health/healthstore.h"
#include "models/marks/markstore.h"
#include "models/metrics/metricsstore.h"
#include "models/metrics/seriesstore.h"
#include "models/routing/routingstore.h"
#include "models/rules/rulestore.h"
#include "models/runbooks/runstore.h"
#include "models/services/servicestore.h"
#include "models/session/observation.h"
#include "models/silences/maintenancestore.h"
#include "models/slo/slostore.h"
#include "models/sources/sourcestore.h"
#include "models/webhooks/deliverystore.h"
#include "models/workspace/workspace.h"

namespace Watchfloor {

/// All that is true now, and the one way in. Built top to bottom, each store over those above it.
class Stores final
{
public:
    Stores();

    /// Takes over what a workspace declares; what stays as it was keeps its history.
    void setWorkspace(const Workspace &workspace);
    void apply(const Observation &observation);
    /// The same for one that may be kept while it is worked through.
    void applyShared(const std::shared_ptr<const Observation> &observation);
    /// The source that evaluates the workspace's rule files; absent: nobody does.
    void setRuleSource(const std::optional<SourceSpec> &source);
    const SourceSpec *ruleSource() const { return m_ruleSource ? &*m_ruleSource : nullptr; }
    /// Time passed: ages grew, and with them what may be claimed.
    void tick(Instant now, WallTime wall);

    const Workspace &workspace() const { return m_workspace; }
    /// The Prometheus that tells of services: the only one, else the first; null where there is none.
    const SourceSpec *figuresSource() const;

    SourceStore sources;
    MarkStore marks;
    SeriesStore series;
    MetricsStore metrics;
    HealthStore health;
    AlertStore alerts;
    FilterStore filters;
    RoutingStore routing;
    MaintenanceStore maintenance;
    DeliveryStore deliveries;
    RuleStore rules;
    SloStore slos;
    RunStore runs;
    ServiceStore services;

private:
    void setSources();

    Workspace m_workspace;
    std::optional<SourceSpec> m_ruleSource;
};

} // namespace Watchfloor
