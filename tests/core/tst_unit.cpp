#include "models/core/unit.h"
#include "models/core/unitrule.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <limits>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 epoch = 1'795'230'764'000; // 2026-11-21 03:12:44 UTC, a Saturday

/// Without decimals.
constexpr int automatic = -1;

UnitContext fixedContext()
{
    return {QLocale::c(), QTimeZone::utc(), WallTime(std::chrono::milliseconds(epoch))};
}

QString shown(double value, const QString &unit, int decimals)
{
    return quantity(value, Unit{unit}, decimals < 0 ? std::nullopt : std::optional(decimals), fixedContext()).text();
}

} // namespace

class TestUnit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void scales_data();
    void scales();
    void chooses_data();
    void chooses();
    void times_data();
    void times();
    void dates_data();
    void dates();
    void customIds_data();
    void customIds();
    void extremes_data();
    void extremes();
    void nulls_data();
    void nulls();
    void everyIdIsWritten();
    void negativeDecimalsAreNone();
    void partsMakeTheText_data();
    void partsMakeTheText();
    void ownStyle_data();
    void ownStyle();
    void aLocaleHasItsSigns();
    void knowsWhatTakesDecimals();
};

void TestUnit::scales_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("short below a thousand") << 999.0 << u"short"_s << automatic << u"999"_s;
    QTest::newRow("short thousands") << 12'345.0 << u"short"_s << 1 << u"12.3 K"_s;
    QTest::newRow("short millions") << 1.5e6 << u"short"_s << automatic << u"1.50 Mil"_s;
    QTest::newRow("short billions") << 2.5e9 << u"short"_s << 0 << u"3 Bil"_s;
    QTest::newRow("short has an end") << 1e27 << u"short"_s << automatic << u"1000 Sept"_s;
    QTest::newRow("short never shrinks") << 0.005 << u"short"_s << automatic << u"0.00500"_s;
    QTest::newRow("short, negative") << -54'321.0 << u"short"_s << automatic << u"-54.3 K"_s;
    QTest::newRow("short rounds within its step") << 999'999.0 << u"short"_s << automatic << u"1000 K"_s;
    QTest::newRow("SI short") << 54'321.0 << u"sishort"_s << 1 << u"54.3 k"_s;
    QTest::newRow("SI short keeps its space") << 5.0 << u"sishort"_s << automatic << u"5 "_s;
    QTest::newRow("bytes") << 3.0 * 1024 * 1024 << u"bytes"_s << automatic << u"3 MiB"_s;
    QTest::newRow("bytes at the border") << 1024.0 << u"bytes"_s << automatic << u"1 KiB"_s;
    QTest::newRow("bytes below the border") << 1023.0 << u"bytes"_s << automatic << u"1023 B"_s;
    QTest::newRow("decimal bytes") << 12'400.0 << u"decbytes"_s << automatic << u"12.4 kB"_s;
    QTest::newRow("kibibytes scale up") << 1'500'000.0 << u"kbytes"_s << 2 << u"1.43 GiB"_s;
    QTest::newRow("kilobytes scale up") << 1'500'000.0 << u"deckbytes"_s << 2 << u"1.50 GB"_s;
    QTest::newRow("kilobytes scale down") << 0.5 << u"deckbytes"_s << automatic << u"500 B"_s;
    QTest::newRow("kibibytes scale down") << 0.25 << u"kbytes"_s << automatic << u"256 B"_s;
    QTest::newRow("bits") << 2048.0 << u"bits"_s << automatic << u"2 Kib"_s;
    QTest::newRow("bytes a second") << 12'400.0 << u"Bps"_s << automatic << u"12.4 kB/s"_s;
    QTest::newRow("binary bytes a second") << 2048.0 << u"binBps"_s << automatic << u"2 KiB/s"_s;
    QTest::newRow("bits a second") << 1e9 << u"bps"_s << automatic << u"1 Gb/s"_s;
    QTest::newRow("packets") << 1500.0 << u"pps"_s << automatic << u"1.50 kp/s"_s;
    QTest::newRow("requests") << 12'400.0 << u"reqps"_s << automatic << u"12.4K req/s"_s;
    QTest::newRow("few requests") << 1.24 << u"reqps"_s << automatic << u"1.24 req/s"_s;
    QTest::newRow("a minute") << 3e6 << u"opm"_s << automatic << u"3M ops/m"_s;
    QTest::newRow("watts in kilowatts") << 1500.0 << u"kwatt"_s << 1 << u"1.5 MW"_s;
    QTest::newRow("milliamperes") << 20.0 << u"mamp"_s << automatic << u"20 mA"_s;
    QTest::newRow("microfarad to millifarad") << 2500.0 << u"\u00B5farad"_s << 1 << u"2.5 mF"_s;
    QTest::newRow("pounds a square inch") << 2500.0 << u"pressurepsi"_s << 1 << u"2.5ksi"_s;
    QTest::newRow("hertz") << 2.4e9 << u"hertz"_s << 1 << u"2.4 GHz"_s;
    QTest::newRow("grams from kilograms") << 0.25 << u"masskg"_s << automatic << u"250 g"_s;
    QTest::newRow("dollars") << 1234.5 << u"currencyUSD"_s << 2 << u"$1.23K"_s;
    QTest::newRow("dollars owed") << -1234.5 << u"currencyUSD"_s << 2 << u"-$1.23K"_s;
    QTest::newRow("kroner stand behind") << 1234.5 << u"currencyNOK"_s << 2 << u"1.23Kkr"_s;
    QTest::newRow("kroner owed") << -5.0 << u"currencyDKK"_s << automatic << u"-5kr"_s;
}

