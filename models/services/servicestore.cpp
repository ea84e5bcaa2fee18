#include "models/services/servicestore.h"

#include "models/core/format.h"
#include "models/services/alertshares.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds figureRange = 1h;
constexpr std::chrono::milliseconds figureStep = 15s;

// The names of recording rules that every workspace gives these figures; asked without a selector, so that one answer serves all tiles.
const QString requestRateRule = QStringLiteral("service:request_rate:1m");
const QString errorRatioRule = QStringLiteral("service:error_ratio:1m");
const QString latencyRule = QStringLiteral("service:latency_p95_seconds:1m");
const QString targetsExpression = QStringLiteral("up");

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ServiceStore)
};

QueryKey figureKey(const QString &source, const QString &rule)
{
    return {source, rule, figureRange, roundStep(figureRange, int(figureRange / figureStep), figureStep)};
}

/// A service of which nothing is declared that could tell of it, such as a third party's: its alerts alone judge it.
bool isJudgedByAlertsAlone(const Service &service)
{
    return service.labels.isEmpty() && service.version.isEmpty();
}

QString goneReason(const QString &source, const FigurePoint &point)
{
    if (point.series == 0)
        return Texts::tr("target gone from %1").arg(source);
    return Texts::tr("target gone from %1 since %2")
        .arg(source, Format::shortTime(fromEpochSeconds(point.time)));
}

} // namespace

ServiceStore::ServiceStore(const SourceStore &sources, const HealthStore &health, const AlertStore &alerts, const SloStore &slos,
                           const SeriesStore &series, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_health(health)
    , m_alerts(alerts)
    , m_slos(slos)
    , m_series(series)
    , m_alertShares(std::make_unique<AlertShares>(alerts))
{
}

ServiceStore::~ServiceStore() = default;

void ServiceStore::setSliced(bool sliced)
{
    m_alertShares->setSliced(sliced);
}

void ServiceStore::setServices(const std::vector<Service> &services, const QString &source)
{
    const std::vector<Service> before = std::exchange(m_declared, services);
    const FigureIndex figuresBefore = m_requestRate;
    const FigureIndex targetsBefore = m_targets;
    const bool sameSource = source == m_source;
    m_source = source;
    m_index = ServiceIndex(m_declared);
    m_requestRate.reset(figureKey(source, requestRateRule), m_declared.size());
    m_errorRatio.reset(figureKey(source, errorRatioRule), m_declared.size());
    m_latency.reset(figureKey(source, latencyRule), m_declared.size());
    m_targets.reset({source, targetsExpression, {}, {}}, m_declared.size());
    m_alertShares->setServices(m_index, m_declared.size());
    m_services.clear();
    for (size_t position = 0; position < m_declared.size(); ++position) {
        const auto known = std::find(before.begin(), before.end(), m_declared[position]);
        if (sameSource && known != before.end()) {
            if (figuresBefore.everHad(size_t(known - before.begin())))
                m_requestRate.remember(position);
            if (targetsBefore.everHad(size_t(known - before.begin())))
                m_targets.remember(position);
        }
        ServiceStatus status;
        status.service = m_declared[position];
        status.reason = Texts::tr("nothing was asked yet");
        m_services.push_back(std::move(status));
    }
    Q_EMIT changed();
}

void ServiceStore::setCommit(const QString &service, const QString &commit)
{
    m_commits[service] = commit;
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [&service](const ServiceStatus &status) { return status.service.name == service; });
    if (found == m_services.end() || found->commit == commit)
        return;
    found->commit = commit;
    Q_EMIT changed();
}

