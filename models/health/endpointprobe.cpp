#include "models/health/endpointprobe.h"

#include "models/core/format.h"
#include "models/core/redact.h"
#include "models/health/condition.h"
#include "models/health/healthbody.h"

namespace Watchfloor {

namespace {

constexpr int excerptLimit = 4096;

bool mentions(const std::vector<Condition> &conditions, QLatin1String variable)
{
    return std::any_of(conditions.begin(), conditions.end(), [variable](const Condition &condition) {
        return condition.left.contains(variable, Qt::CaseInsensitive) || condition.right.contains(variable, Qt::CaseInsensitive);
    });
}

bool isHtml(const HttpResponse &response)
{
    return response.contentType == "text/html" || QByteArrayView(response.body).trimmed().startsWith('<');
}

/// The worst that conditions say: a false one the given state, one that could not be judged Blind.
State worstOfConditions(const std::vector<ConditionResult> &results, State whenFalse)
{
    State state = State::Healthy;
    for (const ConditionResult &result : results)
        if (!result.success)
            state = worse(state, result.unreadableBody ? State::Blind : whenFalse);
    return state;
}

/// Without conditions of its own an endpoint is fine when its status is a success.
State defaultJudgement(int status)
{
    return status >= 200 && status < 300 ? State::Healthy : State::Critical;
}

/// Code and body of a health page that say different things are both told, and the worse counts (safety S13).
void weighBody(ProbeResult &result, const Endpoint &endpoint, const HttpResponse &response)
{
    const auto body = readHealthBody(response.body, response.contentType);
    if (!body)
        return;
    HealthVerdict verdict = healthVerdict(response.status, response.contentType, response.body, body);
    result.family = verdict.family;
    result.reason = verdict.reason;
    result.components = std::move(verdict.components);
    const bool fine = response.status >= 200 && response.status < 300;
    if ((verdict.state == State::Healthy) == fine && (fine || body->state != State::Healthy))
        return;
    const bool bodyIsJudged = mentions(endpoint.conditions, QLatin1String("[BODY]"));
    if (fine && (bodyIsJudged || result.state == State::Critical))
        return;
    if (fine)
        result.state = worse(result.state, verdict.state);
    if (result.state != State::Healthy)
        result.error = Error{Error::Kind::Server, verdict.reason, redacted(endpoint.target.base)};
}

ProbeResult answered(const Endpoint &endpoint, const HttpResponse &response)
{
    ProbeResult result;
    result.endpoint = endpoint.key();
    result.httpStatus = response.status;
    result.duration = response.duration;
    result.certificateLeft = response.certificateLeft;
    result.bodyExcerpt = Format::safeText(QString::fromUtf8(response.body.left(excerptLimit)), excerptLimit);
    const ConditionInput input{response.status, response.body, response.duration, true, response.peer, response.certificateLeft, {}, {}};
    result.conditions = judge(endpoint.conditions, input);
    result.state = endpoint.conditions.empty() ? defaultJudgement(response.status) : worstOfConditions(result.conditions, State::Critical);
    const auto degraded = judge(endpoint.degraded, input);
    result.state = worse(result.state, worstOfConditions(degraded, State::Warning));
    result.conditions.insert(result.conditions.end(), degraded.begin(), degraded.end());
    if (result.state == State::Blind)
        result.error = Error{isHtml(response) ? Error::Kind::NotExpected : Error::Kind::Malformed,
                             isHtml(response) ? QStringLiteral("not JSON: HTML page") : QStringLiteral("the body is not JSON"),
                             redacted(endpoint.target.base)};
    weighBody(result, endpoint, response);
    return result;
}

/// Refused and timed out say that it is down; whatever else kept the answer from us says nothing about the endpoint.
ProbeResult unanswered(const Endpoint &endpoint, const Error &error)
{
    ProbeResult result;
    result.endpoint = endpoint.key();
    result.error = error;
    const bool down = error.kind == Error::Kind::Refused || error.kind == Error::Kind::Timeout;
    result.state = down ? State::Critical : State::Blind;
    if (error.kind == Error::Kind::Timeout)
        result.duration = endpoint.timeout;
    if (!down)
        return result;
    ConditionInput input;
    input.connected = false;
    result.conditions = judge(endpoint.conditions, input);
    const bool wantsRefusal = error.kind == Error::Kind::Refused && mentions(endpoint.conditions, QLatin1String("[CONNECTED]"));
    if (wantsRefusal && worstOfConditions(result.conditions, State::Critical) == State::Healthy) {
        result.state = State::Healthy;
        result.error.reset();
    }
    return result;
}

}

EndpointProbe::EndpointProbe(Endpoint endpoint, HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_http(http)
{
}

void EndpointProbe::run()
{
    if (m_underWay)
        return;
    m_underWay = true;
    HttpRequest request;
    request.method = m_endpoint.method;
    request.url = m_endpoint.target.base;
    request.body = m_endpoint.body;
    request.secretsInBody = true; // the workspace wrote it
    request.kind = BodyKind::Health;
    request.deadline = m_endpoint.timeout;
    request.wantErrorBody = true;
    m_http.send(std::move(request), HttpClient::Lane::Urgent, this, [this](const Result<HttpResponse> &response) {
        m_underWay = false;
        Q_EMIT finished(response ? answered(m_endpoint, *response) : unanswered(m_endpoint, response.error()));
    });
}

} // namespace Watchfloor
