#include "models/slo/slostore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {
Objective objective(const QString &name, const QString &service = QStringLiteral("payment"))
{
    Objective made;
    made.name = name;
    made.service = service;
    made.target = 0.999;
    return made;
}

/// Rates in the order of burnWindows: 5 m, 30 m, 1 h, 6 h, 1 d, 3 d; below 0 is absent.
SloSnapshot snapshot(std::array<double, 6> rates, double errors = 100, double total = 1'000'000)
{
    SloSnapshot made;
    made.objective = QStringLiteral("a");
    made.errors = errors;
    made.total = total;
    for (size_t at = 0; at < rates.size(); ++at)
        made.burn.push_back({burnWindows[at], rates[at] < 0 ? std::nullopt : std::optional(rates[at])});
    return made;
}
}

class TestSloStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policyStates_data()
    {
        QTest::addColumn<SloSnapshot>("answer");
        QTest::addColumn<SloPolicyState>("expected");
        QTest::addColumn<State>("state");
        const auto row = [](const char *name, SloSnapshot answer, SloPolicyState expected, State state) {
            QTest::newRow(name) << std::move(answer) << expected << state;
        };
        row("calm", snapshot({0, 0, 0, 0, 0, 0}), SloPolicyState::OnTrack, State::Healthy);
        row("at an even pace", snapshot({1, 1, 1, 1, 1, 1}), SloPolicyState::OnTrack, State::Healthy);
        row("above pace", snapshot({1.7, 1.2, 1.1, 1, 1, 1}), SloPolicyState::AbovePace, State::Healthy);
        row("burst of five minutes does not page", snapshot({50, 8, 4, 1, 1, 1}), SloPolicyState::Ticket, State::Warning);
        row("both windows page", snapshot({50, 30, 11, 2, 1, 1}), SloPolicyState::Page, State::Critical);
        row("over, but not burning any more", snapshot({0, 5, 30, 5, 1, 1}), SloPolicyState::Ticket, State::Warning);
        row("long over", snapshot({0, 0, 5, 5, 3, 1}), SloPolicyState::AbovePace, State::Healthy);
        row("exactly at the limits", snapshot({10, 2, 2, 2, 1, 1}), SloPolicyState::AbovePace, State::Healthy);
        row("little left", snapshot({0, 0, 0, 0, 0, 0}, 950), SloPolicyState::Frozen, State::Warning);
        row("nothing left", snapshot({0, 0, 0, 0, 0, 0}, 1000), SloPolicyState::Exhausted, State::Critical);
        row("overspent and burning", snapshot({20, 20, 20, 20, 1, 1}, 5000), SloPolicyState::Page, State::Critical);
        row("nothing asked for anything", snapshot({-1, -1, -1, -1, -1, -1}, 0, 0), SloPolicyState::NoTraffic, State::Warning);
        row("quiet for half an hour", snapshot({-1, -1, 0, 0, 0, 0}), SloPolicyState::NoTraffic, State::Warning);
        row("quiet for five minutes", snapshot({-1, 0, 0, 0, 0, 0}), SloPolicyState::OnTrack, State::Healthy);
    }

    void policyStates()
    {
        QFETCH(SloSnapshot, answer);
        QFETCH(SloPolicyState, expected);
        QFETCH(State, state);
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        store.apply(answer, m_clock.now());
        const SloStatus *status = store.find(QStringLiteral("a"));
        QVERIFY(status->policyState(store.policy(), m_clock.now()) == expected);
        QVERIFY(status->state(store.policy(), m_clock.now()) == state);
    }

    void ticketWindowFollowsThePolicy()
    {
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        store.apply(snapshot({3, 3, 3, 1, 1, 1}), m_clock.now());
        BurnPolicy policy;
        QVERIFY(store.find(QStringLiteral("a"))->policyState(policy, m_clock.now()) == SloPolicyState::Ticket);
        policy.ticketFor = 2h;
        QVERIFY(store.find(QStringLiteral("a"))->policyState(policy, m_clock.now()) == SloPolicyState::AbovePace);
    }

    void ageMakesStaleThenBlind()
    {
        Testing::FakeClock clock;
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        const SloStatus *status = store.find(QStringLiteral("a"));
        QVERIFY(status->policyState(store.policy(), clock.now()) == SloPolicyState::Blind);
        QVERIFY(status->state(store.policy(), clock.now()) == State::Blind);
        SloSnapshot answer = snapshot({0, 0, 0, 0, 0, 0});
        answer.interval = 30s;
        store.apply(answer, clock.now());
        status = store.find(QStringLiteral("a"));
        clock.advance(59s);
        QVERIFY(status->state(store.policy(), clock.now()) == State::Healthy);
        clock.advance(1s);
        QVERIFY(status->policyState(store.policy(), clock.now()) == SloPolicyState::Stale);
        QVERIFY(status->state(store.policy(), clock.now()) == State::Stale);
        clock.advance(90s);
        QVERIFY(status->policyState(store.policy(), clock.now()) == SloPolicyState::Blind);
    }

    void failureKeepsTheFiguresAndTheirAge()
    {
        Testing::FakeClock clock;
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        store.apply(snapshot({5, 5, 5, 5, 5, 5}, 200), clock.now());
        const Budget before = store.find(QStringLiteral("a"))->budget;
        clock.advance(10min);
        SloSnapshot failed = snapshot({0, 0, 0, 0, 0, 0}, 0);
        failed.error = Error{Error::Kind::Refused, {}, {}};
        store.apply(failed, clock.now());
        const SloStatus *status = store.find(QStringLiteral("a"));
        QCOMPARE(status->budget, before);
        QCOMPARE(status->burnOver(5min), std::optional<double>(5));
        QVERIFY(status->freshness.error().has_value());
        QVERIFY(status->state(store.policy(), clock.now()) == State::Blind);
    }

    void failureAloneIsNeverKnown()
    {
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        SloSnapshot failed = snapshot({0, 0, 0, 0, 0, 0});
        failed.error = Error{Error::Kind::Timeout, {}, {}};
        store.apply(failed, m_clock.now());
        const SloStatus *status = store.find(QStringLiteral("a"));
        QVERIFY(!status->known && !status->budget.remaining);
        QVERIFY(status->state(store.policy(), m_clock.now()) == State::Blind);
    }

    void sameObjectivesKeepWhatIsKnown()
    {
        SloStore store;
        QSignalSpy changed(&store, &SloStore::changed);
        store.setObjectives({objective(QStringLiteral("a")), objective(QStringLiteral("b"))});
        store.apply(snapshot({0, 0, 0, 0, 0, 0}), m_clock.now());
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[0][0].toString(), QString());
        QCOMPARE(changed[1][0].toString(), QStringLiteral("a"));
        store.setObjectives({objective(QStringLiteral("c")), objective(QStringLiteral("a"))});
        QVERIFY(store.find(QStringLiteral("a"))->known);
        QVERIFY(!store.find(QStringLiteral("b")));
        Objective stricter = objective(QStringLiteral("a"));
        stricter.target = 0.9999;
        store.setObjectives({stricter});
        QVERIFY(!store.find(QStringLiteral("a"))->known);
        store.apply([] { SloSnapshot unknown; unknown.objective = QStringLiteral("z"); return unknown; }(), m_clock.now());
        QCOMPARE(store.objectives().size(), size_t(1));
    }

    void objectivesOfAService()
    {
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a")), objective(QStringLiteral("b"), QStringLiteral("auth")), objective(QStringLiteral("c"))});
        QCOMPARE(store.ofService(QStringLiteral("payment")).size(), size_t(2));
        QCOMPARE(store.ofService(QStringLiteral("auth")).front()->objective.name, QStringLiteral("b"));
        QVERIFY(store.ofService(QStringLiteral("taxi")).empty());
    }

    void burnDownGoesOnBetweenItsQueries()
    {
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        SloSnapshot first = snapshot({0, 0, 0, 0, 0, 0}, 100);
        first.at = WallTime(100h);
        first.burnDown = {{WallTime(1h), 1}, {WallTime(100h), 0.9}};
        store.apply(first, m_clock.now());
        SloSnapshot next = snapshot({0, 0, 0, 0, 0, 0}, 200);
        next.at = WallTime(101h);
        store.apply(next, m_clock.now());
        store.apply(next, m_clock.now());
        const auto &points = store.find(QStringLiteral("a"))->burnDown;
        QCOMPARE(points.size(), size_t(3));
        QCOMPARE(points.back().at, WallTime(101h));
        QVERIFY(std::abs(points.back().remaining - 0.8) < 1e-9);
        store.apply(first, m_clock.now());
        QCOMPARE(store.find(QStringLiteral("a"))->burnDown.size(), size_t(2));
    }

    void emptyAtFollowsTheRate()
    {
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        store.apply(snapshot({100, 50, 10, 1, 1, 1}, 500), m_clock.now());
        const SloStatus *status = store.find(QStringLiteral("a"));
        QCOMPARE(status->emptyAt(m_clock.wall()).value() - m_clock.wall(), std::chrono::milliseconds(36h));
        QCOMPARE(status->emptyAt(m_clock.wall(), 5min).value() - m_clock.wall(), std::chrono::milliseconds(216min));
        QVERIFY(!status->emptyAt(m_clock.wall(), 6h + 1s));
    }

    /// Whatever comes in whatever order: what is claimed healthy was answered validly, with traffic, within two intervals.
    void neverFalselyHealthy()
    {
        QRandomGenerator random(20261121);
        Testing::FakeClock clock;
        SloStore store;
        store.setObjectives({objective(QStringLiteral("a"))});
        std::optional<Instant> lastValid;
        bool lastHadTraffic = false;
        for (int poll = 0; poll < 10'000; ++poll) {
            clock.advance(std::chrono::seconds(random.bounded(1, 200)));
            SloSnapshot answer = snapshot({1, 1, 1, 1, 1, 1}, random.bounded(300), random.bounded(3) == 0 ? 0 : 1'000'000);
            if (random.bounded(2) == 0)
                answer.error = Error{Error::Kind::Timeout, {}, {}};
            if (random.bounded(4) != 0)
                store.apply(answer, clock.now());
            else
                answer.error = Error{};
            if (!answer.error) {
                lastValid = clock.now();
                lastHadTraffic = *answer.total > 0;
            }
            clock.advance(std::chrono::seconds(random.bounded(0, 100)));
            const State state = store.find(QStringLiteral("a"))->state(store.policy(), clock.now());
            const bool mayBeHealthy = lastValid && clock.now() - *lastValid < 120s && lastHadTraffic;
            QVERIFY(state != State::Healthy || mayBeHealthy);
            QVERIFY(mayBeHealthy == (state == State::Healthy));
        }
    }

private:
    Testing::FakeClock m_clock;
};

WATCHFLOOR_TEST(TestSloStore)
#include "tst_slostore.moc"
