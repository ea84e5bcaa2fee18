#include "models/slo/slodocument.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {
SloDocument read(const QByteArray &text)
{
    return readSloDocument(text, QStringLiteral("f"));
}

QString faultsOf(const SloDocument &document)
{
    QStringList lines;
    for (const Fault &fault : document.faults)
        lines.append(fault.toString());
    return lines.join(QLatin1Char('\n'));
}

const QByteArray sloth = R"(version: "prometheus/v1"
service: payment
labels:
  owner: payments
slos:
  - name: availability
    objective: 99.99
    description: No 5xx
    labels: {tier: "1"}
    sli:
      events:
        error_query: sum(rate(http_requests_total{service="payment",code=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total{service="payment"}[{{.window}}]))
    alerting:
      name: PaymentErrors
      page_alert: {disable: true}
  - name: payment-latency
    objective: 99
    sli:
      raw:
        error_ratio_query: 1 - job:fast:ratio_rate{{.window}}
)";

QByteArray openSlo(const QByteArray &replace = {}, const QByteArray &by = {})
{
    QByteArray text = R"(apiVersion: openslo/v1
kind: SLO
metadata:
  name: payment-availability
  displayName: Payment availability
  labels: {team: [identity, rbac]}
spec:
  description: No 5xx
  service: payment
  indicator:
    metadata: {name: no-5xx}
    spec:
      ratioMetric:
        counter: true
        good: {metricSource: {metricSourceRef: main, type: Prometheus, spec: {query: 'http_requests_total{code!~"5.."}'}}}
        total: {metricSource: {metricSourceRef: main, type: Prometheus, spec: {query: http_requests_total}}}
  timeWindow:
    - duration: 4w
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - targetPercent: 99.95
)";
    if (!replace.isEmpty()) {
        Q_ASSERT(text.contains(replace));
        text.replace(replace, by);
    }
    return text;
}
}

class TestSloDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSloth()
    {
        const SloDocument document = read(sloth);
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives.size(), size_t(2));
        const Objective &first = document.objectives[0];
        QCOMPARE(first.name, QStringLiteral("payment-availability"));
        QCOMPARE(first.title, QStringLiteral("No 5xx"));
        QCOMPARE(first.service, QStringLiteral("payment"));
        QVERIFY(std::abs(first.target - 0.9999) < 1e-12);
        QCOMPARE(first.window, std::chrono::milliseconds(24h * 30));
        QCOMPARE(first.indicator.kind, Indicator::Kind::BadTotal);
        QVERIFY(first.indicator.bad.contains(QLatin1String("5..")) && first.indicator.total.contains(QLatin1String("{{.window}}")));
        QCOMPARE(first.labels.toString(), QStringLiteral("{owner=\"payments\", tier=\"1\"}"));
        QCOMPARE(first.file, QStringLiteral("f"));
        QCOMPARE(document.objectives[1].name, QStringLiteral("payment-latency"));
        QCOMPARE(document.objectives[1].indicator.kind, Indicator::Kind::RatioMetric);
    }

    void readsOpenSlo()
    {
        const SloDocument document = read(openSlo());
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives.size(), size_t(1));
        const Objective &slo = document.objectives[0];
        QCOMPARE(slo.name, QStringLiteral("payment-availability"));
        QCOMPARE(slo.title, QStringLiteral("Payment availability"));
        QVERIFY(std::abs(slo.target - 0.9995) < 1e-12);
        QCOMPARE(slo.window, std::chrono::milliseconds(24h * 28));
        QCOMPARE(slo.source, QStringLiteral("main"));
        QCOMPARE(slo.indicator.kind, Indicator::Kind::GoodTotal);
        QCOMPARE(slo.indicator.total, QStringLiteral("http_requests_total"));
        QCOMPARE(slo.labels.toString(), QStringLiteral("{team=\"identity,rbac\"}"));
    }

    void readsOpenSloWrittenAsJson()
    {
        const SloDocument document = read(R"({"apiVersion": "openslo/v1", "kind": "SLO", "metadata": {"name": "a"}, "spec": {"service": "s",
            "indicator": {"metadata": {"name": "i"}, "spec": {"ratioMetric": {"rawType": "success", "raw": {"metricSource": {"spec": {"query": "ok:ratio"}}}}}},
            "timeWindow": [{"duration": "30d", "isRolling": true}], "budgetingMethod": "Occurrences", "objectives": [{"target": 0.9}]}})");
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives[0].indicator.kind, Indicator::Kind::RatioMetric);
        QCOMPARE(document.objectives[0].indicator.ratio, QStringLiteral("1 - (ok:ratio)"));
    }

    void findsIndicatorsOfOtherDocuments()
    {
        const SloDocument document = read(R"(apiVersion: openslo/v1
kind: SLO
metadata: {name: latency}
spec:
  service: payment
  indicatorRef: p95
  timeWindow: [{duration: 30d, isRolling: true}]
  budgetingMethod: Occurrences
  objectives: [{op: lte, value: 0.5, target: 0.99}]
---
apiVersion: openslo/v1
kind: Service
metadata: {name: payment}
---
apiVersion: openslo/v1
kind: SLI
metadata: {name: p95}
spec:
  thresholdMetric: {metricSource: {type: prometheus, spec: {query: 'latency:p95'}}}
)");
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives.size(), size_t(1));
        const Indicator &indicator = document.objectives[0].indicator;
        QCOMPARE(indicator.kind, Indicator::Kind::Threshold);
        QCOMPARE(indicator.threshold, QStringLiteral("latency:p95"));
        QCOMPARE(indicator.op, QStringLiteral("lte"));
        QCOMPARE(indicator.limit, 0.5);
    }

    void severalObjectivesHaveNamesOfTheirOwn()
    {
        const SloDocument document = read(openSlo("    - targetPercent: 99.95\n", "    - {displayName: Good, target: 0.99}\n    - {displayName: Better, target: 0.999}\n"));
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives.size(), size_t(2));
        QCOMPARE(document.objectives[0].name, QStringLiteral("payment-availability-1"));
        QCOMPARE(document.objectives[1].title, QStringLiteral("Payment availability, Better"));
    }

    void readsBothFormatsOfOneFile()
    {
        const SloDocument document = read(sloth + "---\n" + openSlo("name: payment-availability", "name: other"));
        QCOMPARE(faultsOf(document), QString());
        QCOMPARE(document.objectives.size(), size_t(3));
    }

    void refusesOpenSlo_data()
    {
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *replace, const char *by, const char *fault) {
            QTest::newRow(name) << QByteArray(replace) << QByteArray(by) << QString::fromUtf8(fault);
        };
        row("target of 100 %", "99.95", "100",
            "f:22:22: spec.objectives[0].targetPercent: a target of 100 % leaves no error budget, so nothing can be said of its burning; choose "
            "one below, such as 99.9 %");
        row("target over 100 %", "99.95", "101", "f:22:22: spec.objectives[0].targetPercent: targetPercent is between 0 and 100, such as 99.9");
        row("target of nothing", "99.95", "0", "f:22:22: spec.objectives[0].targetPercent: targetPercent is between 0 and 100, such as 99.9");
        row("both targets", "targetPercent: 99.95", "{target: 0.9, targetPercent: 90}",
            "f:22:7: spec.objectives[0]: exactly one of \"target\" and \"targetPercent\" is expected");
        row("calendar window", "      isRolling: true", "      calendar: {startTime: 2020-01-01 00:00:00, timeZone: UTC}",
            "f:19:7: spec.timeWindow[0].calendar: calendar windows are not supported; write isRolling: true with a duration such as 30d");
        row("not rolling", "isRolling: true", "isRolling: false",
            "f:19:18: spec.timeWindow[0].isRolling: calendar windows are not supported; write isRolling: true with a duration such as 30d");
        row("a month", "4w", "1M", "f:18:17: spec.timeWindow[0].duration: \"1M\" has no fixed length; write a rolling window in days or weeks, such as 30d");
        row("two units", "4w", "1d12h", "f:18:17: spec.timeWindow[0].duration: \"1d12h\" is not a duration-shorthand: one number and one of m h d w M Q Y are expected");
        row("window of nothing", "4w", "0d", "f:18:17: spec.timeWindow[0].duration: a window is from 1h to 366d long");
        row("time slices", "Occurrences", "Timeslices", "f:20:20: spec.budgetingMethod: the budgeting method Timeslices is not supported; Occurrences is");
        row("unknown method", "Occurrences", "Guessing", "f:20:20: spec.budgetingMethod: \"Guessing\" is not a budgeting method; Occurrences is");
        row("alpha version", "openslo/v1\n", "openslo/v1alpha\n", "f:1:13: apiVersion: version \"openslo/v1alpha\" is not supported; openslo/v1 is");
        row("unknown kind", "kind: SLO", "kind: SLA", "f:2:7: kind: \"SLA\" is not a kind of OpenSLO v1; those are SLO, SLI, Service, DataSource, AlertPolicy, AlertCondition, AlertNotificationTarget");
        row("unknown key", "  service: payment", "  serivce: payment", "f:9:3: spec.serivce: unknown key \"serivce\"; did you mean \"service\"?\nf:8:3: spec: \"service\" is missing");
        row("no such SLI", "  indicator:\n    metadata: {name: no-5xx}\n    spec:\n      ratioMetric:\n        counter: true\n", "  indicatorRef: no-5xx\n#",
            "f:10:17: spec.indicatorRef: no SLI called \"no-5xx\" stands in this file");
        row("another kind of source", "type: Prometheus, spec: {query: http_requests_total}", "type: Datadog, spec: {query: x}",
            "f:16:61: spec.indicator.spec.ratioMetric.total.metricSource.type: metric sources of type \"Datadog\" are not supported; Prometheus is");
        row("two sources", "total: {metricSource: {metricSourceRef: main", "total: {metricSource: {metricSourceRef: second",
            "f:16:49: spec.indicator.spec.ratioMetric.total.metricSource.metricSourceRef: one objective asks one source, and this one asks \"main\" already");
        row("bad and good", "counter: true", "bad: {metricSource: {spec: {query: x}}}",
            "f:14:9: spec.indicator.spec.ratioMetric: exactly one of \"good\" and \"bad\" is expected beside \"total\"");
        row("no query", "spec: {query: http_requests_total}", "spec: {sql: x}", "f:16:79: spec.indicator.spec.ratioMetric.total.metricSource.spec: \"query\" is missing");
    }

    void refusesOpenSlo()
    {
        QFETCH(QByteArray, replace);
        QFETCH(QByteArray, by);
        QFETCH(QString, fault);
        const QByteArray text = replace.startsWith("  indicator:") ? withReference() : openSlo(replace, by);
        const SloDocument document = read(text);
        QCOMPARE(faultsOf(document), fault);
        QVERIFY(document.objectives.empty());
    }

    void refusesSloth_data()
    {
        QTest::addColumn<QByteArray>("replace");
        QTest::addColumn<QByteArray>("by");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const char *replace, const char *by, const char *fault) {
            QTest::newRow(name) << QByteArray(replace) << QByteArray(by) << QString::fromUtf8(fault);
        };
        row("target of 100 %", "objective: 99.99", "objective: 100",
            "f:7:16: slos[0].objective: a target of 100 % leaves no error budget, so nothing can be said of its burning; choose one below, such as 99.9 %");
        row("negative target", "objective: 99.99", "objective: -1", "f:7:16: slos[0].objective: the objective is per cent between 0 and 100, such as 99.9");
        row("target as a text", "objective: 99.99", "objective: high", "f:7:16: slos[0].objective: a number is expected, not \"high\"");
        row("other version", "prometheus/v1", "prometheus/v2", "f:1:10: version: version \"prometheus/v2\" is not supported; prometheus/v1 is");
        row("same name twice", "name: payment-latency", "name: availability", "f:17:11: slos[1].name: another SLO of this file is called \"payment-availability\"");
        row("unknown key", "    description: No 5xx", "    descripton: No 5xx", "f:8:5: slos[0].descripton: unknown key \"descripton\"; did you mean \"description\"?");
        row("plugin", "      raw:\n        error_ratio_query: 1 - job:fast:ratio_rate{{.window}}", "      plugin: {id: x}",
            "f:20:7: slos[1].sli.plugin: plugins of Sloth are programs and are not run; write its queries as \"events\" or \"raw\"");
        row("no total", "        total_query: sum(rate(http_requests_total{service=\"payment\"}[{{.window}}]))\n", "", "f:12:9: slos[0].sli.events: \"total_query\" is missing");
        row("no service", "service: payment\n", "", "f:1:1: \"service\" is missing");
    }

    void refusesSloth()
    {
        QFETCH(QByteArray, replace);
        QFETCH(QByteArray, by);
        QFETCH(QString, fault);
        QByteArray text = sloth;
        QVERIFY(text.contains(replace));
        const SloDocument document = read(text.replace(text.indexOf(replace), replace.size(), by));
        QCOMPARE(faultsOf(document), fault);
        QVERIFY(document.objectives.empty());
    }

    void saysEveryFaultAtOnce()
    {
        QByteArray text = sloth;
        text.replace("objective: 99.99", "objective: 100").replace("objective: 99\n", "objective: x\n").replace("version: \"prometheus/v1\"\n", "version: prometheus/v1\nversion: prometheus/v1\n");
        const SloDocument document = read(text + "---\n[1, 2]\n");
        QCOMPARE(document.faults.size(), size_t(4));
    }

    void refusesOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a comment") << QByteArray("# nothing\n");
        QTest::newRow("a text") << QByteArray("hello");
        QTest::newRow("another document") << QByteArray("groups: []\n");
        QTest::newRow("not YAML") << QByteArray("<html>");
        QTest::newRow("cut") << sloth.left(200) + "\n  x: [";
        QTest::newRow("list of nothing") << QByteArray("version: prometheus/v1\nservice: a\nslos: []\n");
        QTest::newRow("numbers for SLOs") << QByteArray("version: prometheus/v1\nservice: a\nslos: [1, 2]\n");
        QTest::newRow("empty OpenSLO") << QByteArray("apiVersion: openslo/v1\nkind: SLO\n");
    }

    void refusesOtherFiles()
    {
        QFETCH(QByteArray, text);
        const SloDocument document = read(text);
        QVERIFY(!document.faults.empty());
        QVERIFY(document.objectives.empty());
        for (const Fault &fault : document.faults)
            QVERIFY2(fault.line > 0 && !fault.message.isEmpty(), qPrintable(fault.toString()));
    }

    void everyCutOfADocumentIsReadOrRefused()
    {
        const QByteArray text = openSlo();
        for (qsizetype length = 0; length < text.size() - 8; ++length) {
            const SloDocument document = read(text.left(length));
            QVERIFY2(document.faults.empty() != document.objectives.empty(), text.left(length).constData());
        }
    }

private:
    static QByteArray withReference()
    {
        QByteArray text = openSlo();
        const qsizetype start = text.indexOf("  indicator:");
        const qsizetype end = text.indexOf("  timeWindow:");
        return text.replace(start, end - start, "  indicatorRef: no-5xx\n");
    }
};

WATCHFLOOR_TEST(TestSloDocument)
#include "tst_slodocument.moc"
