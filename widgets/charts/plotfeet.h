#pragma once

#include "widgets/charts/plot.h"

namespace Watchfloor {

/// Gives the line at `at` what its area stands on: zero, the line `beneath` it in a pile (-1: none), or the one its style names.
/// All lines have their runs and spans already.
void putOnFeet(std::vector<PlotLine> &lines, size_t at, int beneath, int columns, double pixelRatio);

} // namespace Watchfloor
