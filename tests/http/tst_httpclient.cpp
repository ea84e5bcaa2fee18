#include "tests/http/requests.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::function<Answer()>)

class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasItsKind_data();
    void everyAnswerHasItsKind();
    void cutChunksAreNeverWhole();
    void errorBodyIsAnAnswerWhenWanted_data();
    void errorBodyIsAnAnswerWhenWanted();
    void wholeAnswerIsRead();
    void refusedAndUnknownHostsDiffer();
    void deadlineIsAbsolute_data();
    void deadlineIsAbsolute();
    void largeBodyPassesUnderItsCap_data();
    void largeBodyPassesUnderItsCap();
    void bombIsRefusedUnopened();
    void postIsSentOnce_data();
    void postIsSentOnce();
    void getSurvivesAKeptConnectionThatClosed();
    void waitThatIsAskedForIsKept();
    void cancelledCallNeverAnswers_data();
    void cancelledCallNeverAnswers();
    void handlerMayDeleteTheClient();
    void handlerMayHoldTheClient_data();
    void handlerMayHoldTheClient();
    void urgentLaneDoesNotWaitBehindBulk();
    void urlKeepsItsPathAndEncodesItsQuery();
};

void TestHttpClient::everyAnswerHasItsKind_data()
{
    QTest::addColumn<std::function<Answer()>>("answer");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, std::function<Answer()> answer, const char *kind) {
        QTest::newRow(name) << std::move(answer) << QString::fromLatin1(kind);
    };
    row("whole answer", [] { return Answer::json("{}"); }, "ok");
    row("empty answer", [] { return Answer::json(""); }, "ok");
    row("chunked answer", [] { return Answer{.body = "{\"a\":1}", .chunked = true}; }, "ok");
    row("Q5 body cut, status 200", [] { return Answer::cut("{\"status\":\"UP\"}", 1000); }, "truncated");
    row("Q5 chunks cut, status 200", [] { return Answer{.body = "{\"a\":1}", .chunked = true, .end = Answer::End::Close}; }, "truncated");
    row("cut body of a 500", [] { return Answer::cut("{\"status\":\"DOWN\"}", 1000, 500); }, "truncated");
    row("N5 reset in mid-body", [] { return Answer::reset(); }, "truncated");
    row("closed without a byte", [] { return Answer::hangUp(); }, "truncated");
    row("401", [] { return Answer::error(401); }, "unauthorized");
    row("403", [] { return Answer::error(403); }, "forbidden");
    row("404", [] { return Answer::error(404); }, "not-found");
    row("400", [] { return Answer::error(400); }, "rejected");
    row("422", [] { return Answer::error(422); }, "rejected");
    row("429", [] { return Answer::error(429, "{}", 30); }, "throttled");
    row("500", [] { return Answer::error(500); }, "server");
    row("502 HTML", [] { return Answer::html(502); }, "server");
    row("503 plain", [] { return Answer::text("Service Unavailable", 503); }, "starting");
    row("503 JSON", [] { return Answer::error(503); }, "server");
    row("503 Retry-After", [] { return Answer::error(503, "{}", 30); }, "throttled");
    row("304", [] { return Answer::error(304, ""); }, "not-expected");
    row("redirect without address", [] { return Answer{.status = 302}; }, "not-expected");
    row("coding that was not asked for", [] { return Answer::deflated("{}"); }, "unsupported");
    row("announced over the cap", [] { return Answer::hugeBody(3 << 20); }, "too-large");
    row("unannounced over the cap", [] { return Answer::hugeBody(3 << 20, false); }, "too-large");
    row("Q8 huge header", [] { return Answer::hugeHeader(200'000); }, "malformed");
}

void TestHttpClient::everyAnswerHasItsKind()
{
    QFETCH(std::function<Answer()>, answer);
    QFETCH(QString, kind);
    FakeClock clock;
    FaultServer server;
    server.on(page, answer());
    HttpClient client({.base = server.url()}, clock, secrets());
    HttpRequest request = get(server.url(page), 1500ms);
    request.kind = BodyKind::Health;
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), kind);
    if (!result.ok())
        QCOMPARE(result.error().where, server.url(page).toString());
    QCOMPARE(client.inFlight(), 0);
}

