#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/deskpolicy.h"

#include <deque>
#include <optional>

namespace Watchfloor {

/// What a person sets for this desk over the workspace's policy; kept in the program's settings.
struct DeskChoice
{
    bool notifications = true;           ///< of the desktop
    bool sound = true;
    double volume = 0.7;                 ///< 0 to 1
    bool quietHours = true;              ///< keep those of the workspace
    bool onlyMine = false;
    QStringList services;                ///< mine
    QStringList owners;                  ///< and the services of these
    bool unowned = true;                 ///< with onlyMine: alerts of no service too, for else nobody is told
    std::optional<WallTime> mutedUntil;  ///< ends by itself
    bool operator==(const DeskChoice &) const = default;
};

/// Whose an alert is.
struct AlertOwner
{
    QString service; ///< of the workspace; empty: of none
    QString owner;   ///< of that service
    bool operator==(const AlertOwner &) const = default;
};

/// What about an alert is news to a person at the desk.
enum class DeskEvent {
    Began,      ///< it fires, and nobody has it
    Reopened,   ///< its acknowledgement ran out, or it grew worse than what was taken on
    Escalated,  ///< nobody answered in time
    Unseen,     ///< a source went blind; of the source, not of each alert
};

/// What a change of an alert's state is to the desk; absent: nothing to tell. `former` is the acknowledgement that it had: one that a
/// person took back is no news. One that flaps begins once: `flapTold` says that this was told.
std::optional<DeskEvent> deskEvent(const Alert &alert, AlertState before, const std::optional<Acknowledgement> &former, bool flapTold, WallTime now);

/// Somebody must do something about it: it fires or cannot be seen, and it is more than an information.
bool needsSomebody(const Alert &alert);

/// The workspace and this person want to hear of what belongs to this owner.
bool concerns(const DeskPolicy &policy, const DeskChoice &choice, const AlertOwner &owner);

/// The sound of a severity: a built-in name, a path, or empty for none. Where the workspace says nothing: "siren" of critical and
/// worse, "knock" of a warning. A path is absolute.
QString soundOf(const DeskPolicy &policy, Severity severity);

/// Severities that are told at all: warning and worse, and those to which the workspace gave a sound.
bool isTold(const DeskPolicy &policy, Severity severity);

/// Why something is kept back for later.
enum class Hush { None, Muted, Quiet };

/// Muting hushes everything; quiet hours all but what is bad enough.
Hush hushOf(const DeskPolicy &policy, const DeskChoice &choice, Severity severity, WallTime now);
bool isMuted(const DeskChoice &choice, WallTime now);

/// Names of the sounds that the program brings.
const QStringList &builtInSounds();

/// Says how many alerts may be told one by one: three at once and six a minute; whatever is more is told as one.
class NotificationPacer
{
public:
    /// Whether `count` alerts may each be told; it counts them when they may.
    bool take(size_t count, Instant now);

private:
    std::deque<Instant> m_told;
};

/// When the sound is due again until somebody looked.
class SoundReminder
{
public:
    /// It sounded; the policy's `repeat` is when it will again, absent: never.
    void sounded(Instant now, const std::optional<std::chrono::milliseconds> &repeat);
    void stop() { m_next.reset(); }
    bool isDue(Instant now) const { return m_next && now >= *m_next; }

private:
    std::optional<Instant> m_next;
};

} // namespace Watchfloor
