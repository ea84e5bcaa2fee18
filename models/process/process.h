#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <map>

namespace Watchfloor {

/// What a child runs: an argument vector, never a command line. Nothing of our environment reaches it but PATH, HOME, LANG and
/// what `environment` declares.
struct Command
{
    QStringList arguments; ///< the program first
    QString directory{};   ///< empty: ours
    std::map<QString, QString> environment{};
    QByteArray standardInput{}; ///< written at once, then closed
    std::chrono::milliseconds timeout{60'000}; ///< 0: none, for a server
    bool operator==(const Command &) const = default;
};

/// How a child ended.
struct ProcessOutcome
{
    enum class End { Exited, Crashed, TimedOut, Stopped, FailedToStart };
    End end = End::FailedToStart;
    int exitCode = -1;
    QString error;                      ///< why it did not start, in words
    std::chrono::milliseconds duration{};
    qint64 droppedBytes = 0;            ///< output over the cap, read and thrown away
    QList<qint64> survivors;            ///< processes of the group that outlived SIGKILL
    bool succeeded() const { return end == End::Exited && exitCode == 0; }
};

/// One child in its own session and process group, so that Stop ends all that it started. Output is streamed, cleaned of
/// escape sequences and capped; the first 10 MB pass, the rest is counted. What the child leaves in its session when it exits is
/// ended as by Stop before finished() comes.
class Process final : public QObject
{
    Q_OBJECT

public:
    explicit Process(const Clock &clock, QObject *parent = nullptr);
    ~Process() override;

    /// Starts once. A program that is not on the PATH ends at once with FailedToStart and its name in the error.
    void start(const Command &command);
    /// SIGTERM to the whole group, SIGKILL to what is left after `grace`.
    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds(3'000));
    bool isRunning() const;
    qint64 processId() const;

Q_SIGNALS:
    void started();
    /// Text as it comes, both streams in one order, UTF-8 made valid.
    void output(const QString &text);
    void finished(const Watchfloor::ProcessOutcome &outcome);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The absolute path of a program on the PATH, or MissingTool with the Debian package that has it where that is known.
Result<QString> findProgram(const QString &name);

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::ProcessOutcome)
