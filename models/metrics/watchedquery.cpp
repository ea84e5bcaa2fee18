#include "models/metrics/watchedquery.h"

#include <algorithm>

namespace Watchfloor {

bool WatchedQuery::isAbandoned()
{
    std::erase_if(watchers, [](const Watcher &watcher) { return watcher.interest.expired(); });
    return watchers.empty();
}

bool WatchedQuery::isWanted()
{
    return !isAbandoned() && std::any_of(watchers.begin(), watchers.end(), [](const Watcher &watcher) { return !watcher.isPaused; });
}

std::chrono::milliseconds WatchedQuery::interval(std::chrono::milliseconds usual) const
{
    const bool isLookedAt = std::any_of(watchers.begin(), watchers.end(), [](const Watcher &watcher) { return !watcher.isPaused; });
    auto shortest = std::chrono::milliseconds::max();
    for (const Watcher &watcher : watchers)
        if (!watcher.isPaused || !isLookedAt)
            shortest = std::min(shortest, watcher.interval.count() > 0 ? watcher.interval : usual);
    return watchers.empty() ? usual : shortest;
}

WatchedQuery::Watcher *WatchedQuery::find(const std::shared_ptr<const QueryKey> &interest)
{
    const auto found = std::find_if(watchers.begin(), watchers.end(), [&interest](const Watcher &watcher) { return watcher.interest.lock() == interest; });
    return found == watchers.end() ? nullptr : &*found;
}

} // namespace Watchfloor
