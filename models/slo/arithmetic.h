#pragma once

#include "models/slo/slostore.h"

#include <QString>

#include <vector>

namespace Watchfloor {

/// A line of "show the arithmetic": what it is, how it is worked out, and its value, as text for people.
struct ArithmeticRow
{
    enum class Kind { Total, Errors, Sli, Allowed, Left, Time, Burn, Empty };
    Kind kind = Kind::Total;
    QString label;
    QString how;
    QString value;
    bool operator==(const ArithmeticRow &) const = default;
};

/// Every figure of an objective from its two counts on; a figure that is not known has a dash. Empty while nothing is known.
/// Source: The Site Reliability Workbook, chapter 5, Alerting on SLOs.
std::vector<ArithmeticRow> arithmeticOf(const SloStatus &status, WallTime now);

} // namespace Watchfloor
