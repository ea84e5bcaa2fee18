#include "models/process/process.h"

#include "models/process/outputcleaner.h"
#include "models/process/processgroup.h"

#include <QFileInfo>

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostOutput = 10 << 20;
constexpr qint64 pieceBytes = 64 << 10;
constexpr auto reapEvery = 20ms;
constexpr int reapTries = 100; // two seconds from SIGKILL to the last zombie

/// Runs between fork and exec: only calls that are safe there (signal-safety(7)).
void leaveOurSession(pid_t parent)
{
    ::setsid();
    // SIGTERM, not SIGKILL: a supervisor must get the chance to end what it started.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (::getppid() != parent)
        ::_exit(127);
}

QProcessEnvironment environmentFor(const Command &command)
{
    QProcessEnvironment environment;
    for (const char *name : {"PATH", "HOME", "LANG"})
        if (qEnvironmentVariableIsSet(name))
            environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
    for (const auto &[name, value] : command.environment)
        environment.insert(name, value);
    return environment;
}

Result<QString> programFor(const Command &command)
{
    if (!command.directory.isEmpty() && !QFileInfo(command.directory).isDir())
        return Error{Error::Kind::NotFound, QStringLiteral("the folder %1 is not there").arg(command.directory), command.directory};
    return findProgram(command.arguments.value(0));
}

} // namespace

class Process::Private
{
public:
    Private(Process &owner, const Clock &time)
        : q(owner)
        , clock(time)
        , process(std::make_unique<QProcess>())
    {
    }

    void launch(const Command &command, const QString &program);
    void drain();
    void endGroup(ProcessOutcome::End why, std::chrono::milliseconds grace);
    void handleExit();
    void handleStartFailure();
    void handleGrace();
    void reap();
    void conclude();

    Process &q;
    const Clock &clock;
    std::unique_ptr<QProcess> process;
    OutputCleaner cleaner;
    QByteArray standardInput;
    QTimer timeout;
    QTimer grace;
    QTimer reaper;
    Instant startedAt;
    ProcessOutcome outcome;
    qint64 leader = 0;
    qint64 passed = 0;
    int reapsLeft = 0;
    bool isStarted = false;
    bool isRunning = false;
    bool isEnding = false;
    bool hasExited = false;
};

void Process::Private::launch(const Command &command, const QString &program)
{
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setProcessEnvironment(environmentFor(command));
    if (!command.directory.isEmpty())
        process->setWorkingDirectory(command.directory);
    process->setChildProcessModifier([parent = ::getpid()] { leaveOurSession(parent); });
    QObject::connect(process.get(), &QProcess::started, &q, [this] {
        leader = process->processId();
        if (!standardInput.isEmpty())
            process->write(standardInput);
        process->closeWriteChannel();
        Q_EMIT q.started();
    });
    QObject::connect(process.get(), &QProcess::readyReadStandardOutput, &q, [this] { drain(); });
    QObject::connect(process.get(), &QProcess::finished, &q, [this] { handleExit(); });
    QObject::connect(process.get(), &QProcess::errorOccurred, &q, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            handleStartFailure();
    });
    if (command.timeout > 0ms)
        timeout.start(command.timeout);
    process->start(program, command.arguments.mid(1));
}

void Process::Private::drain()
{
    while (process->bytesAvailable() > 0) {
        const QByteArray piece = process->read(pieceBytes);
        if (piece.isEmpty())
            return;
        const qint64 kept = std::min<qint64>(piece.size(), mostOutput - passed);
        passed += kept;
        outcome.droppedBytes += piece.size() - kept;
        if (kept == 0)
            continue;
        const QPointer<Process> alive(&q);
        Q_EMIT q.output(cleaner.clean(QByteArrayView(piece).first(kept)));
        if (!alive)
            return;
    }
}

void Process::Private::endGroup(ProcessOutcome::End why, std::chrono::milliseconds graceTime)
{
    if (!isRunning || isEnding)
        return;
    isEnding = true;
    outcome.end = why;
    timeout.stop();
    // Between fork and exec the child has no session of its own yet.
    if (leader == 0)
        process->terminate();
    signalGroup(leader, SIGTERM);
    grace.start(graceTime);
    reaper.start(reapEvery);
}

void Process::Private::handleStartFailure()
{
    outcome.end = ProcessOutcome::End::FailedToStart;
    outcome.error = process->errorString();
    hasExited = true;
    conclude();
}

void Process::Private::handleExit()
{
    const QPointer<Process> alive(&q);
    drain();
    if (!alive)
        return;
    hasExited = true;
    timeout.stop();
    outcome.exitCode = process->exitCode();
    if (!isEnding)
        outcome.end = process->exitStatus() == QProcess::CrashExit ? ProcessOutcome::End::Crashed : ProcessOutcome::End::Exited;
    if (groupMembers(leader).isEmpty())
        return conclude();
    // What the child left behind in its session would go on unseen.
    if (!isEnding) {
        isEnding = true;
        signalGroup(leader, SIGTERM);
        grace.start(3s);
        reaper.start(reapEvery);
    }
}

void Process::Private::handleGrace()
{
    if (leader == 0)
        process->kill();
    signalGroup(leader, SIGKILL);
    reapsLeft = reapTries;
}

void Process::Private::reap()
{
    const QList<qint64> members = groupMembers(leader);
    if (members.isEmpty() && hasExited)
        return conclude();
    if (grace.isActive() || --reapsLeft > 0)
        return;
    outcome.survivors = members;
    conclude();
}

void Process::Private::conclude()
{
    if (!isRunning)
        return;
    isRunning = false;
    timeout.stop();
    grace.stop();
    reaper.stop();
    outcome.duration = clock.now() - startedAt;
    // Queued, so that the receiver may delete us whatever led here.
    QMetaObject::invokeMethod(&q, [this] { Q_EMIT q.finished(outcome); }, Qt::QueuedConnection);
}

Process::Process(const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, clock))
{
    d->timeout.setSingleShot(true);
    d->grace.setSingleShot(true);
    connect(&d->timeout, &QTimer::timeout, this, [this] { d->endGroup(ProcessOutcome::End::TimedOut, 3s); });
    connect(&d->grace, &QTimer::timeout, this, [this] { d->handleGrace(); });
    connect(&d->reaper, &QTimer::timeout, this, [this] { d->reap(); });
}

Process::~Process()
{
    d->process->disconnect(this);
    if (d->isRunning)
        signalGroup(d->leader, SIGKILL);
    // Its own destructor would wait for the child, and may run inside one of its signals; left alone, the event loop reaps it.
    QProcess *orphan = d->process.release();
    if (orphan->state() == QProcess::NotRunning) {
        orphan->deleteLater();
        return;
    }
    orphan->kill();
    connect(orphan, &QProcess::finished, orphan, &QObject::deleteLater);
}

void Process::start(const Command &command)
{
    if (std::exchange(d->isStarted, true))
        return;
    d->isRunning = true;
    d->startedAt = d->clock.now();
    d->standardInput = command.standardInput;
    const Result<QString> program = programFor(command);
    if (program)
        return d->launch(command, *program);
    d->outcome.error = program.error().detail;
    d->hasExited = true;
    d->conclude();
}

void Process::stop(std::chrono::milliseconds grace)
{
    d->endGroup(ProcessOutcome::End::Stopped, grace);
}

bool Process::isRunning() const
{
    return d->isRunning;
}

qint64 Process::processId() const
{
    return d->leader;
}

} // namespace Watchfloor
