#include "app/verbs/alertlines.h"
#include "app/verbs/verbjson.h"
#include "app/verbs/verbs.h"

#include "models/alerts/alertfilter.h"
#include "models/core/format.h"
#include "models/core/jsonwriting.h"
#include "models/session/session.h"

#include <iostream>
#include <set>

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Json acknowledgementJson(const std::optional<Acknowledgement> &acknowledgement)
{
    if (!acknowledgement)
        return nullptr;
    return {{"owner", text(acknowledgement->owner)},
            {"comment", text(acknowledgement->comment)},
            {"at", jsonTime(acknowledgement->at)},
            {"until", acknowledgement->until ? Json(jsonTime(*acknowledgement->until)) : Json()}};
}

bool isBlindTeller(const SourceStatus &status, Instant now)
{
    const bool tellsAlerts = status.spec.kind == SourceKind::Alertmanager || status.spec.kind == SourceKind::Prometheus;
    return tellsAlerts && status.state(now) != State::Healthy;
}

QString blindSentence(const SourceStatus &status, Instant now)
{
    const QString known = QStringLiteral("%1 is %2, its alerts are not known now").arg(status.spec.name, stateName(status.state(now)));
    const auto &error = status.freshness.error();
    return error ? known + QStringLiteral(": ") + Format::sentence(*error) : known;
}

} // namespace

AlertLines::AlertLines(const Session &session)
    : m_session(session)
{
    for (auto &[cluster, members] : session.stores().alerts.clusters()) {
        QStringList answering = members;
        answering.removeIf([&session](const QString &member) { return session.stores().sources.state(member, session.clock().now()) != State::Healthy; });
        if (answering.size() > 1)
            m_clusters.push_back(answering);
    }
}

std::optional<bool> AlertLines::isDisputed(const Alert &alert) const
{
    if (alert.disputed || m_clusters.empty() || !alert.isOpen())
        return alert.disputed;
    const std::vector<AlertTelling> tellings = m_session.stores().alerts.tellings(alert);
    for (const QStringList &members : m_clusters) {
        std::map<QString, std::set<std::pair<bool, int>>> words;
        for (const AlertTelling &telling : tellings)
            if (members.contains(telling.origin))
                words[telling.origin].insert({telling.lists, telling.lists ? int(telling.state) : 0});
        const bool agree = std::all_of(words.begin(), words.end(), [&words](const auto &word) { return word.second == words.begin()->second; });
        if (!agree)
            return std::nullopt;
    }
    return false;
}

bool AlertLines::wantsSecondAnswer() const
{
    const AlertRows &rows = m_session.stores().alerts.alerts();
    return !m_clusters.empty() && std::any_of(rows.begin(), rows.end(), [this](const Alert &alert) { return !isDisputed(alert); });
}

Json AlertLines::json(const Alert &alert) const
{
    const auto disputed = isDisputed(alert);
    const WallTime now = m_session.clock().wall();
    return {{"fingerprint", text(alert.fingerprint)},
            {"state", text(alertStateName(alert.state))},
            {"severity", text(severityName(alert.severity))},
            {"labels", jsonMap<Json>(alert.labels)},
            {"annotations", jsonMap<Json>(alert.annotations)},
            {"startsAt", jsonTime(alert.startsAt)},
            {"ageSeconds", double((now - alert.beganBy(now)).count()) / 1000.0},
            {"origins", jsonList<Json>(alert.origins)},
            {"silencedBy", jsonList<Json>(alert.silencedBy)},
            {"inhibitedBy", jsonList<Json>(alert.inhibitedBy)},
            {"mutedBy", jsonList<Json>(alert.mutedBy)},
            {"receivers", jsonList<Json>(alert.receivers)},
            {"disputed", disputed ? Json(*disputed) : Json()},
            {"acknowledgement", acknowledgementJson(alert.acknowledgement)}};
}

void AlertLines::print(const Alert &alert) const
{
    const WallTime now = m_session.clock().wall();
    std::cout << "  " << text(alertStateName(alert.state)) << "  " << text(severityName(alert.severity)) << "  " << text(Format::safeText(alert.name()))
              << "  " << text(Format::safeText(alert.service())) << "  " << text(Format::safeText(alert.summary())) << "  ["
              << text(alert.origins.join(QStringLiteral(", "))) << "]  " << text(Format::span(now - alert.beganBy(now)));
    if (!alert.silencedBy.isEmpty())
        std::cout << "  silenced by " << text(Format::safeText(alert.silencedBy.join(QStringLiteral(", "))));
    const auto disputed = isDisputed(alert);
    std::cout << (!disputed ? "  (members differ, not known yet whether they disagree)" : *disputed ? "  (members disagree)" : "") << '\n';
}

std::vector<QString> blindSources(const Session &session)
{
    std::vector<QString> blind;
    const Instant now = session.clock().now();
    for (const SourceStatus &status : session.stores().sources.sources())
        if (isBlindTeller(status, now))
            blind.push_back(status.spec.name);
    return blind;
}

Json blindJson(const Session &session)
{
    Json list = Json::array();
    const Instant now = session.clock().now();
    for (const SourceStatus &status : session.stores().sources.sources())
        if (isBlindTeller(status, now))
            list.push_back({{"source", text(status.spec.name)}, {"state", text(stateName(status.state(now)))}, {"why", text(blindSentence(status, now))}});
    return list;
}

int tellBlindSources(const Session &session)
{
    int blind = 0;
    const Instant now = session.clock().now();
    for (const SourceStatus &status : session.stores().sources.sources())
        if (isBlindTeller(status, now)) {
            ++blind;
            std::cerr << text(blindSentence(status, now)) << '\n';
        }
    // A rule takes its time: `for` is counted by a console that stays.
    if (!session.stores().workspace().ruleFiles.isEmpty())
        std::cerr << "rule files are evaluated by a running console; what they would raise is not in this list\n";
    return blind;
}

int printAlerts(const Session &session, const AlertsVerb &verb, bool json)
{
    auto filter = parseAlertFilter(verb.filters);
    if (!filter)
        return refuse(QStringLiteral("%1: %2").arg(filter.error().where, filter.error().detail), exitCannot, json);
    const AlertStore &store = session.stores().alerts;
    filter->lookAround(store);
    const WallTime now = session.clock().wall();
    const AlertLines lines(session);
    Json list = Json::array();
    int open = 0;
    for (const Alert &alert : store.alerts()) {
        if (!filter->matches(alert, now))
            continue;
        open += alert.isOpen() ? 1 : 0;
        if (json)
            list.push_back(lines.json(alert));
        else
            lines.print(alert);
    }
    const int blind = tellBlindSources(session);
    if (json)
        std::cout << Json{{"alerts", list}, {"blind", blindJson(session)}}.dump() << '\n';
    return open == 0 && blind == 0 ? exitFine : exitFound;
}

} // namespace Watchfloor
