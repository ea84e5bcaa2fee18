#pragma once

#include "models/core/result.h"

#include <QByteArrayView>

#include <nlohmann/json.hpp>

namespace Watchfloor {

/// Deeper JSON than this comes from no server we know.
inline constexpr int jsonDepthLimit = 64;

/// No bracket outside of strings nests deeper than `limit`; looked at before a tree is built.
bool jsonDepthWithin(QByteArrayView body, int limit = jsonDepthLimit);

/// The body as a tree: for small answers only, never for samples. Too deep is Malformed as anything unreadable is.
Result<nlohmann::json> parseBoundedJson(QByteArrayView body);

/// A member that is a string, else empty text.
QString stringMember(const nlohmann::json &object, const char *name);

/// A member that is an object or array, else null.
const nlohmann::json *member(const nlohmann::json &object, const char *name);

} // namespace Watchfloor
