#include "models/health/condition.h"
#include "models/health/endpointprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Endpoint endpointAt(const QUrl &url, const QStringList &conditions, const QStringList &degraded = {})
{
    Endpoint endpoint;
    endpoint.name = QStringLiteral("system");
    endpoint.group = QStringLiteral("payment");
    endpoint.target.base = url;
    endpoint.timeout = 2s;
    for (const QString &text : conditions)
        endpoint.conditions.push_back(*parseCondition(text));
    for (const QString &text : degraded)
        endpoint.degraded.push_back(*parseCondition(text));
    return endpoint;
}

std::optional<ProbeResult> probe(const Endpoint &endpoint)
{
    FakeClock clock;
    HttpClient http(endpoint.target, clock, std::make_shared<SystemSecretResolver>());
    EndpointProbe one(endpoint, http);
    std::optional<ProbeResult> result;
    QObject::connect(&one, &EndpointProbe::finished, &one, [&result](const ProbeResult &probed) { result = probed; });
    one.run();
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, 5000);
    return result;
}

const QString statusIs200 = QStringLiteral("[STATUS] == 200");
const QString bodyIsHealthy = QStringLiteral("[BODY].status == healthy");

}

class TestEndpointProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreJudged_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QStringList>("conditions");
        QTest::addColumn<State>("state");
        const QStringList both{statusIs200, bodyIsHealthy};
        const QStringList onlyStatus{statusIs200};
        const QByteArray healthy = R"({"status":"healthy"})";
        QTest::newRow("all true") << Answer::json(healthy) << both << State::Healthy;
        QTest::newRow("status false") << Answer::json(healthy, 503) << both << State::Critical;
        QTest::newRow("body false") << Answer::json(R"({"status":"degraded"})") << both << State::Critical;
        QTest::newRow("log-in page") << Answer::html() << both << State::Blind;
        QTest::newRow("error page") << Answer::html(503) << both << State::Critical;
        QTest::newRow("unreadable JSON") << Answer::json(R"({"status":)") << both << State::Blind;
        QTest::newRow("empty body") << Answer::json("") << both << State::Blind;
        QTest::newRow("cut body") << Answer::cut(healthy, 1000) << both << State::Blind;
        QTest::newRow("cut body, status only") << Answer::cut(healthy, 1000) << onlyStatus << State::Blind;
        QTest::newRow("reset in the body") << Answer::reset() << onlyStatus << State::Blind;
        QTest::newRow("too large") << Answer::hugeBody(2 << 20) << onlyStatus << State::Blind;
        QTest::newRow("redirect") << Answer::redirect(QUrl(QStringLiteral("http://127.0.0.1:1/"))) << onlyStatus << State::Blind;
        QTest::newRow("code fine, body down") << Answer::json(R"({"status":"DOWN"})") << onlyStatus << State::Critical;
        QTest::newRow("code fine, body degraded") << Answer::json(R"({"status":"degraded"})") << onlyStatus << State::Warning;
        QTest::newRow("code fine, body of another kind") << Answer::json(R"({"status":"shipped"})") << onlyStatus << State::Healthy;
        QTest::newRow("no conditions, fine") << Answer::json("{}") << QStringList() << State::Healthy;
        QTest::newRow("no conditions, failing") << Answer::json("{}", 500) << QStringList() << State::Critical;
        QTest::newRow("no conditions, body down") << Answer::json(R"({"status":"down"})") << QStringList() << State::Critical;
        QTest::newRow("time-out") << Answer::hang() << onlyStatus << State::Critical;
    }
    void answersAreJudged()
    {
        QFETCH(Answer, answer);
        QFETCH(QStringList, conditions);
        QFETCH(State, state);
        FaultServer server;
        server.otherwise(answer);
        Endpoint endpoint = endpointAt(server.url(QStringLiteral("/health")), conditions);
        endpoint.timeout = 300ms;
        const auto result = probe(endpoint);
        QVERIFY(result.has_value());
        QCOMPARE(stateName(result->state), stateName(state));
        QCOMPARE(result->endpoint, QStringLiteral("payment/system"));
        if (state == State::Blind)
            QVERIFY(result->error.has_value());
        if (state == State::Healthy)
            QVERIFY(!result->error.has_value());
    }

    void disagreementTellsBothFacts()
    {
        FaultServer server;
        server.otherwise(Answer::json(R"({"status":"DOWN"})"));
        const auto fine = probe(endpointAt(server.url(), {statusIs200}));
        QVERIFY(fine && fine->error);
        QVERIFY(fine->error->detail.contains(QLatin1String("200")) && fine->error->detail.contains(QLatin1String("DOWN")));
        server.otherwise(Answer::json(R"({"status":"UP"})", 503));
        const auto failing = probe(endpointAt(server.url(), {statusIs200}));
        QVERIFY(failing && failing->error);
        QCOMPARE(failing->state, State::Critical);
        QVERIFY(failing->error->detail.contains(QLatin1String("503")) && failing->error->detail.contains(QLatin1String("UP")));
    }

    void degradedConditionsWarn()
    {
        FaultServer server;
        server.otherwise(Answer::json(R"({"queue":12})"));
        const auto result = probe(endpointAt(server.url(), {statusIs200}, {QStringLiteral("[BODY].queue < 10")}));
        QVERIFY(result.has_value());
        QCOMPARE(result->state, State::Warning);
        QCOMPARE(result->conditions.size(), size_t(2));
        QVERIFY(!result->conditions[1].success);
    }

    void refusedIsCriticalUnlessWanted()
    {
        FaultServer server;
        const QUrl url = server.url();
        server.goAway();
        const auto refused = probe(endpointAt(url, {QStringLiteral("[STATUS] != 500")}));
        QVERIFY(refused.has_value());
        QCOMPARE(refused->state, State::Critical);
        QCOMPARE(refused->error->kind, Error::Kind::Refused);
        const auto wanted = probe(endpointAt(url, {QStringLiteral("[CONNECTED] == false")}));
        QVERIFY(wanted.has_value());
        QCOMPARE(wanted->state, State::Healthy);
    }

    void excerptIsSafeAndShort()
    {
        FaultServer server;
        server.otherwise(Answer::text(QByteArray("a\x1b[31m\n") + QByteArray(10'000, 'x')));
        const auto result = probe(endpointAt(server.url(), {statusIs200}));
        QVERIFY(result.has_value());
        QVERIFY(result->bodyExcerpt.size() <= 4'097);
        QVERIFY(!result->bodyExcerpt.contains(QChar(0x1b)));
    }

    void requestIsSentAsDeclaredAndOneAtATime()
    {
        FaultServer server;
        server.otherwise(Answer::slow("{}", 20ms));
        Endpoint endpoint = endpointAt(server.url(QStringLiteral("/check")), {statusIs200});
        endpoint.method = "POST";
        endpoint.body = "{\"deep\":true}";
        FakeClock clock;
        HttpClient http(endpoint.target, clock, std::make_shared<SystemSecretResolver>());
        EndpointProbe one(endpoint, http);
        QSignalSpy finished(&one, &EndpointProbe::finished);
        one.run();
        one.run();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(server.requests().size(), size_t(1));
        QCOMPARE(server.requests()[0].method, QByteArray("POST"));
        QCOMPARE(server.requests()[0].body, endpoint.body);
        one.run();
        QTRY_COMPARE(finished.count(), 2);
    }
};

WATCHFLOOR_TEST(TestEndpointProbe)
#include "tst_endpointprobe.moc"
