#pragma once

#include "models/metrics/exposition.h"

#include <string_view>

namespace Watchfloor {

/// Reads one line of samples: name{label="value"} value timestamp # {exemplar} value timestamp. Returns what is wrong with it,
/// nothing when it is sound. OpenMetrics allows no other white space than one space, and times in seconds.
QString parseSampleLine(std::string_view line, ExpositionFormat format, Sample &sample);

bool isMetricName(std::string_view name);

/// HELP text with \\, \n and in OpenMetrics \" resolved.
QString unescapedHelp(std::string_view text, ExpositionFormat format);

} // namespace Watchfloor
