#include "tests/metrics/tailbench.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
using Bench = TailBench;
}

class TestQueryTails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tailIsAskedAndMerged();
    void equalAnswersAreOneObject();
    void absenceDecidesWhatIsAsked_data();
    void absenceDecidesWhatIsAsked();
    void failureDecidesWhatIsAsked_data();
    void failureDecidesWhatIsAsked();
    void lateSamplesAreCaughtUpWith();
    void serversThatAreAlwaysLateGetALongerOverlap();
    void sourceThatIsAlwaysBehindIsAskedFromItsNewestSample();
    void numbersThatNeverAgreeAreAskedInFull();
    void wholeIsAskedOnceAnHour();
    void answersThatAreNotWholeAreNotHeld_data();
    void answersThatAreNotWholeAreNotHeld();
    void expressionsOfTheWholeRangeAreAskedInFull_data();
    void expressionsOfTheWholeRangeAreAskedInFull();
};

void TestQueryTails::tailIsAskedAndMerged()
{
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    QCOMPARE(bench.span(0), 1h);
    for (int round = 1; round <= 20; ++round) {
        QVERIFY(bench.refresh());
        QCOMPARE(bench.span(round), 60s); // three steps again and a new one
        QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
        QCOMPARE(gridCount(*bench.snapshots.back().answer), size_t(1));
        QCOMPARE(bench.snapshots.back().sampleAge, 0s);
    }
    const SourceFigures figures = bench.hub.figures(u"main"_s);
    QCOMPARE(figures.wholes, 0); // more than a minute ago
    QCOMPARE(figures.tails, 4);
    QCOMPARE(figures.queries, 4);
}

void TestQueryTails::equalAnswersAreOneObject()
{
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    QVERIFY(bench.refresh(0s));
    QCOMPARE(bench.snapshots[1].answer, bench.snapshots[0].answer);
    QVERIFY(bench.refresh(15s));
    QVERIFY(bench.snapshots[2].answer != bench.snapshots[0].answer);
    QCOMPARE(bench.snapshots[0].answer->series[0].size(), size_t(241)); // what was handed out is not touched
}

void TestQueryTails::absenceDecidesWhatIsAsked_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("span");
    QTest::newRow("the same moment") << 0 << 45;
    QTest::newRow("a round missed") << 30 << 75;
    QTest::newRow("ten minutes") << 600 << 645;
    QTest::newRow("half of the range") << 1770 << 3600;
    QTest::newRow("longer than the range") << 7200 << 3600;
    QTest::newRow("the clock went back") << -30 << 3600;
}

void TestQueryTails::absenceDecidesWhatIsAsked()
{
    QFETCH(int, seconds);
    QFETCH(int, span);
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    bench.clock.stepWall(std::chrono::seconds(seconds));
    QVERIFY(bench.refresh(0s));
    QCOMPARE(bench.span(1), std::chrono::seconds(span));
    QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
}

void TestQueryTails::failureDecidesWhatIsAsked_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("isWhole");
    const auto api = [](const char *type) { return QByteArray("{\"status\":\"error\",\"errorType\":\"") + type + "\",\"error\":\"x\"}"; };
    QTest::newRow("connection cut") << Answer::reset() << true;
    QTest::newRow("server error") << Answer::error(500, api("internal")) << true;
    QTest::newRow("starting") << Answer::text("Service Unavailable", 503) << true;
    QTest::newRow("no rights") << Answer::text("no", 403) << true;
    QTest::newRow("too slow") << Answer::error(503, api("timeout")) << false;
    QTest::newRow("too many") << Answer::error(429, "{}") << false;
}

void TestQueryTails::failureDecidesWhatIsAsked()
{
    QFETCH(Answer, answer);
    QFETCH(bool, isWhole);
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    bench.fault = [&answer](const SeenRequest &) { return answer; };
    QVERIFY(bench.refresh());
    QVERIFY(!bench.snapshots.back().answer);
    QVERIFY(bench.snapshots.back().error);
    bench.fault = {};
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-1), isWhole ? std::chrono::seconds(3600) : std::chrono::seconds(75));
    QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
}

void TestQueryTails::lateSamplesAreCaughtUpWith()
{
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    const qint64 since = bench.clock.wall().time_since_epoch() / 1s - 90;
    bench.number = [since](int index, qint64 time) { return index == 1 && time >= since ? 7 : int(time / 15 % 1000) + index; };
    QVERIFY(bench.refresh());
    QCOMPARE(bench.asked().size(), size_t(3)); // the tail disagreed
    QCOMPARE(bench.span(1), 60s);
    QCOMPARE(bench.span(2), 1h);
    QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-1), 105s); // the overlap is twice as long from here on
    QCOMPARE(bench.hub.figures(u"main"_s).tails, 2);
    QCOMPARE(bench.hub.figures(u"main"_s).wholes, 2);
}

/// As VictoriaMetrics does, whose newest half minute is the copy of the one before.
void TestQueryTails::serversThatAreAlwaysLateGetALongerOverlap()
{
    Bench bench;
    const QueryKey fine{u"main"_s, u"x"_s, 15min, 1s};
    bench.number = [&bench](int index, qint64 time) {
        const qint64 settled = bench.clock.wall().time_since_epoch() / 1s - 30;
        return int(std::min(time, settled) % 1000) + index;
    };
    const auto interest = bench.hub.watch(fine);
    QVERIFY(bench.waitForSnapshots(1));
    int wholes = 0;
    for (int round = 0; round < 40; ++round) {
        const size_t before = bench.asked().size();
        QVERIFY(bench.refresh(5s));
        QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole(fine)), QString());
        wholes += int(bench.asked().size() - before) - 1;
    }
    QCOMPARE(wholes, 4); // 3, 6, 12 and 24 seconds were too short
    QCOMPARE(bench.span(-1), 53s);
}

