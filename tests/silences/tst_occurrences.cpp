#include "models/silences/occurrences.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestOccurrences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachBeginsWhereItsClockSays_data();
    void eachBeginsWhereItsClockSays();
    void daysAndDatesChoose_data();
    void daysAndDatesChoose();
    void theRangeTakesWhatTouchesIt();
    void anUnknownZoneHasNone();
    void tenYearsComeOnceADay();
};

namespace {

WallTime at(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString text(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(u"yyyy-MM-dd HH:mm"_s);
}

MaintenanceWindow windowOf(const QByteArray &zone, const QTime &time, std::chrono::milliseconds length = 2h)
{
    MaintenanceWindow window;
    window.name = u"backup"_s;
    window.at = time;
    window.length = length;
    window.timeZone = zone;
    return window;
}

} // namespace

void TestOccurrences::eachBeginsWhereItsClockSays_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("starts"); // UTC; empty: there is none
    QTest::addColumn<QString>("begin");
    const auto row = [](const char *name, const char *zone, const QDate &date, const QTime &time, const QString &starts, const QString &begin) {
        QTest::newRow(name) << QByteArray(zone) << date << time << starts << begin;
    };
    row("no zone is UTC", "", {2026, 11, 28}, {2, 0}, u"2026-11-28 02:00"_s, u"2026-11-28T02:00+00:00"_s);
    row("winter in Berlin", "Europe/Berlin", {2026, 11, 28}, {2, 0}, u"2026-11-28 01:00"_s, u"2026-11-28T02:00+01:00"_s);
    row("summer in Berlin", "Europe/Berlin", {2026, 7, 4}, {2, 0}, u"2026-07-04 00:00"_s, u"2026-07-04T02:00+02:00"_s);
    row("just before the gap", "Europe/Berlin", {2026, 3, 29}, {1, 59}, u"2026-03-29 00:59"_s, u"2026-03-29T01:59+01:00"_s);
    row("where the gap begins", "Europe/Berlin", {2026, 3, 29}, {2, 0}, u"2026-03-29 01:00"_s, u"2026-03-29T03:00+02:00"_s);
    row("within the gap", "Europe/Berlin", {2026, 3, 29}, {2, 30}, u"2026-03-29 01:00"_s, u"2026-03-29T03:00+02:00"_s);
    row("where the gap ends", "Europe/Berlin", {2026, 3, 29}, {3, 0}, u"2026-03-29 01:00"_s, u"2026-03-29T03:00+02:00"_s);
    row("the day after the gap", "Europe/Berlin", {2026, 3, 30}, {2, 30}, u"2026-03-30 00:30"_s, u"2026-03-30T02:30+02:00"_s);
    row("the first of two", "Europe/Berlin", {2026, 10, 25}, {2, 30}, u"2026-10-25 00:30"_s, u"2026-10-25T02:30+02:00"_s);
    row("the first of two at its very begin", "Europe/Berlin", {2026, 10, 25}, {2, 0}, u"2026-10-25 00:00"_s, u"2026-10-25T02:00+02:00"_s);
    row("after the overlap", "Europe/Berlin", {2026, 10, 25}, {3, 0}, u"2026-10-25 02:00"_s, u"2026-10-25T03:00+01:00"_s);
    row("gap in New York", "America/New_York", {2026, 3, 8}, {2, 30}, u"2026-03-08 07:00"_s, u"2026-03-08T03:00-04:00"_s);
    row("overlap in New York", "America/New_York", {2026, 11, 1}, {1, 30}, u"2026-11-01 05:30"_s, u"2026-11-01T01:30-04:00"_s);
    row("winter in New York", "America/New_York", {2026, 12, 1}, {23, 30}, u"2026-12-02 04:30"_s, u"2026-12-01T23:30-05:00"_s);
    row("half an hour's gap on Lord Howe", "Australia/Lord_Howe", {2026, 10, 4}, {2, 15}, u"2026-10-03 15:30"_s, u"2026-10-04T02:30+11:00"_s);
    row("half an hour's overlap on Lord Howe", "Australia/Lord_Howe", {2026, 4, 5}, {1, 45}, u"2026-04-04 14:45"_s, u"2026-04-05T01:45+11:00"_s);
    row("after it", "Australia/Lord_Howe", {2026, 4, 5}, {2, 0}, u"2026-04-04 15:30"_s, u"2026-04-05T02:00+10:30"_s);
    row("a gap at midnight", "America/Havana", {2026, 3, 8}, {0, 0}, u"2026-03-08 05:00"_s, u"2026-03-08T01:00-04:00"_s);
    row("a day that Samoa left out", "Pacific/Apia", {2011, 12, 30}, {2, 0}, {}, {});
    row("the day before it", "Pacific/Apia", {2011, 12, 29}, {2, 0}, u"2011-12-29 12:00"_s, u"2011-12-29T02:00-10:00"_s);
    row("the day after it", "Pacific/Apia", {2011, 12, 31}, {2, 0}, u"2011-12-30 12:00"_s, u"2011-12-31T02:00+14:00"_s);
    row("before Volgograd changed its zone", "Europe/Volgograd", {2020, 12, 26}, {2, 0}, u"2020-12-25 22:00"_s, u"2020-12-26T02:00+04:00"_s);
    row("after it did", "Europe/Volgograd", {2020, 12, 28}, {2, 0}, u"2020-12-27 23:00"_s, u"2020-12-28T02:00+03:00"_s);
    row("quarter hours of Kathmandu", "Asia/Kathmandu", {2026, 11, 28}, {2, 0}, u"2026-11-27 20:15"_s, u"2026-11-28T02:00+05:45"_s);
    row("a leap day", "Europe/Berlin", {2028, 2, 29}, {2, 0}, u"2028-02-29 01:00"_s, u"2028-02-29T02:00+01:00"_s);
    row("summer time far ahead", "Europe/Berlin", {2045, 7, 1}, {2, 0}, u"2045-07-01 00:00"_s, u"2045-07-01T02:00+02:00"_s);
}

