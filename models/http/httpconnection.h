#pragma once

#include "models/core/error.h"
#include "models/http/httpparser.h"

#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <optional>

namespace Watchfloor {

/// Where a connection goes, and how.
struct HttpEndpoint
{
    QString host;
    quint16 port = 80;
    bool isDirect = false;                    ///< never through a proxy
    std::optional<QSslConfiguration> tls{};   ///< absent: plain
    QString verifyName{};                     ///< the certificate's name, when it is not the host's
};

/// One connection of HTTP/1.1, one exchange at a time. Each request is written once; what a silent end means for it is for the
/// caller to say. Not QNetworkAccessManager: that of Qt 6.4 sends a request again when the connection closes, POST included, and
/// takes a chunked body whose connection closed for a whole one.
class HttpConnection final : public QObject
{
    Q_OBJECT

public:
    explicit HttpConnection(HttpEndpoint endpoint, QObject *parent = nullptr);
    ~HttpConnection() override;

    /// Connects when it has to, writes `request`, and ends in answered() or failed().
    void exchange(const QByteArray &request, bool hasNoBody, qint64 bodyLimit);
    void abort();

    /// Open and idle after an exchange.
    bool isKept() const { return m_isKept; }
    /// This exchange runs on a connection that an earlier one opened.
    bool isReused() const { return m_isReused; }
    HttpParser &parser() { return *m_parser; }
    QString peerAddress() const { return m_peerAddress; }
    QSslCertificate peerCertificate() const { return m_socket.peerCertificate(); }

Q_SIGNALS:
    void received(qint64 bytes);
    void answered();
    void failed(const Watchfloor::Error &error);
    /// It lay idle and is no longer of use.
    void lapsed();

private:
    void open();
    void handleReady();
    void handleEncrypted();
    void handleReadyRead();
    void handleSocketError(QAbstractSocket::SocketError error);
    void handleClosed();
    void settle(HttpParser::Progress progress);
    void fail(Error::Kind kind, const QString &detail);

    HttpEndpoint m_endpoint;
    QSslSocket m_socket;
    QTimer m_idle;
    QByteArray m_request;
    std::optional<HttpParser> m_parser;
    QList<QSslError> m_tlsErrors;
    QString m_peerAddress;
    bool m_isBusy = false;
    bool m_isKept = false;
    bool m_isReused = false;
};

} // namespace Watchfloor
