#include "widgets/wall/walldirector.h"

namespace Watchfloor {

namespace {
constexpr std::chrono::seconds burnsFor{3};
constexpr std::chrono::seconds quietFor{10};
}

void WallDirector::setSpec(WallSpec spec)
{
    m_spec = std::move(spec);
    m_page = 0;
    m_pageSince.reset();
}

const WallDirector::Burning *WallDirector::candidate(const std::vector<Burning> &burning) const
{
    if (!m_spec.takeover)
        return nullptr;
    const Burning *best = nullptr;
    for (const Burning &service : burning) {
        if (service.acknowledged || service.state > *m_spec.takeover)
            continue;
        // Who has the screen keeps it while somebody else burns no worse.
        if (m_service == service.service && (!best || service.state <= best->state))
            return &service;
        if (!best)
            best = &service;
    }
    return best;
}

void WallDirector::advance(Instant now, const std::vector<Burning> &burning)
{
    const bool starting = !m_pageSince;
    if (starting)
        m_pageSince = now;
    const Burning *wanted = candidate(burning);
    if (wanted) {
        m_quietSince.reset();
        if (!m_burningSince)
            m_burningSince = now;
        // A wall that is switched on in the middle of it has nothing to wait for.
        if (m_service || starting || now - *m_burningSince >= burnsFor)
            m_service = wanted->service;
    } else {
        m_burningSince.reset();
        if (m_service && !m_quietSince)
            m_quietSince = now;
        if (m_service && now - *m_quietSince >= quietFor) {
            m_service.reset();
            m_quietSince.reset();
            m_pageSince = now;
        }
    }
    if (m_service || m_spec.pages.empty())
        return;
    if (now - *m_pageSince >= m_spec.pages[m_page].dwell)
        skip(now);
}

void WallDirector::skip(Instant now)
{
    if (m_spec.pages.empty())
        return;
    m_page = (m_page + 1) % m_spec.pages.size();
    m_pageSince = now;
}

QString WallDirector::path() const
{
    if (m_service)
        return QStringLiteral("takeover/") + *m_service;
    return m_spec.pages.empty() ? QStringLiteral("overview") : m_spec.pages[m_page].page;
}

} // namespace Watchfloor
