#include "models/core/fresh.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFresh : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingEverSeenIsBlind();
    void claimHoldsOnlyWhileFresh_data();
    void claimHoldsOnlyWhileFresh();
    void oldSamplesCountAsOld();
    void failuresAreRememberedSinceTheFirst();
    void valueStaysReadable();
    void agesAreNeverNegative();
};

void TestFresh::nothingEverSeenIsBlind()
{
    FakeClock clock;
    const Fresh<int> empty;
    QCOMPARE(empty.state(clock.now()), State::Blind);
    QVERIFY(!empty.age(clock.now()));
    Fresh<int> guessed;
    guessed.value = 1;
    QCOMPARE(guessed.state(clock.now()), State::Blind);
}

void TestFresh::claimHoldsOnlyWhileFresh_data()
{
    QTest::addColumn<int>("claimed");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("state");
    QTest::newRow("healthy") << int(State::Healthy) << 29 << int(State::Healthy);
    QTest::newRow("healthy grows stale") << int(State::Healthy) << 30 << int(State::Stale);
    QTest::newRow("healthy grows blind") << int(State::Healthy) << 75 << int(State::Blind);
    QTest::newRow("critical") << int(State::Critical) << 0 << int(State::Critical);
    QTest::newRow("critical grows stale too") << int(State::Critical) << 40 << int(State::Stale);
    QTest::newRow("warning grows blind") << int(State::Warning) << 1000 << int(State::Blind);
}

void TestFresh::claimHoldsOnlyWhileFresh()
{
    QFETCH(int, claimed);
    QFETCH(int, seconds);
    QFETCH(int, state);
    FakeClock clock;
    Freshness freshness(15s);
    freshness.recordValid(clock.now());
    clock.advance(std::chrono::seconds(seconds));
    QCOMPARE(int(freshness.judge(clock.now(), State(claimed))), state);
}

void TestFresh::oldSamplesCountAsOld()
{
    FakeClock clock;
    Freshness freshness(15s);
    freshness.recordValid(clock.now(), 40s);
    QCOMPARE(freshness.visibility(clock.now()), State::Stale);
    QCOMPARE(freshness.age(clock.now()), std::optional(40'000ms));
    freshness.recordValid(clock.now(), -40s);
    QCOMPARE(freshness.age(clock.now()), std::optional(0ms));
}

void TestFresh::failuresAreRememberedSinceTheFirst()
{
    FakeClock clock;
    Freshness freshness(15s);
    const Instant first = clock.now();
    freshness.recordFailure(first, {Error::Kind::Timeout, {}, {}});
    clock.advance(15s);
    freshness.recordFailure(clock.now(), {Error::Kind::Refused, {}, {}});
    QCOMPARE(freshness.failingSince(), std::optional(first));
    QCOMPARE(int(freshness.error()->kind), int(Error::Kind::Refused));
    QVERIFY(!freshness.everValid());
    freshness.recordValid(clock.now());
    QVERIFY(!freshness.error() && !freshness.failingSince() && freshness.everValid());
}

void TestFresh::valueStaysReadable()
{
    FakeClock clock;
    Fresh<int> value;
    value.value = 42;
    value.freshness.recordValid(clock.now());
    clock.advance(1h);
    QCOMPARE(value.state(clock.now()), State::Blind);
    QCOMPARE(value.value, std::optional(42));
    QCOMPARE(value.age(clock.now()), std::optional(3'600'000ms));
}

void TestFresh::agesAreNeverNegative()
{
    FakeClock clock;
    Freshness freshness(15s);
    freshness.recordValid(clock.now() + 5s);
    QCOMPARE(freshness.age(clock.now()), std::optional(0ms));
}

WATCHFLOOR_TEST(TestFresh)
#include "tst_fresh.moc"
