#pragma once

#include "models/core/result.h"

#include <QByteArray>

namespace Watchfloor {

/// Appends `bytes` to `path` and returns only when they are on the disk: one write, fdatasync, and for a new file its folder's
/// fsync, every return value checked. Made for records that must exist before an action starts (safety.md, rule 5).
Result<void> appendDurably(const QString &path, const QByteArray &bytes);

/// Replaces `path` by `bytes` as a whole or not at all: temporary file beside it, fdatasync, rename, folder fsync.
Result<void> replaceDurably(const QString &path, const QByteArray &bytes);

/// Moves a file that cannot be read out of the way, beside itself under a name that is free ("x.json.damaged", "x.json.damaged2"), so that
/// nothing of it is written over. Gives the new path.
Result<QString> setAside(const QString &path);

/// The Error for `errnoValue` on `path`: DiskFull, ReadOnly, NotFound or Io.
Error fileError(int errnoValue, const QString &path);

} // namespace Watchfloor