void TestUnit::scales()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(int, decimals);
    QTEST(shown(value, unit, decimals), "text");
}

void TestUnit::chooses_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole numbers have none") << 100.0 << u"none"_s << automatic << u"100"_s;
    QTest::newRow("hundreds have none") << 100.5 << u"none"_s << automatic << u"101"_s;
    QTest::newRow("tens have one") << 12.345 << u"none"_s << automatic << u"12.3"_s;
    QTest::newRow("ones have two") << 1.2345 << u"none"_s << automatic << u"1.23"_s;
    QTest::newRow("tenths have three") << 0.12345 << u"none"_s << automatic << u"0.123"_s;
    QTest::newRow("thousandths have five") << 0.0012345 << u"none"_s << automatic << u"0.00123"_s;
    QTest::newRow("zeros are kept") << 1.5 << u"none"_s << automatic << u"1.50"_s;
    QTest::newRow("given ones are filled") << 100.0 << u"none"_s << 1 << u"100.0"_s;
    QTest::newRow("halves go up") << 2.5 << u"none"_s << 0 << u"3"_s;
    QTest::newRow("halves go up below zero") << -2.5 << u"none"_s << 0 << u"-2"_s;
    QTest::newRow("rounding sees the binary value") << 1.005 << u"none"_s << 2 << u"1.00"_s;
    QTest::newRow("minus nothing") << -0.0 << u"none"_s << 2 << u"0.00"_s;
    QTest::newRow("nearly nothing has no sign") << -0.001 << u"none"_s << 2 << u"0.00"_s;
    QTest::newRow("per cent") << 80.25 << u"percent"_s << automatic << u"80.3%"_s;
    QTest::newRow("ratio") << 0.0471 << u"percentunit"_s << automatic << u"4.71%"_s;
    QTest::newRow("ratio, given") << 0.0471 << u"percentunit"_s << 0 << u"5%"_s;
    QTest::newRow("humidity") << 45.5 << u"humidity"_s << 1 << u"45.5 %H"_s;
    QTest::newRow("celsius") << 21.456 << u"celsius"_s << automatic << u"21.5 \u00B0C"_s;
    QTest::newRow("an old spelling") << 70.0 << u"farenheit"_s << automatic << u"70 \u00B0F"_s;
    QTest::newRow("degree") << 90.0 << u"degree"_s << automatic << u"90 \u00B0"_s;
    QTest::newRow("string") << 1e21 << u"string"_s << 2 << u"1e+21"_s;
    QTest::newRow("hexadecimal") << 255.0 << u"hex"_s << automatic << u"FF"_s;
    QTest::newRow("hexadecimal with a fraction") << 255.5 << u"hex"_s << 1 << u"FF.8"_s;
    QTest::newRow("hexadecimal tenth") << 0.1 << u"hex"_s << 1 << u"0.1999999999999A"_s;
    QTest::newRow("hexadecimal, marked") << -26.0 << u"hex0x"_s << automatic << u"-0x1A"_s;
    QTest::newRow("scientific") << 123'456.0 << u"sci"_s << 2 << u"1.23e+5"_s;
    QTest::newRow("scientific as it is") << 0.00025 << u"sci"_s << automatic << u"2.5e-4"_s;
    QTest::newRow("scientific halves go up") << 2.5 << u"sci"_s << 0 << u"3e+0"_s;
    QTest::newRow("locale groups") << 1'234'567.891 << u"locale"_s << automatic << u"1,234,567.891"_s;
    QTest::newRow("locale rounds what is written") << 1.005 << u"locale"_s << 2 << u"1.01"_s;
    QTest::newRow("locale carries") << 999.9996 << u"locale"_s << automatic << u"1,000"_s;
    QTest::newRow("true") << 1.0 << u"bool"_s << automatic << u"True"_s;
    QTest::newRow("false") << 0.0 << u"bool"_s << automatic << u"False"_s;
    QTest::newRow("on") << -1.0 << u"bool_on_off"_s << automatic << u"On"_s;
}

