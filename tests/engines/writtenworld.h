#pragma once

#include "tests/support/remotewrite.h"

#include <deque>
#include <random>

namespace Watchfloor::Testing {

/// Eight counters and gauges that are scraped every 15 s, die, leave a staleness marker, come back, start anew from zero, and
/// whose samples arrive late, each series' in order.
class WrittenWorld
{
public:
    struct Faults
    {
        int latest = 0;        ///< seconds a sample may be late
        int longestOutage = 0; ///< seconds that what is scraped may be held back, to arrive at once
        bool dies = true;
    };

    WrittenWorld(quint32 seed, Faults faults, qint64 startMilliseconds)
        : m_random(seed)
        , m_faults(faults)
    {
        for (int i = 0; i < 8; ++i) {
            Line line;
            line.isCounter = i < 4;
            line.labels = line.isCounter ? Labels{{QStringLiteral("__name__"), QStringLiteral("requests_total")}, {QStringLiteral("pod"), QStringLiteral("p%1").arg(i)}}
                                         : Labels{{QStringLiteral("__name__"), QStringLiteral("temperature")}, {QStringLiteral("room"), QStringLiteral("r%1").arg(i)}};
            line.next = startMilliseconds + below(15'000);
            m_lines.push_back(std::move(line));
        }
    }

    /// What arrives by `now` and did not arrive before.
    std::vector<WrittenSeries> until(qint64 now)
    {
        std::vector<WrittenSeries> arrived;
        for (Line &line : m_lines) {
            for (; line.next <= now; line.next += 15'000)
                scrape(line);
            WrittenSeries series{line.labels, {}};
            for (; !line.underWay.empty() && line.underWay.front().arrival <= now; line.underWay.pop_front())
                series.samples.push_back(line.underWay.front().sample);
            if (!series.samples.empty())
                arrived.push_back(std::move(series));
        }
        return arrived;
    }

    int below(int limit) { return int(m_random() % unsigned(limit)); }

private:
    struct Arrival
    {
        WrittenSeries::Sample sample;
        qint64 arrival = 0;
    };
    struct Line
    {
        Labels labels;
        bool isCounter = false;
        bool isAlive = true;
        double value = 20;
        qint64 next = 0;
        qint64 lastArrival = 0;
        qint64 heldBackUntil = 0;
        std::deque<Arrival> underWay;
    };

    void scrape(Line &line)
    {
        if (!line.isAlive && below(8) != 0)
            return;
        const bool isNew = !std::exchange(line.isAlive, true);
        if (m_faults.dies && !isNew && below(40) == 0) {
            line.isAlive = false;
            return send(line, staleMarker);
        }
        if (line.isCounter)
            line.value = isNew || below(40) == 0 ? below(5) : line.value + below(100) / 7.0;
        else
            line.value += (below(2001) - 1000) / 977.0;
        send(line, line.value);
    }

    void send(Line &line, double value)
    {
        if (m_faults.longestOutage > 0 && line.heldBackUntil < line.next && below(80) == 0)
            line.heldBackUntil = line.next + below(m_faults.longestOutage) * 1000;
        const bool isLate = m_faults.latest > 0 && below(10) == 0;
        qint64 arrival = line.next + (isLate ? below(m_faults.latest * 1000) : 0);
        arrival = std::max({arrival, line.lastArrival, line.heldBackUntil});
        line.lastArrival = arrival;
        line.underWay.push_back({{line.next, value}, arrival});
    }

    std::mt19937 m_random;
    Faults m_faults;
    std::vector<Line> m_lines;
};

} // namespace Watchfloor::Testing
