#include "models/health/condition.h"
#include "models/health/textpattern.h"
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
                     "data":[{"id":1},{"id":2}],"tags":["a","b","c"],"long":"abcdefghijklmnopqrstuvwxyz","nested":{"a":{"b":[[1,2],[3]]}},"errors":{}})";
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
        row("[STATUS]   ==   200", true);
        row("[status] == 200", true);
        row("200 == [STATUS]", true);
        row("300 > [STATUS]", true);
        row("[STATUS] == 200.0", false);
        row("[STATUS] == 0xC8", true);
        row("[STATUS] < 200.9", false);
        row("len([STATUS]) == 3", true);
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
        row("[BODY].nothing == null", false);
        row("[BODY].nothing != null", false);
        row("[BODY].text < 6m", true);
        row("[BODY].status > 3", false);
        row("[BODY].status < 3", true);
        row("[BODY].data[1].id == 2", true);
        row("[BODY].data[2].id == 2", false);
        row("[BODY].data[2].id != 2", false);
        row("[BODY].nested.a.b[0][1] == 2", true);
        row("[BODY].tags == [a b c]", true);
        row("[BODY].nested == {\"a\":{\"b\":[[1,2],[3]]}}", true);
        row("[BODY].missing < 5", false);
        row("len([BODY].data) == 2", true);
        row("len([BODY].tags) > 3", false);
        row("len([BODY].status) == 7", true);
        row("len([BODY].count) == 1", true);
        row("len([BODY].errors) == 2", true);
        row("has([BODY].errors) == true", true);
        row("has([BODY].missing) == false", true);
        row("has([BODY].nothing) == true", false);
        row("has([IP]) == true", true);
        row("[BODY].name == pat(john*)", true);
        row("[BODY].name == pat(*.d?e)", true);
        row("[BODY].name == pat(jane*)", false);
        row("[BODY].name != pat(jane*)", true);
        row("pat(john*) == [BODY].name", true);
        row("[BODY] == pat(*healthy*)", true);
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
        for (const char *text : {"", "[STATUS]", "[STATUS] 200", "[STATUS] = 200", "== 200", "[STATUS] ==", "[STATUS]==200", "[STATUS] == ", " == 200",
                                 "[DOMAIN_EXPIRATION] > 48h", "[DNS_RCODE] == NOERROR", "[STATE] == 1", "[CONTEXT] == 1", "1 == 1", "len(abc) == 3", "has(x) == true",
                                 "pat([BODY]) == x", "[STATUS] == any(200", "[BODY]x == 1", "[STATUS] > high", "[STATUS] < any(2, 3)", "[BODY] == pat(a[)", "[BODY] == pat(*a == b*)"})
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
        row("[STATUS] == 200", "[STATUS] (200) == 200");
        row("[RESPONSE_TIME] < 400", "[RESPONSE_TIME] (412) < 400");
        row("[RESPONSE_TIME] < 0x20", "[RESPONSE_TIME] (412) < 0x20 (32)");
        row("[BODY].missing == 1", "[BODY].missing (INVALID) == 1");
        row("[BODY].missing > 1", "[BODY].missing (0) > 1");
        row("len([BODY].tags) == 1", "len([BODY].tags) (3) == 1");
        row("len([BODY].missing) == 1", "len([BODY].missing) (INVALID) == 1");
        row("has([BODY].tags) == false", "has([BODY].tags) (true) == false");
        row("[CERTIFICATE_EXPIRATION] > 5d", "[CERTIFICATE_EXPIRATION] (72h) > 5d");
        row("[CERTIFICATE_EXPIRATION] > 96h", "[CERTIFICATE_EXPIRATION] (72h) > 96h");
        row("[BODY].name == pat(jane*)", "[BODY].name (john.doe) == pat(jane*)");
        row("pat(*nobody*) == [BODY].long", "pat(*nobody*) == [BODY].long (abcdefghijklmnopqrstuvwxy...(truncated))");
        row("[BODY].name == [BODY].status", "[BODY].name (john.doe) == [BODY].status (healthy)");
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

    void bodyThatGatusMendsIsReadButMakesNothingTrue()
    {
        ConditionInput input = sampleInput();
        input.body = R"({"status":"UP","note":"\ud83d"})";
        const Condition condition = *parseCondition(QStringLiteral("[BODY].status == UP"));
        const ConditionVerdict verdict = weigh(condition, input);
        QVERIFY(verdict.success && verdict.unreadableBody);
        QVERIFY(!judge(condition, input).success);
    }

    void gatusItselfIsFollowed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("success");
        const auto row = [](const char *text, bool success) { QTest::newRow(text) << QString::fromUtf8(text) << success; };
        row("1 == 1", true);
        row("potato < 1", true);
        row("[BODY].missing != 1", true);
        row("[BODY].missing < 5", true);
        row("[UNKNOWN] == [UNKNOWN]", true);
        row("has([UNKNOWN]) == false", true);
        row("has() == false", true);
        row("[CONNECTED] == false", false);
        row("[STATUS] == 200 == 404", true);
        row("[STATUS] != 200 == 404", false);
        row("[STATUS] == any(0xC8)", false);
        row("[BODY].name == pat(j/ohn*)", true);
        row("[BODY].name == pat([i-k]ohn.d[^a]e)", true);
        row("[BODY].name == pat([)", false);
        row("[BODY].name == pat(john.doe\\)", false);
        row("[RESPONSE_TIME] > 411999us", true);
        row("[RESPONSE_TIME] < 0.0069m", true);
        row("[BODY].tags.x.y == [a b c]", true);
    }
    void gatusItselfIsFollowed()
    {
        QFETCH(QString, text);
        QFETCH(bool, success);
        const auto condition = readCondition(text);
        QVERIFY(condition.ok());
        const ConditionVerdict verdict = weigh(*condition, sampleInput());
        QVERIFY2(verdict.success == success, qPrintable(shownCondition(*condition, verdict)));
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
