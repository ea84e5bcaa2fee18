#pragma once

#include "models/episodes/episode.h"

namespace Watchfloor {

/// The labels of an alert as a JSON object, for the record.
QString labelsJson(const Labels &labels);
/// Back again; what is no object of texts gives no labels.
Labels labelsOfJson(const QString &json);

/// "state", "acknowledged", "escalated": as the record has them.
QString episodeEventName(EpisodeEvent::Kind kind);
std::optional<EpisodeEvent::Kind> episodeEventKind(QStringView name);
std::optional<AlertState> alertStateNamed(QStringView name);
Severity severityNamed(QStringView name);

/// Episodes for other programs, with their events: an array of objects, times in ISO 8601 of UTC, null for what is not known.
QString episodesJson(const std::vector<Episode> &episodes);

} // namespace Watchfloor
