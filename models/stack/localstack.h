#pragma once

#include "models/stack/stackfolder.h"
#include "models/stack/stackserver.h"

#include <map>
#include <memory>

namespace Watchfloor {

/// Servers on this machine that belong to this program: a private folder, children with their pids in it, tools run for them.
/// Nothing waits; everything is told by signals. What the demo platform and later a private Prometheus stand on.
class LocalStack final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<QString>)>;

    explicit LocalStack(const Clock &clock, QObject *parent = nullptr);
    ~LocalStack() override;

    /// Ends leftovers of earlier runs below `parentFolder` and makes the folder. Empty: the default place.
    Result<void> prepare(const QString &parentFolder);
    const StackFolder &folder() const { return m_folder; }

    void add(ServerSpec spec);
    /// Starts a server that was added; serverReady() or serverFailed() follows.
    void startServer(const QString &name);
    void killServer(const QString &name);
    qint64 serverPid(const QString &name) const;

    /// Runs a tool to its end and answers with its output, or with why it failed.
    void run(const Command &command, QObject *context, Done done);
    /// Runs tools one after the other until one fails; answers with the last one's output.
    void runAll(std::vector<Command> commands, QObject *context, Done done);

    /// Ends every server and tool, removes the folder, then stopped().
    void stop();

Q_SIGNALS:
    void serverReady(const QString &name);
    void serverFailed(const QString &name, const Watchfloor::Error &error);
    void serverEnded(const QString &name);
    void stopped();

private:
    void handleStopped(const QString &name);
    void finishStopping();

    const Clock &m_clock;
    StackFolder m_folder; // outlives the servers below, which die with their objects
    std::map<QString, std::unique_ptr<StackServer>> m_servers;
    QSet<QString> m_stopping;
    bool m_isStopping = false;
};

} // namespace Watchfloor
