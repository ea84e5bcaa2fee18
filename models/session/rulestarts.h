#pragma once

#include "models/alerts/alert.h"
#include "models/session/keptstartsfile.h"

#include <QHash>

namespace Watchfloor {

/// Since when the alerts of rules are active, over restarts of the Prometheus that evaluates them. From its samples that one finds
/// it again for rules alone whose `for` is no shorter than its grace period, and only some evaluations later; all else begins anew
/// there, and goes on here.
class RuleStarts final
{
public:
    /// As an earlier console left them.
    void recall(const KeptStarts &left, WallTime at);
    /// Another Prometheus evaluates from here on, as new as it is.
    void beginAnew(WallTime at);

    /// An answer that can be believed: what it has to say where a start or a state in it is not what the Prometheus told; absent: as it
    /// came. What was left and is not listed when every rule was evaluated, and `patience` is over, has ended.
    std::optional<PrometheusAlertsSnapshot> follow(const PrometheusAlertsSnapshot &answer, const Labels &external, std::chrono::milliseconds patience,
                                                   Instant now, WallTime at);
    /// The fingerprints of what was left and ended unseen, once.
    QStringList takeEnded() { return std::exchange(m_ended, {}); }

    KeptStarts kept() const;
    WallTime seenAt() const { return m_seenAt; }
    /// Whether kept() is another one than at the last time, but for when it was seen.
    bool takeMoved() { return std::exchange(m_moved, false); }

private:
    struct Active
    {
        QString fingerprint;
        WallTime startsAt{};
        WallTime toldAt{};
        OriginAlert::State told = OriginAlert::State::Firing;
        bool goesOn = false; ///< from before the restart
        bool fired = false;  ///< it did before the restart
    };
    struct Left
    {
        WallTime startsAt{};
        WallTime seenAt{};
        bool goesOn = false; ///< it was seen lately
    };

    Active activeOf(quint64 key, const OriginAlert &alert, const Labels &external, const std::vector<AlertRule> &rules);

    QHash<quint64, Active> m_active; ///< by the key over all labels
    std::map<QString, Left> m_left;  ///< by fingerprint
    QStringList m_ended;
    std::optional<Instant> m_answeredAt; ///< the first answer since it is new
    WallTime m_seenAt{};
    bool m_moved = false;
};

} // namespace Watchfloor
