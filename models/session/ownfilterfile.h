#pragma once

#include "models/alerts/savedfilter.h"
#include "models/core/result.h"

#include <vector>

namespace Watchfloor {

/// The filters that this person saved, kept across a crash: filters.json in the data folder. An absent file is an empty list; an
/// unreadable one an error, and the file is left as it is. A filter that cannot be read is left out.
Result<std::vector<SavedFilter>> loadOwnFilters(const QString &folder);
/// Renames an unreadable file to a free name beside it, so that the next save does not write over it; its new name.
Result<QString> setAsideOwnFilters(const QString &folder);
Result<void> saveOwnFilters(const QString &folder, const std::vector<SavedFilter> &filters);

/// Whether a filter can be kept: a name of one line, terms that can be read. `others` are those kept already.
Result<void> checkOwnFilter(const SavedFilter &filter, const std::vector<SavedFilter> &others);

} // namespace Watchfloor
