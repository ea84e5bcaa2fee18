#pragma once

#include "models/alerts/alertstore.h"
#include "models/alerts/escalation.h"
#include "models/episodes/episodekeeper.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Watchfloor {

/// Tells once of each step that an alert takes along its path, those too that fell due while no console ran and that the record
/// does not have.
class EscalationWatch final : public QObject
{
    Q_OBJECT

public:
    EscalationWatch(const AlertStore &alerts, const Clock &clock, QObject *parent = nullptr);

    /// What the record has; until it is told nothing is watched.
    void learn(const std::vector<EpisodeKeeper::Left> &left);
    /// Looks at many alerts between events; what fell due is told at the end of all of them.
    void tick();

Q_SIGNALS:
    void escalated(const std::vector<Watchfloor::Escalation> &escalations);

private:
    struct Taken
    {
        WallTime began{}; ///< of the firing that they belong to
        int steps = 0;
    };
    /// A look at all of them, as far as it has come. Begun again when they change.
    struct Look
    {
        WallTime now{};
        size_t next = 0;
        QHash<QString, Taken> taken{};
        std::vector<Escalation> fallen{};
        std::optional<WallTime> due{};
        bool isPartial = false; ///< more fell due than are told at once
    };
    void proceed();
    void look(const Alert &alert);
    void finish();
    int stepsOf(const Alert &alert) const;

    const AlertStore &m_alerts;
    const Clock &m_clock;
    QHash<QString, Taken> m_taken;
    QHash<QString, std::vector<WallTime>> m_recorded; ///< by an earlier console
    std::optional<WallTime> m_next;                   ///< nothing falls due before
    std::optional<Look> m_look;
    QTimer m_slices;
    bool m_isLearnt = false;
    bool m_hasChanged = true;
};

} // namespace Watchfloor
