#pragma once

#include "models/core/result.h"

#include <nlohmann/json.hpp>

#include <QByteArray>

namespace Watchfloor {

/// What a path leads to: the text that a condition compares, and what len() says of it (bytes of a text, entries of a list).
struct PathValue
{
    QByteArray text;
    qsizetype length = 0;
    bool operator==(const PathValue &) const = default;
};

/// The value under a path such as "status", "data[0].id", "[1][2].name". Objects come as JSON in one line, lists as "[1 2]"; a path goes
/// on through a number or a list as if it had ended there. Source: Gatus's conditions, whose words these are.
Result<PathValue> valueAtPath(const nlohmann::json &json, QByteArrayView path);

/// The same on the body itself, where an empty path is the body as it came unless that is a list.
Result<PathValue> valueAtPath(QByteArrayView body, QByteArrayView path);

/// A body as Gatus parses it: goJson() where it is not JSON as it stands.
Result<nlohmann::json> parseBodyJson(QByteArrayView body);

/// Whether an empty path looks into the body.
bool isJsonList(QByteArrayView body);

} // namespace Watchfloor
