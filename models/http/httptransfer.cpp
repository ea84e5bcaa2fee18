#include "models/http/httptransfer.h"

#include "models/core/redact.h"
#include "models/http/httperrors.h"
#include "models/http/onceonlybody.h"
#include "models/http/tlsconfiguration.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QRegularExpression>

namespace Watchfloor {

namespace {

constexpr int mostHops = 3;
const QString bearerKey = QStringLiteral("bearer");
const QString passwordKey = QStringLiteral("password");

const QRegularExpression &secretPattern()
{
    static const QRegularExpression pattern(QStringLiteral("\\$\\{secret:([^}]+)\\}"));
    return pattern;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QByteArray acceptedBy(BodyKind kind)
{
    if (kind == BodyKind::Metrics)
        return "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
    return kind == BodyKind::Health ? "application/json,*/*;q=0.8" : "application/json,*/*;q=0.1";
}

/// Framing is ours; everything else of RFC 9110's token characters may be named.
bool isAllowedHeader(const QByteArray &name, const QByteArray &value)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
    const QByteArray lower = name.toLower();
    return token.match(QString::fromLatin1(name)).hasMatch() && lower != "content-length" && lower != "transfer-encoding"
           && lower != "connection" && lower != "upgrade" && !value.contains('\r') && !value.contains('\n') && !value.contains('\0');
}

void setPolicies(QNetworkRequest &request, const HttpRequest &asked, qint64 limit)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // CVE-2023-51714 and CVE-2024-39936 are in the HTTP/2 code of the Qt that we run on.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setDecompressedSafetyCheckThreshold(limit);
    // It counts idle time only; the absolute deadline is ours.
    request.setTransferTimeout(int(asked.deadline.count()));
}

} // namespace

HttpTransfer::HttpTransfer(HttpClient &client, HttpRequest request, HttpClient::Lane lane, QObject *context,
                           HttpClient::Handler handler)
    : HttpCall(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_lane(lane)
    , m_context(context ? context : &client)
    , m_handler(std::move(handler))
    , m_limit(m_request.bodyLimitBytes > 0 ? m_request.bodyLimitBytes : bodyLimit(m_request.kind))
    , m_startedAt(client.m_clock.now())
{
    ++m_client.m_inFlight;
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &HttpTransfer::handleDeadline);
    connect(m_context, &QObject::destroyed, this, &HttpTransfer::cancel);
}

HttpTransfer::~HttpTransfer()
{
    dropReply();
    leave();
}

void HttpTransfer::begin()
{
    m_deadline.start(m_request.deadline);
    if (m_request.url.scheme() != QLatin1String("http") && m_request.url.scheme() != QLatin1String("https"))
        return fail(Error::Kind::Invalid, QStringLiteral("not an http or https address"));
    if (!sameOrigin(m_request.url, m_client.m_target.base))
        return fail(Error::Kind::Invalid, QStringLiteral("not of the origin that its credentials are for: %1")
                                              .arg(redacted(m_client.m_target.base)));
    if (isHeldBack())
        return fail(Error::Kind::Throttled, QStringLiteral("the server asked to wait; not sent"));
    m_request.url.setUserInfo({});
    collectSecrets();
    resolveNext();
}

void HttpTransfer::cancel()
{
    m_handler = {};
    m_deadline.stop();
    dropReply();
    leave();
    deleteLater();
}

bool HttpTransfer::isHeldBack() const
{
    return m_client.m_throttledUntil && m_request.method == "GET" && m_request.kind != BodyKind::Health
           && m_client.m_clock.now() < *m_client.m_throttledUntil;
}

void HttpTransfer::collectSecrets()
{
    const Credentials &credentials = m_client.m_target.credentials;
    if (credentials.bearer.isSet())
        m_wanted.emplace_back(bearerKey, credentials.bearer);
    else if (credentials.password.isSet())
        m_wanted.emplace_back(passwordKey, credentials.password);
    for (const HttpHeader &header : requestHeaders())
        wantNamedSecrets(header.value);
    if (m_request.secretsInBody)
        wantNamedSecrets(QString::fromUtf8(m_request.body));
}

