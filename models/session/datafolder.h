#pragma once

#include "models/core/result.h"

#include <QString>

namespace Watchfloor {

/// Where what belongs to a workspace is kept: $XDG_DATA_HOME/watchfloor/<hash of the workspace's path>/ (decisions 26). Made with
/// mode 0700 when it is not there; ReadOnly or DiskFull when it cannot be written.
Result<QString> prepareDataFolder(const QString &workspacePath);

/// The folder's path, whether it exists or not.
QString dataFolderOf(const QString &workspacePath);

} // namespace Watchfloor
