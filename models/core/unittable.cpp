#include "models/core/unitrule.h"

#include "models/core/unitscaling.h"

#include <QHash>
#include <QStringList>

namespace Watchfloor {

namespace {

using Kind = UnitRule::Kind;

struct Entry
{
    const char16_t *id;
    Kind kind;
    const char16_t *symbol;
    int offset = 0;
};

constexpr Entry entries[] = {
    {u"none", Kind::Fixed, u""}, {u"string", Kind::Text, u""}, {u"short", Kind::Short, u""}, {u"sishort", Kind::Metric, u""},
    {u"percent", Kind::Percent, u""}, {u"percentunit", Kind::Ratio, u""}, {u"humidity", Kind::Fixed, u"%H"}, {u"dB", Kind::Fixed, u"dB"},
    {u"candela", Kind::Metric, u"cd"}, {u"hex0x", Kind::Hexadecimal0x, u""}, {u"hex", Kind::Hexadecimal, u""},
    {u"sci", Kind::Scientific, u""}, {u"locale", Kind::Localised, u""}, {u"pixel", Kind::Fixed, u"px"},
    {u"accMS2", Kind::Fixed, u"m/sec²"}, {u"accFS2", Kind::Fixed, u"f/sec²"}, {u"accG", Kind::Fixed, u"g"},
    {u"degree", Kind::Fixed, u"°"}, {u"radian", Kind::Fixed, u"rad"}, {u"grad", Kind::Fixed, u"grad"},
    {u"arcmin", Kind::Fixed, u"arcmin"}, {u"arcsec", Kind::Fixed, u"arcsec"},
    {u"areaM2", Kind::Fixed, u"m²"}, {u"areaF2", Kind::Fixed, u"ft²"}, {u"areaMI2", Kind::Fixed, u"mi²"}, {u"acres", Kind::Fixed, u"ac"},
    {u"hectares", Kind::Fixed, u"ha"},
    {u"flops", Kind::Metric, u"FLOPS"}, {u"mflops", Kind::Metric, u"FLOPS", 2}, {u"gflops", Kind::Metric, u"FLOPS", 3},
    {u"tflops", Kind::Metric, u"FLOPS", 4}, {u"pflops", Kind::Metric, u"FLOPS", 5}, {u"eflops", Kind::Metric, u"FLOPS", 6},
    {u"zflops", Kind::Metric, u"FLOPS", 7}, {u"yflops", Kind::Metric, u"FLOPS", 8},
    {u"ppm", Kind::Fixed, u"ppm"}, {u"conppb", Kind::Fixed, u"ppb"}, {u"conngm3", Kind::Fixed, u"ng/m³"},
    {u"conngNm3", Kind::Fixed, u"ng/Nm³"}, {u"conμgm3", Kind::Fixed, u"μg/m³"}, {u"conμgNm3", Kind::Fixed, u"μg/Nm³"},
    {u"conmgm3", Kind::Fixed, u"mg/m³"}, {u"conmgNm3", Kind::Fixed, u"mg/Nm³"}, {u"congm3", Kind::Fixed, u"g/m³"},
    {u"congNm3", Kind::Fixed, u"g/Nm³"}, {u"conmgdL", Kind::Fixed, u"mg/dL"}, {u"conmmolL", Kind::Fixed, u"mmol/L"},
    {u"currencyUSD", Kind::Currency, u"$"}, {u"currencyGBP", Kind::Currency, u"£"}, {u"currencyEUR", Kind::Currency, u"€"},
    {u"currencyJPY", Kind::Currency, u"¥"}, {u"currencyRUB", Kind::Currency, u"₽"}, {u"currencyUAH", Kind::Currency, u"₴"},
    {u"currencyBRL", Kind::Currency, u"R$"}, {u"currencyDKK", Kind::CurrencyAfter, u"kr"}, {u"currencyISK", Kind::CurrencyAfter, u"kr"},
    {u"currencyNOK", Kind::CurrencyAfter, u"kr"}, {u"currencySEK", Kind::CurrencyAfter, u"kr"}, {u"currencyCZK", Kind::Currency, u"czk"},
    {u"currencyCHF", Kind::Currency, u"CHF"}, {u"currencyPLN", Kind::Currency, u"PLN"}, {u"currencyBTC", Kind::Currency, u"฿"},
    {u"currencymBTC", Kind::Currency, u"mBTC"}, {u"currencyμBTC", Kind::Currency, u"μBTC"}, {u"currencyZAR", Kind::Currency, u"R"},
    {u"currencyINR", Kind::Currency, u"₹"}, {u"currencyKRW", Kind::Currency, u"₩"}, {u"currencyIDR", Kind::Currency, u"Rp"},
    {u"currencyPHP", Kind::Currency, u"PHP"}, {u"currencyVND", Kind::CurrencyAfter, u"đ"}, {u"currencyTRY", Kind::CurrencyAfter, u"₺"},
    {u"currencyMYR", Kind::Currency, u"RM"}, {u"currencyXPF", Kind::Currency, u"XPF"}, {u"currencyBGN", Kind::Currency, u"BGN"},
    {u"currencyPYG", Kind::Currency, u"₲"}, {u"currencyUYU", Kind::Currency, u"UYU"}, {u"currencyILS", Kind::Currency, u"₪"},
    {u"bytes", Kind::Binary, u"B"}, {u"decbytes", Kind::Metric, u"B"}, {u"bits", Kind::Binary, u"b"}, {u"decbits", Kind::Metric, u"b"},
    {u"kbytes", Kind::Binary, u"B", 1}, {u"deckbytes", Kind::Metric, u"B", 1}, {u"mbytes", Kind::Binary, u"B", 2},
    {u"decmbytes", Kind::Metric, u"B", 2}, {u"gbytes", Kind::Binary, u"B", 3}, {u"decgbytes", Kind::Metric, u"B", 3},
    {u"tbytes", Kind::Binary, u"B", 4}, {u"dectbytes", Kind::Metric, u"B", 4}, {u"pbytes", Kind::Binary, u"B", 5},
    {u"decpbytes", Kind::Metric, u"B", 5},
    {u"pps", Kind::Metric, u"p/s"}, {u"binBps", Kind::Binary, u"B/s"}, {u"Bps", Kind::Metric, u"B/s"}, {u"binbps", Kind::Binary, u"b/s"},
    {u"bps", Kind::Metric, u"b/s"}, {u"KiBs", Kind::Binary, u"B/s", 1}, {u"Kibits", Kind::Binary, u"b/s", 1},
    {u"KBs", Kind::Metric, u"B/s", 1}, {u"Kbits", Kind::Metric, u"b/s", 1}, {u"MiBs", Kind::Binary, u"B/s", 2},
    {u"Mibits", Kind::Binary, u"b/s", 2}, {u"MBs", Kind::Metric, u"B/s", 2}, {u"Mbits", Kind::Metric, u"b/s", 2},
    {u"GiBs", Kind::Binary, u"B/s", 3}, {u"Gibits", Kind::Binary, u"b/s", 3}, {u"GBs", Kind::Metric, u"B/s", 3},
    {u"Gbits", Kind::Metric, u"b/s", 3}, {u"TiBs", Kind::Binary, u"B/s", 4}, {u"Tibits", Kind::Binary, u"b/s", 4},
    {u"TBs", Kind::Metric, u"B/s", 4}, {u"Tbits", Kind::Metric, u"b/s", 4}, {u"PiBs", Kind::Binary, u"B/s", 5},
    {u"Pibits", Kind::Binary, u"b/s", 5}, {u"PBs", Kind::Metric, u"B/s", 5}, {u"Pbits", Kind::Metric, u"b/s", 5},
    {u"dateTimeAsIso", Kind::Date, u"YYYY-MM-DD HH:mm:ss"},
    {u"dateTimeAsIsoNoDateIfToday", Kind::DateOrTime, u"YYYY-MM-DD HH:mm:ss\nHH:mm:ss"},
    {u"dateTimeAsUS", Kind::Date, u"MM/DD/YYYY h:mm:ss a"},
    {u"dateTimeAsUSNoDateIfToday", Kind::DateOrTime, u"MM/DD/YYYY h:mm:ss a\nh:mm:ss a"},
    {u"dateTimeAsLocal", Kind::Date, u"MM/DD/YYYY, hh:mm:ss A"},
    {u"dateTimeAsLocalNoDateIfToday", Kind::DateOrTime, u"MM/DD/YYYY, hh:mm:ss A\nhh:mm:ss A"},
    {u"dateTimeAsSystem", Kind::Date, u"YYYY-MM-DD HH:mm:ss"}, {u"dateTimeFromNow", Kind::FromNow, u""},
    {u"watt", Kind::Metric, u"W"}, {u"kwatt", Kind::Metric, u"W", 1}, {u"megwatt", Kind::Metric, u"W", 2},
    {u"gwatt", Kind::Metric, u"W", 3}, {u"mwatt", Kind::Metric, u"W", -1}, {u"Wm2", Kind::Metric, u"W/m²"},
    {u"voltamp", Kind::Metric, u"VA"}, {u"kvoltamp", Kind::Metric, u"VA", 1}, {u"voltampreact", Kind::Metric, u"VAr"},
    {u"kvoltampreact", Kind::Metric, u"VAr", 1}, {u"watth", Kind::Metric, u"Wh"}, {u"watthperkg", Kind::Metric, u"Wh/kg"},
    {u"kwatth", Kind::Metric, u"Wh", 1}, {u"kwattm", Kind::Metric, u"W-Min", 1}, {u"mwatth", Kind::Metric, u"Wh", 2},
    {u"amph", Kind::Metric, u"Ah"}, {u"kamph", Kind::Metric, u"Ah", 1}, {u"mamph", Kind::Metric, u"Ah", -1},
    {u"joule", Kind::Metric, u"J"}, {u"ev", Kind::Metric, u"eV"}, {u"amp", Kind::Metric, u"A"}, {u"kamp", Kind::Metric, u"A", 1},
    {u"mamp", Kind::Metric, u"A", -1}, {u"volt", Kind::Metric, u"V"}, {u"kvolt", Kind::Metric, u"V", 1},
    {u"mvolt", Kind::Metric, u"V", -1}, {u"dBm", Kind::Fixed, u"dbm"}, {u"mohm", Kind::Metric, u"Ω", -1}, {u"ohm", Kind::Metric, u"Ω"},
    {u"kohm", Kind::Metric, u"Ω", 1}, {u"Mohm", Kind::Metric, u"Ω", 2}, {u"farad", Kind::Metric, u"F"},
    {u"µfarad", Kind::Metric, u"F", -2}, {u"nfarad", Kind::Metric, u"F", -3}, {u"pfarad", Kind::Metric, u"F", -4},
    {u"ffarad", Kind::Metric, u"F", -5}, {u"henry", Kind::Metric, u"H"}, {u"mhenry", Kind::Metric, u"H", -1},
    {u"µhenry", Kind::Metric, u"H", -2}, {u"lumens", Kind::Metric, u"Lm"},
    {u"flowgpm", Kind::Fixed, u"gpm"}, {u"flowcms", Kind::Fixed, u"cms"}, {u"flowcfs", Kind::Fixed, u"cfs"},
    {u"flowcfm", Kind::Fixed, u"cfm"}, {u"litreh", Kind::Fixed, u"L/h"}, {u"flowlpm", Kind::Fixed, u"L/min"},
    {u"flowmlpm", Kind::Fixed, u"mL/min"}, {u"lux", Kind::Fixed, u"lux"},
    {u"forceNm", Kind::Metric, u"Nm"}, {u"forcekNm", Kind::Metric, u"Nm", 1}, {u"forceN", Kind::Metric, u"N"},
    {u"forcekN", Kind::Metric, u"N", 1},
    {u"Hs", Kind::Metric, u"H/s"}, {u"KHs", Kind::Metric, u"H/s", 1}, {u"MHs", Kind::Metric, u"H/s", 2},
    {u"GHs", Kind::Metric, u"H/s", 3}, {u"THs", Kind::Metric, u"H/s", 4}, {u"PHs", Kind::Metric, u"H/s", 5},
    {u"EHs", Kind::Metric, u"H/s", 6},
    {u"massmg", Kind::Metric, u"g", -1}, {u"massg", Kind::Metric, u"g"}, {u"masslb", Kind::Fixed, u"lb"},
    {u"masskg", Kind::Metric, u"g", 1}, {u"masst", Kind::Fixed, u"t"},
    {u"lengthmm", Kind::Metric, u"m", -1}, {u"lengthcm", Kind::Fixed, u"cm"}, {u"lengthin", Kind::Fixed, u"in"},
    {u"lengthft", Kind::Fixed, u"ft"}, {u"lengthm", Kind::Metric, u"m"}, {u"lengthkm", Kind::Metric, u"m", 1},
    {u"lengthmi", Kind::Fixed, u"mi"},
    {u"pressurembar", Kind::Metric, u"bar", -1}, {u"pressurebar", Kind::Metric, u"bar"}, {u"pressurekbar", Kind::Metric, u"bar", 1},
    {u"pressurepa", Kind::Metric, u"Pa"}, {u"pressurehpa", Kind::Fixed, u"hPa"}, {u"pressurekpa", Kind::Fixed, u"kPa"},
    {u"pressurehg", Kind::Fixed, u"\"Hg"}, {u"pressurepsi", Kind::Pressure, u""},
    {u"radbq", Kind::Metric, u"Bq"}, {u"radci", Kind::Metric, u"Ci"}, {u"radgy", Kind::Metric, u"Gy"}, {u"radrad", Kind::Metric, u"rad"},
    {u"radsv", Kind::Metric, u"Sv"}, {u"radmsv", Kind::Metric, u"Sv", -1}, {u"radusv", Kind::Metric, u"Sv", -2},
    {u"radrem", Kind::Metric, u"rem"}, {u"radexpckg", Kind::Metric, u"C/kg"}, {u"radr", Kind::Metric, u"R"},
    {u"radsvh", Kind::Metric, u"Sv/h"}, {u"radmsvh", Kind::Metric, u"Sv/h", -1}, {u"radusvh", Kind::Metric, u"Sv/h", -2},
    {u"rotrpm", Kind::Fixed, u"rpm"}, {u"rothz", Kind::Metric, u"Hz"}, {u"rotkhz", Kind::Metric, u"Hz", 1},
    {u"rotmhz", Kind::Metric, u"Hz", 2}, {u"rotghz", Kind::Metric, u"Hz", 3}, {u"rotrads", Kind::Fixed, u"rad/s"},
    {u"rotdegs", Kind::Fixed, u"°/s"},
    {u"celsius", Kind::Fixed, u"°C"}, {u"fahrenheit", Kind::Fixed, u"°F"}, {u"farenheit", Kind::Fixed, u"°F"},
    {u"kelvin", Kind::Fixed, u"K"},
    {u"hertz", Kind::Metric, u"Hz"}, {u"ns", Kind::Nanoseconds, u""}, {u"µs", Kind::Microseconds, u""}, {u"ms", Kind::Milliseconds, u""},
    {u"s", Kind::Seconds, u""}, {u"m", Kind::Minutes, u""}, {u"h", Kind::Hours, u""}, {u"d", Kind::Days, u""},
    {u"dtdurationms", Kind::MillisecondSpan, u""}, {u"dtdurations", Kind::SecondSpan, u""}, {u"dthms", Kind::HoursMinutesSeconds, u""},
    {u"dtdhms", Kind::DaysHoursMinutesSeconds, u""}, {u"timeticks", Kind::TimeTicks, u""}, {u"clockms", Kind::MillisecondClock, u""},
    {u"clocks", Kind::SecondClock, u""},
    {u"cps", Kind::Count, u"c/s"}, {u"ops", Kind::Count, u"ops/s"}, {u"reqps", Kind::Count, u"req/s"}, {u"rps", Kind::Count, u"rd/s"},
    {u"wps", Kind::Count, u"wr/s"}, {u"iops", Kind::Count, u"io/s"}, {u"eps", Kind::Count, u"evt/s"}, {u"mps", Kind::Count, u"msg/s"},
    {u"recps", Kind::Count, u"rec/s"}, {u"rowsps", Kind::Count, u"rows/s"}, {u"cpm", Kind::Count, u"c/m"},
    {u"opm", Kind::Count, u"ops/m"}, {u"reqpm", Kind::Count, u"req/m"}, {u"rpm", Kind::Count, u"rd/m"}, {u"wpm", Kind::Count, u"wr/m"},
    {u"epm", Kind::Count, u"evts/m"}, {u"mpm", Kind::Count, u"msgs/m"}, {u"recpm", Kind::Count, u"rec/m"},
    {u"rowspm", Kind::Count, u"rows/m"},
    {u"velocityms", Kind::Fixed, u"m/s"}, {u"velocitykmh", Kind::Fixed, u"km/h"}, {u"velocitymph", Kind::Fixed, u"mph"},
    {u"velocityknot", Kind::Fixed, u"kn"},
    {u"mlitre", Kind::Metric, u"L", -1}, {u"litre", Kind::Metric, u"L"}, {u"m3", Kind::Fixed, u"m³"}, {u"Nm3", Kind::Fixed, u"Nm³"},
    {u"dm3", Kind::Fixed, u"dm³"}, {u"gallons", Kind::Fixed, u"gal"},
    {u"bool", Kind::Boolean, u"True/False"}, {u"bool_yes_no", Kind::Boolean, u"Yes/No"}, {u"bool_on_off", Kind::Boolean, u"On/Off"},
};

/// "mF" is the symbol F that comes in thousandths.
UnitRule metricRule(const QString &text)
{
    const QString first = text.left(1) == QChar(0x03BC) ? QString(QChar(0x00B5)) : text.left(1);
    for (size_t at = 0; at < UnitScaling::metricPrefixes.size(); ++at)
        if (!first.isEmpty() && first == QStringView(UnitScaling::metricPrefixes[at]))
            return {Kind::Metric, text.mid(1), int(at) - UnitScaling::metricBase};
    return {Kind::Metric, text, 0};
}

UnitRule currencyRule(const QString &text)
{
    const QStringList parts = text.split(u':');
    if (parts.front() != u"financial" || parts.size() < 2)
        return {Kind::Currency, text, 0};
    if (parts.at(1).isEmpty())
        return {Kind::Fixed, {}, 0};
    return {parts.value(2) == u"suffix" ? Kind::FinancialAfter : Kind::Financial, parts.at(1), 0};
}

UnitRule customRule(const QString &id)
{
    const qsizetype colon = id.indexOf(u':');
    const QStringView key = QStringView(id).left(std::max<qsizetype>(colon, 0));
    const QString rest = id.mid(colon + 1);
    if (key == u"prefix")
        return {Kind::Before, rest, 0};
    if (key == u"suffix")
        return {Kind::Fixed, rest, 0};
    if (key == u"time")
        return {Kind::Date, rest, 0};
    if (key == u"si")
        return metricRule(rest);
    if (key == u"count")
        return {Kind::Count, rest, 0};
    if (key == u"currency")
        return currencyRule(rest);
    if (key == u"bool")
        return {Kind::Boolean, rest.contains(u'/') ? rest : rest + QStringLiteral("/-"), 0};
    if (key == u"own")
        return {Kind::Own, rest, 0};
    return {Kind::Fixed, id, 0};
}

} // namespace

UnitRule unitRule(const QString &id)
{
    static const QHash<QString, UnitRule> table = [] {
        QHash<QString, UnitRule> made;
        for (const Entry &entry : entries)
            made.insert(QString::fromUtf16(entry.id), {entry.kind, QString::fromUtf16(entry.symbol), entry.offset});
        return made;
    }();
    if (id.isEmpty())
        return {Kind::Own, {}, 0};
    const auto found = table.constFind(id);
    return found == table.cend() ? customRule(id) : *found;
}

QStringList unitIds()
{
    QStringList ids;
    for (const Entry &entry : entries)
        ids.append(QString::fromUtf16(entry.id));
    return ids;
}

} // namespace Watchfloor
