#include "models/rules/rulefile.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

class TestRuleFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGroupsAndRules()
    {
        const RuleDocument document = readRuleFile("groups:\n"
                                                   "- name: orders\n"
                                                   "  interval: 30s\n"
                                                   "  limit: 5\n"
                                                   "  rules:\n"
                                                   "  - record: job:up:sum\n"
                                                   "    expr: sum by (job) (up)\n"
                                                   "  - alert: Down\n"
                                                   "    expr: up == 0\n"
                                                   "    for: 5m\n"
                                                   "    keep_firing_for: 0\n"
                                                   "    labels: {severity: critical, pod: ''}\n"
                                                   "    annotations:\n"
                                                   "      summary: '{{ $labels.job }} is down'\n",
                                                   u"r.yaml"_s);
        QVERIFY(document.faults.empty());
        QCOMPARE(document.file.path, u"r.yaml"_s);
        QCOMPARE(document.file.groups.size(), size_t(1));
        const RuleGroup &group = document.file.groups.front();
        QCOMPARE(group.name, u"orders"_s);
        QCOMPARE(group.interval, u"30s"_s);
        QCOMPARE(group.limit, 5);
        QCOMPARE(group.rules.size(), size_t(2));
        QVERIFY(!group.rules[0].isAlert);
        QCOMPARE(group.rules[0].name, u"job:up:sum"_s);
        QCOMPARE(group.rules[0].line, 6);
        const Rule expected{u"Down"_s, true, u"up == 0"_s, u"5m"_s, u"0"_s, {{u"severity"_s, u"critical"_s}, {u"pod"_s, QString()}},
                            {{u"summary"_s, u"{{ $labels.job }} is down"_s}}, 8};
        QCOMPARE(group.rules[1], expected);
    }

    void refusesWhatPrometheusRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("message");
        const auto rule = [](const QByteArray &lines) { return "groups:\n- name: g\n  rules:\n  - " + lines; };
        QTest::newRow("no YAML") << QByteArray("groups: [\n") << 0 << QString();
        QTest::newRow("unknown key of the file") << QByteArray("group: []\n") << 1 << u"group"_s;
        QTest::newRow("groups are no list") << QByteArray("groups: {a: b}\n") << 1 << u"a list of groups"_s;
        QTest::newRow("group without a name") << QByteArray("groups:\n- rules: []\n") << 2 << u"name"_s;
        QTest::newRow("group twice") << QByteArray("groups:\n- name: g\n- name: g\n") << 3 << u"twice"_s;
        QTest::newRow("interval") << QByteArray("groups:\n- name: g\n  interval: soon\n") << 3 << u"duration"_s;
        QTest::newRow("two documents") << QByteArray("groups: []\n---\ngroups: []\n") << 3 << u"one document"_s;
        QTest::newRow("neither alert nor record") << rule("expr: up\n") << 4 << u"one of alert and record"_s;
        QTest::newRow("both") << rule("alert: A\n    record: b\n    expr: up\n") << 4 << u"one of alert and record"_s;
        QTest::newRow("no expression") << rule("alert: A\n") << 4 << u"expr"_s;
        QTest::newRow("unknown key of a rule") << rule("alert: A\n    expr: up\n    severity: high\n") << 6 << u"severity"_s;
        QTest::newRow("for of a recording rule") << rule("record: a\n    expr: up\n    for: 5m\n") << 6 << u"for belongs to an alert"_s;
        QTest::newRow("name of a series") << rule("record: a-b\n    expr: up\n") << 4 << u"a-b"_s;
        QTest::newRow("name of a label") << rule("alert: A\n    expr: up\n    labels:\n      a-b: c\n") << 7 << u"a-b"_s;
        QTest::newRow("alertname as a label") << rule("alert: A\n    expr: up\n    labels:\n      alertname: B\n") << 7 << u"alertname"_s;
        QTest::newRow("labels are no map") << rule("alert: A\n    expr: up\n    labels: x\n") << 6 << u"a map of texts"_s;
        QTest::newRow("label is a list") << rule("alert: A\n    expr: up\n    labels: {a: [b]}\n") << 6 << u"a text"_s;
        QTest::newRow("for") << rule("alert: A\n    expr: up\n    for: long\n") << 6 << u"duration"_s;
    }

    void refusesWhatPrometheusRefuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, message);
        const RuleDocument document = readRuleFile(text, u"r.yaml"_s);
        QCOMPARE(document.faults.size(), size_t(1));
        QCOMPARE(document.faults.front().file, u"r.yaml"_s);
        if (line > 0)
            QCOMPARE(document.faults.front().line, line);
        QVERIFY2(document.faults.front().message.contains(message), qPrintable(document.faults.front().message));
    }

    void anEmptyFileHasNoRules()
    {
        for (const QByteArray &text : {QByteArray(), QByteArray("groups:\n"), QByteArray("groups: []\n")}) {
            const RuleDocument document = readRuleFile(text, u"r.yaml"_s);
            QVERIFY(document.faults.empty());
            QVERIFY(document.file.groups.empty());
        }
    }
};

WATCHFLOOR_TEST(TestRuleFile)
#include "tst_rulefile.moc"