void ServiceStore::update(Instant now)
{
    for (FigureIndex *figures : {&m_requestRate, &m_errorRatio, &m_latency, &m_targets})
        figures->update(m_series, m_index);
    m_alertShares->update();
    const std::vector<Evidence> visibility = alertVisibility(m_sources, now);
    std::vector<ServiceStatus> next;
    for (size_t service = 0; service < m_declared.size(); ++service)
        next.push_back(judged(service, visibility, now));
    for (ServiceStatus &status : next)
        for (const QString &name : status.service.depends)
            status.dependencies.emplace_back(name, stateOfDependency(name, next, now));
    std::stable_sort(next.begin(), next.end(), [](const ServiceStatus &a, const ServiceStatus &b) { return a.state < b.state; });
    m_services = std::move(next);
    Q_EMIT changed();
}

const ServiceStatus *ServiceStore::find(const QString &name) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(),
                                    [&name](const ServiceStatus &status) { return status.service.name == name; });
    return found == m_services.end() ? nullptr : &*found;
}

ServiceQueries ServiceStore::queriesOf(const QString &) const
{
    return {m_requestRate.key(), m_errorRatio.key(), m_latency.key()};
}

std::vector<QueryKey> ServiceStore::queries() const
{
    if (m_source.isEmpty() || m_declared.empty())
        return {};
    return {m_requestRate.key(), m_errorRatio.key(), m_latency.key(), m_targets.key()};
}

QString ServiceStore::serviceOf(const Labels &labels) const
{
    const auto owner = m_index.owner(labels);
    return owner ? m_declared[*owner].name : QString();
}

std::optional<size_t> ServiceStore::ownerOf(const Alert &alert) const
{
    return m_alertShares->ownerOf(alert);
}

std::vector<const Alert *> ServiceStore::openAlerts(size_t service) const
{
    return m_alertShares->openOf(service);
}

StateCounts ServiceStore::counts(Instant now) const
{
    StateCounts counts;
    for (const ServiceStatus &status : m_services)
        counts.add(status.state);
    for (const EndpointStatus &endpoint : m_health.endpoints())
        if (!find(HealthStore::serviceOf(endpoint.endpoint)))
            counts.add(endpoint.state(now));
    for (const SourceStatus &source : m_sources.sources())
        counts.add(source.state(now));
    for (const State state : allStates)
        counts.counts[size_t(state)] += m_alertShares->unowned().of(state);
    return counts;
}

ServiceStatus ServiceStore::judged(size_t service, const std::vector<Evidence> &visibility, Instant now) const
{
    const AlertShare &alerts = m_alertShares->of(service);
    ServiceStatus status;
    status.service = m_declared[service];
    // Of causes equally bad the first is told: a name that fires, then a source that hides things, then the things themselves.
    std::vector<Evidence> evidence;
    if (alerts.worst.state != State::Healthy)
        evidence.push_back(alerts.worst);
    evidence.insert(evidence.end(), visibility.begin(), visibility.end());
    const std::vector<Evidence> own = ownEvidence(service, now);
    evidence.insert(evidence.end(), own.begin(), own.end());
    if (m_alertShares->isWaiting())
        evidence.push_back({State::Blind, Texts::tr("its alerts are still being read"), std::nullopt});
    if (own.empty() && (visibility.empty() || !isJudgedByAlertsAlone(status.service)))
        evidence.push_back({State::Blind, Texts::tr("nothing that is watched tells of it"), std::nullopt});

    const Evidence &worst = *worstOf(evidence);
    status.state = worst.state;
    status.reason = worst.reason;
    // What nothing tells of has no age, however young the rest is.
    const bool isUntold = worst.state == State::Blind && !worst.age;
    for (const Evidence &one : evidence)
        if (one.age && !isUntold)
            status.age = std::max(status.age.value_or(*one.age), *one.age);
    status.requestRate = figure(m_requestRate, service, State::Healthy, now);
    status.errorRatio = figure(m_errorRatio, service, alerts.errors, now);
    status.latency = figure(m_latency, service, alerts.latency, now);
    status.firing = alerts.firing;
    addBudget(status);
    if (const auto commit = m_commits.find(status.service.name); commit != m_commits.end())
        status.commit = commit->second;
    return status;
}