void HttpTransfer::wantNamedSecrets(const QString &text)
{
    auto match = secretPattern().globalMatch(text);
    while (match.hasNext()) {
        const QString name = match.next().captured(1);
        SecretReference reference = m_client.m_secrets ? m_client.m_secrets->named(name) : SecretReference{};
        if (!reference.isSet())
            reference.name = name;
        m_wanted.emplace_back(QStringLiteral("secret:") + name, reference);
    }
}

void HttpTransfer::resolveNext()
{
    if (m_wanted.empty())
        return dispatch();
    const std::pair<QString, SecretReference> wanted = m_wanted.front();
    const SecretReference &reference = wanted.second;
    m_wanted.pop_front();
    if (!m_client.m_secrets || !reference.isSet())
        return fail(Error::Kind::MissingSecret, QStringLiteral("secret %1 is not declared").arg(reference.name));
    m_client.m_secrets->resolve(reference, [self = QPointer(this), key = wanted.first](const Result<Secret> &secret) {
        if (!self || self->m_result || !self->m_handler)
            return;
        if (!secret)
            return self->fail(secret.error().kind, secret.error().detail);
        self->m_revealed[key] = *secret;
        self->resolveNext();
    });
}

std::vector<HttpHeader> HttpTransfer::requestHeaders() const
{
    std::vector<HttpHeader> headers = m_client.m_target.headers;
    headers.insert(headers.end(), m_request.headers.begin(), m_request.headers.end());
    return headers;
}

QByteArray HttpTransfer::expanded(const QString &text) const
{
    QByteArray result;
    qsizetype done = 0;
    auto match = secretPattern().globalMatch(text);
    while (match.hasNext()) {
        const QRegularExpressionMatch found = match.next();
        result += QStringView(text).mid(done, found.capturedStart() - done).toUtf8();
        result += m_revealed.at(QStringLiteral("secret:") + found.captured(1)).reveal();
        done = found.capturedEnd();
    }
    return result + QStringView(text).mid(done).toUtf8();
}

Result<QNetworkRequest> HttpTransfer::makeRequest()
{
    QNetworkRequest request(m_request.url);
    setPolicies(request, m_request, m_limit);
    request.setRawHeader("User-Agent", "Watchfloor/" WATCHFLOOR_VERSION);
    request.setRawHeader("Accept", acceptedBy(m_request.kind));
    if (isLoopback(m_request.url))
        request.setRawHeader("Accept-Encoding", "identity");
    if (!m_request.contentType.isEmpty() || !m_request.body.isEmpty())
        request.setRawHeader("Content-Type", m_request.contentType.isEmpty() ? "application/octet-stream" : m_request.contentType);
    const Credentials &credentials = m_client.m_target.credentials;
    const auto bearer = m_revealed.find(bearerKey);
    const auto password = m_revealed.find(passwordKey);
    QByteArray authorization;
    if (bearer != m_revealed.end())
        authorization = "Bearer " + bearer->second.reveal();
    else if (password != m_revealed.end())
        authorization = "Basic " + (credentials.user.toUtf8() + ':' + password->second.reveal()).toBase64();
    else if (!m_client.m_basicOfUrl.isEmpty())
        authorization = "Basic " + m_client.m_basicOfUrl.reveal();
    if (!authorization.isEmpty() && !isAllowedHeader("Authorization", authorization))
        return Error{Error::Kind::Invalid, QStringLiteral("the credential has a line break in it"), {}};
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    for (const HttpHeader &header : requestHeaders()) {
        const QByteArray name = header.name.toUtf8();
        const QByteArray value = expanded(header.value);
        if (!isAllowedHeader(name, value))
            return Error{Error::Kind::Invalid, QStringLiteral("header %1 cannot be sent").arg(header.name), {}};
        request.setRawHeader(name, value);
    }
    if (m_request.url.scheme() == QLatin1String("https")) {
        const Result<QSslConfiguration> &tls = m_client.tlsConfiguration();
        if (!tls)
            return tls.error();
        request.setSslConfiguration(*tls);
        if (!m_client.m_target.tls.serverName.isEmpty())
            request.setPeerVerifyName(m_client.m_target.tls.serverName);
    }
    return request;
}

