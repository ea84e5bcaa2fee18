#pragma once

#include "models/alerts/alert.h"
#include "models/core/result.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace Watchfloor {

struct SilencePreview;

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

/// Whether a matcher picks some alerts out: not one that an absent label satisfies, nor one that any value does (".*", ".+").
bool narrows(const Matcher &matcher);

/// Refuses what mutes every alert whatever the policy says (no matcher, all of them satisfied by absent labels, or only by any
/// name), then what the policy forbids. The length counts from the start or from now, whichever is later: an edit may not
/// reach further than a new one. Invalid, with the reason as its detail.
Result<void> checkSilencePolicy(const Silence &silence, const SilencePreview &preview, const SilencePolicy &policy, WallTime now);

} // namespace Watchfloor
