#include "models/rules/ruleplan.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

Rule alertNamed(const QString &name)
{
    return {name, true, u"up == 0"_s};
}

/// JSON with plain quotes, which are easier on the eye.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

RuleFile file(const QString &path, const QString &group, const QStringList &alerts)
{
    RuleGroup made{group};
    for (const QString &name : alerts)
        made.rules.push_back(alertNamed(name));
    return {path, {made}};
}

}

class TestRulePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesOutWhatASourceListsAlready_data()
    {
        QTest::addColumn<QStringList>("listed");
        QTest::addColumn<QString>("group");
        QTest::addColumn<bool>("isSkipped");
        QTest::newRow("the same group") << QStringList{u"A"_s, u"B"_s} << u"g"_s << true;
        QTest::newRow("with more in it") << QStringList{u"A"_s, u"B"_s, u"C"_s} << u"g"_s << true;
        QTest::newRow("another of that name") << QStringList{u"X"_s} << u"g"_s << false;
        QTest::newRow("one rule is missing there") << QStringList{u"A"_s} << u"g"_s << false;
        QTest::newRow("another group") << QStringList{u"A"_s, u"B"_s} << u"h"_s << false;
    }

    void leavesOutWhatASourceListsAlready()
    {
        QFETCH(QStringList, listed);
        QFETCH(QString, group);
        QFETCH(bool, isSkipped);
        const std::vector<RuleFile> files{file(u"one.yaml"_s, u"g"_s, {u"A"_s, u"B"_s}), file(u"two.yaml"_s, u"own"_s, {u"C"_s})};
        const RulePlan plan = planRules(files, {{u"main"_s, {{group, QSet<QString>(listed.begin(), listed.end())}}}});
        QCOMPARE(plan.files.size(), size_t(isSkipped ? 1 : 2));
        QCOMPARE(plan.files.back(), files.back());
        const std::vector<SkippedGroup> expected{{u"g"_s, u"one.yaml"_s, u"main"_s}};
        QCOMPARE(plan.skipped, isSkipped ? expected : std::vector<SkippedGroup>());
    }

    void readsTheGroupsOfAPrometheus()
    {
        const auto listed = parseListedGroups(json("{'status':'success','data':{'groups':[{'name':'slo','file':'r.yml','rules':["
                                                   "{'type':'alerting','name':'A'},{'type':'recording','name':'a:b'}]},{'name':'none','rules':[]}]}}"));
        QVERIFY(listed.ok());
        const ListedGroups expected{{u"none"_s, {}}, {u"slo"_s, {u"A"_s, u"a:b"_s}}};
        QCOMPARE(*listed, expected);
    }

    void refusesWhatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << json("{'status':'success','data':{'gro");
        QTest::newRow("an error") << json("{'status':'error','error':'no'}");
        QTest::newRow("a list") << QByteArray("[]");
    }

    void refusesWhatIsNoList()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parseListedGroups(body).ok());
    }

    void survivesWrongTypes()
    {
        const auto listed = parseListedGroups(json("{'status':'success','data':{'groups':[7,{'name':3,'rules':'x'},{'name':'g','rules':[null,{'name':[]}]}]}}"));
        QVERIFY(listed.ok());
        QVERIFY(listed->contains(u"g"_s));
    }
};

WATCHFLOOR_TEST(TestRulePlan)
#include "tst_ruleplan.moc"
