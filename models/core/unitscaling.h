#pragma once

#include "models/core/unit.h"
#include "models/core/unitrule.h"

#include <array>
#include <span>

/// The arithmetic of Grafana's formatters, in its words. Source: packages/grafana-data/src/valueFormats.
namespace Watchfloor::UnitScaling {

using Decimals = std::optional<int>;

/// What stands before a unit: powers of 1000 from 10^-15; at `metricBase` nothing.
inline constexpr std::array<const char16_t *, 14> metricPrefixes{u"f", u"p", u"n", u"\u00B5", u"m", u"", u"k", u"M", u"G", u"T", u"P", u"E", u"Z", u"Y"};
inline constexpr int metricBase = 5;

/// The number with so many decimals; absent: as many as three or so figures ask for.
QString fixed(double value, Decimals decimals);
Quantity fixed(double value, Decimals decimals, const QString &suffix);

/// Powers of `factor`: `suffixes[offset]` is the value as it comes.
Quantity scaled(double value, Decimals decimals, double factor, std::span<const char16_t *const> suffixes, int offset);

Quantity metric(double value, Decimals decimals, const QString &symbol, int offset);
Quantity binary(double value, Decimals decimals, const QString &symbol, int offset);
Quantity shortened(double value, Decimals decimals);
Quantity pressure(double value, Decimals decimals);
Quantity count(double value, Decimals decimals, const QString &symbol);
Quantity currency(double value, Decimals decimals, const QString &symbol, bool after);
Quantity financial(double value, Decimals decimals, const QString &symbol, bool after);
QString hexadecimal(double value, Decimals decimals);

} // namespace Watchfloor::UnitScaling
