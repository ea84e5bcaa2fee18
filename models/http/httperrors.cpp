#include "models/http/httperrors.h"

#include "models/core/redact.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>

namespace Watchfloor {

namespace {

/// No interface but loopback is up: nothing can be said of any other machine.
bool isOffline(const QString &host)
{
    if (isLoopback(host))
        return false;
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::none_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        return !one.flags().testFlag(QNetworkInterface::IsLoopBack) && one.flags().testFlag(QNetworkInterface::IsUp)
               && one.flags().testFlag(QNetworkInterface::IsRunning) && !one.addressEntries().isEmpty();
    });
}

Error::Kind statusKind(const HttpResponse &response)
{
    const int status = response.status;
    if (status == 401)
        return Error::Kind::Unauthorized;
    if (status == 403)
        return Error::Kind::Forbidden;
    if (status == 404)
        return Error::Kind::NotFound;
    if (status == 429)
        return Error::Kind::Throttled;
    if (status == 503) {
        if (!response.header("retry-after").isEmpty())
            return Error::Kind::Throttled;
        // An API that can already say JSON has started; Prometheus answers its query time-outs so.
        return response.contentType == "application/json" ? Error::Kind::Server : Error::Kind::Starting;
    }
    if (status >= 500)
        return Error::Kind::Server;
    if (status >= 400)
        return Error::Kind::Rejected;
    return Error::Kind::NotExpected;
}

QString firstWords(const HttpResponse &response)
{
    constexpr qsizetype longest = 200;
    if (response.isHtml())
        return QStringLiteral("an HTML page");
    const QByteArray start = response.body.left(longest);
    if (start.contains('\0'))
        return {};
    return QString::fromUtf8(start).simplified();
}

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Error::Kind socketErrorKind(QAbstractSocket::SocketError error, const QString &host)
{
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionRefusedError:
        return Error::Kind::Refused;
    case QAbstractSocket::HostNotFoundError:
    case QAbstractSocket::ProxyNotFoundError:
        return isOffline(host) ? Error::Kind::Offline : Error::Kind::HostNotFound;
    case QAbstractSocket::RemoteHostClosedError:
    case QAbstractSocket::ProxyConnectionClosedError:
        return Error::Kind::Truncated;
    case QAbstractSocket::SocketTimeoutError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return Error::Kind::Timeout;
    case QAbstractSocket::NetworkError: // unreachable: the network or the host
        return isOffline(host) ? Error::Kind::Offline : Error::Kind::Refused;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return Error::Kind::Tls;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return Error::Kind::Unauthorized;
    default:
        return Error::Kind::Io; // no descriptor left, no permission
    }
}

Error statusError(const HttpResponse &response, const QUrl &url, WallTime now)
{
    Error error{statusKind(response), QStringLiteral("HTTP %1").arg(response.status), redacted(url)};
    if (const auto wait = retryAfter(response.header("retry-after"), now); wait && error.kind == Error::Kind::Throttled) {
        const qint64 until = (now + *wait).time_since_epoch().count();
        error.detail += QStringLiteral(", wait until %1")
                            .arg(QDateTime::fromMSecsSinceEpoch(until).toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")));
    }
    if (const QString words = firstWords(response); !words.isEmpty())
        error.detail += QStringLiteral(": ") + words;
    return error;
}

} // namespace Watchfloor
