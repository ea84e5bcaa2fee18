#pragma once

#include <QStringList>

#include <chrono>
#include <optional>

namespace Watchfloor {

/// What a silence may not do, by the workspace's `policy.silences`.
struct SilencePolicy
{
    std::chrono::milliseconds longest = std::chrono::hours(24 * 30);
    QStringList need;                ///< one of these labels must be matched by a matcher that is not empty or .*; empty: any label
    std::optional<int> most;         ///< no more open alerts may be muted at once; absent: no limit
    bool commentNeeded = true;
    std::chrono::milliseconds warnBefore = std::chrono::minutes(30); ///< its end, while an alert of it still fires
    bool operator==(const SilencePolicy &) const = default;
};

} // namespace Watchfloor