/// As exporters of a cloud's own monitoring are, minutes behind.
void TestQueryTails::sourceThatIsAlwaysBehindIsAskedFromItsNewestSample()
{
    Bench bench;
    bench.number = [&bench](int index, qint64 time) {
        const qint64 known = bench.clock.wall().time_since_epoch() / 1s - 300;
        return time > known ? std::nullopt : std::optional(int(time / 15 % 1000) + index);
    };
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    for (int round = 1; round < 10; ++round) {
        QVERIFY(bench.refresh());
        QCOMPARE(bench.span(round), 360s);
        QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
        QVERIFY(bench.snapshots.back().sampleAge >= 285s);
    }
}

void TestQueryTails::numbersThatNeverAgreeAreAskedInFull()
{
    Bench bench;
    int draw = 0;
    bench.number = [&draw](int, qint64) { return draw; };
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    for (int round = 0; round < 8; ++round) {
        ++draw;
        QVERIFY(bench.refresh());
        QCOMPARE(differenceOf(*bench.snapshots.back().answer, bench.whole()), QString());
    }
    QCOMPARE(bench.asked().size(), size_t(1 + 2 * 5 + 3)); // five times with a tail in vain
    QCOMPARE(bench.span(-1), 1h);
}

void TestQueryTails::wholeIsAskedOnceAnHour()
{
    const auto momentsOfWholes = [](quint32 seed) {
        Bench bench;
        bench.hub.setSeed(seed);
        const QueryKey day{u"main"_s, u"x"_s, 24h, 5min};
        const auto interest = bench.hub.watch(day);
        QList<int> moments;
        for (int minute = 0; minute <= 600; minute += 10) {
            if (!(minute == 0 ? bench.waitForSnapshots(1) : bench.refresh(10min)))
                return QList<int>();
            if (bench.span(-1) == 24h)
                moments.append(minute);
        }
        return moments;
    };
    const QList<int> moments = momentsOfWholes(1);
    QVERIFY(moments.size() >= 8 && moments.size() <= 14);
    for (int i = 1; i < moments.size(); ++i)
        QVERIFY(moments[i] - moments[i - 1] >= 45 && moments[i] - moments[i - 1] <= 85);
    QCOMPARE(momentsOfWholes(1), moments);
    QVERIFY(momentsOfWholes(2) != moments);
}

void TestQueryTails::answersThatAreNotWholeAreNotHeld_data()
{
    QTest::addColumn<QByteArray>("warnings");
    QTest::addColumn<int>("limit");
    QTest::addColumn<bool>("isHeld");
    QTest::newRow("sound") << QByteArray() << 3 << true;
    QTest::newRow("infos") << QByteArray(R"(,"infos":["might not be a counter"])") << 3 << true;
    QTest::newRow("warnings") << QByteArray(R"(,"warnings":["remote read failed"])") << 3 << false;
    QTest::newRow("over the cap") << QByteArray() << 2 << false;
}

void TestQueryTails::answersThatAreNotWholeAreNotHeld()
{
    QFETCH(QByteArray, warnings);
    QFETCH(int, limit);
    QFETCH(bool, isHeld);
    Bench bench;
    bench.warnings = warnings;
    bench.client.setSeriesLimit(size_t(limit));
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(1) == 1h, !isHeld);
    QCOMPARE(bench.snapshots[1].answer->series.size(), size_t(std::min(limit, 3)));
    QCOMPARE(bench.snapshots[1].answer->totalSeries, size_t(3));
    bench.warnings = R"(,"warnings":["remote read failed"])"; // from now on in the tail as well
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(-1), 1h);
    QVERIFY(!bench.snapshots.back().answer->warnings.isEmpty());
}

void TestQueryTails::expressionsOfTheWholeRangeAreAskedInFull_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("selector") << u"up"_s << false;
    QTest::newRow("name with start") << u"process_start_time_seconds + on() end_total"_s << false;
    QTest::newRow("fixed moment") << u"x @ 1795230000"_s << false;
    QTest::newRow("start of the range") << u"x @ start()"_s << true;
    QTest::newRow("end of the range") << u"topk(5, rate(x[1h] @end ()))"_s << true;
    QTest::newRow("MetricsQL range") << u"range_avg(x)"_s << true;
    QTest::newRow("MetricsQL top") << u"topk_max(3, x)"_s << true;
    QTest::newRow("MetricsQL running") << u"running_sum (x)"_s << true;
}

void TestQueryTails::expressionsOfTheWholeRangeAreAskedInFull()
{
    QFETCH(QString, expression);
    QFETCH(bool, isWhole);
    Bench bench;
    const auto interest = bench.hub.watch({u"main"_s, expression, 1h, 15s});
    QVERIFY(bench.waitForSnapshots(1));
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(1) == 1h, isWhole);
}

WATCHFLOOR_TEST(TestQueryTails)
#include "tst_querytails.moc"
