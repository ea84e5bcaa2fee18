#pragma once

#include "models/core/result.h"

#include <QString>

#include <spdlog/logger.h>

#include <memory>

namespace Watchfloor {

/// What a line of the log is about; each has its own level.
enum class LogCategory { App, Http, Sources, Alerts, Slo, Runbooks, Stack, Workspace, Ui };

/// The logger of a category. Before openLog() it is silent below warning and writes to standard error.
/// Whatever is given to it goes through redacted().
spdlog::logger &log(LogCategory category);

/// From here on every category writes to a rotating file of 5 x 2 MiB in `folder`. The program goes on without when that fails.
Result<void> openLog(const QString &folder, bool verbose);

} // namespace Watchfloor
