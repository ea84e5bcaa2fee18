#include "tests/http/requests.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// What a request carries, and to which origin: redirects, credentials, secrets and headers.
class TestHttpOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void redirectToAnotherOriginIsNotFollowed_data();
    void redirectToAnotherOriginIsNotFollowed();
    void redirectOfSameOriginIsFollowedThreeHops();
    void credentialsStayWithTheirOrigin();
    void credentialsOfTheUrlBecomeBasic();
    void secretsAreResolvedAndNeverShown();
    void missingSecretSendsNothing();
    void headerCannotBeSplit();
};

void TestHttpOrigins::redirectToAnotherOriginIsNotFollowed_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        for (const char *method : {"GET", "POST", "PUT", "DELETE"})
            QTest::addRow("Q1 Q2 %s %d", method, status) << QByteArray(method) << status;
}

void TestHttpOrigins::redirectToAnotherOriginIsNotFollowed()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    FakeClock clock;
    FaultServer server;
    FaultServer thief;
    QUrl stolen = thief.url(QStringLiteral("/stolen"));
    stolen.setQuery(QStringLiteral("token=abcdef"));
    server.on(page, Answer::redirect(stolen, status));
    HttpClient client(guardedTarget(server), clock, secrets());
    HttpRequest request = post(server.url(page), method == "GET" ? "" : "{\"restart\":true}");
    request.method = method;
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), QStringLiteral("redirected"));
    QVERIFY2(result.error().detail.contains(QString::number(thief.serverPort())), qPrintable(result.error().detail));
    QVERIFY(!result.error().detail.contains(QStringLiteral("abcdef")));
    QCOMPARE(thief.connections(), 0);
    QCOMPARE(server.requests().size(), 1u);
}

void TestHttpOrigins::redirectOfSameOriginIsFollowedThreeHops()
{
    FakeClock clock;
    FaultServer server;
    for (int hop = 1; hop < 5; ++hop)
        server.on(QStringLiteral("/%1").arg(hop), Answer::redirect(QUrl(QStringLiteral("/%1").arg(hop + 1))));
    server.on(QStringLiteral("/5"), Answer::json("{}"));
    server.on(QStringLiteral("/loop"), Answer::redirect(QUrl(QStringLiteral("/loop"))));
    HttpClient client(guardedTarget(server), clock, secrets());
    QCOMPARE(kindOf(answerTo(client, get(server.url(QStringLiteral("/2"))))), QStringLiteral("ok"));
    QCOMPARE(server.requests().size(), 4u);
    QCOMPARE(server.requests().back().header("authorization"), QByteArray("Bearer t0ps3cr3t"));
    QCOMPARE(kindOf(answerTo(client, get(server.url(QStringLiteral("/1"))))), QStringLiteral("redirected"));
    server.forgetRequests();
    QCOMPARE(kindOf(answerTo(client, get(server.url(QStringLiteral("/loop"))))), QStringLiteral("redirected")); // Q7
    QCOMPARE(server.requests().size(), 4u);
    server.forgetRequests();
    QCOMPARE(kindOf(answerTo(client, post(server.url(QStringLiteral("/4")), "{}"))), QStringLiteral("redirected"));
    QCOMPARE(server.requests().size(), 1u);
}

void TestHttpOrigins::credentialsStayWithTheirOrigin()
{
    FakeClock clock;
    FaultServer server;
    FaultServer other;
    HttpClient client(guardedTarget(server), clock, secrets());
    QCOMPARE(kindOf(answerTo(client, get(other.url(page)))), QStringLiteral("invalid"));
    QCOMPARE(kindOf(answerTo(client, get(QUrl(QStringLiteral("file:///etc/passwd"))))), QStringLiteral("invalid"));
    QCOMPARE(other.connections(), 0);
    server.on(page, Answer{.headers = {{"Set-Cookie", "session=abc"}}, .body = "{}"});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(kindOf(answerTo(client, get(server.url(page)))), QStringLiteral("ok"));
    const SeenRequest seen = server.requests().back();
    QCOMPARE(seen.header("authorization"), QByteArray("Bearer t0ps3cr3t"));
    QCOMPARE(seen.header("x-api-key"), QByteArray("key-k3yk3yk3y"));
    QCOMPARE(seen.header("cookie"), QByteArray());
}

void TestHttpOrigins::credentialsOfTheUrlBecomeBasic()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::error(401));
    QUrl base = server.url();
    base.setUserInfo(QStringLiteral("ann:p%40ss"));
    HttpClient client({.base = base}, clock, secrets());
    HttpRequest request = get(client.url(QStringLiteral("page")));
    request.url.setUserInfo(QStringLiteral("ann:p%40ss"));
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), QStringLiteral("unauthorized"));
    QCOMPARE(server.requests()[0].header("authorization"), "Basic " + QByteArray("ann:p@ss").toBase64());
    QCOMPARE(server.requests().size(), 1u); // S1: no hammering
    QVERIFY(!client.url({}).toString().contains(QStringLiteral("ann")));
    QVERIFY(!result.error().where.contains(QStringLiteral("ss@")));
}

void TestHttpOrigins::secretsAreResolvedAndNeverShown()
{
    FakeClock clock;
    FaultServer server;
    // A server that says our own credentials back to us.
    server.on(page, FaultServer::Responder([](const SeenRequest &seen) {
                  return Answer::error(500, seen.header("authorization") + " " + seen.header("x-api-key") + " " + seen.body);
              }));
    HttpClient client(guardedTarget(server), clock, secrets());
    HttpRequest request = post(server.url(page), "{\"key\":\"${secret:apikey}\"}");
    request.url.setQuery(QStringLiteral("access_token=q1w2e3"));
    request.secretsInBody = true;
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), QStringLiteral("server"));
    QCOMPARE(server.requests()[0].body, QByteArray("{\"key\":\"k3yk3yk3y\"}"));
    const QString said = result.error().detail + result.error().where;
    for (const char *secret : {"t0ps3cr3t", "k3yk3yk3y", "q1w2e3"})
        QVERIFY2(!said.contains(QLatin1String(secret)), qPrintable(said)); // Q9
    request.secretsInBody = false;
    answerTo(client, request).ok();
    QCOMPARE(server.requests().back().body, QByteArray("{\"key\":\"${secret:apikey}\"}"));
}

void TestHttpOrigins::missingSecretSendsNothing()
{
    FakeClock clock;
    FaultServer server;
    HttpTarget target = guardedTarget(server);
    target.headers[0].value = QStringLiteral("${secret:unknown}");
    HttpClient client(target, clock, secrets());
    const Result<HttpResponse> result = answerTo(client, get(server.url(page)));
    QCOMPARE(kindOf(result), QStringLiteral("missing-secret"));
    QVERIFY(result.error().detail.contains(QStringLiteral("unknown")));
    QCOMPARE(server.connections(), 0);
}

void TestHttpOrigins::headerCannotBeSplit()
{
    FakeClock clock;
    FaultServer server;
    HttpTarget target = guardedTarget(server);
    target.headers[0].value = QStringLiteral("${secret:broken}");
    HttpClient client(target, clock, secrets());
    QCOMPARE(kindOf(answerTo(client, get(server.url(page)))), QStringLiteral("invalid"));
    target.headers[0] = {QStringLiteral("Content-Length"), QStringLiteral("5")};
    HttpClient framing(target, clock, secrets());
    QCOMPARE(kindOf(answerTo(framing, get(server.url(page)))), QStringLiteral("invalid"));
    QCOMPARE(server.connections(), 0);
}

WATCHFLOOR_TEST(TestHttpOrigins)
#include "tst_httporigins.moc"