void TestUnit::chooses()
{
    scales();
}

void TestUnit::times_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("no seconds") << 0.0 << u"s"_s << 3 << u"0 s"_s;
    QTest::newRow("nanoseconds of seconds") << 2.5e-8 << u"s"_s << automatic << u"25 ns"_s;
    QTest::newRow("microseconds of seconds") << 0.00025 << u"s"_s << automatic << u"250 \u00B5s"_s;
    QTest::newRow("milliseconds of seconds") << 0.612 << u"s"_s << automatic << u"612 ms"_s;
    QTest::newRow("seconds") << 59.0 << u"s"_s << 1 << u"59.0 s"_s;
    QTest::newRow("one minute") << 60.0 << u"s"_s << automatic << u"1 min"_s;
    QTest::newRow("more than a minute") << 90.0 << u"s"_s << 1 << u"1.5 mins"_s;
    QTest::newRow("an hour") << 3600.0 << u"s"_s << automatic << u"1 hour"_s;
    QTest::newRow("two days") << 172'800.0 << u"s"_s << automatic << u"2 days"_s;
    QTest::newRow("weeks") << 1'209'600.0 << u"s"_s << automatic << u"2 weeks"_s;
    QTest::newRow("a year of the sun") << 31'556'900.0 << u"s"_s << automatic << u"1 year"_s;
    QTest::newRow("seconds ago") << -90.0 << u"s"_s << 1 << u"-1.5 mins"_s;
    QTest::newRow("milliseconds") << 1'300.0 << u"ms"_s << automatic << u"1.30 s"_s;
    QTest::newRow("milliseconds do not shrink") << 0.0024 << u"ms"_s << 4 << u"0.0024 ms"_s;
    QTest::newRow("hours of milliseconds") << 1e7 << u"ms"_s << 1 << u"2.8 hours"_s;
    QTest::newRow("years of milliseconds") << 31'536'000'000.0 * 2 << u"ms"_s << automatic << u"2 years"_s;
    QTest::newRow("microseconds") << 2'500.0 << u"\u00B5s"_s << 1 << u"2.5 ms"_s;
    QTest::newRow("microseconds stop at seconds") << 9e7 << u"\u00B5s"_s << automatic << u"90 s"_s;
    QTest::newRow("nanoseconds") << 1.2e11 << u"ns"_s << automatic << u"2 mins"_s;
    QTest::newRow("minutes") << 59.0 << u"m"_s << automatic << u"59 min"_s;
    QTest::newRow("hours of minutes") << 150.0 << u"m"_s << 1 << u"2.5 hours"_s;
    QTest::newRow("hours") << 12.0 << u"h"_s << automatic << u"12 hour"_s;
    QTest::newRow("days of hours") << 48.0 << u"h"_s << automatic << u"2 days"_s;
    QTest::newRow("days") << 3.0 << u"d"_s << automatic << u"3 days"_s;
    QTest::newRow("half a day") << 0.5 << u"d"_s << 1 << u"0.5 day"_s;
    QTest::newRow("years of days") << 730.0 << u"d"_s << automatic << u"2 years"_s;
    QTest::newRow("ticks") << 250.0 << u"timeticks"_s << 1 << u"2.5 s"_s;
    QTest::newRow("span, the largest") << 3'725.0 << u"dtdurations"_s << automatic << u"1 hour"_s;
    QTest::newRow("span, two") << 3'725.0 << u"dtdurations"_s << 1 << u"1 hour, 2 minutes"_s;
    QTest::newRow("span, with nothing between") << 7'205.0 << u"dtdurations"_s << 2 << u"2 hours, 0 minutes, 5 seconds"_s;
    QTest::newRow("span, past") << -60.0 << u"dtdurations"_s << automatic << u"1 minute ago"_s;
    QTest::newRow("span, none") << 0.0 << u"dtdurationms"_s << automatic << u"0 milliseconds"_s;
    QTest::newRow("span of milliseconds") << 1'500.0 << u"dtdurationms"_s << 1 << u"1 second, 500 milliseconds"_s;
    QTest::newRow("hh:mm:ss") << 100'000.0 << u"dthms"_s << automatic << u"27:46:40"_s;
    QTest::newRow("hh:mm:ss ago") << -61.0 << u"dthms"_s << automatic << u"00:01:01 ago"_s;
    QTest::newRow("d hh:mm:ss") << 100'000.0 << u"dtdhms"_s << automatic << u"1 d 03:46:40"_s;
    QTest::newRow("d hh:mm:ss within a day") << 61.0 << u"dtdhms"_s << automatic << u"00:01:01"_s;
    QTest::newRow("clock below a second") << 250.0 << u"clockms"_s << automatic << u"250ms"_s;
    QTest::newRow("clock of seconds") << 5.5 << u"clocks"_s << automatic << u"05s:500ms"_s;
    QTest::newRow("clock, seconds only") << 5.5 << u"clocks"_s << 0 << u"05s"_s;
    QTest::newRow("clock of minutes") << 65.0 << u"clocks"_s << 1 << u"01m:05s"_s;
    QTest::newRow("clock of hours") << 3'661.0 << u"clocks"_s << automatic << u"1h:01m:01s:000ms"_s;
    QTest::newRow("clock, hours only") << 90'000.0 << u"clocks"_s << 0 << u"25h"_s;
    QTest::newRow("clock, hours and minutes") << 90'061.0 << u"clocks"_s << 1 << u"25h:01m"_s;
}

