#include "app/verbs/alertlines.h"
#include "app/verbs/silencewords.h"
#include "app/verbs/verbjson.h"
#include "app/verbs/verbs.h"

#include "models/core/format.h"
#include "models/core/jsonwriting.h"
#include "models/core/matchersyntax.h"
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

void quitWith(const Error &error, int code, bool json)
{
    QCoreApplication::exit(refuse(error, code, json));
}

void quitWith(const QString &sentence, int code, bool json)
{
    QCoreApplication::exit(refuse(sentence, code, json));
}

/// The members of a cluster, or the one Alertmanager of that name.
QStringList membersOf(const Session &session, const QString &target)
{
    const auto clusters = silenceClusters(session);
    const auto cluster = clusters.find(target);
    return cluster == clusters.end() ? QStringList{target} : cluster->second;
}

/// The open alerts that these list, and those that no Alertmanager lists yet: they may come to these.
std::vector<const Alert *> alertsOf(const Session &session, const QStringList &members)
{
    QStringList all;
    for (const auto &[cluster, names] : silenceClusters(session))
        all << names;
    const auto isAmong = [](const QStringList &names) { return [&names](const QString &origin) { return names.contains(origin); }; };
    std::vector<const Alert *> found;
    for (const Alert &alert : session.stores().alerts.alerts())
        if (std::any_of(alert.origins.begin(), alert.origins.end(), isAmong(members)) || std::none_of(alert.origins.begin(), alert.origins.end(), isAmong(all)))
            found.push_back(&alert);
    return found;
}

/// What it mutes there; everywhere where no place is named.
SilencePreview previewAt(const Session &session, const Matchers &matchers, const QString &target)
{
    if (target.isEmpty())
        return previewSilence(matchers, session.stores().alerts.alerts());
    const QStringList members = membersOf(session, target);
    SilencePreview preview;
    AlertMatch match(matchers);
    addToPreview(preview, match, alertsOf(session, members), &members);
    return preview;
}

Json mutesJson(const Session &session, const SilencePreview &preview)
{
    const AlertLines lines(session);
    Json list = Json::array();
    for (const Alert *alert : preview.muted)
        list.push_back(lines.json(*alert));
    return list;
}

void printPreview(const Session &session, const SilenceWords &wanted, const SilencePreview &preview, std::ostream &out)
{
    constexpr size_t mostLines = 50;
    out << text(Format::safeText(matchersText(wanted.matchers))) << " mutes " << preview.muted.size() << " of " << preview.outOf << " open alerts, "
        << preview.firing << " of them firing" << std::endl;
    const AlertLines lines(session);
    for (size_t i = 0; i < std::min(preview.muted.size(), mostLines) && &out == &std::cout; ++i)
        lines.print(*preview.muted[i]);
    if (preview.muted.size() > mostLines && &out == &std::cout)
        out << "  and " << preview.muted.size() - mostLines << " more\n";
    for (const QString &disagreement : wanted.disagreements)
        std::cerr << "note: " << text(Format::safeText(disagreement)) << '\n';
}

/// What a count on a half-seen list leaves open; empty: everything is seen, or nothing is counted.
QString uncounted(const Session &session)
{
    const auto blind = blindSources(session);
    const auto &most = session.stores().workspace().silencePolicy.most;
    if (blind.empty() || !most)
        return {};
    return QStringLiteral("The policy allows it to mute %1 open alerts, and what %2 would tell is not counted.")
        .arg(*most)
        .arg(QStringList(blind.begin(), blind.end()).join(QStringLiteral(", ")));
}

/// Why `add` would refuse these matchers, whatever is said of length and reason.
std::optional<Error> refusalOf(const Session &session, const Matchers &matchers, const SilencePreview &preview)
{
    Silence silence;
    silence.matchers = matchers;
    silence.startsAt = session.clock().wall();
    const SilencePolicy &policy = session.stores().workspace().silencePolicy;
    silence.endsAt = silence.startsAt + std::min<std::chrono::milliseconds>(policy.longest, std::chrono::minutes(1));
    silence.comment = QStringLiteral("a preview");
    const auto allowed = checkSilencePolicy(silence, preview, policy, silence.startsAt);
    return allowed ? std::nullopt : std::optional(allowed.error());
}

int previewVerb(const Session &session, const SilenceVerb &verb, bool json)
{
    const auto wanted = readSilenceWords(verb.matchers);
    if (!wanted)
        return refuse(wanted.error(), exitCannot, json);
    if (!verb.source.isEmpty())
        if (const auto target = silenceTarget(session, verb.source); !target)
            return refuse(target.error(), exitCannot, json);
    const SilencePreview preview = previewAt(session, wanted->matchers, verb.source);
    const auto refusal = refusalOf(session, wanted->matchers, preview);
    const QString halfSeen = uncounted(session);
    const int blind = tellBlindSources(session);
    const int code = blind == 0 && !refusal ? exitFine : exitFound;
    if (!json) {
        printPreview(session, *wanted, preview, std::cout);
        if (refusal)
            std::cout << "add would refuse it: " << text(verbSentence(*refusal)) << '\n';
        else if (!halfSeen.isEmpty())
            std::cout << text(halfSeen) << '\n';
        return code;
    }
    std::cout << Json{{"matchers", text(canonicalText(wanted->matchers))},
                      {"mutes", mutesJson(session, preview)},
                      {"outOf", preview.outOf},
                      {"disagreements", jsonList<Json>(wanted->disagreements)},
                      {"refused", refusal ? Json(text(verbSentence(*refusal))) : Json()},
                      {"blind", blindJson(session)}}
                     .dump()
              << '\n';
    return code;
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
                            {"startsAt", jsonTime(silence.startsAt)},
                            {"endsAt", jsonTime(silence.endsAt)},
                            {"disputed", row.isDisputed()}});
        else
            std::cout << text(silence.id) << "  " << text(row.cluster) << "  " << state << "  " << text(Format::safeText(matchersText(silence.matchers))) << "  until "
                      << text(Format::isoTime(silence.endsAt)) << "  " << text(Format::safeText(silence.createdBy)) << ": "
                      << text(Format::safeText(silence.comment)) << (row.isDisputed() ? "  (members disagree)" : "") << '\n';
    }
    const int blind = tellBlindSources(session);
    Json unread = Json::object();
    for (const auto &[source, count] : stores.alerts.unreadSilences()) {
        unread[text(source)] = count;
        std::cerr << text(source) << ": silences that cannot be read here: " << count << '\n';
    }
    if (json)
        std::cout << Json{{"silences", list}, {"blind", blindJson(session)}, {"unread", unread}}.dump() << '\n';
    return blind == 0 && unread.empty() ? exitFine : exitFound;
}

