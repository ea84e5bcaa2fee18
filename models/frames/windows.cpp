#include "models/frames/windows.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// Values that come and go. The squares are taken of distances to the first value, so that large values close to each other keep their digits.
class Window
{
public:
    void add(double value) { change(value, 1); }
    void remove(double value) { change(value, -1); }

    double mean() const { return m_count > 0 ? m_offset + m_sum / m_count : 0; }
    double variance() const
    {
        if (m_count <= 0)
            return 0;
        const double mean = m_sum / m_count;
        return std::max(m_squares / m_count - mean * mean, 0.0);
    }

private:
    void change(double value, double by)
    {
        if (std::isnan(value))
            return;
        if (!m_started)
            m_offset = value;
        m_started = true;
        const double distance = value - m_offset;
        m_count += by;
        m_sum += by * distance;
        m_squares += by * distance * distance;
    }

    bool m_started = false;
    double m_offset = 0;
    double m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

} // namespace

namespace {

/// Of a few values each window is gone through, which loses no digit.
double varianceOf(const std::vector<double> &values, size_t from, size_t to)
{
    double mean = 0, squares = 0, count = 0;
    for (size_t i = from; i < to; ++i) {
        if (std::isnan(values[i]))
            continue;
        const double before = mean;
        mean += (values[i] - before) / ++count;
        squares += (values[i] - before) * (values[i] - mean);
    }
    return count > 0 ? squares / count : 0;
}

/// As Grafana moves it: a value leaves only where another one comes, so that gaps keep what fell out before them.
std::vector<double> trailingMeans(const std::vector<double> &values, size_t window)
{
    double sum = 0;
    double count = 0;
    std::vector<double> results;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i])) {
            sum += values[i];
            ++count;
            if (i >= window && !std::isnan(values[i - window])) {
                sum -= values[i - window];
                --count;
            }
        }
        results.push_back(count == 0 ? 0 : sum / count);
    }
    return results;
}

} // namespace

std::vector<double> movingValues(const std::vector<double> &values, size_t window, bool centered, const QString &reducer)
{
    if (!centered && reducer == u"mean")
        return trailingMeans(values, window);
    // Of an even number of values around one, the one more comes before it.
    const size_t before = centered ? window / 2 : window - 1;
    const size_t after = centered ? (window + 1) / 2 - 1 : 0;
    constexpr size_t mostSteps = 4'000'000;
    const bool few = reducer != u"mean" && values.size() * window <= mostSteps;
    Window current;
    size_t added = 0;
    std::vector<double> results;
    results.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        for (; added < values.size() && added <= i + after; ++added)
            current.add(values[added]);
        if (i > before)
            current.remove(values[i - before - 1]);
        const double variance = few ? varianceOf(values, i > before ? i - before : 0, std::min(i + after + 1, values.size())) : current.variance();
        results.push_back(reducer == u"mean" ? current.mean() : reducer == u"variance" ? variance : std::sqrt(variance));
    }
    return results;
}

} // namespace Watchfloor
