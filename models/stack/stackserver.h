#pragma once

#include "models/process/process.h"
#include "models/stack/poller.h"

namespace Watchfloor {

/// A server of a stack: how it is started and how it says that it is ready.
struct ServerSpec
{
    QString name;
    Command command; ///< its timeout is ignored: it runs until it is stopped
    Probe ready;
    std::chrono::milliseconds patience{30'000};
    std::chrono::milliseconds grace{8'000}; ///< from SIGTERM to SIGKILL
};

/// One server: started, watched until it is ready, killed, started again, stopped.
class StackServer final : public QObject
{
    Q_OBJECT

public:
    StackServer(ServerSpec spec, const Clock &clock, QObject *parent = nullptr);
    const QString &name() const { return m_spec.name; }
    void start();
    /// Ends it; stopped() follows, at once when it does not run.
    void stop();
    /// SIGKILL, without a word to it.
    void kill();
    bool isRunning() const;
    qint64 processId() const;

Q_SIGNALS:
    void started(qint64 pid);
    void ready();
    /// It ended or did not become ready.
    void failed(const Watchfloor::Error &error);
    /// It ended after it had been ready, and nobody had asked.
    void ended();
    void stopped();

private:
    void handleOutput(const QString &text);
    void handleFinished(const ProcessOutcome &outcome);

    ServerSpec m_spec;
    const Clock &m_clock;
    Poller m_poller;
    std::unique_ptr<Process> m_process;
    QString m_lastOutput;
    bool m_isReady = false;
    bool m_isAsked = false; ///< its end is our wish
    bool m_isStopping = false;
};

} // namespace Watchfloor
