#include "models/core/unittime.h"

#include "models/core/jsnumber.h"
#include "models/core/momenttext.h"

#include <array>
#include <cmath>

namespace Watchfloor::UnitTime {

namespace {

constexpr double mostMilliseconds = 8.64e15; // what a JavaScript date holds

/// Below `limit` a value is divided by `divisor`.
struct Step
{
    double limit;
    double divisor;
    const char16_t *suffix;
};

constexpr double endless = HUGE_VAL;
constexpr Step nanosecondSteps[] = {{1e3, 1, u"ns"},       {1e6, 1e3, u"\u00B5s"}, {1e9, 1e6, u"ms"},        {6e10, 1e9, u"s"},
                                    {3.6e12, 6e10, u"min"}, {8.64e13, 3.6e12, u"hour"}, {endless, 8.64e13, u"day"}};
constexpr Step microsecondSteps[] = {{1e3, 1, u"\u00B5s"}, {1e6, 1e3, u"ms"}, {endless, 1e6, u"s"}};
constexpr Step millisecondSteps[] = {{1e3, 1, u"ms"},       {6e4, 1e3, u"s"},         {3.6e6, 6e4, u"min"},
                                     {8.64e7, 3.6e6, u"hour"}, {3.1536e10, 8.64e7, u"day"}, {endless, 3.1536e10, u"year"}};
constexpr Step secondSteps[] = {{60, 1, u"s"},           {3600, 60, u"min"},        {86400, 3600, u"hour"},
                                {604800, 86400, u"day"}, {31536000, 604800, u"week"}, {endless, 31556900, u"year"}};
constexpr Step minuteSteps[] = {{60, 1, u"min"}, {1440, 60, u"hour"}, {10080, 1440, u"day"}, {604800, 10080, u"week"}, {endless, 525948, u"year"}};
constexpr Step hourSteps[] = {{24, 1, u"hour"}, {168, 24, u"day"}, {8760, 168, u"week"}, {endless, 8760, u"year"}};
constexpr Step daySteps[] = {{7, 1, u"day"}, {365, 7, u"week"}, {endless, 365, u"year"}};

/// More than one minute, hour, day, week or year is written with an s, as long as the value was divided.
Quantity divided(double value, UnitScaling::Decimals decimals, double factor, bool multiply, const QString &unit, bool plural)
{
    const double scaled = multiply ? value * factor : value / factor;
    static const QStringList words{QStringLiteral("min"), QStringLiteral("hour"), QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("year")};
    const bool several = plural && std::fabs(scaled) > 1 && words.contains(unit);
    return UnitScaling::fixed(scaled, decimals, several ? unit + u's' : unit);
}

Quantity stepped(double value, Decimals decimals, std::span<const Step> steps, bool pluralFirst)
{
    const double magnitude = std::fabs(value);
    size_t at = 0;
    // NaN is below nothing and takes the last step.
    while (at + 1 < steps.size() && !(magnitude < steps[at].limit))
        ++at;
    return divided(value, decimals, steps[at].divisor, false, QString::fromUtf16(steps[at].suffix), at > 0 || pluralFirst);
}

Quantity seconds(double value, Decimals decimals)
{
    const double magnitude = std::fabs(value);
    if (value == 0)
        return {QStringLiteral("0"), QStringLiteral("s"), {}, QStringLiteral(" ")};
    if (magnitude < 1e-6)
        return divided(value, decimals, 1e9, true, QStringLiteral("ns"), false);
    if (magnitude < 1e-3)
        return divided(value, decimals, 1e6, true, QStringLiteral("\u00B5s"), false);
    if (magnitude < 1)
        return divided(value, decimals, 1e3, true, QStringLiteral("ms"), false);
    return stepped(value, decimals, secondSteps, false);
}

struct SpanUnit
{
    const char *name;
    double milliseconds;
};
constexpr std::array<SpanUnit, 8> spanUnits{{{"year", 31'536'000'000.0},
                                             {"month", 2'592'000'000.0},
                                             {"week", 604'800'000.0},
                                             {"day", 86'400'000.0},
                                             {"hour", 3'600'000.0},
                                             {"minute", 60'000.0},
                                             {"second", 1'000.0},
                                             {"millisecond", 1.0}}};

QString twoDigits(double number)
{
    const QString text = JsNumber::text(number);
    return number > 9 ? text : u'0' + text;
}

QDateTime dateOf(double milliseconds, const UnitContext &context)
{
    if (!(std::fabs(milliseconds) <= mostMilliseconds))
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(milliseconds));
    if (!context.zone)
        return time;
    return *context.zone == QTimeZone::utc() ? time.toUTC() : time.toTimeZone(*context.zone);
}

QDateTime nowOf(const UnitContext &context)
{
    return dateOf(double(context.now ? context.now->time_since_epoch().count() : QDateTime::currentMSecsSinceEpoch()), context);
}

} // namespace

Quantity length(UnitRule::Kind kind, double value, Decimals decimals)
{
    switch (kind) {
    case UnitRule::Kind::Nanoseconds:
        return stepped(value, decimals, nanosecondSteps, false);
    case UnitRule::Kind::Microseconds:
        return stepped(value, decimals, microsecondSteps, false);
    case UnitRule::Kind::Milliseconds:
        return stepped(value, decimals, millisecondSteps, false);
    case UnitRule::Kind::Minutes:
        return stepped(value, decimals, minuteSteps, false);
    case UnitRule::Kind::Hours:
        return stepped(value, decimals, hourSteps, false);
    case UnitRule::Kind::Days:
        return stepped(value, decimals, daySteps, true);
    case UnitRule::Kind::TimeTicks:
        return seconds(value / 100, decimals);
    default:
        return seconds(value, decimals);
    }
}

Quantity span(double value, Decimals decimals, bool milliseconds)
{
    if (value == 0)
        return {QStringLiteral("0"), milliseconds ? QStringLiteral("milliseconds") : QStringLiteral("seconds"), {}, QStringLiteral(" ")};
    if (value < 0) {
        Quantity past = span(-value, decimals, milliseconds);
        past.suffix += past.suffix.isEmpty() ? QStringLiteral("ago") : QStringLiteral(" ago");
        past.gap = QStringLiteral(" ");
        return past;
    }
    if (std::isnan(value))
        return {QStringLiteral("NaN")};
    double rest = value * (milliseconds ? 0.001 * 1000 : 1000);
    QStringList parts;
    int more = decimals.value_or(0);
    for (const SpanUnit &unit : spanUnits) {
        if (more < 0)
            break;
        const double count = rest / unit.milliseconds;
        if (!(count >= 1) && parts.isEmpty())
            continue;
        const double whole = std::floor(count);
        parts.append(JsNumber::text(whole) + u' ' + QLatin1String(unit.name) + (whole != 1 ? QStringLiteral("s") : QString()));
        rest = std::fmod(rest, unit.milliseconds);
        --more;
    }
    return {parts.join(QStringLiteral(", ")), {}, {}, {}};
}

Quantity hoursMinutesSeconds(double value, bool days)
{
    if (value < 0) {
        Quantity past = hoursMinutesSeconds(-value, days);
        past.suffix = QStringLiteral("ago");
        past.gap = QStringLiteral(" ");
        return past;
    }
    const double wholeDays = days ? std::floor(value / 86'400) : 0;
    const double rest = value - wholeDays * 86'400;
    const double within = std::fmod(rest, 3600);
    const QString time = twoDigits(std::floor(rest / 3600)) + u':' + twoDigits(std::floor(within / 60)) + u':'
                         + twoDigits(std::floor(std::fmod(within, 60)));
    return {(wholeDays > 0 ? JsNumber::text(wholeDays) + QStringLiteral(" d ") : QString()) + time, {}, {}, {}};
}

QString clock(double milliseconds, Decimals decimals)
{
    if (!(std::fabs(milliseconds) <= mostMilliseconds))
        return std::isnan(milliseconds) ? QStringLiteral("NaN") : UnitScaling::fixed(milliseconds, decimals);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(milliseconds), Qt::UTC);
    const auto by = [&time](QStringView pattern) { return Moment::text(time, pattern); };
    if (milliseconds < 1'000)
        return by(u"SSS[ms]");
    if (milliseconds < 60'000)
        return by(decimals == 0 ? u"ss[s]" : u"ss[s]:SSS[ms]");
    if (milliseconds < 3'600'000)
        return by(decimals == 0 ? u"mm[m]" : decimals == 1 ? u"mm[m]:ss[s]" : u"mm[m]:ss[s]:SSS[ms]");
    const QString hours = JsNumber::text(std::floor(milliseconds / 3'600'000)) + u'h';
    if (decimals == 0)
        return hours;
    return hours + u':' + by(decimals == 1 ? u"mm[m]" : decimals == 2 ? u"mm[m]:ss[s]" : u"mm[m]:ss[s]:SSS[ms]");
}

QString date(double milliseconds, const QString &patterns, const UnitContext &context)
{
    const QDateTime time = dateOf(milliseconds, context);
    const qsizetype line = patterns.indexOf(u'\n');
    if (line < 0)
        return Moment::text(time, patterns);
    const bool today = time.isValid() && time.date() == nowOf(context).date();
    return Moment::text(time, today ? QStringView(patterns).sliced(line + 1) : QStringView(patterns).first(line));
}

QString fromNow(double milliseconds, const UnitContext &context)
{
    return Moment::fromNow(dateOf(milliseconds, context), nowOf(context));
}

} // namespace Watchfloor::UnitTime
