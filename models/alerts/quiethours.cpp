#include "models/alerts/quiethours.h"

#include <QDateTime>
#include <QTimeZone>

namespace Watchfloor {

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int longestChain = 16; ///< of hours that follow each other: a week of whole days and some

QTimeZone zoneOf(const QByteArray &name)
{
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name);
    return zone.isValid() ? zone : QTimeZone::utc();
}

QDateTime utcAt(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, Qt::UTC);
}

qint64 offsetMs(const QTimeZone &zone, qint64 epochMs)
{
    return qint64(zone.offsetFromUtc(utcAt(epochMs))) * 1000;
}

/// The first instant at which a clock of the zone shows this, or of the change that leaves it out.
qint64 instantOf(QDate date, QTime time, const QTimeZone &zone)
{
    const qint64 shown = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const qint64 before = offsetMs(zone, shown - dayMs);
    const qint64 after = offsetMs(zone, shown + dayMs);
    for (const qint64 offset : {std::max(before, after), std::min(before, after)})
        if (offsetMs(zone, shown - offset) == offset)
            return shown - offset;
    const QTimeZone::OffsetData change = zone.nextTransition(utcAt(shown - dayMs));
    return change.atUtc.isValid() ? change.atUtc.toMSecsSinceEpoch() : shown - before;
}

QDate dateIn(const QTimeZone &zone, qint64 epochMs)
{
    return utcAt(epochMs + offsetMs(zone, epochMs)).date();
}

/// The end of the span that `now` lies in, of those that begin yesterday or today.
std::optional<qint64> endOf(const QuietHours &hours, qint64 now)
{
    const QTimeZone zone = zoneOf(hours.timeZone);
    const QDate today = dateIn(zone, now);
    for (const QDate begin : {today.addDays(-1), today}) {
        if (!hours.days.isEmpty() && !hours.days.contains(begin.dayOfWeek()))
            continue;
        const QDate end = hours.to > hours.from ? begin : begin.addDays(1);
        if (instantOf(begin, hours.from, zone) <= now && now < instantOf(end, hours.to, zone))
            return instantOf(end, hours.to, zone);
    }
    return std::nullopt;
}

} // namespace

std::optional<WallTime> quietUntil(const std::vector<QuietHours> &quiet, WallTime now)
{
    const qint64 begin = now.time_since_epoch().count();
    qint64 end = begin;
    for (int i = 0; i < longestChain; ++i) {
        const qint64 reached = end;
        for (const QuietHours &hours : quiet)
            if (hours.from.isValid() && hours.to.isValid())
                end = std::max(end, endOf(hours, end).value_or(end));
        if (end == reached)
            break;
    }
    if (end == begin)
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(std::min(end, begin + 7 * dayMs)));
}

WallTime tomorrowAt(QTime time, WallTime now, const QByteArray &timeZone)
{
    const QTimeZone zone = zoneOf(timeZone);
    const qint64 at = instantOf(dateIn(zone, now.time_since_epoch().count()).addDays(1), time, zone);
    return WallTime(std::chrono::milliseconds(at));
}

} // namespace Watchfloor
