#include "models/core/momenttext.h"

#include <QTimeZone>

#include <array>
#include <cmath>
#include <cstdlib>

namespace Watchfloor::Moment {

namespace {

constexpr std::array<const char *, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<const char *, 7> weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/// Longest first where one begins another, as Moment's own expression tries them.
constexpr std::array<const char16_t *, 66> tokens{
    u"Hmmss", u"Hmm",  u"hmmss", u"hmm", u"Mo",     u"MMMM",  u"MMM",  u"MM", u"M", u"Do",   u"DDDo", u"DDDD", u"DDD",
    u"DD",    u"D",    u"dddd",  u"ddd", u"dd",     u"do",    u"d",    u"ww", u"wo", u"w",   u"WW",   u"Wo",   u"W",
    u"Qo",    u"Q",    u"YYYYYY", u"YYYYY", u"YYYY", u"YY",   u"Y",    u"gggg", u"gg", u"GGGG", u"GG", u"e",   u"E",
    u"a",     u"A",    u"hh",    u"h",   u"HH",     u"H",     u"kk",   u"k",  u"mm", u"m",   u"ss",   u"s",    u"SSSSSSSSS", u"SSSSSSSS", u"SSSSSSS",
    u"SSSSSS", u"SSSSS", u"SSSS", u"SSS", u"SS",    u"S",     u"x",    u"X",  u"zz", u"z",   u"ZZ",   u"Z"};

constexpr std::array<std::pair<const char16_t *, const char16_t *>, 6> longForms{{{u"LTS", u"h:mm:ss A"},
                                                                                  {u"LT", u"h:mm A"},
                                                                                  {u"LLLL", u"dddd, MMMM D, YYYY h:mm A"},
                                                                                  {u"LLL", u"MMMM D, YYYY h:mm A"},
                                                                                  {u"LL", u"MMMM D, YYYY"},
                                                                                  {u"L", u"MM/DD/YYYY"}}};
constexpr std::array<std::pair<const char16_t *, const char16_t *>, 4> shortForms{{{u"llll", u"ddd, MMM D, YYYY h:mm A"},
                                                                                   {u"lll", u"MMM D, YYYY h:mm A"},
                                                                                   {u"ll", u"MMM D, YYYY"},
                                                                                   {u"l", u"M/D/YYYY"}}};

/// Of the astronomers, with a year 0, which QDate leaves out.
int yearOf(const QDate &date)
{
    return date.year() < 0 ? date.year() + 1 : date.year();
}

QString filled(qint64 number, int width)
{
    const QString digits = QString::number(std::llabs(number)).rightJustified(width, u'0');
    return number < 0 ? u'-' + digits : digits;
}

QString ordinal(int number)
{
    const int last = number % 10;
    const bool teens = (number % 100) / 10 == 1;
    return QString::number(number) + QLatin1String(teens ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

/// The week of the year as in the United States: weeks begin on Sunday, the first holds 1 January.
struct Week
{
    int week = 0;
    int year = 0;
};

Week americanWeek(QDate date)
{
    const QDate saturday = date.addDays(6 - date.dayOfWeek() % 7);
    const QDate first(saturday.year(), 1, 1);
    return {int((first.daysTo(saturday) + first.dayOfWeek() % 7) / 7) + 1, saturday.year()};
}

QString zoneOffset(const QDateTime &time, QLatin1String between)
{
    const int minutes = time.offsetFromUtc() / 60;
    return (minutes < 0 ? u'-' : u'+') + filled(std::abs(minutes) / 60, 2) + between + filled(std::abs(minutes) % 60, 2);
}

QString dateToken(const QDate &date, QStringView token)
{
    const QString month = QString::fromLatin1(months.at(size_t(date.month() - 1)));
    const int weekdayNumber = date.dayOfWeek() % 7;
    const QString weekday = QString::fromLatin1(weekdays.at(size_t(weekdayNumber)));
    const int quarter = (date.month() - 1) / 3 + 1;
    const bool named = token.size() > 2;
    switch (token.front().unicode()) {
    case u'M':
        return token == u"Mo" ? ordinal(date.month()) : named ? (token.size() == 4 ? month : month.left(3)) : filled(date.month(), int(token.size()));
    case u'D':
        if (token == u"Do")
            return ordinal(date.day());
        if (token == u"DDDo")
            return ordinal(date.dayOfYear());
        return named ? filled(date.dayOfYear(), token.size() == 4 ? 3 : 1) : filled(date.day(), int(token.size()));
    case u'd':
        if (token == u"do")
            return ordinal(weekdayNumber);
        return token == u"d" ? QString::number(weekdayNumber) : token.size() == 4 ? weekday : weekday.left(token.size());
    case u'e':
        return QString::number(weekdayNumber);
    case u'E':
        return QString::number(date.dayOfWeek());
    case u'Q':
        return token == u"Qo" ? ordinal(quarter) : QString::number(quarter);
    case u'Y':
        if (token == u"YYYYYY")
            return (yearOf(date) < 0 ? u'-' : u'+') + filled(std::abs(yearOf(date)), 6);
        return token == u"YY" ? filled(yearOf(date) % 100, 2) : filled(yearOf(date), token.size() == 1 ? 4 : int(token.size()));
    default:
        break;
    }
    const bool american = token.front() == u'w' || token.front() == u'g';
    Week week = americanWeek(date);
    if (!american)
        week.week = date.weekNumber(&week.year);
    if (token.front() == u'g' || token.front() == u'G')
        return token.size() == 2 ? filled(week.year % 100, 2) : filled(week.year, 4);
    return token.endsWith(u'o') ? ordinal(week.week) : filled(week.week, int(token.size()));
}

QString timeToken(const QDateTime &time, QStringView token)
{
    const QTime clock = time.time();
    const int width = int(token.size());
    const int hour = clock.hour();
    const int twelve = hour % 12 == 0 ? 12 : hour % 12;
    if (token.endsWith(u"mm") && token.size() == 3)
        return QString::number(token.front() == u'H' ? hour : twelve) + filled(clock.minute(), 2);
    if (token.endsWith(u"mmss"))
        return QString::number(token.front() == u'H' ? hour : twelve) + filled(clock.minute(), 2) + filled(clock.second(), 2);
    switch (token.front().unicode()) {
    case u'H':
        return filled(hour, width);
    case u'h':
        return filled(twelve, width);
    case u'k':
        return filled(hour == 0 ? 24 : hour, width);
    case u'm':
        return filled(clock.minute(), width);
    case u's':
        return filled(clock.second(), width);
    case u'S':
        return filled(clock.msec(), 3).leftJustified(width, u'0', true);
    case u'a':
        return hour < 12 ? QStringLiteral("am") : QStringLiteral("pm");
    case u'A':
        return hour < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
    case u'x':
        return QString::number(time.toMSecsSinceEpoch());
    case u'X':
        return QString::number(qint64(std::floor(double(time.toMSecsSinceEpoch()) / 1000)));
    case u'z':
        return time.timeSpec() == Qt::LocalTime ? QString() : time.timeSpec() == Qt::UTC ? QStringLiteral("UTC") : time.timeZoneAbbreviation();
    default:
        return zoneOffset(time, QLatin1String(width == 1 ? ":" : ""));
    }
}

QString tokenText(const QDateTime &time, QStringView token)
{
    static const QStringView ofDates(u"MDdeEQYwWgG");
    return ofDates.contains(token.front()) ? dateToken(time.date(), token) : timeToken(time, token);
}

QStringView tokenAt(QStringView pattern)
{
    for (const QStringView token : tokens)
        if (pattern.startsWith(token))
            return token;
    return {};
}

/// Copies what stands in brackets or behind a backslash; the length that it took, or 0.
qsizetype copyEscaped(QStringView pattern, QString &out, bool keepMarks)
{
    if (pattern.front() == u'[') {
        const qsizetype close = pattern.indexOf(u']');
        if (close < 0 || pattern.sliced(1, close - 1).contains(u'['))
            return 0;
        out += keepMarks ? pattern.first(close + 1) : pattern.sliced(1, close - 1);
        return close + 1;
    }
    if (pattern.front() != u'\\' || pattern.size() < 2)
        return 0;
    const qsizetype length = std::max<qsizetype>(tokenAt(pattern.sliced(1)).size(), 1);
    out += keepMarks ? pattern.first(1 + length) : pattern.sliced(1, length);
    return 1 + length;
}

QString withLongForms(QStringView pattern)
{
    QString result;
    while (!pattern.isEmpty()) {
        qsizetype taken = copyEscaped(pattern, result, true);
        const auto tryForms = [&](const auto &forms) {
            for (const auto &[name, form] : forms) {
                if (taken > 0 || !pattern.startsWith(QStringView(name)))
                    continue;
                result += QStringView(form);
                taken = QStringView(name).size();
            }
        };
        tryForms(longForms);
        tryForms(shortForms);
        if (taken == 0) {
            result += pattern.front();
            taken = 1;
        }
        pattern = pattern.sliced(taken);
    }
    return result;
}

/// Whole months between two moments, and what is left in milliseconds.
struct Difference
{
    int months = 0;
    qint64 milliseconds = 0;
};

Difference between(QDateTime earlier, const QDateTime &later)
{
    Difference result;
    result.months = (later.date().year() - earlier.date().year()) * 12 + later.date().month() - earlier.date().month();
    if (earlier.addMonths(result.months) > later)
        --result.months;
    result.milliseconds = earlier.addMonths(result.months).msecsTo(later);
    return result;
}

QString spanText(const Difference &span)
{
    constexpr double daysPerMonth = 146'097.0 / 4'800;
    const double days = double(span.milliseconds) / 86'400'000 + std::round(span.months * daysPerMonth);
    const auto seconds = qint64(std::round(days * 86'400));
    const auto minutes = qint64(std::round(days * 1'440));
    const auto hours = qint64(std::round(days * 24));
    const auto wholeDays = qint64(std::round(days));
    const double monthCount = span.months + double(span.milliseconds) / 86'400'000 / daysPerMonth;
    const auto wholeMonths = qint64(std::round(monthCount));
    const auto years = qint64(std::round(monthCount / 12));
    const auto many = [](qint64 count, const char *unit) { return QStringLiteral("%1 %2").arg(count).arg(QLatin1String(unit)); };
    if (seconds < 45)
        return QStringLiteral("a few seconds");
    if (minutes < 45)
        return minutes <= 1 ? QStringLiteral("a minute") : many(minutes, "minutes");
    if (hours < 22)
        return hours <= 1 ? QStringLiteral("an hour") : many(hours, "hours");
    if (wholeDays < 26)
        return wholeDays <= 1 ? QStringLiteral("a day") : many(wholeDays, "days");
    if (wholeMonths < 11)
        return wholeMonths <= 1 ? QStringLiteral("a month") : many(wholeMonths, "months");
    return years <= 1 ? QStringLiteral("a year") : many(years, "years");
}

const QString &invalid()
{
    static const QString text = QStringLiteral("Invalid date");
    return text;
}

} // namespace

QString text(const QDateTime &time, QStringView pattern)
{
    if (!time.isValid())
        return invalid();
    if (pattern.isEmpty())
        pattern = time.timeSpec() == Qt::UTC ? QStringView(u"YYYY-MM-DDTHH:mm:ss[Z]") : QStringView(u"YYYY-MM-DDTHH:mm:ssZ");
    const QString expanded = withLongForms(pattern);
    QStringView rest(expanded);
    QString result;
    while (!rest.isEmpty()) {
        const qsizetype escaped = copyEscaped(rest, result, false);
        if (escaped > 0) {
            rest = rest.sliced(escaped);
            continue;
        }
        const QStringView token = tokenAt(rest);
        if (token.isEmpty())
            result += rest.front();
        else
            result += tokenText(time, token);
        rest = rest.sliced(std::max<qsizetype>(token.size(), 1));
    }
    return result;
}

QString fromNow(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid() || !now.isValid())
        return invalid();
    const bool past = time <= now;
    const QString span = spanText(past ? between(time, now) : between(now, time));
    return past ? span + QStringLiteral(" ago") : QStringLiteral("in ") + span;
}

} // namespace Watchfloor::Moment
