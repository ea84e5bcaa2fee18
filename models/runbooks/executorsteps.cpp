#include "models/runbooks/executorprivate.h"

#include "models/core/format.h"
#include "models/runbooks/runrecords.h"

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds fastestVerify = std::chrono::seconds(1);
constexpr milliseconds slowestVerify = std::chrono::seconds(5);
/// Longer between two evaluations than a query may take, and nobody can say that the condition held meanwhile.
constexpr milliseconds longestGap = std::chrono::seconds(20);

QString seconds(milliseconds time)
{
    return QString::number(double(time.count()) / 1000.0, 'f', 1) + u" s"_s;
}

bool contains(const QString &text, const QString &pattern)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    const re2::RE2 compiled(pattern.toStdString(), options);
    return compiled.ok() && re2::RE2::PartialMatch(text.toStdString(), compiled);
}

} // namespace

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

} // namespace Watchfloor
