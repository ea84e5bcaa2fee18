#include "models/marks/markstore.h"

#include <algorithm>

namespace Watchfloor {

void MarkStore::apply(const Mark &mark)
{
    constexpr size_t limit = 5'000;
    const auto same = [&mark](const Mark &other) { return !mark.key.isEmpty() && other.key == mark.key; };
    if (std::any_of(m_marks.begin(), m_marks.end(), same))
        return;
    if (m_marks.size() >= limit && mark.at < m_marks.front().at)
        return;
    const auto later = [](WallTime at, const Mark &other) { return at < other.at; };
    m_marks.insert(std::upper_bound(m_marks.begin(), m_marks.end(), mark.at, later), mark);
    if (m_marks.size() > limit)
        m_marks.erase(m_marks.begin());
    Q_EMIT changed();
}

std::vector<Mark> MarkStore::within(TimeRange range, const QString &service) const
{
    std::vector<Mark> found;
    for (const Mark &mark : m_marks)
        if (range.contains(mark.at) && (service.isEmpty() || mark.service.isEmpty() || mark.service == service))
            found.push_back(mark);
    return found;
}

} // namespace Watchfloor
