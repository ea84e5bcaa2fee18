#pragma once

#include "app/invocation.h"
#include "models/core/clock.h"
#include "models/core/result.h"

#include <map>

namespace Watchfloor {

class Session;

/// What the words of a silence on the command line mean together, and what the two grammars say differently of them.
struct SilenceWords
{
    Matchers matchers;
    QStringList disagreements;
};

Result<SilenceWords> readSilenceWords(const QStringList &words);

/// Alertmanagers by cluster: as they tell it, and as the workspace does of one that does not answer.
std::map<QString, QStringList> silenceClusters(const Session &session);

/// The cluster or Alertmanager that is meant: the named one, or the only one.
Result<QString> silenceTarget(const Session &session, const QString &name);

/// When it ends: RFC 3339, the way that the text output writes times, or so long after `now`.
Result<WallTime> silenceEnd(const SilenceVerb &verb, WallTime now);

} // namespace Watchfloor