void HttpTransfer::dispatch()
{
    const Result<QNetworkRequest> request = makeRequest();
    if (!request)
        return fail(request.error().kind, request.error().detail);
    m_body.clear();
    m_tlsErrors.clear();
    QNetworkAccessManager *manager = m_client.managerFor(m_lane);
    if (m_request.method == "GET") {
        m_reply = manager->get(*request);
    } else if (m_request.method == "HEAD") {
        m_reply = manager->head(*request);
    } else {
        const QByteArray bytes = m_request.secretsInBody ? expanded(QString::fromUtf8(m_request.body)) : m_request.body;
        auto *body = new OnceOnlyBody(bytes);
        m_reply = manager->sendCustomRequest(*request, m_request.method, body);
        body->setParent(m_reply);
    }
    watch();
}

void HttpTransfer::watch()
{
    // Back-pressure: a server faster than we read fills its own buffers, not our memory.
    constexpr qint64 mostUnread = 4 << 20;
    m_reply->setReadBufferSize(mostUnread);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpTransfer::handleMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpTransfer::handleReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpTransfer::handleFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] {
        if (!endsInKnownAuthority(m_reply->sslConfiguration(), m_reply->request().sslConfiguration()))
            fail(Error::Kind::Tls, QStringLiteral("certificate does not end in a configured authority"));
    });
}

void HttpTransfer::handleMetaData()
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (m_request.method != "HEAD" && length.isValid() && isOverLimit(length.toLongLong()))
        fail(Error::Kind::TooLarge, QStringLiteral("%1 bytes announced, %2 allowed").arg(length.toLongLong()).arg(m_limit));
}

void HttpTransfer::handleReadyRead()
{
    const QByteArray chunk = m_reply->readAll();
    m_client.m_bytesReceived += chunk.size();
    if (isOverLimit(m_body.size() + chunk.size()))
        return fail(Error::Kind::TooLarge, QStringLiteral("over %1 bytes").arg(m_limit));
    m_body += chunk;
}

void HttpTransfer::handleFinished()
{
    // The transport's error comes before the body: half an answer with status 200 reads like a whole one.
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt rewinds the body on 307 and 308 even where it will not follow them; that the body refuses is no failure here.
    const bool isRedirect = status >= 300 && status < 400 && error == QNetworkReply::ContentReSendError;
    if (error != QNetworkReply::NoError && !isRedirect && !isHttpStatusError(error, status))
        return handleTransportFailure(error);
    handleReadyRead();
    if (m_result)
        return;
    if (isIncomplete())
        return fail(Error::Kind::Truncated, QStringLiteral("%1 bytes came of those announced").arg(m_body.size()));
    HttpResponse response = takeResponse();
    if (status >= 300 && status < 400)
        return handleRedirect(response);
    if (status >= 400)
        return handleHttpError(std::move(response));
    const QByteArray coding = response.header("content-encoding").toLower();
    if (isLoopback(m_request.url) && !coding.isEmpty() && coding != "identity")
        return fail(Error::Kind::Unsupported, QStringLiteral("answered in coding %1, which was not asked for")
                                                  .arg(QString::fromLatin1(coding.left(40))));
    conclude(std::move(response));
}

void HttpTransfer::handleTransportFailure(QNetworkReply::NetworkError error)
{
    Error failure = transportError(error, m_reply->errorString(), m_request.url);
    if (failure.kind == Error::Kind::Tls) {
        if (const QString what = describeTlsErrors(m_tlsErrors, m_request.url.host()); !what.isEmpty())
            failure.detail = what;
        m_client.forgetTls();
    }
    // Qt says no more of a bomb than of a broken coding.
    if (failure.kind == Error::Kind::Malformed && m_reply->hasRawHeader("Content-Encoding"))
        failure.detail = QStringLiteral("cannot be decompressed: damaged, or over %1 bytes").arg(m_limit);
    if (failure.kind == Error::Kind::Truncated && !isSafe())
        failure.detail = QStringLiteral("the connection closed before the answer; whether it was done is not known");
    fail(failure.kind, failure.detail);
}

