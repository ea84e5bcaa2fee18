#include "models/silences/occurrences.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <optional>

namespace Watchfloor {

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
/// No zone is further from UTC than this.
constexpr qint64 reach = 26 * 60 * minute;
constexpr qint64 sampleStep = 30 * minute;
constexpr qint64 mostDays = 10'000;

/// A zone as a function from an instant to its offset, in milliseconds.
class Zone
{
public:
    explicit Zone(const QByteArray &name)
        : m_zone(name.isEmpty() ? QTimeZone::utc() : QTimeZone(name))
    {
    }
    bool isValid() const { return m_zone.isValid(); }
    qint64 offsetAt(qint64 instant) const { return 1'000 * qint64(m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC))); }

    /// The first instant within (from, to] at which the offset is no longer the one of `from`.
    qint64 changeWithin(qint64 from, qint64 to) const
    {
        const qint64 before = offsetAt(from);
        while (to - from > 1) {
            const qint64 middle = from + (to - from) / 2;
            (offsetAt(middle) == before ? from : to) = middle;
        }
        return to;
    }

private:
    QTimeZone m_zone;
};

/// `local` and instants are milliseconds; local ones as if the zone were UTC.
std::optional<qint64> beginInGap(const Zone &zone, qint64 local, qint64 startOfDay)
{
    for (qint64 at = local - reach; at < local + reach; at += sampleStep) {
        const qint64 before = zone.offsetAt(at);
        const qint64 after = zone.offsetAt(at + sampleStep);
        if (after <= before)
            continue;
        const qint64 change = zone.changeWithin(at, at + sampleStep);
        if (change + before > local || local >= change + after)
            continue;
        const bool leavesDayOut = change + before <= startOfDay && change + after >= startOfDay + day;
        return leavesDayOut ? std::nullopt : std::optional(change);
    }
    return std::nullopt;
}

std::optional<qint64> beginOf(const Zone &zone, QDate date, QTime at)
{
    const qint64 startOfDay = QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const qint64 local = startOfDay + at.msecsSinceStartOfDay();
    const qint64 usual = zone.offsetAt(local - reach);
    if (zone.offsetAt(local + reach) == usual && zone.offsetAt(local - usual) == usual)
        return local - usual;
    std::optional<qint64> first;
    for (qint64 sample = local - reach; sample <= local + reach; sample += sampleStep) {
        const qint64 offset = zone.offsetAt(sample);
        const qint64 candidate = local - offset;
        if (zone.offsetAt(candidate) == offset && (!first || candidate < *first))
            first = candidate;
    }
    return first ? first : beginInGap(zone, local, startOfDay);
}

QString localText(const Zone &zone, qint64 instant)
{
    const qint64 offset = zone.offsetAt(instant);
    const QString time = QDateTime::fromMSecsSinceEpoch(instant + offset, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm"));
    const qint64 minutes = std::abs(offset) / minute;
    return QStringLiteral("%1%2%3:%4")
        .arg(time, offset < 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QDate dateOf(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).date();
}

} // namespace

std::vector<MaintenanceOccurrence> occurrences(const MaintenanceWindow &window, TimeRange range)
{
    std::vector<MaintenanceOccurrence> found;
    const Zone zone(window.timeZone);
    if (!zone.isValid() || !window.at.isValid() || window.length.count() <= 0)
        return found;
    QDate date = dateOf(range.start - window.length).addDays(-2);
    if (window.from && *window.from > date)
        date = *window.from;
    QDate last = std::min(dateOf(range.end).addDays(2), date.addDays(mostDays));
    if (window.until && *window.until < last)
        last = *window.until;
    for (; date.isValid() && date <= last; date = date.addDays(1)) {
        if (!window.days.isEmpty() && !window.days.contains(date.dayOfWeek()))
            continue;
        const auto begin = beginOf(zone, date, window.at);
        if (!begin)
            continue;
        const WallTime startsAt{std::chrono::milliseconds(*begin)};
        const WallTime endsAt = startsAt + window.length;
        if (endsAt > range.start && startsAt <= range.end)
            found.push_back({window.name, startsAt, endsAt, localText(zone, *begin)});
    }
    return found;
}

} // namespace Watchfloor
