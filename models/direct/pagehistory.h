#pragma once

#include "models/core/matcher.h"
#include "models/metrics/exposition.h"
#include "models/metrics/series.h"

#include <deque>
#include <unordered_map>

namespace Watchfloor {

/// The last polls of one raw /metrics page: a column of numbers for each series, all on the times of the polls. Bounded: the more series a page
/// has, the fewer polls are remembered.
class PageHistory
{
public:
    /// Numbers kept in all, and polls at most: an hour at one second.
    static constexpr size_t numberLimit = 1'200'000;
    static constexpr size_t pollLimit = 3'600;
    static constexpr size_t seriesLimit = 20'000;

    struct PageSeries
    {
        Labels labels;              ///< with __name__
        std::deque<double> values;  ///< as many as times(); NaN where the page did not have it
    };

    /// A poll that succeeded; `at` is after all those before, else it is left out.
    void append(const ExpositionPage &page, WallTime at);
    void clear();

    const std::deque<double> &times() const { return m_times; } ///< epoch seconds
    std::vector<const PageSeries *> select(const Matchers &matchers) const;
    size_t seriesCount() const { return m_series.size(); }
    /// Series of the newest page that did not fit.
    size_t leftOut() const { return m_leftOut; }

private:
    PageSeries &seriesOf(const Sample &sample);
    void forgetOldest();

    std::deque<double> m_times;
    std::deque<PageSeries> m_series;
    std::unordered_map<size_t, std::vector<size_t>> m_places; ///< by hash of the labels
    size_t m_next = 0; ///< a page usually tells its series in the order of the page before
    size_t m_leftOut = 0;
};

} // namespace Watchfloor
