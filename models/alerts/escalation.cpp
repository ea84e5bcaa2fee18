#include "models/alerts/escalation.h"

namespace Watchfloor {

namespace {

using std::chrono::milliseconds;

const EscalationStep *stepOf(const Alert &alert, const AlertPolicy &policy)
{
    const auto found = policy.escalation.find(alert.severity);
    return found == policy.escalation.end() ? nullptr : &found->second;
}

/// As if its clock had never stood.
WallTime beginOf(const Alert &alert)
{
    return alert.firingSince.value_or(alert.startsAt) + alert.heldFor;
}

/// Unseen asks for an answer too: that nobody can see it does not end it.
bool isOwed(const Alert &alert)
{
    return !alert.acknowledgement && (alert.state == AlertState::Firing || (alert.state == AlertState::Unseen && alert.firingSince));
}

int levelAt(const Alert &alert, const EscalationStep &step, WallTime time)
{
    const milliseconds passed = time - beginOf(alert);
    if (step.escalate.count() <= 0 || passed < step.escalate || step.path.isEmpty())
        return 0;
    return int(std::min<milliseconds::rep>(passed / step.escalate, step.path.size() - 1));
}

} // namespace

EscalationClock escalationOf(const Alert &alert, const AlertPolicy &policy, WallTime now)
{
    const EscalationStep *step = stepOf(alert, policy);
    EscalationClock clock;
    const bool held = alert.acknowledgement && alert.isOpen() && alert.firingSince;
    if (!step || !(isOwed(alert) || held))
        return clock;
    const WallTime then = held ? std::min(alert.acknowledgement->at, now) : now;
    clock.level = levelAt(alert, *step, then);
    clock.current = step->path.value(clock.level);
    clock.next = step->path.value(clock.level + 1);
    if (held) {
        clock.stoppedAt = alert.acknowledgement->at;
        return clock;
    }
    clock.runs = true;
    clock.nextAt = escalationTime(alert, policy, clock.level + 1);
    if (step->respond.count() > 0) {
        clock.respondBy = beginOf(alert) + step->respond;
        clock.overdue = now > *clock.respondBy;
    }
    return clock;
}

std::optional<WallTime> escalationTime(const Alert &alert, const AlertPolicy &policy, int level)
{
    const EscalationStep *step = stepOf(alert, policy);
    if (!step || level < 1 || level >= step->path.size() || step->escalate.count() <= 0)
        return std::nullopt;
    return beginOf(alert) + step->escalate * level;
}

} // namespace Watchfloor