void TestOccurrences::eachBeginsWhereItsClockSays()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, date);
    QFETCH(QTime, time);
    QFETCH(QString, starts);
    QFETCH(QString, begin);
    MaintenanceWindow window = windowOf(zone, time);
    window.from = date;
    window.until = date;
    const WallTime noon(std::chrono::milliseconds(QDateTime(date, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch()));
    const auto found = occurrences(window, {noon - 48h, noon + 48h});
    QCOMPARE(found.size(), size_t(starts.isEmpty() ? 0 : 1));
    if (starts.isEmpty())
        return;
    QCOMPARE(text(found.front().startsAt), starts);
    QCOMPARE(found.front().begin, begin);
    QCOMPARE(found.front().endsAt - found.front().startsAt, std::chrono::milliseconds(2h));
    QCOMPARE(found.front().window, u"backup"_s);
}

void TestOccurrences::daysAndDatesChoose_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QStringList>("starts");
    QTest::newRow("every day") << QList<int>() << QDate() << QDate()
                               << QStringList{u"2026-11-26 01:00"_s, u"2026-11-27 01:00"_s, u"2026-11-28 01:00"_s, u"2026-11-29 01:00"_s, u"2026-11-30 01:00"_s};
    QTest::newRow("weekends") << QList<int>{6, 7} << QDate() << QDate() << QStringList{u"2026-11-28 01:00"_s, u"2026-11-29 01:00"_s};
    QTest::newRow("from its first day") << QList<int>() << QDate(2026, 11, 29) << QDate() << QStringList{u"2026-11-29 01:00"_s, u"2026-11-30 01:00"_s};
    QTest::newRow("until its last") << QList<int>() << QDate() << QDate(2026, 11, 27) << QStringList{u"2026-11-26 01:00"_s, u"2026-11-27 01:00"_s};
    QTest::newRow("on one day") << QList<int>() << QDate(2026, 11, 28) << QDate(2026, 11, 28) << QStringList{u"2026-11-28 01:00"_s};
    QTest::newRow("a day of the week out of its dates") << QList<int>{7} << QDate(2026, 11, 27) << QDate(2026, 11, 28) << QStringList();
    QTest::newRow("over already") << QList<int>() << QDate() << QDate(2025, 1, 1) << QStringList();
}

void TestOccurrences::daysAndDatesChoose()
{
    QFETCH(QList<int>, days);
    QFETCH(QDate, from);
    QFETCH(QDate, until);
    QFETCH(QStringList, starts);
    MaintenanceWindow window = windowOf("Europe/Berlin", {2, 0});
    window.days = days;
    if (from.isValid())
        window.from = from;
    if (until.isValid())
        window.until = until;
    QStringList found;
    for (const MaintenanceOccurrence &each : occurrences(window, {at(u"2026-11-25T12:00:00Z"_s), at(u"2026-11-30T12:00:00Z"_s)}))
        found << text(each.startsAt);
    QCOMPARE(found, starts);
}

void TestOccurrences::theRangeTakesWhatTouchesIt()
{
    const MaintenanceWindow window = windowOf({}, {2, 0}, 30h);
    const auto starts = [&window](const QString &from, const QString &to) {
        QStringList found;
        for (const MaintenanceOccurrence &each : occurrences(window, {at(from), at(to)}))
            found << text(each.startsAt);
        return found;
    };
    // What began yesterday and lasts thirty hours is still there; what ends just now is not.
    QCOMPARE(starts(u"2026-11-28T01:00:00Z"_s, u"2026-11-28T01:30:00Z"_s), (QStringList{u"2026-11-27 02:00"_s}));
    QCOMPARE(starts(u"2026-11-28T08:00:00Z"_s, u"2026-11-28T08:00:00Z"_s), (QStringList{u"2026-11-28 02:00"_s}));
    QCOMPARE(starts(u"2026-11-28T07:59:00Z"_s, u"2026-11-28T08:00:00Z"_s), (QStringList{u"2026-11-27 02:00"_s, u"2026-11-28 02:00"_s}));
    QCOMPARE(starts(u"2026-11-28T09:00:00Z"_s, u"2026-11-29T02:00:00Z"_s), (QStringList{u"2026-11-28 02:00"_s, u"2026-11-29 02:00"_s}));
}

void TestOccurrences::anUnknownZoneHasNone()
{
    QVERIFY(occurrences(windowOf("Europe/Atlantis", {2, 0}), {at(u"2026-11-25T12:00:00Z"_s), at(u"2026-11-30T12:00:00Z"_s)}).empty());
    QVERIFY(occurrences(windowOf("Europe/Berlin", {}), {at(u"2026-11-25T12:00:00Z"_s), at(u"2026-11-30T12:00:00Z"_s)}).empty());
}

void TestOccurrences::tenYearsComeOnceADay()
{
    for (const char *zone : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago"}) {
        const auto found = occurrences(windowOf(zone, {2, 30}), {at(u"2026-01-01T12:00:00Z"_s), at(u"2036-01-01T12:00:00Z"_s)});
        QCOMPARE(found.size(), size_t(3'652));
        for (size_t i = 1; i < found.size(); ++i) {
            const auto apart = found[i].startsAt - found[i - 1].startsAt;
            QVERIFY2(apart >= 22h && apart <= 26h, qPrintable(found[i].begin));
        }
    }
}

WATCHFLOOR_TEST(TestOccurrences)
#include "tst_occurrences.moc"
