#include "app/verbs/alertlines.h"
#include "app/verbs/verbs.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/core/matchersyntax.h"
#include "models/metrics/prometheusjson.h"
#include "models/session/session.h"
#include "models/silences/clustersilence.h"
#include "models/silences/silencepreview.h"

#include <QCoreApplication>

#include <iostream>
#include <unistd.h>

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Error unusable(const QString &why)
{
    return {Error::Kind::Invalid, why, {}};
}

void say(const Error &error)
{
    std::cerr << text(error.detail.isEmpty() ? Format::sentence(error) : error.detail) << '\n';
}

/// What the words of the command line mean together, and what the two grammars say differently of them.
struct Wanted
{
    Matchers matchers;
    QStringList disagreements;
};

Result<Wanted> wantedOf(const QStringList &words)
{
    Wanted wanted;
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

/// The cluster or Alertmanager that is meant: the named one, or the only one.
Result<QString> targetOf(const Session &session, const QString &name)
{
    QStringList clusters;
    for (const SourceSpec &spec : session.stores().workspace().sources) {
        if (spec.kind != SourceKind::Alertmanager)
            continue;
        const QString cluster = clusterOf(session.stores().alerts, spec.name);
        if (!name.isEmpty() && (spec.name == name || cluster == name || spec.cluster == name))
            return name;
        if (!clusters.contains(cluster))
            clusters << cluster;
    }
    if (!name.isEmpty())
        return unusable(QStringLiteral("There is no Alertmanager \"%1\" in the workspace.").arg(name));
    if (clusters.size() > 1)
        return unusable(QStringLiteral("There are several Alertmanagers: name one with --source (%1).").arg(clusters.join(QStringLiteral(", "))));
    return clusters.isEmpty() ? Result<QString>(unusable(QStringLiteral("There is no Alertmanager in the workspace."))) : Result<QString>(clusters.front());
}

Result<WallTime> endOf(const SilenceVerb &verb, WallTime now)
{
    if (!verb.until.isEmpty()) {
        const auto end = parseRfc3339(verb.until.toUtf8());
        return end ? Result<WallTime>(*end) : Result<WallTime>(unusable(QStringLiteral("--until wants a time such as 2026-11-21T18:00:00Z")));
    }
    const auto length = parseDuration(verb.duration);
    if (!length)
        return length.error();
    return now + *length;
}

Json mutesJson(const SilencePreview &preview, WallTime now)
{
    Json list = Json::array();
    for (const Alert *alert : preview.muted)
        list.push_back(alertJson(*alert, now));
    return list;
}

void printPreview(const Wanted &wanted, const SilencePreview &preview, WallTime now, std::ostream &out)
{
    constexpr size_t mostLines = 50;
    out << text(Format::safeText(matchersText(wanted.matchers))) << " mutes " << preview.muted.size() << " of " << preview.outOf << " open alerts, "
        << preview.firing << " of them firing" << std::endl;
    for (size_t i = 0; i < std::min(preview.muted.size(), mostLines) && &out == &std::cout; ++i)
        printAlert(*preview.muted[i], now);
    if (preview.muted.size() > mostLines && &out == &std::cout)
        out << "  and " << preview.muted.size() - mostLines << " more\n";
    for (const QString &disagreement : wanted.disagreements)
        std::cerr << "note: " << text(Format::safeText(disagreement)) << '\n';
}

int previewVerb(const Session &session, const SilenceVerb &verb, bool json)
{
    const auto wanted = wantedOf(verb.matchers);
    if (!wanted) {
        say(wanted.error());
        return exitCannot;
    }
    const WallTime now = session.clock().wall();
    const SilencePreview preview = previewSilence(wanted->matchers, session.stores().alerts.alerts());
    const int blind = tellBlindSources(session);
    if (!json) {
        printPreview(*wanted, preview, now, std::cout);
        return blind == 0 ? exitFine : exitFound;
    }
    Json disagreements = Json::array();
    for (const QString &disagreement : wanted->disagreements)
        disagreements.push_back(text(disagreement));
    std::cout << Json{{"matchers", text(canonicalText(wanted->matchers))}, {"mutes", mutesJson(preview, now)}, {"outOf", preview.outOf}, {"disagreements", disagreements}}.dump()
              << '\n';
    return blind == 0 ? exitFine : exitFound;
}

int listVerb(const Session &session, const SilenceVerb &verb, bool json)
{
    static constexpr const char *states[] = {"pending", "active", "expired"};
    const Stores &stores = session.stores();
    Json list = Json::array();
    for (const ClusterSilence &row : clusterSilences(stores.alerts, stores.sources, session.clock().now(), session.clock().wall())) {
        const Silence &silence = row.silence;
        if (silence.state == Silence::State::Expired && !verb.expired)
            continue;
        const char *state = states[size_t(silence.state)];
        const QStringList holders = row.membersThat(SilenceMember::Says::Stands);
        if (json)
            list.push_back({{"source", text(holders.isEmpty() ? row.cluster : holders.front())},
                            {"cluster", text(row.cluster)},
                            {"id", text(silence.id)},
                            {"state", state},
                            {"matchers", text(matchersText(silence.matchers))},
                            {"createdBy", text(silence.createdBy)},
                            {"comment", text(silence.comment)},
                            {"startsAt", text(Format::isoTime(silence.startsAt))},
                            {"endsAt", text(Format::isoTime(silence.endsAt))},
                            {"disputed", row.isDisputed()}});
        else
            std::cout << text(silence.id) << "  " << text(row.cluster) << "  " << state << "  " << text(Format::safeText(matchersText(silence.matchers))) << "  until "
                      << text(Format::isoTime(silence.endsAt)) << "  " << text(Format::safeText(silence.createdBy)) << ": "
                      << text(Format::safeText(silence.comment)) << (row.isDisputed() ? "  (members disagree)" : "") << '\n';
    }
    const int blind = tellBlindSources(session);
    if (json)
        std::cout << Json{{"silences", list}}.dump() << '\n';
    return blind == 0 ? exitFine : exitFound;
}

bool confirmed(const SilenceVerb &verb)
{
    if (verb.yes)
        return true;
    if (!::isatty(STDIN_FILENO)) {
        std::cerr << "Nobody can be asked here: confirm with --yes.\n";
        return false;
    }
    std::cerr << "Type yes to silence them: " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return QString::fromStdString(answer).trimmed() == u"yes";
}

void quitWith(const Error &error, int code)
{
    say(error);
    QCoreApplication::exit(code);
}

void addVerb(Session &session, const SilenceVerb &verb, bool json)
{
    const auto wanted = wantedOf(verb.matchers);
    const auto target = targetOf(session, verb.source);
    const WallTime now = session.clock().wall();
    const auto end = endOf(verb, now);
    if (!wanted || !target || !end)
        return quitWith(!wanted ? wanted.error() : !target ? target.error() : end.error(), exitCannot);
    if (verb.comment.trimmed().isEmpty())
        return quitWith(unusable(QStringLiteral("Say why with --comment: a silence needs a reason.")), exitCannot);
    Silence silence;
    silence.matchers = wanted->matchers;
    silence.startsAt = now;
    silence.endsAt = *end;
    silence.comment = verb.comment;
    silence.createdBy = verb.author.isEmpty() ? session.options().actor : verb.author;
    const SilencePreview preview = previewSilence(silence.matchers, session.stores().alerts.alerts());
    printPreview(*wanted, preview, now, json ? std::cerr : std::cout);
    if (const auto allowed = checkSilencePolicy(silence, preview, session.stores().workspace().silencePolicy, now); !allowed)
        return quitWith(allowed.error(), exitFound);
    if (!confirmed(verb))
        return QCoreApplication::exit(exitCannot);
    const Json mutes = json ? mutesJson(preview, now) : Json();
    session.postSilence(*target, silence, &session, [silence, json, mutes, target = *target](const Result<QString> &id) {
        if (!id)
            return quitWith(id.error(), exitFound);
        if (json)
            std::cout << Json{{"id", text(*id)}, {"source", text(target)}, {"matchers", text(canonicalText(silence.matchers))}, {"endsAt", text(Format::isoTime(silence.endsAt))}, {"mutes", mutes}}.dump()
                      << '\n';
        else
            std::cout << text(*id) << '\n';
        QCoreApplication::exit(exitFine);
    });
}

/// Where a silence stands: the cluster that tells of it, else the one that is meant.
Result<QString> holderOf(const Session &session, const QString &id, const QString &source)
{
    if (source.isEmpty())
        for (const auto &[name, silence] : session.stores().alerts.allSilences())
            if (silence.id == id)
                return clusterOf(session.stores().alerts, name);
    return targetOf(session, source);
}

/// Ends one after the other; one that cannot be ended keeps none of the others.
void expireNext(Session &session, QStringList ids, const QString &source, int code)
{
    if (ids.isEmpty())
        return QCoreApplication::exit(code);
    const QString id = ids.takeFirst();
    const auto holder = holderOf(session, id, source);
    if (!holder) {
        say(holder.error());
        return expireNext(session, ids, source, exitCannot);
    }
    session.expireSilence(*holder, id, &session, [&session, ids, source, code, id](const Result<QString> &ended) {
        if (ended)
            std::cout << text(id) << '\n';
        else
            say(ended.error());
        expireNext(session, ids, source, ended ? code : std::max(code, exitFound));
    });
}

} // namespace

void runSilenceVerb(Session &session, const SilenceVerb &verb, bool json)
{
    switch (verb.action) {
    case SilenceVerb::Action::Add:
        return addVerb(session, verb, json);
    case SilenceVerb::Action::List:
        return QCoreApplication::exit(listVerb(session, verb, json));
    case SilenceVerb::Action::Expire:
        return expireNext(session, verb.ids, verb.source, exitFine);
    case SilenceVerb::Action::Preview:
        return QCoreApplication::exit(previewVerb(session, verb, json));
    }
}

} // namespace Watchfloor
