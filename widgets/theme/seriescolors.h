#pragma once

#include "models/core/labels.h"
#include "widgets/theme/theme.h"

#include <vector>

namespace Watchfloor {

/// The place of a label set among the ten series colours: the same set has the same place on every panel and in every run.
/// The metric's name does not count, so a service keeps its colour from panel to panel.
int seriesColorIndex(const Labels &labels);

/// Places for the series of one panel. Each has its own place where no earlier one (in order of labels) took it, and the next
/// free one where that is taken.
std::vector<int> seriesColorIndexes(const std::vector<Labels> &series);

} // namespace Watchfloor
