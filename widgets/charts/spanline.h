#pragma once

#include <QColor>
#include <QPolygonF>

#include <optional>

class QImage;

namespace Watchfloor {

/// Draws a line that has several points in every pixel column as one vertical span a column, with soft ends: what an antialiased
/// polyline would leave there, for a fraction of its cost. `run` is in device-independent pixels, x ascending. With `zero` the
/// area down to that y gets the colour in `areaAlpha`.
void drawSpans(QImage &image, const QPolygonF &run, double pixelRatio, const QColor &color, std::optional<double> zero,
               float areaAlpha);

} // namespace Watchfloor
