#pragma once

#include "models/silences/clustersilence.h"

namespace Watchfloor {

/// A silence as a person reads it elsewhere: matchers, times in UTC, author, comment, place; a line each.
QString silenceText(const ClusterSilence &row);
/// Silences as GET /api/v2/silences has them, as an indented JSON list.
QByteArray silencesJson(const std::vector<ClusterSilence> &rows);
/// The command line of amtool that makes the same silence at `url`; every word is quoted for a shell.
/// Source: amtool 0.25, `amtool silence add --help`.
QString amtoolCommand(const Silence &silence, const QString &url);
/// A word in single quotes, as any POSIX shell reads it.
QString shellWord(const QString &word);

} // namespace Watchfloor
