#include "models/sources/sourcestore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSourceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverAskedIsBlind();
    void growsOldWithoutAWord_data();
    void growsOldWithoutAWord();
    void failureKeepsTheLastGoodTime();
    void neverCriticalWhateverFails();
    void sameSpecKeepsWhatIsKnown();
    void changedSpecStartsAnew();
    void unknownNameIsIgnored();
    void tellsWhoChanged();
    void kindsHaveNames();

private:
    static SourceSpec spec(const QString &name)
    {
        SourceSpec made;
        made.name = name;
        made.interval = 10s;
        return made;
    }
};

void TestSourceStore::neverAskedIsBlind()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    QCOMPARE(store.state(u"main"_s, clock.now()), State::Blind);
    QCOMPARE(store.state(u"nobody"_s, clock.now()), State::Blind);
    store.applyFailure(u"main"_s, {Error::Kind::Timeout, {}, {}}, clock.now());
    QCOMPARE(store.state(u"main"_s, clock.now()), State::Blind);
    store.apply(u"main"_s, {u"2.42"_s, 3ms, 10}, clock.now());
    QCOMPARE(store.state(u"main"_s, clock.now()), State::Healthy);
    QCOMPARE(store.find(u"main"_s)->version, u"2.42"_s);
}

void TestSourceStore::growsOldWithoutAWord_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("state");
    QTest::newRow("fresh") << 0 << int(State::Healthy);
    QTest::newRow("just before two intervals") << 19 << int(State::Healthy);
    QTest::newRow("two intervals") << 20 << int(State::Stale);
    QTest::newRow("just before five") << 49 << int(State::Stale);
    QTest::newRow("five intervals") << 50 << int(State::Blind);
    QTest::newRow("a night") << 30'000 << int(State::Blind);
}

void TestSourceStore::growsOldWithoutAWord()
{
    QFETCH(int, seconds);
    QFETCH(int, state);
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    store.apply(u"main"_s, {}, clock.now());
    clock.advance(std::chrono::seconds(seconds));
    clock.stepWall(-1h);
    QCOMPARE(int(store.state(u"main"_s, clock.now())), state);
}

void TestSourceStore::failureKeepsTheLastGoodTime()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    store.apply(u"main"_s, {{}, 3ms, 0}, clock.now());
    const Instant good = clock.now();
    for (int i = 0; i < 3; ++i) {
        clock.advance(10s);
        store.applyFailure(u"main"_s, {Error::Kind::Timeout, u"too slow"_s, {}}, clock.now());
    }
    const SourceStatus *status = store.find(u"main"_s);
    QCOMPARE(status->freshness.lastValid(), std::optional(good));
    QCOMPARE(status->freshness.failingSince(), std::optional(good + 10s));
    QCOMPARE(status->freshness.error()->detail, u"too slow"_s);
    QCOMPARE(status->failures, 3);
    QCOMPARE(status->answers, 1);
    store.apply(u"main"_s, {{}, 4ms, 0}, clock.now());
    QVERIFY(!status->freshness.error());
    QVERIFY(!status->freshness.failingSince());
}

void TestSourceStore::neverCriticalWhateverFails()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    for (const auto kind : {Error::Kind::Refused, Error::Kind::Tls, Error::Kind::Unauthorized, Error::Kind::Malformed}) {
        store.applyFailure(u"main"_s, {kind, {}, {}}, clock.now());
        clock.advance(10s);
        QVERIFY(store.state(u"main"_s, clock.now()) != State::Critical);
        QVERIFY(store.state(u"main"_s, clock.now()) != State::Healthy);
    }
}

void TestSourceStore::sameSpecKeepsWhatIsKnown()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s), spec(u"other"_s)});
    store.apply(u"main"_s, {u"2.42"_s, {}, 0}, clock.now());
    store.setSources({spec(u"new"_s), spec(u"main"_s)});
    QCOMPARE(store.sources().size(), size_t(2));
    QCOMPARE(store.sources()[0].spec.name, u"new"_s);
    QCOMPARE(store.state(u"main"_s, clock.now()), State::Healthy);
    QCOMPARE(store.state(u"other"_s, clock.now()), State::Blind);
}

void TestSourceStore::changedSpecStartsAnew()
{
    FakeClock clock;
    SourceStore store;
    store.setSources({spec(u"main"_s)});
    store.apply(u"main"_s, {}, clock.now());
    SourceSpec moved = spec(u"main"_s);
    moved.target.base = QUrl(u"http://elsewhere:9090"_s);
    store.setSources({moved});
    QCOMPARE(store.state(u"main"_s, clock.now()), State::Blind);
}

void TestSourceStore::unknownNameIsIgnored()
{
    FakeClock clock;
    SourceStore store;
    QSignalSpy changed(&store, &SourceStore::changed);
    store.apply(u"ghost"_s, {}, clock.now());
    store.applyFailure(u"ghost"_s, {}, clock.now());
    QCOMPARE(changed.size(), 0);
    QVERIFY(!store.find(u"ghost"_s));
}

void TestSourceStore::tellsWhoChanged()
{
    FakeClock clock;
    SourceStore store;
    QSignalSpy changed(&store, &SourceStore::changed);
    store.setSources({spec(u"main"_s)});
    store.apply(u"main"_s, {}, clock.now());
    QCOMPARE(changed.size(), 2);
    QVERIFY(changed[0][0].toString().isEmpty());
    QCOMPARE(changed[1][0].toString(), u"main"_s);
}

void TestSourceStore::kindsHaveNames()
{
    QCOMPARE(sourceKindName(SourceKind::Prometheus), u"prometheus"_s);
    QCOMPARE(sourceKindName(SourceKind::Alertmanager), u"alertmanager"_s);
    QCOMPARE(sourceKindName(SourceKind::Metrics), u"metrics"_s);
    QCOMPARE(sourceKindName(SourceKind::Endpoints), u"endpoints"_s);
}

WATCHFLOOR_TEST(TestSourceStore)
#include "tst_sourcestore.moc"
