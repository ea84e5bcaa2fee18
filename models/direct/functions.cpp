#include "models/direct/functions.h"

#include "models/metrics/series.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace Watchfloor {

namespace {

/// What resets of a counter took away between the samples.
double lostToResets(const std::vector<double> &values)
{
    double lost = 0;
    for (size_t i = 1; i < values.size(); ++i)
        if (values[i] < values[i - 1])
            lost += values[i - 1];
    return lost;
}

/// The increase over the whole range, extrapolated to its ends where the samples come near enough to them.
double extrapolated(const RangeSamples &samples, bool isCounter, bool isRate)
{
    const size_t count = samples.values.size();
    if (count < 2)
        return noSample;
    const double first = samples.values.front();
    double result = samples.values.back() - first;
    if (isCounter)
        result += lostToResets(samples.values);
    const double sampled = samples.times.back() - samples.times.front();
    const double between = sampled / double(count - 1);
    double toStart = samples.times.front() - samples.start;
    double toEnd = samples.end - samples.times.back();
    const double near = between * 1.1;
    // A counter is never below zero: it cannot have been counted up for longer than its own zero point allows.
    if (isCounter && result > 0 && first >= 0)
        toStart = std::min(toStart, sampled * (first / result));
    if (toStart >= near)
        toStart = between / 2;
    if (toEnd >= near)
        toEnd = between / 2;
    result *= (sampled + toStart + toEnd) / sampled;
    return isRate ? result / (samples.end - samples.start) : result;
}

double lastStep(const RangeSamples &samples, bool isRate)
{
    const size_t count = samples.values.size();
    if (count < 2)
        return noSample;
    const double last = samples.values[count - 1];
    const double before = samples.values[count - 2];
    if (!isRate)
        return last - before;
    const double seconds = samples.times[count - 1] - samples.times[count - 2];
    return (last < before ? last : last - before) / seconds;
}

double variance(const std::vector<double> &values)
{
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / double(values.size());
}

/// Least squares over time: value at `origin` and change per second.
std::pair<double, double> regression(const RangeSamples &samples, double origin)
{
    const double n = double(samples.values.size());
    double sumX = 0, sumY = 0, sumXY = 0, sumXX = 0;
    for (size_t i = 0; i < samples.values.size(); ++i) {
        const double x = samples.times[i] - origin;
        sumX += x;
        sumY += samples.values[i];
        sumXY += x * samples.values[i];
        sumXX += x * x;
    }
    const double slope = (sumXY - sumX * sumY / n) / (sumXX - sumX * sumX / n);
    return {sumY / n - slope * sumX / n, slope};
}

using RangeFunction = double (*)(const RangeSamples &, double);
struct NamedRangeFunction
{
    const char *name;
    RangeFunction function;
};

double countChanges(const RangeSamples &s, bool resetsOnly)
{
    double count = 0;
    for (size_t i = 1; i < s.values.size(); ++i)
        count += resetsOnly ? s.values[i] < s.values[i - 1] : s.values[i] != s.values[i - 1];
    return count;
}

constexpr std::array rangeFunctions{
    NamedRangeFunction{"rate", [](const RangeSamples &s, double) { return extrapolated(s, true, true); }},
    NamedRangeFunction{"increase", [](const RangeSamples &s, double) { return extrapolated(s, true, false); }},
    NamedRangeFunction{"delta", [](const RangeSamples &s, double) { return extrapolated(s, false, false); }},
    NamedRangeFunction{"irate", [](const RangeSamples &s, double) { return lastStep(s, true); }},
    NamedRangeFunction{"idelta", [](const RangeSamples &s, double) { return lastStep(s, false); }},
    NamedRangeFunction{"changes", [](const RangeSamples &s, double) { return countChanges(s, false); }},
    NamedRangeFunction{"resets", [](const RangeSamples &s, double) { return countChanges(s, true); }},
    NamedRangeFunction{"deriv", [](const RangeSamples &s, double) { return s.values.size() < 2 ? noSample : regression(s, s.times.front()).second; }},
    NamedRangeFunction{"predict_linear",
                       [](const RangeSamples &s, double ahead) {
                           if (s.values.size() < 2)
                               return noSample;
                           const auto [value, slope] = regression(s, s.end);
                           return value + slope * ahead;
                       }},
    NamedRangeFunction{"avg_over_time", [](const RangeSamples &s, double) { return std::accumulate(s.values.begin(), s.values.end(), 0.0) / double(s.values.size()); }},
    NamedRangeFunction{"sum_over_time", [](const RangeSamples &s, double) { return std::accumulate(s.values.begin(), s.values.end(), 0.0); }},
    NamedRangeFunction{"count_over_time", [](const RangeSamples &s, double) { return double(s.values.size()); }},
    NamedRangeFunction{"min_over_time", [](const RangeSamples &s, double) { return *std::min_element(s.values.begin(), s.values.end()); }},
    NamedRangeFunction{"max_over_time", [](const RangeSamples &s, double) { return *std::max_element(s.values.begin(), s.values.end()); }},
    NamedRangeFunction{"last_over_time", [](const RangeSamples &s, double) { return s.values.back(); }},
    NamedRangeFunction{"present_over_time", [](const RangeSamples &, double) { return 1.0; }},
    NamedRangeFunction{"stddev_over_time", [](const RangeSamples &s, double) { return std::sqrt(variance(s.values)); }},
    NamedRangeFunction{"stdvar_over_time", [](const RangeSamples &s, double) { return variance(s.values); }},
    NamedRangeFunction{"quantile_over_time", [](const RangeSamples &s, double quantile) { return quantileOf(quantile, s.values); }},
};

const NamedRangeFunction *rangeFunction(QStringView name)
{
    const auto *found = std::find_if(rangeFunctions.begin(), rangeFunctions.end(), [name](const auto &known) { return name == QLatin1String(known.name); });
    return found == rangeFunctions.end() ? nullptr : found;
}

double roundTo(double value, double nearest)
{
    return std::floor(value / nearest + 0.5) * nearest;
}

double parameterOr(const std::vector<double> &parameters, size_t at, double fallback)
{
    return at < parameters.size() ? parameters[at] : fallback;
}

using ValueFunction = double (*)(double, const std::vector<double> &);
struct NamedValueFunction
{
    const char *name;
    ValueFunction function;
};
constexpr std::array valueFunctions{
    NamedValueFunction{"abs", [](double v, const std::vector<double> &) { return std::fabs(v); }},
    NamedValueFunction{"ceil", [](double v, const std::vector<double> &) { return std::ceil(v); }},
    NamedValueFunction{"floor", [](double v, const std::vector<double> &) { return std::floor(v); }},
    NamedValueFunction{"exp", [](double v, const std::vector<double> &) { return std::exp(v); }},
    NamedValueFunction{"ln", [](double v, const std::vector<double> &) { return std::log(v); }},
    NamedValueFunction{"log2", [](double v, const std::vector<double> &) { return std::log2(v); }},
    NamedValueFunction{"log10", [](double v, const std::vector<double> &) { return std::log10(v); }},
    NamedValueFunction{"sqrt", [](double v, const std::vector<double> &) { return std::sqrt(v); }},
    NamedValueFunction{"sgn", [](double v, const std::vector<double> &) { return v > 0 ? 1.0 : v < 0 ? -1.0 : v; }},
    NamedValueFunction{"round", [](double v, const std::vector<double> &p) { return roundTo(v, parameterOr(p, 0, 1)); }},
    NamedValueFunction{"clamp", [](double v, const std::vector<double> &p) { return std::max(parameterOr(p, 0, v), std::min(v, parameterOr(p, 1, v))); }},
    NamedValueFunction{"clamp_min", [](double v, const std::vector<double> &p) { return std::max(v, parameterOr(p, 0, v)); }},
    NamedValueFunction{"clamp_max", [](double v, const std::vector<double> &p) { return std::min(v, parameterOr(p, 0, v)); }},
};

const NamedValueFunction *valueFunction(QStringView name)
{
    const auto *found = std::find_if(valueFunctions.begin(), valueFunctions.end(), [name](const auto &known) { return name == QLatin1String(known.name); });
    return found == valueFunctions.end() ? nullptr : found;
}

/// Buckets of equal bounds are one; counts that fall are raised to the one before.
void tidy(std::vector<CumulativeBucket> &buckets)
{
    std::sort(buckets.begin(), buckets.end(), [](const CumulativeBucket &a, const CumulativeBucket &b) { return a.upper < b.upper; });
    size_t last = 0;
    for (size_t i = 1; i < buckets.size(); ++i) {
        if (buckets[i].upper == buckets[last].upper)
            buckets[last].count += buckets[i].count;
        else
            buckets[++last] = buckets[i];
    }
    if (!buckets.empty())
        buckets.resize(last + 1);
    for (size_t i = 1; i < buckets.size(); ++i)
        buckets[i].count = std::max(buckets[i].count, buckets[i - 1].count);
}

} // namespace

