#include "models/metrics/prometheusjson.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace std::chrono_literals;

class TestApiJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedTargetsAreRead()
    {
        const auto targets = parseTargets(
            R"({"status":"success","data":{"activeTargets":[)"
            R"({"discoveredLabels":{"__address__":"127.0.0.1:19100"},"labels":{"instance":"node","job":"node"},"scrapePool":"node",)"
            R"("scrapeUrl":"http://127.0.0.1:19100/metrics","globalUrl":"x","lastError":"","lastScrape":"2026-11-21T02:39:47.027693024Z",)"
            R"("lastScrapeDuration":0.0023,"health":"up","scrapeInterval":"5s","scrapeTimeout":"5s"},)"
            R"({"labels":{"job":"dead"},"scrapePool":"dead","scrapeUrl":"u","lastError":"connection refused","lastScrape":"0001-01-01T00:00:00Z",)"
            R"("health":"down","scrapeInterval":"1m30s"},)"
            R"({"labels":{},"health":"unknown"}],"droppedTargets":[]}})");
        QVERIFY(targets.ok());
        QCOMPARE(targets->size(), size_t(3));
        QCOMPARE(targets->at(0).health, ScrapeTarget::Health::Up);
        QCOMPARE(targets->at(0).labels.value(u"job"), QStringLiteral("node"));
        QCOMPARE(targets->at(0).lastScrape.time_since_epoch(), 1'795'228'787'027ms);
        QCOMPARE(targets->at(0).scrapeInterval, 5s);
        QCOMPARE(targets->at(1).health, ScrapeTarget::Health::Down);
        QCOMPARE(targets->at(1).lastError, QStringLiteral("connection refused"));
        QCOMPARE(targets->at(1).lastScrape, WallTime{});
        QCOMPARE(targets->at(1).scrapeInterval, 90s);
        QCOMPARE(targets->at(2).health, ScrapeTarget::Health::Unknown);
    }

    void recordedMetadataIsRead()
    {
        const auto metadata = parseMetadata(
            R"({"status":"success","data":{"pg_stat_activity_max_tx_duration":[{"type":"gauge","help":"max duration","unit":"s"}],"none":[]}})");
        QVERIFY(metadata.ok());
        QCOMPARE(metadata->size(), size_t(1));
        QCOMPARE(metadata->at(QStringLiteral("pg_stat_activity_max_tx_duration")),
                 (MetricMetadata{QStringLiteral("gauge"), QStringLiteral("max duration"), QStringLiteral("s")}));
        const auto empty = parseMetadata(R"({"status":"success","data":{}})");
        QVERIFY(empty.ok());
        QVERIFY(empty->empty());
    }

    void versionAndListsAreRead()
    {
        const auto version = parseBuildInfo(R"({"status":"success","data":{"version":"2.42.0+ds","goVersion":"go1.19.8"}})");
        QVERIFY(version.ok());
        QCOMPARE(*version, QStringLiteral("2.42.0+ds"));
        const auto list = parseStringList(R"({"status":"success","data":["__name__","instance"]})");
        QVERIFY(list.ok());
        QCOMPARE(*list, (QStringList{QStringLiteral("__name__"), QStringLiteral("instance")}));
    }

    void exemplarsAreReadInOrderOfTime()
    {
        const auto answer = parseExemplars(
            R"({"status":"success","data":[{"seriesLabels":{"__name__":"requests_bucket","le":"0.5"},"exemplars":[)"
            R"({"labels":{"trace_id":"b"},"value":"0.25","timestamp":1795228988.5},{"labels":{},"value":"+Inf","timestamp":1795228980}]},)"
            R"({"seriesLabels":{},"exemplars":[]}]})");
        QVERIFY(answer.ok());
        QCOMPARE(answer->size(), size_t(2));
        QCOMPARE(answer->at(0).labels.value(u"le"), QStringLiteral("0.5"));
        QVERIFY(answer->at(0).exemplars
                == (std::vector<Exemplar>{{{}, std::numeric_limits<double>::infinity(), 1795228980.0},
                                          {{{QStringLiteral("trace_id"), QStringLiteral("b")}}, 0.25, 1795228988.5}}));
        QVERIFY(answer->at(1).exemplars.empty());
        const auto none = parseExemplars(R"({"status":"success","data":[]})");
        QVERIFY(none.ok() && none->empty());
    }

    void faultyExemplarsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("object") << QByteArray("{}");
        QTest::newRow("no labels of the series") << QByteArray(R"([{"exemplars":[]}])");
        QTest::newRow("no list") << QByteArray(R"([{"seriesLabels":{},"exemplars":{}}])");
        QTest::newRow("value as a number") << QByteArray(R"([{"seriesLabels":{},"exemplars":[{"labels":{},"value":1,"timestamp":1}]}])");
        QTest::newRow("no time") << QByteArray(R"([{"seriesLabels":{},"exemplars":[{"labels":{},"value":"1"}]}])");
        QTest::newRow("no labels") << QByteArray(R"([{"seriesLabels":{},"exemplars":[{"value":"1","timestamp":1}]}])");
        QTest::newRow("text in the list") << QByteArray(R"([{"seriesLabels":{},"exemplars":["x"]}])");
    }
    void faultyExemplarsAreRefused()
    {
        QFETCH(QByteArray, data);
        const auto answer = parseExemplars("{\"status\":\"success\",\"data\":" + data + "}");
        QVERIFY(!answer.ok());
        QCOMPARE(answer.error().kind, Error::Kind::Malformed);
    }

    void faultyBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html>");
        QTest::newRow("truncated") << QByteArray("{\"status\":\"success\",\"data\":{\"activeT");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("text") << QByteArray("\"success\"");
        QTest::newRow("data is text") << QByteArray(R"({"status":"success","data":"x"})");
        QTest::newRow("data is a number") << QByteArray(R"({"status":"success","data":5})");
        QTest::newRow("data is missing") << QByteArray(R"({"status":"success"})");
        QTest::newRow("an error") << QByteArray(R"({"status":"error","errorType":"internal","error":"x"})");
        QTest::newRow("too deep") << QByteArray("{\"status\":\"success\",\"data\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}");
        QTest::newRow("wrong entries") << QByteArray(R"({"status":"success","data":{"activeTargets":[5],"m":5}})");
    }
    void faultyBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parseTargets(body).ok());
        QVERIFY(!parseStringList(body).ok());
        const auto metadata = parseMetadata(body);
        QVERIFY(!metadata.ok());
        QVERIFY(!metadata.error().detail.isEmpty());
    }

    void timesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("nanoseconds") << QByteArray("2026-11-21T02:39:47.027693024Z") << qint64(1'795'228'787'027);
        QTest::newRow("no fraction") << QByteArray("1970-01-01T00:00:01Z") << qint64(1'000);
        QTest::newRow("one digit") << QByteArray("1970-01-01T00:00:01.5Z") << qint64(1'500);
        QTest::newRow("offset") << QByteArray("1970-01-01T02:00:00+02:00") << qint64(0);
        QTest::newRow("negative offset") << QByteArray("1969-12-31T19:30:00-04:30") << qint64(0);
        QTest::newRow("leap day") << QByteArray("2028-02-29T00:00:00Z") << qint64(1'835'395'200'000);
        QTest::newRow("year 1 is no time") << QByteArray("0001-01-01T00:00:00Z") << qint64(0);
        QTest::newRow("far future") << QByteArray("9999-12-31T23:59:59.999Z") << qint64(253'402'300'799'999);
    }
    void timesAreRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, milliseconds);
        const auto time = parseRfc3339(text);
        QVERIFY(time.ok());
        QCOMPARE(qint64(time->time_since_epoch().count()), milliseconds);
    }

    void timesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "now", "2026-11-21", "2026-11-21T02:39:47", "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z",
                                 "2026-11-21T02:39:47+033:00", "2026-11-21T02:39:47.Z", "2026-11-21 02:39:47Z", "2026-11-21T02:61:47Z",
                                 "2026-11-21T02:39:47Zx", "20x6-11-21T02:39:47Z"})
            QTest::newRow(*text ? text : "empty") << QByteArray(text);
    }
    void timesThatAreNoneAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto time = parseRfc3339(text);
        QVERIFY(!time.ok());
        QCOMPARE(time.error().kind, Error::Kind::Malformed);
    }
};

WATCHFLOOR_TEST(TestApiJson)
#include "tst_apijson.moc"
