#include "models/routing/notificationtrace.h"

#include <algorithm>
#include <array>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

/// How far ahead the end of a mute is looked for; most end within days.
constexpr std::array<std::chrono::milliseconds, 3> horizons{8 * 24h, 40 * 24h, 370 * 24h};
constexpr int mostMutes = 50;

/// The times of one route.
class Calendar
{
public:
    Calendar(const RoutingConfig &config, const Route &route)
        : m_mute(named(config, route.muteIntervals))
        , m_active(named(config, route.activeIntervals))
        , m_restricted(!route.activeIntervals.isEmpty())
    {
    }

    QStringList mutesAt(WallTime time) const
    {
        QStringList names;
        for (const NamedInterval *interval : m_mute)
            if (interval->contains(time))
                names << interval->name;
        return names;
    }

    bool isInactive(WallTime time) const
    {
        return m_restricted && std::none_of(m_active.begin(), m_active.end(), [time](const NamedInterval *interval) { return interval->contains(time); });
    }

    bool isMuted(WallTime time) const { return isInactive(time) || !mutesAt(time).isEmpty(); }

    /// When a mute that runs at `time` ends.
    std::optional<WallTime> mutedUntil(WallTime time) const
    {
        std::vector<const NamedInterval *> all = m_mute;
        all.insert(all.end(), m_active.begin(), m_active.end());
        for (const std::chrono::milliseconds horizon : horizons)
            for (const WallTime next : boundaries(all, time, time + horizon))
                if (!isMuted(next))
                    return next;
        return std::nullopt;
    }

private:
    static std::vector<const NamedInterval *> named(const RoutingConfig &config, const QStringList &names)
    {
        std::vector<const NamedInterval *> intervals;
        for (const QString &name : names)
            if (const auto found = config.intervals.find(name); found != config.intervals.end())
                intervals.push_back(&found->second);
        return intervals;
    }

    std::vector<const NamedInterval *> m_mute;
    std::vector<const NamedInterval *> m_active;
    bool m_restricted;
};

/// A group is looked at when its wait is over, and then at each interval.
WallTime nextFlush(const Route &route, WallTime firstFlush, WallTime time)
{
    if (time <= firstFlush || route.groupInterval <= 0ms)
        return std::max(time, firstFlush);
    const auto intervals = (time - firstFlush + route.groupInterval - 1ms) / route.groupInterval;
    return firstFlush + intervals * route.groupInterval;
}

std::optional<WallTime> firstSending(const Route &route, const Calendar &calendar, WallTime firstFlush, WallTime began)
{
    WallTime at = nextFlush(route, firstFlush, began);
    for (int i = 0; i < mostMutes; ++i) {
        if (!calendar.isMuted(at))
            return at;
        const auto end = calendar.mutedUntil(at);
        if (!end)
            return std::nullopt;
        at = nextFlush(route, firstFlush, *end);
    }
    return at;
}

QString pathText(const Matchers &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << matcher.toString();
    return parts.join(QStringLiteral(", "));
}

} // namespace

QStringList NotificationTrace::blindMembers() const
{
    QStringList names;
    for (const MemberTrace &member : members)
        if (member.visibility == State::Blind)
            names << member.name;
    return names;
}

std::optional<WallTime> NotificationTrace::sentAt() const
{
    std::optional<WallTime> first;
    for (const RouteTrace &route : routes)
        if (route.sentAt && (!first || *route.sentAt < *first))
            first = route.sentAt;
    return first;
}

RouteTrace traceRoute(const RoutingConfig &config, const RoutingConfig::Path &path, const Labels &labels, WallTime began, WallTime groupBegan, WallTime now)
{
    const Route &route = *path.back();
    const Calendar calendar(config, route);
    RouteTrace trace;
    for (size_t i = 1; i < path.size(); ++i)
        trace.path << pathText(path[i]->matchers);
    trace.receiver = route.receiver;
    if (const auto receiver = config.receivers.find(route.receiver); receiver != config.receivers.end())
        trace.integrations = receiver->second.integrations;
    trace.groupLabels = route.groupLabels(labels);
    trace.groupByAll = route.groupByAll;
    trace.groupWait = route.groupWait;
    trace.groupInterval = route.groupInterval;
    trace.repeatInterval = route.repeatInterval;
    trace.mutedBy = calendar.mutesAt(now);
    trace.inactive = calendar.isInactive(now);
    trace.activeIntervals = route.activeIntervals;
    if (trace.isMuted())
        trace.mutedUntil = calendar.mutedUntil(now);
    const WallTime firstFlush = groupBegan + route.groupWait;
    const auto first = firstSending(route, calendar, firstFlush, began);
    trace.firstAt = first.value_or(nextFlush(route, firstFlush, began));
    if (!first || *first > now)
        return trace;
    trace.sentAt = first;
    // Sent again at the first look at the group after the repeat interval, and so on.
    const auto period = std::max<std::chrono::milliseconds>(nextFlush(route, *first, *first + route.repeatInterval) - *first, 1s);
    trace.nextAt = *first + ((now - *first) / period + 1) * period;
    return trace;
}

} // namespace Watchfloor
