#include "models/core/fresh.h"

namespace Watchfloor {

namespace {
constexpr int staleIntervals = 2;
constexpr int blindIntervals = 5;
}

void Freshness::recordValid(Instant now, std::chrono::milliseconds sampleAge)
{
    m_lastValid = now - std::max(sampleAge, std::chrono::milliseconds(0));
    m_failingSince.reset();
    m_error.reset();
}

void Freshness::recordFailure(Instant now, Error error)
{
    if (!m_failingSince)
        m_failingSince = now;
    m_error = std::move(error);
}

std::optional<std::chrono::milliseconds> Freshness::age(Instant now) const
{
    if (!m_lastValid)
        return std::nullopt;
    return std::max(now - *m_lastValid, std::chrono::milliseconds(0));
}

State Freshness::visibility(Instant now) const
{
    const auto since = age(now);
    if (!since || *since >= blindIntervals * m_interval)
        return State::Blind;
    return *since >= staleIntervals * m_interval ? State::Stale : State::Healthy;
}

State Freshness::judge(Instant now, State claimed) const
{
    const State seen = visibility(now);
    return seen == State::Healthy ? claimed : seen;
}

} // namespace Watchfloor
