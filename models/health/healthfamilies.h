#pragma once

#include "models/health/healthbody.h"

#include <nlohmann/json.hpp>

/// The readers of the single families behind healthbody.h.
namespace Watchfloor::HealthFamilies {

/// A word that says a state wherever it is met; case counts for nothing.
std::optional<State> commonWord(const QString &word);

/// As it may be shown: one line, short.
QString shownWord(const std::string &word);
QString shownWord(const QString &word);

/// A JSON object of any family.
std::optional<HealthBody> fromJson(const nlohmann::json &object, QByteArrayView contentType);

/// Text that is no JSON object.
std::optional<HealthBody> fromText(QByteArrayView text);

/// At most so many components are kept of one body.
inline constexpr size_t componentLimit = 500;

} // namespace Watchfloor::HealthFamilies
