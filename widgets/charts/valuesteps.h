#pragma once

#include <QColor>
#include <QGradient>
#include <QSizeF>

#include <limits>
#include <vector>

namespace Watchfloor {

/// From this value on a mark is in this colour. A list is ascending and begins at minus infinity.
struct ValueStep
{
    double from = -std::numeric_limits<double>::infinity();
    QColor color;
    bool operator==(const ValueStep &) const = default;
};
using ValueSteps = std::vector<ValueStep>;

/// The colour of the step that `value` stands on; invalid without one.
QColor stepColor(const ValueSteps &steps, double value);
/// The steps' colours from `minimum` (0) to `maximum` (1), running into each other.
QGradientStops gradientStops(const ValueSteps &steps, double minimum, double maximum);
/// How many columns and rows show `count` boxes of about this width to height best.
QSize wellFilledGrid(int count, QSizeF room, double aspect);

} // namespace Watchfloor
