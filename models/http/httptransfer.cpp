#include "models/http/httptransfer.h"

#include "models/core/redact.h"
#include "models/http/gzip.h"
#include "models/http/httperrors.h"
#include "models/http/httppool.h"

#include <QHostAddress>
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

void setHeader(HttpParser::Headers &headers, const QByteArray &name, const QByteArray &value)
{
    for (auto &[known, old] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0) {
            old = value;
            return;
        }
    }
    headers.emplace_back(name, value);
}

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

/// Path and query as they stand on the request line.
QByteArray requestTarget(const QUrl &url)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    return url.hasQuery() ? target + '?' + url.query(QUrl::FullyEncoded).toLatin1() : target;
}

bool isMethod(const QByteArray &method)
{
    return !method.isEmpty() && std::all_of(method.begin(), method.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; });
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
    , m_limit(m_request.bodyLimitBytes > 0 ? m_request.bodyLimitBytes
              : client.m_bodyBytes > 0     ? client.m_bodyBytes
                                           : bodyLimit(m_request.kind))
    , m_startedAt(client.m_clock.now())
{
    ++m_client.m_inFlight;
    if (client.m_urgentDeadline.count() > 0 && lane == HttpClient::Lane::Urgent && m_request.method == "GET")
        m_request.deadline = std::min(m_request.deadline, client.m_urgentDeadline);
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &HttpTransfer::handleDeadline);
    connect(m_context, &QObject::destroyed, this, &HttpTransfer::cancel);
}

HttpTransfer::~HttpTransfer()
{
    dropConnection();
    leave();
    // The handler may be the last to hold the client, which deletes whatever is its own.
    setParent(nullptr);
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
    const HttpClient::Handler handler = std::exchange(m_handler, {});
    m_deadline.stop();
    dropConnection();
    leave();
    deleteLater();
    // From here on, with the handler, the client may go and this with it.
}

