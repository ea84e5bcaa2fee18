#include "models/promql/vocabulary.h"

#include <array>

namespace Watchfloor {

namespace {

constexpr std::array functions{
    PromFunction{"abs", "(v instant-vector)", "absolute values"},
    PromFunction{"absent", "(v instant-vector)", "1 where the vector is empty"},
    PromFunction{"absent_over_time", "(v range-vector)", "1 where the range has no samples"},
    PromFunction{"acos", "(v instant-vector)", "arc cosine"},
    PromFunction{"acosh", "(v instant-vector)", "inverse hyperbolic cosine"},
    PromFunction{"asin", "(v instant-vector)", "arc sine"},
    PromFunction{"asinh", "(v instant-vector)", "inverse hyperbolic sine"},
    PromFunction{"atan", "(v instant-vector)", "arc tangent"},
    PromFunction{"atanh", "(v instant-vector)", "inverse hyperbolic tangent"},
    PromFunction{"avg_over_time", "(v range-vector)", "average of the samples in the range"},
    PromFunction{"ceil", "(v instant-vector)", "rounded up"},
    PromFunction{"changes", "(v range-vector)", "how often the value changed"},
    PromFunction{"clamp", "(v instant-vector, min, max)", "held between two bounds"},
    PromFunction{"clamp_max", "(v instant-vector, max)", "held below a bound"},
    PromFunction{"clamp_min", "(v instant-vector, min)", "held above a bound"},
    PromFunction{"cos", "(v instant-vector)", "cosine"},
    PromFunction{"cosh", "(v instant-vector)", "hyperbolic cosine"},
    PromFunction{"count_over_time", "(v range-vector)", "how many samples the range has"},
    PromFunction{"day_of_month", "(v instant-vector)", "1 to 31, UTC"},
    PromFunction{"day_of_week", "(v instant-vector)", "0 (Sunday) to 6, UTC"},
    PromFunction{"day_of_year", "(v instant-vector)", "1 to 366, UTC"},
    PromFunction{"days_in_month", "(v instant-vector)", "28 to 31"},
    PromFunction{"deg", "(v instant-vector)", "radians as degrees"},
    PromFunction{"delta", "(v range-vector)", "difference over the range, for gauges"},
    PromFunction{"deriv", "(v range-vector)", "change per second by linear regression"},
    PromFunction{"exp", "(v instant-vector)", "e to the power of the value"},
    PromFunction{"floor", "(v instant-vector)", "rounded down"},
    PromFunction{"histogram_avg", "(v instant-vector)", "mean of native histograms"},
    PromFunction{"histogram_count", "(v instant-vector)", "observations of native histograms"},
    PromFunction{"histogram_fraction", "(lower, upper, v instant-vector)", "share of observations between two bounds"},
    PromFunction{"histogram_quantile", "(q, v instant-vector)", "quantile of a histogram: 0.95 of rate(…_bucket[5m])"},
    PromFunction{"histogram_stddev", "(v instant-vector)", "estimated deviation of native histograms"},
    PromFunction{"histogram_stdvar", "(v instant-vector)", "estimated variance of native histograms"},
    PromFunction{"histogram_sum", "(v instant-vector)", "sum of native histograms"},
    PromFunction{"holt_winters", "(v range-vector, sf, tf)", "smoothed value"},
    PromFunction{"hour", "(v instant-vector)", "0 to 23, UTC"},
    PromFunction{"idelta", "(v range-vector)", "difference of the last two samples"},
    PromFunction{"increase", "(v range-vector)", "how much a counter grew over the range"},
    PromFunction{"irate", "(v range-vector)", "per second, of the last two samples"},
    PromFunction{"label_join", "(v instant-vector, to, separator, from…)", "labels joined into one"},
    PromFunction{"label_replace", "(v instant-vector, to, replacement, from, regex)", "a label made from another"},
    PromFunction{"last_over_time", "(v range-vector)", "the newest sample in the range"},
    PromFunction{"ln", "(v instant-vector)", "natural logarithm"},
    PromFunction{"log10", "(v instant-vector)", "decimal logarithm"},
    PromFunction{"log2", "(v instant-vector)", "binary logarithm"},
    PromFunction{"mad_over_time", "(v range-vector)", "median absolute deviation"},
    PromFunction{"max_over_time", "(v range-vector)", "greatest sample in the range"},
    PromFunction{"min_over_time", "(v range-vector)", "least sample in the range"},
    PromFunction{"minute", "(v instant-vector)", "0 to 59, UTC"},
    PromFunction{"month", "(v instant-vector)", "1 to 12, UTC"},
    PromFunction{"pi", "()", "pi"},
    PromFunction{"predict_linear", "(v range-vector, seconds)", "the value so many seconds ahead"},
    PromFunction{"present_over_time", "(v range-vector)", "1 where the range has samples"},
    PromFunction{"quantile_over_time", "(q, v range-vector)", "quantile of the samples in the range"},
    PromFunction{"rad", "(v instant-vector)", "degrees as radians"},
    PromFunction{"rate", "(v range-vector)", "per-second growth of a counter over the range"},
    PromFunction{"resets", "(v range-vector)", "how often a counter started again"},
    PromFunction{"round", "(v instant-vector, nearest)", "to the nearest multiple"},
    PromFunction{"scalar", "(v instant-vector)", "the only element as a number"},
    PromFunction{"sgn", "(v instant-vector)", "-1, 0 or 1"},
    PromFunction{"sin", "(v instant-vector)", "sine"},
    PromFunction{"sinh", "(v instant-vector)", "hyperbolic sine"},
    PromFunction{"sort", "(v instant-vector)", "least first"},
    PromFunction{"sort_by_label", "(v instant-vector, label…)", "by labels"},
    PromFunction{"sort_by_label_desc", "(v instant-vector, label…)", "by labels, backwards"},
    PromFunction{"sort_desc", "(v instant-vector)", "greatest first"},
    PromFunction{"sqrt", "(v instant-vector)", "square root"},
    PromFunction{"stddev_over_time", "(v range-vector)", "standard deviation of the samples in the range"},
    PromFunction{"stdvar_over_time", "(v range-vector)", "variance of the samples in the range"},
    PromFunction{"sum_over_time", "(v range-vector)", "sum of the samples in the range"},
    PromFunction{"tan", "(v instant-vector)", "tangent"},
    PromFunction{"tanh", "(v instant-vector)", "hyperbolic tangent"},
    PromFunction{"time", "()", "the moment of evaluation in epoch seconds"},
    PromFunction{"timestamp", "(v instant-vector)", "the moments of the samples"},
    PromFunction{"vector", "(s scalar)", "a number as a vector"},
    PromFunction{"year", "(v instant-vector)", "the year, UTC"},
};

constexpr std::array aggregations{
    PromFunction{"avg", "(v) by (label…)", "average over series"},
    PromFunction{"bottomk", "(k, v) by (label…)", "the k least"},
    PromFunction{"count", "(v) by (label…)", "how many series"},
    PromFunction{"count_values", "(label, v) by (label…)", "how many series have each value"},
    PromFunction{"group", "(v) by (label…)", "1 for each group"},
    PromFunction{"max", "(v) by (label…)", "greatest over series"},
    PromFunction{"min", "(v) by (label…)", "least over series"},
    PromFunction{"quantile", "(q, v) by (label…)", "quantile over series"},
    PromFunction{"stddev", "(v) by (label…)", "standard deviation over series"},
    PromFunction{"stdvar", "(v) by (label…)", "variance over series"},
    PromFunction{"sum", "(v) by (label…)", "sum over series"},
    PromFunction{"topk", "(k, v) by (label…)", "the k greatest"},
};

} // namespace

std::span<const PromFunction> promFunctions()
{
    return functions;
}

std::span<const PromFunction> promAggregations()
{
    return aggregations;
}

} // namespace Watchfloor
