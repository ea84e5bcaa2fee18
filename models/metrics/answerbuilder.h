#pragma once

#include "models/metrics/series.h"

#include <QByteArrayView>

namespace Watchfloor {

/// Collects the series of one answer as a parser meets them: at most `limit` are kept and the rest counted, label texts
/// are shared with the series before, times with every series of the same grid, samples and histograms are put in order of time.
class AnswerBuilder
{
public:
    explicit AnswerBuilder(size_t limit)
        : m_limit(limit)
    {
    }

    /// Label text in valid UTF-8, in the order of the body.
    void label(QByteArrayView name, QByteArrayView value);
    void clearLabels() { m_labelCount = 0; }

    void sample(double time, double value)
    {
        m_ordered = m_ordered && (m_times.empty() || time > m_times.back());
        m_times.push_back(time);
        m_values.push_back(value);
    }
    void histogram(HistogramPoint point)
    {
        m_histogramsOrdered = m_histogramsOrdered && (m_histograms.empty() || point.time > m_histograms.back().time);
        m_histograms.push_back(std::move(point));
    }
    void clearSamples();
    void clearHistograms();

    void endSeries();
    /// Forgets everything collected.
    void reset();
    /// Hands everything over; a warning about what was left out is added.
    QueryAnswer take();

private:
    void sortSamples();
    void sortHistograms();
    std::shared_ptr<const std::vector<double>> sharedTimes();

    std::vector<Series> m_series;
    std::vector<Labels::Pair> m_labels;
    size_t m_labelCount = 0;
    std::vector<double> m_times;
    std::vector<double> m_values;
    std::shared_ptr<const std::vector<double>> m_shared;
    std::vector<HistogramPoint> m_histograms;
    size_t m_limit;
    size_t m_total = 0;
    bool m_ordered = true;
    bool m_histogramsOrdered = true;
};

} // namespace Watchfloor
