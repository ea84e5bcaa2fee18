#pragma once

#include <optional>
#include <string_view>

namespace Watchfloor {

/// Reads the number that starts at `begin` as Go's strconv writes a float64: digits, sign, point, exponent, or NaN, +Inf, -Inf,
/// Inf. Returns the end of it, or null where there is none or it does not fit a double.
const char *scanSampleValue(const char *begin, const char *end, double &value);

/// The whole text as such a number.
std::optional<double> parseSampleValue(std::string_view text);

/// The whole text as an exposition writes it: also a leading plus, and NaN and Inf in any case.
std::optional<double> parseExpositionValue(std::string_view text);

} // namespace Watchfloor
