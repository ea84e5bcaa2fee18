#pragma once

#include "tests/integration/eventledger.h"
#include "tests/integration/liveconsole.h"

#include <QNetworkAccessManager>
#include <QTimer>

#include <map>

namespace Watchfloor::Testing {

/// Looks five times a second: at the window, and at what payment and Prometheus say themselves. Remembers each change.
class Witness final : public QObject
{
    Q_OBJECT

public:
    explicit Witness(LiveConsole &console);

    /// Forgets what it saw of the window; what it counted outside goes on.
    void beginAnew();
    /// The states that the tile of a service was in, in order, while its page was shown.
    QStringList tileStates(const QString &service) const { return m_tiles.value(service); }
    /// The states of a source in the truth bar, in order.
    QStringList sourceStates(const QString &source) const { return m_sources.value(source); }
    /// What the row of the alert said, in order, while its page was shown.
    QStringList rowStates() const { return m_rows; }
    /// What Prometheus said of HighErrorRate of payment, in order; "" while it does not list it.
    QStringList prometheusStates() const { return m_prometheus; }
    const EventLedger &ledger() const { return m_ledger; }
    int looks() const { return m_looks; }

private:
    void look();
    void ask(const QUrl &url, std::function<void(const QByteArray &)> take);
    static void note(QStringList &states, const QString &state);

    LiveConsole &m_console;
    QNetworkAccessManager m_network;
    QTimer m_timer;
    QHash<QString, QStringList> m_tiles;
    QHash<QString, QStringList> m_sources;
    QStringList m_rows;
    QStringList m_prometheus;
    EventLedger m_ledger;
    int m_looks = 0;
};

} // namespace Watchfloor::Testing
