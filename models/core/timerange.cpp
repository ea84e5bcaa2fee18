#include "models/core/timerange.h"

#include <array>

namespace Watchfloor {

using namespace std::chrono_literals;

TimeRange lastUntil(WallTime end, std::chrono::milliseconds length)
{
    return {end - length, end};
}

TimeRange alignedTo(TimeRange range, std::chrono::milliseconds step)
{
    const auto down = [step](WallTime time) {
        const auto since = time.time_since_epoch();
        return WallTime(since - (since % step + step) % step);
    };
    return {down(range.start), down(range.end)};
}

std::chrono::milliseconds roundStep(std::chrono::milliseconds length, int points, std::chrono::milliseconds minimum)
{
    static constexpr std::array<std::chrono::milliseconds, 17> ladder{
        1s, 2s, 5s, 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 6h, 12h, 24h};
    const auto wanted = std::max(length / std::max(points, 1), minimum);
    for (const auto step : ladder)
        if (step >= wanted)
            return step;
    return ladder.back() * (wanted / ladder.back() + 1);
}

} // namespace Watchfloor
