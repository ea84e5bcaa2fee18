#pragma once

#include <QString>

#include <optional>

/// Numbers as JavaScript writes and rounds them. Grafana's formatters are defined by these, down to the last digit.
/// Source: ECMA-262, Number::toString and Number.prototype; ECMA-402 for `localised`.
namespace Watchfloor::JsNumber {

/// String(value): the shortest digits that read back the same, with an exponent from 1e21 and below 1e-6.
QString text(double value);

/// Math.round: halves go up, also below zero.
double round(double value);

/// value.toExponential(decimals); without decimals as many digits as the value has.
QString exponential(double value, std::optional<int> decimals);

/// value.toString(16), lower case, also with a fraction.
QString hexadecimal(double value);

/// Intl.NumberFormat("en-US"): thousands in groups, between `least` and `most` decimals, halves away from zero.
QString localised(double value, int least, int most);

} // namespace Watchfloor::JsNumber
