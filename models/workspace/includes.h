#pragma once

#include "models/core/result.h"
#include "models/workspace/sections.h"

#include <QStringList>

namespace Watchfloor {

/// The files below `folder` that `pattern` names, sorted: *, ? and [..] within a folder's or file's name, ** for any number of
/// folders. Refused: absolute patterns, .. and whatever a symbolic link leads out of the folder. At most 1,000 files.
Result<QStringList> expandedGlob(const QString &folder, const QString &pattern);

inline constexpr qint64 workspaceFileLimit = 4 * 1024 * 1024;
/// A file's bytes, at most so many; only regular files are opened.
Result<QByteArray> readWorkspaceFile(const QString &path, qint64 limit = workspaceFileLimit);

/// Reads what rules, slos, dashboards and runbooks name. Faults of the files themselves are added to `faults`, those of the
/// patterns to the reader.
void readIncludes(Sections &sections, const YamlNode &root, std::vector<Fault> &faults);

} // namespace Watchfloor
