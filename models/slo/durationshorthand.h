#pragma once

#include "models/core/result.h"

#include <QStringView>

#include <chrono>

namespace Watchfloor {

/// OpenSLO's duration-shorthand: one whole number and m, h, d, w, M, Q or Y. A month is 30 days here, a quarter 90 and a year 365, as
/// OpenSLO's own reader has them. Source: OpenSLO specification v1, github.com/OpenSLO/OpenSLO.
Result<std::chrono::milliseconds> parseDurationShorthand(QStringView text);

} // namespace Watchfloor
