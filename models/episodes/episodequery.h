#pragma once

#include "models/core/result.h"
#include "models/episodes/episode.h"

#include <QVariantList>

class QSqlDatabase;

namespace Watchfloor {

/// What a search found, newest first: what is open, then what ended last.
struct EpisodeFindings
{
    std::vector<Episode> episodes;
    qint64 examined = 0; ///< rows that were read for it
};

/// The question to SQLite whose answer is the ids that may fit, newest first, read from an index.
struct EpisodeStatement
{
    QString text;
    QVariantList values;
};
EpisodeStatement episodeStatement(const EpisodeSearch &search);

/// Looks on the database's thread. Words of three letters and more and plain equalities are answered by the index of words or
/// of names; other matchers and shorter words are held against each row that is left. At most 100,000 are found.
Result<EpisodeFindings> findEpisodes(QSqlDatabase &database, const EpisodeSearch &search);

} // namespace Watchfloor
