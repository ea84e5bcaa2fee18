#include "models/core/unit.h"

#include "models/core/jsnumber.h"
#include "models/core/unitown.h"
#include "models/core/unitscaling.h"
#include "models/core/unittime.h"

#include <cmath>

namespace Watchfloor {

namespace {

using Kind = UnitRule::Kind;
using UnitScaling::Decimals;

/// Null is nothing in most units; some formatters reckon with it as 0 or write it out, and so do we.
Quantity ofNull(Kind kind, const QString &symbol)
{
    switch (kind) {
    case Kind::Text:
        return {QStringLiteral("null")};
    case Kind::Boolean:
        return {symbol.section(u'/', 1)};
    case Kind::HoursMinutesSeconds:
    case Kind::DaysHoursMinutesSeconds:
        return {QStringLiteral("00:00:00")};
    case Kind::TimeTicks:
        return UnitTime::length(kind, 0, {});
    case Kind::SecondClock:
        return {UnitTime::clock(0, {})};
    case Kind::Date:
    case Kind::DateOrTime:
    case Kind::FromNow:
        return {QStringLiteral("Invalid date")};
    default:
        return {};
    }
}

Quantity written(double value, const UnitRule &rule, Decimals decimals, const UnitContext &context)
{
    switch (rule.kind) {
    case Kind::Fixed:
        return UnitScaling::fixed(value, decimals, rule.symbol);
    case Kind::Before:
        return {UnitScaling::fixed(value, decimals), {}, rule.symbol, {}};
    case Kind::Text:
        return {JsNumber::text(value)};
    case Kind::Short:
        return UnitScaling::shortened(value, decimals);
    case Kind::Pressure:
        return UnitScaling::pressure(value, decimals);
    case Kind::Metric:
        return UnitScaling::metric(value, decimals, rule.symbol, rule.offset);
    case Kind::Binary:
        return UnitScaling::binary(value, decimals, rule.symbol, rule.offset);
    case Kind::Count:
        return UnitScaling::count(value, decimals, rule.symbol);
    case Kind::Currency:
    case Kind::CurrencyAfter:
        return UnitScaling::currency(value, decimals, rule.symbol, rule.kind == Kind::CurrencyAfter);
    case Kind::Financial:
    case Kind::FinancialAfter:
        return UnitScaling::financial(value, decimals, rule.symbol, rule.kind == Kind::FinancialAfter);
    case Kind::Percent:
        return {UnitScaling::fixed(value, decimals), QStringLiteral("%")};
    case Kind::Ratio:
        return {UnitScaling::fixed(100 * value, decimals), QStringLiteral("%")};
    case Kind::Hexadecimal:
        return {UnitScaling::hexadecimal(value, decimals)};
    case Kind::Hexadecimal0x: {
        const QString digits = UnitScaling::hexadecimal(value, decimals);
        return {digits.startsWith(u'-') ? QStringLiteral("-0x") + digits.mid(1) : QStringLiteral("0x") + digits};
    }
    case Kind::Scientific:
        return {JsNumber::exponential(value, decimals)};
    case Kind::Localised:
        return {JsNumber::localised(value, 0, decimals.value_or(3))};
    case Kind::Boolean:
        return {value != 0 && !std::isnan(value) ? rule.symbol.section(u'/', 0, 0) : rule.symbol.section(u'/', 1)};
    case Kind::Nanoseconds:
    case Kind::Microseconds:
    case Kind::Milliseconds:
    case Kind::Seconds:
    case Kind::Minutes:
    case Kind::Hours:
    case Kind::Days:
    case Kind::TimeTicks:
        return UnitTime::length(rule.kind, value, decimals);
    case Kind::MillisecondSpan:
    case Kind::SecondSpan:
        return UnitTime::span(value, decimals, rule.kind == Kind::MillisecondSpan);
    case Kind::HoursMinutesSeconds:
    case Kind::DaysHoursMinutesSeconds:
        return UnitTime::hoursMinutesSeconds(value, rule.kind == Kind::DaysHoursMinutesSeconds);
    case Kind::MillisecondClock:
        return {UnitTime::clock(value, decimals)};
    case Kind::SecondClock:
        return {UnitTime::clock(value * 1000, decimals)};
    case Kind::Date:
    case Kind::DateOrTime:
        return {UnitTime::date(value, rule.symbol, context)};
    case Kind::FromNow:
        return {UnitTime::fromNow(value, context)};
    case Kind::Own:
        return ownQuantity(value, rule.symbol, decimals.value_or(-1), context.locale);
    }
    return {};
}

/// Whether the text is one number with a fraction.
bool isNumeric(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::Hexadecimal:
    case Kind::Hexadecimal0x:
    case Kind::Boolean:
    case Kind::MillisecondSpan:
    case Kind::SecondSpan:
    case Kind::HoursMinutesSeconds:
    case Kind::DaysHoursMinutesSeconds:
    case Kind::MillisecondClock:
    case Kind::SecondClock:
    case Kind::Date:
    case Kind::DateOrTime:
    case Kind::FromNow:
        return false;
    default:
        return true;
    }
}

void localise(QString &number, const QLocale &locale)
{
    const QString point = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    if (point == u"." && group == u",")
        return;
    QString result;
    for (const QChar c : std::as_const(number)) {
        if (c == u'.')
            result += point;
        else if (c == u',')
            result += group;
        else
            result += c;
    }
    number = result;
}

} // namespace

Unit ownUnit(const QString &id)
{
    return {isOwnStyle(id) && !id.isEmpty() ? QStringLiteral("own:") + id : id};
}

bool takesDecimals(const Unit &unit)
{
    const Kind kind = unitRule(unit.id).kind;
    return isNumeric(kind) && kind != Kind::Scientific;
}

bool isBinary(const Unit &unit)
{
    const UnitRule rule = unitRule(unit.id);
    return rule.kind == Kind::Binary || (rule.kind == Kind::Own && (rule.symbol.contains(u"bytes") || rule.symbol.endsWith(u"Bps")));
}

QString Quantity::text() const
{
    return prefix + number + gap + suffix;
}

QString Quantity::figure() const
{
    return prefix + number;
}

Quantity quantity(std::optional<double> value, const Unit &unit, std::optional<int> decimals, const UnitContext &context)
{
    const UnitRule rule = unitRule(unit.id);
    if (!value)
        return ofNull(rule.kind, rule.symbol);
    Quantity result = written(*value, rule, decimals, context);
    if (rule.kind != Kind::Own && isNumeric(rule.kind) && context.locale != QLocale::c())
        localise(result.number, context.locale);
    return result;
}

Quantity quantity(double value, const Unit &unit, int decimals)
{
    return quantity(std::optional(value), unit, decimals < 0 ? std::nullopt : std::optional(decimals), UnitContext());
}

} // namespace Watchfloor
