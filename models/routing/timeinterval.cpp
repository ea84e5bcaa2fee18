#include "models/routing/timeinterval.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace Watchfloor {

namespace {
constexpr size_t mostRanges = 100;
constexpr size_t mostIntervals = 100;
constexpr int minutesOfDay = 24 * 60;

constexpr std::array weekdayNames{u"sunday", u"monday", u"tuesday", u"wednesday", u"thursday", u"friday", u"saturday"};
constexpr std::array monthNames{u"january", u"february", u"march", u"april", u"may", u"june", u"july", u"august", u"september", u"october", u"november", u"december"};

template <size_t n>
std::optional<int> named(const std::array<const char16_t *, n> &names, QStringView text, int first)
{
    for (size_t i = 0; i < n; ++i)
        if (text == QStringView(names[i]))
            return int(i) + first;
    return std::nullopt;
}

std::optional<int> number(QStringView text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<int> weekday(QStringView text)
{
    return named(weekdayNames, text, 0);
}

std::optional<int> month(QStringView text)
{
    const auto byName = named(monthNames, text, 1);
    return byName ? byName : number(text);
}

/// "09:30" as minutes of the day; "24:00" ends it.
std::optional<int> minuteOf(QStringView text)
{
    if (text.size() != 5 || text[2] != u':' || !text[0].isDigit() || !text[1].isDigit() || !text[3].isDigit() || !text[4].isDigit())
        return std::nullopt;
    const int minute = text.first(2).toInt() * 60 + text.sliced(3).toInt();
    const bool valid = minute <= minutesOfDay && text[3] <= u'5';
    return valid ? std::optional(minute) : std::nullopt;
}

using Member = std::optional<int> (*)(QStringView);

/// "monday:friday", "-1", "1:7".
std::optional<InclusiveRange> rangeOf(const QString &written, Member member)
{
    const QString text = written.toLower();
    const QStringList parts = text.split(u':');
    if (parts.size() > 2)
        return std::nullopt;
    const auto first = member(parts.first());
    const auto last = member(parts.last());
    if (!first || !last)
        return std::nullopt;
    return InclusiveRange{*first, *last};
}

bool isDayRange(const InclusiveRange &range)
{
    const auto isDay = [](int day) { return day != 0 && day >= -31 && day <= 31; };
    return isDay(range.first) && isDay(range.last) && !(range.first < 0 && range.last > 0);
}

std::vector<YamlNode> itemsOf(const YamlNode &node, size_t most, YamlReader &reader)
{
    if (node.isNull())
        return {};
    if (!node.isSequence()) {
        reader.fault(node, QStringLiteral("a list is expected"));
        return {};
    }
    std::vector<YamlNode> items = node.items();
    if (items.size() > most) {
        reader.fault(node, QStringLiteral("only the first %1 are read").arg(most));
        items.resize(most);
    }
    return items;
}

template <typename Valid>
std::vector<InclusiveRange> readRanges(YamlReader &reader, const YamlNode &node, Member member, Valid &&valid)
{
    std::vector<InclusiveRange> ranges;
    for (const YamlNode &item : itemsOf(node, mostRanges, reader)) {
        const auto range = item.isScalar() ? rangeOf(item.scalar(), member) : std::nullopt;
        if (range && valid(*range))
            ranges.push_back(*range);
        else
            reader.fault(item, QStringLiteral("\"%1\" is not a range").arg(item.scalar().left(64)));
    }
    return ranges;
}

std::vector<InclusiveRange> readTimes(YamlReader &reader, const YamlNode &node)
{
    std::vector<InclusiveRange> times;
    for (const YamlNode &item : itemsOf(node, mostRanges, reader)) {
        reader.expectKeys(item, {QStringLiteral("start_time"), QStringLiteral("end_time")});
        const auto start = minuteOf(item.at(QStringLiteral("start_time")).scalar());
        const auto end = minuteOf(item.at(QStringLiteral("end_time")).scalar());
        if (start && end && *start < *end)
            times.push_back({*start, *end});
        else
            reader.fault(item, QStringLiteral("start_time and end_time are not a span of a day"));
    }
    return times;
}

/// Absent when some of it cannot be read: without that it would be longer than it is.
std::optional<TimeInterval> readOne(YamlReader &reader, const YamlNode &node)
{
    const size_t faults = reader.faults().size();
    TimeInterval interval;
    reader.expectKeys(node, {QStringLiteral("times"), QStringLiteral("weekdays"), QStringLiteral("days_of_month"), QStringLiteral("months"),
                             QStringLiteral("years"), QStringLiteral("location")});
    const auto within = [](int low, int high) {
        return [low, high](const InclusiveRange &range) { return range.first >= low && range.last <= high && range.first <= range.last; };
    };
    interval.times = readTimes(reader, node.at(QStringLiteral("times")));
    interval.weekdays = readRanges(reader, node.at(QStringLiteral("weekdays")), weekday, within(0, 6));
    interval.daysOfMonth = readRanges(reader, node.at(QStringLiteral("days_of_month")), number, isDayRange);
    interval.months = readRanges(reader, node.at(QStringLiteral("months")), month, within(1, 12));
    interval.years = readRanges(reader, node.at(QStringLiteral("years")), number, within(0, 9999));
    const YamlNode location = node.at(QStringLiteral("location"));
    if (const QString name = reader.text(location); !name.isEmpty() && name != u"UTC") {
        const QTimeZone zone = name == u"Local" ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
        if (zone.isValid())
            interval.zone = zone;
        else
            reader.fault(location, QStringLiteral("\"%1\" is not a time zone known here").arg(name.left(64)));
    }
    return reader.faults().size() == faults ? std::optional(interval) : std::nullopt;
}

QDateTime localTime(WallTime time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), zone);
}

