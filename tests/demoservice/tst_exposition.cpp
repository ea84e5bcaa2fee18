#include "app/demoservice/exposition.h"
#include "app/demoservice/healthpages.h"
#include "models/metrics/exposition.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestExposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageIsReadWithoutAFault();
    void countersArePrintedWhole();
    void labelValuesAreEscaped();
    void ownMemoryIsKnown();
    void theSystemPageJudgesThePlan_data();
    void theSystemPageJudgesThePlan();
    void aDeadCacheIsUnhealthy();
    void aLivingCacheSaysItsKeys();
    void thirdPartiesAreNamed();

private:
    static ServiceFigures figures();
    const ServiceIdentity m_identity{u"payment"_s, u"e8a0f59"_s, u"2.4.1"_s};
};

ServiceFigures TestExposition::figures()
{
    return {.service = u"payment"_s, .commit = u"e8a0f59"_s, .plan = {.version = u"2.4.1"_s, .requestsPerSecond = 40}, .cacheHits = 30,
            .cacheMisses = 10, .residentBytes = 19312640, .startedAt = 1795241681.835};
}

void TestExposition::thePageIsReadWithoutAFault()
{
    const ServiceFigures page = figures();
    Traffic traffic(page.plan, {}, 0);
    traffic.advance(10'000);
    const auto read = parseExposition(metricsPage(page, traffic), ExpositionFormat::Text);
    QVERIFY(read.ok());
    QCOMPARE(read->faults.size(), size_t(0));
    for (const auto &name : {u"http_requests_total"_s, u"http_request_duration_seconds"_s, u"cache_hits_total"_s, u"cache_misses_total"_s,
                             u"queue_depth"_s, u"orders_total"_s, u"process_resident_memory_bytes"_s, u"process_memory_limit_bytes"_s,
                             u"process_start_time_seconds"_s, u"app_build_info"_s})
        QVERIFY2(read->find(name) != nullptr, qPrintable(name));
    QCOMPARE(read->find(u"http_requests_total"_s)->samples.size(), size_t(2));
    // Every limit, +Inf, the sum and the count.
    QCOMPARE(read->find(u"http_request_duration_seconds"_s)->samples.size(), Traffic::bucketLimits.size() + 3);
}

void TestExposition::countersArePrintedWhole()
{
    const ServiceFigures page = figures();
    const Traffic traffic(page.plan, {.good = 310'978'028'123, .errors = 62'972, .atMs = 1}, 0);
    QVERIFY(metricsPage(page, traffic).contains("http_requests_total{service=\"payment\",code=\"200\"} 310978028123\n"));
}

void TestExposition::labelValuesAreEscaped()
{
    ServiceFigures page = figures();
    page.plan.version = u"a\"b\\c\nd"_s;
    QVERIFY(metricsPage(page, Traffic(page.plan, {}, 0)).contains("version=\"a\\\"b\\\\c\\nd\"} 1"));
}

void TestExposition::ownMemoryIsKnown()
{
    QVERIFY(residentBytes() > 1'000'000);
}

void TestExposition::theSystemPageJudgesThePlan_data()
{
    QTest::addColumn<double>("errorRatio");
    QTest::addColumn<double>("p95");
    QTest::addColumn<QString>("status");
    QTest::newRow("well") << 1e-5 << 0.035 << u"healthy"_s;
    QTest::newRow("errors") << 0.0471 << 0.035 << u"degraded"_s;
    QTest::newRow("slow") << 1e-5 << 0.18 << u"degraded"_s;
}

void TestExposition::theSystemPageJudgesThePlan()
{
    QFETCH(double, errorRatio);
    QFETCH(double, p95);
    QFETCH(QString, status);
    const HealthPage page = systemPage(m_identity, {.errorRatio = errorRatio}, p95, 12.5);
    QCOMPARE(page.status, 200);
    const auto json = nlohmann::json::parse(page.body.toStdString());
    QCOMPARE(QString::fromStdString(json["status"]), status);
    QCOMPARE(QString::fromStdString(json["commit"]), u"e8a0f59"_s);
}

void TestExposition::aDeadCacheIsUnhealthy()
{
    const HealthPage page = databasePage(m_identity, std::nullopt, u"Connection refused"_s);
    QCOMPARE(page.status, 503);
    const auto json = nlohmann::json::parse(page.body.toStdString());
    QCOMPARE(QString::fromStdString(json["status"]), u"unhealthy"_s);
    QCOMPARE(QString::fromStdString(json["checks"]["redis"]["error"]), u"Connection refused"_s);
}

void TestExposition::aLivingCacheSaysItsKeys()
{
    const HealthPage page = databasePage(m_identity, CacheHealth{std::chrono::microseconds(150), 9, 7}, {});
    QCOMPARE(page.status, 200);
    const auto json = nlohmann::json::parse(page.body.toStdString());
    QCOMPARE(QString::fromStdString(json["status"]), u"healthy"_s);
    QCOMPARE(int(json["checks"]["redis"]["keys"]), 9);
    QCOMPARE(int(json["checks"]["redis"]["namespaceKeys"]), 7);
}

void TestExposition::thirdPartiesAreNamed()
{
    const auto json = nlohmann::json::parse(externalPage(m_identity, {.external = {u"stripe"_s}}).body.toStdString());
    QCOMPARE(QString::fromStdString(json["services"]["stripe"]["status"]), u"healthy"_s);
    QCOMPARE(json["services"].size(), size_t(1));
}

WATCHFLOOR_TEST(TestExposition)
#include "tst_exposition.moc"
