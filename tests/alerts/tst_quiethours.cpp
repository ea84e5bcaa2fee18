#include "models/alerts/quiethours.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {
WallTime at(const QString &iso)
{
    return WallTime(std::chrono::milliseconds(QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch()));
}

QString text(std::optional<WallTime> time)
{
    return time ? QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(), Qt::UTC).toString(Qt::ISODate) : u"loud"_s;
}

QuietHours hours(const char *from, const char *to, const QList<int> &days = {}, const char *zone = "Europe/Berlin")
{
    return {QTime::fromString(QLatin1String(from), u"HH:mm"_s), QTime::fromString(QLatin1String(to), u"HH:mm"_s), days, zone};
}
}

Q_DECLARE_METATYPE(std::vector<Watchfloor::QuietHours>)

class TestQuietHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endWhenTheClockSaysSo_data()
    {
        QTest::addColumn<std::vector<QuietHours>>("quiet");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until");
        using List = std::vector<QuietHours>;
        const List night{hours("22:00", "07:00")};
        QTest::newRow("none") << List{} << u"2026-11-21T23:00:00Z"_s << u"loud"_s;
        QTest::newRow("before") << night << u"2026-11-21T20:59:59Z"_s << u"loud"_s;
        QTest::newRow("at their begin") << night << u"2026-11-21T21:00:00Z"_s << u"2026-11-22T06:00:00Z"_s;
        QTest::newRow("past midnight") << night << u"2026-11-22T03:12:44Z"_s << u"2026-11-22T06:00:00Z"_s;
        QTest::newRow("at their end") << night << u"2026-11-22T06:00:00Z"_s << u"loud"_s;
        QTest::newRow("within a day") << List{hours("12:00", "13:00")} << u"2026-11-21T11:30:00Z"_s << u"2026-11-21T12:00:00Z"_s;
        QTest::newRow("summer time") << night << u"2026-07-01T20:00:00Z"_s << u"2026-07-02T05:00:00Z"_s;
        QTest::newRow("the night that loses an hour") << night << u"2026-03-28T21:00:00Z"_s << u"2026-03-29T05:00:00Z"_s;
        QTest::newRow("the night that gains an hour") << night << u"2026-10-24T20:00:00Z"_s << u"2026-10-25T06:00:00Z"_s;
        QTest::newRow("an end that the clock leaps over") << List{hours("22:00", "02:30")} << u"2026-03-29T00:59:00Z"_s << u"2026-03-29T01:00:00Z"_s;
        QTest::newRow("a begin that the clock leaps over") << List{hours("02:30", "06:00")} << u"2026-03-29T01:00:00Z"_s << u"2026-03-29T04:00:00Z"_s;
        QTest::newRow("before a begin that the clock leaps over") << List{hours("02:30", "06:00")} << u"2026-03-29T00:59:59Z"_s << u"loud"_s;
        QTest::newRow("an end that comes twice is the first") << List{hours("22:00", "02:30")} << u"2026-10-25T00:29:59Z"_s << u"2026-10-25T00:30:00Z"_s;
        QTest::newRow("and does not come back") << List{hours("22:00", "02:30")} << u"2026-10-25T01:10:00Z"_s << u"loud"_s;
        QTest::newRow("a begin that comes twice is the first") << List{hours("02:30", "06:00")} << u"2026-10-25T01:10:00Z"_s << u"2026-10-25T05:00:00Z"_s;
        QTest::newRow("Friday's night ends on Saturday") << List{hours("22:00", "07:00", {5})} << u"2026-11-21T05:00:00Z"_s << u"2026-11-21T06:00:00Z"_s;
        QTest::newRow("Saturday has none") << List{hours("22:00", "07:00", {5})} << u"2026-11-21T22:00:00Z"_s << u"loud"_s;
        QTest::newRow("nor the morning after it") << List{hours("22:00", "07:00", {5})} << u"2026-11-22T05:00:00Z"_s << u"loud"_s;
        QTest::newRow("a whole day") << List{hours("00:00", "00:00", {6})} << u"2026-11-21T10:00:00Z"_s << u"2026-11-21T23:00:00Z"_s;
        QTest::newRow("a weekend and the nights around it") << List{hours("22:00", "07:00"), hours("00:00", "00:00", {6, 7})} << u"2026-11-20T22:00:00Z"_s
                                                            << u"2026-11-23T06:00:00Z"_s;
        QTest::newRow("for ever") << List{hours("00:00", "00:00", {}, "UTC")} << u"2026-11-20T22:00:00Z"_s << u"2026-11-27T22:00:00Z"_s;
        QTest::newRow("another zone's night") << List{hours("22:00", "07:00", {}, "Asia/Tokyo")} << u"2026-11-21T13:00:00Z"_s << u"2026-11-21T22:00:00Z"_s;
        QTest::newRow("this machine's zone, UTC in tests") << List{hours("22:00", "07:00", {}, "")} << u"2026-11-21T22:00:00Z"_s << u"2026-11-22T07:00:00Z"_s;
        QTest::newRow("half an hour of Lord Howe") << List{hours("01:00", "02:15", {}, "Australia/Lord_Howe")} << u"2026-10-03T15:15:00Z"_s << u"2026-10-03T15:30:00Z"_s;
        QTest::newRow("no times") << List{QuietHours{}} << u"2026-11-21T22:00:00Z"_s << u"loud"_s;
    }
    void endWhenTheClockSaysSo()
    {
        QFETCH(std::vector<QuietHours>, quiet);
        QFETCH(QString, now);
        QFETCH(QString, until);
        QCOMPARE(text(quietUntil(quiet, at(now))), until);
    }

    void tomorrowIsTheNextDay_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("tomorrow");
        QTest::newRow("morning") << u"2026-11-21T03:12:44Z"_s << u"2026-11-22T07:00:00Z"_s;
        QTest::newRow("late evening") << u"2026-11-21T22:59:59Z"_s << u"2026-11-22T07:00:00Z"_s;
        QTest::newRow("past midnight there") << u"2026-11-21T23:00:00Z"_s << u"2026-11-23T07:00:00Z"_s;
        QTest::newRow("into summer time") << u"2026-03-28T12:00:00Z"_s << u"2026-03-29T06:00:00Z"_s;
    }
    void tomorrowIsTheNextDay()
    {
        QFETCH(QString, now);
        QFETCH(QString, tomorrow);
        QCOMPARE(text(tomorrowAt(QTime(8, 0), at(now), "Europe/Berlin")), tomorrow);
    }
};

WATCHFLOOR_TEST(TestQuietHours)
#include "tst_quiethours.moc"
