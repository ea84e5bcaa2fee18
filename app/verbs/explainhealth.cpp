#include "app/verbs/explainkinds.h"

#include "models/health/condition.h"
#include "models/health/healthbody.h"
#include "models/health/jsonpath.h"

#include <cmath>

namespace Watchfloor::Explain {

namespace {

/// The members of a response that conditions ask for; the first fault is kept.
class ResponseReader
{
public:
    explicit ResponseReader(const ExplainRequest &response)
        : m_response(response)
    {
    }

    QString text(const char *name)
    {
        return kept(m_response.text(name), QString());
    }
    bool flag(const char *name)
    {
        return kept(m_response.flag(name), false);
    }
    std::optional<std::chrono::milliseconds> time(const char *name)
    {
        const auto number = kept(m_response.number(name), std::optional<double>());
        if (!number)
            return std::nullopt;
        if (!(std::fabs(*number) < 1e15))
            return fail({QStringLiteral("\"%1\" is too large").arg(QLatin1String(name))}), std::nullopt;
        return std::chrono::milliseconds(qint64(*number));
    }
    const std::optional<ExplainFault> &fault() const { return m_fault; }

private:
    template<typename Value>
    Value kept(const std::variant<Value, ExplainFault> &read, Value fallback)
    {
        if (const auto *fault = std::get_if<ExplainFault>(&read))
            fail(*fault);
        const Value *value = std::get_if<Value>(&read);
        return value ? *value : fallback;
    }
    void fail(const ExplainFault &fault)
    {
        if (!m_fault)
            m_fault = fault;
    }

    const ExplainRequest &m_response;
    std::optional<ExplainFault> m_fault;
};

/// What Gatus has where a response does not say: no status, not connected, expired.
std::variant<ConditionInput, ExplainFault> inputOf(const ExplainJson &object)
{
    if (!object.is_object())
        return ExplainFault{QStringLiteral("\"response\" is not an object")};
    const ExplainRequest response(object);
    ResponseReader reader(response);
    ConditionInput input;
    const auto status = reader.time("status");
    input.status = status ? int(std::clamp<qint64>(qint64(status->count()), 0, 100'000)) : 0;
    input.body = reader.text("body").toUtf8();
    if (const ExplainJson *body = response.member("body"); body && body->is_string())
        input.body = QByteArray::fromStdString(body->get_ref<const std::string &>());
    input.duration = reader.time("durationMs").value_or(std::chrono::milliseconds(0));
    input.connected = reader.flag("connected");
    input.ip = reader.text("ip");
    input.certificateLeft = reader.time("certificateExpirationMs");
    input.domainLeft = reader.time("domainExpirationMs");
    input.dnsCode = reader.text("dnsRcode");
    if (reader.fault())
        return *reader.fault();
    return input;
}

}

Explanation condition(const ExplainRequest &request)
{
    const auto text = request.text("text");
    if (const auto *fault = std::get_if<ExplainFault>(&text))
        return *fault;
    if (!request.has("text"))
        return ExplainFault{QStringLiteral("no \"text\" has the condition")};
    const Result<Condition> condition = readCondition(std::get<QString>(text));
    const ExplainJson *response = request.member("response");
    if (!condition) {
        ExplainJson answer{{"valid", false}, {"reason", explainText(condition.error().detail)}};
        if (response) {
            answer["success"] = false;
            answer["shown"] = explainText(std::get<QString>(text));
        }
        return answer;
    }
    ExplainJson answer{{"valid", true}};
    if (!response)
        return answer;
    const auto input = inputOf(*response);
    const auto resolveTrue = request.flag("resolveSuccessfulConditions");
    const auto keepFalse = request.flag("dontResolveFailedConditions");
    if (const auto *fault = std::get_if<ExplainFault>(&input))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&resolveTrue))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&keepFalse))
        return *fault;
    const ConditionVerdict verdict = weigh(*condition, std::get<ConditionInput>(input));
    const QString resolved = shownCondition(*condition, verdict);
    const bool resolve = verdict.success ? std::get<bool>(resolveTrue) : !std::get<bool>(keepFalse);
    answer["success"] = verdict.success;
    answer["shown"] = explainText(resolve ? resolved : condition->text);
    answer["resolved"] = explainText(resolved);
    // Where something was missing the window does not take the condition for true, whatever the comparison says.
    if (verdict.success && (verdict.absent || verdict.unreadableBody))
        answer["counted"] = false;
    return answer;
}

Explanation jsonpath(const ExplainRequest &request)
{
    const auto path = request.text("path");
    const auto body = request.body();
    if (const auto *fault = std::get_if<ExplainFault>(&path))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    const Result<PathValue> value = valueAtPath(QByteArrayView(std::get<QByteArray>(body)), std::get<QString>(path).toUtf8());
    if (!value)
        return ExplainFault{value.error().detail};
    return ExplainJson{{"value", value->text.toStdString()}, {"length", value->length}};
}

Explanation health(const ExplainRequest &request)
{
    const auto status = request.number("status");
    const auto type = request.text("contentType");
    const auto body = request.body();
    if (const auto *fault = std::get_if<ExplainFault>(&status))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&type))
        return *fault;
    if (const auto *fault = std::get_if<ExplainFault>(&body))
        return *fault;
    const double code = std::get<std::optional<double>>(status).value_or(0);
    if (!(code >= 0 && code < 1000))
        return ExplainFault{QStringLiteral("\"status\" is no HTTP status")};
    QByteArray contentType = std::get<QString>(type).toUtf8();
    if (const ExplainJson *headers = request.member("headers"); headers && headers->is_object() && contentType.isEmpty())
        for (const auto &[name, value] : headers->items())
            if (value.is_string() && QString::fromStdString(name).compare(QLatin1String("content-type"), Qt::CaseInsensitive) == 0)
                contentType = QByteArray::fromStdString(value.get_ref<const std::string &>());
    const HealthVerdict verdict = healthVerdict(int(code), contentType, std::get<QByteArray>(body));
    ExplainJson components = ExplainJson::array();
    for (const HealthComponent &component : verdict.components)
        components.push_back({{"name", explainText(component.name)}, {"state", explainText(stateName(component.state))}});
    return ExplainJson{{"state", explainText(stateName(verdict.state))},
                       {"family", explainText(verdict.family)},
                       {"components", std::move(components)},
                       {"reason", explainText(verdict.reason)}};
}

} // namespace Watchfloor::Explain
