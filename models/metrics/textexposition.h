#pragma once

#include "models/metrics/exposition.h"

#include <string_view>

namespace Watchfloor {

/// Reads a page of the classic text format 0.0.4 with the quoted names of newer Prometheus. Source: Prometheus documentation,
/// exposition formats; what it leaves open is as in prometheus/common's expfmt.
ExpositionPage readTextExposition(std::string_view body);

} // namespace Watchfloor
