#include "models/alerts/prometheusalertsjson.h"

#include "models/alerts/streamedjson.h"
#include "models/metrics/boundedjson.h"
#include "models/metrics/prometheusjson.h"
#include "models/text/yaml.h"

namespace Watchfloor {

namespace {

using nlohmann::json;

Error malformed(const QString &why)
{
    return {Error::Kind::Malformed, why, {}};
}

/// The envelope's own error, or what is wrong with its `data`.
std::optional<Error> envelopeError(const json &root)
{
    if (!root.is_object())
        return malformed(QStringLiteral("not an answer of the Prometheus API"));
    if (stringMember(root, "status") == u"error")
        return Error{Error::Kind::Rejected, stringMember(root, "errorType") + QStringLiteral(": ") + stringMember(root, "error").left(400), {}};
    if (stringMember(root, "status") != u"success" || !member(root, "data"))
        return malformed(QStringLiteral("no data in the answer"));
    return std::nullopt;
}

Result<OriginAlert> alertOf(const json &object, SharedTexts &texts)
{
    auto labels = labelsMember(object, "labels", texts);
    auto annotations = labelsMember(object, "annotations", texts);
    if (!labels || !annotations)
        return labels ? annotations.error() : labels.error();
    if (labels->isEmpty())
        return malformed(QStringLiteral("an alert without labels"));
    OriginAlert alert;
    alert.labels = *std::move(labels);
    alert.annotations = *std::move(annotations);
    alert.state = stringMember(object, "state") == u"pending" ? OriginAlert::State::Pending : OriginAlert::State::Firing;
    if (const auto time = parseRfc3339(stringMember(object, "activeAt").toUtf8()))
        alert.startsAt = *time;
    alert.value = stringMember(object, "value");
    return alert;
}

int badness(const OriginAlert &alert, const SeverityMapping &severities)
{
    return int(severities.of(alert.labels.value(u"severity"))) + (alert.state == OriginAlert::State::Pending ? 100 : 0);
}

std::chrono::milliseconds secondsMember(const json &object, const char *name)
{
    const auto found = object.find(name);
    const double seconds = found != object.end() && found->is_number() ? found->get<double>() : 0;
    return std::chrono::milliseconds(seconds >= 0 && seconds < 1e9 ? std::llround(seconds * 1000) : 0);
}

Result<AlertRule> ruleOf(const json &object, SharedTexts &texts)
{
    auto labels = labelsMember(object, "labels", texts);
    auto annotations = labelsMember(object, "annotations", texts);
    if (!labels || !annotations)
        return labels ? annotations.error() : labels.error();
    AlertRule rule;
    rule.name = stringMember(object, "name");
    rule.expression = stringMember(object, "query");
    rule.duration = secondsMember(object, "duration");
    rule.keepFiringFor = secondsMember(object, "keepFiringFor");
    rule.labels = *std::move(labels);
    rule.annotations = *std::move(annotations);
    rule.health = stringMember(object, "health");
    rule.lastError = stringMember(object, "lastError").left(400);
    return rule;
}

} // namespace

Result<AlertList> parsePrometheusAlerts(const QByteArray &body, const SeverityMapping &severities, size_t limit)
{
    constexpr int alertDepth = 3;
    AlertList list;
    SharedTexts texts;
    const auto root = readObjects(body, alertDepth, [&](const json &object) -> std::optional<Error> {
        if (object.contains("state") && stringMember(object, "state") == u"inactive")
            return std::nullopt;
        auto alert = alertOf(object, texts);
        if (!alert)
            return alert.error();
        ++list.total;
        list.alerts.push_back(*std::move(alert));
        return std::nullopt;
    });
    if (!root)
        return root.error();
    if (const auto error = envelopeError(*root))
        return *error;
    const json *alerts = member(root->at("data"), "alerts");
    if (!alerts || !alerts->is_array() || !alerts->empty())
        return malformed(QStringLiteral("data.alerts is not a list of alerts"));
    if (list.alerts.size() > limit) {
        std::stable_sort(list.alerts.begin(), list.alerts.end(),
                         [&](const OriginAlert &a, const OriginAlert &b) { return badness(a, severities) < badness(b, severities); });
        list.alerts.resize(limit);
    }
    return list;
}

Result<std::vector<AlertRule>> parsePrometheusRules(const QByteArray &body)
{
    constexpr size_t ruleLimit = 50'000;
    std::vector<AlertRule> rules;
    constexpr int groupDepth = 3;
    constexpr int alertDepth = 7; // a rule lists its alerts again
    SharedTexts texts;
    const auto takeGroup = [&rules, &texts](const json &group) -> std::optional<Error> {
        const json *members = member(group, "rules");
        if (!members || !members->is_array())
            return malformed(QStringLiteral("a group without rules"));
        for (const json &object : *members) {
            if (stringMember(object, "type") != u"alerting" || rules.size() >= ruleLimit)
                continue;
            auto rule = ruleOf(object, texts);
            if (!rule)
                return rule.error();
            rule->group = stringMember(group, "name");
            rules.push_back(*std::move(rule));
        }
        return std::nullopt;
    };
    const auto root = readObjects(body, groupDepth, takeGroup, alertDepth);
    if (!root)
        return root.error();
    if (const auto error = envelopeError(*root))
        return *error;
    const json *groups = member(root->at("data"), "groups");
    if (!groups || !groups->is_array())
        return malformed(QStringLiteral("data.groups is not a list"));
    return rules;
}

Result<Labels> parseExternalLabels(const QByteArray &body)
{
    const auto root = parseBoundedJson(body);
    if (!root)
        return root.error();
    if (const auto error = envelopeError(*root))
        return *error;
    const QByteArray text = stringMember(root->at("data"), "yaml").toUtf8();
    if (text.isEmpty())
        return malformed(QStringLiteral("no YAML in the answer"));
    const YamlFile file = readYaml(text, QStringLiteral("status/config"));
    if (!file.faults.empty())
        return malformed(file.faults.front().toString());
    Labels labels;
    if (file.documents.empty())
        return labels;
    const YamlNode external = file.documents.front().at(QStringLiteral("global")).at(QStringLiteral("external_labels"));
    for (const QString &name : external.keys())
        labels.set(name, external.at(name).scalar());
    return labels;
}

} // namespace Watchfloor
