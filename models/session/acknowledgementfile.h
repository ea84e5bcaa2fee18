#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <map>

namespace Watchfloor {

/// Who took which alert on, kept across a crash: acknowledgements.json in the data folder, by fingerprint.
using Acknowledgements = std::map<QString, Acknowledgement>;

/// An absent file is an empty map; an unreadable one an error, and the file is left as it is. An entry that cannot be read is
/// left out.
Result<Acknowledgements> loadAcknowledgements(const QString &folder);
/// Renames an unreadable file to a free name beside it, so that the next save does not write over it; its new name.
Result<QString> setAsideAcknowledgements(const QString &folder);
Result<void> saveAcknowledgements(const QString &folder, const Acknowledgements &acknowledgements);

} // namespace Watchfloor
