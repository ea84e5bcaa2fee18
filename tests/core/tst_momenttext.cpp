#include "models/core/momenttext.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QTimeZone>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestMomentText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("expected");
        QTest::newRow("ISO") << u"YYYY-MM-DD HH:mm:ss.SSS"_s << u"2026-01-02 15:04:05.678"_s;
        QTest::newRow("empty") << u""_s << u"2026-01-02T15:04:05Z"_s;
        QTest::newRow("twelve hours") << u"h:mm a|hh A"_s << u"3:04 pm|03 PM"_s;
        QTest::newRow("joined") << u"Hmm|Hmmss|hmm|HHmm"_s << u"1504|150405|304|1504"_s;
        QTest::newRow("names") << u"dddd ddd dd MMMM MMM"_s << u"Friday Fri Fr January Jan"_s;
        QTest::newRow("ordinals") << u"Mo Do DDDo Qo do"_s << u"1st 2nd 2nd 1st 5th"_s;
        QTest::newRow("days") << u"D DD DDD DDDD d e E"_s << u"2 02 2 002 5 5 5"_s;
        QTest::newRow("weeks") << u"w ww W WW gggg GGGG gg GG"_s << u"1 01 1 01 2026 2026 26 26"_s;
        QTest::newRow("years") << u"YY YYYY YYYYY YYYYYY"_s << u"26 2026 02026 +002026"_s;
        QTest::newRow("fractions") << u"S SS SSS SSSSSS"_s << u"6 67 678 678000"_s;
        QTest::newRow("stamps") << u"X x"_s << u"1767366245 1767366245678"_s;
        QTest::newRow("zone") << u"Z ZZ z"_s << u"+00:00 +0000 UTC"_s;
        QTest::newRow("hours to 24") << u"k kk"_s << u"15 15"_s;
        QTest::newRow("brackets") << u"[Today is] dddd [D]"_s << u"Today is Friday D"_s;
        QTest::newRow("open bracket") << u"[D"_s << u"[2"_s;
        QTest::newRow("backslash") << u"HH\\h mm\\m"_s << u"15h 04m"_s;
        QTest::newRow("long forms") << u"LT|LTS|L|LL"_s << u"3:04 PM|3:04:05 PM|01/02/2026|January 2, 2026"_s;
        QTest::newRow("longest form") << u"LLLL"_s << u"Friday, January 2, 2026 3:04 PM"_s;
        QTest::newRow("short forms") << u"l|ll|lll"_s << u"1/2/2026|Jan 2, 2026|Jan 2, 2026 3:04 PM"_s;
        QTest::newRow("other letters") << u"f/u, bcij"_s << u"f/u, bcij"_s;
    }
    void patterns()
    {
        QFETCH(QString, pattern);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'767'366'245'678, Qt::UTC);
        QTEST(Moment::text(time, pattern), "expected");
    }

    void aZoneHasItsOffset()
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'767'366'245'678, QTimeZone("Asia/Kolkata"));
        QCOMPARE(Moment::text(time, u"HH:mm Z"), u"20:34 +05:30"_s);
    }

    void nothingIsNoDate()
    {
        QCOMPARE(Moment::text(QDateTime(), u"YYYY"), u"Invalid date"_s);
        QCOMPARE(Moment::fromNow(QDateTime(), QDateTime()), u"Invalid date"_s);
    }

    void weeksOfTheTurnOfTheYear()
    {
        const QDateTime time(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(Moment::text(time, u"gggg-ww GGGG-WW"), u"2027-01 2026-53"_s);
        QCOMPARE(Moment::text(time.addDays(-1), u"gggg-ww GGGG-WW"), u"2027-01 2026-53"_s);
        QCOMPARE(Moment::text(time.addDays(-6), u"gggg-ww GGGG-WW"), u"2026-52 2026-52"_s);
    }
};

WATCHFLOOR_TEST(TestMomentText)
#include "tst_momenttext.moc"
