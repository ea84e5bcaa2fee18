#include "models/health/healthstore.h"

#include "models/core/format.h"

#include <QCoreApplication>

namespace Watchfloor {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EndpointReason)
};

constexpr size_t historyLimit = 240;

Freshness freshnessOf(const Endpoint &endpoint)
{
    return Freshness(endpoint.interval);
}

/// A failing answer below the threshold is no longer healthy and not yet critical.
State claimBelowThreshold(const EndpointStatus &status)
{
    if (!status.latest.value)
        return State::Blind;
    return status.latest.claimed == State::Healthy ? State::Warning : status.latest.claimed;
}

State claimAfter(EndpointStatus &status, const ProbeResult &result)
{
    switch (result.state) {
    case State::Critical:
        status.successesInRow = 0;
        ++status.failuresInRow;
        return status.failuresInRow >= status.endpoint.failureThreshold ? State::Critical : claimBelowThreshold(status);
    case State::Blind:
    case State::Stale:
        status.successesInRow = 0;
        return State::Blind;
    case State::Warning:
    case State::Healthy:
        break;
    }
    status.failuresInRow = 0;
    ++status.successesInRow;
    // A failing endpoint stays so until it succeeded often enough, even if it could not be seen in between.
    if (status.criticalSince && status.successesInRow < status.endpoint.successThreshold)
        return State::Critical;
    status.criticalSince.reset();
    return result.state;
}

/// "503, wants 200": what was met and what was wanted, for the commonest condition.
QString statusReason(const ConditionResult &result, int status)
{
    if (result.condition.left == QLatin1String("[STATUS]") && result.condition.comparison == Condition::Comparison::Equal)
        return Texts::tr("%1, wants %2").arg(status).arg(result.condition.right);
    return result.shown;
}

}

QString reasonOf(const ProbeResult &result)
{
    if (result.state == State::Healthy)
        return {};
    if (result.error && result.error->kind == Error::Kind::Server)
        return Format::safeText(result.error->detail, 120);
    if (result.error)
        return Format::words(*result.error);
    for (const ConditionResult &condition : result.conditions)
        if (!condition.success)
            return Format::safeText(statusReason(condition, result.httpStatus), 120);
    return QString::number(result.httpStatus);
}

State EndpointStatus::state(Instant now) const
{
    // A probe that could not see is not made better by growing old.
    return latest.value && latest.claimed == State::Blind ? State::Blind : latest.state(now);
}

QString EndpointStatus::reason(Instant now) const
{
    if (!latest.value)
        return Texts::tr("not asked yet");
    const State seen = state(now);
    if (seen == State::Healthy)
        return {};
    const auto age = latest.age(now);
    if (seen != latest.claimed && age)
        return Texts::tr("no answer for %1").arg(Format::shortSpan(*age));
    if (const QString why = reasonOf(*latest.value); !why.isEmpty())
        return why;
    return lastFailure ? reasonOf(*lastFailure) : QString(); // it succeeds again, but not often enough yet
}

std::optional<double> EndpointStatus::availability() const
{
    int seen = 0;
    int up = 0;
    for (const Tick &tick : history) {
        seen += tick.state == State::Blind ? 0 : 1;
        up += tick.state == State::Healthy || tick.state == State::Warning ? 1 : 0;
    }
    return seen > 0 ? std::optional(double(up) / seen) : std::nullopt;
}

void HealthStore::setEndpoints(const std::vector<Endpoint> &endpoints)
{
    std::map<QString, EndpointStatus> before;
    for (EndpointStatus &status : m_endpoints)
        before.emplace(status.endpoint.key(), std::move(status));
    m_endpoints.clear();
    for (const Endpoint &endpoint : endpoints) {
        EndpointStatus status;
        if (auto found = before.extract(endpoint.key()); !found.empty())
            status = std::move(found.mapped());
        else
            status.latest.freshness = freshnessOf(endpoint);
        status.endpoint = endpoint;
        status.latest.freshness.setInterval(endpoint.interval);
        m_endpoints.push_back(std::move(status));
    }
    Q_EMIT changed({});
}

void HealthStore::apply(const ProbeResult &result, Instant now, WallTime at)
{
    const auto status = std::find_if(m_endpoints.begin(), m_endpoints.end(),
                                     [&result](const EndpointStatus &candidate) { return candidate.endpoint.key() == result.endpoint; });
    if (status == m_endpoints.end())
        return;
    const State claim = claimAfter(*status, result);
    if (claim == State::Critical && !status->criticalSince) {
        status->criticalSince = std::min(status->leftCritical.value_or(at), at);
        status->criticalFrom = now - (at - *status->criticalSince);
    }
    if (claim == State::Critical || result.state == State::Healthy || result.state == State::Warning)
        status->leftCritical.reset();
    if (result.state == State::Critical || result.state == State::Blind) {
        status->lastFailure = result;
        status->lastFailureAt = at;
    }
    status->latest.value = result;
    status->latest.claimed = claim;
    if (result.state == State::Blind)
        status->latest.freshness.recordFailure(now, result.error.value_or(Error{Error::Kind::Malformed, {}, {}}));
    else
        status->latest.freshness.recordValid(now);
    status->history.push_back({at, result.state, result.duration});
    if (status->history.size() > historyLimit)
        status->history.pop_front();
    Q_EMIT changed(result.endpoint);
}

void HealthStore::recall(const std::map<QString, WallTime> &failing)
{
    for (EndpointStatus &status : m_endpoints)
        if (const auto left = failing.find(status.endpoint.key()); left != failing.end() && !status.latest.value)
            status.leftCritical = left->second;
}

std::map<QString, WallTime> HealthStore::failing() const
{
    std::map<QString, WallTime> failing;
    for (const EndpointStatus &status : m_endpoints)
        if (const auto since = status.criticalSince ? status.criticalSince : status.leftCritical)
            failing.emplace(status.endpoint.key(), *since);
    return failing;
}

const EndpointStatus *HealthStore::find(const QString &key) const
{
    const auto found =
        std::find_if(m_endpoints.begin(), m_endpoints.end(), [&key](const EndpointStatus &status) { return status.endpoint.key() == key; });
    return found == m_endpoints.end() ? nullptr : &*found;
}

std::vector<FiringEndpointAlert> firingEndpointAlerts(const HealthStore &store, Instant now)
{
    std::vector<FiringEndpointAlert> firing;
    for (const EndpointStatus &status : store.endpoints()) {
        if (!status.criticalSince)
            continue;
        for (const EndpointAlert &alert : status.endpoint.alerts)
            if (now - status.criticalFrom >= alert.after)
                firing.push_back({status.endpoint.key(), HealthStore::serviceOf(status.endpoint), alert.severity, *status.criticalSince,
                                  status.lastFailure ? reasonOf(*status.lastFailure) : QString()});
    }
    return firing;
}

} // namespace Watchfloor
