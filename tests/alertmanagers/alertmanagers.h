#pragma once

#include "models/alerts/alert.h"
#include "models/http/httprequest.h"
#include "models/stack/localstack.h"

#include <QTemporaryDir>

namespace Watchfloor::Testing {

/// How long anything may take, in milliseconds.
inline constexpr int patience = 60'000;

/// Real Alertmanagers of this machine, one or a gossip cluster, in a folder of their own.
class Alertmanagers
{
public:
    enum class Gossip { Together, Apart };

    /// Starts am-1, am-2 and so on.
    [[nodiscard]] bool start(int count, Gossip gossip = Gossip::Together);
    /// And tells each of them of these.
    [[nodiscard]] bool startTold(int count, const std::vector<Labels> &alerts, Gossip gossip = Gossip::Together);
    /// Before they start: over TLS with this certificate, and only for the user "ops" with the password "let me in".
    void guard(const QString &certificateFile, const QString &keyFile, const QString &caFile);
    QUrl url(int member) const;
    /// With what a guarded one wants of who asks it.
    HttpTarget target(int member) const;
    QString name(int member) const { return QStringLiteral("am-%1").arg(member + 1); }

    /// Told to one member, as a Prometheus does; over: it ended.
    [[nodiscard]] bool tell(int member, const std::vector<Labels> &alerts, bool over = false);
    void kill(int member);
    [[nodiscard]] bool restart(int member);
    /// Stops it in the middle of whatever it does, and lets it go on.
    void freeze(int member);
    void thaw(int member);

private:
    ServerSpec spec(int member, Gossip gossip) const;

    SystemClock m_clock;
    QTemporaryDir m_parent{QStringLiteral("/tmp/tst-XXXXXX")};
    LocalStack m_stack{m_clock};
    std::vector<quint16> m_ports; ///< for the web, then for gossip
    QByteArray m_guard;           ///< what the file of --web.config.file holds; empty: anybody may ask
    QString m_caFile;
    int m_count = 0;
};

} // namespace Watchfloor::Testing
