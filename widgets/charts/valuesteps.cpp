#include "widgets/charts/valuesteps.h"

#include <QSize>
#include <QSizeF>

#include <algorithm>
#include <cmath>

namespace Watchfloor {

QColor stepColor(const ValueSteps &steps, double value)
{
    QColor color;
    for (const ValueStep &step : steps)
        if (value >= step.from || !color.isValid())
            color = step.color;
    return color;
}

QGradientStops gradientStops(const ValueSteps &steps, double minimum, double maximum)
{
    QGradientStops stops;
    if (steps.empty() || !(maximum > minimum))
        return stops;
    stops.append({0, stepColor(steps, minimum)});
    for (const ValueStep &step : steps)
        if (step.from > minimum && step.from < maximum)
            stops.append({(step.from - minimum) / (maximum - minimum), step.color});
    // The last step's colour fills what is left of the way, so that the end of a track is never redder than its last limit says.
    stops.append({1, stepColor(steps, maximum)});
    return stops;
}

QSize wellFilledGrid(int count, QSizeF room, double aspect)
{
    QSize best(1, std::max(count, 1));
    double most = -1;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double width = std::min(room.width() / columns, room.height() / rows * aspect);
        // An empty place in the last row counts a little against a grid.
        const double filled = width - double(columns * rows - count) / count * width * 0.1;
        if (filled > most + 1e-9) {
            most = filled;
            best = {columns, rows};
        }
    }
    return best;
}

} // namespace Watchfloor
