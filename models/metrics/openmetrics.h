#pragma once

#include "models/metrics/exposition.h"

#include <string_view>

namespace Watchfloor {

/// Reads a page of OpenMetrics 1.0 strictly: besides the syntax what the specification demands of each type, of the order of
/// samples and of the names. The quoted names of newer Prometheus are read, too. A page without # EOF was cut, which is a fault.
/// Source: OpenMetrics 1.0; where its text leaves a case open the reading of the reference parser, client_python's.
ExpositionPage readOpenMetrics(std::string_view body);

} // namespace Watchfloor
