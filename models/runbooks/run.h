#pragma once

#include "models/runbooks/runbook.h"

#include <QMetaType>

namespace Watchfloor {

enum class StepState { Waiting, Running, Passed, Failed, Skipped, Stopped, Unknown };
enum class RunState { Gating, Running, Verifying, Succeeded, GateRefused, Failed, NotEffective, Stopped, Undoing, Undone };

QString runStateName(RunState state);
QString stepStateName(StepState state);
bool isOver(RunState state);

/// One step of one run, as far as it came.
struct StepProgress
{
    RunbookStep step;
    StepState state = StepState::Waiting;
    QString shown;               ///< what ran, resolved
    std::optional<WallTime> startedAt;
    std::chrono::milliseconds took{};
    std::optional<int> exitCode;
    std::optional<double> value; ///< of a gate or verify: the latest figure, of the series before its comparison where that can be told
    std::chrono::milliseconds heldFor{}; ///< of a verify
    QString message;             ///< why it failed, or what it said, in words
    bool operator==(const StepProgress &) const = default;
};

/// A run, live or over.
struct Run
{
    QString id;
    QString runbook; ///< name
    QString title;
    QString target;
    Risk risk = Risk::Safe;
    QString actor;
    QString reason;
    bool dryRun = false;
    std::map<QString, QString> parameters;
    RunState state = RunState::Gating;
    std::vector<StepProgress> steps;
    WallTime startedAt{};
    std::optional<WallTime> endedAt;
    QString output;  ///< what streamed so far, at most 10 MB, newest kept
    qint64 firstRecord = 0; ///< audit sequence numbers
    qint64 lastRecord = 0;
    bool undoOffered = false;
    std::optional<Error> error;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Run)
Q_DECLARE_METATYPE(Watchfloor::RunState)
