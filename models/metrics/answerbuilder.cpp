#include "models/metrics/answerbuilder.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace Watchfloor {

namespace {

/// Assigns only where the text differs, so that equal texts of neighbouring series stay one allocation.
void assign(QString &to, QByteArrayView utf8)
{
    const QUtf8StringView text(utf8.data(), utf8.size());
    if (QAnyStringView(to) != QAnyStringView(text))
        to = text.toString();
}

}

void AnswerBuilder::label(QByteArrayView name, QByteArrayView value)
{
    if (m_labelCount == m_labels.size())
        m_labels.emplace_back();
    Labels::Pair &pair = m_labels[m_labelCount++];
    assign(pair.first, name);
    assign(pair.second, value);
}

void AnswerBuilder::clearSamples()
{
    m_times.clear();
    m_values.clear();
    m_ordered = true;
}

void AnswerBuilder::clearHistograms()
{
    m_histograms.clear();
    m_histogramsOrdered = true;
}

void AnswerBuilder::endSeries()
{
    if (++m_total <= m_limit) {
        if (!m_ordered)
            sortSamples();
        if (!m_histogramsOrdered)
            sortHistograms();
        Series series;
        series.labels = Labels(std::vector<Labels::Pair>(m_labels.begin(), m_labels.begin() + std::ptrdiff_t(m_labelCount)));
        series.times = sharedTimes();
        series.values = m_values; // an exact copy: the collecting vector keeps its room for the next series
        if (!m_histograms.empty())
            series.histograms.assign(std::make_move_iterator(m_histograms.begin()), std::make_move_iterator(m_histograms.end()));
        m_series.push_back(std::move(series));
    }
    clearLabels();
    clearSamples();
    clearHistograms();
}

std::shared_ptr<const std::vector<double>> AnswerBuilder::sharedTimes()
{
    if (!m_shared || *m_shared != m_times)
        m_shared = std::make_shared<const std::vector<double>>(m_times);
    return m_shared;
}

/// Of two samples of one time the later in the body counts.
void AnswerBuilder::sortSamples()
{
    std::vector<size_t> order(m_times.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [this](size_t a, size_t b) { return m_times[a] < m_times[b]; });
    std::vector<double> times;
    std::vector<double> values;
    times.reserve(order.size());
    values.reserve(order.size());
    for (const size_t index : order) {
        if (!times.empty() && times.back() == m_times[index]) {
            values.back() = m_values[index];
            continue;
        }
        times.push_back(m_times[index]);
        values.push_back(m_values[index]);
    }
    m_times = std::move(times);
    m_values = std::move(values);
}

void AnswerBuilder::sortHistograms()
{
    std::stable_sort(m_histograms.begin(), m_histograms.end(),
                     [](const HistogramPoint &a, const HistogramPoint &b) { return a.time < b.time; });
    // Unique from behind, for the later one of a time counts.
    const auto end = std::unique(m_histograms.rbegin(), m_histograms.rend(),
                                 [](const HistogramPoint &a, const HistogramPoint &b) { return a.time == b.time; });
    m_histograms.erase(m_histograms.begin(), end.base());
}

void AnswerBuilder::reset()
{
    *this = AnswerBuilder(m_limit);
}

QueryAnswer AnswerBuilder::take()
{
    QueryAnswer answer;
    answer.series = std::move(m_series);
    answer.totalSeries = m_total;
    if (m_total > m_limit)
        answer.warnings.append(QStringLiteral("cut at %1 of %2 series").arg(m_limit).arg(m_total));
    reset();
    return answer;
}

} // namespace Watchfloor
