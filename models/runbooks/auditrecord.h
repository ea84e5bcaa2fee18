#pragma once

#include "models/runbooks/auditlog.h"

#include <QByteArray>
#include <QByteArrayView>

namespace Watchfloor {

/// The longest line that is written or read.
inline constexpr qsizetype auditLineLimit = 256 * 1024;

/// The record as one line without its end: members in fixed order, nothing between them, so that equal records are equal bytes.
QByteArray auditLine(const AuditRecord &record);

/// The hash of everything in the record but the hash itself.
QString auditHash(const AuditRecord &record);

/// The record of a line whatever its hash says, or nothing when the line is not one.
std::optional<AuditRecord> parseAuditLine(QByteArrayView line);

/// The line is the record's own and its hash is right.
bool isIntact(const AuditRecord &record, QByteArrayView line);

/// `detail` as a compact JSON object with every text in it redacted; text that is no object stands under "text".
QString auditDetail(const QString &detail);

} // namespace Watchfloor
