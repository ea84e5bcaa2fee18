#pragma once

#include "models/alerts/alertstore.h"
#include "models/alerts/escalation.h"
#include "models/database/history.h"
#include "models/episodes/episode.h"
#include "models/episodes/episodewriter.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Watchfloor {

/// Keeps the life of every alert in history.sqlite, open ones too: what a store says of it, and what people and the clock did
/// about it. What an earlier console left open goes on when its alert is seen again, and is closed as not seen to its end when
/// all who told of it answer and do not list it.
class EpisodeKeeper final : public QObject
{
    Q_OBJECT

public:
    /// An alert that an earlier console left open.
    struct Left
    {
        QString fingerprint;
        QStringList origins;
        std::vector<WallTime> escalatedAt;
    };

    EpisodeKeeper(const AlertStore &alerts, const SourceStore &sources, History &history, const Clock &clock, QObject *parent = nullptr);

    /// Asks what was left open; recalled() follows.
    void recall();
    /// Once a second: looks for alerts that left without a word, tells the record that the console runs, forgets what is too old.
    void tick();

    /// Before the store is told; an absent acknowledgement ends the one that is there.
    void noteAcknowledgement(const QString &fingerprint, const std::optional<Acknowledgement> &acknowledgement, const QString &who);
    void noteDismissal(const QString &fingerprint, const QString &who);
    void noteEscalation(const Escalation &escalation);

    void search(const EpisodeSearch &search, QObject *context, std::function<void(Result<std::vector<Episode>>)> handler);

Q_SIGNALS:
    /// What was left open, also when nothing was or it cannot be read.
    void recalled(const std::vector<Watchfloor::EpisodeKeeper::Left> &left);

private:
    struct Known
    {
        AlertState state = AlertState::Firing;
        Labels labels;
        std::optional<WallTime> acknowledgedAt;
    };

    void noteTransition(const Alert &alert, AlertState before);
    void followAcknowledgement(const Alert &alert, Known &known);
    void sweep();
    void judgeLeft();
    void write(EpisodeChange change);
    EpisodeChange asideOf(const QString &fingerprint, EpisodeEvent::Kind kind, const QString &who) const;

    const AlertStore &m_alerts;
    const SourceStore &m_sources;
    History &m_history;
    const Clock &m_clock;
    std::shared_ptr<EpisodeWriter> m_writer; ///< used on the database's thread alone
    QHash<QString, Known> m_known;           ///< open now, by fingerprint
    std::vector<Left> m_left;
    Instant m_beganAt;
    std::optional<Instant> m_sweptAt;
    qsizetype m_sweptTo = 0; ///< of what is known
    std::optional<Instant> m_watchedAt;
    std::optional<Instant> m_prunedAt;
};

} // namespace Watchfloor
