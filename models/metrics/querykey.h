#pragma once

#include "models/core/clock.h"

#include <QHash>
#include <QString>

#include <compare>
#include <tuple>

namespace Watchfloor {

/// One thing asked of one source: an instant query, or a range query over the last `length` in steps of `step`.
/// Equal keys are one request, whoever asks.
struct QueryKey
{
    QString source;
    QString expression;
    std::chrono::milliseconds length{}; ///< 0: instant
    std::chrono::milliseconds step{};

    bool isInstant() const { return length.count() == 0; }
    bool operator==(const QueryKey &) const = default;
    auto operator<=>(const QueryKey &other) const
    {
        return std::tie(source, expression, length, step) <=> std::tie(other.source, other.expression, other.length, other.step);
    }
};

inline size_t qHash(const QueryKey &key, size_t seed = 0)
{
    return qHashMulti(seed, key.source, key.expression, key.length.count(), key.step.count());
}

} // namespace Watchfloor
