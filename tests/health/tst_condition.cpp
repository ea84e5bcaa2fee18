#include "models/health/condition.h"
#include "models/health/conditionvalue.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

ConditionInput sampleInput()
{
    ConditionInput input;
    input.status = 200;
    input.duration = 412ms;
    input.ip = QStringLiteral("10.0.0.7");
    input.certificateLeft = 72h;
    input.body = R"({"status":"healthy","name":"john.doe","count":5,"ratio":0.25,"flag":true,"nothing":null,"text":"5m",
                     "data":[{"id":1},{"id":2}],"tags":["a","b","c"],"nested":{"a":{"b":[[1,2],[3]]}},"errors":{}})";
    return input;
}

}

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditionsAreJudged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("success");
        const auto row = [](const char *text, bool success) { QTest::newRow(text) << QString::fromUtf8(text) << success; };
        row("[STATUS] == 200", true);
        row("[STATUS] != 200", false);
        row("[STATUS] < 300", true);
        row("[STATUS] <= 200", true);
        row("[STATUS] >= 201", false);
        row("[STATUS] == any(200, 429)", true);
        row("[STATUS] == any(201, 429)", false);
        row("[STATUS] != any(500, 503)", true);
        row("[STATUS]==200", true);
        row("[status] == 200", true);
        row("200 == [STATUS]", true);
        row("300 > [STATUS]", true);
        row("[STATUS] == 200.0", true);
        row("[STATUS] == 2*", false);
        row("[RESPONSE_TIME] < 500", true);
        row("[RESPONSE_TIME] < 0.4s", false);
        row("[RESPONSE_TIME] < 1s", true);
        row("[CONNECTED] == true", true);
        row("[IP] == 10.0.0.7", true);
        row("[IP] == pat(10.*)", true);
        row("[CERTIFICATE_EXPIRATION] > 48h", true);
        row("[CERTIFICATE_EXPIRATION] > 5d", false);
        row("[BODY].status == healthy", true);
        row("[BODY].status == Healthy", false);
        row("[BODY].count == 5", true);
        row("[BODY].count > 4", true);
        row("[BODY].ratio == 0.25", true);
        row("[BODY].flag == true", true);
        row("[BODY].nothing == null", true);
        row("[BODY].text < 6m", true);
        row("[BODY].status > 3", false);
        row("[BODY].status < 3", false);
        row("[BODY].data[1].id == 2", true);
        row("[BODY].data[2].id == 2", false);
        row("[BODY].data[2].id != 2", false);
        row("[BODY].nested.a.b[0][1] == 2", true);
        row("[BODY].tags == [\"a\",\"b\",\"c\"]", true);
        row("[BODY].missing < 5", false);
        row("len([BODY].data) == 2", true);
        row("len([BODY].tags) > 3", false);
        row("len([BODY].status) == 7", true);
        row("len([BODY].count) == 1", false);
        row("len([BODY].errors) == 0", true);
        row("has([BODY].errors) == true", true);
        row("has([BODY].missing) == false", true);
        row("has([BODY].nothing) == true", true);
        row("[BODY].name == pat(john*)", true);
        row("[BODY].name == pat(*.d?e)", true);
        row("[BODY].name == pat(jane*)", false);
        row("[BODY].name != pat(jane*)", true);
        row("pat(john*) == [BODY].name", true);
        row("[BODY] == pat(*healthy*)", true);
        row("[BODY] == pat(*a == b*)", false);
    }
    void conditionsAreJudged()
    {
        QFETCH(QString, text);
        QFETCH(bool, success);
        const auto condition = parseCondition(text);
        QVERIFY2(condition.ok(), condition.ok() ? "" : qPrintable(condition.error().detail));
        QCOMPARE(condition->text, text);
        const ConditionResult result = judge(*condition, sampleInput());
        QVERIFY2(result.success == success, qPrintable(result.shown));
        QVERIFY(!result.unreadableBody);
    }

    void faultyConditionsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "[STATUS]", "[STATUS] 200", "[STATUS] = 200", "== 200", "[STATUS] ==", "[DOMAIN_EXPIRATION] > 48h", "[STATE] == 1",
                                 "1 == 1", "len([STATUS]) == 3", "has(x) == true", "pat([BODY]) == x", "[STATUS] == any(200", "[BODY]x == 1"})
            QTest::newRow(*text ? text : "empty") << QString::fromUtf8(text);
        QTest::newRow("endless") << QString(QStringLiteral("[STATUS] == ") + QString(10'000, u'2'));
    }
    void faultyConditionsAreRefused()
    {
        QFETCH(QString, text);
        const auto condition = parseCondition(text);
        QVERIFY(!condition.ok());
        QCOMPARE(condition.error().kind, Error::Kind::Invalid);
        QVERIFY(!condition.error().detail.isEmpty());
    }

    void resultShowsWhatWasMet_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *text, const char *shown) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(shown); };
        row("[STATUS] == 201", "[STATUS] (200) == 201");
        row("[RESPONSE_TIME] < 400", "[RESPONSE_TIME] (412) < 400");
        row("[BODY].missing == 1", "[BODY].missing (absent) == 1");
        row("len([BODY].tags) == 1", "len([BODY].tags) (3) == 1");
        row("[CERTIFICATE_EXPIRATION] > 5d", "[CERTIFICATE_EXPIRATION] (3d) > 5d");
    }
    void resultShowsWhatWasMet()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(judge(*parseCondition(text), sampleInput()).shown, shown);
    }

    void bodyThatIsNoJsonIsSaid_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("HTML") << QByteArray("<html></html>");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << QByteArray("{\"status\":\"heal");
        QTest::newRow("million brackets") << QByteArray(1'000'000, '[');
        QTest::newRow("bad UTF-8") << QByteArray("{\"status\":\"\xff\"}");
    }
    void bodyThatIsNoJsonIsSaid()
    {
        QFETCH(QByteArray, body);
        ConditionInput input = sampleInput();
        input.body = body;
        for (const char *text : {"[BODY].status == healthy", "[BODY].status != healthy", "has([BODY].status) == false", "len([BODY].a) < 5"}) {
            const ConditionResult result = judge(*parseCondition(QString::fromUtf8(text)), input);
            QVERIFY(!result.success);
            QVERIFY(result.unreadableBody);
        }
        QVERIFY(judge(*parseCondition(QStringLiteral("[STATUS] == 200")), input).success);
    }

    void nothingIsTrueOfAnAbsentCertificate()
    {
        ConditionInput input = sampleInput();
        input.certificateLeft.reset();
        QVERIFY(!judge(*parseCondition(QStringLiteral("[CERTIFICATE_EXPIRATION] > 48h")), input).success);
        QVERIFY(!judge(*parseCondition(QStringLiteral("[CERTIFICATE_EXPIRATION] != 0")), input).success);
    }

    void patternsTakeLinearTime()
    {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!matchesPattern(QString(100'000, u'a'), QStringLiteral("*a*a*a*a*a*a*a*a*b")));
        QVERIFY(timer.elapsed() < 5'000);
    }
};

WATCHFLOOR_TEST(TestCondition)
#include "tst_condition.moc"
