#pragma once

#include "models/episodes/episodereport.h"

#include <QCoreApplication>

namespace Watchfloor {

enum class EpisodeFormat { Text, Markdown, Json };

/// Lives of alerts for a ticket, a chat or a program. What came from outside cannot become markup.
QString episodesText(const std::vector<Episode> &episodes, EpisodeFormat format, WallTime now);

/// The report for a ticket: figures, the ten noisiest, shifts.
QString reportMarkdown(const EpisodeReport &report);

/// "4 min 12 s", or a dash where nothing is known.
QString figureText(const std::optional<std::chrono::milliseconds> &span);

class EpisodeCopyWords
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::EpisodeCopyWords)
};

} // namespace Watchfloor
