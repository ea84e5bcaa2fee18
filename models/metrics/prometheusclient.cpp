#include "models/metrics/prometheusclient.h"

#include "models/core/redact.h"
#include "models/core/timerange.h"
#include "models/http/gzip.h"
#include "models/http/httperrors.h"
#include "models/metrics/answertype.h"
#include "models/metrics/parallelparse.h"
#include "models/metrics/prometheusjson.h"

namespace Watchfloor {

namespace {

using Parameters = QList<std::pair<QString, QString>>;

/// Longer ones go in the body of a POST: some proxies cut URLs at 2,000 bytes and more.
constexpr qsizetype longestInUrl = 1500;

constexpr std::chrono::seconds rangeDeadline{30};
constexpr std::chrono::seconds instantDeadline{10};

/// How many times smaller a compressed answer is, about.
constexpr qsizetype usualCompression = 5;

bool isJson(const QByteArray &contentType)
{
    return contentType == "application/json" || contentType.endsWith("+json") || contentType == "text/json";
}

/// What the answer is when it is not an answer of the API; absent when its body is JSON of a status that carries some.
std::optional<Error> refusalOf(const HttpResponse &response, const QUrl &url)
{
    const bool fine = response.status >= 200 && response.status < 300;
    const bool json = isJson(response.contentType);
    if (fine && json)
        return std::nullopt;
    if (!fine)
        return json && response.status >= 400 ? std::nullopt : std::optional(statusError(response, url, SystemClock().wall()));
    const bool html = response.contentType == "text/html" || QByteArrayView(response.body).trimmed().startsWith('<');
    return Error{Error::Kind::NotExpected,
                 html ? QStringLiteral("HTML page") : QStringLiteral("not JSON: \"%1\"").arg(QString::fromUtf8(response.contentType.left(80))),
                 redacted(url)};
}

/// A status of 400 or more with JSON: the API's own error where it gives one. What the status says of our rights, or where the
/// API has no word for it, is the status' to say: a proxy before the API writes JSON too.
std::optional<Error> errorOf(const HttpResponse &response, const QUrl &url)
{
    if (auto refusal = refusalOf(response, url))
        return refusal;
    if (response.status < 400)
        return std::nullopt;
    Error error = statusError(response, url, SystemClock().wall());
    const bool isDecided = response.status == 401 || response.status == 403 || response.status == 429;
    if (const auto told = apiError(response.body)) {
        if (!isDecided && told->kind != Error::Kind::Server)
            error.kind = told->kind;
        if (error.kind == told->kind)
            error.detail = told->detail;
    }
    return error;
}

QString epochText(WallTime time)
{
    return QString::number(toEpochSeconds(time), 'f', 3);
}

QByteArray formOf(const Parameters &parameters)
{
    QByteArray form;
    for (const auto &[name, value] : parameters)
        form += (form.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return form;
}

HttpRequest queryRequest(const HttpClient &http, const QString &path, const Parameters &parameters, BodyKind kind)
{
    HttpRequest request;
    request.kind = kind;
    request.wantErrorBody = true;
    request.deadline = kind == BodyKind::QueryRange ? rangeDeadline : instantDeadline;
    QByteArray form = formOf(parameters);
    if (form.size() <= longestInUrl) {
        request.url = http.url(path, parameters);
        return request;
    }
    request.method = QByteArrayLiteral("POST");
    request.changesNothing = true;
    request.url = http.url(path);
    request.body = std::move(form);
    request.contentType = QByteArrayLiteral("application/x-www-form-urlencoded");
    return request;
}

/// Sends and hands the answer to `parse`, off the main thread when it is large; the body of a failed status too when
/// `parseErrors`, for a server may send data along with its error.
template <typename T, typename Parse>
QPointer<HttpCall> ask(PrometheusClient *client, HttpRequest request, HttpClient::Lane lane, QObject *context, bool parseErrors, Parse parse,
                       PrometheusClient::Handler<T> handler, const std::function<void(std::chrono::milliseconds)> &timed = {})
{
    const QUrl url = request.url;
    const QPointer<QObject> guard(context ? context : client);
    const QPointer<PrometheusClient> owner(client);
    return client->http().send(std::move(request), lane, guard, [=](Result<HttpResponse> response) {
        if (!owner || !guard)
            return;
        if (response && timed)
            timed(response->duration);
        if (!response)
            return handler(response.error());
        if (const auto refusal = parseErrors ? refusalOf(*response, url) : errorOf(*response, url))
            return handler(*refusal);
        const int status = response->status;
        const QByteArray body = response->body;
        const qint64 unpackedLimit = response->unpackedLimit;
        const Error failed = status >= 400 ? errorOf(*response, url).value_or(Error{}) : Error{};
        parseSomewhere<T>(
            owner, unpackedLimit > 0 ? body.size() * usualCompression : body.size(),
            [=]() -> Result<T> {
                const Result<QByteArray> plain = unpackedLimit > 0 ? gunzipped(body, unpackedLimit) : Result<QByteArray>(body);
                Result<T> result = plain ? parse(*plain) : Result<T>(plain.error());
                if (result)
                    return result;
                Error error = status >= 400 ? failed : result.error();
                error.where = redacted(url);
                return error;
            },
            [guard, handler](Result<T> result) {
                if (guard)
                    handler(std::move(result));
            });
    });
}

HttpRequest apiRequest(const HttpClient &http, const QString &path, const Parameters &parameters = {})
{
    HttpRequest request;
    request.url = http.url(path, parameters);
    request.wantErrorBody = true;
    return request;
}

}

PrometheusClient::PrometheusClient(HttpClient &http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

QPointer<HttpCall> PrometheusClient::query(const QString &expression, WallTime at, QObject *context, Handler<QueryAnswer> handler,
                                           QueryOptions options)
{
    const Parameters parameters{{QStringLiteral("query"), expression}, {QStringLiteral("time"), epochText(at)}};
    // As large as a range may be: a million series at one moment are cut and counted, not refused.
    HttpRequest request = queryRequest(m_http, QStringLiteral("api/v1/query"), parameters, BodyKind::QueryRange);
    request.deadline = instantDeadline;
    const auto parse = [expression, limit = m_seriesLimit](const QByteArray &body) {
        Result<QueryAnswer> answer = parseQueryAnswer(body, limit);
        if (answer)
            restoreType(*answer, expression);
        return answer;
    };
    return ask<QueryAnswer>(this, std::move(request), HttpClient::Lane::Bulk, context, true, parse, std::move(handler), options.timed);
}

QPointer<HttpCall> PrometheusClient::queryRange(const QString &expression, TimeRange range, std::chrono::milliseconds step, QObject *context,
                                                Handler<QueryAnswer> handler, QueryOptions options)
{
    const Parameters parameters{{QStringLiteral("query"), expression},
                                {QStringLiteral("start"), epochText(range.start)},
                                {QStringLiteral("end"), epochText(range.end)},
                                {QStringLiteral("step"), QString::number(double(step.count()) / 1000.0, 'f', 3)}};
    const auto parse = [step, limit = m_seriesLimit](const QByteArray &body) {
        Result<QueryAnswer> answer = parseQueryAnswer(body, limit);
        if (answer)
            markGaps(*answer, step);
        return answer;
    };
    HttpRequest request = queryRequest(m_http, QStringLiteral("api/v1/query_range"), parameters, BodyKind::QueryRange);
    request.mayCompress = options.isLarge;
    return ask<QueryAnswer>(this, std::move(request), HttpClient::Lane::Bulk, context, true, parse, std::move(handler), options.timed);
}

void PrometheusClient::queryExemplars(const QString &expression, TimeRange range, QObject *context,
                                      Handler<std::vector<ExemplarSeries>> handler)
{
    const Parameters parameters{{QStringLiteral("query"), expression},
                                {QStringLiteral("start"), epochText(range.start)},
                                {QStringLiteral("end"), epochText(range.end)}};
    ask<std::vector<ExemplarSeries>>(
        this, queryRequest(m_http, QStringLiteral("api/v1/query_exemplars"), parameters, BodyKind::Api),
        HttpClient::Lane::Bulk, context, false, [](const QByteArray &body) { return parseExemplars(body); }, std::move(handler));
}

void PrometheusClient::targets(QObject *context, Handler<std::vector<ScrapeTarget>> handler)
{
    ask<std::vector<ScrapeTarget>>(this, apiRequest(m_http, QStringLiteral("api/v1/targets"), {{QStringLiteral("state"), QStringLiteral("active")}}),
                                   HttpClient::Lane::Urgent, context, false,
                                   [](const QByteArray &body) { return parseTargets(body); }, std::move(handler));
}

void PrometheusClient::metadata(QObject *context, Handler<std::map<QString, MetricMetadata>> handler)
{
    ask<std::map<QString, MetricMetadata>>(this, apiRequest(m_http, QStringLiteral("api/v1/metadata")), HttpClient::Lane::Bulk, context,
                                           false, [](const QByteArray &body) { return parseMetadata(body); }, std::move(handler));
}

void PrometheusClient::buildInfo(QObject *context, Handler<QString> handler)
{
    const auto orNone = [handler = std::move(handler)](Result<QString> version) {
        handler(!version && version.error().kind == Error::Kind::NotFound ? Result<QString>(QString()) : std::move(version));
    };
    ask<QString>(this, apiRequest(m_http, QStringLiteral("api/v1/status/buildinfo")), HttpClient::Lane::Urgent, context, false,
                 [](const QByteArray &body) { return parseBuildInfo(body); }, orNone);
}

void PrometheusClient::startTime(QObject *context, Handler<WallTime> handler)
{
    ask<WallTime>(this, apiRequest(m_http, QStringLiteral("api/v1/status/runtimeinfo")), HttpClient::Lane::Bulk, context, false,
                  [](const QByteArray &body) { return parseStartTime(body); }, std::move(handler));
}

void PrometheusClient::labelValues(const QString &label, const QString &match, QObject *context, Handler<QStringList> handler)
{
    Parameters parameters;
    if (!match.isEmpty())
        parameters.append({QStringLiteral("match[]"), match});
    const QString path = QStringLiteral("api/v1/label/%1/values").arg(QString::fromLatin1(QUrl::toPercentEncoding(label)));
    ask<QStringList>(this, apiRequest(m_http, path, parameters), HttpClient::Lane::Bulk, context, false,
                     [](const QByteArray &body) { return parseStringList(body); }, std::move(handler));
}

void PrometheusClient::labelNames(const QString &match, QObject *context, Handler<QStringList> handler)
{
    Parameters parameters;
    if (!match.isEmpty())
        parameters.append({QStringLiteral("match[]"), match});
    ask<QStringList>(this, apiRequest(m_http, QStringLiteral("api/v1/labels"), parameters), HttpClient::Lane::Bulk, context, false,
                     [](const QByteArray &body) { return parseStringList(body); }, std::move(handler));
}

void PrometheusClient::get(const QString &path, QObject *context, Handler<QByteArray> handler, const QList<std::pair<QString, QString>> &parameters)
{
    const QUrl url = m_http.url(path);
    m_http.send(apiRequest(m_http, path, parameters), HttpClient::Lane::Urgent, context ? context : this,
                [url, handler = std::move(handler)](Result<HttpResponse> response) {
                    if (!response)
                        return handler(response.error());
                    if (const auto error = errorOf(*response, url))
                        return handler(*error);
                    handler(std::move(response->body));
                });
}

} // namespace Watchfloor
