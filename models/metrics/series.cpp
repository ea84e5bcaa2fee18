#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// Where a time follows the one before by more than one and a half steps.
std::vector<size_t> gapsOf(const std::vector<double> &times, double step)
{
    std::vector<size_t> gaps;
    for (size_t i = 1; i < times.size(); ++i)
        if (isGap(times[i - 1], times[i], step))
            gaps.push_back(i);
    return gaps;
}

template <typename Make>
std::vector<double> withInserted(const std::vector<double> &from, const std::vector<size_t> &at, Make make)
{
    std::vector<double> result;
    result.reserve(from.size() + at.size());
    auto next = at.begin();
    for (size_t i = 0; i < from.size(); ++i) {
        if (next != at.end() && *next == i) {
            result.push_back(make(i));
            ++next;
        }
        result.push_back(from[i]);
    }
    return result;
}

}

double Series::last() const
{
    const auto found = std::find_if(values.rbegin(), values.rend(), [](double value) { return !std::isnan(value); });
    return found == values.rend() ? noSample : *found;
}

void markGaps(QueryAnswer &answer, std::chrono::milliseconds step)
{
    const double seconds = double(step.count()) / 1000.0;
    if (seconds <= 0)
        return;
    std::shared_ptr<const std::vector<double>> before;
    std::shared_ptr<const std::vector<double>> after;
    std::vector<size_t> gaps;
    for (Series &series : answer.series) {
        if (series.times != before) {
            before = series.times;
            gaps = gapsOf(*before, seconds);
            after = before;
            if (!gaps.empty())
                after = std::make_shared<const std::vector<double>>(
                    withInserted(*before, gaps, [&](size_t i) { return (*before)[i - 1] + seconds; }));
        }
        if (gaps.empty())
            continue;
        series.values = withInserted(series.values, gaps, [](size_t) { return gapMark; });
        series.times = after;
    }
}

} // namespace Watchfloor