/// Nothing was said against it; else why it is not done.
std::optional<QString> unconfirmed(const SilenceVerb &verb)
{
    if (verb.yes)
        return std::nullopt;
    if (!::isatty(STDIN_FILENO))
        return QStringLiteral("Nobody can be asked here: confirm with --yes.");
    std::cerr << "Type yes to silence them: " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return QString::fromStdString(answer).trimmed() == u"yes" ? std::nullopt : std::optional(QStringLiteral("It was not confirmed; nothing is silenced."));
}

void addVerb(Session &session, const SilenceVerb &verb, bool json)
{
    const auto wanted = readSilenceWords(verb.matchers);
    const auto target = silenceTarget(session, verb.source);
    const WallTime now = session.clock().wall();
    const auto end = silenceEnd(verb, now);
    if (!wanted || !target || !end)
        return quitWith(!wanted ? wanted.error() : !target ? target.error() : end.error(), exitCannot, json);
    if (verb.comment.trimmed().isEmpty())
        return quitWith(QStringLiteral("Say why with --comment: a silence needs a reason."), exitCannot, json);
    Silence silence;
    silence.matchers = wanted->matchers;
    silence.startsAt = now;
    silence.endsAt = *end;
    silence.comment = verb.comment;
    silence.createdBy = verb.author.isEmpty() ? session.options().actor : verb.author;
    const SilencePreview preview = previewAt(session, silence.matchers, *target);
    printPreview(session, *wanted, preview, json ? std::cerr : std::cout);
    tellBlindSources(session);
    if (const auto allowed = checkSilencePolicy(silence, preview, session.stores().workspace().silencePolicy, now); !allowed)
        return quitWith(allowed.error(), exitFound, json);
    // Nobody says yes in passing to a number that is not known.
    const QString halfSeen = uncounted(session);
    if (!halfSeen.isEmpty() && !verb.yes)
        return quitWith(halfSeen + QStringLiteral(" Silence it all the same with --yes."), exitFound, json);
    if (!halfSeen.isEmpty())
        std::cerr << text(halfSeen) << '\n';
    if (const auto why = unconfirmed(verb))
        return quitWith(*why, exitCannot, json);
    const Json mutes = json ? mutesJson(session, preview) : Json();
    const Json blind = json ? blindJson(session) : Json();
    session.postSilence(*target, silence, &session, [silence, json, mutes, blind, target = *target](const Result<QString> &id) {
        if (!id)
            return quitWith(id.error(), exitFound, json);
        if (json)
            std::cout << Json{{"id", text(*id)},
                              {"source", text(target)},
                              {"matchers", text(canonicalText(silence.matchers))},
                              {"endsAt", jsonTime(silence.endsAt)},
                              {"mutes", mutes},
                              {"blind", blind}}
                             .dump()
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
    return silenceTarget(session, source);
}

/// Silences to be ended one after the other, and what came of those that were.
struct Expiry
{
    QStringList ids;
    QString source;
    bool json = false;
    int code = exitFine;
    Json expired = Json::array();
    Json failed = Json::array();

    void note(const QString &id, const QString &holder)
    {
        if (json)
            expired.push_back({{"id", text(id)}, {"source", text(holder)}});
        else
            std::cout << text(id) << '\n';
    }
    void note(const QString &id, const Error &error, int with)
    {
        code = std::max(code, with);
        if (json)
            failed.push_back({{"id", text(id)}, {"error", text(verbSentence(error))}});
        else
            std::cerr << text(Format::safeText(id)) << ": " << text(verbSentence(error)) << '\n';
    }
};

/// One that cannot be ended keeps none of the others.
void expireNext(Session &session, const std::shared_ptr<Expiry> &expiry)
{
    if (expiry->ids.isEmpty()) {
        if (expiry->json)
            std::cout << Json{{"expired", expiry->expired}, {"errors", expiry->failed}}.dump() << '\n';
        return QCoreApplication::exit(expiry->code);
    }
    const QString id = expiry->ids.takeFirst();
    const auto holder = holderOf(session, id, expiry->source);
    if (!holder) {
        expiry->note(id, holder.error(), exitCannot);
        return expireNext(session, expiry);
    }
    session.expireSilence(*holder, id, &session, [&session, expiry, id, holder = *holder](const Result<QString> &ended) {
        if (ended)
            expiry->note(id, holder);
        else
            expiry->note(id, ended.error(), exitFound);
        expireNext(session, expiry);
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
        return expireNext(session, std::make_shared<Expiry>(Expiry{verb.ids, verb.source, json}));
    case SilenceVerb::Action::Preview:
        return QCoreApplication::exit(previewVerb(session, verb, json));
    }
}

} // namespace Watchfloor
