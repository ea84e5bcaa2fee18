#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <map>

namespace Watchfloor {

/// Who took which alert on, kept across a crash: acknowledgements.json in the data folder, by fingerprint.
using Acknowledgements = std::map<QString, Acknowledgement>;

/// An absent file is an empty map; an unreadable one an error, and the file is left as it is.
Result<Acknowledgements> loadAcknowledgements(const QString &folder);
Result<void> saveAcknowledgements(const QString &folder, const Acknowledgements &acknowledgements);

} // namespace Watchfloor