WallTime wallTime(const QDateTime &time)
{
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

template <typename Holds>
bool anyOrNone(const std::vector<InclusiveRange> &ranges, Holds &&holds)
{
    return ranges.empty() || std::any_of(ranges.begin(), ranges.end(), holds);
}

/// Negative days count from the month's end; a range that begins after the month's end is not in it, one that ends after it ends with it.
bool holdsDay(const InclusiveRange &range, int day, int days)
{
    const int first = range.first < 0 ? days + range.first + 1 : range.first;
    const int last = range.last < 0 ? days + range.last + 1 : range.last;
    return first <= days && day >= std::max(first, -days) && day <= std::min(last, days);
}

void addBoundaries(const TimeInterval &interval, WallTime from, WallTime until, std::vector<WallTime> &times)
{
    const QDate last = localTime(until, interval.zone).date();
    for (QDate day = localTime(from, interval.zone).date(); day <= last; day = day.addDays(1)) {
        times.push_back(wallTime(day.startOfDay(interval.zone)));
        for (const InclusiveRange &range : interval.times)
            for (const int minute : {range.first, range.last})
                if (minute < minutesOfDay)
                    times.push_back(wallTime(QDateTime(day, QTime(minute / 60, minute % 60), interval.zone)));
    }
    // Where the clock is put forward or back a minute may come twice or never.
    const auto changes = interval.zone.transitions(localTime(from, interval.zone), localTime(until, interval.zone));
    for (const QTimeZone::OffsetData &change : changes)
        times.push_back(wallTime(change.atUtc));
}
} // namespace

bool TimeInterval::contains(WallTime time) const
{
    const QDateTime local = localTime(time, zone);
    const QDate date = local.date();
    const int minute = local.time().hour() * 60 + local.time().minute();
    const int dayOfWeek = date.dayOfWeek() % 7;
    const auto has = [](int value) {
        return [value](const InclusiveRange &range) { return value >= range.first && value <= range.last; };
    };
    return anyOrNone(times, [minute](const InclusiveRange &range) { return minute >= range.first && minute < range.last; })
           && anyOrNone(daysOfMonth, [&date](const InclusiveRange &range) { return holdsDay(range, date.day(), date.daysInMonth()); })
           && anyOrNone(months, has(date.month())) && anyOrNone(weekdays, has(dayOfWeek)) && anyOrNone(years, has(date.year()));
}

bool NamedInterval::contains(WallTime time) const
{
    return std::any_of(intervals.begin(), intervals.end(), [time](const TimeInterval &interval) { return interval.contains(time); });
}

std::vector<WallTime> boundaries(const std::vector<const NamedInterval *> &intervals, WallTime from, WallTime until)
{
    std::vector<WallTime> times;
    for (const NamedInterval *named : intervals)
        for (const TimeInterval &interval : named->intervals)
            addBoundaries(interval, from, until, times);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    times.erase(times.begin(), std::upper_bound(times.begin(), times.end(), from));
    times.erase(std::upper_bound(times.begin(), times.end(), until), times.end());
    return times;
}

NamedInterval readInterval(YamlReader &reader, const YamlNode &node)
{
    NamedInterval named;
    reader.expectKeys(node, {QStringLiteral("name"), QStringLiteral("time_intervals")});
    named.name = reader.text(reader.require(node, QStringLiteral("name")));
    for (const YamlNode &item : itemsOf(node.at(QStringLiteral("time_intervals")), mostIntervals, reader))
        if (auto interval = readOne(reader, item))
            named.intervals.push_back(*std::move(interval));
        else
            named.unread = true;
    return named;
}

} // namespace Watchfloor
