#include "models/session/stores.h"

namespace Watchfloor {

namespace {

template <typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

Stores::Stores()
    : alerts(sources)
    , routing(sources, alerts)
    , services(sources, health, alerts, slos, series)
{
}

void Stores::setWorkspace(const Workspace &workspace)
{
    m_workspace = workspace;
    setSources();
    health.setEndpoints(workspace.endpoints);
    alerts.setPolicy(workspace.alertPolicy);
    filters.setDeclared(workspace.filters);
    maintenance.setWindows(workspace.maintenance);
    slos.setPolicy(workspace.burnPolicy);
    slos.setObjectives(workspace.objectives);
    runs.setRunbooks(workspace.runbooks);
    const SourceSpec *figures = figuresSource();
    services.setServices(workspace.services, figures ? figures->name : QString());
}

void Stores::setRuleSource(const std::optional<SourceSpec> &source)
{
    if (m_ruleSource == source)
        return;
    m_ruleSource = source;
    setSources();
}

void Stores::setSources()
{
    std::vector<SourceSpec> all = m_workspace.sources;
    if (m_ruleSource)
        all.push_back(*m_ruleSource);
    sources.setSources(all);
}

const SourceSpec *Stores::figuresSource() const
{
    const auto found = std::find_if(m_workspace.sources.begin(), m_workspace.sources.end(),
                                    [](const SourceSpec &spec) { return spec.kind == SourceKind::Prometheus; });
    return found == m_workspace.sources.end() ? nullptr : &*found;
}

void Stores::apply(const Observation &observation)
{
    const QString &source = observation.source;
    const Instant now = observation.at;
    const WallTime wall = observation.wall;
    std::visit(Overloaded{
                   [&](const SourceAnswer &answer) { sources.apply(source, answer, now); },
                   [&](const SourceFailure &failure) { sources.applyFailure(source, failure.error, now); },
                   [&](const SourceFigures &figures) { sources.apply(source, figures); },
                   [&](const AlertmanagerSnapshot &snapshot) { alerts.apply(source, snapshot, now, wall); },
                   [&](const PrometheusAlertsSnapshot &snapshot) { alerts.apply(source, snapshot, now, wall); },
                   [&](const ConsoleAlertsSnapshot &snapshot) { alerts.apply(source, snapshot, now, wall); },
                   [&](const SelectorPresence &presence) { alerts.apply(presence, now, wall); },
                   [&](const MetricsSnapshot &snapshot) { metrics.apply(source, snapshot, now); },
                   [&](const ProbeResult &result) { health.apply(result, now, wall); },
                   [&](const QuerySnapshot &snapshot) { series.apply(snapshot, now, wall); },
                   [&](const SloSnapshot &snapshot) { slos.apply(snapshot, now); },
                   [&](const Mark &mark) { marks.apply(mark); },
                   [&](const Run &run) { runs.apply(run); },
                   [&](const RunOutput &output) { runs.appendOutput(output.run, output.text); },
                   [&](const AcknowledgementChange &change) {
                       if (change.acknowledgement)
                           alerts.acknowledge(change.fingerprint, *change.acknowledgement);
                       else
                           alerts.unacknowledge(change.fingerprint);
                   },
                   [&](const AlertDismissal &dismissal) { alerts.dismiss(dismissal.fingerprint); },
                   [&](const ServiceVersion &version) { services.setCommit(version.service, version.commit); },
                   [&](const OwnFilters &own) { filters.setOwn(own.filters); },
                   [&](const MaintenanceReport &report) { maintenance.apply(report); },
                   [&](const Delivery &delivery) { deliveries.apply(delivery); },
                   [&](const RuleReport &report) { rules.apply(report); },
               },
               observation.body);
}

void Stores::applyShared(const std::shared_ptr<const Observation> &observation)
{
    const Observation &said = *observation;
    if (const auto *snapshot = std::get_if<AlertmanagerSnapshot>(&said.body))
        alerts.apply(said.source, std::shared_ptr<const AlertmanagerSnapshot>(observation, snapshot), said.at, said.wall);
    else if (const auto *raised = std::get_if<PrometheusAlertsSnapshot>(&said.body))
        alerts.apply(said.source, std::shared_ptr<const PrometheusAlertsSnapshot>(observation, raised), said.at, said.wall);
    else
        apply(said);
}

void Stores::tick(Instant now, WallTime wall)
{
    alerts.tick(now, wall);
    maintenance.tick(wall);
    services.update(now);
}

} // namespace Watchfloor
