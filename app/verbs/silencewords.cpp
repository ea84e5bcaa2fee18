#include "app/verbs/silencewords.h"

#include "models/core/duration.h"
#include "models/core/matchersyntax.h"
#include "models/metrics/prometheusjson.h"
#include "models/session/session.h"

namespace Watchfloor {

namespace {

Error unusable(const QString &why)
{
    return {Error::Kind::Invalid, why, {}};
}

} // namespace

Result<SilenceWords> readSilenceWords(const QStringList &words)
{
    SilenceWords wanted;
    for (const QString &word : words) {
        MatcherReading reading = readMatchers(goText(word), MatcherGrammar::Fallback);
        if (reading.fault)
            return unusable(QStringLiteral("%1: %2").arg(word.left(200), reading.fault->message));
        if (!reading.disagreement.isEmpty())
            wanted.disagreements << QStringLiteral("%1: %2").arg(word.left(200), reading.disagreement);
        std::move(reading.matchers.begin(), reading.matchers.end(), std::back_inserter(wanted.matchers));
    }
    return wanted;
}

std::map<QString, QStringList> silenceClusters(const Session &session)
{
    std::map<QString, QStringList> clusters = session.stores().alerts.clusters();
    QStringList known;
    for (const auto &[cluster, members] : clusters)
        known << members;
    for (const SourceSpec &spec : session.stores().workspace().sources)
        if (spec.kind == SourceKind::Alertmanager && !known.contains(spec.name))
            clusters[spec.cluster.isEmpty() ? spec.name : spec.cluster] << spec.name;
    return clusters;
}

Result<QString> silenceTarget(const Session &session, const QString &name)
{
    const auto clusters = silenceClusters(session);
    QStringList names;
    for (const auto &[cluster, members] : clusters) {
        if (!name.isEmpty() && (cluster == name || members.contains(name)))
            return name;
        names << cluster;
    }
    if (!name.isEmpty())
        return unusable(QStringLiteral("There is no Alertmanager \"%1\" in the workspace.").arg(name));
    if (names.size() > 1)
        return unusable(QStringLiteral("There are several Alertmanagers: name one with --source (%1).").arg(names.join(QStringLiteral(", "))));
    return names.isEmpty() ? Result<QString>(unusable(QStringLiteral("There is no Alertmanager in the workspace."))) : Result<QString>(names.front());
}

Result<WallTime> silenceEnd(const SilenceVerb &verb, WallTime now)
{
    if (verb.until.isEmpty()) {
        const auto length = parseDuration(verb.duration);
        return length ? Result<WallTime>(now + *length) : Result<WallTime>(length.error());
    }
    QString until = verb.until.trimmed();
    const QLatin1String utc(" UTC");
    if (until.endsWith(utc) && until.indexOf(u' ') == 10)
        until = until.chopped(utc.size()).replace(10, 1, QLatin1Char('T')) + QLatin1Char('Z');
    const auto end = parseRfc3339(until.toUtf8());
    return end ? Result<WallTime>(*end) : Result<WallTime>(unusable(QStringLiteral("--until wants a time such as 2026-11-21T18:00:00Z")));
}

} // namespace Watchfloor
