#pragma once

#include <QString>

#include <vector>

namespace Watchfloor {

/// The mean, variance or stdDev of `window` values up to each one, or around it. Missing values are left out; where all are missing it is 0.
/// Source: Grafana, "window functions" of a calculated field.
std::vector<double> movingValues(const std::vector<double> &values, size_t window, bool centered, const QString &reducer);

} // namespace Watchfloor
