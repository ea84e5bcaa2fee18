#pragma once

#include "models/metrics/exposition.h"

#include <string_view>
#include <utility>

namespace Watchfloor {

/// A time of OpenMetrics to the nanosecond, which a double of seconds does not hold: whole seconds, then nanoseconds.
struct ExactTime
{
    long double seconds = 0;
    int nanoseconds = 0; ///< of the same sign as seconds, cut and not rounded
    auto operator<=>(const ExactTime &other) const
    {
        return std::pair(seconds, nanoseconds) <=> std::pair(other.seconds, other.nanoseconds);
    }
    bool operator==(const ExactTime &other) const { return seconds == other.seconds && nanoseconds == other.nanoseconds; }
};

/// Reads one line of samples: name{label="value"} value timestamp # {exemplar} value timestamp, or with a quoted name
/// {"name", label="value"}. Returns what is wrong with it, nothing when it is sound. OpenMetrics allows no other white space
/// than one space, and times in seconds; `time` is set for OpenMetrics only.
QString parseSampleLine(std::string_view line, ExpositionFormat format, Sample &sample, std::optional<ExactTime> &time);

/// Takes a metric name, plain or quoted, off the front of `rest`; nothing, with `rest` as it was, where none stands.
std::optional<QString> takeMetricName(std::string_view &rest, ExpositionFormat format, bool *isQuoted = nullptr);

/// HELP text with \\ and \n, and where `quotes` also \", resolved; other escapes stay as they are.
QString unescapedHelp(std::string_view text, bool quotes);

} // namespace Watchfloor
