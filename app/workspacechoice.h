#pragma once

#include "models/core/result.h"
#include "models/workspace/workspace.h"

#include <QUrl>

#include <optional>

namespace Watchfloor {

/// The path that is meant by what was given: itself, else ./watchfloor.yaml, else the last opened (decisions 24).
Result<QString> chooseWorkspace(const QString &given);

/// The URL, when what was given is one (http or https) and not a path.
std::optional<QUrl> givenUrl(const QString &given);

/// Reads the workspace or prints every fault to standard error.
std::optional<Workspace> readOrExplain(const QString &path);

} // namespace Watchfloor
