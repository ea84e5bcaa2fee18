#include "models/runbooks/executorprivate.h"

#include "models/core/format.h"
#include "models/runbooks/auditscan.h"
#include "models/runbooks/runrecords.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <QUuid>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype outputLimit = 10 * 1024 * 1024;
constexpr qsizetype outputSlack = 1024 * 1024;

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"unknown"_s : name;
}

} // namespace

void Executor::Private::prepare()
{
    const Runbook &runbook = request.runbook;
    run.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    run.runbook = runbook.name;
    run.title = runbook.title;
    run.target = runbook.target;
    run.risk = runbook.risk;
    run.actor = request.actor.isEmpty() ? userName() : request.actor;
    run.reason = request.reason;
    run.dryRun = request.dryRun;
    for (const auto &parameter : runbook.parameters)
        run.parameters[parameter.name] = parameter.fallback;
    for (const auto &[name, value] : request.parameters)
        run.parameters[name] = value;
    for (const auto &written : runbook.steps) {
        StepProgress progressed;
        progressed.step = written;
        std::optional<ResolvedCommand> command;
        if (written.isQuery) {
            progressed.shown = written.code.trimmed();
        } else if (auto resolved = resolveCommand(runbook, written.code, request.parameters)) {
            progressed.shown = resolved->shown;
            command = *std::move(resolved);
        } else if (!unresolved) {
            unresolved = resolved.error();
        }
        if (!written.undo.isEmpty() && !unresolved)
            if (const auto undone = resolveCommand(runbook, written.undo, request.parameters); !undone)
                unresolved = undone.error();
        run.steps.push_back(std::move(progressed));
        commands.push_back(std::move(command));
    }
}

std::optional<Error> Executor::Private::refusal() const
{
    if (const auto checked = checkParameters(request.runbook, request.parameters); !checked)
        return checked.error();
    if (unresolved)
        return unresolved;
    if (run.steps.empty())
        return Error{Error::Kind::Invalid, u"the runbook has no steps"_s, run.runbook};
    if (request.overrideGates && run.reason.trimmed().isEmpty())
        return Error{Error::Kind::Invalid, u"gates are overridden only with a reason"_s, run.runbook};
    const QString directory = request.runbook.directory;
    const bool needsDirectory = std::any_of(commands.begin(), commands.end(), [](const auto &command) { return command.has_value(); });
    if (needsDirectory && !directory.isEmpty() && !QFileInfo(directory).isDir())
        return Error{Error::Kind::NotFound, u"the runbook's directory is not there"_s, directory};
    return {};
}

void Executor::Private::start()
{
    if (started)
        return;
    started = true;
    run.startedAt = clock.wall();
    if (const auto error = refusal())
        return refuse(*error);
    if (!run.dryRun)
        if (const auto error = lockTarget())
            return refuse(*error);
    const auto intent = record(u"run-start"_s, u"intent"_s, runStartDetail(run, request.overrideGates));
    if (!intent)
        return refuse(intent.error());
    run.firstRecord = intent->seq;
    if (lock && lock->leftBehind())
        say(u"The run of %1 by %2, begun %3, never told its end: its outcome is unknown.\n"_s
                .arg(lock->leftBehind()->runbook, lock->leftBehind()->actor, Format::isoTime(lock->leftBehind()->since)));
    next();
}

std::optional<Error> Executor::Private::lockTarget()
{
    auto taken = TargetLock::acquire(lockFolder(audit), {run.target, run.id, run.runbook, run.actor, QSysInfo::machineHostName(),
                                                         QCoreApplication::applicationPid(), clock.wall()});
    if (!taken)
        return taken.error();
    lock = std::move(*taken);
    return {};
}

/// Nothing was recorded and nothing ran.
void Executor::Private::refuse(const Error &error)
{
    lock.reset();
    run.error = error;
    run.state = RunState::Failed;
    run.endedAt = clock.wall();
    for (auto &progressed : run.steps)
        progressed.state = StepState::Skipped;
    progress();
    Q_EMIT q->finished(run);
}

void Executor::Private::finish(RunState state)
{
    for (auto &progressed : run.steps)
        if (progressed.state == StepState::Waiting)
            progressed.state = StepState::Skipped;
    run.state = state;
    run.endedAt = clock.wall();
    run.undoOffered = !run.dryRun && std::any_of(ran.begin(), ran.end(), [this](size_t at) { return !run.steps[at].step.undo.isEmpty(); });
    if (const auto recorded = record(u"run-end"_s, outcomeWord(state), runEndDetail(run)); !recorded && !run.error)
        run.error = recorded.error();
    lock.reset();
    progress();
    Q_EMIT q->finished(run);
}

void Executor::Private::stop()
{
    if (!started || over() || stopping)
        return;
    stopping = true;
    if (process)
        return process->stop();
    step().took = clock.now() - stepStart;
    step().message = step().message.isEmpty() ? u"stopped"_s : u"stopped at %1"_s.arg(step().message);
    settle(StepState::Stopped);
}

/// The program lets go of a run under way: its group ends with it, and that is recorded.
void Executor::Private::abandon()
{
    if (!started || over())
        return;
    delete std::exchange(process, nullptr);
    step().state = StepState::Stopped;
    step().message = u"the console was closed"_s;
    const bool isUndo = run.state == RunState::Undoing;
    run.endedAt = clock.wall();
    const auto ended = record(u"step-end"_s, u"stopped"_s, stepDetail(run, step()));
    if (ended)
        (void)record(isUndo ? u"undo-end"_s : u"run-end"_s, u"stopped"_s, runEndDetail(run));
}

Result<AuditRecord> Executor::Private::record(const QString &event, const QString &outcome, const QString &detail)
{
    auto recorded = audit.append({run.actor, run.id, event, outcome, detail});
    if (recorded)
        run.lastRecord = recorded->seq;
    return recorded;
}

void Executor::Private::appendCapped(QString &text, const QString &more)
{
    text += more;
    if (text.size() > outputLimit + outputSlack)
        text.remove(0, text.size() - outputLimit);
}

void Executor::Private::say(const QString &text)
{
    appendCapped(run.output, text);
    Q_EMIT q->output(run.id, text);
}

void Executor::Private::progress()
{
    Run shown = run;
    shown.output.clear();
    Q_EMIT q->progressed(shown);
}

Executor::Executor(Request request, AuditLog &audit, Prometheis prometheis, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(request), audit, std::move(prometheis), clock))
{
    connect(&d->verifyTimer, &QTimer::timeout, this, [this] { d->evaluate(); });
    connect(&d->deadlineTimer, &QTimer::timeout, this, [this] { d->failVerify(); });
}

Executor::~Executor()
{
    d->abandon();
}

void Executor::start()
{
    d->start();
}

void Executor::stop()
{
    d->stop();
}

void Executor::undo()
{
    d->undo();
}

const Run &Executor::run() const
{
    return d->run;
}

} // namespace Watchfloor
