#include "models/runbooks/executor.h"

#include "models/core/format.h"
#include "models/runbooks/auditscan.h"
#include "models/runbooks/promcondition.h"
#include "models/runbooks/runrecords.h"
#include "models/runbooks/targetlock.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <QTimer>
#include <QUuid>

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qsizetype outputLimit = 10 * 1024 * 1024;
constexpr qsizetype outputSlack = 1024 * 1024;
constexpr milliseconds fastestVerify = std::chrono::seconds(1);
constexpr milliseconds slowestVerify = std::chrono::seconds(5);
/// Longer between two evaluations than a query may take, and nobody can say that the condition held meanwhile.
constexpr milliseconds longestGap = std::chrono::seconds(20);

QString seconds(milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1) + u" s"_s;
}

void appendCapped(QString &text, const QString &more)
{
    text += more;
    if (text.size() > outputLimit + outputSlack)
        text.remove(0, text.size() - outputLimit);
}

QString userName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"unknown"_s : name;
}

bool contains(const QString &text, const QString &pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    const re2::RE2 compiled(pattern.toStdString(), options);
    return compiled.ok() && re2::RE2::PartialMatch(text.toStdString(), compiled);
}

} // namespace

class Executor::Private
{
public:
    Private(Executor *executor, Request wanted, AuditLog &log, Prometheis clients, const Clock &time)
        : q(executor)
        , request(std::move(wanted))
        , audit(log)
        , prometheis(std::move(clients))
        , clock(time)
    {
        verifyTimer.setSingleShot(true);
        deadlineTimer.setSingleShot(true);
        prepare();
    }

    void prepare();
    std::optional<Error> refusal() const;
    void start();
    void stop();
    void undo();
    void abandon();

    void next();
    void begin();
    void runCommand();
    void handleProcess(const ProcessOutcome &outcome);
    void judgeProcess(const ProcessOutcome &outcome);
    void evaluate();
    PrometheusClient *client(ConditionAnswer &refused) const;
    void handleGate(const ConditionAnswer &answer);
    void handleVerify(const ConditionAnswer &answer);
    void failVerify();
    /// The current step is over: recorded, and the run goes on or ends.
    void settle(StepState state);
    void finish(RunState state);
    void nextUndo();
    void finishUndo(RunState state);
    std::optional<Error> lockTarget();
    std::optional<Error> refusalOfUndo() const;

    Result<AuditRecord> record(const QString &event, const QString &outcome, const QString &detail);
    void refuse(const Error &error);
    void say(const QString &text);
    void progress();
    StepProgress &step() { return run.steps[current]; }
    bool over() const { return isOver(run.state); }

    Executor *q;
    Request request;
    AuditLog &audit;
    Prometheis prometheis;
    const Clock &clock;
    Run run;
    std::vector<std::optional<ResolvedCommand>> commands; ///< as many as steps
    std::optional<Error> unresolved;
    std::optional<TargetLock> lock;
    Process *process = nullptr;
    QTimer verifyTimer;
    QTimer deadlineTimer;
    QString stepOutput;
    std::vector<size_t> ran; ///< steps whose command started
    std::vector<size_t> undoing;
    size_t current = 0;
    quint64 generation = 0; ///< answers of an earlier one are not awaited any more
    Instant stepStart{};
    std::optional<Instant> passingSince;
    std::optional<Instant> evaluatedAt;
    bool started = false;
    bool stopping = false;
    bool gateFailed = false;
};

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

void Executor::Private::next()
{
    while (current < run.steps.size() && run.dryRun && step().step.kind != RunbookStep::Kind::Gate) {
        step().state = StepState::Skipped;
        ++current;
    }
    if (current == run.steps.size())
        return finish(gateFailed ? RunState::GateRefused : RunState::Succeeded);
    begin();
}

void Executor::Private::begin()
{
    switch (step().step.kind) {
    case RunbookStep::Kind::Gate:
        run.state = RunState::Gating;
        // A source that goes with its workspace takes its answer with it.
        if (step().step.isQuery)
            deadlineTimer.start(step().step.timeout);
        break;
    case RunbookStep::Kind::Shell:
        run.state = RunState::Running;
        break;
    case RunbookStep::Kind::Verify:
        run.state = RunState::Verifying;
        passingSince.reset();
        evaluatedAt.reset();
        deadlineTimer.start(step().step.within);
        break;
    }
    step().state = StepState::Running;
    step().startedAt = clock.wall();
    stepStart = clock.now();
    progress();
    if (step().step.isQuery)
        evaluate();
    else
        runCommand();
}

