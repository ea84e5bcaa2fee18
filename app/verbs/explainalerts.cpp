#include "app/verbs/explainkinds.h"

#include "models/alerts/alertmanagerjson.h"
#include "models/core/jsonwriting.h"
#include "models/core/matchersyntax.h"

namespace Watchfloor::Explain {

namespace {

std::optional<MatcherGrammar> grammarOf(const QString &mode)
{
    if (mode == u"fallback")
        return MatcherGrammar::Fallback;
    if (mode == u"utf8")
        return MatcherGrammar::Utf8;
    if (mode == u"classic")
        return MatcherGrammar::Classic;
    return std::nullopt;
}

std::variant<Labels, ExplainFault> labelsOf(const ExplainJson &object)
{
    const ExplainFault fault{QStringLiteral("\"labels\" is not an object of texts")};
    if (!object.is_object())
        return fault;
    Labels labels;
    for (const auto &[name, value] : object.items()) {
        if (!value.is_string())
            return fault;
        labels.set(QString::fromStdString(name), QString::fromStdString(value.get_ref<const std::string &>()));
    }
    return labels;
}

/// The body of an answer: its text, or the value that it is.
QByteArray bodyOf(const ExplainJson &member)
{
    if (member.is_string())
        return QByteArray::fromStdString(member.get_ref<const std::string &>());
    return QByteArray::fromStdString(member.dump(-1, ' ', false, ExplainJson::error_handler_t::replace));
}

ExplainFault faultIn(const char *name, const Error &error)
{
    if (error.kind == Error::Kind::Unsupported)
        return {error.detail};
    return {QStringLiteral("%1: %2").arg(QLatin1String(name), error.detail)};
}

/// The alerts of both lists, if both are given, each once.
std::variant<AlertList, ExplainFault> alertsOf(const ExplainRequest &request)
{
    AlertList all;
    const auto take = [&](const char *name, auto parse) -> std::optional<ExplainFault> {
        const ExplainJson *member = request.member(name);
        if (!member)
            return std::nullopt;
        auto list = parse(bodyOf(*member));
        if (!list)
            return faultIn(name, list.error());
        std::move(list->alerts.begin(), list->alerts.end(), std::back_inserter(all.alerts));
        all.unprocessed += list->unprocessed;
        all.total += list->total;
        return std::nullopt;
    };
    if (const auto fault = take("alerts", [](const QByteArray &body) { return parseAlerts(body); }))
        return *fault;
    if (const auto fault = take("groups", [](const QByteArray &body) { return parseAlertGroups(body); }))
        return *fault;
    mergeByFingerprint(all);
    return all;
}

/// RFC 3339 in UTC with milliseconds, as API v2 writes times; null where none was told.
ExplainJson timeJson(WallTime time)
{
    if (time == WallTime{})
        return nullptr;
    return jsonTime(time);
}

ExplainJson alertsJson(const AlertList &list)
{
    ExplainJson alerts = ExplainJson::array();
    for (const OriginAlert &alert : list.alerts) {
        const bool suppressed = alert.state == OriginAlert::State::Suppressed;
        const char *state = suppressed ? "suppressed" : list.unprocessed.contains(alert.fingerprint) ? "unprocessed" : "active";
        alerts.push_back({{"fingerprint", explainText(alert.fingerprint)},
                          {"state", state},
                          {"labels", jsonMap<ExplainJson>(alert.labels)},
                          {"annotations", jsonMap<ExplainJson>(alert.annotations)},
                          {"startsAt", timeJson(alert.startsAt)},
                          {"endsAt", timeJson(alert.endsAt.value_or(WallTime{}))},
                          {"silencedBy", explainTexts(alert.silencedBy)},
                          {"inhibitedBy", explainTexts(alert.inhibitedBy)},
                          {"mutedBy", explainTexts(alert.mutedBy)},
                          {"receivers", explainTexts(alert.receivers)}});
    }
    return alerts;
}

ExplainJson silencesJson(const std::vector<Silence> &silences)
{
    ExplainJson list = ExplainJson::array();
    for (const Silence &silence : silences) {
        const char *state = silence.state == Silence::State::Expired ? "expired" : silence.state == Silence::State::Pending ? "pending" : "active";
        list.push_back({{"id", explainText(silence.id)},
                        {"state", state},
                        {"matchers", jsonMatchers<ExplainJson>(silence.matchers)},
                        {"createdBy", explainText(silence.createdBy)},
                        {"comment", explainText(silence.comment)}});
    }
    return list;
}

/// The version that was given, else the one that a status tells.
std::variant<QString, ExplainFault> versionOf(const ExplainRequest &request)
{
    auto version = request.text("version");
    const ExplainJson *status = request.member("status");
    if (std::holds_alternative<ExplainFault>(version) || !status)
        return version;
    const auto told = parseStatus(bodyOf(*status));
    if (!told)
        return faultIn("status", told.error());
    return std::get<QString>(version).isEmpty() ? told->version : std::get<QString>(version);
}

}

Explanation matchers(const ExplainRequest &request)
{
    const auto body = request.body();
    const auto mode = request.text("mode", QStringLiteral("fallback"));
    const auto single = request.flag("single");
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&mode))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&single))
        return *fault;
    const auto grammar = grammarOf(std::get<QString>(mode));
    if (!grammar)
        return ExplainFault{QStringLiteral("unknown mode \"%1\"; there are utf8, classic, fallback").arg(std::get<QString>(mode).left(60))};
    const GoText text = goText(QByteArrayView(std::get<QByteArray>(body)));
    const bool one = std::get<bool>(single);
    const MatcherReading reading = one ? readMatcher(text, *grammar) : readMatchers(text, *grammar);
    if (reading.fault)
        return ExplainFault{reading.fault->message, {}, reading.fault->column};
    ExplainJson answer{{"matchers", jsonMatchers<ExplainJson>(reading.matchers)},
                       {"text", explainText(one ? reading.matchers.front().toString() : canonicalText(reading.matchers))}};
    if (const ExplainJson *member = request.member("labels")) {
        const auto labels = labelsOf(*member);
        if (const auto *fault = std::get_if<ExplainFault>(&labels))
            return *fault;
        answer["matches"] = matchAll(reading.matchers, std::get<Labels>(labels));
    }
    answer["disagreement"] = reading.disagreement.isEmpty() ? ExplainJson() : ExplainJson(explainText(reading.disagreement));
    return answer;
}

Explanation alertmanager(const ExplainRequest &request)
{
    const auto version = versionOf(request);
    if (const auto *fault = std::get_if<ExplainFault>(&version))
        return *fault;
    if (const auto checked = checkVersion(std::get<QString>(version)); !checked)
        return ExplainFault{checked.error().detail};
    if (!request.has("alerts") && !request.has("groups") && !request.has("silences") && !request.has("status"))
        return ExplainFault{QStringLiteral("give \"alerts\", \"groups\" or \"silences\"")};
    const auto alerts = alertsOf(request);
    if (const auto *fault = std::get_if<ExplainFault>(&alerts))
        return *fault;
    ExplainJson answer{{"alerts", alertsJson(std::get<AlertList>(alerts))}, {"silences", ExplainJson::array()}};
    if (const ExplainJson *member = request.member("silences")) {
        const auto silences = parseSilences(bodyOf(*member));
        if (!silences)
            return faultIn("silences", silences.error());
        answer["silences"] = silencesJson(*silences);
    }
    return answer;
}

} // namespace Watchfloor::Explain
