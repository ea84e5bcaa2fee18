#include "tests/metrics/tailbench.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
using Bench = TailBench;
}

/// Tails of sources and interests that come, go, pause and come back.
class TestTailInterests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addedSourceIsAskedInFull();
    void restartedSourceIsAskedInFull();
    void serverThatDoesNotTellItsStartIsAskedOnce();
    void droppedAndComeBackAsksForTheTail();
    void spansOfThePastAreHardlyAsked();
    void otherMomentsAreAskedByTheirTail();
    void pausedInterestAsksNothing();
    void answersComeWithoutAWordFromTheDropped();
    void manySeriesAreMergedElsewhere();
};

void TestTailInterests::addedSourceIsAskedInFull()
{
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    bench.hub.addSource(u"main"_s, &bench.client, 15s);
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(1), 1h);
}

void TestTailInterests::restartedSourceIsAskedInFull()
{
    Bench bench;
    QByteArray start = "2026-11-20T10:00:00Z";
    bench.server.on(startPath, [&start](const SeenRequest &) {
        return Answer::json("{\"status\":\"success\",\"data\":{\"startTime\":\"" + start + "\"}}");
    });
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    QVERIFY(bench.refresh());
    QTRY_COMPARE(bench.server.requestsTo(startPath).size(), size_t(1));
    QTRY_COMPARE(bench.http.inFlight(), 0);
    QVERIFY(bench.refresh());
    QCOMPARE(bench.server.requestsTo(startPath).size(), size_t(1)); // no new connection, no question
    bench.server.closeConnections();
    QVERIFY(QTest::qWaitFor([&bench] { return bench.server.openConnections() == 0; }));
    QVERIFY(bench.refresh());
    QTRY_COMPARE(bench.server.requestsTo(startPath).size(), size_t(2));
    QTRY_COMPARE(bench.http.inFlight(), 0);
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-1), 60s); // the same server
    start = "2026-11-21T03:13:30Z";
    bench.server.closeConnections();
    QVERIFY(QTest::qWaitFor([&bench] { return bench.server.openConnections() == 0; }));
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-2), 60s);
    QCOMPARE(bench.span(-1), 1h);
}

void TestTailInterests::serverThatDoesNotTellItsStartIsAskedOnce()
{
    Bench bench;
    bench.server.on(startPath, Answer::text("unsupported path requested", 400)); // as VictoriaMetrics says
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    for (int round = 0; round < 3; ++round) {
        QVERIFY(bench.refresh());
        QTRY_COMPARE(bench.http.inFlight(), 0);
        bench.server.closeConnections();
        QVERIFY(QTest::qWaitFor([&bench] { return bench.server.openConnections() == 0; }));
    }
    QCOMPARE(bench.server.requestsTo(startPath).size(), size_t(1));
    QCOMPARE(bench.span(-1), 60s);
}

void TestTailInterests::droppedAndComeBackAsksForTheTail()
{
    Bench bench;
    auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    interest.reset();
    bench.clock.advance(2min);
    interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(2));
    QCOMPARE(bench.span(1), 165s);
    QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
    QSignalSpy lapsed(&bench.hub, &QueryHub::lapsed);
    interest.reset();
    bench.clock.advance(6min);
    bench.hub.refresh(); // what nobody came back for is let go
    const auto other = bench.hub.watch({u"main"_s, u"other"_s, 1h, 15s});
    QVERIFY(bench.waitForSnapshots(3));
    QCOMPARE(lapsed.count(), 1);
    QCOMPARE(lapsed[0][0].value<QueryKey>(), key);
    interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(4));
    QCOMPARE(bench.span(-1), 1h);
}

void TestTailInterests::spansOfThePastAreHardlyAsked()
{
    Bench bench;
    QueryKey zoomed = key;
    zoomed.until = bench.clock.wall() - 1min;
    const auto interest = bench.hub.watch(zoomed);
    QVERIFY(bench.waitForSnapshots(1));
    QCOMPARE(bench.snapshots.back().interval, 15s);
    QVERIFY(bench.refresh(5min));
    QCOMPARE(bench.snapshots.back().interval, 5min);
    QCOMPARE(bench.span(-1), 45s);
    QCOMPARE(bench.snapshots[1].answer, bench.snapshots[0].answer);
    QCOMPARE(bench.snapshots[1].sampleAge, 0s);
}

void TestTailInterests::otherMomentsAreAskedByTheirTail()
{
    Bench bench;
    QueryKey lastWeek = key;
    lastWeek.back = 7 * 24h;
    const auto interest = bench.hub.watch(lastWeek);
    QVERIFY(bench.waitForSnapshots(1));
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-1), 60s);
    const double end = bench.asked().back().query.queryItemValue(u"end"_s).toDouble();
    QCOMPARE(end, toEpochSeconds(alignedTo({bench.clock.wall() - 7 * 24h, bench.clock.wall() - 7 * 24h}, 15s).end));
    QCOMPARE(bench.snapshots.back().answer->series[0].times->back(), end);
}

void TestTailInterests::pausedInterestAsksNothing()
{
    Bench bench;
    const auto one = bench.hub.watch(key);
    const auto other = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    bench.hub.setPaused(one, true);
    QVERIFY(bench.refresh()); // somebody looks still
    bench.hub.setPaused(other, true);
    bench.clock.advance(1min);
    bench.hub.refresh();
    const auto probe = bench.hub.watch({u"main"_s, u"probe"_s, {}, {}});
    QVERIFY(bench.waitForSnapshots(3));
    QCOMPARE(bench.snapshots.back().key.expression, u"probe"_s);
    QCOMPARE(bench.asked().size(), size_t(2));
    bench.hub.setPaused(other, false);
    QVERIFY(bench.waitForSnapshots(4));
    QCOMPARE(bench.span(-1), 105s);
    QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
}

void TestTailInterests::answersComeWithoutAWordFromTheDropped()
{
    Bench bench;
    bench.fault = [](const SeenRequest &) { return Answer::hang(); };
    std::vector<QueryInterest> interests;
    for (int i = 0; i < 10; ++i)
        interests.push_back(bench.hub.watch({u"main"_s, QString::number(i), 1h, 15s}));
    QTRY_COMPARE(bench.asked().size(), size_t(6));
    interests.clear();
    QTRY_COMPARE(bench.server.openConnections(), 0); // given up on the wire
    QCOMPARE(bench.http.inFlight(), 0);
    QCOMPARE(bench.asked().size(), size_t(6)); // those who waited were never sent
    bench.fault = {};
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    QCOMPARE(bench.snapshots[0].key, key);
}

void TestTailInterests::manySeriesAreMergedElsewhere()
{
    Bench bench;
    bench.seriesCount = 60; // 115 KB of numbers
    bench.number = [](int index, qint64 time) { return time / 15 % (index + 20) == 0 ? std::nullopt : std::optional(int(time % 977)); };
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    for (int round = 0; round < 5; ++round) {
        QVERIFY(bench.refresh());
        QCOMPARE(bench.span(-1), 60s);
        QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
    }
}

WATCHFLOOR_TEST(TestTailInterests)
#include "tst_tailinterests.moc"
