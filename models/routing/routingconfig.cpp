#include "models/routing/routingconfig.h"

#include <algorithm>

namespace Watchfloor {

namespace {

/// Follows the first match on each level, and on where it says `continue`.
bool collect(const Route &route, const Labels &labels, RoutingConfig::Path &way, std::vector<RoutingConfig::Path> &found)
{
    if (route.unread || !matchAll(route.matchers, labels))
        return false;
    way.push_back(&route);
    bool deeper = false;
    for (const Route &child : route.routes) {
        if (!collect(child, labels, way, found))
            continue;
        deeper = true;
        if (!child.continues)
            break;
    }
    if (!deeper)
        found.push_back(way);
    way.pop_back();
    return true;
}

/// Walks as collect() does and says whether it came by a node that cannot be read.
bool comesByUnread(const Route &route, const Labels &labels, bool &matched)
{
    matched = !route.unread && matchAll(route.matchers, labels);
    if (!matched)
        return route.unread;
    for (const Route &child : route.routes) {
        bool childMatched = false;
        if (comesByUnread(child, labels, childMatched))
            return true;
        if (childMatched && !child.continues)
            break;
    }
    return false;
}

} // namespace

Labels Route::groupLabels(const Labels &labels) const
{
    if (groupByAll)
        return labels;
    std::vector<Labels::Pair> pairs;
    for (const auto &pair : labels)
        if (std::binary_search(groupBy.begin(), groupBy.end(), pair.first))
            pairs.push_back(pair);
    return Labels(std::move(pairs));
}

bool InhibitRule::inhibits(const Labels &from, const Labels &to) const
{
    if (!isSource(from) || !isTarget(to))
        return false;
    if (isSource(to) && isTarget(from))
        return false;
    return std::all_of(equal.begin(), equal.end(), [&](const QString &label) { return from.value(label) == to.value(label); });
}

std::vector<RoutingConfig::Path> RoutingConfig::match(const Labels &labels) const
{
    std::vector<Path> found;
    Path way;
    if (valid)
        collect(root, labels, way, found);
    return found;
}

bool RoutingConfig::passesUnread(const Labels &labels) const
{
    bool matched = false;
    return valid && comesByUnread(root, labels, matched);
}

} // namespace Watchfloor
