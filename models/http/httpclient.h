#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/http/httprequest.h"
#include "models/http/linespeed.h"
#include "models/http/secretresolver.h"

#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <functional>
#include <memory>
#include <optional>

namespace Watchfloor {

class HttpPool;

/// A request under way. Deleting or cancelling it ends the request without a call back.
class HttpCall;

/// The one way out of the program, to one server. Follows safety.md 1.1: absolute deadline, byte cap, redirects of a GET within
/// the origin only, credentials bound to their origin, HTTP/1.1, explicit CA set, no body that did not come whole, compression
/// only of what is large and where a line is slow. One client a source, so that one TLS configuration never serves another; two lanes, so that alerts and health never
/// wait behind panels.
class HttpClient final : public QObject
{
    Q_OBJECT

public:
    enum class Lane { Urgent, Bulk };
    using Handler = std::function<void(Result<HttpResponse>)>;

    HttpClient(HttpTarget target, const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent = nullptr);
    ~HttpClient() override;

    const HttpTarget &target() const { return m_target; }
    /// What the workspace allows a source: bytes of a body whose request names no limit (0: by kind), and how long a GET of the
    /// urgent lane may take at most (0: as it asks), so that a server that hangs is told before its next round but one.
    void setLimits(qint64 bodyBytes, std::chrono::milliseconds urgentDeadline);
    /// How many requests of the bulk lane are under way at once; 8 unless said.
    void setBulkConnections(int most);
    /// The target's base with `path` added and the query set; `path` starts without a slash.
    QUrl url(const QString &path, const QList<std::pair<QString, QString>> &query = {}) const;

    /// Sends and answers once through `handler`, on the main thread, unless `context` is gone or the call was cancelled.
    /// A GET that fails on a reused connection before any byte came is sent once more; nothing else ever is.
    QPointer<HttpCall> send(HttpRequest request, Lane lane, QObject *context, Handler handler);

    int inFlight() const { return m_inFlight; }
    qint64 bytesReceived() const { return m_bytesReceived; }
    /// How often the server was connected to; a server that was started anew cannot keep a connection.
    int connectionsOpened() const { return m_connectionsOpened; }
    /// After 429, or 503 with Retry-After: the moment before which every GET but health is answered Throttled without being sent.
    std::optional<Instant> throttledUntil() const { return m_throttledUntil; }

private:
    friend class HttpTransfer;
    HttpPool &poolFor(Lane lane) { return lane == Lane::Urgent ? *m_urgent : *m_bulk; }
    /// Read from its files at the first use, and again after a failure: certificates are renewed under a running console.
    const Result<QSslConfiguration> &tlsConfiguration();
    void forgetTls();
    void release() { --m_inFlight; }

    HttpTarget m_target;
    qint64 m_bodyBytes = 0;
    std::chrono::milliseconds m_urgentDeadline{0};
    const Clock &m_clock;
    std::shared_ptr<const SecretResolver> m_secrets;
    HttpPool *m_urgent;
    HttpPool *m_bulk;
    std::optional<Result<QSslConfiguration>> m_tls;
    std::optional<Instant> m_throttledUntil;
    Secret m_basicOfUrl; ///< user and password that the base URL carried, for those who put them there
    LineSpeed m_line;
    qint64 m_bytesReceived = 0;
    int m_connectionsOpened = 0;
    int m_inFlight = 0;
};

class HttpCall : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void cancel() = 0;
};

} // namespace Watchfloor