void Executor::Private::runCommand()
{
    const auto intent = record(u"step-start"_s, u"intent"_s, stepDetail(run, step()));
    if (!intent) {
        step().state = StepState::Skipped;
        step().message = u"not run: it could not be recorded"_s;
        run.error = intent.error();
        return run.state == RunState::Undoing ? finishUndo(RunState::Failed) : finish(RunState::Failed);
    }
    const ResolvedCommand &command = *commands[current];
    stepOutput.clear();
    say(u"$ %1\n"_s.arg(command.shown));
    process = new Process(clock, q);
    QObject::connect(process, &Process::output, q, [this](const QString &text) {
        appendCapped(stepOutput, text);
        say(text);
    });
    QObject::connect(process, &Process::finished, q, [this](const ProcessOutcome &outcome) { handleProcess(outcome); });
    ran.push_back(current);
    process->start({.arguments = command.argv, .directory = request.runbook.directory, .environment = command.environment,
                    .standardInput = {}, .timeout = step().step.timeout});
}

void Executor::Private::handleProcess(const ProcessOutcome &outcome)
{
    if (process)
        process->deleteLater();
    process = nullptr;
    step().took = outcome.duration;
    if (outcome.end == ProcessOutcome::End::FailedToStart)
        std::erase(ran, current);
    if (!stepOutput.isEmpty() && !stepOutput.endsWith(u'\n'))
        say(u"\n"_s);
    if (outcome.droppedBytes > 0)
        say(u"%1 bytes of output more are not shown\n"_s.arg(outcome.droppedBytes));
    judgeProcess(outcome);
}

void Executor::Private::judgeProcess(const ProcessOutcome &outcome)
{
    StepState state = StepState::Failed;
    switch (outcome.end) {
    case ProcessOutcome::End::Exited:
        step().exitCode = outcome.exitCode;
        step().message = u"exit %1"_s.arg(outcome.exitCode);
        if (outcome.exitCode == 0 && !step().step.expect.isEmpty() && !contains(stepOutput, step().step.expect))
            step().message = u"exit 0, but the output has nothing like %1"_s.arg(step().step.expect);
        else if (outcome.exitCode == 0)
            state = StepState::Passed;
        break;
    case ProcessOutcome::End::Crashed:
        step().message = u"ended by a signal"_s;
        break;
    case ProcessOutcome::End::TimedOut:
        step().message = u"no end within %1; it was stopped"_s.arg(seconds(step().step.timeout));
        break;
    case ProcessOutcome::End::Stopped:
        step().message = u"stopped"_s;
        state = StepState::Stopped;
        break;
    case ProcessOutcome::End::FailedToStart:
        step().message = outcome.error.isEmpty() ? u"it could not be started"_s : outcome.error;
        break;
    }
    if (!outcome.survivors.isEmpty()) {
        QStringList ids;
        for (const qint64 id : outcome.survivors)
            ids.append(QString::number(id));
        step().message += u"; still running: %1"_s.arg(ids.join(u", "_s));
    }
    say(u"%1 after %2\n"_s.arg(step().message, seconds(step().took)));
    settle(state);
}

PrometheusClient *Executor::Private::client(ConditionAnswer &refused) const
{
    const QString source = run.steps[current].step.source;
    PrometheusClient *found = prometheis.client ? prometheis.client(source) : nullptr;
    if (!found) {
        refused.error = Error{Error::Kind::NotFound, source.isEmpty() ? u"there is not exactly one Prometheus; name its source"_s
                                                                      : u"there is no Prometheus source %1"_s.arg(source),
                              source};
    } else if (prometheis.isVisible && !prometheis.isVisible(source)) {
        refused.error = Error{Error::Kind::Blind, u"the source cannot be seen now"_s, source};
    } else {
        return found;
    }
    refused.message = refused.error->detail;
    return nullptr;
}

void Executor::Private::evaluate()
{
    const bool isGate = step().step.kind == RunbookStep::Kind::Gate;
    const auto handle = [this, isGate](const ConditionAnswer &answer) { isGate ? handleGate(answer) : handleVerify(answer); };
    ConditionAnswer refused;
    PrometheusClient *prometheus = client(refused);
    if (!prometheus)
        return handle(refused);
    evaluateCondition(*prometheus, step().step.code.trimmed(), clock.wall(), q,
                      [this, handle, wanted = ++generation](const ConditionAnswer &answer) {
                          if (wanted == generation)
                              handle(answer);
                      });
}

void Executor::Private::handleGate(const ConditionAnswer &answer)
{
    step().took = std::chrono::duration_cast<milliseconds>(clock.now() - stepStart);
    step().value = answer.value;
    step().message = answer.message;
    say(u"gate %1: %2\n"_s.arg(step().step.title, answer.message));
    settle(answer.passed ? StepState::Passed : StepState::Failed);
}

