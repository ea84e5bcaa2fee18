#include "models/core/state.h"

#include <algorithm>
#include <numeric>

namespace Watchfloor {

State worstOf(std::span<const State> states)
{
    if (states.empty())
        return State::Blind;
    return *std::min_element(states.begin(), states.end());
}

QString stateName(State state)
{
    switch (state) {
    case State::Critical:
        return QStringLiteral("critical");
    case State::Blind:
        return QStringLiteral("blind");
    case State::Stale:
        return QStringLiteral("stale");
    case State::Warning:
        return QStringLiteral("warning");
    case State::Healthy:
        return QStringLiteral("healthy");
    }
    return {};
}

int StateCounts::total() const
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

State StateCounts::worst() const
{
    for (const State state : allStates)
        if (of(state) > 0)
            return state;
    return State::Blind;
}

} // namespace Watchfloor
