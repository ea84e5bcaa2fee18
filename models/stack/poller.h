#pragma once

#include "models/core/clock.h"
#include "models/http/httpclient.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Watchfloor {

/// Asks one question once and answers it, later or at once, through the given function.
using Probe = std::function<void(QObject *context, std::function<void(bool)> answer)>;

/// A GET that is answered with 200 and a body that `accepts` likes.
Probe httpProbe(std::shared_ptr<HttpClient> client, const QUrl &url, std::function<bool(const QByteArray &)> accepts = {});
/// Sends lines to a server that speaks RESP and waits for one reply a line, none of them an error.
Probe redisProbe(quint16 port, const QList<QByteArray> &lines);
/// Every one of them says yes.
Probe allOf(std::vector<Probe> probes);

/// Repeats a probe until it says yes or patience ends.
class Poller final : public QObject
{
    Q_OBJECT

public:
    Poller(const Clock &clock, QObject *parent = nullptr);
    void start(Probe probe, std::chrono::milliseconds patience);
    void stop();

Q_SIGNALS:
    void succeeded();
    void gaveUp();

private:
    void ask();
    void take(bool yes);

    const Clock &m_clock;
    Probe m_probe;
    Instant m_until;
    QTimer m_pause;
    int m_round = 0; ///< an answer of an earlier start is not ours
};

} // namespace Watchfloor