void Executor::Private::handleVerify(const ConditionAnswer &answer)
{
    const Instant now = clock.now();
    const milliseconds interval = std::clamp(step().step.within / 60, fastestVerify, slowestVerify);
    const bool unbroken = evaluatedAt && now - *evaluatedAt <= interval + longestGap;
    evaluatedAt = now;
    step().took = now - stepStart;
    step().value = answer.value;
    step().message = answer.message;
    if (!answer.passed)
        passingSince.reset();
    else if (!passingSince || !unbroken)
        passingSince = now;
    step().heldFor = passingSince ? now - *passingSince : milliseconds(0);
    say(u"verify %1\n"_s.arg(answer.message));
    if (answer.passed && step().heldFor >= step().step.holdFor)
        return settle(StepState::Passed);
    if (step().took >= step().step.within)
        return failVerify();
    progress();
    verifyTimer.start(interval);
}

void Executor::Private::failVerify()
{
    step().took = clock.now() - stepStart;
    step().message = step().message.isEmpty() ? u"no answer within %1"_s.arg(seconds(step().step.within)) : step().message;
    settle(StepState::Failed);
}

void Executor::Private::settle(StepState state)
{
    verifyTimer.stop();
    deadlineTimer.stop();
    ++generation;
    step().state = state;
    const auto recorded = record(u"step-end"_s, outcomeWord(state), stepDetail(run, step()));
    const bool isUndo = run.state == RunState::Undoing;
    if (!recorded) {
        run.error = recorded.error();
        return isUndo ? finishUndo(RunState::Failed) : finish(stopping ? RunState::Stopped : RunState::Failed);
    }
    if (isUndo)
        return state == StepState::Passed ? nextUndo() : finishUndo(RunState::Failed);
    if (stopping || state == StepState::Stopped)
        return finish(RunState::Stopped);
    const auto kind = step().step.kind;
    if (state != StepState::Passed) {
        if (kind == RunbookStep::Kind::Verify)
            return finish(RunState::NotEffective);
        if (kind == RunbookStep::Kind::Shell)
            return finish(RunState::Failed);
        const bool acted = std::any_of(ran.begin(), ran.end(), [this](size_t at) {
            return run.steps[at].step.kind == RunbookStep::Kind::Shell;
        });
        gateFailed = gateFailed || run.dryRun;
        if (!run.dryRun && !request.overrideGates)
            return finish(acted ? RunState::Failed : RunState::GateRefused);
    }
    progress();
    ++current;
    next();
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

std::optional<Error> Executor::Private::refusalOfUndo() const
{
    const auto records = audit.read();
    if (!records)
        return records.error();
    const bool changed = std::any_of(records->begin(), records->end(), [this](const AuditRecord &other) {
        return other.seq > run.lastRecord && other.run != run.id && other.event == u"step-start" && auditTarget(other) == run.target;
    });
    if (changed)
        return Error{Error::Kind::Invalid, u"another run has changed %1 since"_s.arg(run.target), run.target};
    return {};
}

void Executor::Private::undo()
{
    if (!over() || !run.undoOffered)
        return;
    auto error = lockTarget();
    if (!error)
        error = refusalOfUndo();
    if (!error)
        if (const auto intent = record(u"undo-start"_s, u"intent"_s, runStartDetail(run, false)); !intent)
            error = intent.error();
    if (error) {
        lock.reset();
        run.error = error;
        return progress();
    }
    run.state = RunState::Undoing;
    run.endedAt.reset();
    run.error.reset();
    stopping = false;
    undoing.clear();
    for (const size_t at : ran)
        if (!run.steps[at].step.undo.isEmpty())
            undoing.push_back(at);
    nextUndo();
}

void Executor::Private::nextUndo()
{
    if (stopping || undoing.empty())
        return finishUndo(undoing.empty() ? RunState::Undone : RunState::Stopped);
    const RunbookStep undone = run.steps[undoing.back()].step;
    undoing.pop_back();
    // Its line is none: the document's card belongs to the step itself.
    StepProgress progressed;
    progressed.step.title = u"Undo: %1"_s.arg(undone.title);
    progressed.step.code = undone.undo;
    progressed.step.timeout = undone.timeout;
    const auto command = resolveCommand(request.runbook, undone.undo, request.parameters);
    if (!command) {
        run.error = command.error();
        return finishUndo(RunState::Failed);
    }
    progressed.shown = command->shown;
    progressed.state = StepState::Running;
    progressed.startedAt = clock.wall();
    run.steps.push_back(std::move(progressed));
    commands.push_back(*command);
    current = run.steps.size() - 1;
    stepStart = clock.now();
    progress();
    runCommand();
}

void Executor::Private::finishUndo(RunState state)
{
    run.state = state;
    run.endedAt = clock.wall();
    run.undoOffered = false;
    if (const auto recorded = record(u"undo-end"_s, outcomeWord(state), runEndDetail(run)); !recorded && !run.error)
        run.error = recorded.error();
    lock.reset();
    progress();
    Q_EMIT q->finished(run);
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
