#include "models/metrics/prometheusclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const QByteArray vectorBody =
    R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up"},"value":[1795228988.963,"1"]}]}})";

/// A server and a client to it; waits for one answer.
struct Bench
{
    FaultServer server;
    FakeClock clock;
    HttpClient http{HttpTarget{.base = server.url()}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient client{http};

    std::optional<Result<QueryAnswer>> query(const QString &expression = QStringLiteral("up"))
    {
        std::optional<Result<QueryAnswer>> answer;
        client.query(expression, clock.wall(), &client, [&answer](Result<QueryAnswer> result) { answer = std::move(result); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 5000);
        return answer;
    }
};

}

class TestPrometheusClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void queryAsksAtTheGivenTime()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(vectorBody));
        const auto answer = bench.query(QStringLiteral("sum(rate(x[5m])) + 1"));
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->series.at(0).last(), 1.0);
        const SeenRequest seen = bench.server.requests().at(0);
        QCOMPARE(seen.method, QByteArray("GET"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded), QStringLiteral("sum(rate(x[5m])) + 1"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("time")), QStringLiteral("1795230764.000"));
    }

    void longQueriesArePosted()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(vectorBody));
        const QString expression = QStringLiteral("up{instance=~\"%1\"}").arg(QString(2000, u'a'));
        const auto answer = bench.query(expression);
        QVERIFY(answer && answer->ok());
        const SeenRequest seen = bench.server.requests().at(0);
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
        QVERIFY(seen.query.isEmpty());
        QVERIFY(seen.body.contains("query=" + QUrl::toPercentEncoding(expression)));
    }

    void longQueriesKeepTheirConnection()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(vectorBody));
        const QString expression = QStringLiteral("up{instance=~\"%1\"}").arg(QString(2000, u'a'));
        for (int i = 0; i < 3; ++i)
            QVERIFY(bench.query(expression)->ok());
        QCOMPARE(bench.server.connections(), 1);
        bench.server.closeConnections(); // a kept connection that is gone costs nothing: the question is asked once more
        QVERIFY(bench.query(expression)->ok());
    }

    void whatIsLongInAUrlIsPosted_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("plain") << QString(1400, u'a') << QByteArray("GET");
        QTest::newRow("plain and too long") << QString(1600, u'a') << QByteArray("POST");
        QTest::newRow("short until it is encoded") << QString(600, u'{') << QByteArray("POST");
        QTest::newRow("letters of several bytes") << QString(300, QChar(0x20AC)) << QByteArray("POST");
    }
    void whatIsLongInAUrlIsPosted()
    {
        QFETCH(QString, expression);
        QFETCH(QByteArray, method);
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(vectorBody));
        QVERIFY(bench.query(expression)->ok());
        QCOMPARE(bench.server.requests().at(0).method, method);
    }

    void cancelledQueryIsTakenBackFromTheServer()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::hang());
        bool called = false;
        const QPointer<HttpCall> call =
            bench.client.query(QStringLiteral("up"), bench.clock.wall(), &bench.client, [&called](Result<QueryAnswer>) { called = true; });
        QTRY_COMPARE(bench.server.requests().size(), size_t(1));
        QVERIFY(call);
        call->cancel();
        QTRY_COMPARE(bench.server.openConnections(), 0);
        QVERIFY(!called);
    }

    void alertsDoNotWaitBehindPanels()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::hang());
        bench.server.on(QStringLiteral("/api/v1/alerts"), Answer::json("{\"status\":\"success\"}"));
        for (int i = 0; i < 30; ++i)
            bench.client.query(QString::number(i), bench.clock.wall(), &bench.client, [](Result<QueryAnswer>) { });
        QTRY_COMPARE(bench.server.requestsTo(QStringLiteral("/api/v1/query")).size(), size_t(8)); // the lane is full
        bool answered = false;
        bench.client.get(QStringLiteral("api/v1/alerts"), nullptr, [&answered](Result<QByteArray> body) { answered = body.ok(); });
        QTRY_VERIFY(answered);
    }

    void seriesOverTheSourcesLimitAreCut_data()
    {
        QTest::addColumn<bool>("isStrict");
        QTest::newRow("as Prometheus writes it") << true;
        QTest::newRow("written otherwise") << false;
    }
    void seriesOverTheSourcesLimitAreCut()
    {
        QFETCH(bool, isStrict);
        constexpr int count = 1'000'000;
        Bench bench;
        QByteArray list;
        list.reserve(count * 40);
        for (int i = 0; i < count; ++i)
            list += (i ? ",{\"metric\":{\"i\":\"" : "{\"metric\":{\"i\":\"") + QByteArray::number(i) + "\"},\"value\":[1,\"1\"]}";
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(QByteArray("{\"status\":\"success\",") + (isStrict ? "" : " ")
                                                                      + "\"data\":{\"resultType\":\"vector\",\"result\":[" + list + "]}}"));
        bench.client.setSeriesLimit(250);
        const auto answer = bench.query();
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->series.size(), size_t(250));
        QCOMPARE((*answer)->totalSeries, size_t(count));
        QCOMPARE((*answer)->warnings, QStringList(QStringLiteral("cut at 250 of 1000000 series")));
    }

    void startIsRead()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/status/runtimeinfo"),
                        {Answer::json(R"({"status":"success","data":{"startTime":"2026-11-21T03:00:00.5Z"}})"), Answer::text("unsupported path requested", 400)});
        std::optional<Result<WallTime>> start;
        bench.client.startTime(nullptr, [&start](Result<WallTime> result) { start = std::move(result); });
        QTRY_VERIFY(start.has_value());
        QVERIFY(start->ok());
        QCOMPARE(toEpochSeconds(start->value()), 1795230000.5);
        start.reset();
        bench.client.startTime(nullptr, [&start](Result<WallTime> result) { start = std::move(result); });
        QTRY_VERIFY(start.has_value());
        QVERIFY(!start->ok());
    }

    void rangeIsAskedAsGivenAndItsGapsAreMarked()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query_range"),
                        Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[0,"1"],[15,"2"],[60,"3"]]}]}})"));
        std::optional<Result<QueryAnswer>> answer;
        bench.client.queryRange(QStringLiteral("up"), {fromEpochSeconds(0), fromEpochSeconds(60)}, 15s, nullptr,
                                [&answer](Result<QueryAnswer> result) { answer = std::move(result); });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(answer->ok());
        QCOMPARE((*answer)->series.at(0).size(), size_t(4));
        QVERIFY(std::isnan((*answer)->series.at(0).values.at(2)));
        const SeenRequest seen = bench.server.requests().at(0);
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("end")), QStringLiteral("60.000"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("step")), QStringLiteral("15.000"));
    }

    void largeAnswersAreReadOffTheMainThread()
    {
        Bench bench;
        QByteArray list;
        for (int i = 0; i < 3000; ++i)
            list += (i ? ",{\"metric\":{\"i\":\"" : "{\"metric\":{\"i\":\"") + QByteArray::number(i) + "\"},\"value\":[1,\"1\"]}";
        bench.server.on(QStringLiteral("/api/v1/query"),
                        Answer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + list + "]}}"));
        const auto answer = bench.query();
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->series.size(), size_t(3000));
    }

    void failuresAreNamed_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("detail");
        const auto api = [](const char *type, const char *text) {
            return QByteArray("{\"status\":\"error\",\"errorType\":\"") + type + "\",\"error\":\"" + text + "\"}";
        };
        QTest::newRow("parse error") << Answer::error(400, api("bad_data", "1:4: parse error")) << Error::Kind::Rejected << QStringLiteral("1:4: parse error");
        QTest::newRow("execution") << Answer::error(422, api("execution", "many-to-many")) << Error::Kind::Rejected << QStringLiteral("many-to-many");
        QTest::newRow("query time-out") << Answer::error(503, api("timeout", "query timed out")) << Error::Kind::Timeout << QStringLiteral("query timed out");
        QTest::newRow("error in a success") << Answer::json(api("internal", "boom")) << Error::Kind::Server << QStringLiteral("boom");
        QTest::newRow("not ready") << Answer::text("Service Unavailable", 503) << Error::Kind::Starting << QString();
        QTest::newRow("unknown path") << Answer::text("404 page not found", 404) << Error::Kind::NotFound << QString();
        QTest::newRow("log-in") << Answer::text("no", 401) << Error::Kind::Unauthorized << QString();
        QTest::newRow("log-in page") << Answer::html() << Error::Kind::NotExpected << QStringLiteral("HTML page");
        QTest::newRow("plain text") << Answer::text("hello") << Error::Kind::NotExpected << QStringLiteral("text/plain");
        QTest::newRow("cut body") << Answer::cut(vectorBody.left(40), 1000) << Error::Kind::Truncated << QString();
        QTest::newRow("cut at a whole body") << Answer::cut(vectorBody, 1000) << Error::Kind::Truncated << QString();
        QTest::newRow("unreadable") << Answer::json("{\"status\":") << Error::Kind::Malformed << QString();
        QTest::newRow("server error") << Answer::json("{}", 500) << Error::Kind::Server << QString();
    }
    void failuresAreNamed()
    {
        QFETCH(Answer, answer);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, detail);
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), answer);
        const auto result = bench.query();
        QVERIFY(result.has_value());
        QVERIFY(!result->ok());
        QCOMPARE(errorKindName(result->error().kind), errorKindName(kind));
        QVERIFY2(result->error().detail.contains(detail), qPrintable(result->error().detail));
        QVERIFY(!result->error().where.isEmpty());
    }

    void errorWithDataGivesBoth()
    {
        Bench bench;
        QByteArray body = vectorBody;
        body.replace("\"success\"", "\"error\",\"errorType\":\"internal\",\"error\":\"one shard is away\"");
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(body, 500));
        const auto answer = bench.query();
        QVERIFY(answer && answer->ok());
        QCOMPARE((*answer)->series.size(), size_t(1));
        QVERIFY((*answer)->error && (*answer)->error->detail.contains(QLatin1String("one shard is away")));
    }

    void listsAndVersionAreAsked()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/targets"), Answer::json(R"({"status":"success","data":{"activeTargets":[{"labels":{"job":"a"},"health":"up"}]}})"));
        bench.server.on(QStringLiteral("/api/v1/metadata"), Answer::json(R"({"status":"success","data":{"up":[{"type":"gauge","help":"","unit":""}]}})"));
        bench.server.on(QStringLiteral("/api/v1/label/job/values"), Answer::json(R"({"status":"success","data":["a","b"]})"));
        bench.server.on(QStringLiteral("/api/v1/status/buildinfo"), Answer::json(R"({"status":"success","data":{"version":"2.42.0"}})"));
        int answers = 0;
        bench.client.targets(&bench.client, [&answers](auto result) { answers += result.ok() && result->size() == 1 ? 1 : 0; });
        bench.client.metadata(&bench.client, [&answers](auto result) { answers += result.ok() && result->size() == 1 ? 1 : 0; });
        bench.client.labelValues(QStringLiteral("job"), QStringLiteral("up{a=\"b\"}"), &bench.client,
                                 [&answers](auto result) { answers += result.ok() && result->size() == 2 ? 1 : 0; });
        bench.client.buildInfo(&bench.client, [&answers](auto result) { answers += result.ok() && *result == QLatin1String("2.42.0") ? 1 : 0; });
        QTRY_COMPARE(answers, 4);
        QCOMPARE(bench.server.requestsTo(QStringLiteral("/api/v1/label/job/values")).at(0).query.queryItemValue(QStringLiteral("match%5B%5D"), QUrl::FullyDecoded),
                 QStringLiteral("up{a=\"b\"}"));
    }

    void serverWithoutBuildInfoHasNoVersion()
    {
        Bench bench;
        bench.server.otherwise(Answer::text("unsupported path", 404));
        std::optional<Result<QString>> version;
        bench.client.buildInfo(nullptr, [&version](Result<QString> result) { version = std::move(result); });
        QTRY_VERIFY(version.has_value());
        QVERIFY(version->ok());
        QVERIFY(version->value().isEmpty());
    }

    void rawBodiesAreCheckedBeforeTheyArePassedOn()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/rules"), {Answer::json("{\"status\":\"success\"}"), Answer::html()});
        std::optional<Result<QByteArray>> body;
        const auto keep = [&body](Result<QByteArray> result) { body = std::move(result); };
        bench.client.get(QStringLiteral("api/v1/rules"), nullptr, keep);
        QTRY_VERIFY(body.has_value());
        QVERIFY(body->ok());
        QCOMPARE(body->value(), QByteArray("{\"status\":\"success\"}"));
        body.reset();
        bench.client.get(QStringLiteral("api/v1/rules"), nullptr, keep);
        QTRY_VERIFY(body.has_value());
        QVERIFY(!body->ok());
        QCOMPARE(body->error().kind, Error::Kind::NotExpected);
    }

    void nothingIsCalledForAContextThatIsGone()
    {
        Bench bench;
        bench.server.on(QStringLiteral("/api/v1/query"), Answer::json(vectorBody));
        bool called = false;
        {
            QObject context;
            bench.client.query(QStringLiteral("gone"), bench.clock.wall(), &context, [&called](Result<QueryAnswer>) { called = true; });
        }
        QVERIFY(bench.query().has_value());
        QVERIFY(!called);
    }
};

WATCHFLOOR_TEST(TestPrometheusClient)
#include "tst_prometheusclient.moc"
