#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/alertpolicy.h"

namespace Watchfloor {

/// Who must answer an alert now, and until when, by the policy of its severity. Counted from the time it began to fire, as its
/// origins tell it, so that it reads the same in every console and after every restart.
struct EscalationClock
{
    bool runs = false; ///< somebody must answer; false while it is acknowledged, muted, pending or over, or has no policy
    int level = 0;     ///< steps that it went along the path; 0: the first person
    QString current;   ///< whose it is; empty: the policy names nobody
    QString next;      ///< who follows; empty: nobody
    std::optional<WallTime> nextAt;    ///< when it becomes theirs
    std::optional<WallTime> respondBy;
    bool overdue = false; ///< nobody took it on in time
    std::optional<WallTime> stoppedAt; ///< while acknowledged: since when it stands
    bool operator==(const EscalationClock &) const = default;
};

EscalationClock escalationOf(const Alert &alert, const AlertPolicy &policy, WallTime now);

/// When the alert became, or becomes, that of the person at `level` of its path; absent where it never does.
std::optional<WallTime> escalationTime(const Alert &alert, const AlertPolicy &policy, int level);

/// An alert became the next person's.
struct Escalation
{
    Alert alert;
    QString to;
    int level = 0;
    WallTime at{}; ///< when it fell due
    bool operator==(const Escalation &) const = default;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Escalation)
