#pragma once

#include <QMetaType>
#include <QString>

#include <array>
#include <span>

namespace Watchfloor {

/// What can be said of anything watched, worst first. The order is the order of every roll-up.
enum class State {
    Critical, ///< it fails
    Blind,    ///< it cannot be seen
    Stale,    ///< what is known is older than its limit
    Warning,  ///< it is worse than it should be
    Healthy,  ///< every source behind it answered, validly, in time
};

inline constexpr std::array allStates{State::Critical, State::Blind, State::Stale, State::Warning, State::Healthy};

/// The worse of the two.
constexpr State worse(State a, State b)
{
    return a < b ? a : b;
}

/// The worst of many; nothing to look at is Blind, never Healthy.
State worstOf(std::span<const State> states);

/// The state as programs read it: "critical", "blind", "stale", "warning", "healthy".
QString stateName(State state);

/// How many things are in each state; the truth bar's figures.
struct StateCounts
{
    std::array<int, 5> counts{};

    void add(State state) { ++counts[size_t(state)]; }
    int of(State state) const { return counts[size_t(state)]; }
    int total() const;
    /// The worst state that occurs; Blind when there is nothing.
    State worst() const;
    bool operator==(const StateCounts &) const = default;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::State)
