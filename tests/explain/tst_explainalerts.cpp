#include "app/verbs/explain.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Qt::StringLiterals;

namespace {

/// JSON written with single quotes.
std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

ExplainJson ask(const std::string &question)
{
    return ExplainJson::parse(explainLine(json(question)));
}

ExplainJson askMatchers(const std::string &text, const std::string &mode, bool single = false)
{
    const ExplainJson question{{"kind", "matchers"}, {"text", text}, {"mode", mode}, {"single", single}};
    return ExplainJson::parse(explainLine(question.dump()));
}

}

class TestExplainAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchersAreToldInFull();
    void refusalsHaveTheirColumn();
    void disagreementIsToldBeforeAnythingIsDone();
    void matchersOfBytes();
    void questionsThatAreWrong();
    void answersOfAnAlertmanagerAreMerged();
    void bodiesMayBeTexts();
    void oldVersionsAreRefused();
};

void TestExplainAlerts::matchersAreToldInFull()
{
    const ExplainJson answer = ask("{'kind':'matchers','id':7,'text':'{a=b,c!~d.*}','mode':'fallback','labels':{'a':'b','c':'x'}}");
    QCOMPARE(answer.at("ok").get<bool>(), true);
    QCOMPARE(answer.at("id").get<int>(), 7);
    QCOMPARE(answer.at("text").get<std::string>(), json("{a='b',c!~'d.*'}"));
    QVERIFY(answer.at("matches").get<bool>());
    QVERIFY(answer.at("disagreement").is_null());
    const ExplainJson &second = answer.at("matchers").at(1);
    QVERIFY(second.at("name") == "c" && second.at("value") == "d.*" && second.at("isRegex") == true && second.at("isEqual") == false);
    QVERIFY(!ask("{'kind':'matchers','text':'a=~b.','labels':{'a':'b\\n'}}").at("matches").get<bool>());
    QVERIFY(askMatchers("{}", "utf8").at("matchers").empty());
    QCOMPARE(askMatchers(" a = b ", "classic", true).at("text").get<std::string>(), json("a='b'"));
}

void TestExplainAlerts::refusalsHaveTheirColumn()
{
    const ExplainJson answer = askMatchers("{a=b c=d}", "utf8");
    QVERIFY(!answer.at("ok").get<bool>());
    QCOMPARE(answer.at("column").get<int>(), 6);
    QVERIFY(QString::fromStdString(answer.at("error").get<std::string>()).startsWith(u"5:6: c: "));
    QVERIFY(!askMatchers("{a=b}", "fallback", true).at("ok").get<bool>());
    QVERIFY(!askMatchers("a=b,c=d", "utf8", true).at("ok").get<bool>());
    QVERIFY(!askMatchers("a-b=c", "classic").at("ok").get<bool>());
}

void TestExplainAlerts::disagreementIsToldBeforeAnythingIsDone()
{
    const ExplainJson answer = askMatchers("a=\"\\x41\"", "fallback");
    QCOMPARE(answer.at("matchers").at(0).at("value").get<std::string>(), std::string("\\x41"));
    QVERIFY(answer.at("disagreement").is_string());
    QCOMPARE(askMatchers("a=\"\\x41\"", "utf8").at("matchers").at(0).at("value").get<std::string>(), std::string("A"));
    QVERIFY(askMatchers("a=b c", "fallback").at("disagreement").is_string());
}

void TestExplainAlerts::matchersOfBytes()
{
    QVERIFY(!ask("{'kind':'matchers','base64':'YT3/','mode':'classic','single':true}").at("ok").get<bool>());
    QVERIFY(ask("{'kind':'matchers','base64':'YT3/','mode':'classic'}").at("ok").get<bool>());
}

