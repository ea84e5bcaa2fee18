#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>
#include <string_view>

/// Numbers and durations as programs written in Go read and print them. Conditions and their paths come from such a program, and a team's
/// conditions must mean here what they mean there: "0x1F" is a number, 1000000 prints as 1e+06.
namespace Watchfloor::Go {

/// A whole number with an optional sign and 0x, 0o, 0b or 0 in front, single underscores between digits.
std::optional<qint64> integer(std::string_view text);

/// A decimal or hexadecimal floating-point number, "inf", "infinity" and "nan".
std::optional<double> real(std::string_view text);

/// "1h30m", "1.5s", "250ms", "-2us", "0".
std::optional<std::chrono::nanoseconds> duration(std::string_view text);

/// Whole seconds without components that are nothing at the end: "336h", "1h30m", "1h0m15s", "0s".
QByteArray durationText(std::chrono::milliseconds length);

/// The shortest digits that read back as the same value: in General style with an exponent below 1e-4 and from 1e+06 on, in Json style below
/// 1e-6 and from 1e+21 on.
enum class RealStyle { General, Json };
QByteArray realText(double value, RealStyle style);

/// Towards zero; what does not fit is the least number.
qint64 truncated(double value);

} // namespace Watchfloor::Go
