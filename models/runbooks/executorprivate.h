#pragma once

#include "models/runbooks/executor.h"
#include "models/runbooks/promcondition.h"
#include "models/runbooks/targetlock.h"

#include <QTimer>

namespace Watchfloor {

/// One run while it goes: executor.cpp begins and ends it, executorsteps.cpp runs its steps, executorundo.cpp takes them back.
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
    /// Forgets the oldest where it grows too long.
    static void appendCapped(QString &text, const QString &more);
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

} // namespace Watchfloor
