#include "models/health/healthfamilies.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor::HealthFamilies {

namespace {

using Json = nlohmann::json;
using Words = std::initializer_list<std::pair<const char *, State>>;

constexpr int nestingLimit = 8;

const Json *at(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() ? &*found : nullptr;
}

const Json &nothing()
{
    static const Json none = Json::object();
    return none;
}

/// Text under `key`, or under "status" or "code" in an object there.
std::optional<std::string> textAt(const Json &object, const char *key)
{
    const Json *value = at(object, key);
    for (const char *inner : {"status", "code"})
        if (value && value->is_object())
            value = at(*value, inner) ? at(*value, inner) : value;
    return value && value->is_string() ? std::optional(value->get_ref<const std::string &>()) : std::nullopt;
}

std::optional<State> stateOf(const std::string &word, Words words)
{
    for (const auto &[known, state] : words)
        if (word == known)
            return state;
    return std::nullopt;
}

State stateOrBlind(const std::string &word)
{
    return commonWord(shownWord(word)).value_or(State::Blind);
}

HealthBody bodyOf(const char *family, const std::string &word, State state)
{
    return {QLatin1String(family), shownWord(word), state};
}

/// Why a part is down, where it says so.
QString causeOf(const Json &part)
{
    for (const Json *place : {&part, at(part, "details"), at(part, "data")})
        for (const char *key : {"error", "message", "output", "exception", "Exception", "description", "Description", "reason", "rootCause"})
            if (const auto text = place ? textAt(*place, key) : std::nullopt; text && !text->empty())
                return shownWord(*text);
    return {};
}

void add(HealthBody &body, const QString &name, State state, const QString &said, const QString &cause = {})
{
    if (body.components.size() < componentLimit)
        body.components.push_back({shownWord(name), state, said});
    if (state == State::Critical && body.detail.isEmpty())
        body.detail = QStringLiteral("%1 says \"%2\"%3").arg(shownWord(name), said, cause.isEmpty() ? QString() : QStringLiteral(": ") + cause);
}

bool anyComponent(const HealthBody &body, State state)
{
    return std::any_of(body.components.begin(), body.components.end(), [state](const HealthComponent &part) { return part.state == state; });
}

/// Whether members of an object are components: objects with a state of their own.
bool holdsComponents(const Json *json)
{
    return json && json->is_object() && std::any_of(json->begin(), json->end(), [](const Json &part) { return part.is_object() && textAt(part, "status"); });
}

bool contains(QByteArrayView type, const char *word)
{
    return type.toByteArray().toLower().contains(word);
}

// Spring Boot Actuator: UP, DOWN, OUT_OF_SERVICE, UNKNOWN and what an application adds. Parts stand under "components" (2.2 and later),
// "details" (2.0) or beside "status" (1.x), and have parts of their own.

constexpr Words springWords{{"UP", State::Healthy}, {"DOWN", State::Critical}, {"OUT_OF_SERVICE", State::Critical}, {"UNKNOWN", State::Blind}};

void addSpringParts(HealthBody &body, const Json &parts, const QString &prefix, int depth)
{
    for (const auto &[name, part] : parts.items()) {
        const auto word = textAt(part, "status");
        if (!part.is_object() || !word)
            continue;
        const QString path = prefix + QString::fromStdString(name);
        add(body, path, stateOf(*word, springWords).value_or(stateOrBlind(*word)), shownWord(*word), causeOf(part));
        const Json *inside = at(part, "components") || at(part, "details") ? nullptr : &part;
        for (const Json *nested : {at(part, "components"), at(part, "details"), inside})
            if (depth < nestingLimit && holdsComponents(nested))
                addSpringParts(body, *nested, path + u'/', depth + 1);
    }
}

std::optional<HealthBody> fromSpring(const Json &object, QByteArrayView type)
{
    const auto word = textAt(object, "status");
    if (!word)
        return std::nullopt;
    const char *nested = holdsComponents(at(object, "components")) ? "components" : holdsComponents(at(object, "details")) ? "details" : nullptr;
    const auto known = stateOf(*word, springWords);
    const bool shaped = nested || at(object, "groups") || contains(type, "spring-boot") || (at(object, "components") && at(object, "components")->is_object());
    if (!known && !shaped)
        return std::nullopt;
    HealthBody body = bodyOf("spring", *word, known.value_or(stateOrBlind(*word)));
    addSpringParts(body, nested ? object.at(nested) : object, {}, 0);
    return body;
}

// The draft "Health Check Response Format for HTTP APIs": pass, warn, fail and their aliases; "checks" is a map of lists.

bool holdsCheckLists(const Json *checks)
{
    return checks && checks->is_object() && !checks->empty()
           && std::all_of(checks->begin(), checks->end(), [](const Json &list) { return list.is_array(); });
}

std::optional<HealthBody> fromHealthJson(const Json &object, QByteArrayView type)
{
    const auto word = textAt(object, "status");
    if (!word)
        return std::nullopt;
    const QString lower = shownWord(*word).toLower();
    const bool own = lower == u"pass" || lower == u"warn" || lower == u"fail";
    if (!own && !contains(type, "health+json") && !holdsCheckLists(at(object, "checks")))
        return std::nullopt;
    HealthBody body = bodyOf("health+json", *word, stateOrBlind(*word));
    // The first drafts called them "details".
    const Json *checks = at(object, at(object, "checks") ? "checks" : "details");
    if (checks && checks->is_object()) {
        for (const auto &[name, list] : checks->items()) {
            std::optional<State> worst;
            QString said;
            QString cause;
            for (const Json &entry : list.is_array() ? list : Json::array({list})) {
                const auto status = textAt(entry, "status");
                const State state = status ? stateOrBlind(*status) : State::Blind;
                if (!status || (worst && worse(*worst, state) == *worst))
                    continue;
                worst = state;
                said = shownWord(*status);
                cause = causeOf(entry);
            }
            if (worst)
                add(body, QString::fromStdString(name), *worst, said, cause);
        }
    } else if (checks && checks->is_array()) {
        for (const Json &entry : *checks)
            if (const auto status = textAt(entry, "status"))
                add(body, shownWord(textAt(entry, "name").value_or(std::string())), stateOrBlind(*status), shownWord(*status), causeOf(entry));
    }
    if (const auto output = textAt(object, "output"); output && body.detail.isEmpty() && body.state != State::Healthy)
        body.detail = shownWord(*output);
    // The draft leaves it to the service what a failing part means for the whole, so it says no more than that something is wrong.
    if (body.state == State::Healthy && anyComponent(body, State::Critical))
        body.state = State::Warning;
    return body;
}

// Eclipse MicroProfile Health: "status" (2.0 and later) or "outcome" (1.0), and a list of checks.

constexpr Words microprofileWords{{"UP", State::Healthy}, {"DOWN", State::Critical}};

std::optional<HealthBody> fromMicroprofile(const Json &object)
{
    const Json *checks = at(object, "checks");
    const char *key = at(object, "outcome") ? "outcome" : "status";
    const auto word = textAt(object, key);
    const auto state = word ? stateOf(*word, microprofileWords) : std::nullopt;
    if (!state || (checks && !checks->is_array()) || (!checks && *key == 's'))
        return std::nullopt;
    HealthBody body = bodyOf("microprofile", *word, *state);
    for (const Json &check : checks ? *checks : Json::array()) {
        const auto said = textAt(check, "status") ? textAt(check, "status") : textAt(check, "state");
        if (said)
            add(body, shownWord(textAt(check, "name").value_or(std::string())), stateOf(*said, microprofileWords).value_or(State::Blind), shownWord(*said), causeOf(check));
    }
    return body;
}

// ASP.NET Core: a HealthReport as its writers print it, keys in either case, states as words or numbers.

constexpr Words aspnetWords{{"Healthy", State::Healthy}, {"Degraded", State::Warning}, {"Unhealthy", State::Critical}};

std::optional<std::string> aspnetWord(const Json &object)
{
    const Json *value = at(object, "status") ? at(object, "status") : at(object, "Status");
    static constexpr const char *numbered[] = {"Unhealthy", "Degraded", "Healthy"};
    if (value && value->is_number_unsigned() && value->get<quint64>() < std::size(numbered))
        return numbered[value->get<quint64>()];
    return value && value->is_string() ? std::optional(value->get_ref<const std::string &>()) : std::nullopt;
}

/// A list has no keys, so the writers that make one name each part in it.
QString aspnetName(const Json &part)
{
    for (const char *key : {"name", "key", "component", "Name", "Key", "Component"})
        if (const auto name = textAt(part, key))
            return shownWord(*name);
    return {};
}

std::optional<HealthBody> fromAspnet(const Json &object)
{
    const Json *parts = nullptr;
    for (const char *key : {"entries", "results", "Entries", "Results", "checks", "Checks", "healthChecks", "HealthChecks", "info"})
        if (!parts && at(object, key) && at(object, key)->is_structured())
            parts = at(object, key);
    const auto word = aspnetWord(object);
    const auto state = word ? stateOf(*word, aspnetWords) : std::nullopt;
    const Json *number = at(object, "status") ? at(object, "status") : at(object, "Status");
    if (!state || (!parts && number && number->is_number()))
        return std::nullopt;
    HealthBody body = bodyOf("aspnet", *word, *state);
    for (const auto &[key, part] : (parts ? *parts : nothing()).items()) {
        const auto said = aspnetWord(part);
        if (said)
            add(body, parts->is_array() ? aspnetName(part) : QString::fromStdString(key), stateOf(*said, aspnetWords).value_or(State::Blind), shownWord(*said), causeOf(part));
    }
    return body;
}

// NestJS Terminus and godaddy's terminus: ok, error, shutting_down; the parts say up or down.

std::optional<HealthBody> fromTerminus(const Json &object)
{
    const auto word = textAt(object, "status");
    const auto state = word ? stateOf(*word, {{"ok", State::Healthy}, {"error", State::Critical}, {"shutting_down", State::Critical}}) : std::nullopt;
    const bool shaped = at(object, "info") || at(object, "error") || at(object, "details");
    if (!state || (!shaped && object.size() > 1))
        return std::nullopt;
    HealthBody body = bodyOf("terminus", *word, *state);
    Json parts = Json::object();
    for (const char *key : {"info", "error", "details"})
        if (const Json *some = at(object, key); some && some->is_object())
            parts.update(*some);
    for (const auto &[name, part] : parts.items())
        if (const auto said = textAt(part, "status"); said && part.is_object())
            add(body, QString::fromStdString(name), stateOrBlind(*said), shownWord(*said), causeOf(part));
    return body;
}

// hellofresh/health-go: OK, Partially Available, Unavailable, Timeout during health check; "failures" names what failed.

std::optional<HealthBody> fromHealthGo(const Json &object)
{
    const auto word = textAt(object, "status");
    const auto state = word ? stateOf(*word, {{"OK", State::Healthy},
                                              {"Partially Available", State::Warning},
                                              {"Unavailable", State::Critical},
                                              {"Timeout", State::Critical},
                                              {"Timeout during health check", State::Critical}})
                            : std::nullopt;
    const bool shaped = at(object, "failures") || at(object, "system") || at(object, "component") || at(object, "timestamp");
    if (!state || (!shaped && *word == "OK"))
        return std::nullopt;
    HealthBody body = bodyOf("health-go", *word, *state);
    const State part = *state == State::Critical ? State::Critical : State::Warning;
    const Json *failures = at(object, "failures");
    for (const auto &[name, why] : (failures && failures->is_object() ? *failures : nothing()).items())
        add(body, QString::fromStdString(name), part, why.is_string() ? shownWord(why.get_ref<const std::string &>()) : QString());
    if (!body.components.empty())
        body.state = worse(body.state, part);
    if (body.detail.isEmpty() && !body.components.empty())
        body.detail = QStringLiteral("%1: %2").arg(body.components.front().name, body.components.front().said);
    return body;
}

// etcd: {"health":"true"} with a reason beside "false".

std::optional<HealthBody> fromEtcd(const Json &object)
{
    const Json *health = at(object, "health");
    if (!health || at(object, "status") || !(health->is_string() || health->is_boolean()))
        return std::nullopt;
    const std::string word = health->is_string() ? health->get_ref<const std::string &>() : health->get<bool>() ? "true" : "false";
    const auto state = stateOf(word, {{"true", State::Healthy}, {"false", State::Critical}});
    if (!state)
        return std::nullopt;
    HealthBody body = bodyOf("etcd", word, *state);
    if (const auto reason = textAt(object, "reason"))
        body.detail = shownWord(*reason);
    return body;
}

// Kubernetes' API: component statuses, and the Status object that errors come in.

State conditionState(const std::string &status)
{
    return stateOf(status, {{"True", State::Healthy}, {"False", State::Critical}}).value_or(State::Blind);
}

void addComponentStatus(HealthBody &body, const Json &item)
{
    const Json *conditions = at(item, "conditions");
    const Json *metadata = at(item, "metadata");
    const QString name = shownWord(metadata ? textAt(*metadata, "name").value_or(std::string()) : std::string());
    State state = State::Blind;
    QString said;
    for (const Json &condition : conditions && conditions->is_array() ? *conditions : Json::array()) {
        if (textAt(condition, "type") != "Healthy")
            continue;
        const std::string status = textAt(condition, "status").value_or(std::string());
        state = conditionState(status);
        said = shownWord(textAt(condition, "message").value_or(textAt(condition, "error").value_or(status)));
    }
    add(body, name, state, said);
}

std::optional<HealthBody> fromKubernetes(const Json &object)
{
    const auto kind = textAt(object, "kind");
    if (kind == "Status") {
        const std::string word = textAt(object, "status").value_or(std::string());
        HealthBody body = bodyOf("kubernetes", word, stateOf(word, {{"Success", State::Healthy}, {"Failure", State::Critical}}).value_or(State::Blind));
        // Who is not let in is told nothing about the service.
        if (const auto reason = textAt(object, "reason"); reason == "Unauthorized" || reason == "Forbidden" || reason == "NotFound" || reason == "TooManyRequests")
            body.state = State::Blind;
        body.detail = shownWord(textAt(object, "message").value_or(std::string()));
        return body;
    }
    if (kind != "ComponentStatusList" && kind != "ComponentStatus")
        return std::nullopt;
    HealthBody body = bodyOf("kubernetes", *kind, State::Healthy);
    const Json *items = at(object, "items");
    if (kind == "ComponentStatus")
        addComponentStatus(body, object);
    for (const Json &item : items && items->is_array() ? *items : Json::array())
        addComponentStatus(body, item);
    body.state = State::Blind;
    for (const HealthComponent &part : body.components)
        body.state = &part == &body.components.front() ? part.state : worse(body.state, part.state);
    return body;
}

// django-health-check: a name and what it says, "working" or what is wrong.

std::optional<State> djangoState(const std::string &said)
{
    const QString text = QString::fromStdString(said).toLower();
    if (text == u"working" || text == u"ok")
        return State::Healthy;
    if (text.startsWith(u"warning"))
        return State::Warning;
    for (const QLatin1String known : {QLatin1String("unavailable"), QLatin1String("unexpected result"), QLatin1String("unknown error"), QLatin1String("error")})
        if (text.startsWith(known))
            return State::Critical;
    return std::nullopt;
}

std::optional<HealthBody> fromDjango(const Json &object)
{
    const bool texts = !object.empty() && std::all_of(object.begin(), object.end(), [](const Json &value) { return value.is_string(); });
    const bool known = texts && std::any_of(object.begin(), object.end(), [](const Json &value) {
                           return value == "working" || (djangoState(value.get_ref<const std::string &>()) && value.get_ref<const std::string &>().find(": ") != std::string::npos);
                       });
    const bool fine = texts && std::all_of(object.begin(), object.end(), [](const Json &value) { return value == "OK" || value == "working"; });
    if (!(known || fine) || at(object, "status") || at(object, "message"))
        return std::nullopt;
    HealthBody body = bodyOf("django", "working", State::Healthy);
    for (const auto &[name, value] : object.items()) {
        const auto &said = value.get_ref<const std::string &>();
        const State state = djangoState(said).value_or(State::Critical);
        if (worse(state, body.state) != body.state)
            body.word = shownWord(said);
        body.state = worse(state, body.state);
        add(body, QString::fromStdString(name), state, shownWord(said));
    }
    return body;
}

/// A word or a truth value under a name that says what it is.
std::optional<HealthBody> fromPlain(const Json &object)
{
    for (const char *key : {"status", "Status", "state", "health", "healthy", "ok", "alive", "ready"}) {
        const Json *value = at(object, key);
        if (value && value->is_boolean())
            return bodyOf("plain", value->get<bool>() ? "true" : "false", value->get<bool>() ? State::Healthy : State::Critical);
        const auto word = textAt(object, key);
        const auto state = word ? commonWord(shownWord(*word)) : std::nullopt;
        if (!state)
            continue;
        HealthBody body = bodyOf("plain", *word, *state);
        for (const char *parts : {"checks", "components", "services", "dependencies", "details"})
            if (holdsComponents(at(object, parts)) && body.components.empty())
                for (const auto &[name, part] : at(object, parts)->items())
                    if (const auto said = textAt(part, "status"); said && part.is_object())
                        add(body, QString::fromStdString(name), stateOrBlind(*said), shownWord(*said));
        return body;
    }
    return std::nullopt;
}

}

std::optional<HealthBody> fromJson(const nlohmann::json &object, QByteArrayView contentType)
{
    std::optional<HealthBody> body = fromKubernetes(object);
    const auto otherwise = [&body](auto &&reader) {
        if (!body)
            body = reader();
    };
    otherwise([&] { return fromEtcd(object); });
    otherwise([&] { return fromMicroprofile(object); });
    otherwise([&] { return fromHealthJson(object, contentType); });
    otherwise([&] { return fromAspnet(object); });
    otherwise([&] { return fromHealthGo(object); });
    otherwise([&] { return fromTerminus(object); });
    otherwise([&] { return fromSpring(object, contentType); });
    otherwise([&] { return fromDjango(object); });
    otherwise([&] { return fromPlain(object); });
    // A whole that is fine with a part that is down contradicts itself.
    if (body && body->state == State::Healthy && anyComponent(*body, State::Critical))
        body->state = State::Critical;
    if (body && body->state == State::Warning && body->detail.isEmpty())
        for (const HealthComponent &part : body->components)
            if (part.state == State::Warning && body->detail.isEmpty())
                body->detail = QStringLiteral("%1 says \"%2\"").arg(part.name, part.said);
    return body;
}

} // namespace Watchfloor::HealthFamilies
