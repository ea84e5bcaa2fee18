#pragma once

#include "models/core/clock.h"
#include "models/runbooks/filelock.h"

#include <QString>

#include <optional>

namespace Watchfloor {

/// Who works on a target.
struct LockHolder
{
    QString target;
    QString run;
    QString runbook;
    QString actor;
    QString host;
    qint64 pid = 0;
    WallTime since{};
    bool operator==(const LockHolder &) const = default;
};

/// One run a target, across every instance that shares the folder. Ends with the object; a holder that was killed leaves its
/// name behind, and the next to come is told.
class TargetLock final
{
public:
    /// Locked, with who holds it since when, while another run has it.
    static Result<TargetLock> acquire(const QString &folder, LockHolder holder);
    /// Who holds the target now; nobody where the lock is free.
    static std::optional<LockHolder> holder(const QString &folder, const QString &target);

    TargetLock(TargetLock &&) noexcept = default;
    TargetLock &operator=(TargetLock &&) noexcept = default;
    ~TargetLock();

    /// The holder that ended without giving the target back: what it did is not known.
    const std::optional<LockHolder> &leftBehind() const { return m_leftBehind; }

private:
    TargetLock(FileLock lock, std::optional<LockHolder> leftBehind);
    FileLock m_lock;
    std::optional<LockHolder> m_leftBehind;
};

} // namespace Watchfloor