void HttpTransfer::handleRedirect(const HttpResponse &response)
{
    const QByteArray location = response.header("location");
    const QUrl target = m_request.url.resolved(QUrl::fromEncoded(location));
    if (location.isEmpty())
        return fail(Error::Kind::NotExpected, QStringLiteral("HTTP %1 without an address").arg(response.status));
    const bool isOurs = target.isValid() && sameOrigin(target, m_client.m_target.base) && target.userInfo().isEmpty();
    if (!isSafe() || !isOurs || ++m_hops > mostHops)
        return fail(Error::Kind::Redirected, QStringLiteral("HTTP %1 to %2").arg(response.status).arg(redacted(target).left(300)));
    dropReply();
    m_request.url = target;
    dispatch();
}

void HttpTransfer::handleHttpError(HttpResponse response)
{
    const WallTime now = m_client.m_clock.wall();
    const Error error = statusError(response, m_request.url, now);
    if (const auto wait = retryAfter(response.header("retry-after"), now);
        wait && error.kind == Error::Kind::Throttled && m_request.kind != BodyKind::Health)
        m_client.m_throttledUntil = m_client.m_clock.now() + *wait;
    if (m_request.wantErrorBody)
        return conclude(std::move(response));
    fail(error.kind, error.detail);
}

void HttpTransfer::handleDeadline()
{
    fail(Error::Kind::Timeout,
         QStringLiteral("no complete answer within %1 ms; %2 bytes came").arg(m_request.deadline.count()).arg(m_body.size()));
}

bool HttpTransfer::isIncomplete() const
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return m_request.method != "HEAD" && length.isValid() && !m_reply->hasRawHeader("Content-Encoding")
           && m_body.size() < length.toLongLong();
}

HttpResponse HttpTransfer::takeResponse()
{
    HttpResponse response;
    response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.emplace_back(name, value);
    const QByteArray type = response.header("content-type");
    response.contentType = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
    response.body = std::exchange(m_body, {});
    response.duration = m_client.m_clock.now() - m_startedAt;
    if (!QHostAddress(m_request.url.host()).isNull())
        response.peer = m_request.url.host();
    if (const QSslCertificate peer = m_reply->sslConfiguration().peerCertificate(); !peer.isNull())
        response.certificateLeft = std::chrono::milliseconds(peer.expiryDate().toMSecsSinceEpoch())
                                   - m_client.m_clock.wall().time_since_epoch();
    return response;
}

QString HttpTransfer::scrubbed(const QString &text) const
{
    // A server may say our own secret back to us.
    constexpr qsizetype shortest = 4;
    QString clean = text;
    for (const auto &[key, secret] : m_revealed)
        if (secret.reveal().size() >= shortest)
            clean.replace(QString::fromUtf8(secret.reveal()), QStringLiteral("***"));
    return redacted(clean);
}

void HttpTransfer::fail(Error::Kind kind, const QString &detail)
{
    conclude(Error{kind, scrubbed(detail), redacted(m_request.url)});
}

void HttpTransfer::conclude(Result<HttpResponse> result)
{
    if (m_result)
        return;
    m_deadline.stop();
    dropReply();
    m_result = std::move(result);
    QMetaObject::invokeMethod(this, &HttpTransfer::deliver, Qt::QueuedConnection);
}

void HttpTransfer::deliver()
{
    const HttpClient::Handler handler = std::exchange(m_handler, {});
    if (!m_result)
        return;
    Result<HttpResponse> result = std::move(*m_result);
    const bool isWanted = handler && m_context;
    leave();
    deleteLater();
    // From here on the handler may delete the client, the context and whatever else it likes.
    if (isWanted)
        handler(std::move(result));
}

void HttpTransfer::leave()
{
    if (std::exchange(m_isUnderWay, false))
        m_client.release();
}

void HttpTransfer::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

} // namespace Watchfloor
