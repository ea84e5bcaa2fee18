#include "models/runbooks/executorprivate.h"

#include "models/runbooks/auditscan.h"
#include "models/runbooks/runrecords.h"

namespace Watchfloor {

using namespace Qt::StringLiterals;

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

} // namespace Watchfloor
