#pragma once

#include "models/core/result.h"
#include "models/episodes/episode.h"

class QSqlDatabase;

namespace Watchfloor {

/// What became of an alert, on its way into the record. The record decides which life it belongs to.
struct EpisodeChange
{
    Episode alert; ///< as it is now; id, starts, escalations and events stay with the record
    std::optional<EpisodeEvent> event;
    WallTime began{};   ///< when it began to fire, or to be told of: the time of its first event
    bool isFirst = false; ///< this console never told of the alert before
    bool begins = false;  ///< it fires now and did not before
    bool isAside = false; ///< an event alone: state and end stay as they are, or it ends with what `alert` says
    int level = 0;        ///< of an escalation: the step that it took
    std::chrono::milliseconds together{}; ///< beginnings this close after an end are the same life
};

/// Writes lives of alerts into the tables of history.sqlite. Lives on the database's thread. Between two runs of the console
/// nothing is remembered but what the tables say, so that a kill at any moment costs nothing.
class EpisodeWriter final
{
public:
    Result<void> apply(QSqlDatabase &database, const EpisodeChange &change);
    /// The console runs now; after a kill this tells how far it saw.
    Result<void> watch(QSqlDatabase &database, WallTime now);
    /// An open life ended while nobody looked, as late as the console saw it last.
    Result<void> closeUnseen(QSqlDatabase &database, const QString &fingerprint);
    /// The same alert has another fingerprint from now on.
    Result<void> rename(QSqlDatabase &database, const QString &before, const QString &now);
    /// Forgets lives that ended before `oldest`.
    static Result<void> prune(QSqlDatabase &database, WallTime oldest);

private:
    struct Life;
    Result<void> learnWatched(QSqlDatabase &database);
    Result<void> begin(QSqlDatabase &database, const EpisodeChange &change);
    Result<void> goOn(QSqlDatabase &database, Life &life, const EpisodeChange &change);
    Result<void> addAside(QSqlDatabase &database, Life &life, const EpisodeChange &change);
    Result<void> closeUnseen(QSqlDatabase &database, Life &life);

    std::optional<qint64> m_watchedMs; ///< how far the console before this one saw; 0: not known
};

} // namespace Watchfloor
