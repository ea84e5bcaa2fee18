#include "models/runbooks/auditlog.h"

#include "models/core/durablefile.h"
#include "models/core/log.h"
#include "models/core/redact.h"
#include "models/runbooks/auditrecord.h"
#include "models/runbooks/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

/// Room for the last record and for damaged lines after it.
constexpr qint64 tailBytes = 1024 * 1024;
/// Whoever holds the lock waits for a disk; a busy one takes longer than half a second.
constexpr std::chrono::milliseconds lockPatience(2'000);

QString withoutEnd(const QString &text, qsizetype limit)
{
    return text.size() > limit ? text.left(limit) : text;
}

} // namespace

/// The end of the file: the newest intact record and what stands damaged after it.
struct AuditLog::Tail
{
    std::optional<AuditRecord> last;
    qint64 damagedBytes = 0;
    bool endsInLine = true; ///< the file is empty or ends in a line end
};

AuditLog::AuditLog(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_clock(clock)
{
}

Result<std::optional<AuditLog::Place>> AuditLog::place() const
{
    struct stat status{};
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0) {
        if (errno == ENOENT)
            return std::optional<Place>();
        return fileError(errno, m_path);
    }
    if (!S_ISREG(status.st_mode))
        return Error{Error::Kind::Io, u"the audit log is not a regular file"_s, m_path};
    return std::optional(Place{quint64(status.st_dev), quint64(status.st_ino)});
}

Result<AuditLog::Tail> AuditLog::readTail() const
{
    QFile file(m_path);
    if (!file.exists())
        return Tail{};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), m_path};
    const qint64 start = std::max<qint64>(0, file.size() - tailBytes);
    file.seek(start);
    const QByteArray bytes = file.readAll();
    Tail tail;
    tail.endsInLine = bytes.isEmpty() || bytes.endsWith('\n');
    qsizetype end = bytes.size();
    while (end > 0) {
        const qsizetype lineEnd = bytes[end - 1] == '\n' ? end - 1 : end;
        const qsizetype lineStart = lineEnd > 0 ? bytes.lastIndexOf('\n', lineEnd - 1) + 1 : 0;
        const QByteArrayView line = QByteArrayView(bytes).sliced(lineStart, lineEnd - lineStart);
        if (const auto record = parseAuditLine(line); record && isIntact(*record, line)) {
            tail.last = record;
            return tail;
        }
        tail.damagedBytes += line.size();
        end = lineStart;
    }
    return tail;
}

AuditLog::Head AuditLog::readHead() const
{
    QFile file(m_path + u".head"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(256);
    const qsizetype space = text.indexOf(' ');
    bool ok = false;
    const qint64 seq = text.left(space).toLongLong(&ok);
    return ok && seq > 0 ? Head{seq, QString::fromLatin1(text.mid(space + 1).trimmed())} : Head{};
}

void AuditLog::writeHead(const AuditRecord &record) const
{
    const auto written = replaceDurably(m_path + u".head"_s, QByteArray::number(record.seq) + ' ' + record.hash.toLatin1() + '\n');
    // The record itself stands; without the head only a later cut of the file's end goes unseen.
    if (!written)
        log(LogCategory::Runbooks).warn("audit head not written: {}", written.error().detail.toStdString());
}

AuditRecord AuditLog::chained(const Entry &entry, const Head &previous) const
{
    AuditRecord record;
    record.seq = previous.seq + 1;
    record.prev = previous.hash;
    record.wall = m_clock.wall();
    record.mono = m_clock.now().time_since_epoch().count();
    record.actor = redacted(withoutEnd(entry.actor, 256));
    record.host = QSysInfo::machineHostName();
    record.run = withoutEnd(entry.run, 256);
    record.event = withoutEnd(entry.event, 256);
    record.outcome = withoutEnd(entry.outcome, 256);
    record.detail = auditDetail(entry.detail);
    record.hash = auditHash(record);
    return record;
}

Result<AuditRecord> AuditLog::append(const Entry &entry)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return Error{Error::Kind::ReadOnly, u"the folder of the audit log cannot be made"_s, folder};
    const auto lock = FileLock::acquire(m_path + u".lock"_s, lockPatience);
    if (!lock)
        return lock.error();
    const auto before = place();
    if (!before)
        return before.error();
    const auto tail = readTail();
    if (!tail)
        return tail.error();
    const Head last = tail->last ? Head{tail->last->seq, tail->last->hash} : Head{};
    if (m_place && (m_place != *before || last.seq < m_lastSeq))
        return Error{Error::Kind::Io, u"the audit log was removed, replaced or shortened while the program ran"_s, m_path};

    const Head head = readHead();
    Head newest = head.seq > last.seq ? head : last;
    QByteArray bytes = tail->endsInLine ? QByteArray() : QByteArrayLiteral("\n");
    const bool lost = head.seq > last.seq;
    if (tail->damagedBytes > 0 || lost) {
        const QString detail = lost ? uR"({"missingFrom":%1,"missingTo":%2,"damagedBytes":%3})"_s
                                          .arg(last.seq + 1).arg(head.seq).arg(tail->damagedBytes)
                                    : uR"({"damagedBytes":%1})"_s.arg(tail->damagedBytes);
        const AuditRecord note = chained({entry.actor, {}, u"recovered"_s, lost ? u"damaged"_s : u"ok"_s, detail}, newest);
        bytes += auditLine(note) + '\n';
        newest = {note.seq, note.hash};
    }
    AuditRecord record = chained(entry, newest);
    bytes += auditLine(record) + '\n';
    if (const auto written = appendDurably(m_path, bytes); !written)
        return written.error();
    const auto after = place();
    if (!after || !*after || (*before && *before != *after))
        return Error{Error::Kind::Io, u"the audit log was removed or replaced while it was written"_s, m_path};
    m_place = *after;
    m_lastSeq = record.seq;
    writeHead(record);
    return record;
}

