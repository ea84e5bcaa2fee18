#include "models/episodes/episoderow.h"

#include "models/database/historyschema.h"
#include "models/episodes/episodejson.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace Watchfloor {

namespace {

WallTime timeOf(const QVariant &value)
{
    return WallTime(std::chrono::milliseconds(value.toLongLong()));
}

std::optional<WallTime> timeOrNone(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(timeOf(value));
}

} // namespace

QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant milliseconds(const std::optional<WallTime> &time)
{
    return time ? QVariant(qint64(milliseconds(*time))) : QVariant(QMetaType::fromType<qint64>());
}

Result<void> execute(QSqlQuery &query, const QString &statement, const QVariantList &values)
{
    query.setForwardOnly(true);
    bool isDone = query.prepare(statement);
    for (const QVariant &value : values)
        query.addBindValue(value);
    isDone = isDone && query.exec();
    return isDone ? Result<void>() : Result<void>(databaseError(query.lastError(), QStringLiteral("history.sqlite")));
}

Result<void> execute(QSqlDatabase &database, const QString &statement, const QVariantList &values, QVariant *id)
{
    QSqlQuery query(database);
    const Result<void> done = execute(query, statement, values);
    if (done && id)
        *id = query.lastInsertId();
    return done;
}

QString episodeColumns()
{
    return QStringLiteral("SELECT id, fingerprint, alertname, service, labels, summary, severity, origins, state, owner, started_ms, "
                          "fired_ms, seen_ms, acknowledged_ms, ended_ms, starts, escalations FROM episode");
}

Episode episodeOf(const QSqlQuery &query, bool brief)
{
    Episode episode;
    episode.id = query.value(0).toLongLong();
    episode.fingerprint = query.value(1).toString();
    if (brief) {
        episode.labels = Labels{{QStringLiteral("alertname"), query.value(2).toString()}, {QStringLiteral("service"), query.value(3).toString()}};
    } else {
        episode.labels = labelsOfJson(query.value(4).toString());
        episode.summary = query.value(5).toString();
    }
    episode.severity = severityNamed(query.value(6).toString());
    episode.origins = query.value(7).toString().split(u'\n', Qt::SkipEmptyParts);
    episode.state = alertStateNamed(query.value(8).toString()).value_or(AlertState::Unseen);
    episode.owner = query.value(9).toString();
    episode.startedAt = timeOf(query.value(10));
    episode.firedAt = timeOrNone(query.value(11));
    episode.seenAt = timeOrNone(query.value(12));
    episode.acknowledgedAt = timeOrNone(query.value(13));
    if (query.value(14).toLongLong() != openEpisodeEnd)
        episode.endedAt = timeOf(query.value(14));
    episode.starts = query.value(15).toInt();
    episode.escalations = query.value(16).toInt();
    return episode;
}

Result<std::vector<EpisodeEvent>> eventsOf(QSqlDatabase &database, qint64 episode)
{
    QSqlQuery query(database);
    const auto done = execute(query, QStringLiteral("SELECT kind, state, at_ms, who, text FROM episode_event WHERE episode = ? ORDER BY at_ms, rowid"), {episode});
    if (!done)
        return done.error();
    std::vector<EpisodeEvent> events;
    while (query.next()) {
        const auto kind = episodeEventKind(query.value(0).toString());
        const auto state = alertStateNamed(query.value(1).toString());
        if (kind && (state || *kind != EpisodeEvent::Kind::State))
            events.push_back({*kind, state.value_or(AlertState::Firing), timeOf(query.value(2)), query.value(3).toString(), query.value(4).toString()});
    }
    return events;
}

} // namespace Watchfloor