void TestUnit::times()
{
    scales();
}

void TestUnit::dates_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    const double now = double(epoch);
    const double yesterday = now - 86'400'000;
    QTest::newRow("ISO") << now << u"dateTimeAsIso"_s << u"2026-11-21 03:12:44"_s;
    QTest::newRow("ISO of today") << now << u"dateTimeAsIsoNoDateIfToday"_s << u"03:12:44"_s;
    QTest::newRow("ISO of yesterday") << yesterday << u"dateTimeAsIsoNoDateIfToday"_s << u"2026-11-20 03:12:44"_s;
    QTest::newRow("US") << now + 43'200'000 << u"dateTimeAsUS"_s << u"11/21/2026 3:12:44 pm"_s;
    QTest::newRow("US of today") << now << u"dateTimeAsUSNoDateIfToday"_s << u"3:12:44 am"_s;
    QTest::newRow("local") << now << u"dateTimeAsLocal"_s << u"11/21/2026, 03:12:44 AM"_s;
    QTest::newRow("system") << now << u"dateTimeAsSystem"_s << u"2026-11-21 03:12:44"_s;
    QTest::newRow("fractions are cut") << now + 0.9 << u"time:SSS"_s << u"000"_s;
    QTest::newRow("no such date") << notANumber << u"dateTimeAsIso"_s << u"Invalid date"_s;
    QTest::newRow("beyond all dates") << 1e17 << u"dateTimeAsIso"_s << u"Invalid date"_s;
    QTest::newRow("just now") << now << u"dateTimeFromNow"_s << u"a few seconds ago"_s;
    QTest::newRow("44 s ago") << now - 44'000 << u"dateTimeFromNow"_s << u"a few seconds ago"_s;
    QTest::newRow("45 s ago") << now - 45'000 << u"dateTimeFromNow"_s << u"a minute ago"_s;
    QTest::newRow("in 5 min") << now + 300'000 << u"dateTimeFromNow"_s << u"in 5 minutes"_s;
    QTest::newRow("an hour ago") << now - 45.0 * 60'000 << u"dateTimeFromNow"_s << u"an hour ago"_s;
    QTest::newRow("a day ago") << now - 22.0 * 3'600'000 << u"dateTimeFromNow"_s << u"a day ago"_s;
    QTest::newRow("days ago") << now - 25.0 * 86'400'000 << u"dateTimeFromNow"_s << u"25 days ago"_s;
    QTest::newRow("a month ago") << now - 26.0 * 86'400'000 << u"dateTimeFromNow"_s << u"a month ago"_s;
    QTest::newRow("months ago") << now - 100.0 * 86'400'000 << u"dateTimeFromNow"_s << u"3 months ago"_s;
    QTest::newRow("years ago") << now - 1'000.0 * 86'400'000 << u"dateTimeFromNow"_s << u"3 years ago"_s;
}