void TestHttpClient::cutChunksAreNeverWhole()
{
    // The end of the connection races with its last bytes, so once would prove little.
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer{.body = "up 1\n", .chunked = true, .end = Answer::End::Close});
    HttpClient client({.base = server.url()}, clock, secrets());
    int whole = 0;
    for (int i = 0; i < 300; ++i)
        whole += answerTo(client, get(server.url(page))).ok() ? 1 : 0;
    QCOMPARE(whole, 0);
}

void TestHttpClient::errorBodyIsAnAnswerWhenWanted_data()
{
    QTest::addColumn<std::function<Answer()>>("answer");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, std::function<Answer()> answer, const char *kind, int status) {
        QTest::newRow(name) << std::move(answer) << QString::fromLatin1(kind) << status;
    };
    row("500 with JSON", [] { return Answer::error(500, "{\"error\":\"x\"}"); }, "ok", 500);
    row("422 with JSON", [] { return Answer::error(422, "{\"error\":\"x\"}"); }, "ok", 422);
    row("401", [] { return Answer::error(401, "{\"error\":\"x\"}"); }, "ok", 401);
    row("400", [] { return Answer::error(400, "{\"error\":\"x\"}"); }, "ok", 400);
    row("503", [] { return Answer::error(503, "{\"error\":\"x\"}"); }, "ok", 503);
    row("418", [] { return Answer::error(418, "{\"error\":\"x\"}"); }, "ok", 418);
    row("cut 500", [] { return Answer::cut("{\"error\":\"x\"}", 500, 500); }, "truncated", 0);
    row("cut 503", [] { return Answer::cut("{\"error\":\"x\"}", 500, 503); }, "truncated", 0);
}

void TestHttpClient::errorBodyIsAnAnswerWhenWanted()
{
    QFETCH(std::function<Answer()>, answer);
    QFETCH(QString, kind);
    QFETCH(int, status);
    FakeClock clock;
    FaultServer server;
    server.on(page, answer());
    HttpClient client({.base = server.url()}, clock, secrets());
    HttpRequest request = get(server.url(page));
    request.wantErrorBody = true;
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), kind);
    if (result.ok()) {
        QCOMPARE(result->status, status);
        QCOMPARE(result->body, QByteArray("{\"error\":\"x\"}"));
    }
}

void TestHttpClient::wholeAnswerIsRead()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::text("up 1\n"));
    HttpClient client({.base = server.url()}, clock, secrets());
    const Result<HttpResponse> result = answerTo(client, get(server.url(page)));
    QVERIFY2(result.ok(), qPrintable(kindOf(result)));
    QCOMPARE(result->status, 200);
    QCOMPARE(result->contentType, QByteArray("text/plain"));
    QCOMPARE(result->body, QByteArray("up 1\n"));
    QCOMPARE(result->header("CONTENT-LENGTH"), QByteArray("5"));
    QCOMPARE(result->peer, QStringLiteral("127.0.0.1"));
    QVERIFY(!result->certificateLeft);
    QVERIFY(!result->isHtml());
    QVERIFY(client.bytesReceived() > 5);
    QCOMPARE(server.requests().size(), 1u);
    QCOMPARE(server.requests()[0].header("accept-encoding"), QByteArray("identity"));
    server.on(page, Answer::html());
    QVERIFY(answerTo(client, get(server.url(page)))->isHtml());
}

void TestHttpClient::refusedAndUnknownHostsDiffer()
{
    FakeClock clock;
    FaultServer server;
    const QUrl url = server.url(page);
    server.goAway();
    HttpClient closed({.base = url}, clock, secrets());
    QCOMPARE(kindOf(answerTo(closed, get(url))), QStringLiteral("refused"));
    const QUrl nowhere(QStringLiteral("http://no-such-host.invalid/"));
    HttpClient lost({.base = nowhere}, clock, secrets());
    const QString kind = kindOf(answerTo(lost, get(nowhere, 15s)));
    QVERIFY2(kind == u"host-not-found" || kind == u"offline", qPrintable(kind));
}

void TestHttpClient::deadlineIsAbsolute_data()
{
    QTest::addColumn<std::function<Answer()>>("answer");
    const auto row = [](const char *name, std::function<Answer()> answer) { QTest::newRow(name) << std::move(answer); };
    row("Q4 a byte at a time", [] { return Answer::drip(QByteArray(1000, 'd'), 50ms); });
    row("Q3 no answer", [] { return Answer::hang(); });
    row("slow first byte", [] { return Answer::slow("{}", 10s); });
}

