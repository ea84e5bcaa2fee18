#include "models/rules/rulejudge.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Rule ruleAt(int line)
{
    Rule rule{u"A"_s, true, u"up"_s};
    rule.line = line;
    return rule;
}

const std::vector<RuleFile> files{{u"one.yaml"_s, {{u"g"_s, {}, 0, {ruleAt(4), ruleAt(9)}, 2}, {u"h \"x\""_s, {}, 0, {ruleAt(20)}, 18}}}, {u"two.yaml"_s, {}}};

}

class TestRuleJudge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThePlaceInTheOriginal_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<std::vector<Fault>>("expected");
        QTest::newRow("fine") << u"Checking /j/0.json\n  SUCCESS: 3 rules found\n"_s << std::vector<Fault>();
        QTest::newRow("expression") << u"  FAILED:\n/j/0.json: 1:99: group \"g\", rule 2, \"Bad\": could not parse expression: 1:7: parse error: unclosed left parenthesis\n"_s
                                    << std::vector<Fault>{{u"one.yaml"_s, 9, 0, u"Bad"_s, u"could not parse expression: 1:7: parse error: unclosed left parenthesis"_s}};
        QTest::newRow("template") << u"/j/0.json: group \"h \"x\"\", rule 1, \"T\": annotation \"a\": template: __alert_T:1: unexpected \"}\" in operand\n"_s
                                  << std::vector<Fault>{{u"one.yaml"_s, 20, 0, u"T"_s, u"annotation \"a\": template: __alert_T:1: unexpected \"}\" in operand"_s}};
        QTest::newRow("a rule that is not there") << u"/j/0.json: 1:2: group \"g\", rule 7, \"X\": no\n"_s << std::vector<Fault>{{u"one.yaml"_s, 2, 0, u"X"_s, u"no"_s}};
        QTest::newRow("the file as a whole") << u"/j/1.json: yaml: no\n"_s << std::vector<Fault>{{u"two.yaml"_s, 0, 0, {}, u"yaml: no"_s}};
        QTest::newRow("two files") << u"/j/0.json: a\n/j/1.json: b\n"_s << std::vector<Fault>{{u"one.yaml"_s, 0, 0, {}, u"a"_s}, {u"two.yaml"_s, 0, 0, {}, u"b"_s}};
    }

    void findsThePlaceInTheOriginal()
    {
        QFETCH(QString, output);
        QFETCH(std::vector<Fault>, expected);
        QCOMPARE(promtoolFaults(output, {u"/j/0.json"_s, u"/j/1.json"_s}, files), expected);
    }
};

WATCHFLOOR_TEST(TestRuleJudge)
#include "tst_rulejudge.moc"
