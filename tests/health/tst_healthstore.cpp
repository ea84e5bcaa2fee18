#include "models/health/healthstore.h"
#include "models/health/condition.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Endpoint endpointNamed(const QString &name)
{
    Endpoint endpoint;
    endpoint.name = name;
    endpoint.group = QStringLiteral("payment");
    endpoint.interval = 30s;
    return endpoint;
}

/// A store with the endpoint payment/a and a clock that a probe moves on by one interval.
struct Bench
{
    HealthStore store;
    FakeClock clock;

    explicit Bench(const std::function<void(Endpoint &)> &change = {})
    {
        Endpoint endpoint = endpointNamed(QStringLiteral("a"));
        if (change)
            change(endpoint);
        store.setEndpoints({endpoint, endpointNamed(QStringLiteral("b"))});
    }

    void probe(State state, std::optional<Error::Kind> kind = {})
    {
        clock.advance(30s);
        ProbeResult result;
        result.endpoint = QStringLiteral("payment/a");
        result.state = state;
        result.httpStatus = state == State::Critical ? 503 : 200;
        if (kind)
            result.error = Error{*kind, {}, {}};
        if (state == State::Critical && !kind)
            result.conditions.push_back({*parseCondition(QStringLiteral("[STATUS] == 200")), false, QStringLiteral("[STATUS] (503) == 200")});
        store.apply(result, clock.now(), clock.wall());
    }
    const EndpointStatus &status() const { return *store.find(QStringLiteral("payment/a")); }
    State state() const { return status().state(clock.now()); }
};

}

class TestHealthStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverProbedIsBlind()
    {
        Bench bench;
        QCOMPARE(bench.state(), State::Blind);
        QVERIFY(!bench.status().reason(bench.clock.now()).isEmpty());
        QVERIFY(!bench.status().availability());
        QVERIFY(!bench.store.find(QStringLiteral("payment/unknown")));
    }

    void oneFailureIsCriticalWithoutAThreshold()
    {
        Bench bench;
        bench.probe(State::Healthy);
        QCOMPARE(bench.state(), State::Healthy);
        QVERIFY(bench.status().reason(bench.clock.now()).isEmpty());
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Critical);
        QCOMPARE(bench.status().reason(bench.clock.now()), QStringLiteral("503, wants 200"));
        QCOMPARE(bench.status().lastFailureAt, bench.clock.wall());
        bench.probe(State::Healthy);
        QCOMPARE(bench.state(), State::Healthy);
        QVERIFY(!bench.status().criticalSince);
    }

    void thresholdsDampFlapping()
    {
        Bench bench([](Endpoint &endpoint) {
            endpoint.failureThreshold = 3;
            endpoint.successThreshold = 2;
        });
        bench.probe(State::Healthy);
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Warning);
        bench.probe(State::Healthy);
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Warning);
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Critical);
        bench.probe(State::Healthy);
        QCOMPARE(bench.state(), State::Critical);
        QVERIFY(!bench.status().reason(bench.clock.now()).isEmpty());
        bench.probe(State::Healthy);
        QCOMPARE(bench.state(), State::Healthy);
    }

    void failingFromTheStartIsNeverGreen()
    {
        Bench bench([](Endpoint &endpoint) { endpoint.failureThreshold = 3; });
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Blind);
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        QCOMPARE(bench.state(), State::Critical);
    }

    void whatCannotBeSeenIsBlindAtOnceAndStaysSo()
    {
        Bench bench;
        bench.probe(State::Healthy);
        bench.probe(State::Blind, Error::Kind::Truncated);
        QCOMPARE(bench.state(), State::Blind);
        QCOMPARE(bench.status().reason(bench.clock.now()), QStringLiteral("answer incomplete"));
        bench.clock.advance(70s);
        QCOMPARE(bench.state(), State::Blind);
        bench.probe(State::Healthy);
        QCOMPARE(bench.state(), State::Healthy);
    }

    void whatIsNotProbedGrowsStaleThenBlind_data()
    {
        QTest::addColumn<State>("last");
        QTest::newRow("healthy") << State::Healthy;
        QTest::newRow("critical") << State::Critical;
        QTest::newRow("warning") << State::Warning;
    }
    void whatIsNotProbedGrowsStaleThenBlind()
    {
        QFETCH(State, last);
        Bench bench;
        bench.probe(last);
        QCOMPARE(bench.state(), last);
        bench.clock.advance(60s);
        QCOMPARE(bench.state(), State::Stale);
        QVERIFY(bench.status().reason(bench.clock.now()).startsWith(QLatin1String("no answer for")));
        bench.clock.advance(90s);
        QCOMPARE(bench.state(), State::Blind);
    }

    void reasonsNameTheFailure_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("reason");
        QTest::newRow("time-out") << Error::Kind::Timeout << State::Critical << QStringLiteral("time-out");
        QTest::newRow("refused") << Error::Kind::Refused << State::Critical << QStringLiteral("connection refused");
        QTest::newRow("certificate") << Error::Kind::Tls << State::Blind << QStringLiteral("certificate refused");
    }
    void reasonsNameTheFailure()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(State, state);
        QFETCH(QString, reason);
        Bench bench;
        bench.probe(state, kind);
        QCOMPARE(bench.status().reason(bench.clock.now()), reason);
    }

    void historyIsCappedAndAvailabilityCountsWhatWasSeen()
    {
        Bench bench;
        bench.probe(State::Critical);
        bench.probe(State::Healthy);
        bench.probe(State::Warning);
        bench.probe(State::Blind, Error::Kind::Tls);
        bench.probe(State::Healthy);
        QCOMPARE(bench.status().availability(), std::optional(0.75));
        for (int i = 0; i < 300; ++i)
            bench.probe(State::Healthy);
        QCOMPARE(bench.status().history.size(), size_t(240));
        QCOMPARE(bench.status().availability(), std::optional(1.0));
    }

    void replacedSetKeepsTheHistoryOfWhatStays()
    {
        Bench bench;
        bench.probe(State::Healthy);
        QSignalSpy changed(&bench.store, &HealthStore::changed);
        Endpoint kept = endpointNamed(QStringLiteral("a"));
        kept.interval = 10s;
        bench.store.setEndpoints({endpointNamed(QStringLiteral("c")), kept});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), QString());
        QCOMPARE(bench.store.endpoints().size(), size_t(2));
        QCOMPARE(bench.store.endpoints()[1].endpoint.key(), QStringLiteral("payment/a"));
        QCOMPARE(bench.status().history.size(), size_t(1));
        QCOMPARE(bench.status().latest.freshness.interval(), 10s);
        QVERIFY(!bench.store.find(QStringLiteral("payment/b")));
    }

    void alertsFireAfterTheirTime()
    {
        Bench bench([](Endpoint &endpoint) {
            endpoint.alerts = {{1min, QStringLiteral("warning")}, {2min, QStringLiteral("critical")}};
        });
        bench.probe(State::Healthy);
        bench.probe(State::Critical);
        const WallTime since = bench.clock.wall();
        QVERIFY(firingEndpointAlerts(bench.store, bench.clock.now()).empty());
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        const auto firing = firingEndpointAlerts(bench.store, bench.clock.now());
        QCOMPARE(firing.size(), size_t(1));
        QCOMPARE(firing[0], (FiringEndpointAlert{QStringLiteral("payment/a"), QStringLiteral("payment"), QStringLiteral("warning"), since,
                                                 QStringLiteral("503, wants 200")}));
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        QCOMPARE(firingEndpointAlerts(bench.store, bench.clock.now()).size(), size_t(2));
        bench.probe(State::Healthy);
        QVERIFY(firingEndpointAlerts(bench.store, bench.clock.now()).empty());
    }

    void aFailureOfAnEarlierConsoleGoesOn()
    {
        const auto withAlert = [](Endpoint &endpoint) { endpoint.alerts = {{5min, QStringLiteral("critical")}}; };
        Bench before(withAlert);
        before.probe(State::Critical);
        before.probe(State::Critical);
        const auto left = before.store.failing();
        QCOMPARE(left.size(), size_t(1));

        Bench after(withAlert);
        after.clock.advance(10min);
        after.store.recall(left);
        QVERIFY(firingEndpointAlerts(after.store, after.clock.now()).empty());
        QCOMPARE(after.store.failing(), left);
        after.probe(State::Critical);
        QCOMPARE(firingEndpointAlerts(after.store, after.clock.now()).size(), size_t(1));
        QCOMPARE(firingEndpointAlerts(after.store, after.clock.now())[0].since, left.begin()->second);
        after.probe(State::Healthy);
        QVERIFY(after.store.failing().empty());

        // What was well at the first look failed anew.
        Bench well(withAlert);
        well.clock.advance(10min);
        well.store.recall(left);
        well.probe(State::Healthy);
        well.probe(State::Critical);
        QVERIFY(firingEndpointAlerts(well.store, well.clock.now()).empty());
        QCOMPARE(well.store.failing().begin()->second, well.clock.wall());
    }

    void aClockSetBackEndsNoAlert()
    {
        Bench bench([](Endpoint &endpoint) { endpoint.alerts = {{1min, QStringLiteral("critical")}}; });
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        bench.clock.stepWall(-24h);
        QCOMPARE(firingEndpointAlerts(bench.store, bench.clock.now()).size(), size_t(1));
    }

    void notSeeingAnEndpointDoesNotEndItsAlert()
    {
        Bench bench([](Endpoint &endpoint) { endpoint.alerts = {{1min, QStringLiteral("critical")}}; });
        bench.probe(State::Critical);
        bench.probe(State::Critical);
        bench.probe(State::Blind, Error::Kind::Offline);
        QCOMPARE(firingEndpointAlerts(bench.store, bench.clock.now()).size(), size_t(1));
    }
};

WATCHFLOOR_TEST(TestHealthStore)
#include "tst_healthstore.moc"
