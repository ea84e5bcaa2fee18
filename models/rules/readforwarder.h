#pragma once

#include "models/http/httpclient.h"
#include "models/sources/source.h"

#include <QTcpServer>

#include <map>

class QTcpSocket;

namespace Watchfloor {

/// Stands between the private Prometheus and the sources, on the loopback address: remote reads go on to a Prometheus, scrapes to a raw
/// page, with the credentials, the TLS and the caps that the workspace declares for them, none of which that Prometheus is told.
/// A read that fails is not answered: Prometheus takes a failed read for an empty one, and every alert over it would end; a rule whose
/// question runs out of time keeps its alerts.
class ReadForwarder final : public QObject
{
    Q_OBJECT

public:
    ReadForwarder(const Clock &clock, std::shared_ptr<const SecretResolver> secrets, QObject *parent = nullptr);
    ~ReadForwarder() override;

    /// On a free port.
    Result<void> listen();
    quint16 port() const { return m_server.serverPort(); }
    /// What every request must bear.
    const QByteArray &token() const { return m_token; }
    static QString readPath(size_t source) { return QStringLiteral("/read/%1").arg(source); }
    static QString scrapePath(size_t source) { return QStringLiteral("/scrape/%1").arg(source); }

    /// Whom the paths lead to, by their place here; an answer that takes longer than `deadline` is none.
    void setSources(const std::vector<SourceSpec> &sources, std::chrono::milliseconds deadline);
    HttpClient *client(size_t source) const;
    /// Why the latest read of a source failed, with its name as the place; absent: every latest read came.
    std::optional<Error> failure() const;

private:
    struct Upstream;
    class Exchange;

    void take(QTcpSocket *socket);

    const Clock &m_clock;
    std::shared_ptr<const SecretResolver> m_secrets;
    QTcpServer m_server;
    QByteArray m_token;
    std::vector<std::unique_ptr<Upstream>> m_upstreams;
    std::chrono::milliseconds m_deadline{10'000};
    int m_open = 0;
};

} // namespace Watchfloor