void TestUnit::dates()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QTEST(shown(value, unit, automatic), "text");
}

void TestUnit::customIds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("suffix") << 5.0 << u"suffix:apples"_s << automatic << u"5 apples"_s;
    QTest::newRow("prefix") << 5.0 << u"prefix:#"_s << automatic << u"#5"_s;
    QTest::newRow("empty suffix") << 5.0 << u"suffix:"_s << automatic << u"5"_s;
    QTest::newRow("unknown id is a suffix") << 5.0 << u"apples"_s << automatic << u"5 apples"_s;
    QTest::newRow("unknown key is a suffix") << 5.0 << u"fruit:apples"_s << automatic << u"5 fruit:apples"_s;
    QTest::newRow("time") << double(epoch) << u"time:dddd, MMMM Do YYYY"_s << automatic << u"Saturday, November 21st 2026"_s;
    QTest::newRow("si with a prefix") << 1'234.0 << u"si:mF"_s << 2 << u"1.23 F"_s;
    QTest::newRow("si, the other mu") << 1'234.0 << u"si:\u03BCF"_s << 2 << u"1.23 mF"_s;
    QTest::newRow("si without one") << 1'234.0 << u"si:B/s"_s << 2 << u"1.23 kB/s"_s;
    QTest::newRow("count") << 1'234.0 << u"count:cars"_s << 2 << u"1.23K cars"_s;
    QTest::newRow("currency") << 1'234.0 << u"currency:X"_s << 2 << u"X1.23K"_s;
    QTest::newRow("financial") << 1'234'567.0 << u"currency:financial:$"_s << 2 << u"$1,234,567.00"_s;
    QTest::newRow("financial behind") << 1'234.56 << u"currency:financial:\u20AC:suffix"_s << automatic << u"1,234.6\u20AC"_s;
    QTest::newRow("bool of words") << 1.0 << u"bool:up/down"_s << automatic << u"up"_s;
    QTest::newRow("bool of one word") << 0.0 << u"bool:up"_s << automatic << u"-"_s;
}

