#pragma once

#include "models/runbooks/auditlog.h"

#include <QStringList>

#include <functional>

namespace Watchfloor {

/// A run that was to start and whose end nobody recorded: the program or the machine died meanwhile, or it runs elsewhere now.
/// Its outcome is unknown until a person looked; it is never run again by itself.
struct UnfinishedRun
{
    QString run;
    QString runbook;
    QString target;
    QString actor;
    QString host;
    WallTime since{};
    QString step;    ///< the step that had begun, empty: none had
    QString command; ///< what that step ran
    QStringList finishedSteps;
    qint64 seq = 0;  ///< of the intent
    bool operator==(const UnfinishedRun &) const = default;
};

/// Unfinished runs, oldest first, without those whose target `isHeld` by a living run of that id.
std::vector<UnfinishedRun> unfinishedRuns(const std::vector<AuditRecord> &records,
                                          const std::function<bool(const QString &target, const QString &run)> &isHeld);
/// The same for a log on disk and the lock files beside it.
Result<std::vector<UnfinishedRun>> unfinishedRuns(const AuditLog &log);

/// Records that a person looked: the run's end, outcome "unknown".
Result<AuditRecord> settleUnfinished(AuditLog &log, const UnfinishedRun &run, const QString &actor, const QString &note);

/// The target that a record of a run or a step names.
QString auditTarget(const AuditRecord &record);

/// Where the target locks of a log stand.
QString lockFolder(const AuditLog &log);

} // namespace Watchfloor
