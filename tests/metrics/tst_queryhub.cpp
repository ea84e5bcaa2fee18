#include "tests/metrics/hubbench.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

const QByteArray emptyVector = R"({"status":"success","data":{"resultType":"vector","result":[]}})";
const QString queryPath = QStringLiteral("/api/v1/query");
const QString rangePath = QStringLiteral("/api/v1/query_range");
const QString mainSource = QStringLiteral("main");

QueryKey instantKey(const QString &expression)
{
    return {mainSource, expression, {}, {}};
}

/// Whose server knows of no series.
struct Bench : HubBench
{
    Bench()
    {
        server.on(queryPath, Answer::json(emptyVector));
        hub.addSource(mainSource, &client, 15s);
    }
    size_t asked() const { return server.requests().size(); }
};

}

class TestQueryHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalQueriesAreOneRequest()
    {
        Bench bench;
        const auto first = bench.hub.watch(instantKey(QStringLiteral("up")));
        const auto second = bench.hub.watch(instantKey(QStringLiteral("up")));
        const auto other = bench.hub.watch(instantKey(QStringLiteral("down")));
        QCOMPARE(bench.asked(), size_t(0));
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        QCOMPARE(bench.asked(), size_t(2));
        QCOMPARE(bench.hub.queriesPerMinute(mainSource), 2);
        QVERIFY(bench.hub.bytesPerMinute(mainSource) >= 2 * emptyVector.size());
        QVERIFY(bench.snapshots[0].answer);
        QVERIFY(!bench.snapshots[0].error);
        QCOMPARE(bench.snapshots[0].interval, 15s);
        bench.clock.advance(61s);
        QCOMPARE(bench.hub.queriesPerMinute(mainSource), 0);
        QCOMPARE(bench.hub.bytesPerMinute(mainSource), qint64(0));
    }

    void rangesEndOnTheirGrid()
    {
        Bench bench;
        bench.server.on(rangePath, Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1795230705,"1"]]}]}})"));
        const auto interest = bench.hub.watch({mainSource, QStringLiteral("up"), 1h, 30s});
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        const SeenRequest seen = bench.server.requests().at(0);
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("end")), QStringLiteral("1795230750.000"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("start")), QStringLiteral("1795227150.000"));
        QCOMPARE(seen.query.queryItemValue(QStringLiteral("step")), QStringLiteral("30.000"));
        QCOMPARE(bench.snapshots[0].sampleAge, 45s);
    }

    void anotherMomentIsAskedOfThen_data()
    {
        QTest::addColumn<int>("daysBack");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<QString>("end");
        QTest::newRow("now") << 0 << qint64(0) << u"1795230750.000"_qs;
        QTest::newRow("the day before") << 1 << qint64(0) << u"1795144350.000"_qs;
        QTest::newRow("a span that was zoomed to") << 0 << qint64(1795200000) << u"1795200000.000"_qs;
        QTest::newRow("the day before that span") << 1 << qint64(1795200000) << u"1795113600.000"_qs;
    }
    void anotherMomentIsAskedOfThen()
    {
        QFETCH(int, daysBack);
        QFETCH(qint64, until);
        Bench bench;
        bench.server.on(rangePath, Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})"));
        const auto interest = bench.hub.watch({mainSource, QStringLiteral("up"), 1h, 30s, daysBack * 24h, WallTime(std::chrono::seconds(until))});
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QTEST(bench.server.requests().at(0).query.queryItemValue(QStringLiteral("end")), "end");
        QCOMPARE(bench.snapshots[0].key, *interest);
    }

    void whatEndedLongAgoIsAskedSeldom()
    {
        Bench bench;
        QueryKey past = instantKey(QStringLiteral("up"));
        past.until = bench.clock.wall() - 2h;
        const auto interest = bench.hub.watch(past);
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].interval, std::chrono::milliseconds(10min));
        QueryKey fresh = past;
        fresh.until = bench.clock.wall() - 1min;
        const auto other = bench.hub.watch(fresh);
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        QCOMPARE(bench.snapshots[1].interval, std::chrono::milliseconds(15s));
    }

    void sampleOnTheGridHasNoAge()
    {
        Bench bench;
        bench.server.on(rangePath, Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1795230750,"1"]]}]}})"));
        const auto interest = bench.hub.watch({mainSource, QStringLiteral("up"), 1h, 30s});
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].sampleAge, 0s);
    }

    void atMostSixAreUnderWay()
    {
        Bench bench;
        bench.server.on(queryPath, Answer::slow(emptyVector, 50ms));
        std::vector<QueryInterest> interests;
        for (int i = 0; i < 20; ++i)
            interests.push_back(bench.hub.watch(instantKey(QStringLiteral("q%1").arg(i))));
        int most = 0;
        QVERIFY(QTest::qWaitFor([&] {
            most = std::max(most, bench.http.inFlight());
            return bench.snapshots.size() == 20;
        }));
        QCOMPARE(bench.asked(), size_t(20));
        QCOMPARE(most, 6);
    }

    void sourceSaysHowManyAreUnderWay()
    {
        Bench bench;
        bench.hub.addSource(mainSource, &bench.client, 15s, 2);
        bench.server.on(queryPath, Answer::slow(emptyVector, 20ms));
        std::vector<QueryInterest> interests;
        for (int i = 0; i < 8; ++i)
            interests.push_back(bench.hub.watch(instantKey(QStringLiteral("q%1").arg(i))));
        int most = 0;
        QVERIFY(QTest::qWaitFor([&] {
            most = std::max(most, bench.http.inFlight());
            return bench.snapshots.size() == 8;
        }));
        QCOMPARE(most, 2);
    }

    void slowServerIsAskedLessOften()
    {
        Bench bench;
        std::chrono::milliseconds takes = 3s;
        bench.server.on(queryPath, [&](const SeenRequest &) {
            bench.clock.advance(takes);
            return Answer::json(emptyVector);
        });
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("up")), 5s);
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].interval, 12s); // four times three seconds
        QCOMPARE(bench.hub.figures(mainSource).latency, 3s);
        QCOMPARE(bench.hub.figures(mainSource).serverTime, 3s);
        QCOMPARE(bench.hub.figures(mainSource).stretchedTo, 0s); // the source's own fifteen are enough
        takes = 90s;
        bench.hub.refresh();
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        QCOMPARE(bench.snapshots[1].interval, 120s); // never longer
        QCOMPARE(bench.hub.figures(mainSource).stretchedTo, 120s);
        takes = 1ms;
        for (size_t answers = 3; bench.snapshots.back().interval > 5s; ++answers) {
            QVERIFY(answers < 20);
            bench.hub.refresh();
            QTRY_COMPARE(bench.snapshots.size(), answers);
        }
        QCOMPARE(bench.hub.figures(mainSource).stretchedTo, 0s);
    }

    void timeOutsCountAsTheTimeTheyTook()
    {
        Bench bench;
        bench.server.on(queryPath, [&](const SeenRequest &) {
            bench.clock.advance(30s);
            return Answer::error(503, R"({"status":"error","errorType":"timeout","error":"query timed out"})");
        });
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("up")));
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QVERIFY(bench.snapshots[0].error);
        QCOMPARE(bench.hub.figures(mainSource).stretchedTo, 120s);
    }

    void figuresTellWhatWasAsked()
    {
        Bench bench;
        bench.server.on(rangePath, Answer::json(R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1795230750,"1"]]}]}})"));
        const auto moment = bench.hub.watch(instantKey(QStringLiteral("up")));
        const auto range = bench.hub.watch({mainSource, QStringLiteral("up"), 1h, 30s});
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        bench.hub.refresh();
        QTRY_COMPARE(bench.snapshots.size(), size_t(4));
        const SourceFigures figures = bench.hub.figures(mainSource);
        QCOMPARE(figures.queries, 4);
        QCOMPARE(figures.wholes, 1);
        QCOMPARE(figures.tails, 1);
        QCOMPARE(figures.skipped, 0);
        QVERIFY(figures.bytes > 4 * 60);
        QCOMPARE(bench.hub.figures(QStringLiteral("nobody")), SourceFigures());
    }

    void interestOfNobodyIsForgottenInTime()
    {
        std::optional<Bench> bench(std::in_place);
        auto interest = bench->hub.watch(instantKey(QStringLiteral("up")));
        QTRY_COMPARE(bench->snapshots.size(), size_t(1));
        bench.reset(); // an interest may outlive the hub
        QVERIFY(interest.use_count() == 1);
        interest.reset();
    }

    void queryUnderWayIsNotAskedAgain()
    {
        Bench bench;
        bench.server.on(queryPath, {Answer::hang(), Answer::json(emptyVector)});
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("slow")));
        QTRY_COMPARE(bench.asked(), size_t(1));
        bench.hub.refresh();
        QTRY_COMPARE(bench.hub.skippedPerMinute(mainSource), 1);
        QCOMPARE(bench.asked(), size_t(1));
        QCOMPARE(bench.hub.queriesPerMinute(mainSource), 1);
    }

    void watchedIsAskedAtItsInterval()
    {
        Bench bench;
        SystemClock clock;
        QueryHub hub(clock);
        hub.addSource(mainSource, &bench.client, 20ms);
        QSignalSpy answered(&hub, &QueryHub::answered);
        const auto often = hub.watch(instantKey(QStringLiteral("often")));
        const auto seldom = hub.watch(instantKey(QStringLiteral("seldom")), 1h);
        QTRY_VERIFY(answered.count() >= 5);
        const auto countOf = [&bench](const QString &expression) {
            const auto &all = bench.server.requests();
            return std::count_if(all.begin(), all.end(), [&expression](const SeenRequest &seen) {
                return seen.query.queryItemValue(QStringLiteral("query")) == expression;
            });
        };
        QVERIFY(countOf(QStringLiteral("often")) >= 4);
        QCOMPARE(countOf(QStringLiteral("seldom")), 1);
    }

    void droppedInterestEndsTheAsking()
    {
        Bench bench;
        auto dropped = bench.hub.watch(instantKey(QStringLiteral("dropped")));
        const auto kept = bench.hub.watch(instantKey(QStringLiteral("kept")));
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        dropped.reset();
        bench.hub.refresh();
        QTRY_COMPARE(bench.snapshots.size(), size_t(3));
        QCOMPARE(bench.snapshots.back().key.expression, QStringLiteral("kept"));
        QCOMPARE(bench.asked(), size_t(3));
    }

    void answerThatNobodyWantsAnyMoreIsNotTold()
    {
        Bench bench;
        auto dropped = bench.hub.watch(instantKey(QStringLiteral("dropped")));
        QueryInterest kept;
        bench.server.on(queryPath, [&](const SeenRequest &) { // the answer to the first request comes after its interest went
            dropped.reset();
            kept = bench.hub.watch(instantKey(QStringLiteral("kept")));
            return Answer::json(emptyVector);
        });
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QTRY_COMPARE(bench.http.inFlight(), 0);
        QCOMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].key.expression, QStringLiteral("kept"));
    }

    void pausedHubAsksNothing()
    {
        Bench bench;
        bench.hub.setPaused(true);
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("up")));
        bench.hub.refresh();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!QTest::qWaitFor([&bench] { return bench.asked() > 0; }, 50));
        bench.hub.setPaused(false);
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
    }

    void failureIsTold()
    {
        Bench bench;
        bench.server.on(queryPath, Answer::error(422, R"({"status":"error","errorType":"execution","error":"too many samples"})"));
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("heavy")));
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QVERIFY(!bench.snapshots[0].answer);
        QVERIFY(bench.snapshots[0].error->detail.contains(QLatin1String("too many samples")));
    }

    void unknownSourceIsAFailureUntilItIsKnown()
    {
        Bench bench;
        const auto interest = bench.hub.watch({QStringLiteral("other"), QStringLiteral("up"), {}, {}});
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].error->kind, Error::Kind::NotFound);
        QCOMPARE(bench.snapshots[0].error->where, QStringLiteral("other"));
        bench.hub.addSource(QStringLiteral("other"), &bench.client, 5s);
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        QVERIFY(bench.snapshots[1].answer);
    }

    void removedSourceDoesNotAnswer()
    {
        Bench bench;
        bench.server.on(queryPath, [&bench](const SeenRequest &) {
            bench.hub.removeSource(mainSource);
            return Answer::json(emptyVector);
        });
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("up")));
        QTRY_COMPARE(bench.asked(), size_t(1));
        QTRY_COMPARE(bench.http.inFlight(), 0);
        QVERIFY(bench.snapshots.empty());
    }

    void refreshIntervalOverridesTheSources()
    {
        Bench bench;
        const auto interest = bench.hub.watch(instantKey(QStringLiteral("up")), 30s);
        bench.hub.setRefreshInterval(5s);
        QTRY_COMPARE(bench.snapshots.size(), size_t(1));
        QCOMPARE(bench.snapshots[0].interval, 5s);
        bench.hub.setRefreshInterval(0s);
        bench.hub.refresh(instantKey(QStringLiteral("up")));
        QTRY_COMPARE(bench.snapshots.size(), size_t(2));
        QCOMPARE(bench.snapshots[1].interval, 30s);
    }
};

WATCHFLOOR_TEST(TestQueryHub)
#include "tst_queryhub.moc"
