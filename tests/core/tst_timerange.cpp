#include "models/core/timerange.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestTimeRange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreIncluded();
    void alignsDownAlsoBefore1970();
    void stepsAreRound_data();
    void stepsAreRound();
};

void TestTimeRange::endsAreIncluded()
{
    const TimeRange range = lastUntil(WallTime(100s), 40s);
    QCOMPARE(range.length(), std::chrono::milliseconds(40s));
    QVERIFY(range.contains(WallTime(60s)) && range.contains(WallTime(100s)));
    QVERIFY(!range.contains(WallTime(59s)) && !range.contains(WallTime(101s)));
}

void TestTimeRange::alignsDownAlsoBefore1970()
{
    QVERIFY((alignedTo({WallTime(61s), WallTime(119s)}, 15s) == TimeRange{WallTime(60s), WallTime(105s)}));
    QVERIFY((alignedTo({WallTime(-1s), WallTime(0s)}, 15s) == TimeRange{WallTime(-15s), WallTime(0s)}));
}

void TestTimeRange::stepsAreRound_data()
{
    QTest::addColumn<qint64>("length");
    QTest::addColumn<int>("points");
    QTest::addColumn<qint64>("minimum");
    QTest::addColumn<qint64>("step");
    QTest::newRow("an hour") << qint64(3'600) << 240 << qint64(1) << qint64(15);
    QTest::newRow("minimum wins") << qint64(60) << 240 << qint64(15) << qint64(15);
    QTest::newRow("a month") << qint64(2'592'000) << 720 << qint64(1) << qint64(3'600);
    QTest::newRow("beyond the ladder") << qint64(864'000'000) << 100 << qint64(1) << qint64(101 * 86'400);
    QTest::newRow("no points") << qint64(60) << 0 << qint64(1) << qint64(60);
}

void TestTimeRange::stepsAreRound()
{
    QFETCH(qint64, length);
    QFETCH(int, points);
    QFETCH(qint64, minimum);
    QFETCH(qint64, step);
    QCOMPARE(roundStep(std::chrono::seconds(length), points, std::chrono::seconds(minimum)), std::chrono::milliseconds(std::chrono::seconds(step)));
}

WATCHFLOOR_TEST(TestTimeRange)
#include "tst_timerange.moc"