void TestUnit::customIds()
{
    scales();
}

void TestUnit::extremes_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    QTest::newRow("infinite") << inf << u"none"_s << 2 << u"\u221E"_s;
    QTest::newRow("minus infinite") << -inf << u"bytes"_s << automatic << u"-\u221E"_s;
    QTest::newRow("infinite with a suffix") << inf << u"celsius"_s << automatic << u"\u221E \u00B0C"_s;
    QTest::newRow("not a number") << notANumber << u"short"_s << automatic << u"NaN"_s;
    QTest::newRow("not a number has no decimals") << notANumber << u"none"_s << 2 << u"NaN"_s;
    QTest::newRow("not a number is false") << notANumber << u"bool"_s << automatic << u"False"_s;
    QTest::newRow("huge") << 1e22 << u"none"_s << 2 << u"1e+22"_s;
    QTest::newRow("largest written out") << 1e20 << u"none"_s << automatic << u"100000000000000000000"_s;
    QTest::newRow("tiny") << 1e-7 << u"none"_s << automatic << u"1e-7"_s;
    QTest::newRow("tiny, given") << 1e-7 << u"none"_s << 2 << u"0.00"_s;
    QTest::newRow("smallest") << 5e-324 << u"none"_s << automatic << u"5e-324"_s;
    QTest::newRow("largest") << 1.7976931348623157e308 << u"bytes"_s << automatic << u"1.4870169084777829e+284 YiB"_s;
}

void TestUnit::extremes()
{
    scales();
}

void TestUnit::nulls_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << u"none"_s << u""_s;
    QTest::newRow("seconds") << u"s"_s << u""_s;
    QTest::newRow("suffix") << u"suffix:x"_s << u""_s;
    QTest::newRow("our own") << u""_s << u""_s;
    QTest::newRow("string") << u"string"_s << u"null"_s;
    QTest::newRow("bool") << u"bool"_s << u"False"_s;
    QTest::newRow("hours") << u"dthms"_s << u"00:00:00"_s;
    QTest::newRow("ticks") << u"timeticks"_s << u"0 s"_s;
    QTest::newRow("clock") << u"clocks"_s << u"000ms"_s;
    QTest::newRow("date") << u"dateTimeAsIso"_s << u"Invalid date"_s;
}

void TestUnit::nulls()
{
    QFETCH(QString, unit);
    QTEST(quantity(std::nullopt, Unit{unit}, 2, fixedContext()).text(), "text");
}

void TestUnit::everyIdIsWritten()
{
    const QStringList ids = unitIds();
    QVERIFY(ids.size() >= 273);
    QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
    for (const QString &id : ids)
        for (const double value : {0.0, -1.5, 1234.5, 1e12, inf, -inf, notANumber})
            QVERIFY2(!shown(value, id, automatic).isEmpty(), qPrintable(id));
}

void TestUnit::negativeDecimalsAreNone()
{
    QCOMPARE(quantity(186.123, Unit{u"none"_s}, std::optional(-2), fixedContext()).text(), u"186"_s);
    QCOMPARE(quantity(1e300, Unit{u"sci"_s}, std::optional(-2), fixedContext()).text(), u"1e+300"_s);
}

void TestUnit::partsMakeTheText_data()
{
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("seconds") << u"s"_s << 0.612 << u"612"_s << u"ms"_s;
    QTest::newRow("thousands") << u"reqps"_s << 12'400.0 << u"12.4"_s << u"K req/s"_s;
    QTest::newRow("ratio") << u"percentunit"_s << 0.5 << u"50"_s << u"%"_s;
    QTest::newRow("currency") << u"currencyEUR"_s << -12.0 << u"-\u20AC12"_s << u""_s;
}

