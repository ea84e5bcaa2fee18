#pragma once

#include <QString>

namespace Watchfloor {

/// What a number counts, named by Grafana's unit ids: "percentunit", "percent", "s", "ms", "bytes", "reqps", "short", "none",
/// "dateTimeAsIso"; any other id is shown as a suffix.
struct Unit
{
    QString id;
    bool operator==(const Unit &) const = default;
};

/// A number made for reading: "4.71" and "%", "12.4 k" and "/s". Both are text; the suffix may be empty.
struct Quantity
{
    QString number;
    QString suffix;

    /// Number and suffix with a narrow space between where the suffix is a word or a sign that wants one.
    QString text() const;
    bool operator==(const Quantity &) const = default;
};

/// `value` in `unit`, scaled to a readable magnitude; `decimals` below 0 picks three significant figures.
/// NaN is "NaN", infinities "+Inf" and "-Inf".
Quantity quantity(double value, const Unit &unit, int decimals = -1);

} // namespace Watchfloor
