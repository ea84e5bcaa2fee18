#include "app/verbs/alertlines.h"
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
    const AlertLines lines(session);
    for (const Alert &alert : stores.alerts.alerts())
        if (alert.isOpen())
            out["alerts"].push_back(lines.json(alert));
    return out;
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
    const AlertLines lines(session);
    for (const Alert &alert : stores.alerts.alerts())
        if (alert.isOpen()) {
            lines.print(alert);
            any = true;
        }
    if (!any)
        std::cout << "  none\n";
    return healthy ? exitFine : exitFound;
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

} // namespace Watchfloor
