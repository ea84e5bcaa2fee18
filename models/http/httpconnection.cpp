#include "models/http/httpconnection.h"

#include "models/http/httperrors.h"
#include "models/http/tlsconfiguration.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace Watchfloor {

namespace {

constexpr std::chrono::seconds longestIdle{60};
constexpr qint64 mostUnread = 1 << 20;

} // namespace

HttpConnection::HttpConnection(HttpEndpoint endpoint, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(longestIdle);
    // Back-pressure: a server faster than we read fills its own buffers, not our memory.
    m_socket.setReadBufferSize(mostUnread);
    if (m_endpoint.isDirect)
        m_socket.setProxy(QNetworkProxy::NoProxy);
    connect(&m_idle, &QTimer::timeout, this, &HttpConnection::lapsed);
    connect(&m_socket, &QSslSocket::connected, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_peerAddress = m_socket.peerAddress().toString(); // gone from the socket once it closed
        if (!m_endpoint.tls)
            handleReady();
    });
    connect(&m_socket, &QSslSocket::encrypted, this, &HttpConnection::handleEncrypted);
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(&m_socket, &QSslSocket::readyRead, this, &HttpConnection::handleReadyRead);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &HttpConnection::handleSocketError);
    connect(&m_socket, &QSslSocket::disconnected, this, &HttpConnection::handleClosed);
}

HttpConnection::~HttpConnection()
{
    m_socket.disconnect(this);
    m_socket.abort();
}

void HttpConnection::exchange(const QByteArray &request, bool hasNoBody, qint64 bodyLimit)
{
    m_idle.stop();
    m_request = request;
    m_parser.emplace(hasNoBody, bodyLimit);
    m_isBusy = true;
    m_isReused = std::exchange(m_isKept, false);
    if (m_isReused)
        handleReady();
    else
        open();
}

void HttpConnection::abort()
{
    m_isBusy = false;
    m_isKept = false;
    m_socket.abort();
}

void HttpConnection::open()
{
    m_tlsErrors.clear();
    if (!m_endpoint.tls)
        return m_socket.connectToHost(m_endpoint.host, m_endpoint.port);
    m_socket.setSslConfiguration(*m_endpoint.tls);
    m_socket.connectToHostEncrypted(m_endpoint.host, m_endpoint.port,
                                    m_endpoint.verifyName.isEmpty() ? m_endpoint.host : m_endpoint.verifyName);
}

void HttpConnection::handleEncrypted()
{
    if (!endsInKnownAuthority(m_socket.sslConfiguration(), *m_endpoint.tls))
        return fail(Error::Kind::Tls, QStringLiteral("certificate does not end in a configured authority"));
    handleReady();
}

void HttpConnection::handleReady()
{
    m_socket.write(std::exchange(m_request, {}));
}

void HttpConnection::handleReadyRead()
{
    if (!m_isBusy)
        return m_isKept ? Q_EMIT lapsed() : void(); // bytes that nobody asked for
    const QByteArray bytes = m_socket.readAll();
    const QPointer<HttpConnection> alive(this);
    Q_EMIT received(bytes.size());
    if (alive && m_isBusy)
        settle(m_parser->feed(bytes));
}

void HttpConnection::handleSocketError(QAbstractSocket::SocketError error)
{
    if (!m_isBusy)
        return;
    // What came before the end may be a whole answer: a server may refuse a body, answer and close.
    const QPointer<HttpConnection> alive(this);
    if (m_socket.bytesAvailable() > 0)
        handleReadyRead();
    if (!alive || !m_isBusy)
        return;
    if (error == QAbstractSocket::RemoteHostClosedError)
        return settle(m_parser->end());
    const QString what = describeTlsErrors(m_tlsErrors, m_endpoint.verifyName.isEmpty() ? m_endpoint.host : m_endpoint.verifyName);
    fail(socketErrorKind(error, m_endpoint.host), what.isEmpty() ? m_socket.errorString() : what);
}

void HttpConnection::handleClosed()
{
    if (!m_isBusy)
        return m_isKept ? Q_EMIT lapsed() : void();
    handleSocketError(QAbstractSocket::RemoteHostClosedError);
}

void HttpConnection::settle(HttpParser::Progress progress)
{
    switch (progress) {
    case HttpParser::Progress::More:
        return;
    case HttpParser::Progress::Failed:
        return fail(m_parser->failure(), m_parser->failureDetail());
    case HttpParser::Progress::Done:
        m_isBusy = false;
        m_isKept = m_parser->leavesConnectionUsable() && m_socket.state() == QAbstractSocket::ConnectedState;
        if (m_isKept)
            m_idle.start();
        Q_EMIT answered();
    }
}

void HttpConnection::fail(Error::Kind kind, const QString &detail)
{
    m_isBusy = false;
    m_isKept = false;
    Q_EMIT failed(Error{kind, detail, {}});
}

} // namespace Watchfloor
