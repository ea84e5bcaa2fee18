#include "models/http/httperrors.h"

#include "models/core/redact.h"

#include <QDateTime>
#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>

namespace Watchfloor {

namespace {

/// No interface but loopback is up: nothing can be said of any other machine.
bool isOffline(const QUrl &url)
{
    if (url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback())
        return false;
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::none_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &one) {
        return !one.flags().testFlag(QNetworkInterface::IsLoopBack) && one.flags().testFlag(QNetworkInterface::IsUp)
               && one.flags().testFlag(QNetworkInterface::IsRunning) && !one.addressEntries().isEmpty();
    });
}

/// A flat table: one row for each way the transport can fail.
Error::Kind transportKind(QNetworkReply::NetworkError error, const QUrl &url)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        return Error::Kind::Refused;
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return isOffline(url) ? Error::Kind::Offline : Error::Kind::HostNotFound;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ContentReSendError:
        return Error::Kind::Truncated;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::OperationCanceledError:
        return Error::Kind::Timeout;
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Kind::Tls;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return Error::Kind::Offline;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::Kind::Unauthorized;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return Error::Kind::Redirected;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return Error::Kind::Invalid;
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::UnknownProxyError:
        // "Network unreachable" and "No route to host" come as unknown errors.
        return isOffline(url) ? Error::Kind::Offline : Error::Kind::Refused;
    default:
        return Error::Kind::Malformed;
    }
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

bool isHttpStatusError(QNetworkReply::NetworkError error, int status)
{
    if (status < 400)
        return false;
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

Error transportError(QNetworkReply::NetworkError error, const QString &text, const QUrl &url)
{
    return {transportKind(error, url), redacted(text), redacted(url)};
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
