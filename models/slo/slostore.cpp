#include "models/slo/slostore.h"

namespace Watchfloor {

namespace {
/// At a rate this far above the policy's, the budget goes faster than the objective allows over its window.
constexpr double evenPace = 1;

bool over(std::optional<double> rate, double limit)
{
    return rate && *rate > limit;
}

/// The shortest of the windows that is at least as long as the policy wants the rate held.
std::chrono::milliseconds windowFor(std::chrono::milliseconds held)
{
    const auto found = std::find_if(std::begin(burnWindows), std::end(burnWindows), [held](auto window) { return window >= held; });
    return found == std::end(burnWindows) ? *std::prev(std::end(burnWindows)) : *found;
}

/// The burn-down is asked for now and then; in between it goes on to the budget of each answer.
void extend(SloStatus &status, const SloSnapshot &snapshot)
{
    if (!snapshot.burnDown.empty())
        status.burnDown = snapshot.burnDown;
    else if (status.budget.remaining && !status.burnDown.empty() && snapshot.at > status.burnDown.back().at)
        status.burnDown.push_back({snapshot.at, *status.budget.remaining});
}
}

std::optional<double> SloStatus::burnOver(std::chrono::milliseconds window) const
{
    const auto found = std::find_if(burn.begin(), burn.end(), [window](const BurnRate &rate) { return rate.window == window; });
    return found == burn.end() ? std::nullopt : found->rate;
}

SloPolicyState SloStatus::policyState(const BurnPolicy &policy, Instant now) const
{
    const State seen = freshness.visibility(now);
    if (!known || seen == State::Blind)
        return SloPolicyState::Blind;
    if (seen == State::Stale)
        return SloPolicyState::Stale;
    const auto fast = burnOver(std::chrono::minutes(5));
    const auto shorter = burnOver(std::chrono::minutes(30));
    const auto hour = burnOver(std::chrono::hours(1));
    if (!budget.sli || (!fast && !shorter))
        return SloPolicyState::NoTraffic;
    // The short window says that it burns still, the long one that it matters (SRE Workbook, chapter 5, 6: multiwindow alerts).
    if (over(fast, policy.page) && over(hour, policy.page))
        return SloPolicyState::Page;
    if (budget.remaining && *budget.remaining <= 0)
        return SloPolicyState::Exhausted;
    if (over(shorter, policy.ticket) && over(burnOver(windowFor(policy.ticketFor)), policy.ticket))
        return SloPolicyState::Ticket;
    if (budget.remaining && *budget.remaining < policy.freeze)
        return SloPolicyState::Frozen;
    return over(hour, evenPace) ? SloPolicyState::AbovePace : SloPolicyState::OnTrack;
}

State SloStatus::state(const BurnPolicy &policy, Instant now) const
{
    switch (policyState(policy, now)) {
    case SloPolicyState::Page:
    case SloPolicyState::Exhausted:
        return State::Critical;
    case SloPolicyState::Blind:
        return State::Blind;
    case SloPolicyState::Stale:
        return State::Stale;
    case SloPolicyState::Ticket:
    case SloPolicyState::Frozen:
    case SloPolicyState::NoTraffic:
        return State::Warning;
    case SloPolicyState::AbovePace:
    case SloPolicyState::OnTrack:
        return State::Healthy;
    }
    return State::Blind;
}

std::optional<WallTime> SloStatus::emptyAt(WallTime now, std::chrono::milliseconds byWindow) const
{
    const auto rate = burnOver(byWindow);
    return rate && budget.remaining ? exhaustion(objective, *budget.remaining, *rate, now) : std::nullopt;
}

void SloStore::setObjectives(const std::vector<Objective> &objectives)
{
    std::vector<SloStatus> next;
    next.reserve(objectives.size());
    for (const Objective &objective : objectives) {
        const SloStatus *before = find(objective.name);
        if (before && before->objective == objective) {
            next.push_back(*before);
            continue;
        }
        SloStatus status;
        status.objective = objective;
        status.budget = budgetOf(objective, 0, 0);
        for (const auto window : burnWindows)
            status.burn.push_back({window, std::nullopt});
        next.push_back(std::move(status));
    }
    m_objectives = std::move(next);
    Q_EMIT changed({});
}

void SloStore::setPolicy(const BurnPolicy &policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    Q_EMIT changed({});
}

void SloStore::apply(const SloSnapshot &snapshot, Instant now)
{
    const auto found = std::find_if(m_objectives.begin(), m_objectives.end(),
                                    [&snapshot](const SloStatus &status) { return status.objective.name == snapshot.objective; });
    if (found == m_objectives.end())
        return;
    found->freshness.setInterval(snapshot.interval);
    if (snapshot.error) {
        found->freshness.recordFailure(now, *snapshot.error);
    } else {
        found->freshness.recordValid(now);
        found->known = true;
        found->budget = budgetOf(found->objective, snapshot.errors.value_or(0), snapshot.total.value_or(0));
        for (BurnRate &rate : found->burn) {
            const auto fresh = std::find_if(snapshot.burn.begin(), snapshot.burn.end(),
                                            [&rate](const BurnRate &other) { return other.window == rate.window; });
            rate.rate = fresh == snapshot.burn.end() ? std::nullopt : fresh->rate;
        }
        extend(*found, snapshot);
        if (!snapshot.errorRatio.empty())
            found->errorRatio = snapshot.errorRatio;
    }
    Q_EMIT changed(snapshot.objective);
}

const SloStatus *SloStore::find(const QString &name) const
{
    const auto found = std::find_if(m_objectives.begin(), m_objectives.end(),
                                    [&name](const SloStatus &status) { return status.objective.name == name; });
    return found == m_objectives.end() ? nullptr : &*found;
}

std::vector<const SloStatus *> SloStore::ofService(const QString &service) const
{
    std::vector<const SloStatus *> found;
    for (const SloStatus &status : m_objectives) {
        if (status.objective.service == service)
            found.push_back(&status);
    }
    return found;
}

} // namespace Watchfloor
