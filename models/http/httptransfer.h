#pragma once

#include "models/http/httpclient.h"
#include "models/http/httpconnection.h"

#include <QTimer>

#include <deque>
#include <map>

namespace Watchfloor {

/// One request from its secrets to its answer: resolves what it needs, sends, follows a same-origin redirect of a GET, reads
/// under the cap, and ends exactly once. The handler is called from the event loop, never from inside the socket's own signal,
/// so that it may delete anything.
class HttpTransfer final : public HttpCall
{
    Q_OBJECT

public:
    HttpTransfer(HttpClient &client, HttpRequest request, HttpClient::Lane lane, QObject *context, HttpClient::Handler handler);
    ~HttpTransfer() override;

    void begin();
    void cancel() override;

private:
    void collectSecrets();
    void wantNamedSecrets(const QString &text);
    void resolveNext();
    std::vector<HttpHeader> requestHeaders() const;
    QByteArray expanded(const QString &text) const;
    QByteArray authorization() const;
    Result<HttpParser::Headers> makeHeaders(qsizetype bodyBytes) const;
    Result<QByteArray> makeRequest() const;
    Result<HttpEndpoint> makeEndpoint();
    void dispatch();
    void exchange(HttpConnection *connection, const QByteArray &request);

    void handleAnswered();
    void handleFailed(const Error &error);
    void handleRedirect(const HttpResponse &response);
    void handleHttpError(HttpResponse response);
    void handleDeadline();

    bool isHeldBack() const;
    bool hasBody() const { return m_request.method != "GET" && m_request.method != "HEAD"; }
    /// May be sent twice, and held back.
    bool isSafe() const { return !hasBody() || m_request.changesNothing; }
    bool isAskedFor(const QByteArray &coding) const;
    Result<void> unpack(HttpResponse &response);
    HttpResponse takeResponse();
    QString scrubbed(const QString &text) const;
    void scrub(QByteArray &text) const;
    QByteArrayList sentSecrets() const;
    void fail(Error::Kind kind, const QString &detail);
    void conclude(Result<HttpResponse> result);
    void deliver();
    void leave();
    void dropConnection();
    HttpPool &pool() { return m_client.poolFor(m_lane); }

    HttpClient &m_client;
    HttpRequest m_request;
    HttpClient::Lane m_lane;
    QPointer<QObject> m_context;
    HttpClient::Handler m_handler;
    qint64 m_limit;
    QTimer m_deadline;
    Instant m_startedAt;
    std::optional<Instant> m_firstByteAt;
    bool m_asksCompressed = false;
    std::deque<std::pair<QString, SecretReference>> m_wanted;
    std::map<QString, Secret> m_revealed;
    QPointer<HttpConnection> m_connection;
    bool m_isRepeated = false;
    int m_hops = 0;
    bool m_isUnderWay = true;
    std::optional<Result<HttpResponse>> m_result;
};

} // namespace Watchfloor
