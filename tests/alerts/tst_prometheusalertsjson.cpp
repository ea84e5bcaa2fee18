#include "models/alerts/prometheusalertsjson.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestPrometheusAlertsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAlerts();
    void readsRules();
    void readsExternalLabels();
    void refusesAlerts_data();
    void refusesAlerts();
    void cutsWorstFirst();
    void everyCutIsRefused();
};

namespace {
const QByteArray alertsBody = R"json({"status":"success","data":{"alerts":[
 {"labels":{"alertname":"ServiceDown","severity":"critical"},"annotations":{"summary":"x"},"state":"firing","activeAt":"2026-11-21T02:39:47.027693024Z","value":"0e+00"},
 {"labels":{"alertname":"Slow"},"annotations":{},"state":"pending","activeAt":"2026-11-21T02:39:47Z","value":"1.44e+01","keepFiringSince":"0001-01-01T00:00:00Z"}]}})json";
const QByteArray rulesBody = R"json({"status":"success","data":{"groups":[{"name":"avail","file":"/r.yml","rules":[
 {"state":"firing","name":"ServiceDown","query":"up == 0","duration":10,"keepFiringFor":0,"labels":{"severity":"critical"},"annotations":{"summary":"{{ $labels.service }} is down","runbook_url":"r"},
  "alerts":[{"labels":{"alertname":"ServiceDown"},"annotations":{},"state":"firing","activeAt":"2026-11-21T02:39:47Z","value":"0"}],"health":"ok","evaluationTime":0.0005,"lastEvaluation":"2026-11-21T02:40:00Z","type":"alerting"},
 {"name":"job:up:ratio","query":"avg by (job) (up)","health":"ok","evaluationTime":0.1,"lastEvaluation":"2026-11-21T02:40:00Z","type":"recording"},
 {"state":"inactive","name":"Broken","query":"a > b","duration":0.5,"labels":{},"annotations":{},"alerts":[],"health":"err","lastError":"many-to-many","type":"alerting"}],
 "interval":5,"limit":0,"evaluationTime":0.0034,"lastEvaluation":"2026-11-21T02:40:00Z"}]}})json";
}

void TestPrometheusAlertsJson::readsAlerts()
{
    const auto list = parsePrometheusAlerts(alertsBody);
    QVERIFY(list);
    QCOMPARE(list->alerts.size(), size_t(2));
    QVERIFY(list->alerts[0].state == OriginAlert::State::Firing);
    QCOMPARE(list->alerts[0].startsAt.time_since_epoch().count(), 1'795'228'787'027LL);
    QCOMPARE(list->alerts[0].value, u"0e+00"_s);
    QVERIFY(list->alerts[1].state == OriginAlert::State::Pending);
    QCOMPARE(parsePrometheusAlerts(R"({"status":"success","data":{"alerts":[]}})")->total, size_t(0));
}

void TestPrometheusAlertsJson::readsRules()
{
    const auto rules = parsePrometheusRules(rulesBody);
    QVERIFY(rules);
    QCOMPARE(rules->size(), size_t(2));
    QCOMPARE(rules->at(0).name, u"ServiceDown"_s);
    QCOMPARE(rules->at(0).group, u"avail"_s);
    QCOMPARE(rules->at(0).expression, u"up == 0"_s);
    QCOMPARE(rules->at(0).duration.count(), 10'000);
    QCOMPARE(rules->at(0).labels.value(u"severity"), u"critical"_s);
    QCOMPARE(rules->at(0).annotations.value(u"runbook_url"), u"r"_s);
    QCOMPARE(rules->at(1).health, u"err"_s);
    QCOMPARE(rules->at(1).lastError, u"many-to-many"_s);
    QCOMPARE(rules->at(1).duration.count(), 500);
    QVERIFY(!parsePrometheusRules(R"({"status":"success","data":{}})"));
    QVERIFY(!parsePrometheusRules(R"({"status":"success","data":{"groups":[{"name":"x"}]}})"));
}

void TestPrometheusAlertsJson::readsExternalLabels()
{
    const auto labels = parseExternalLabels(R"({"status":"success","data":{"yaml":"global:\n  scrape_interval: 5s\n  external_labels:\n    cluster: eu-1\n    replica: \"0\"\nrule_files:\n- a.yml\n"}})");
    QVERIFY(labels);
    QCOMPARE(labels->toString(), u"{cluster=\"eu-1\", replica=\"0\"}"_s);
    QVERIFY(parseExternalLabels(R"({"status":"success","data":{"yaml":"global:\n  scrape_interval: 5s\n"}})")->isEmpty());
    QVERIFY(!parseExternalLabels(R"({"status":"success","data":{"yaml":"a: [1"}})"));
    QVERIFY(!parseExternalLabels(R"({"status":"success","data":{}})"));
}

void TestPrometheusAlertsJson::refusesAlerts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const int malformed = int(Error::Kind::Malformed);
    QTest::newRow("empty") << QByteArray() << malformed;
    QTest::newRow("list") << QByteArray("[]") << malformed;
    QTest::newRow("no data") << QByteArray(R"({"status":"success"})") << malformed;
    QTest::newRow("alerts are an object") << QByteArray(R"({"status":"success","data":{"alerts":{}}})") << malformed;
    QTest::newRow("alerts are numbers") << QByteArray(R"({"status":"success","data":{"alerts":[1]}})") << malformed;
    QTest::newRow("alert without labels") << QByteArray(R"({"status":"success","data":{"alerts":[{"state":"firing"}]}})") << malformed;
    QTest::newRow("label is no text") << QByteArray(R"({"status":"success","data":{"alerts":[{"labels":{"a":{}}}]}})") << malformed;
    QTest::newRow("error") << QByteArray(R"({"status":"error","errorType":"internal","error":"broken"})") << int(Error::Kind::Rejected);
}

void TestPrometheusAlertsJson::refusesAlerts()
{
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    const auto list = parsePrometheusAlerts(body);
    QVERIFY(!list);
    QCOMPARE(int(list.error().kind), kind);
}

void TestPrometheusAlertsJson::cutsWorstFirst()
{
    const auto list = parsePrometheusAlerts(alertsBody, {}, 1);
    QVERIFY(list);
    QCOMPARE(list->total, size_t(2));
    QCOMPARE(list->alerts.size(), size_t(1));
    QCOMPARE(list->alerts.front().labels.value(u"alertname"), u"ServiceDown"_s);
}

void TestPrometheusAlertsJson::everyCutIsRefused()
{
    for (qsizetype length = 0; length < rulesBody.size(); ++length)
        QVERIFY(!parsePrometheusRules(rulesBody.left(length)));
    for (qsizetype length = 0; length < alertsBody.size(); ++length)
        QVERIFY(!parsePrometheusAlerts(alertsBody.left(length)));
}

WATCHFLOOR_TEST(TestPrometheusAlertsJson)
#include "tst_prometheusalertsjson.moc"