void TestUnit::partsMakeTheText()
{
    QFETCH(QString, unit);
    QFETCH(double, value);
    const Quantity parts = quantity(value, Unit{unit});
    QTEST(parts.figure(), "figure");
    QTEST(parts.suffix, "suffix");
}

void TestUnit::ownStyle_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("text");
    const QString narrow(QChar(0x202F));
    QTest::newRow("ratio") << 0.0471 << u"percentunit"_s << automatic << u"4.71"_s + narrow + u'%';
    QTest::newRow("ratio, given") << 0.0471 << u"percentunit"_s << 0 << u"5"_s + narrow + u'%';
    QTest::newRow("per cent") << 80.0 << u"percent"_s << automatic << u"80.0"_s + narrow + u'%';
    QTest::newRow("seconds") << 0.612 << u"s"_s << automatic << u"612"_s + narrow + u"ms"_s;
    QTest::newRow("milliseconds") << 1'300.0 << u"ms"_s << automatic << u"1.30"_s + narrow + u's';
    QTest::newRow("bytes") << -2048.0 << u"bytes"_s << automatic << u"-2.00"_s + narrow + u"KiB"_s;
    QTest::newRow("requests") << 12'400.0 << u"reqps"_s << automatic << u"12.4"_s + narrow + u"k/s"_s;
    QTest::newRow("count stays whole") << 1'204.0 << u""_s << automatic << u"1,204"_s;
    QTest::newRow("large count") << 1'500'000.0 << u"short"_s << automatic << u"1.50"_s + narrow + u'M';
    QTest::newRow("nothing") << 0.0 << u""_s << automatic << u"0"_s;
    QTest::newRow("minus nothing") << -0.0 << u"percentunit"_s << automatic << u"0.00"_s + narrow + u'%';
    QTest::newRow("infinite") << inf << u"bytes"_s << automatic << u"+Inf"_s;
    QTest::newRow("boolean") << 1.0 << u"bool"_s << automatic << u"true"_s;
    QTest::newRow("what has none stays") << 5.0 << u"celsius"_s << automatic << u"5 \u00B0C"_s;
}

void TestUnit::ownStyle()
{
    QFETCH(double, value);
    QFETCH(QString, unit);
    QFETCH(int, decimals);
    QTEST(quantity(value, ownUnit(unit), decimals).text(), "text");
}

void TestUnit::aLocaleHasItsSigns()
{
    const UnitContext german{QLocale(QLocale::German), QTimeZone::utc(), {}};
    QCOMPARE(quantity(1.5, Unit{u"s"_s}, 2, german).text(), u"1,50 s"_s);
    QCOMPARE(quantity(1'234'567.5, Unit{u"locale"_s}, 1, german).text(), u"1.234.567,5"_s);
    QCOMPARE(quantity(1.5, Unit{u"suffix:v1.0"_s}, 1, german).text(), u"1,5 v1.0"_s);
    QCOMPARE(quantity(double(epoch), Unit{u"time:DD.MM."_s}, {}, german).text(), u"21.11."_s);
}

void TestUnit::knowsWhatTakesDecimals()
{
    QVERIFY(takesDecimals(Unit{u"s"_s}));
    QVERIFY(takesDecimals(Unit{}));
    QVERIFY(!takesDecimals(Unit{u"dateTimeAsIso"_s}));
    QVERIFY(!takesDecimals(Unit{u"dtdurations"_s}));
    QVERIFY(isBinary(Unit{u"bytes"_s}));
    QVERIFY(isBinary(ownUnit(u"bytes"_s)));
    QVERIFY(!isBinary(Unit{u"decbytes"_s}));
}

WATCHFLOOR_TEST(TestUnit)
#include "tst_unit.moc"