void TestHttpClient::deadlineIsAbsolute()
{
    QFETCH(std::function<Answer()>, answer);
    FakeClock clock;
    FaultServer server;
    server.on(page, answer());
    HttpClient client({.base = server.url()}, clock, secrets());
    QElapsedTimer timer;
    timer.start();
    const Result<HttpResponse> result = answerTo(client, get(server.url(page), 400ms));
    QCOMPARE(kindOf(result), QStringLiteral("timeout"));
    QVERIFY2(timer.elapsed() >= 390 && timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    // N7: the socket goes too.
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttpClient::largeBodyPassesUnderItsCap_data()
{
    QTest::addColumn<bool>("announced");
    QTest::newRow("with length") << true;
    QTest::newRow("until close") << false;
}

void TestHttpClient::largeBodyPassesUnderItsCap()
{
    QFETCH(bool, announced);
    constexpr qint64 bytes = 40 << 20;
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::hugeBody(bytes, announced));
    HttpClient client({.base = server.url()}, clock, secrets());
    const Result<HttpResponse> result = answerTo(client, get(server.url(page), 18s), HttpClient::Lane::Bulk);
    QVERIFY2(result.ok(), qPrintable(kindOf(result)));
    QCOMPARE(result->body.size(), bytes);
    QVERIFY(client.bytesReceived() > bytes);
}

void TestHttpClient::bombIsRefusedUnopened()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::deflateBomb(60 << 20));
    HttpClient client({.base = server.url()}, clock, secrets());
    HttpRequest request = get(server.url(page));
    request.kind = BodyKind::Health;
    QCOMPARE(kindOf(answerTo(client, request)), QStringLiteral("unsupported")); // Q6
    QVERIFY(client.bytesReceived() <= 1 << 20);
    QCOMPARE(server.requests()[0].header("accept-encoding"), QByteArray("identity"));
}

void TestHttpClient::postIsSentOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("onKeptConnection");
    for (const bool kept : {false, true})
        for (const char *method : {"POST", "PUT", "DELETE"})
            for (const char *body : {"", "{\"restart\":true}"})
                QTest::addRow("%s, %s, %s connection", method, *body ? "with body" : "without body", kept ? "after a kept" : "new")
                    << QByteArray(method) << QByteArray(body) << kept;
}

void TestHttpClient::postIsSentOnce()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    QFETCH(bool, onKeptConnection);
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::hangUp());
    server.on(QStringLiteral("/first"), Answer::json("{}"));
    HttpClient client({.base = server.url()}, clock, secrets());
    if (onKeptConnection)
        QVERIFY(answerTo(client, get(server.url(QStringLiteral("/first")))).ok());
    HttpRequest request = post(server.url(page), body);
    request.method = method;
    const Result<HttpResponse> result = answerTo(client, request);
    QCOMPARE(kindOf(result), QStringLiteral("truncated"));
    QVERIFY(server.requestsTo(page)[0].connection > (onKeptConnection ? 1 : 0));
    QVERIFY2(result.error().detail.contains(QStringLiteral("not known")), qPrintable(result.error().detail));
    QCOMPARE(server.requestsTo(page).size(), 1u);
    QCOMPARE(server.requestsTo(page)[0].body, body);
}

void TestHttpClient::getSurvivesAKeptConnectionThatClosed()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, {Answer::json("{}"), Answer::hangUp(), Answer::json("{\"again\":true}")});
    HttpClient client({.base = server.url()}, clock, secrets());
    QVERIFY(answerTo(client, get(server.url(page))).ok());
    const Result<HttpResponse> result = answerTo(client, get(server.url(page)));
    QVERIFY2(result.ok(), qPrintable(kindOf(result)));
    QCOMPARE(result->body, QByteArray("{\"again\":true}"));
    QCOMPARE(server.requests().size(), 3u);
    QCOMPARE(server.requests()[1].connection, server.requests()[0].connection);
}

void TestHttpClient::waitThatIsAskedForIsKept()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, {Answer::error(429, "{}", 60), Answer::json("{}")});
    HttpClient client({.base = server.url()}, clock, secrets());
    const Result<HttpResponse> first = answerTo(client, get(server.url(page)));
    QCOMPARE(kindOf(first), QStringLiteral("throttled"));
    QVERIFY2(first.error().detail.contains(QStringLiteral("wait until 2026-11-21")), qPrintable(first.error().detail));
    QCOMPARE(client.throttledUntil(), std::optional(clock.now() + 60s));
    clock.advance(59s);
    QCOMPARE(kindOf(answerTo(client, get(server.url(page)))), QStringLiteral("throttled"));
    QCOMPARE(server.requests().size(), 1u);
    clock.advance(1s);
    QCOMPARE(kindOf(answerTo(client, get(server.url(page)))), QStringLiteral("ok"));
}

