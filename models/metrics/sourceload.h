#pragma once

#include "models/core/clock.h"
#include "models/sources/sourcefigures.h"

#include <deque>

namespace Watchfloor {

/// What one source was asked and what came back: the counts of the last minute, its latency, and how often it can be asked.
class SourceLoad
{
public:
    /// As many latencies make a median.
    static constexpr size_t latencyCount = 21;

    enum class Ask { Moment, Whole, Tail };

    void recordAsk(Instant now, Ask ask);
    void recordAnswer(Instant now, std::chrono::milliseconds latency);
    void recordBytes(Instant now, qint64 bytes);
    void recordSkip(Instant now);

    /// An interval that leaves a slow server time for others: four times its median latency, two minutes at most.
    std::chrono::milliseconds stretched(std::chrono::milliseconds interval) const;
    std::chrono::milliseconds medianLatency() const;
    /// `interval` is the one that was wished for.
    SourceFigures figures(Instant now, std::chrono::milliseconds interval) const;

private:
    /// Amounts and how many they were, over the last minute.
    class Minute
    {
    public:
        void add(Instant now, qint64 amount);
        qint64 sum(Instant now) const;

    private:
        struct Event
        {
            Instant at{};
            qint64 amount = 0;
        };
        std::deque<Event> m_events;
    };

    Minute m_asked;
    Minute m_wholes;
    Minute m_tails;
    Minute m_skipped;
    Minute m_bytes;
    Minute m_serverTime;
    std::deque<std::chrono::milliseconds> m_latencies;
    std::chrono::milliseconds m_median{};
};

} // namespace Watchfloor
