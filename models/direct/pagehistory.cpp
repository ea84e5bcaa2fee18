#include "models/direct/pagehistory.h"

#include <algorithm>

namespace Watchfloor {

namespace {

Labels fullLabels(const Sample &sample)
{
    Labels labels = sample.labels;
    labels.set(QStringLiteral("__name__"), sample.name);
    return labels;
}

} // namespace

PageHistory::PageSeries &PageHistory::seriesOf(const Sample &sample)
{
    Labels labels = fullLabels(sample);
    if (m_next < m_series.size() && m_series[m_next].labels == labels)
        return m_series[m_next++];
    std::vector<size_t> &places = m_places[qHash(labels)];
    for (const size_t place : places) {
        if (m_series[place].labels == labels) {
            m_next = place + 1;
            return m_series[place];
        }
    }
    places.push_back(m_series.size());
    m_next = m_series.size() + 1;
    return m_series.emplace_back(PageSeries{std::move(labels), std::deque<double>(m_times.size() - 1, noSample)});
}

void PageHistory::append(const ExpositionPage &page, WallTime at)
{
    const double seconds = toEpochSeconds(at);
    if (!m_times.empty() && seconds <= m_times.back())
        return;
    m_times.push_back(seconds);
    m_next = 0;
    m_leftOut = 0;
    for (const MetricFamily &family : page.families) {
        for (const Sample &sample : family.samples) {
            if (m_series.size() >= seriesLimit) {
                ++m_leftOut;
                continue;
            }
            PageSeries &series = seriesOf(sample);
            if (series.values.size() < m_times.size()) // a page that tells a series twice is read once
                series.values.push_back(sample.value);
        }
    }
    for (PageSeries &series : m_series)
        series.values.resize(m_times.size(), noSample);
    while (m_times.size() > pollLimit || (m_times.size() > 2 && m_times.size() * m_series.size() > numberLimit))
        forgetOldest();
}

void PageHistory::forgetOldest()
{
    m_times.pop_front();
    bool anyGone = false;
    for (PageSeries &series : m_series) {
        series.values.pop_front();
        anyGone = anyGone || std::all_of(series.values.begin(), series.values.end(), [](double value) { return std::isnan(value); });
    }
    if (!anyGone)
        return;
    std::erase_if(m_series, [](const PageSeries &series) {
        return std::all_of(series.values.begin(), series.values.end(), [](double value) { return std::isnan(value); });
    });
    m_places.clear();
    for (size_t i = 0; i < m_series.size(); ++i)
        m_places[qHash(m_series[i].labels)].push_back(i);
}

void PageHistory::clear()
{
    *this = {};
}

std::vector<const PageHistory::PageSeries *> PageHistory::select(const Matchers &matchers) const
{
    std::vector<const PageSeries *> found;
    for (const PageSeries &series : m_series)
        if (matchAll(matchers, series.labels))
            found.push_back(&series);
    return found;
}

} // namespace Watchfloor
