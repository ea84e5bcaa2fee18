#include "models/session/loopmonitor.h"

#include <algorithm>

namespace Watchfloor {

namespace {
// Ten shots a second: the sample is as fair as with fifty, and an idle console sleeps.
constexpr qint64 periodNs = 100'000'000;
}

LoopMonitor::LoopMonitor(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(int(periodNs / 1'000'000));
    connect(&m_timer, &QTimer::timeout, this, &LoopMonitor::handleShot);
    m_elapsed.start();
    m_expectedNs = periodNs;
    m_timer.start();
}

std::chrono::microseconds LoopMonitor::worstRecently() const
{
    return *std::max_element(m_recent.begin(), m_recent.end());
}

std::chrono::microseconds LoopMonitor::quantile(double share) const
{
    qint64 seen = 0;
    for (size_t i = 0; i < buckets; ++i) {
        seen += m_histogram[i];
        if (double(seen) >= share * double(m_shots))
            return std::chrono::microseconds(100 * qint64(i + 1));
    }
    return std::chrono::microseconds(100 * qint64(buckets));
}

void LoopMonitor::reset()
{
    m_histogram.fill(0);
    m_recent.fill({});
    m_shots = 0;
}

void LoopMonitor::handleShot()
{
    const qint64 now = m_elapsed.nsecsElapsed();
    const std::chrono::microseconds late(std::max<qint64>(0, now - m_expectedNs) / 1'000);
    m_expectedNs = now + periodNs;
    m_histogram[std::min(buckets - 1, size_t(late.count() / 100))]++;
    m_recent[size_t(m_shots) % m_recent.size()] = late;
    ++m_shots;
}

} // namespace Watchfloor
