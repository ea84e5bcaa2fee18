#pragma once

#include <optional>
#include <string_view>

namespace Watchfloor {

/// Reads the number that starts at `begin` as Go's strconv writes a float64: digits, sign, point, exponent, or NaN, +Inf, -Inf,
/// Inf. Returns the end of it, or null where there is none or it does not fit a double. The fast way: what parseSampleValue
/// reads beyond that is left to it.
const char *scanSampleValue(const char *begin, const char *end, double &value);

/// The whole text as a float64 as Go's strconv.ParseFloat reads it, which Prometheus' own clients use: also a leading plus, a
/// missing digit on one side of the point, NaN, Inf and Infinity in any case, hexadecimal with an exponent, underscores between
/// digits. What is too large for a double is refused, what is too small is zero.
std::optional<double> parseSampleValue(std::string_view text);

/// The whole text as an exposition writes it: the same without hexadecimal exponents and underscores. Source: expfmt and
/// Prometheus' textparse, which keep to the formats before Go 1.13.
std::optional<double> parseExpositionValue(std::string_view text);

} // namespace Watchfloor
