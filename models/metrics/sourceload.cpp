#include "models/metrics/sourceload.h"

#include <algorithm>
#include <vector>

namespace Watchfloor {

using namespace std::chrono_literals;

namespace {

constexpr int shareOfServer = 4;
constexpr std::chrono::milliseconds longestInterval = 2min;

}

void SourceLoad::Minute::add(Instant now, qint64 amount)
{
    while (!m_events.empty() && now - m_events.front().at >= 1min)
        m_events.pop_front();
    m_events.push_back({now, amount});
}

qint64 SourceLoad::Minute::sum(Instant now) const
{
    qint64 sum = 0;
    for (const Event &event : m_events)
        sum += now - event.at < 1min ? event.amount : 0;
    return sum;
}

void SourceLoad::recordAsk(Instant now, Ask ask)
{
    m_asked.add(now, 1);
    if (ask != Ask::Moment)
        (ask == Ask::Whole ? m_wholes : m_tails).add(now, 1);
}

void SourceLoad::recordAnswer(Instant now, std::chrono::milliseconds latency)
{
    m_serverTime.add(now, latency.count());
    m_latencies.push_back(latency);
    if (m_latencies.size() > latencyCount)
        m_latencies.pop_front();
    std::vector<std::chrono::milliseconds> sorted(m_latencies.begin(), m_latencies.end());
    const auto middle = sorted.begin() + std::ptrdiff_t(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    m_median = *middle;
}

void SourceLoad::recordBytes(Instant now, qint64 bytes)
{
    m_bytes.add(now, bytes);
}

void SourceLoad::recordSkip(Instant now)
{
    m_skipped.add(now, 1);
}

std::chrono::milliseconds SourceLoad::stretched(std::chrono::milliseconds interval) const
{
    return std::max(interval, std::min(shareOfServer * m_median, longestInterval));
}

std::chrono::milliseconds SourceLoad::medianLatency() const
{
    return m_median;
}

SourceFigures SourceLoad::figures(Instant now, std::chrono::milliseconds interval) const
{
    SourceFigures figures;
    figures.queries = int(m_asked.sum(now));
    figures.wholes = int(m_wholes.sum(now));
    figures.tails = int(m_tails.sum(now));
    figures.skipped = int(m_skipped.sum(now));
    figures.bytes = m_bytes.sum(now);
    figures.serverTime = std::chrono::milliseconds(m_serverTime.sum(now));
    figures.latency = m_median;
    if (stretched(interval) > interval)
        figures.stretchedTo = stretched(interval);
    return figures;
}

} // namespace Watchfloor
