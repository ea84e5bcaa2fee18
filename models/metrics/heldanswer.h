#pragma once

#include "models/core/timerange.h"
#include "models/metrics/series.h"

#include <QString>

namespace Watchfloor {

/// What is held of a watched range, and with it which part of the range has to be asked next: the tail alone, or the whole.
class HeldAnswer
{
public:
    struct Ask
    {
        TimeRange range;
        bool isWhole = true;
    };

    /// `whole` and everything kept lie on the grid of `step`. The whole at first, once its hour is over, after the clock went
    /// back, and when the tail would be most of it; else what is new since the newest sample, with an overlap.
    Ask next(TimeRange whole, std::chrono::milliseconds step, Instant now) const;

    /// An answer that spans `range` to its end. One that is not complete, was cut or came with warnings is not kept.
    void keep(std::shared_ptr<const QueryAnswer> answer, TimeRange range);
    /// It came from one query: the next is due at `nextWhole` at the latest.
    void keepWhole(std::shared_ptr<const QueryAnswer> answer, TimeRange range, Instant now, Instant nextWhole);
    /// A tail told something else of its first moment: samples come later than the overlap is long. It grows; where no overlap
    /// will do, the whole is asked every time until the hour is over.
    void disagree();
    void forget() { m_answer.reset(); }

    const std::shared_ptr<const QueryAnswer> &answer() const { return m_answer; }
    TimeRange range() const { return m_range; }
    int overlap() const { return m_overlap; }

private:
    static constexpr int leastOverlap = 3; ///< steps
    static constexpr int mostOverlap = 64;

    std::shared_ptr<const QueryAnswer> m_answer;
    TimeRange m_range;
    WallTime m_newest{}; ///< sample; samples that always come late are looked for where they will come
    Instant m_nextWhole{};
    int m_overlap = leastOverlap;
};

/// Each point of a range query's answer depends on its own moment alone, so that a part of the range gives the same points.
/// Not so with the range's ends in the expression, or with functions of MetricsQL that look at the whole range.
bool isPointwise(const QString &expression);

} // namespace Watchfloor
