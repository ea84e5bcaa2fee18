#include "models/metrics/seriesstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

const QueryKey key{QStringLiteral("main"), QStringLiteral("up"), 1h, 15s};

QuerySnapshot answeredSnapshot(double value, std::chrono::milliseconds sampleAge = {})
{
    QueryAnswer answer;
    Series series;
    series.times = std::make_shared<const std::vector<double>>(1, 0.0);
    series.values = {value};
    answer.series.push_back(series);
    QuerySnapshot snapshot;
    snapshot.key = key;
    snapshot.answer = std::make_shared<const QueryAnswer>(answer);
    snapshot.sampleAge = sampleAge;
    return snapshot;
}

QuerySnapshot failedSnapshot()
{
    QuerySnapshot snapshot;
    snapshot.key = key;
    snapshot.error = Error{Error::Kind::Timeout, {}, {}};
    return snapshot;
}

}

class TestSeriesStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverAskedIsBlind()
    {
        SeriesStore store;
        QVERIFY(!store.find(key));
        QCOMPARE(store.state(key, Instant{}), State::Blind);
    }

    void answerGrowsStaleThenBlind()
    {
        Testing::FakeClock clock;
        SeriesStore store;
        QSignalSpy changed(&store, &SeriesStore::changed);
        store.apply(answeredSnapshot(1), clock.now(), clock.wall());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(store.state(key, clock.now()), State::Healthy);
        clock.advance(30s);
        QCOMPARE(store.state(key, clock.now()), State::Stale);
        clock.advance(45s);
        QCOMPARE(store.state(key, clock.now()), State::Blind);
        QVERIFY(store.find(key)->answer);
    }

    void failureKeepsTheLastGoodAnswer()
    {
        Testing::FakeClock clock;
        SeriesStore store;
        store.apply(answeredSnapshot(4), clock.now(), clock.wall());
        const WallTime at = clock.wall();
        clock.advance(15s);
        store.apply(failedSnapshot(), clock.now(), clock.wall());
        const SeriesStore::Entry *entry = store.find(key);
        QCOMPARE(entry->answer->series.at(0).last(), 4.0);
        QCOMPARE(entry->at, at);
        QVERIFY(entry->freshness.error().has_value());
        store.apply(answeredSnapshot(5), clock.now(), clock.wall());
        QVERIFY(!store.find(key)->freshness.error().has_value());
    }

    void neverAnsweredIsBlind()
    {
        SeriesStore store;
        store.apply(failedSnapshot(), Instant(1h), WallTime{});
        QCOMPARE(store.state(key, Instant(1h)), State::Blind);
    }

    void oldSamplesMakeAFreshAnswerOld()
    {
        SeriesStore store;
        store.apply(answeredSnapshot(1, 40s), Instant(1h), WallTime{});
        QCOMPARE(store.state(key, Instant(1h)), State::Stale);
    }

    void dataWithAnErrorIsShownAndNotFresh()
    {
        SeriesStore store;
        QuerySnapshot snapshot = answeredSnapshot(1);
        snapshot.error = Error{Error::Kind::Server, QStringLiteral("one shard is away"), {}};
        store.apply(snapshot, Instant(1h), WallTime{});
        QVERIFY(store.find(key)->answer);
        QCOMPARE(store.state(key, Instant(1h)), State::Blind);
    }

    void warningsShow()
    {
        SeriesStore store;
        QuerySnapshot snapshot = answeredSnapshot(1);
        QueryAnswer answer = *snapshot.answer;
        answer.warnings = {QStringLiteral("partial")};
        snapshot.answer = std::make_shared<const QueryAnswer>(answer);
        store.apply(snapshot, Instant(1h), WallTime{});
        QCOMPARE(store.state(key, Instant(1h)), State::Warning);
    }

    void forgottenIsGone()
    {
        SeriesStore store;
        store.apply(answeredSnapshot(1), Instant(1h), WallTime{});
        QSignalSpy changed(&store, &SeriesStore::changed);
        store.forget(key);
        store.forget(key);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!store.find(key));
    }
};

WATCHFLOOR_TEST(TestSeriesStore)
#include "tst_seriesstore.moc"
