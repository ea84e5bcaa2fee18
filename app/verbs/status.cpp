#include "app/verbs/verbs.h"

#include "models/core/format.h"
#include "models/session/session.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace Watchfloor {

namespace {

using Json = nlohmann::json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Json labelsJson(const Labels &labels)
{
    Json object = Json::object();
    for (const auto &[name, value] : labels)
        object[text(name)] = text(value);
    return object;
}

Json alertJson(const Alert &alert)
{
    return {{"fingerprint", text(alert.fingerprint)},
            {"state", text(alertStateName(alert.state))},
            {"severity", text(severityName(alert.severity))},
            {"labels", labelsJson(alert.labels)},
            {"annotations", labelsJson(alert.annotations)},
            {"startsAt", text(Format::isoTime(alert.startsAt))},
            {"origins", [&alert] {
                 Json list = Json::array();
                 for (const QString &origin : alert.origins)
                     list.push_back(text(origin));
                 return list;
             }()}};
}

Json sourceJson(const SourceStatus &status, Instant now)
{
    const auto age = status.freshness.age(now);
    const auto &error = status.freshness.error();
    return {{"name", text(status.spec.name)},
            {"kind", text(sourceKindName(status.spec.kind))},
            {"state", text(stateName(status.state(now)))},
            {"ageSeconds", age ? Json(double(age->count()) / 1000.0) : Json()},
            {"error", error ? Json(text(Format::sentence(*error))) : Json()}};
}

Json statusJson(const Session &session)
{
    const Stores &stores = session.stores();
    const Instant now = session.clock().now();
    const StateCounts counts = stores.services.counts(now);
    Json out{{"state", text(stateName(counts.worst()))}, {"counts", Json::object()}, {"sources", Json::array()}, {"services", Json::array()}, {"alerts", Json::array()}};
    for (const State state : allStates)
        out["counts"][text(stateName(state))] = counts.of(state);
    for (const SourceStatus &status : stores.sources.sources())
        out["sources"].push_back(sourceJson(status, now));
    for (const ServiceStatus &status : stores.services.services())
        out["services"].push_back({{"name", text(status.service.name)}, {"state", text(stateName(status.state))}, {"reason", text(status.reason)}});
    for (const Alert &alert : stores.alerts.alerts())
        if (alert.isOpen())
            out["alerts"].push_back(alertJson(alert));
    return out;
}

void printAlert(const Alert &alert)
{
    std::cout << "  " << text(alertStateName(alert.state)) << "  " << text(severityName(alert.severity)) << "  " << text(Format::safeText(alert.name()))
              << "  " << text(Format::safeText(alert.service())) << "  " << text(Format::safeText(alert.summary())) << "  ["
              << text(alert.origins.join(QStringLiteral(", "))) << "]\n";
}

} // namespace

int printStatus(const Session &session, bool json)
{
    const Stores &stores = session.stores();
    const Instant now = session.clock().now();
    const StateCounts counts = stores.services.counts(now);
    const bool healthy = counts.worst() == State::Healthy;
    if (json) {
        std::cout << statusJson(session).dump() << '\n';
        return healthy ? exitFine : exitFound;
    }
    std::cout << text(stores.workspace().name) << ": " << text(Format::state(counts.worst())) << '\n';
    for (auto state = allStates.rbegin(); state != allStates.rend(); ++state)
        std::cout << (state == allStates.rbegin() ? "" : ", ") << counts.of(*state) << ' ' << text(stateName(*state));
    std::cout << "\n\nSources\n";
    for (const SourceStatus &status : stores.sources.sources()) {
        std::cout << "  " << text(stateName(status.state(now))) << "  " << text(status.spec.name);
        if (const auto age = status.freshness.age(now))
            std::cout << "  " << text(Format::span(*age));
        if (const auto &error = status.freshness.error())
            std::cout << "  " << text(Format::sentence(*error));
        std::cout << '\n';
    }
    std::cout << "\nServices\n";
    for (const ServiceStatus &status : stores.services.services())
        std::cout << "  " << text(stateName(status.state)) << "  " << text(status.service.name) << "  " << text(status.reason) << '\n';
    std::cout << "\nAlerts\n";
    bool any = false;
    for (const Alert &alert : stores.alerts.alerts())
        if (alert.isOpen()) {
            printAlert(alert);
            any = true;
        }
    if (!any)
        std::cout << "  none\n";
    return healthy ? exitFine : exitFound;
}

int printAlerts(const Session &session, const AlertsVerb &verb, bool json)
{
    Matchers matchers;
    for (const QString &filter : verb.filters) {
        const auto parsed = parseMatchers(filter);
        if (!parsed) {
            std::cerr << text(Format::sentence(parsed.error())) << '\n';
            return exitCannot;
        }
        matchers.insert(matchers.end(), parsed->begin(), parsed->end());
    }
    Json list = Json::array();
    int open = 0;
    for (const Alert &alert : session.stores().alerts.alerts()) {
        if (!matchAll(matchers, alert.labels))
            continue;
        open += alert.isOpen() ? 1 : 0;
        if (json)
            list.push_back(alertJson(alert));
        else
            printAlert(alert);
    }
    if (json)
        std::cout << Json{{"alerts", list}}.dump() << '\n';
    return open == 0 ? exitFine : exitFound;
}

