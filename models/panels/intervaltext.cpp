#include "models/panels/intervaltext.h"

#include <QRegularExpression>

#include <array>
#include <cmath>
#include <limits>

namespace Watchfloor::IntervalText {

namespace {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr nanoseconds day = 24h;
constexpr nanoseconds year = 8766h; // 365.25 days

struct NamedUnit
{
    const char16_t *name;
    qint64 nanoseconds;
};
/// Longest names first where one begins another.
constexpr std::array<NamedUnit, 8> units{{{u"ns", 1},
                                          {u"us", 1'000},
                                          {u"\u00B5s", 1'000},
                                          {u"\u03BCs", 1'000},
                                          {u"ms", 1'000'000},
                                          {u"s", 1'000'000'000},
                                          {u"m", 60'000'000'000},
                                          {u"h", 3'600'000'000'000}}};

Error invalid(const QString &text)
{
    return {Error::Kind::Invalid, QStringLiteral("\"%1\" is not an interval").arg(text.left(64)), {}};
}

QStringView digitsAt(QStringView &text)
{
    qsizetype count = 0;
    while (count < text.size() && text[count] >= u'0' && text[count] <= u'9')
        ++count;
    const QStringView digits = text.first(count);
    text = text.sliced(count);
    return digits;
}

/// One number with its unit from the front of `text`, in nanoseconds; absent where there is none or it is too large.
std::optional<qint64> partAt(QStringView &text)
{
    const QStringView whole = digitsAt(text);
    QStringView fraction;
    const bool point = text.startsWith(u'.');
    if (point) {
        text = text.sliced(1);
        fraction = digitsAt(text);
    }
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;
    for (const NamedUnit &unit : units) {
        const QStringView name(unit.name);
        const qsizetype after = name.size();
        // "m" must not take the beginning of "ms": a unit ends where a number, a point or nothing follows.
        if (!text.startsWith(name) || (text.size() > after && text[after] != u'.' && !text[after].isDigit()))
            continue;
        text = text.sliced(after);
        bool ok = true;
        const qint64 number = whole.isEmpty() ? 0 : whole.toLongLong(&ok);
        qint64 result = 0;
        if (!ok || __builtin_mul_overflow(number, unit.nanoseconds, &result))
            return std::nullopt;
        const double rest = fraction.isEmpty() ? 0 : (QStringLiteral("0.") + fraction.left(18).toString()).toDouble() * double(unit.nanoseconds);
        return __builtin_add_overflow(result, qint64(rest), &result) ? std::nullopt : std::optional(result);
    }
    return std::nullopt;
}

/// Go's time.ParseDuration.
std::optional<nanoseconds> goDuration(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+'))
        text = text.sliced(1);
    if (text == u"0")
        return 0ns;
    if (text.isEmpty())
        return std::nullopt;
    qint64 total = 0;
    while (!text.isEmpty()) {
        const auto part = partAt(text);
        if (!part || __builtin_add_overflow(total, *part, &total))
            return std::nullopt;
    }
    return nanoseconds(negative ? -total : total);
}

/// A count of days, weeks, months or years.
std::optional<nanoseconds> calendarDuration(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]+)([dwMy])$"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    bool ok = false;
    const qint64 count = match.captured(1).toLongLong(&ok);
    const QChar unit = match.capturedView(2).front();
    const nanoseconds length = unit == u'd' ? day : unit == u'w' ? 7 * day : unit == u'M' ? year / 12 : year;
    if (!ok || count > most / length.count())
        return std::nullopt;
    return count * length;
}

struct RoundStep
{
    nanoseconds upTo;
    nanoseconds interval;
};
constexpr std::array<RoundStep, 29> roundSteps{{{10ms, 1ms},    {15ms, 10ms},   {35ms, 20ms},   {75ms, 50ms},    {150ms, 100ms},
                                                {350ms, 200ms}, {750ms, 500ms}, {1500ms, 1s},   {3500ms, 2s},    {7500ms, 5s},
                                                {12500ms, 10s}, {17500ms, 15s}, {25s, 20s},     {45s, 30s},      {90s, 1min},
                                                {210s, 2min},   {450s, 5min},   {750s, 10min},  {1050s, 15min},  {25min, 20min},
                                                {45min, 30min}, {90min, 1h},    {150min, 2h},   {270min, 3h},    {9h, 6h},
                                                {24h, 12h},     {168h, 24h},    {504h, 168h},   {1008h - 1ns, 720h}}};

/// "1.5" of 1,500 thousandths.
QString decimal(qint64 number, qint64 unit)
{
    QString text = QString::number(number / unit);
    QString fraction = QString::number(number % unit).rightJustified(QString::number(unit).size() - 1, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    return fraction.isEmpty() ? text : text + u'.' + fraction;
}

} // namespace

Result<nanoseconds> parsed(const QString &text)
{
    QString bare = text;
    for (const QChar mark : {u'<', u'>'})
        if (const qsizetype at = bare.indexOf(mark); at >= 0)
            bare.remove(at, 1);
    static const QRegularExpression number(QStringLiteral("^[0-9]+$"));
    if (number.match(bare).hasMatch())
        bare += u's';
    if (const auto calendar = calendarDuration(bare))
        return *calendar;
    if (const auto duration = goDuration(bare))
        return *duration;
    return invalid(text);
}

QString rough(nanoseconds interval)
{
    const auto whole = [interval](nanoseconds unit, char name) { return QString::number(interval / unit) + QLatin1Char(name); };
    if (interval >= 365 * day)
        return whole(365 * day, 'y');
    if (interval >= day)
        return whole(day, 'd');
    if (interval >= 1h)
        return whole(1h, 'h');
    if (interval >= 1min)
        return whole(1min, 'm');
    if (interval >= 1s)
        return whole(1s, 's');
    return QString::number(interval >= 1ms ? interval / 1ms : 1) + QStringLiteral("ms");
}

QString exact(nanoseconds interval)
{
    if (interval == 0ns)
        return QStringLiteral("0s");
    if (interval < 0ns)
        return u'-' + exact(interval == nanoseconds::min() ? nanoseconds::max() : -interval);
    const qint64 count = interval.count();
    if (interval < 1us)
        return decimal(count, 1) + QStringLiteral("ns");
    if (interval < 1ms)
        return decimal(count, 1'000) + QStringLiteral("\u00B5s");
    if (interval < 1s)
        return decimal(count, 1'000'000) + QStringLiteral("ms");
    const qint64 minutes = interval / 1min;
    QString text = decimal((interval % 1min).count(), 1'000'000'000) + u's';
    if (minutes > 0)
        text.prepend(QString::number(minutes % 60) + u'm');
    if (minutes >= 60)
        text.prepend(QString::number(minutes / 60) + u'h');
    return text;
}

nanoseconds rounded(nanoseconds interval)
{
    for (const RoundStep &step : roundSteps)
        if (interval <= step.upTo)
            return step.interval;
    return 8760h;
}

} // namespace Watchfloor::IntervalText
