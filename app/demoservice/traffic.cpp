#include "app/demoservice/traffic.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

/// Spread of the latency: p95 is 1.93 times the median.
constexpr double sigma = 0.4;

/// The quantile of the normal distribution. Source: Abramowitz and Stegun, 26.2.23, error below 4.5e-4.
double normalQuantile(double probability)
{
    const double tail = std::min(probability, 1 - probability);
    const double t = std::sqrt(-2 * std::log(tail));
    const double value = t - (2.515517 + 0.802853 * t + 0.010328 * t * t)
                             / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
    return probability < 0.5 ? -value : value;
}

double latencySeconds(const ServicePlan &plan, double probability)
{
    return plan.latencyMs / 1000 * std::exp(sigma * normalQuantile(probability));
}

qint64 countAfter(double perSecond, qint64 milliseconds)
{
    return qint64(std::floor(perSecond * double(milliseconds) / 1000));
}

} // namespace

Traffic::Traffic(const ServicePlan &plan, const CounterSeed &seed, qint64 caughtUpMs)
    : m_plan(plan)
    , m_seedGood(seed.good)
    , m_seedErrors(seed.errors)
{
    const qint64 missed = countAfter(plan.requestsPerSecond, std::max<qint64>(caughtUpMs, 0));
    const qint64 missedErrors = qint64(double(missed) * plan.errorRatio);
    m_seedGood += missed - missedErrors;
    m_seedErrors += missedErrors;

    // 37 has no factor in common with 100, so every hundredth of the distribution comes once in a hundred requests.
    for (size_t i = 0; i < m_latency.size(); ++i) {
        m_latency[i] = latencySeconds(plan, (double((i * 37) % 100) + 0.5) / 100);
        m_bucket[i] = std::uint8_t(std::lower_bound(bucketLimits.begin(), bucketLimits.end(), m_latency[i]) - bucketLimits.begin());
    }
}

qint64 Traffic::advance(qint64 elapsedMs)
{
    m_elapsedMs = std::max(m_elapsedMs, elapsedMs);
    const qint64 before = m_requests;
    m_requests = std::max(before, countAfter(m_plan.requestsPerSecond, m_elapsedMs));
    m_errors = qint64(std::floor(double(m_requests) * m_plan.errorRatio));
    count(before, m_requests);
    return m_requests - before;
}

void Traffic::count(qint64 first, qint64 last)
{
    for (qint64 number = first; number < last; ++number) {
        const size_t place = size_t(number % qint64(m_latency.size()));
        m_latencySum += m_latency[place];
        ++m_buckets[m_bucket[place]];
    }
}

std::array<qint64, Traffic::bucketLimits.size()> Traffic::cumulativeBuckets() const
{
    std::array<qint64, bucketLimits.size()> sums{};
    qint64 sum = 0;
    for (size_t i = 0; i < sums.size(); ++i)
        sums[i] = sum += m_buckets[i];
    return sums;
}

qint64 Traffic::queueDepth() const
{
    const double waiting = m_plan.requestsPerSecond * m_plan.latencyMs / 1000;
    const double wave = 1 + 0.35 * std::sin(double(m_elapsedMs) / 47'000.0);
    return qint64(std::lround(2 + 4 * waiting * wave));
}

double Traffic::plannedP95() const
{
    return latencySeconds(m_plan, 0.95);
}

} // namespace Watchfloor
