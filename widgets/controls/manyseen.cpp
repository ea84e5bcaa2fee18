#include "widgets/controls/manyseen.h"

#include "models/core/format.h"

namespace Watchfloor {

void ManySeen::add(State state, std::optional<std::chrono::milliseconds> age)
{
    ++m_count;
    m_worst = worse(m_worst, state);
    if (age)
        m_oldest = std::max(m_oldest, *age);
    else
        ++m_unanswered;
}

QString ManySeen::ageText() const
{
    return m_unanswered > 0 ? tr("%n without an answer yet", nullptr, m_unanswered) : QStringLiteral("\u2264 ") + Format::span(m_oldest);
}

} // namespace Watchfloor
