#pragma once

#include "models/core/clock.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace Watchfloor {

/// Who we are to a server: at most one of bearer and basic.
struct Credentials
{
    SecretReference bearer;
    QString user{};
    SecretReference password{};
    bool operator==(const Credentials &) const = default;
};

/// Files in PEM form; an empty path is the system's default.
struct TlsOptions
{
    QString caFile{};
    QString certificateFile{};
    QString keyFile{};
    QString serverName{};
    bool operator==(const TlsOptions &) const = default;
};

/// A header; its value may hold ${secret:NAME}, resolved at the moment of sending.
struct HttpHeader
{
    QString name;
    QString value;
    bool operator==(const HttpHeader &) const = default;
};

/// How a server is reached: everything that a source or an endpoint says of its connection. Credentials and headers are bound
/// to the origin (scheme, host, port) of `base` and go nowhere else.
struct HttpTarget
{
    QUrl base;
    Credentials credentials{};
    TlsOptions tls{};
    std::vector<HttpHeader> headers{};
    bool operator==(const HttpTarget &) const = default;
};

/// What a body is for decides how much of it is read (decisions 6).
enum class BodyKind { Health, Metrics, Alertmanager, QueryRange, Api };

/// The cap in bytes: 1 MiB for health, 64 MiB for metrics, Alertmanager and the rest of the API, 256 MiB for query_range.
qint64 bodyLimit(BodyKind kind);

struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url; ///< absolute, of the target's origin
    QByteArray body{};
    QByteArray contentType{};
    std::vector<HttpHeader> headers{}; ///< of this request alone, after the target's; the same name replaces
    bool secretsInBody = false;        ///< resolve ${secret:NAME} in `body` too; never for text that came from outside
    BodyKind kind = BodyKind::Api;
    std::chrono::milliseconds deadline{10'000}; ///< from start to last byte, whatever the server drips
    qint64 bodyLimitBytes = 0;                  ///< 0: by kind
    bool changesNothing = false;                ///< a POST that only asks, for its question is too long for a URL
    bool mayCompress = false;                   ///< the body may come compressed, where that pays; see HttpResponse::unpackedLimit
    bool wantErrorBody = false;                 ///< an HTTP error status is an answer too (endpoints, APIs with JSON errors)
};

struct HttpResponse
{
    int status = 0;
    QByteArray contentType; ///< lower case, without parameters
    QByteArray body{};
    qint64 unpackedLimit = 0; ///< when not 0, the body is for gunzipped() with this limit, in a thread that has the time
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds duration{};
    std::optional<std::chrono::milliseconds> certificateLeft; ///< until the server's certificate ends; absent without TLS
    QString peer;                                             ///< address that answered, one of those the name resolves to

    QByteArray header(const QByteArray &name) const;
    /// A page for people where an API was asked: a log-in page of a proxy is no answer, whatever its status.
    bool isHtml() const;
};

/// Scheme, host and port are the same; a missing port is the scheme's.
bool sameOrigin(const QUrl &one, const QUrl &other);

/// Until when the server asks to wait: Retry-After in seconds or as an HTTP date (RFC 9110, 10.2.3), at most an hour.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, WallTime now);

} // namespace Watchfloor
