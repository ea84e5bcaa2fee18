#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

namespace Watchfloor {

/// Rows that stay in the list until somebody dismisses them, vanished and unseen ones, kept over the console's end: rows.json in
/// the data folder.
constexpr size_t mostKeptRows = 2'000;

/// An absent file has none; an unreadable one is an error. An entry that cannot be read is left out.
Result<std::vector<Alert>> loadKeptRows(const QString &folder);
Result<void> saveKeptRows(const QString &folder, const std::vector<Alert> &rows);

} // namespace Watchfloor
