#pragma once

#include "models/core/result.h"
#include "models/episodes/episode.h"

#include <QVariantList>

class QSqlDatabase;
class QSqlQuery;
class QVariant;

namespace Watchfloor {

/// Null and empty are one in a QString, and not in SQL.
QString present(const QString &text);

constexpr qint64 milliseconds(WallTime time)
{
    return time.time_since_epoch().count();
}
/// Null where absent.
QVariant milliseconds(const std::optional<WallTime> &time);

/// Prepares and runs; `id` takes the new row's.
Result<void> execute(QSqlQuery &query, const QString &statement, const QVariantList &values);
Result<void> execute(QSqlDatabase &database, const QString &statement, const QVariantList &values, QVariant *id = nullptr);

/// SELECT ... FROM episode, for episodeOf().
QString episodeColumns();
/// The row that the query stands on. Brief: of the labels alertname and service alone.
Episode episodeOf(const QSqlQuery &query, bool brief = false);
/// The events of an episode, oldest first.
Result<std::vector<EpisodeEvent>> eventsOf(QSqlDatabase &database, qint64 episode);

} // namespace Watchfloor
