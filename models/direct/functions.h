#pragma once

#include <QStringView>

#include <vector>

namespace Watchfloor {

/// The samples of one series within a range: times in epoch seconds, ascending, no NaN.
struct RangeSamples
{
    std::vector<double> times;
    std::vector<double> values;
    double start = 0; ///< of the range, excluded
    double end = 0;   ///< included
};

bool isRangeFunction(QStringView name);
/// rate, increase, avg_over_time, …; NaN where there are too few samples, and then there is no result. `parameter` is that of quantile_over_time.
/// rate and increase extrapolate as Prometheus does. Source: Prometheus documentation, query functions.
double overRange(QStringView name, const RangeSamples &samples, double parameter);

struct CumulativeBucket
{
    double upper = 0; ///< le
    double count = 0; ///< cumulative
};
/// histogram_quantile over the buckets of one histogram, in any order; NaN without +Inf or with fewer than two.
double bucketQuantile(double quantile, std::vector<CumulativeBucket> buckets);

/// abs, ceil, clamp_max, … of one value; `parameters` are the scalars after it.
bool isValueFunction(QStringView name);
double ofValue(QStringView name, double value, const std::vector<double> &parameters);

/// The quantile of numbers in any order, as the aggregation and quantile_over_time compute it.
double quantileOf(double quantile, std::vector<double> values);

} // namespace Watchfloor
