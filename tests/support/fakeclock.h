#pragma once

#include "models/core/clock.h"

namespace Watchfloor::Testing {

/// A clock that moves only when told to. Monotonic and wall time start at one hour and at 2026-11-21 03:12:44 UTC.
class FakeClock final : public Clock
{
public:
    Instant now() const override { return m_now; }
    WallTime wall() const override { return m_wall; }

    void advance(std::chrono::milliseconds by)
    {
        m_now += by;
        m_wall += by;
    }
    /// Steps the wall clock alone, as an administrator or NTP would.
    void stepWall(std::chrono::milliseconds by) { m_wall += by; }

private:
    Instant m_now{std::chrono::hours(1)};
    WallTime m_wall{std::chrono::milliseconds(1'795'230'764'000LL)};
};

} // namespace Watchfloor::Testing