void TestHttpClient::cancelledCallNeverAnswers_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"cancel", "delete call", "delete context", "delete client"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void TestHttpClient::cancelledCallNeverAnswers()
{
    QFETCH(QString, how);
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::hang());
    auto client = std::make_unique<HttpClient>(HttpTarget{.base = server.url()}, clock, secrets());
    auto context = std::make_unique<QObject>();
    bool isAnswered = false;
    const auto call = client->send(get(server.url(page), 700ms), HttpClient::Lane::Bulk, context.get(),
                                   [&](const Result<HttpResponse> &) { isAnswered = true; });
    QTRY_COMPARE(server.requests().size(), 1u);
    QCOMPARE(client->inFlight(), 1);
    if (how == u"cancel")
        call->cancel();
    else if (how == u"delete call")
        delete call.data();
    else if (how == u"delete context")
        context.reset();
    else
        client.reset();
    if (client)
        QCOMPARE(client->inFlight(), 0);
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!isAnswered);
    QVERIFY(!call);
}

void TestHttpClient::handlerMayDeleteTheClient()
{
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::json("{}"));
    QPointer client = new HttpClient(HttpTarget{.base = server.url()}, clock, secrets());
    QObject context;
    client->send(get(server.url(page)), HttpClient::Lane::Urgent, &context, [&](const Result<HttpResponse> &) { delete client.data(); });
    QTRY_VERIFY(!client);
}

void TestHttpClient::handlerMayHoldTheClient_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"cancel", "delete call", "delete context"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

/// A client made for one question lives as long as who waits for its answer.
void TestHttpClient::handlerMayHoldTheClient()
{
    QFETCH(QString, how);
    FakeClock clock;
    FaultServer server;
    server.on(page, Answer::hang());
    auto client = std::make_shared<HttpClient>(HttpTarget{.base = server.url()}, clock, secrets());
    const QPointer<HttpClient> watched = client.get();
    auto context = std::make_unique<QObject>();
    const auto call = watched->send(get(server.url(page)), HttpClient::Lane::Urgent, context.get(), [held = std::move(client)](const Result<HttpResponse> &) {});
    QTRY_COMPARE(server.requests().size(), 1u);
    QVERIFY(watched);
    if (how == u"cancel")
        call->cancel();
    else if (how == u"delete call")
        delete call.data();
    else
        context.reset();
    QVERIFY(!watched);
    QVERIFY(!call);
    QTRY_COMPARE(server.openConnections(), 0);
}

void TestHttpClient::urgentLaneDoesNotWaitBehindBulk()
{
    FakeClock clock;
    FaultServer server;
    server.on(QStringLiteral("/panel"), Answer::hang());
    server.on(page, Answer::json("{}"));
    HttpClient client({.base = server.url()}, clock, secrets());
    QObject context;
    for (int i = 0; i < 40; ++i)
        client.send(get(server.url(QStringLiteral("/panel")), 15s), HttpClient::Lane::Bulk, &context, [](const Result<HttpResponse> &) {});
    QTRY_COMPARE(server.requestsTo(QStringLiteral("/panel")).size(), 8u);
    QVERIFY(answerTo(client, get(server.url(page), 2s)).ok());
}

void TestHttpClient::urlKeepsItsPathAndEncodesItsQuery()
{
    FakeClock clock;
    HttpClient client({.base = QUrl(QStringLiteral("https://host/prometheus/"))}, clock, secrets());
    const QUrl url = client.url(QStringLiteral("api/v1/query"), {{QStringLiteral("query"), QStringLiteral("a+b{c=\"d&e;%20\"}")}});
    QCOMPARE(url.toEncoded(), QByteArray("https://host/prometheus/api/v1/query?query=a%2Bb%7Bc%3D%22d%26e%3B%2520%22%7D"));
    HttpClient bare({.base = QUrl(QStringLiteral("http://host:9090"))}, clock, secrets());
    QCOMPARE(bare.url(QStringLiteral("-/ready")).toString(), QStringLiteral("http://host:9090/-/ready"));
    QCOMPARE(bare.url({}).toString(), QStringLiteral("http://host:9090"));
}

WATCHFLOOR_TEST(TestHttpClient)
#include "tst_httpclient.moc"
