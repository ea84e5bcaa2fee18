#pragma once

#include "app/demoservice/serviceplan.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace Watchfloor {

/// The traffic of one demo service, a pure function of time: so many requests a second, of which exactly the planned part
/// fails, with latencies drawn from a fixed log-normal sequence. No chance, no clock and no load of the host enters it, so that
/// the share of errors and the p95 of a release are known beforehand.
class Traffic
{
public:
    /// Upper limits of the latency histogram in seconds, without +Inf.
    static constexpr std::array<double, 18> bucketLimits = {0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.075,
                                                            0.1,   0.15, 0.2,   0.3,  0.5,   0.75, 1,    2,    5};

    /// `caughtUpMs`: how long ago the seed was counted; the traffic since then is added to it.
    Traffic(const ServicePlan &plan, const CounterSeed &seed, qint64 caughtUpMs);

    /// Moves on to `elapsedMs` after the start and returns how many requests came since the last call.
    qint64 advance(qint64 elapsedMs);

    qint64 good() const { return m_seedGood + m_requests - m_errors; }
    qint64 errors() const { return m_seedErrors + m_errors; }
    /// Requests of this process alone, as the histogram counts them.
    qint64 requests() const { return m_requests; }
    qint64 orders() const { return qint64(double(m_requests - m_errors) * m_plan.ordersPerRequest); }
    /// Requests at or under each limit of bucketLimits, cumulative.
    std::array<qint64, bucketLimits.size()> cumulativeBuckets() const;
    double latencySumSeconds() const { return m_latencySum; }
    /// Requests that wait: Little's law on the plan, with a small slow wave.
    qint64 queueDepth() const;

    /// The key of the namespace that request `number` asks for, 0 to 6.
    static int keyOf(qint64 number) { return int(number % 7); }

    /// The planned p95 in seconds.
    double plannedP95() const;

private:
    void count(qint64 first, qint64 last);

    ServicePlan m_plan;
    qint64 m_seedGood = 0;
    qint64 m_seedErrors = 0;
    qint64 m_elapsedMs = 0;
    qint64 m_requests = 0;
    qint64 m_errors = 0;
    double m_latencySum = 0;
    std::array<double, 100> m_latency{};     ///< seconds, in the order they come
    std::array<std::uint8_t, 100> m_bucket{}; ///< index of the first limit that holds it
    std::array<qint64, bucketLimits.size() + 1> m_buckets{};
};

} // namespace Watchfloor
