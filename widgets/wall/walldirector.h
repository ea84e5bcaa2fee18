#pragma once

#include "models/workspace/workspace.h"

#include <optional>

namespace Watchfloor {

/// Decides what the wall shows: pages in rotation, each for its dwell, and what burns instead of them. With hysteresis: a service
/// takes the screen after it burnt for a while, and gives it back after it was quiet for longer.
class WallDirector final
{
public:
    /// A service that wants the screen.
    struct Burning
    {
        QString service;
        State state = State::Critical;
        bool acknowledged = false; ///< somebody has it: no take-over
    };

    explicit WallDirector(WallSpec spec)
        : m_spec(std::move(spec))
    {
    }
    void setSpec(WallSpec spec);

    /// Time passed. `burning` is worst first.
    void advance(Instant now, const std::vector<Burning> &burning);
    /// The next page at once, by a key.
    void skip(Instant now);

    /// "overview", "slos", "dashboards/payment", or "takeover/SERVICE".
    QString path() const;
    std::optional<QString> takenOverBy() const { return m_service; }
    size_t pageIndex() const { return m_page; }

private:
    const Burning *candidate(const std::vector<Burning> &burning) const;

    WallSpec m_spec;
    size_t m_page = 0;
    std::optional<Instant> m_pageSince;
    std::optional<QString> m_service;
    std::optional<Instant> m_burningSince;
    std::optional<Instant> m_quietSince;
};

} // namespace Watchfloor
