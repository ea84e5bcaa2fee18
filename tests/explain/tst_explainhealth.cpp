#include "app/verbs/explain.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;

namespace {

ExplainJson answerTo(const ExplainJson &question)
{
    return ExplainJson::parse(explainLine(question.dump()));
}

ExplainJson parsed(const QByteArray &json)
{
    return ExplainJson::parse(json.toStdString());
}

}

class TestExplainHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsAreExplained_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *question, const char *expected) { QTest::newRow(name) << QByteArray(question) << QByteArray(expected); };
        row("valid", "{\"text\":\"[STATUS] == 200\"}", "{\"ok\":true,\"valid\":true}");
        row("literals are valid", "{\"text\":\"a == b\"}", "{\"ok\":true,\"valid\":true}");
        row("no spaces", "{\"text\":\"[STATUS]==200\",\"response\":{\"status\":200}}", "{\"valid\":false,\"success\":false,\"shown\":\"[STATUS]==200\"}");
        row("true, as written", "{\"text\":\"[STATUS] == 200\",\"response\":{\"status\":200}}", "{\"success\":true,\"shown\":\"[STATUS] == 200\",\"resolved\":\"[STATUS] (200) == 200\"}");
        row("true, resolved", "{\"text\":\"[BODY].status == UP\",\"response\":{\"body\":\"{\\\"status\\\":\\\"UP\\\"}\"},\"resolveSuccessfulConditions\":true}", "{\"success\":true,\"shown\":\"[BODY].status (UP) == UP\"}");
        row("false, resolved", "{\"text\":\"[BODY].status == UP\",\"response\":{\"body\":\"{\\\"status\\\":\\\"DOWN\\\"}\"}}", "{\"success\":false,\"shown\":\"[BODY].status (DOWN) == UP\"}");
        row("false, as written", "{\"text\":\"[STATUS] == 200\",\"response\":{\"status\":503},\"dontResolveFailedConditions\":true}", "{\"success\":false,\"shown\":\"[STATUS] == 200\"}");
        row("invalid path", "{\"text\":\"[BODY].a.b == 1\",\"response\":{\"body\":\"{}\"}}", "{\"success\":false,\"shown\":\"[BODY].a.b (INVALID) == 1\"}");
        row("not there, but unequal", "{\"text\":\"[BODY].a != 1\",\"response\":{\"body\":\"{}\"}}", "{\"success\":true,\"counted\":false}");
        row("not connected", "{\"text\":\"[CONNECTED] == true\",\"response\":{}}", "{\"success\":false,\"shown\":\"[CONNECTED] (false) == true\"}");
        row("certificate", "{\"text\":\"[CERTIFICATE_EXPIRATION] > 48h\",\"response\":{\"certificateExpirationMs\":5400000}}", "{\"success\":false,\"shown\":\"[CERTIFICATE_EXPIRATION] (1h30m) > 48h\"}");
        row("domain", "{\"text\":\"[DOMAIN_EXPIRATION] > 720h\",\"response\":{\"domainExpirationMs\":2600000000}}", "{\"success\":true}");
        row("DNS", "{\"text\":\"[DNS_RCODE] == NOERROR\",\"response\":{\"dnsRcode\":\"NXDOMAIN\"}}", "{\"success\":false,\"shown\":\"[DNS_RCODE] (NXDOMAIN) == NOERROR\"}");
        row("time", "{\"text\":\"[RESPONSE_TIME] < 1s\",\"response\":{\"durationMs\":1200}}", "{\"success\":false,\"shown\":\"[RESPONSE_TIME] (1200) < 1s\"}");
        row("no number", "{\"text\":\"[RESPONSE_TIME] < soon\",\"response\":{\"durationMs\":12}}", "{\"success\":false,\"shown\":\"[RESPONSE_TIME] (12) < soon (0)\"}");
        row("address", "{\"text\":\"[ip] == pat(10.*)\",\"response\":{\"ip\":\"10.1.2.3\"}}", "{\"success\":true}");
        row("wrong type", "{\"text\":\"[STATUS] == 200\",\"response\":{\"status\":\"fine\"}}", "{\"ok\":false,\"error\":\"\\\"status\\\" is not a number\"}");
    }
    void conditionsAreExplained()
    {
        QFETCH(QByteArray, question);
        QFETCH(QByteArray, expected);
        ExplainJson asked = parsed(question);
        asked["kind"] = "condition";
        const ExplainJson answer = answerTo(asked);
        const ExplainJson wanted = parsed(expected);
        for (const auto &[key, value] : wanted.items())
            QVERIFY2(answer.contains(key) && answer[key] == value, answer.dump().c_str());
    }

    void pathsAreExplained()
    {
        const ExplainJson list = answerTo({{"kind", "jsonpath"}, {"path", ""}, {"text", "[1, 2.5]"}});
        QVERIFY(list["value"] == "[1 2.5]" && list["length"] == 2);
        const ExplainJson text = answerTo({{"kind", "jsonpath"}, {"path", "a[1].b"}, {"text", "{\"a\":[0,{\"b\":\"now\"}]}"}});
        QVERIFY(text["value"] == "now" && text["length"] == 3);
        const ExplainJson nowhere = answerTo({{"kind", "jsonpath"}, {"path", "a[7].b"}, {"text", "{\"a\":[]}"}});
        QVERIFY(nowhere["ok"] == false && !nowhere["error"].get<std::string>().empty());
        QVERIFY(answerTo({{"kind", "jsonpath"}, {"path", "a"}, {"text", "no JSON"}})["ok"] == false);
        QVERIFY(answerTo({{"kind", "jsonpath"}, {"path", "a"}})["ok"] == false);
    }

    void healthPagesAreExplained()
    {
        const ExplainJson down = answerTo({{"kind", "health"}, {"status", 200}, {"contentType", "application/json"}, {"text", "{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"DOWN\"}}}"}});
        QVERIFY(down["state"] == "critical" && down["family"] == "spring");
        QVERIFY(down["components"] == parsed("[{\"name\":\"db\",\"state\":\"critical\"}]"));
        const ExplainJson page = answerTo({{"kind", "health"}, {"status", 200}, {"headers", {{"Content-Type", "text/html"}}}, {"text", "healthy"}});
        QVERIFY(page["state"] == "blind" && page["family"] == "unknown" && page["components"].empty());
        QVERIFY(answerTo({{"kind", "health"}, {"status", "200"}, {"text", "ok"}})["ok"] == false);
        QVERIFY(answerTo({{"kind", "health"}, {"status", 200}, {"base64", "b2s="}})["state"] == "healthy");
    }
};

WATCHFLOOR_TEST(TestExplainHealth)
#include "tst_explainhealth.moc"
