#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/stack/stackinfo.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Watchfloor {

/// The demo platform: Prometheus, Alertmanager, node and redis exporter, redis, and six small services under one supervisord,
/// with 30 days of history behind them and a workspace in front. Real servers on free loopback ports, as the user who runs it,
/// all state in one private folder.
class DemoPlatform final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        StackProfile profile = StackProfile::Demo;
        QString servicePath{}; ///< watchfloor-demo-service; empty: found beside or below the running program
        QString parentFolder{}; ///< where the private folder is made; empty: $XDG_RUNTIME_DIR, else /tmp
    };
    using Done = std::function<void(Result<QString>)>;

    DemoPlatform(Options options, const Clock &clock, QObject *parent = nullptr);
    /// Ends what still runs, at once.
    ~DemoPlatform() override;

    /// Starts everything; answers with ready() or failed(). A missing program is MissingTool and names its Debian package.
    void start();
    /// Ends every process that this platform started, and nothing else, removes the folder, then emits stopped().
    void stop();
    bool isReady() const;
    const StackInfo &info() const;

    /// Commits a release of `service` with a raised error ratio and latency, and restarts it. Answers with the new commit.
    void badDeploy(const QString &service, QObject *context, Done done);
    /// The commits of a service's working copy, newest first, as `git log --format="%h %s"` prints them.
    void commits(const QString &service, QObject *context, std::function<void(Result<QStringList>)> done);

    /// SIGKILL for one server: prometheus, alertmanager, redis, node-exporter, redis-exporter, supervisor.
    void killServer(const QString &name);
    /// Starts a server again that was killed or ended, on its old port; serverReady() follows. Redis comes back empty.
    void restartServer(const QString &name);
    qint64 serverPid(const QString &name) const;

Q_SIGNALS:
    void progress(const QString &text);
    void ready(const Watchfloor::StackInfo &info);
    void failed(const Watchfloor::Error &error);
    /// A server answers again after restartServer().
    void serverReady(const QString &name);
    /// A server ended that nobody had asked to end.
    void serverEnded(const QString &name);
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Watchfloor