Result<AuditLog::Verification> AuditLog::verify() const
{
    // Read before the log, so that a record which another instance adds meanwhile is never missed.
    const Head head = readHead();
    const auto there = place();
    if (!there)
        return there.error();
    Verification verification;
    const auto broken = [&verification](qint64 at, const QString &reason) {
        verification.brokenAt = at;
        verification.reason = reason;
        return verification;
    };
    if (!*there)
        return head.seq > 0 ? broken(1, u"the log is gone"_s) : verification;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), m_path};

    Head previous;
    qint64 lineNumber = 0;
    qint64 damagedLine = 0;
    bool endsInLine = true;
    while (!file.atEnd()) {
        QByteArray line = file.readLine(auditLineLimit + 2);
        ++lineNumber;
        endsInLine = line.endsWith('\n');
        if (endsInLine)
            line.chop(1);
        const auto record = parseAuditLine(line);
        if (!record) {
            if (damagedLine == 0)
                damagedLine = lineNumber;
            continue;
        }
        if (damagedLine != 0 && record->event != u"recovered")
            return broken(damagedLine, u"line %1 is unreadable"_s.arg(damagedLine));
        damagedLine = 0;
        if (!isIntact(*record, line))
            return broken(record->seq, u"record %1 was altered"_s.arg(record->seq));
        if (record->seq != previous.seq + 1)
            return broken(previous.seq + 1, u"record %1 is missing or out of order"_s.arg(previous.seq + 1));
        if (record->prev != previous.hash)
            return broken(record->seq, u"record %1 does not follow the one before it"_s.arg(record->seq));
        previous = {record->seq, record->hash};
        ++verification.records;
        if (head.seq == record->seq && head.hash != record->hash)
            return broken(record->seq, u"record %1 is not the one that was written"_s.arg(record->seq));
    }
    if (damagedLine != 0 && (endsInLine || damagedLine != lineNumber))
        return broken(damagedLine, u"line %1 is unreadable"_s.arg(damagedLine));
    if (head.seq > previous.seq)
        return broken(previous.seq + 1, u"records %1 to %2 are missing"_s.arg(previous.seq + 1).arg(head.seq));
    if (damagedLine != 0)
        verification.reason = u"the last line was cut off while it was written"_s;
    return verification;
}

Result<std::vector<AuditRecord>> AuditLog::read(int *damaged) const
{
    if (damaged)
        *damaged = 0;
    const auto there = place();
    if (!there)
        return there.error();
    std::vector<AuditRecord> records;
    if (!*there)
        return records;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, file.errorString(), m_path};
    while (!file.atEnd()) {
        QByteArray line = file.readLine(auditLineLimit + 2);
        if (line.endsWith('\n'))
            line.chop(1);
        if (auto record = parseAuditLine(line))
            records.push_back(std::move(*record));
        else if (damaged)
            ++*damaged;
    }
    return records;
}

} // namespace Watchfloor
