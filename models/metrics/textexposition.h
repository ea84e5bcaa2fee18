#pragma once

#include "models/metrics/exposition.h"

#include <string_view>

namespace Watchfloor {

/// Reads a page of the classic text format 0.0.4 with the quoted names of newer Prometheus. Source: Prometheus documentation,
/// exposition formats; what it leaves open is as in prometheus/common's expfmt. Of samples with the same name, labels and time
/// all are kept, or with `once` the first.
ExpositionPage readTextExposition(std::string_view body, bool once);

} // namespace Watchfloor
