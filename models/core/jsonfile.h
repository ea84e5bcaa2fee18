#pragma once

#include "models/core/clock.h"
#include "models/core/labels.h"
#include "models/core/result.h"

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace Watchfloor {

/// What a file of the data folder says; null where there is no such file. Io: it cannot be read or is larger than `mostBytes`;
/// Malformed: it is no JSON.
Result<nlohmann::json> readJsonFile(const QString &path, qint64 mostBytes);
/// The same of a file that holds a list: empty where there is no such file, Malformed where it holds anything else.
Result<nlohmann::json> readJsonList(const QString &path, qint64 mostBytes);
/// A document as it is written: indented, and with whatever is no UTF-8 replaced.
QByteArray jsonFileText(const nlohmann::json &document);
/// Replaces the file as a whole or not at all.
Result<void> replaceJsonFile(const QString &path, const nlohmann::json &document);

/// A member of an object; empty or absent where there is none or one of another type.
QString stringAt(const nlohmann::json &object, const char *key);
/// Those of the pairs that are texts.
Labels labelsAt(const nlohmann::json &object, const char *key);
/// Of milliseconds since 1970.
std::optional<WallTime> wallTimeAt(const nlohmann::json &object, const char *key);

} // namespace Watchfloor
