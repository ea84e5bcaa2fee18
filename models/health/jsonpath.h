#pragma once

#include <nlohmann/json.hpp>

#include <QString>

namespace Watchfloor {

/// The part of `json` that a path names: "status", "data[0].id", "[1].name". Null where there is none.
const nlohmann::json *atJsonPath(const nlohmann::json &json, const QString &path);

/// A JSON value as a condition compares it: text without quotes, everything else as JSON writes it.
QString jsonText(const nlohmann::json &json);

} // namespace Watchfloor