bool isRangeFunction(QStringView name)
{
    return rangeFunction(name) != nullptr;
}

double overRange(QStringView name, const RangeSamples &samples, double parameter)
{
    const NamedRangeFunction *found = rangeFunction(name);
    return found && !samples.values.empty() ? found->function(samples, parameter) : noSample;
}

double bucketQuantile(double quantile, std::vector<CumulativeBucket> buckets)
{
    if (std::isnan(quantile))
        return noSample;
    tidy(buckets);
    if (buckets.size() < 2 || !std::isinf(buckets.back().upper) || buckets.back().count == 0)
        return noSample;
    if (quantile < 0)
        return -std::numeric_limits<double>::infinity();
    if (quantile > 1)
        return std::numeric_limits<double>::infinity();
    const double total = buckets.back().count;
    double rank = quantile * total;
    const auto found = std::find_if(buckets.begin(), buckets.end() - 1, [rank](const CumulativeBucket &bucket) { return bucket.count >= rank; });
    const size_t at = size_t(found - buckets.begin());
    if (at == buckets.size() - 1)
        return buckets[buckets.size() - 2].upper;
    if (at == 0 && buckets.front().upper <= 0)
        return buckets.front().upper;
    const double lower = at == 0 ? 0 : buckets[at - 1].upper;
    const double below = at == 0 ? 0 : buckets[at - 1].count;
    const double inside = buckets[at].count - below;
    rank -= below;
    return lower + (buckets[at].upper - lower) * (rank / inside);
}

bool isValueFunction(QStringView name)
{
    return valueFunction(name) != nullptr;
}

double ofValue(QStringView name, double value, const std::vector<double> &parameters)
{
    const NamedValueFunction *found = valueFunction(name);
    return found ? found->function(value, parameters) : noSample;
}

double quantileOf(double quantile, std::vector<double> values)
{
    if (values.empty() || std::isnan(quantile))
        return noSample;
    if (quantile < 0)
        return -std::numeric_limits<double>::infinity();
    if (quantile > 1)
        return std::numeric_limits<double>::infinity();
    std::sort(values.begin(), values.end());
    const double rank = quantile * double(values.size() - 1);
    const size_t lower = size_t(std::floor(rank));
    const size_t upper = std::min(lower + 1, values.size() - 1);
    const double weight = rank - std::floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
}

} // namespace Watchfloor
