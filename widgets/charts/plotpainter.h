#pragma once

#include "widgets/charts/plot.h"

class QPainter;

namespace Watchfloor {

/// Draws the lines into an image of the plot's size and pixel ratio, quickly.
void paintPlot(QImage &image, const Plot &plot);
/// Draws the same as vectors, the plot's top left corner at the painter's origin.
void paintPlot(QPainter &painter, const Plot &plot);

} // namespace Watchfloor
