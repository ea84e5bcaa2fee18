#pragma once

#include "models/core/clock.h"
#include "models/core/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace Watchfloor {

/// A record of the audit log (decisions 26).
struct AuditRecord
{
    qint64 seq = 0;
    QString prev; ///< hash of the record before; empty for the first
    WallTime wall{};
    qint64 mono = 0;
    QString actor;
    QString host;
    QString run;
    QString event;   ///< "run-start", "step-start", "step-end", "run-end", "unlock", "silence", "acknowledge", …
    QString outcome; ///< "intent", "ok", "failed", "refused", …
    QString detail;  ///< compact JSON object, redacted
    QString hash;    ///< SHA-256 over everything above
    bool operator==(const AuditRecord &) const = default;
};

/// An append-only file of JSON lines, chained by hash, appended under flock by any instance, each record synced before the call
/// returns. An action may start only after its record stands. Beside it stand a lock file and the newest record's number and
/// hash (".head"), by which records missing from the end are seen too.
class AuditLog final
{
public:
    AuditLog(QString path, const Clock &clock);

    struct Entry
    {
        QString actor;
        QString run;
        QString event;
        QString outcome;
        QString detail;
    };
    /// Blocks for one fdatasync. DiskFull, ReadOnly, Locked or Io: then nothing may be run. A log that was removed, replaced or
    /// shortened since this object last wrote is never written again; the next program notes what is missing and goes on.
    Result<AuditRecord> append(const Entry &entry);

    struct Verification
    {
        qint64 records = 0;
        std::optional<qint64> brokenAt; ///< seq, or line where it is unreadable
        QString reason;
        bool ok() const { return !brokenAt; }
    };
    Result<Verification> verify() const;
    /// Readable records, oldest first; damaged lines are counted, never fatal.
    Result<std::vector<AuditRecord>> read(int *damaged = nullptr) const;
    const QString &path() const { return m_path; }

private:
    struct Head
    {
        qint64 seq = 0;
        QString hash;
    };
    struct Tail;
    struct Place
    {
        quint64 device = 0;
        quint64 file = 0;
        bool operator==(const Place &) const = default;
    };

    Result<std::optional<Place>> place() const;
    Result<Tail> readTail() const;
    Head readHead() const;
    void writeHead(const AuditRecord &record) const;
    AuditRecord chained(const Entry &entry, const Head &previous) const;

    QString m_path;
    const Clock &m_clock;
    std::optional<Place> m_place; ///< of the file as it was last written
    qint64 m_lastSeq = 0;
};

} // namespace Watchfloor
