#include "models/alerts/notificationpolicy.h"

#include "models/alerts/quiethours.h"

namespace Watchfloor {

namespace {
constexpr size_t mostAtOnce = 3;
constexpr size_t mostInAWhile = 6;
constexpr std::chrono::milliseconds aWhile = std::chrono::minutes(1);
const QString noSound = QStringLiteral("none");

/// It fires as a person would say: not muted, not over, not merely on its way.
bool isMutedOrNew(AlertState before)
{
    return before != AlertState::Firing && before != AlertState::Acknowledged;
}
}

std::optional<DeskEvent> deskEvent(const Alert &alert, AlertState before, const std::optional<Acknowledgement> &former, bool flapTold, WallTime now)
{
    if (alert.state != AlertState::Firing)
        return std::nullopt;
    if (before == AlertState::Acknowledged) {
        const bool ranOut = former && former->until && *former->until <= now;
        const bool worse = former && former->severity != Severity::None && alert.severity < former->severity;
        return ranOut || worse ? std::optional(DeskEvent::Reopened) : std::nullopt;
    }
    if (!isMutedOrNew(before) || (alert.flapping && flapTold))
        return std::nullopt;
    return DeskEvent::Began;
}

bool needsSomebody(const Alert &alert)
{
    return (alert.state == AlertState::Firing || alert.state == AlertState::Unseen) && stateOf(alert.severity) != State::Healthy;
}

bool concerns(const DeskPolicy &policy, const DeskChoice &choice, const AlertOwner &owner)
{
    const auto names = [&owner](const QStringList &services, const QStringList &owners) {
        return (!owner.service.isEmpty() && services.contains(owner.service)) || (!owner.owner.isEmpty() && owners.contains(owner.owner));
    };
    const bool everybodys = policy.services.isEmpty() && policy.owners.isEmpty();
    if (!everybodys && !names(policy.services, policy.owners))
        return false;
    if (!choice.onlyMine)
        return true;
    return owner.service.isEmpty() ? choice.unowned : names(choice.services, choice.owners);
}

QString soundOf(const DeskPolicy &policy, Severity severity)
{
    const auto given = policy.sounds.find(severity);
    if (given != policy.sounds.end())
        return given->second == noSound ? QString() : given->second;
    // An emergency is at least as loud as what is critical.
    if (severity == Severity::Emergency && policy.sounds.contains(Severity::Critical))
        return soundOf(policy, Severity::Critical);
    switch (stateOf(severity)) {
    case State::Critical:
        return QStringLiteral("siren");
    case State::Warning:
        return QStringLiteral("knock");
    case State::Blind:
    case State::Stale:
    case State::Healthy:
        break;
    }
    return {};
}

bool isTold(const DeskPolicy &policy, Severity severity)
{
    return stateOf(severity) != State::Healthy || !soundOf(policy, severity).isEmpty();
}

bool isMuted(const DeskChoice &choice, WallTime now)
{
    return choice.mutedUntil && now < *choice.mutedUntil;
}

Hush hushOf(const DeskPolicy &policy, const DeskChoice &choice, Severity severity, WallTime now)
{
    if (isMuted(choice, now))
        return Hush::Muted;
    const bool passes = !choice.quietHours || severity <= policy.throughQuiet;
    return passes || !quietUntil(policy.quiet, now) ? Hush::None : Hush::Quiet;
}

const QStringList &builtInSounds()
{
    static const QStringList names{QStringLiteral("siren"), QStringLiteral("knock"), QStringLiteral("chime"), QStringLiteral("pulse")};
    return names;
}

bool NotificationPacer::take(size_t count, Instant now)
{
    while (!m_told.empty() && now - m_told.front() >= aWhile)
        m_told.pop_front();
    if (count > mostAtOnce || m_told.size() + count > mostInAWhile)
        return false;
    m_told.insert(m_told.end(), count, now);
    return true;
}

void SoundReminder::sounded(Instant now, const std::optional<std::chrono::milliseconds> &repeat)
{
    m_next = repeat ? std::optional(now + *repeat) : std::nullopt;
}

} // namespace Watchfloor
