#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// The extremes and the ends of what fell into one pixel column.
class Column
{
public:
    void add(double time, double value)
    {
        const Point point{time, value};
        const bool missing = std::isnan(value);
        if (m_empty)
            m_startsWithGap = missing;
        m_endsWithGap = missing;
        if (m_empty)
            m_gapTime = time;
        m_empty = false;
        if (missing) {
            m_gapEnd = time;
            return;
        }
        if (!m_any)
            m_first = m_low = m_high = point;
        m_any = true;
        m_last = point;
        if (value < m_low.value)
            m_low = point;
        if (value > m_high.value)
            m_high = point;
    }

    /// With a gap at its start or end the first or last point gives way to it: the extremes already cover that pixel's height.
    void moveTo(DecimatedSeries &to)
    {
        if (m_empty)
            return;
        if (m_startsWithGap)
            put(to, {m_gapTime, noSample});
        if (m_any) {
            if (!m_startsWithGap)
                put(to, m_first);
            const bool lowFirst = m_low.time <= m_high.time;
            put(to, lowFirst ? m_low : m_high);
            put(to, lowFirst ? m_high : m_low);
            if (m_endsWithGap)
                put(to, {m_gapEnd, noSample});
            else
                put(to, m_last);
        }
        *this = Column();
    }

private:
    struct Point
    {
        double time = 0;
        double value = 0;
    };

    static void put(DecimatedSeries &to, Point point)
    {
        if (!to.times.empty() && to.times.back() >= point.time)
            return;
        to.times.push_back(point.time);
        to.values.push_back(point.value);
    }

    Point m_first, m_low, m_high, m_last;
    double m_gapTime = 0;
    double m_gapEnd = 0;
    bool m_empty = true;
    bool m_any = false;
    bool m_startsWithGap = false;
    bool m_endsWithGap = false;
};

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

DecimatedSeries decimated(const Series &series, TimeRange range, int columns)
{
    DecimatedSeries result;
    const double start = toEpochSeconds(range.start);
    const double length = toEpochSeconds(range.end) - start;
    const std::vector<double> &times = *series.times;
    if (columns <= 0 || length < 0)
        return result;
    const double perSecond = length > 0 ? columns / length : 0;
    const auto begin = std::lower_bound(times.begin(), times.end(), start);
    Column column;
    int current = 0;
    for (auto time = begin; time != times.end() && *time <= start + length; ++time) {
        const int index = std::min(int((*time - start) * perSecond), columns - 1);
        if (index != current) {
            column.moveTo(result);
            current = index;
        }
        column.add(*time, series.values[size_t(time - times.begin())]);
    }
    column.moveTo(result);
    return result;
}

} // namespace Watchfloor
