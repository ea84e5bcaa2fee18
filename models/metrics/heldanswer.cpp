#include "models/metrics/heldanswer.h"

#include "models/metrics/answermerge.h"

#include <QRegularExpression>

namespace Watchfloor {

HeldAnswer::Ask HeldAnswer::next(TimeRange whole, std::chrono::milliseconds step, Instant now) const
{
    const Ask all{whole, true};
    if (!m_answer || now >= m_nextWhole || m_overlap > mostOverlap || whole.end < m_range.end || whole.start < m_range.start)
        return all;
    // A server's times need not lie on the grid, what is asked of it does.
    const WallTime newest = std::min(m_range.end, alignedTo({m_newest, m_newest}, step).start);
    const WallTime tail = newest - m_overlap * step;
    if (whole.end - tail > whole.length() / 2)
        return all;
    return {{tail, whole.end}, false};
}

void HeldAnswer::keep(std::shared_ptr<const QueryAnswer> answer, TimeRange range)
{
    const bool isComplete = answer && answer->type == QueryAnswer::Type::Matrix && answer->warnings.isEmpty() && !answer->error
                            && answer->totalSeries == answer->series.size();
    m_newest = isComplete ? newestSample(*answer).value_or(WallTime()) : WallTime();
    m_answer = isComplete ? std::move(answer) : nullptr;
    m_range = range;
}

void HeldAnswer::keepWhole(std::shared_ptr<const QueryAnswer> answer, TimeRange range, Instant now, Instant nextWhole)
{
    if (now >= m_nextWhole) {
        m_nextWhole = nextWhole;
        m_overlap = leastOverlap;
    }
    keep(std::move(answer), range);
}

void HeldAnswer::disagree()
{
    m_overlap = std::min(m_overlap * 2, mostOverlap + 1);
    forget();
}

bool isPointwise(const QString &expression)
{
    static const QRegularExpression wholeRange(
        QStringLiteral("@\\s*(start|end)\\b|\\b(start|end|step|now|rand\\w*|range_\\w+|running_\\w+|(top|bottom)k_\\w+|outliers\\w+|limit_offset|drop_common_labels|"
                       "interpolate|keep_(last|next)_value|remove_resets|smooth_exponential)\\s*\\("),
        QRegularExpression::CaseInsensitiveOption);
    return !wholeRange.match(expression).hasMatch();
}

} // namespace Watchfloor