bool HttpTransfer::isHeldBack() const
{
    return m_client.m_throttledUntil && m_request.method != "HEAD" && isSafe() && m_request.kind != BodyKind::Health
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

QByteArray HttpTransfer::authorization() const
{
    if (const auto bearer = m_revealed.find(bearerKey); bearer != m_revealed.end())
        return "Bearer " + bearer->second.reveal();
    if (const auto password = m_revealed.find(passwordKey); password != m_revealed.end())
        return "Basic " + (m_client.m_target.credentials.user.toUtf8() + ':' + password->second.reveal()).toBase64();
    return m_client.m_basicOfUrl.isEmpty() ? QByteArray() : "Basic " + m_client.m_basicOfUrl.reveal();
}

Result<HttpParser::Headers> HttpTransfer::makeHeaders(qsizetype bodyBytes) const
{
    HttpParser::Headers headers{{"Host", hostHeader(m_request.url)},
                                {"User-Agent", "Watchfloor/" WATCHFLOOR_VERSION},
                                {"Accept", acceptedBy(m_request.kind)},
                                {"Accept-Encoding", m_asksCompressed ? "gzip" : "identity"}};
    if (!m_request.contentType.isEmpty() || bodyBytes > 0)
        headers.emplace_back("Content-Type", m_request.contentType.isEmpty() ? "application/octet-stream" : m_request.contentType);
    if (const QByteArray value = authorization(); !value.isEmpty())
        headers.emplace_back("Authorization", value);
    for (const HttpHeader &header : requestHeaders())
        setHeader(headers, header.name.toUtf8(), expanded(header.value));
    for (const auto &[name, value] : headers)
        if (!isAllowedHeader(name, value))
            return Error{Error::Kind::Invalid, QStringLiteral("header %1 cannot be sent").arg(QString::fromUtf8(name.left(40))), {}};
    if (hasBody())
        headers.emplace_back("Content-Length", QByteArray::number(bodyBytes));
    return headers;
}

Result<QByteArray> HttpTransfer::makeRequest() const
{
    if (!isMethod(m_request.method))
        return Error{Error::Kind::Invalid, QStringLiteral("not a method"), {}};
    const QByteArray body = !hasBody() ? QByteArray()
                            : m_request.secretsInBody ? expanded(QString::fromUtf8(m_request.body))
                                                      : m_request.body;
    const Result<HttpParser::Headers> headers = makeHeaders(body.size());
    if (!headers)
        return headers.error();
    QByteArray request = m_request.method + ' ' + requestTarget(m_request.url) + " HTTP/1.1\r\n";
    for (const auto &[name, value] : *headers)
        request += name + ": " + value + "\r\n";
    return request + "\r\n" + body;
}

Result<HttpEndpoint> HttpTransfer::makeEndpoint()
{
    const bool isTls = m_request.url.scheme() == QLatin1String("https");
    const QString host = m_request.url.host(QUrl::FullyEncoded);
    HttpEndpoint endpoint{.host = host, .port = quint16(m_request.url.port(isTls ? 443 : 80)), .isDirect = isLoopback(host)};
    if (!isTls)
        return endpoint;
    const Result<QSslConfiguration> &tls = m_client.tlsConfiguration();
    if (!tls)
        return tls.error();
    endpoint.tls = *tls;
    endpoint.verifyName = m_client.m_target.tls.serverName;
    return endpoint;
}

void HttpTransfer::dispatch()
{
    m_asksCompressed = m_request.mayCompress && m_client.m_line.wantsCompression();
    m_firstByteAt.reset();
    const Result<QByteArray> request = makeRequest();
    if (!request)
        return fail(request.error().kind, request.error().detail);
    const Result<HttpEndpoint> endpoint = makeEndpoint();
    if (!endpoint)
        return fail(endpoint.error().kind, endpoint.error().detail);
    // An action on a connection that the server is just giving up would end as "not known".
    if (!isSafe())
        pool().forgetKept();
    pool().acquire(*endpoint, this, [this, bytes = *request](HttpConnection *connection) { exchange(connection, bytes); });
}

void HttpTransfer::exchange(HttpConnection *connection, const QByteArray &request)
{
    // Between waiting and now it may have ended; the connection must not stay with it.
    if (m_result || !m_handler)
        return pool().release(connection);
    m_connection = connection;
    connect(connection, &HttpConnection::received, this, [this](qint64 bytes) {
        m_client.m_bytesReceived += bytes;
        if (!m_firstByteAt)
            m_firstByteAt = m_client.m_clock.now();
    });
    connect(connection, &HttpConnection::answered, this, &HttpTransfer::handleAnswered);
    connect(connection, &HttpConnection::failed, this, &HttpTransfer::handleFailed);
    connection->exchange(request, m_request.method == "HEAD", m_limit);
    if (!connection->isReused())
        ++m_client.m_connectionsOpened;
}

void HttpTransfer::handleAnswered()
{
    HttpResponse response = takeResponse();
    dropConnection();
    if (response.status >= 300 && response.status < 400)
        return handleRedirect(response);
    if (m_asksCompressed)
        if (const Result<void> unpacked = unpack(response); !unpacked)
            return fail(unpacked.error().kind, unpacked.error().detail);
    if (response.status >= 400)
        return handleHttpError(std::move(response));
    if (m_request.kind == BodyKind::Health)
        scrub(response.body); // it is shown
    const QByteArray coding = response.header("content-encoding").toLower();
    if (!coding.isEmpty() && coding != "identity" && response.unpackedLimit == 0 && !isAskedFor(coding))
        return fail(Error::Kind::Unsupported, QStringLiteral("answered in coding %1, which was not asked for")
                                                  .arg(QString::fromLatin1(coding.left(40))));
    conclude(std::move(response));
}

/// Who asked for a coding by a header of the request reads it.
bool HttpTransfer::isAskedFor(const QByteArray &coding) const
{
    return std::any_of(m_request.headers.begin(), m_request.headers.end(), [&coding](const HttpHeader &header) {
        return header.name.compare(QLatin1String("Accept-Encoding"), Qt::CaseInsensitive) == 0 && header.value == QLatin1String(coding);
    });
}

/// What is an answer may be large and is unpacked by who reads it; an error is short, is shown, and must be readable here.
Result<void> HttpTransfer::unpack(HttpResponse &response)
{
    constexpr qint64 longestError = 1 << 20;
    if (response.header("content-encoding").toLower() != "gzip")
        return {};
    if (response.status < 400) {
        response.unpackedLimit = m_limit;
        return {};
    }
    Result<QByteArray> plain = gunzipped(response.body, std::min(longestError, m_limit));
    if (!plain)
        return plain.error();
    response.body = *std::move(plain);
    return {};
}

void HttpTransfer::handleFailed(const Error &error)
{
    const bool isStale = m_connection->isReused() && !m_connection->parser().hasBegun();
    dropConnection();
    if (isStale && isSafe() && !std::exchange(m_isRepeated, true)) {
        pool().forgetKept();
        return dispatch();
    }
    if (error.kind == Error::Kind::Tls)
        m_client.forgetTls();
    if (error.kind == Error::Kind::Truncated && !isSafe())
        return fail(error.kind, QStringLiteral("%1; whether it was done is not known").arg(error.detail));
    fail(error.kind, error.detail);
}

void HttpTransfer::handleRedirect(const HttpResponse &response)
{
    const QByteArray location = response.header("location");
    const QUrl target = m_request.url.resolved(QUrl::fromEncoded(location));
    if (location.isEmpty())
        return fail(Error::Kind::NotExpected, QStringLiteral("HTTP %1 without an address").arg(response.status));
    const bool isOurs = target.isValid() && sameOrigin(target, m_client.m_target.base) && target.userInfo().isEmpty();
    const bool keepsMethod = !hasBody() || response.status == 307 || response.status == 308;
    if (!isSafe() || !keepsMethod || !isOurs || ++m_hops > mostHops)
        return fail(Error::Kind::Redirected, QStringLiteral("HTTP %1 to %2").arg(response.status).arg(redacted(target).left(300)));
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
    if (m_request.wantErrorBody) {
        scrub(response.body);
        return conclude(std::move(response));
    }
    fail(error.kind, error.detail);
}

void HttpTransfer::handleDeadline()
{
    const qint64 bytes = m_connection ? m_connection->parser().bodySize() : 0;
    fail(Error::Kind::Timeout, QStringLiteral("no complete answer within %1 ms; %2 bytes came").arg(m_request.deadline.count()).arg(bytes));
}

HttpResponse HttpTransfer::takeResponse()
{
    HttpParser &parser = m_connection->parser();
    HttpResponse response;
    response.status = parser.status();
    response.headers = parser.headers();
    const QByteArray type = response.header("content-type");
    response.contentType = type.left(type.indexOf(';') < 0 ? type.size() : type.indexOf(';')).trimmed().toLower();
    response.body = parser.takeBody();
    response.duration = m_client.m_clock.now() - m_startedAt;
    response.peer = m_connection->peerAddress();
    if (m_firstByteAt)
        m_client.m_line.record(response.body.size(), m_client.m_clock.now() - *m_firstByteAt, m_asksCompressed);
    if (const QSslCertificate peer = m_connection->peerCertificate(); !peer.isNull())
        response.certificateLeft = std::chrono::milliseconds(peer.expiryDate().toMSecsSinceEpoch())
                                   - m_client.m_clock.wall().time_since_epoch();
    return response;
}

/// What a server may say back to us and nobody may read: the secrets themselves and how they were sent.
QByteArrayList HttpTransfer::sentSecrets() const
{
    constexpr qsizetype shortest = 4;
    QByteArrayList sent;
    for (const auto &[key, secret] : m_revealed)
        sent << secret.reveal();
    const QByteArray basic = m_client.m_basicOfUrl.reveal();
    const QByteArray pair = QByteArray::fromBase64(basic);
    sent << pair.mid(pair.indexOf(':') + 1) << basic;
    const QByteArray given = authorization();
    sent << given.mid(given.indexOf(' ') + 1);
    sent.removeIf([](const QByteArray &secret) { return secret.size() < shortest; });
    return sent;
}

QString HttpTransfer::scrubbed(const QString &text) const
{
    QByteArray clean = text.toUtf8();
    scrub(clean);
    return redacted(QString::fromUtf8(clean));
}

void HttpTransfer::scrub(QByteArray &text) const
{
    for (const QByteArray &secret : sentSecrets())
        text.replace(secret, "***");
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
    dropConnection();
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

void HttpTransfer::dropConnection()
{
    if (!m_connection)
        return;
    HttpConnection *connection = m_connection;
    m_connection.clear();
    connection->disconnect(this);
    pool().release(connection);
}

} // namespace Watchfloor
