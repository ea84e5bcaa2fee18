#include "models/panels/intervaltext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using std::chrono::nanoseconds;

class TestIntervalText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expected");
        const qint64 second = 1'000'000'000;
        QTest::newRow("seconds") << u"15s"_s << 15 * second;
        QTest::newRow("bare number") << u"15"_s << 15 * second;
        QTest::newRow("milliseconds") << u"250ms"_s << second / 4;
        QTest::newRow("microseconds") << u"5us"_s << qint64(5'000);
        QTest::newRow("microseconds with mu") << u"5\u00B5s"_s << qint64(5'000);
        QTest::newRow("nanoseconds") << u"7ns"_s << qint64(7);
        QTest::newRow("several") << u"1h30m10s"_s << 5'410 * second;
        QTest::newRow("any order") << u"10s1h"_s << 3'610 * second;
        QTest::newRow("fraction") << u"1.5h"_s << 5'400 * second;
        QTest::newRow("fraction alone") << u".5s"_s << second / 2;
        QTest::newRow("day") << u"1d"_s << 86'400 * second;
        QTest::newRow("week") << u"2w"_s << 14 * 86'400 * second;
        QTest::newRow("month") << u"1M"_s << 2'629'800 * second;
        QTest::newRow("year") << u"1y"_s << 31'557'600 * second;
        QTest::newRow("marked") << u">10s"_s << 10 * second;
        QTest::newRow("negative") << u"-10s"_s << -10 * second;
        QTest::newRow("nothing") << u"0"_s << qint64(0);
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto parsed = IntervalText::parsed(text);
        QVERIFY(parsed.ok());
        QTEST(qint64(parsed->count()), "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"", " ", "s", "1s ", "1 s", "1d1h", "1.5d", "1x", "h1", "1m2", "--1s", "9999999999999999999s", "300y", "1..5s", "."})
            QTest::newRow(text[0] == '\0' ? "empty" : text) << QString::fromLatin1(text);
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!IntervalText::parsed(text).ok());
    }

    void writes_data()
    {
        QTest::addColumn<qint64>("nanosecondCount");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("rough");
        const qint64 second = 1'000'000'000;
        QTest::newRow("nothing") << qint64(0) << u"0s"_s << u"1ms"_s;
        QTest::newRow("nanoseconds") << qint64(7) << u"7ns"_s << u"1ms"_s;
        QTest::newRow("microseconds") << qint64(1'500) << u"1.5\u00B5s"_s << u"1ms"_s;
        QTest::newRow("milliseconds") << qint64(20'500'000) << u"20.5ms"_s << u"20ms"_s;
        QTest::newRow("seconds") << 15 * second << u"15s"_s << u"15s"_s;
        QTest::newRow("fraction") << second * 3 / 2 << u"1.5s"_s << u"1s"_s;
        QTest::newRow("minute") << 60 * second << u"1m0s"_s << u"1m"_s;
        QTest::newRow("minutes") << 135 * second << u"2m15s"_s << u"2m"_s;
        QTest::newRow("hour") << 3'600 * second << u"1h0m0s"_s << u"1h"_s;
        QTest::newRow("days") << 36 * 3'600 * second << u"36h0m0s"_s << u"1d"_s;
        QTest::newRow("year") << 366 * 86'400 * second << u"8784h0m0s"_s << u"1y"_s;
        QTest::newRow("negative") << -90 * second << u"-1m30s"_s << u"1ms"_s;
    }
    void writes()
    {
        QFETCH(qint64, nanosecondCount);
        QTEST(IntervalText::exact(nanoseconds(nanosecondCount)), "exact");
        QTEST(IntervalText::rough(nanoseconds(nanosecondCount)), "rough");
    }

    void rounds_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<qint64>("expected");
        const std::vector<std::pair<qint64, qint64>> table{{0, 1},           {10, 1},          {11, 10},         {15, 10},         {16, 20},
                                                           {75, 50},         {151, 200},       {750, 500},       {1'501, 2'000},   {7'500, 5'000},
                                                           {17'500, 15'000}, {17'501, 20'000}, {45'001, 60'000}, {90'001, 120'000}, {1'050'001, 1'200'000},
                                                           {2'700'001, 3'600'000}, {9'000'001, 10'800'000}, {86'400'000, 43'200'000}, {86'400'001, 86'400'000}, {604'800'001, 604'800'000},
                                                           {1'814'400'001, 2'592'000'000}, {3'628'799'999, 2'592'000'000}, {3'628'800'000, 31'536'000'000}};
        for (const auto &[given, expected] : table)
            QTest::newRow(qPrintable(QString::number(given))) << given << expected;
    }
    void rounds()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(qint64, expected);
        QCOMPARE(IntervalText::rounded(std::chrono::milliseconds(milliseconds)), nanoseconds(std::chrono::milliseconds(expected)));
    }
};

WATCHFLOOR_TEST(TestIntervalText)
#include "tst_intervaltext.moc"
