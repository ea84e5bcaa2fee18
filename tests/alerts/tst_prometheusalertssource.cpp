#include "models/alerts/prometheusalertssource.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

const QString alertsPath = u"/api/v1/alerts"_s;
const QString rulesPath = u"/api/v1/rules"_s;
const QString configPath = u"/api/v1/status/config"_s;
const QString buildPath = u"/api/v1/status/buildinfo"_s;

struct Rig
{
    FakeClock clock;
    FaultServer server;
    HttpClient http{{.base = server.url(), .credentials = {}, .tls = {}, .headers = {}}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient client{http};
    PrometheusAlertsSource source{client};
    QSignalSpy finished{&source, &PrometheusAlertsSource::finished};
    QSignalSpy failed{&source, &PrometheusAlertsSource::failed};

    Rig() { honest(); }
    void honest()
    {
        server.on(alertsPath, Answer::json(R"({"status":"success","data":{"alerts":[{"labels":{"alertname":"A"},"annotations":{},"state":"firing","activeAt":"2026-11-21T02:39:47Z","value":"1"}]}})"));
        server.on(rulesPath, Answer::json(R"({"status":"success","data":{"groups":[{"name":"g","rules":[{"name":"A","query":"up == 0","duration":10,"labels":{},"annotations":{},"health":"ok","type":"alerting"}]}]}})"));
        server.on(configPath, Answer::json(R"({"status":"success","data":{"yaml":"global:\n  external_labels:\n    cluster: eu-1\n"}})"));
        server.on(buildPath, Answer::json(R"({"status":"success","data":{"version":"2.42.0+ds"}})"));
    }
};

}

class TestPrometheusAlertsSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fourAnswersAreOneRound();
    void configurationIsAskedOnceAndAfterFailures();
    void serverWithoutConfigurationIsFine();
    void anyFailureFailsTheRound_data();
    void anyFailureFailsTheRound();
    void roundUnderWayIsNotStartedAgain();
};

void TestPrometheusAlertsSource::fourAnswersAreOneRound()
{
    Rig rig;
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
    const auto snapshot = *rig.finished[0][0].value<std::shared_ptr<PrometheusAlertsSnapshot>>();
    QCOMPARE(snapshot.alerts.size(), size_t(1));
    QCOMPARE(snapshot.rules.size(), size_t(1));
    QCOMPARE(snapshot.externalLabels.toString(), u"{cluster=\"eu-1\"}"_s);
    QCOMPARE(rig.finished[0][1].toString(), u"2.42.0+ds"_s);
}

void TestPrometheusAlertsSource::configurationIsAskedOnceAndAfterFailures()
{
    Rig rig;
    for (int round = 1; round <= 3; ++round) {
        rig.source.poll();
        QTRY_COMPARE(rig.finished.size(), round);
        QCOMPARE(rig.finished[round - 1][0].value<std::shared_ptr<PrometheusAlertsSnapshot>>()->externalLabels.size(), 1);
    }
    QCOMPARE(rig.server.requestsTo(configPath).size(), size_t(1));
    rig.server.on(alertsPath, Answer::error(503, "not ready"));
    rig.source.poll();
    QTRY_COMPARE(rig.failed.size(), 1);
    rig.honest();
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 4);
    QCOMPARE(rig.server.requestsTo(configPath).size(), size_t(2));
}

void TestPrometheusAlertsSource::serverWithoutConfigurationIsFine()
{
    Rig rig;
    rig.server.on(configPath, Answer::text("404 page not found", 404));
    rig.server.on(buildPath, Answer::text("404 page not found", 404));
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
    QVERIFY(rig.finished[0][0].value<std::shared_ptr<PrometheusAlertsSnapshot>>()->externalLabels.isEmpty());
    QVERIFY(rig.finished[0][1].toString().isEmpty());
}

void TestPrometheusAlertsSource::anyFailureFailsTheRound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("fault");
    for (const QString &path : {alertsPath, rulesPath}) {
        QTest::addRow("HTML from %s", qPrintable(path)) << path << 0;
        QTest::addRow("500 from %s", qPrintable(path)) << path << 1;
        QTest::addRow("cut %s", qPrintable(path)) << path << 2;
        QTest::addRow("broken %s", qPrintable(path)) << path << 3;
    }
    QTest::addRow("cut configuration") << configPath << 2;
    QTest::addRow("failing configuration") << configPath << 1;
}

void TestPrometheusAlertsSource::anyFailureFailsTheRound()
{
    QFETCH(QString, path);
    QFETCH(int, fault);
    const std::array<Answer, 4> answers{Answer::html(), Answer::error(500), Answer::cut("{\"status", 500), Answer::json("{\"status\":")};
    Rig rig;
    rig.server.on(path, answers[size_t(fault)]);
    rig.source.poll();
    QTRY_COMPARE(rig.failed.size(), 1);
    QCOMPARE(rig.finished.size(), 0);
    QVERIFY(!rig.failed[0][0].value<Error>().where.isEmpty());
    rig.honest();
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
}

void TestPrometheusAlertsSource::roundUnderWayIsNotStartedAgain()
{
    Rig rig;
    rig.source.poll();
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.server.requestsTo(alertsPath).size(), size_t(1));
}

WATCHFLOOR_TEST(TestPrometheusAlertsSource)
#include "tst_prometheusalertssource.moc"
