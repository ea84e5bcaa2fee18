#pragma once

#include "models/core/unit.h"

#include <QString>

#include <optional>

namespace Watchfloor {

enum class AxisKind { Linear, Logarithmic, Symlog };

/// A value axis as somebody wishes it; what is absent follows the data.
struct ChartAxis
{
    Unit unit;
    int decimals = -1;
    std::optional<double> minimum;
    std::optional<double> maximum;
    std::optional<double> softMinimum; ///< the axis reaches at least to here
    std::optional<double> softMaximum;
    QString label;                     ///< along the axis
    AxisKind kind = AxisKind::Linear;
    double base = 10;                  ///< 2 or 10, of the other kinds
    double linearThreshold = 1;        ///< of Symlog: linear up to here on both sides of zero
    bool visible = true;
    bool gridShown = true;
    bool centeredZero = false;
    bool operator==(const ChartAxis &) const = default;
};

} // namespace Watchfloor
