#include "models/services/evidence.h"

#include "models/core/format.h"

#include <QCoreApplication>

#include <map>

namespace Watchfloor {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

QString objectiveReason(const SloStatus &objective, SloPolicyState state, Instant now)
{
    const QString &name = objective.objective.name;
    switch (state) {
    case SloPolicyState::Exhausted:
        return Texts::tr("the budget of %1 is spent").arg(name);
    case SloPolicyState::Page:
        return Texts::tr("%1 burns its budget fast enough to page").arg(name);
    case SloPolicyState::Ticket:
        return Texts::tr("%1 burns its budget too fast").arg(name);
    case SloPolicyState::Frozen:
        return Texts::tr("little of the budget of %1 is left").arg(name);
    case SloPolicyState::NoTraffic:
        return Texts::tr("%1 has no traffic").arg(name);
    case SloPolicyState::Stale:
    case SloPolicyState::Blind:
        return visibilityOf(name, objective.freshness, now).reason;
    case SloPolicyState::AbovePace:
    case SloPolicyState::OnTrack:
        break;
    }
    return name;
}

} // namespace

const Evidence *worstOf(std::span<const Evidence> evidence)
{
    const auto worst = std::min_element(evidence.begin(), evidence.end(),
                                        [](const Evidence &a, const Evidence &b) { return a.state < b.state; });
    return worst == evidence.end() ? nullptr : &*worst;
}

Evidence visibilityOf(const QString &name, const Freshness &freshness, Instant now)
{
    Evidence evidence{freshness.visibility(now), {}, freshness.age(now)};
    if (evidence.state == State::Healthy)
        return evidence;
    const QString shown = Format::safeText(name, 60);
    if (evidence.state == State::Stale)
        evidence.reason = Texts::tr("%1 is %2 old, limit %3")
                              .arg(shown, Format::span(*evidence.age), Format::span(2 * freshness.interval()));
    else if (freshness.error())
        evidence.reason = Texts::tr("%1 cannot be seen: %2").arg(shown, Format::words(*freshness.error()));
    else if (evidence.age)
        evidence.reason = Texts::tr("%1 has not answered for %2").arg(shown, Format::span(*evidence.age));
    else
        evidence.reason = Texts::tr("%1 has not answered yet").arg(shown);
    return evidence;
}

Evidence evidenceOf(const EndpointStatus &endpoint, Instant now)
{
    Evidence evidence{endpoint.state(now), {}, endpoint.latest.age(now)};
    if (evidence.state != State::Healthy)
        evidence.reason = Texts::tr("%1: %2").arg(endpoint.endpoint.name, endpoint.reason(now));
    return evidence;
}

Evidence evidenceOf(const SloStatus &objective, const BurnPolicy &policy, Instant now)
{
    Evidence evidence{objective.state(policy, now), {}, objective.freshness.age(now)};
    if (evidence.state != State::Healthy)
        evidence.reason = objectiveReason(objective, objective.policyState(policy, now), now);
    return evidence;
}

Evidence evidenceOf(const Alert &alert)
{
    Evidence evidence{alert.claim(), {}, std::nullopt};
    if (evidence.state == State::Healthy)
        return evidence;
    const QString name = Format::safeText(alert.name(), 80);
    switch (alert.state) {
    case AlertState::Pending:
        evidence.reason = Texts::tr("%1 is pending").arg(name);
        break;
    case AlertState::Unseen:
        evidence.reason = Texts::tr("%1 was firing and cannot be seen now").arg(name);
        break;
    case AlertState::Firing:
    case AlertState::Acknowledged:
    case AlertState::Silenced:
    case AlertState::Inhibited:
    case AlertState::Vanished:
    case AlertState::Recovered:
        evidence.reason = Texts::tr("%1 is firing").arg(name);
        break;
    }
    return evidence;
}

std::vector<Evidence> alertVisibility(const SourceStore &sources, Instant now)
{
    std::vector<Evidence> evidence;
    std::map<QString, Evidence> clusters;
    for (const SourceStatus &source : sources.sources()) {
        const Evidence seen = visibilityOf(source.spec.name, source.freshness, now);
        if (source.spec.kind == SourceKind::Prometheus || (source.spec.kind == SourceKind::Alertmanager && source.spec.cluster.isEmpty()))
            evidence.push_back(seen);
        else if (source.spec.kind == SourceKind::Alertmanager) {
            const auto known = clusters.try_emplace(source.spec.cluster, seen).first;
            if (seen.state > known->second.state)
                known->second = seen;
        }
    }
    for (const auto &[name, best] : clusters)
        evidence.push_back(best);
    return evidence;
}

} // namespace Watchfloor
