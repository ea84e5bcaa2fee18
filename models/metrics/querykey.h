#pragma once

#include "models/core/clock.h"

#include <QHash>
#include <QString>

#include <compare>
#include <tuple>

namespace Watchfloor {

/// One thing asked of one source: an instant query, or a range query over the last `length` in steps of `step`; of now, or of another moment.
/// Equal keys are one request, whoever asks.
struct QueryKey
{
    QString source;
    QString expression;
    std::chrono::milliseconds length{}; ///< 0: instant
    std::chrono::milliseconds step{};
    /// Everything is asked of so long ago: "the same time last week". The answer's times are those of then.
    std::chrono::milliseconds back{};
    /// Where it ends, before `back`; the epoch: it follows the present. What ends in the past does not change any more.
    WallTime until{};

    bool followsNow() const { return until == WallTime(); }
    /// The moment asked of when it is `now`.
    WallTime end(WallTime now) const { return (followsNow() ? now : until) - back; }
    bool isInstant() const { return length.count() == 0; }
    bool operator==(const QueryKey &) const = default;
    auto operator<=>(const QueryKey &other) const
    {
        return std::tie(source, expression, length, step, back, until)
               <=> std::tie(other.source, other.expression, other.length, other.step, other.back, other.until);
    }
};

inline size_t qHash(const QueryKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.source, key.expression, key.length.count(), key.step.count(), key.back.count(), key.until.time_since_epoch().count());
}

} // namespace Watchfloor