void TestExplainAlerts::questionsThatAreWrong()
{
    for (const char *question : {"{'kind':'matchers'}", "{'kind':'matchers','text':'a=b','mode':'old'}", "{'kind':'matchers','text':'a=b','labels':{'a':1}}",
                                 "{'kind':'matchers','text':'a=b','labels':[]}", "{'kind':'matchers','text':7}", "{'kind':'alertmanager'}", "{'kind':'alertmanager','alerts':'<html>'}",
                                 "{'kind':'alertmanager','alerts':[{}]}", "{'kind':'alertmanager','alerts':[],'silences':{}}", "{'kind':'alertmanager','version':7,'alerts':[]}"})
        QVERIFY2(!ask(question).at("ok").get<bool>(), question);
}

void TestExplainAlerts::answersOfAnAlertmanagerAreMerged()
{
    const std::string first = "{'labels':{'alertname':'A'},'fingerprint':'f','startsAt':'2026-11-21T02:39:47.027Z','status':{'state':'suppressed','silencedBy':['s'],'inhibitedBy':null},'receivers':[{'name':'p'}]}";
    const std::string second = "{'labels':{'alertname':'B'},'status':{'state':'unprocessed','silencedBy':[],'inhibitedBy':['f']}}";
    const ExplainJson answer = ask("{'kind':'alertmanager','version':'0.25.0','groups':[{'alerts':[" + first + "," + second + "]},{'alerts':[" + first
                                   + "]}],'silences':[{'id':'s','status':{'state':'active'},'matchers':[{'name':'a','value':'b','isRegex':false}]}]}");
    QVERIFY2(answer.at("ok").get<bool>(), answer.dump().c_str());
    QCOMPARE(answer.at("alerts").size(), size_t(2));
    const ExplainJson &alert = answer.at("alerts").at(0);
    QVERIFY(alert.at("fingerprint") == "f" && alert.at("state") == "suppressed" && alert.at("startsAt") == "2026-11-21T02:39:47.027Z");
    QVERIFY(alert.at("silencedBy").size() == 1 && alert.at("inhibitedBy").empty() && alert.at("labels").at("alertname") == "A");
    QVERIFY(answer.at("alerts").at(1).at("state") == "unprocessed" && answer.at("alerts").at(1).at("fingerprint").get<std::string>().size() == 16);
    const ExplainJson &silence = answer.at("silences").at(0);
    QVERIFY(silence.at("id") == "s" && silence.at("state") == "active" && silence.at("matchers").at(0).at("isEqual") == true);
}

void TestExplainAlerts::bodiesMayBeTexts()
{
    const ExplainJson question{{"kind", "alertmanager"}, {"alerts", json("[{'labels':{'alertname':'Disk'}}]")}, {"silences", "[]"}};
    const ExplainJson answer = ExplainJson::parse(explainLine(question.dump()));
    QVERIFY(answer.at("ok").get<bool>());
    QCOMPARE(answer.at("alerts").at(0).at("fingerprint").get<std::string>(), std::string("ec46590cdcd657bb"));
    QVERIFY(answer.at("alerts").at(0).at("startsAt").is_null());
}

void TestExplainAlerts::oldVersionsAreRefused()
{
    for (const char *version : {"0.15.3", "0.16.2", "v0.4.0"}) {
        const ExplainJson answer = ask("{'kind':'alertmanager','version':'" + std::string(version) + "','alerts':[]}");
        QVERIFY(!answer.at("ok").get<bool>());
        QVERIFY(answer.at("error").get<std::string>().find(version) != std::string::npos);
    }
    const ExplainJson envelope = ask("{'kind':'alertmanager','alerts':{'status':'success','data':[]}}");
    QVERIFY(envelope.at("error").get<std::string>().find("API v1") != std::string::npos);
    const ExplainJson oldest = ask("{'kind':'alertmanager','silences':{'status':'success','data':{'silences':[{'id':3,'matchers':[]}],'total':1}}}");
    QVERIFY(oldest.at("error").get<std::string>().find("API v1") != std::string::npos);
    QVERIFY(!ask("{'kind':'alertmanager','silences':{'id':'one'}}").at("ok").get<bool>());
    QVERIFY(ask("{'kind':'alertmanager','version':'0.17.0','alerts':[]}").at("ok").get<bool>());
}

WATCHFLOOR_TEST(TestExplainAlerts)
#include "tst_explainalerts.moc"