std::vector<Evidence> ServiceStore::ownEvidence(size_t service, Instant now) const
{
    const QString &name = m_declared[service].name;
    std::vector<Evidence> evidence;
    for (const EndpointStatus &endpoint : m_health.endpoints())
        if (HealthStore::serviceOf(endpoint.endpoint) == name)
            evidence.push_back(evidenceOf(endpoint, now));
    for (const SourceStatus &source : m_sources.sources())
        if (source.spec.kind == SourceKind::Metrics && source.spec.service == name)
            evidence.push_back(visibilityOf(source.spec.name, source.freshness, now));
    addFigures(evidence, service, now);
    addTargets(evidence, service, now);
    for (const SloStatus *objective : m_slos.ofService(name))
        evidence.push_back(evidenceOf(*objective, m_slos.policy(), now));
    return evidence;
}

/// Only the request rate judges: an error ratio may rightly have no series before the first error.
void ServiceStore::addFigures(std::vector<Evidence> &evidence, size_t service, Instant now) const
{
    const SeriesStore::Entry *entry = m_requestRate.entry(m_series);
    const bool expected = m_requestRate.everHad(service);
    const bool mayBeExpected = entry && !entry->freshness.everValid() && !m_declared[service].labels.isEmpty();
    if (!expected && !mayBeExpected)
        return;
    const QString name = Texts::tr("the request rate");
    const Evidence seen = visibilityOf(name, entry ? entry->freshness : Freshness(), now);
    if (seen.state == State::Healthy && m_requestRate.isGone(service, *entry))
        evidence.push_back({State::Blind, goneReason(m_source, m_requestRate.of(service)), seen.age});
    else
        evidence.push_back(seen);
}

/// A target that does not answer its Prometheus hides the service; that it fails is for an alert to say.
void ServiceStore::addTargets(std::vector<Evidence> &evidence, size_t service, Instant now) const
{
    const SeriesStore::Entry *entry = m_targets.entry(m_series);
    if (!m_targets.everHad(service))
        return;
    const QString name = Texts::tr("the list of targets");
    Evidence seen = visibilityOf(name, entry ? entry->freshness : Freshness(), now);
    const FigurePoint &point = m_targets.of(service);
    if (seen.state != State::Healthy) {
        evidence.push_back(seen);
        return;
    }
    if (m_targets.isGone(service, *entry)) {
        seen.state = State::Blind;
        seen.reason = goneReason(m_source, point);
    } else if (point.zeros == point.series) {
        seen.state = State::Blind;
        seen.reason = Texts::tr("%1 cannot scrape it").arg(m_source);
    } else if (point.zeros > 0) {
        seen.state = State::Warning;
        seen.reason = Texts::tr("%1 of its %2 targets cannot be scraped").arg(point.zeros).arg(point.series);
    }
    evidence.push_back(seen);
}

ServiceFigure ServiceStore::figure(const FigureIndex &figures, size_t service, State byAlerts, Instant now) const
{
    const SeriesStore::Entry *entry = figures.entry(m_series);
    if (!entry || figures.isGone(service, *entry))
        return {};
    return {figures.of(service).value, entry->freshness.judge(now, byAlerts)};
}

void ServiceStore::addBudget(ServiceStatus &status) const
{
    for (const SloStatus *objective : m_slos.ofService(status.service.name)) {
        const std::optional<double> left = objective->known ? objective->budget.remaining : std::nullopt;
        if (status.objective.isEmpty() || (left && (!status.budgetLeft || *left < *status.budgetLeft))) {
            status.objective = objective->objective.name;
            status.budgetLeft = left;
        }
    }
}

State ServiceStore::stateOfDependency(const QString &name, const std::vector<ServiceStatus> &services, Instant now) const
{
    for (const ServiceStatus &other : services)
        if (other.service.name == name)
            return other.state;
    for (const EndpointStatus &endpoint : m_health.endpoints())
        if (endpoint.endpoint.key() == name || endpoint.endpoint.name == name)
            return endpoint.state(now);
    return State::Blind;
}

} // namespace Watchfloor
