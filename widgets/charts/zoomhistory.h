#pragma once

#include "models/core/timerange.h"

#include <optional>
#include <vector>

namespace Watchfloor {

/// The ranges a person came from by zooming; going back is one step a time. Belongs to whoever sets the charts' range: a page.
class ZoomHistory
{
public:
    /// Before zooming: `from` is what is shown now, absent where it follows the present.
    void push(std::optional<TimeRange> from)
    {
        constexpr size_t cap = 50;
        if (m_steps.size() == cap)
            m_steps.erase(m_steps.begin());
        m_steps.push_back(from);
    }
    bool isEmpty() const { return m_steps.empty(); }
    /// What was shown before the newest zoom; absent: the present.
    std::optional<TimeRange> pop()
    {
        if (m_steps.empty())
            return {};
        const std::optional<TimeRange> step = m_steps.back();
        m_steps.pop_back();
        return step;
    }
    void clear() { m_steps.clear(); }

private:
    std::vector<std::optional<TimeRange>> m_steps;
};

} // namespace Watchfloor
