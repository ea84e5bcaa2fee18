#include "models/alerts/ruleselector.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;
using Comparison = RuleSelector::Comparison;

class TestRuleSelector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void hostileTextEnds();
    void presenceNarrowsToTheAlert();
    void presenceEscapesValues();
};

void TestRuleSelector::splits_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("selector");
    QTest::addColumn<int>("comparison");
    QTest::addColumn<QString>("threshold");
    const auto row = [](const char *name, const QString &expression, const QString &selector, Comparison comparison, const QString &threshold) {
        QTest::newRow(name) << expression << selector << int(comparison) << threshold;
    };
    row("plain", u"up == 0"_s, u"up"_s, Comparison::Equal, u"0"_s);
    row("matchers hold operators", u"up{job!=\"a > b\", x=~\"c<d\"} != 1"_s, u"up{job!=\"a > b\", x=~\"c<d\"}"_s, Comparison::NotEqual, u"1"_s);
    row("ratio", u"sum by (service)(rate(e[5m])) / sum by (service)(rate(t[5m])) > 0.01"_s,
        u"sum by (service)(rate(e[5m])) / sum by (service)(rate(t[5m]))"_s, Comparison::Greater, u"0.01"_s);
    row("constant first", u"0.5 >= success"_s, u"success"_s, Comparison::LessOrEqual, u"0.5"_s);
    row("arithmetic limit", u"burn1h > (14.4 * 0.001)"_s, u"burn1h"_s, Comparison::Greater, u"0.0144"_s);
    row("power and sign", u"x < -2^3 + 1e1"_s, u"x"_s, Comparison::Less, u"2"_s);
    row("and counts its left", u"(a > 1 and b > 2) and c < 3"_s, u"a"_s, Comparison::Greater, u"1"_s);
    row("unless", u"a > 1 unless on (x) b"_s, u"a"_s, Comparison::Greater, u"1"_s);
    row("or counts both", u"a > 1 or on (x) b > 2"_s, u"(a) or (b)"_s, Comparison::Greater, u"1"_s);
    row("vector against vector", u"a > on (x) group_left (y) b"_s, u"a"_s, Comparison::Greater, {});
    row("bool", u"a > bool 5"_s, u"a"_s, Comparison::Greater, u"5"_s);
    row("brackets around", u"((a > 5))"_s, u"a"_s, Comparison::Greater, u"5"_s);
    row("limits on both sides", u"a > 1 < 5"_s, u"a"_s, Comparison::Greater, u"1"_s);
    row("comment", u"up # it is > than\n== 0"_s, u"up"_s, Comparison::Equal, u"0"_s);
    row("words inside names", u"origin_and_more:or > 3"_s, u"origin_and_more:or"_s, Comparison::Greater, u"3"_s);
    row("absence", u"absent(up{job=\"a\"})"_s, u"up{job=\"a\"}"_s, Comparison::None, {});
    row("absence of a condition", u"absent(up == 1)"_s, u"up == 1"_s, Comparison::None, {});
    row("no comparison", u"vector(1)"_s, {}, Comparison::None, {});
    row("empty", {}, {}, Comparison::None, {});
    row("open bracket", u"sum(a > 1"_s, {}, Comparison::None, {});
}

void TestRuleSelector::splits()
{
    QFETCH(QString, expression);
    QFETCH(QString, selector);
    QFETCH(int, comparison);
    QFETCH(QString, threshold);
    const RuleSelector taken = ruleSelector(expression);
    QCOMPARE(taken.selector.simplified(), selector);
    QCOMPARE(int(taken.comparison), comparison);
    QCOMPARE(taken.threshold ? QString::number(*taken.threshold) : QString(), threshold);
    QCOMPARE(taken.ofAbsence, expression.startsWith(u"absent"));
}

void TestRuleSelector::hostileTextEnds()
{
    QVERIFY(ruleSelector(QString(60'000, u'(')).selector.isEmpty());
    QVERIFY(ruleSelector(QString(30'000, u'(') + u"1"_s + QString(30'000, u')')).selector.isEmpty());
    QVERIFY(ruleSelector(u"a > "_s + QString(60'000, u'-') + u"1"_s).threshold == std::nullopt);
    QVERIFY(ruleSelector(QString(100'000, u'a') + u" > 1"_s).selector.isEmpty());
    QCOMPARE(ruleSelector(u"a{b=\"\\"_s).selector, QString());
}

void TestRuleSelector::presenceNarrowsToTheAlert()
{
    AlertRule rule;
    rule.expression = u"up == 0"_s;
    rule.labels = {{u"severity"_s, u"critical"_s}};
    const Labels labels{{u"alertname"_s, u"Down"_s}, {u"severity"_s, u"critical"_s}, {u"instance"_s, u"a:1"_s}, {u"job"_s, u"x"_s}};
    QCOMPARE(presenceExpression(rule, labels, true),
             u"(up) and on (instance, job) label_replace(label_replace(vector(1), \"instance\", \"a:1\", \"\", \"\"), \"job\", \"x\", \"\", \"\")"_s);
    QCOMPARE(presenceExpression(rule, labels, false), u"up"_s);
    rule.expression = u"absent(up)"_s;
    QCOMPARE(presenceExpression(rule, labels, true), u"up"_s);
    rule.expression = u"vector(1)"_s;
    QVERIFY(presenceExpression(rule, labels, true).isEmpty());
}

void TestRuleSelector::presenceEscapesValues()
{
    AlertRule rule;
    rule.expression = u"up == 0"_s;
    QCOMPARE(presenceExpression(rule, {{u"path"_s, u"a\"b\\c$1"_s}}, true),
             u"(up) and on (path) label_replace(vector(1), \"path\", \"a\\\"b\\\\c$$1\", \"\", \"\")"_s);
}

WATCHFLOOR_TEST(TestRuleSelector)
#include "tst_ruleselector.moc"
