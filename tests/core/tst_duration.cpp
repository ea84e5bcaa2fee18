#include "models/core/duration.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestDuration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void canonicalFormReadsBack();
};

void TestDuration::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("zero") << u"0"_s << qint64(0) << u"0s"_s;
    QTest::newRow("zero seconds") << u"0s"_s << qint64(0) << u"0s"_s;
    QTest::newRow("milliseconds") << u"250ms"_s << qint64(250) << u"250ms"_s;
    QTest::newRow("seconds") << u"90s"_s << qint64(90'000) << u"1m30s"_s;
    QTest::newRow("mixed") << u"1h30m"_s << qint64(5'400'000) << u"1h30m"_s;
    QTest::newRow("two weeks") << u"14d"_s << qint64(1'209'600'000) << u"2w"_s;
    QTest::newRow("days and hours") << u"4d1h"_s << qint64(349'200'000) << u"4d1h"_s;
    QTest::newRow("weeks, days and hours") << u"3w2d1h"_s << qint64(1'990'800'000) << u"23d1h"_s;
    QTest::newRow("longest") << u"292y"_s << qint64(9'208'512'000'000) << u"292y"_s;
    QTest::newRow("month") << u"30d"_s << qint64(2'592'000'000) << u"30d"_s;
    QTest::newRow("year") << u"1y"_s << qint64(31'536'000'000) << u"1y"_s;
    QTest::newRow("all") << u"1y2w3d4h5m6s7ms"_s << qint64(33'019'506'007) << QString();
}

void TestDuration::parses()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    QFETCH(QString, canonical);
    const auto duration = parseDuration(text);
    QVERIFY(duration);
    QCOMPARE(qint64(duration->count()), milliseconds);
    if (!canonical.isEmpty())
        QCOMPARE(durationText(*duration), canonical);
}

void TestDuration::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "5", "s", "-5m", "5x", "1m1h", "1m1m", "1.5h", " 5m", "5m ", "5 m", "99999999999999999999s", "9223372036854775807y",
                             "300000y", "5\u0661m", "ms5"})
        QTest::addRow("'%s'", text) << QString::fromUtf8(text);
}

void TestDuration::refuses()
{
    QFETCH(QString, text);
    const auto duration = parseDuration(text);
    QVERIFY(!duration);
    QCOMPARE(int(duration.error().kind), int(Error::Kind::Malformed));
}

void TestDuration::canonicalFormReadsBack()
{
    for (qint64 milliseconds = 1; milliseconds < 40'000'000'000; milliseconds = milliseconds * 7 + 13) {
        const auto read = parseDuration(durationText(std::chrono::milliseconds(milliseconds)));
        QVERIFY(read);
        QCOMPARE(qint64(read->count()), milliseconds);
    }
}

WATCHFLOOR_TEST(TestDuration)
#include "tst_duration.moc"