int printProbes(const Session &session, const ProbeVerb &verb, bool json)
{
    const Instant now = session.clock().now();
    Json list = Json::array();
    std::vector<State> states;
    QStringList unknown = verb.endpoints;
    for (const EndpointStatus &status : session.stores().health.endpoints()) {
        const QString key = status.endpoint.key();
        if (!verb.endpoints.isEmpty() && !verb.endpoints.contains(key))
            continue;
        unknown.removeAll(key);
        const State state = status.state(now);
        states.push_back(state);
        const auto milliseconds = status.latest.value ? status.latest.value->duration.count() : 0;
        if (json)
            list.push_back({{"endpoint", text(key)}, {"state", text(stateName(state))}, {"reason", text(status.reason(now))}, {"milliseconds", milliseconds}});
        else
            std::cout << text(stateName(state)) << "  " << text(key) << "  " << milliseconds << " ms  " << text(status.reason(now)) << '\n';
    }
    if (json)
        std::cout << Json{{"endpoints", list}}.dump() << '\n';
    for (const QString &name : unknown)
        std::cerr << "no endpoint " << text(name) << '\n';
    if (!unknown.isEmpty())
        return exitCannot;
    return worstOf(states) == State::Healthy ? exitFine : exitFound;
}

int printSlos(const Session &session, bool json)
{
    const Stores &stores = session.stores();
    const Instant now = session.clock().now();
    Json list = Json::array();
    bool fine = true;
    for (const SloStatus &status : stores.slos.objectives()) {
        const State state = status.state(stores.slos.policy(), now);
        fine = fine && state == State::Healthy;
        if (json) {
            list.push_back({{"name", text(status.objective.name)},
                            {"service", text(status.objective.service)},
                            {"target", status.objective.target},
                            {"state", text(stateName(state))},
                            {"sli", status.budget.sli ? Json(*status.budget.sli) : Json()},
                            {"remaining", status.budget.remaining ? Json(*status.budget.remaining) : Json()},
                            {"errors", status.budget.errors},
                            {"total", status.budget.total}});
            continue;
        }
        std::cout << text(stateName(state)) << "  " << text(status.objective.name) << "  target " << text(Format::ratio(status.objective.target));
        if (status.budget.sli && status.budget.remaining)
            std::cout << "  now " << text(Format::ratio(*status.budget.sli)) << "  budget left " << text(Format::ratio(*status.budget.remaining, 1)) << ", "
                      << text(Format::span(status.budget.timeLeft)) << " of " << text(Format::span(status.budget.timeAllowed));
        else if (const auto &error = status.freshness.error())
            std::cout << "  " << text(Format::sentence(*error));
        std::cout << '\n';
    }
    if (json)
        std::cout << Json{{"objectives", list}}.dump() << '\n';
    return fine ? exitFine : exitFound;
}

int printSilences(const Session &session, bool json)
{
    Json list = Json::array();
    for (const auto &[source, silence] : session.stores().alerts.allSilences()) {
        if (silence.state == Silence::State::Expired)
            continue;
        if (json)
            list.push_back({{"source", text(source)},
                            {"id", text(silence.id)},
                            {"matchers", text(matchersText(silence.matchers))},
                            {"createdBy", text(silence.createdBy)},
                            {"comment", text(silence.comment)},
                            {"endsAt", text(Format::isoTime(silence.endsAt))}});
        else
            std::cout << text(silence.id) << "  " << text(source) << "  " << text(Format::safeText(matchersText(silence.matchers))) << "  until "
                      << text(Format::isoTime(silence.endsAt)) << "  " << text(Format::safeText(silence.createdBy)) << ": "
                      << text(Format::safeText(silence.comment)) << '\n';
    }
    if (json)
        std::cout << Json{{"silences", list}}.dump() << '\n';
    return exitFine;
}

int printSilencePreview(const Session &session, const SilenceVerb &verb, bool json)
{
    Matchers matchers;
    for (const QString &word : verb.matchers) {
        const auto parsed = parseMatchers(word);
        if (!parsed) {
            std::cerr << text(Format::sentence(parsed.error())) << '\n';
            return exitCannot;
        }
        matchers.insert(matchers.end(), parsed->begin(), parsed->end());
    }
    Json list = Json::array();
    for (const Alert &alert : session.stores().alerts.alerts()) {
        if (!alert.isOpen() || !matchAll(matchers, alert.labels))
            continue;
        if (json)
            list.push_back(alertJson(alert));
        else
            printAlert(alert);
    }
    if (json)
        std::cout << Json{{"matchers", text(matchersText(matchers))}, {"mutes", list}}.dump() << '\n';
    return exitFine;
}

} // namespace Watchfloor
