#include "models/rules/rulesurvey.h"

#include "models/alerts/prometheusalertsjson.h"

using namespace Qt::StringLiterals;

namespace Watchfloor {

namespace {

/// It understood, and has no such thing: VictoriaMetrics and Thanos' querier say so.
bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.kind == Error::Kind::Rejected || error.kind == Error::Kind::NotExpected;
}

HttpRequest getOf(HttpClient &http, const QString &path)
{
    HttpRequest request;
    request.url = http.url(path);
    return request;
}

} // namespace

void RuleSurvey::ask(const std::map<size_t, HttpClient *> &sources)
{
    m_round = std::make_unique<QObject>();
    m_found.clear();
    m_open = 1 + 3 * int(sources.size());
    for (const auto &[source, http] : sources) {
        m_found[source] = {};
        askListed(source, *http);
        askLabels(source, *http);
        askRead(source, *http);
    }
    QMetaObject::invokeMethod(m_round.get(), [this] { settle(); }, Qt::QueuedConnection);
}

void RuleSurvey::askListed(size_t source, HttpClient &http)
{
    http.send(getOf(http, u"api/v1/rules"_s), HttpClient::Lane::Urgent, m_round.get(), [this, source](const Result<HttpResponse> &response) {
        if (const auto listed = response ? parseListedGroups(response->body) : Result<ListedGroups>(response.error()))
            m_found[source].listed = *listed;
        settle();
    });
}

void RuleSurvey::askLabels(size_t source, HttpClient &http)
{
    http.send(getOf(http, u"api/v1/status/config"_s), HttpClient::Lane::Urgent, m_round.get(), [this, source](const Result<HttpResponse> &response) {
        if (const auto labels = response ? parseExternalLabels(response->body) : Result<Labels>(response.error()))
            m_found[source].externalLabels = *labels;
        settle();
    });
}

/// A read of nothing: an empty message, as snappy writes it.
void RuleSurvey::askRead(size_t source, HttpClient &http)
{
    HttpRequest request = getOf(http, u"api/v1/read"_s);
    request.method = QByteArrayLiteral("POST");
    request.body = QByteArray(1, '\0');
    request.contentType = QByteArrayLiteral("application/x-protobuf");
    request.headers = {{u"Content-Encoding"_s, u"snappy"_s}, {u"Accept-Encoding"_s, u"snappy"_s}, {u"X-Prometheus-Remote-Read-Version"_s, u"0.1.0"_s}};
    request.changesNothing = true;
    http.send(request, HttpClient::Lane::Urgent, m_round.get(), [this, source](const Result<HttpResponse> &response) {
        m_found[source].offersRemoteRead = response ? response->contentType == "application/x-protobuf" : !isRefusal(response.error());
        settle();
    });
}

void RuleSurvey::settle()
{
    if (--m_open == 0)
        Q_EMIT finished(m_found);
}

} // namespace Watchfloor
