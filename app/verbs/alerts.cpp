#include "app/verbs/alertlines.h"
#include "app/verbs/verbs.h"

#include "models/alerts/alertfilter.h"
#include "models/core/format.h"
#include "models/session/session.h"

#include <iostream>

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Json textsJson(const QStringList &texts)
{
    Json list = Json::array();
    for (const QString &one : texts)
        list.push_back(text(one));
    return list;
}

Json labelsJson(const Labels &labels)
{
    Json object = Json::object();
    for (const auto &[name, value] : labels)
        object[text(name)] = text(value);
    return object;
}

Json acknowledgementJson(const std::optional<Acknowledgement> &acknowledgement)
{
    if (!acknowledgement)
        return nullptr;
    return {{"owner", text(acknowledgement->owner)},
            {"comment", text(acknowledgement->comment)},
            {"at", text(Format::isoTime(acknowledgement->at))},
            {"until", acknowledgement->until ? Json(text(Format::isoTime(*acknowledgement->until))) : Json()}};
}

} // namespace

Json alertJson(const Alert &alert, WallTime now)
{
    return {{"fingerprint", text(alert.fingerprint)},
            {"state", text(alertStateName(alert.state))},
            {"severity", text(severityName(alert.severity))},
            {"labels", labelsJson(alert.labels)},
            {"annotations", labelsJson(alert.annotations)},
            {"startsAt", text(Format::isoTime(alert.startsAt))},
            {"ageSeconds", double((now - alert.startsAt).count()) / 1000.0},
            {"origins", textsJson(alert.origins)},
            {"silencedBy", textsJson(alert.silencedBy)},
            {"inhibitedBy", textsJson(alert.inhibitedBy)},
            {"mutedBy", textsJson(alert.mutedBy)},
            {"receivers", textsJson(alert.receivers)},
            {"disputed", alert.disputed},
            {"acknowledgement", acknowledgementJson(alert.acknowledgement)}};
}

void printAlert(const Alert &alert, WallTime now)
{
    std::cout << "  " << text(alertStateName(alert.state)) << "  " << text(severityName(alert.severity)) << "  " << text(Format::safeText(alert.name()))
              << "  " << text(Format::safeText(alert.service())) << "  " << text(Format::safeText(alert.summary())) << "  ["
              << text(alert.origins.join(QStringLiteral(", "))) << "]  " << text(Format::span(now - alert.startsAt));
    if (!alert.silencedBy.isEmpty())
        std::cout << "  silenced by " << text(Format::safeText(alert.silencedBy.join(QStringLiteral(", "))));
    std::cout << '\n';
}

int tellBlindSources(const Session &session)
{
    int blind = 0;
    const Instant now = session.clock().now();
    for (const SourceStatus &status : session.stores().sources.sources()) {
        const bool tellsAlerts = status.spec.kind == SourceKind::Alertmanager || status.spec.kind == SourceKind::Prometheus;
        if (!tellsAlerts || status.state(now) == State::Healthy)
            continue;
        ++blind;
        std::cerr << text(status.spec.name) << " is " << text(stateName(status.state(now))) << ", its alerts are not known now";
        if (const auto &error = status.freshness.error())
            std::cerr << ": " << text(Format::sentence(*error));
        std::cerr << '\n';
    }
    // A rule takes its time: `for` is counted by a console that stays.
    if (!session.stores().workspace().ruleFiles.isEmpty())
        std::cerr << "rule files are evaluated by a running console; what they would raise is not in this list\n";
    return blind;
}

int printAlerts(const Session &session, const AlertsVerb &verb, bool json)
{
    auto filter = parseAlertFilter(verb.filters);
    if (!filter) {
        std::cerr << text(filter.error().where) << ": " << text(filter.error().detail) << '\n';
        return exitCannot;
    }
    const AlertStore &store = session.stores().alerts;
    filter->lookAround(store);
    const WallTime now = session.clock().wall();
    Json list = Json::array();
    int open = 0;
    for (const Alert &alert : store.alerts()) {
        if (!filter->matches(alert, now))
            continue;
        open += alert.isOpen() ? 1 : 0;
        if (json)
            list.push_back(alertJson(alert, now));
        else
            printAlert(alert, now);
    }
    const int blind = tellBlindSources(session);
    if (json)
        std::cout << Json{{"alerts", list}}.dump() << '\n';
    return open == 0 && blind == 0 ? exitFine : exitFound;
}

} // namespace Watchfloor
