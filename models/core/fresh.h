#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/state.h"

#include <optional>

namespace Watchfloor {

/// What is known of when something was last seen validly, and the failures since. The only road to Healthy leads through
/// a valid answer younger than two intervals.
class Freshness
{
public:
    Freshness() = default;
    explicit Freshness(std::chrono::milliseconds interval)
        : m_interval(interval)
    {
    }

    void setInterval(std::chrono::milliseconds interval) { m_interval = interval; }
    std::chrono::milliseconds interval() const { return m_interval; }

    /// A valid answer came at `now`; its samples were already `sampleAge` old. The larger age counts.
    void recordValid(Instant now, std::chrono::milliseconds sampleAge = {});
    /// An attempt failed, or gave an answer that cannot be trusted.
    void recordFailure(Instant now, Error error);

    bool everValid() const { return m_lastValid.has_value(); }
    /// Since the last valid answer; absent when there never was one.
    std::optional<std::chrono::milliseconds> age(Instant now) const;
    std::optional<Instant> lastValid() const { return m_lastValid; }
    /// The failure of the latest attempt; absent when the latest attempt was valid.
    const std::optional<Error> &error() const { return m_error; }
    /// Since when every attempt has failed.
    std::optional<Instant> failingSince() const { return m_failingSince; }

    /// Healthy within 2 intervals of the last valid answer, then Stale, Blind from 5 on; Blind when there never was one.
    State visibility(Instant now) const;
    /// What may be claimed now of something that was `claimed` when it was last seen: the claim itself while fresh, and
    /// Stale or Blind afterwards, whatever the claim was.
    State judge(Instant now, State claimed) const;

private:
    std::chrono::milliseconds m_interval{15'000};
    std::optional<Instant> m_lastValid;
    std::optional<Instant> m_failingSince;
    std::optional<Error> m_error;
};

/// A value with its age and one of five states. The value stays readable when it is old; its state says so.
template <typename T>
struct Fresh
{
    std::optional<T> value;
    State claimed = State::Healthy; ///< what the value meant when it was seen
    Freshness freshness;

    State state(Instant now) const { return value ? freshness.judge(now, claimed) : State::Blind; }
    std::optional<std::chrono::milliseconds> age(Instant now) const { return freshness.age(now); }
};

} // namespace Watchfloor
