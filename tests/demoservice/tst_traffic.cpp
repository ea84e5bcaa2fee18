#include "app/demoservice/traffic.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

class TestTraffic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShareOfErrorsIsExact_data();
    void theShareOfErrorsIsExact();
    void manySmallStepsCountAsOneLargeOne();
    void historyGoesOnWhereItEnded();
    void trafficSinceTheSeedIsMadeUpFor();
    void theHistogramHoldsThePlannedP95();
    void timeThatStandsStillBringsNothing();
};

void TestTraffic::theShareOfErrorsIsExact_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<qint64>("errors");
    QTest::newRow("none") << 0.0 << qint64(0);
    QTest::newRow("healthy") << 1e-5 << qint64(1);
    QTest::newRow("bad deploy") << 0.0471 << qint64(4710);
    QTest::newRow("all") << 1.0 << qint64(100'000);
}

void TestTraffic::theShareOfErrorsIsExact()
{
    QFETCH(double, ratio);
    QFETCH(qint64, errors);
    Traffic traffic({.requestsPerSecond = 40, .errorRatio = ratio}, {}, 0);
    QCOMPARE(traffic.advance(2'500'000), qint64(100'000));
    QCOMPARE(traffic.errors(), errors);
    QCOMPARE(traffic.good(), 100'000 - errors);
}

void TestTraffic::manySmallStepsCountAsOneLargeOne()
{
    const ServicePlan plan{.requestsPerSecond = 32.5, .errorRatio = 0.0471, .latencyMs = 95, .ordersPerRequest = 0.6};
    Traffic stepped(plan, {}, 0);
    Traffic whole(plan, {}, 0);
    for (qint64 ms = 0; ms <= 60'000; ms += 7)
        stepped.advance(ms);
    stepped.advance(60'000);
    whole.advance(60'000);
    QCOMPARE(stepped.good(), whole.good());
    QCOMPARE(stepped.errors(), whole.errors());
    QCOMPARE(stepped.orders(), whole.orders());
    QCOMPARE(stepped.cumulativeBuckets(), whole.cumulativeBuckets());
    QCOMPARE(whole.requests(), qint64(1950));
}

void TestTraffic::historyGoesOnWhereItEnded()
{
    Traffic traffic({.requestsPerSecond = 10}, {.good = 1000, .errors = 7, .atMs = 1}, 0);
    QCOMPARE(traffic.good(), qint64(1000));
    QCOMPARE(traffic.errors(), qint64(7));
    traffic.advance(1000);
    QCOMPARE(traffic.good(), qint64(1010));
    // The histogram is this process's own.
    QCOMPARE(traffic.requests(), qint64(10));
}

void TestTraffic::trafficSinceTheSeedIsMadeUpFor()
{
    const Traffic traffic({.requestsPerSecond = 10, .errorRatio = 0.1}, {.good = 1000, .errors = 7, .atMs = 1}, 5'000);
    QCOMPARE(traffic.good(), qint64(1045));
    QCOMPARE(traffic.errors(), qint64(12));
    QCOMPARE(traffic.requests(), qint64(0));
}

void TestTraffic::theHistogramHoldsThePlannedP95()
{
    Traffic traffic({.requestsPerSecond = 100, .latencyMs = 18}, {}, 0);
    traffic.advance(100'000);
    const auto buckets = traffic.cumulativeBuckets();
    const double p95 = traffic.plannedP95();
    QVERIFY2(p95 > 0.034 && p95 < 0.036, qPrintable(QString::number(p95)));
    // 0.03 is below the 95th percentile, 0.04 above.
    QVERIFY(buckets[5] < 9'500);
    QVERIFY(buckets[6] >= 9'500);
    QCOMPARE(buckets.back(), traffic.requests());
    QVERIFY(traffic.latencySumSeconds() > 0.018 * 10'000);
}

void TestTraffic::timeThatStandsStillBringsNothing()
{
    Traffic traffic({.requestsPerSecond = 40}, {}, 0);
    traffic.advance(1000);
    QCOMPARE(traffic.advance(1000), qint64(0));
    QCOMPARE(traffic.advance(500), qint64(0));
    QCOMPARE(traffic.requests(), qint64(40));
}

WATCHFLOOR_TEST(TestTraffic)
#include "tst_traffic.moc"
