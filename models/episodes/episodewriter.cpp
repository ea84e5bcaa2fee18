#include "models/episodes/episodewriter.h"

#include "models/database/historyschema.h"
#include "models/episodes/episodejson.h"
#include "models/episodes/episoderow.h"

#include <QSqlQuery>
#include <QVariant>

namespace Watchfloor {

namespace {

constexpr int mostEvents = 1'000; ///< of one life
constexpr qsizetype mostOrigins = 32;
constexpr qsizetype longestSummary = 1'000;
constexpr qint64 clocksDifferMs = 60'000;

QString wordsOf(const Episode &episode)
{
    QStringList words{episode.name(), episode.service(), episode.summary};
    for (const auto &[name, value] : episode.labels)
        words << name + u'=' + value;
    return words.join(u'\n');
}

QStringList joined(QStringList origins, const QStringList &more)
{
    origins += more;
    origins.removeDuplicates();
    origins.sort();
    return origins.first(std::min(origins.size(), mostOrigins));
}

Result<void> addEvent(QSqlDatabase &database, qint64 id, const EpisodeEvent &event)
{
    const QString state = event.kind == EpisodeEvent::Kind::State ? alertStateName(event.state) : QString();
    const QString kind = episodeEventName(event.kind);
    // The same is told again after a restart, and kept once.
    return execute(database,
                   QStringLiteral("INSERT INTO episode_event (episode, kind, state, at_ms, who, text) SELECT ?, ?, ?, ?, ?, ? "
                                  "WHERE (SELECT count(*) FROM episode_event WHERE episode = ?) < ? AND NOT EXISTS "
                                  "(SELECT 1 FROM episode_event WHERE episode = ? AND at_ms = ? AND kind = ? AND state = ?)"),
                   {id, kind, present(state), milliseconds(event.at), present(event.who), present(event.text), id, mostEvents, id,
                    milliseconds(event.at), kind, present(state)});
}

Result<qint64> insert(QSqlDatabase &database, const Episode &episode)
{
    QVariantList values{present(episode.fingerprint), present(episode.name()), present(episode.service()), labelsJson(episode.labels),
                        present(episode.summary), severityName(episode.severity), present(episode.origins.join(u'\n')),
                        alertStateName(episode.state), present(episode.owner), milliseconds(episode.startedAt)};
    for (const auto &time : {episode.firedAt, episode.seenAt, episode.acknowledgedAt})
        values << milliseconds(time);
    values << (episode.endedAt ? milliseconds(*episode.endedAt) : openEpisodeEnd) << episode.starts << episode.escalations << wordsOf(episode);
    QVariant id;
    const auto done = execute(database,
                              QStringLiteral("INSERT INTO episode (fingerprint, alertname, service, labels, summary, severity, origins, state, owner, "
                                             "started_ms, fired_ms, seen_ms, acknowledged_ms, ended_ms, starts, escalations, words) "
                                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                              values, &id);
    return done ? Result<qint64>(id.toLongLong()) : Result<qint64>(done.error());
}

Result<void> update(QSqlDatabase &database, const Episode &episode)
{
    QVariantList values{severityName(episode.severity), present(episode.origins.join(u'\n')), alertStateName(episode.state), present(episode.owner),
                        milliseconds(episode.startedAt)};
    for (const auto &time : {episode.firedAt, episode.seenAt, episode.acknowledgedAt})
        values << milliseconds(time);
    values << (episode.endedAt ? milliseconds(*episode.endedAt) : openEpisodeEnd) << episode.starts << episode.escalations << episode.id;
    return execute(database,
                   QStringLiteral("UPDATE episode SET severity = ?, origins = ?, state = ?, owner = ?, started_ms = ?, fired_ms = ?, seen_ms = ?, "
                                  "acknowledged_ms = ?, ended_ms = ?, starts = ?, escalations = ? WHERE id = ?"),
                   values);
}

/// What can be looked for is written again only where it changed: the index of words follows it.
Result<void> updateWords(QSqlDatabase &database, const Episode &before, const Episode &now)
{
    if (before.labels == now.labels && before.summary == now.summary)
        return {};
    return execute(database, QStringLiteral("UPDATE episode SET labels = ?, summary = ?, alertname = ?, service = ?, words = ? WHERE id = ?"),
                   {labelsJson(now.labels), present(now.summary), present(now.name()), present(now.service()), wordsOf(now), now.id});
}

/// Steps along the path that are recorded of the firing that began then.
Result<int> escalationsSince(QSqlDatabase &database, qint64 id, WallTime began)
{
    QSqlQuery query(database);
    const auto done = execute(query, QStringLiteral("SELECT count(*) FROM episode_event WHERE episode = ? AND kind = ? AND at_ms >= ?"),
                              {id, episodeEventName(EpisodeEvent::Kind::Escalated), milliseconds(began)});
    if (!done)
        return done.error();
    return query.next() ? query.value(0).toInt() : 0;
}

void takeOver(Episode &life, const EpisodeChange &change, bool continuesOpen)
{
    const Episode &now = change.alert;
    const bool isBeginning = change.begins && !(change.isFirst && continuesOpen && life.firedAt);
    life.labels = now.labels;
    life.summary = now.summary.isEmpty() ? life.summary : now.summary.first(std::min(now.summary.size(), longestSummary));
    life.severity = std::min(life.severity, now.severity);
    life.origins = joined(life.origins, now.origins);
    life.startedAt = std::min(life.startedAt, now.startedAt);
    life.firedAt = life.firedAt ? life.firedAt : now.firedAt;
    life.seenAt = life.seenAt ? life.seenAt : now.seenAt;
    life.acknowledgedAt = life.acknowledgedAt ? life.acknowledgedAt : now.acknowledgedAt;
    life.owner = now.owner.isEmpty() ? life.owner : now.owner;
    life.starts += isBeginning;
    life.state = now.state;
    life.endedAt = now.endedAt;
}

} // namespace

struct EpisodeWriter::Life
{
    Episode episode;
    qint64 lastEventMs = 0;
    bool isOpen() const { return !episode.endedAt; }
};

Result<void> EpisodeWriter::learnWatched(QSqlDatabase &database)
{
    if (m_watchedMs)
        return {};
    QSqlQuery query(database);
    if (const auto done = execute(query, QStringLiteral("SELECT seen_ms FROM console_watch"), {}); !done)
        return done;
    m_watchedMs = query.next() ? query.value(0).toLongLong() : 0;
    return {};
}

Result<void> EpisodeWriter::watch(QSqlDatabase &database, WallTime now)
{
    if (const auto learnt = learnWatched(database); !learnt)
        return learnt;
    return execute(database, QStringLiteral("INSERT INTO console_watch (id, seen_ms) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET seen_ms = excluded.seen_ms"),
                   {milliseconds(now)});
}

namespace {

/// The newest life of the alert: the open one, where there is one.
Result<std::optional<Episode>> newestLife(QSqlDatabase &database, const QString &fingerprint, qint64 &lastEventMs)
{
    QSqlQuery query(database);
    if (const auto done = execute(query, episodeColumns() + QStringLiteral(" WHERE fingerprint = ? ORDER BY ended_ms DESC, id DESC LIMIT 1"), {present(fingerprint)}); !done)
        return done.error();
    if (!query.next())
        return std::optional<Episode>();
    const Episode episode = episodeOf(query);
    QSqlQuery last(database);
    if (const auto done = execute(last, QStringLiteral("SELECT max(at_ms) FROM episode_event WHERE episode = ?"), {episode.id}); !done)
        return done.error();
    lastEventMs = last.next() ? last.value(0).toLongLong() : 0;
    return std::optional(episode);
}

} // namespace

Result<void> EpisodeWriter::closeUnseen(QSqlDatabase &database, Life &life)
{
    const qint64 seen = std::max({*m_watchedMs, life.lastEventMs, milliseconds(life.episode.startedAt)});
    life.episode.state = AlertState::Unseen;
    life.episode.endedAt = WallTime(std::chrono::milliseconds(seen));
    if (const auto done = update(database, life.episode); !done)
        return done;
    return addEvent(database, life.episode.id, {EpisodeEvent::Kind::State, AlertState::Unseen, *life.episode.endedAt, {}, {}});
}

Result<void> EpisodeWriter::closeUnseen(QSqlDatabase &database, const QString &fingerprint)
{
    if (const auto learnt = learnWatched(database); !learnt)
        return learnt;
    Life life;
    const auto found = newestLife(database, fingerprint, life.lastEventMs);
    if (!found)
        return found.error();
    if (!*found || (*found)->endedAt)
        return {};
    life.episode = **found;
    return closeUnseen(database, life);
}

Result<void> EpisodeWriter::apply(QSqlDatabase &database, const EpisodeChange &change)
{
    if (const auto learnt = learnWatched(database); !learnt)
        return learnt;
    Life life;
    const auto found = newestLife(database, change.alert.fingerprint, life.lastEventMs);
    if (!found)
        return found.error();
    if (!*found)
        return begin(database, change);
    life.episode = **found;
    if (change.isAside)
        return addAside(database, life, change);
    // The life that a console before this one left open ended unseen when its origins tell of a later beginning.
    const qint64 begun = milliseconds(change.alert.startedAt);
    const bool isLater = begun > std::max(*m_watchedMs, life.lastEventMs) + clocksDifferMs;
    if (life.isOpen() && change.isFirst && isLater)
        if (const auto closed = closeUnseen(database, life); !closed)
            return closed;
    const bool isSame = life.isOpen() || begun - milliseconds(*life.episode.endedAt) <= change.together.count();
    return isSame ? goOn(database, life, change) : begin(database, change);
}

Result<void> EpisodeWriter::begin(QSqlDatabase &database, const EpisodeChange &change)
{
    if (change.alert.endedAt || change.isAside)
        return {}; // what was never recorded has no end to record
    Episode life = change.alert;
    life.summary.truncate(longestSummary);
    life.starts = change.begins ? 1 : 0;
    const Result<qint64> id = insert(database, life);
    if (!id || !change.event)
        return id ? Result<void>() : Result<void>(id.error());
    EpisodeEvent event = *change.event;
    event.at = change.began;
    return addEvent(database, *id, event);
}

Result<void> EpisodeWriter::goOn(QSqlDatabase &database, Life &life, const EpisodeChange &change)
{
    const Episode before = life.episode;
    takeOver(life.episode, change, life.isOpen());
    if (const auto done = updateWords(database, before, life.episode); !done)
        return done;
    if (const auto done = update(database, life.episode); !done)
        return done;
    const bool isNews = change.event && (before.state != change.event->state || before.endedAt.has_value() != life.episode.endedAt.has_value());
    return isNews ? addEvent(database, before.id, *change.event) : Result<void>();
}

Result<void> EpisodeWriter::addAside(QSqlDatabase &database, Life &life, const EpisodeChange &change)
{
    Episode &known = life.episode;
    if (change.level > 0) {
        const Result<int> steps = escalationsSince(database, known.id, change.began);
        if (!steps || change.level <= *steps)
            return steps ? Result<void>() : Result<void>(steps.error());
        ++known.escalations;
    }
    known.acknowledgedAt = known.acknowledgedAt ? known.acknowledgedAt : change.alert.acknowledgedAt;
    known.owner = change.alert.owner.isEmpty() ? known.owner : change.alert.owner;
    if (change.alert.endedAt && life.isOpen()) {
        known.endedAt = change.alert.endedAt;
        known.state = change.alert.state;
    }
    if (const auto done = update(database, known); !done)
        return done;
    return change.event ? addEvent(database, known.id, *change.event) : Result<void>();
}

Result<void> EpisodeWriter::rename(QSqlDatabase &database, const QString &before, const QString &now)
{
    qint64 ignored = 0;
    const auto old = newestLife(database, before, ignored);
    if (!old)
        return old.error();
    const auto target = newestLife(database, now, ignored);
    if (!target)
        return target.error();
    if (!*old || (*old)->endedAt)
        return {};
    const qint64 id = (*old)->id;
    if (!*target || (*target)->endedAt)
        return execute(database, QStringLiteral("UPDATE episode SET fingerprint = ? WHERE id = ?"), {present(now), id});
    // Both were told of before the two names were known to be one: the one that began earlier stays.
    const bool isOlder = (*old)->id < (*target)->id;
    const qint64 kept = isOlder ? id : (*target)->id;
    const qint64 gone = isOlder ? (*target)->id : id;
    for (const auto &[statement, values] : {std::pair(QStringLiteral("DELETE FROM episode_event WHERE episode = ?"), QVariantList{gone}),
                                            std::pair(QStringLiteral("DELETE FROM episode WHERE id = ?"), QVariantList{gone}),
                                            std::pair(QStringLiteral("UPDATE episode SET fingerprint = ? WHERE id = ?"), QVariantList{present(now), kept})})
        if (const auto done = execute(database, statement, values); !done)
            return done;
    return {};
}

Result<void> EpisodeWriter::prune(QSqlDatabase &database, WallTime oldest)
{
    const QVariantList values{milliseconds(oldest)};
    if (const auto done = execute(database, QStringLiteral("DELETE FROM episode_event WHERE episode IN (SELECT id FROM episode WHERE ended_ms < ?)"), values); !done)
        return done;
    return execute(database, QStringLiteral("DELETE FROM episode WHERE ended_ms < ?"), values);
}

} // namespace Watchfloor
