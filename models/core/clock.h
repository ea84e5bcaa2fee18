#pragma once

#include <chrono>
#include <ctime>

namespace Watchfloor {

/// Counts on through suspend and never steps: CLOCK_BOOTTIME. Every age is measured with it.
struct MonotonicClock
{
    using duration = std::chrono::milliseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<MonotonicClock>;
    static constexpr bool is_steady = true;
    static time_point now()
    {
        timespec time{};
        clock_gettime(CLOCK_BOOTTIME, &time);
        return time_point(std::chrono::duration_cast<duration>(std::chrono::seconds(time.tv_sec)
                                                               + std::chrono::nanoseconds(time.tv_nsec)));
    }
};

using Instant = MonotonicClock::time_point;
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where time comes from. The program has one system clock; tests move their own.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual WallTime wall() const = 0;
};

class SystemClock final : public Clock
{
public:
    Instant now() const override { return MonotonicClock::now(); }
    WallTime wall() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

/// Seconds since 1970 with fractions, as Prometheus writes times.
inline double toEpochSeconds(WallTime time)
{
    return double(time.time_since_epoch().count()) / 1000.0;
}
inline WallTime fromEpochSeconds(double seconds)
{
    return WallTime(std::chrono::milliseconds(std::chrono::milliseconds::rep(seconds * 1000.0 + (seconds < 0 ? -0.5 : 0.5))));
}

} // namespace Watchfloor
