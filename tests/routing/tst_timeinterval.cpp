#include "models/routing/timeinterval.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

WallTime at(const QString &text)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch()));
}

NamedInterval intervalOf(const QString &entry)
{
    const YamlFile file = readYaml((u"{name: n, time_intervals: [%1]}"_s.arg(entry)).toUtf8(), {});
    YamlReader reader({});
    return readInterval(reader, file.documents.front());
}

} // namespace

/// Times as Alertmanager's documentation of `time_interval` has them.
class TestTimeInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreInOrOut_data();
    void timesAreInOrOut();
    void whatCannotBeReadIsLeftOut_data();
    void whatCannotBeReadIsLeftOut();
    void boundariesAreWhereItChanges();
};

void TestTimeInterval::timesAreInOrOut_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("time");
    QTest::addColumn<bool>("in");
    const QString nights = u"{times: [{start_time: '22:00', end_time: '24:00'}, {start_time: '00:00', end_time: '06:00'}]}"_s;
    QTest::newRow("the first minute") << nights << u"2026-11-21T22:00:00Z"_s << true;
    QTest::newRow("before it") << nights << u"2026-11-21T21:59:59Z"_s << false;
    QTest::newRow("to the end of the day") << nights << u"2026-11-21T23:59:59Z"_s << true;
    QTest::newRow("the last minute is out") << nights << u"2026-11-21T06:00:00Z"_s << false;
    QTest::newRow("nothing told: always") << u"{}"_s << u"2026-11-21T12:00:00Z"_s << true;
    QTest::newRow("an empty list: always") << u"{weekdays: []}"_s << u"2026-11-21T12:00:00Z"_s << true;
    QTest::newRow("Saturday in a range") << u"{weekdays: ['friday:saturday']}"_s << u"2026-11-21T12:00:00Z"_s << true;
    QTest::newRow("Sunday begins the week") << u"{weekdays: ['Sunday:Friday']}"_s << u"2026-11-22T12:00:00Z"_s << true;
    QTest::newRow("Saturday out of it") << u"{weekdays: ['sunday:friday']}"_s << u"2026-11-21T12:00:00Z"_s << false;
    QTest::newRow("the last day of February") << u"{days_of_month: ['-1']}"_s << u"2026-02-28T12:00:00Z"_s << true;
    QTest::newRow("not the last day of a leap year's") << u"{days_of_month: ['-1']}"_s << u"2028-02-28T12:00:00Z"_s << false;
    QTest::newRow("from the first to the last") << u"{days_of_month: ['1:-1']}"_s << u"2026-11-30T12:00:00Z"_s << true;
    QTest::newRow("the 31st of a short month") << u"{days_of_month: ['31']}"_s << u"2026-11-30T12:00:00Z"_s << false;
    QTest::newRow("a range over the end is cut") << u"{days_of_month: ['28:31']}"_s << u"2026-11-30T12:00:00Z"_s << true;
    QTest::newRow("the last week") << u"{days_of_month: ['-7:-1']}"_s << u"2026-11-24T12:00:00Z"_s << true;
    QTest::newRow("before the last week") << u"{days_of_month: ['-7:-1']}"_s << u"2026-11-23T12:00:00Z"_s << false;
    QTest::newRow("a month by name") << u"{months: ['november:december']}"_s << u"2026-11-21T12:00:00Z"_s << true;
    QTest::newRow("a month by number") << u"{months: ['1:10']}"_s << u"2026-11-21T12:00:00Z"_s << false;
    QTest::newRow("years") << u"{years: ['2025:2026']}"_s << u"2026-11-21T12:00:00Z"_s << true;
    QTest::newRow("a later year") << u"{years: ['2027']}"_s << u"2026-11-21T12:00:00Z"_s << false;
    QTest::newRow("all of them must hold") << u"{weekdays: [saturday], months: [december]}"_s << u"2026-11-21T12:00:00Z"_s << false;
    const QString office = u"{times: [{start_time: '09:00', end_time: '17:00'}], location: Europe/Berlin}"_s;
    QTest::newRow("its zone in winter") << office << u"2026-11-20T08:00:00Z"_s << true;
    QTest::newRow("its zone in summer") << office << u"2026-07-20T07:00:00Z"_s << true;
    QTest::newRow("before it in winter") << office << u"2026-11-20T07:59:00Z"_s << false;
    QTest::newRow("the zone's own day") << u"{weekdays: [saturday], location: Pacific/Auckland}"_s << u"2026-11-20T12:00:00Z"_s << true;
    QTest::newRow("years far away") << u"{years: ['2026:9999']}"_s << u"9999-12-31T23:59:59Z"_s << true;
}

void TestTimeInterval::timesAreInOrOut()
{
    QFETCH(const QString, entry);
    QFETCH(const QString, time);
    const NamedInterval interval = intervalOf(entry);
    QVERIFY(!interval.unread);
    QTEST(interval.contains(at(time)), "in");
}

void TestTimeInterval::whatCannotBeReadIsLeftOut_data()
{
    QTest::addColumn<QString>("entry");
    QTest::newRow("a time of 25 hours") << u"{times: [{start_time: '09:00', end_time: '25:00'}]}"_s;
    QTest::newRow("back in time") << u"{times: [{start_time: '17:00', end_time: '09:00'}]}"_s;
    QTest::newRow("60 minutes") << u"{times: [{start_time: '09:60', end_time: '17:00'}]}"_s;
    QTest::newRow("a day of no week") << u"{weekdays: [someday]}"_s;
    QTest::newRow("a week turned round") << u"{weekdays: ['friday:monday']}"_s;
    QTest::newRow("day 0") << u"{days_of_month: ['0']}"_s;
    QTest::newRow("from the end to the front") << u"{days_of_month: ['-5:5']}"_s;
    QTest::newRow("month 13") << u"{months: ['13']}"_s;
    QTest::newRow("three parts") << u"{years: ['2025:2026:2027']}"_s;
    QTest::newRow("nowhere") << u"{location: Atlantis/Harbour}"_s;
    QTest::newRow("a word of later versions") << u"{moon: full}"_s;
    QTest::newRow("a text") << u"always"_s;
}

void TestTimeInterval::whatCannotBeReadIsLeftOut()
{
    QFETCH(const QString, entry);
    const NamedInterval interval = intervalOf(entry);
    QVERIFY(interval.unread);
    QVERIFY(!interval.contains(at(u"2026-11-21T12:00:00Z"_s)));
}

void TestTimeInterval::boundariesAreWhereItChanges()
{
    const NamedInterval office = intervalOf(u"{times: [{start_time: '09:00', end_time: '17:00'}], location: Europe/Berlin}"_s);
    const auto times = boundaries({&office}, at(u"2026-10-24T12:00:00Z"_s), at(u"2026-10-25T12:00:00Z"_s));
    const std::vector<WallTime> expected{at(u"2026-10-24T15:00:00Z"_s), at(u"2026-10-24T22:00:00Z"_s), at(u"2026-10-25T01:00:00Z"_s), at(u"2026-10-25T08:00:00Z"_s)};
    QCOMPARE(times, expected);
    QVERIFY(office.contains(times.back()));
    QVERIFY(!office.contains(times.back() - 1ms));
}

WATCHFLOOR_TEST(TestTimeInterval)
#include "tst_timeinterval.moc"
