#include "models/metrics/prometheusjson.h"
#include "models/metrics/queryhub.h"
#include "tests/metrics/sameanswer.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString rangePath = u"/api/v1/query_range"_s;
const QString startPath = u"/api/v1/status/runtimeinfo"_s;
const QueryKey key{u"main"_s, u"rate(x[5m])"_s, 1h, 15s};

/// A server that answers ranges from one function of series and time, and a hub before it whose clock moves by hand.
struct Bench
{
    /// The number of series `index` at `time`; nothing: a gap.
    std::function<std::optional<int>(int index, qint64 time)> number = [](int index, qint64 time) { return int(time / 15 % 1000) + index; };
    std::function<Answer(const SeenRequest &)> fault; ///< when set, answers instead
    QByteArray warnings;
    int seriesCount = 3;
    FaultServer server;
    FakeClock clock;
    HttpClient http{HttpTarget{.base = server.url()}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient client{http};
    QueryHub hub{clock};
    std::vector<QuerySnapshot> snapshots;

    Bench()
    {
        hub.setSeed(1);
        QObject::connect(&hub, &QueryHub::answered, &hub, [this](const QuerySnapshot &snapshot) { snapshots.push_back(snapshot); });
        server.on(rangePath, [this](const SeenRequest &request) { return fault ? fault(request) : answer(request); });
        hub.addSource(u"main"_s, &client, 15s);
    }

    Answer answer(const SeenRequest &request) const
    {
        const auto seconds = [&request](const QString &name) { return qint64(request.query.queryItemValue(name).toDouble()); };
        QByteArray list;
        for (int index = 0; index < seriesCount; ++index) {
            QByteArray values;
            for (qint64 time = seconds(u"start"_s); time <= seconds(u"end"_s); time += seconds(u"step"_s))
                if (const auto value = number(index, time))
                    values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(time) + ",\"" + QByteArray::number(*value) + "\"]";
            if (!values.isEmpty())
                list += (list.isEmpty() ? "{\"metric\":{\"i\":\"" : ",{\"metric\":{\"i\":\"") + QByteArray::number(index) + "\"},\"values\":[" + values + "]}";
        }
        return Answer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + list + "]}" + warnings + "}");
    }

    /// What the server would say to the whole query now.
    QueryAnswer whole(const QueryKey &of = key) const
    {
        const TimeRange range = alignedTo(lastUntil(clock.wall(), of.length), of.step);
        SeenRequest request;
        request.query.addQueryItem(u"start"_s, QString::number(toEpochSeconds(range.start), 'f', 0));
        request.query.addQueryItem(u"end"_s, QString::number(toEpochSeconds(range.end), 'f', 0));
        request.query.addQueryItem(u"step"_s, QString::number(of.step / 1s));
        Result<QueryAnswer> parsed = parseQueryAnswer(answer(request).body);
        markGaps(*parsed, of.step);
        return *parsed;
    }

    [[nodiscard]] bool waitForSnapshots(size_t count)
    {
        QSignalSpy answered(&hub, &QueryHub::answered);
        while (snapshots.size() < count && answered.wait()) { }
        return snapshots.size() == count;
    }
    [[nodiscard]] bool refresh(std::chrono::milliseconds after = 15s)
    {
        clock.advance(after);
        hub.refresh();
        return waitForSnapshots(snapshots.size() + 1);
    }
    std::vector<SeenRequest> asked() const { return server.requestsTo(rangePath); }
    /// How long the range of an ask was; negative: counted from the last.
    std::chrono::seconds span(int index) const
    {
        const std::vector<SeenRequest> all = asked();
        const SeenRequest &request = all.at(index < 0 ? all.size() - size_t(-index) : size_t(index));
        return std::chrono::seconds(qint64(request.query.queryItemValue(u"end"_s).toDouble() - request.query.queryItemValue(u"start"_s).toDouble()));
    }
};

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

void TestQueryTails::addedSourceIsAskedInFull()
{
    Bench bench;
    const auto interest = bench.hub.watch(key);
    QVERIFY(bench.waitForSnapshots(1));
    bench.hub.addSource(u"main"_s, &bench.client, 15s);
    QVERIFY(bench.refresh());
    QCOMPARE(bench.span(1), 1h);
}

void TestQueryTails::restartedSourceIsAskedInFull()
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

void TestQueryTails::serverThatDoesNotTellItsStartIsAskedOnce()
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

void TestQueryTails::droppedAndComeBackAsksForTheTail()
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

void TestQueryTails::spansOfThePastAreHardlyAsked()
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

void TestQueryTails::otherMomentsAreAskedByTheirTail()
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

void TestQueryTails::pausedInterestAsksNothing()
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

void TestQueryTails::answersComeWithoutAWordFromTheDropped()
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

void TestQueryTails::manySeriesAreMergedElsewhere()
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

WATCHFLOOR_TEST(TestQueryTails)
#include "tst_querytails.moc"
