#include "models/alerts/escalation.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

const WallTime fired(1'795'230'000'000ms);

AlertPolicy policyOf(std::chrono::milliseconds respond = 5min, std::chrono::milliseconds escalate = 15min,
                     const QStringList &path = {u"On-call"_s, u"DevOps Lead"_s, u"CTO"_s})
{
    AlertPolicy policy;
    policy.escalation[Severity::Critical] = {respond, escalate, path};
    return policy;
}

Alert firing(AlertState state = AlertState::Firing)
{
    Alert alert;
    alert.severity = Severity::Critical;
    alert.state = state;
    alert.startsAt = fired - 5min;
    alert.firingSince = fired;
    return alert;
}

} // namespace

class TestEscalation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAlongThePath_data();
    void goesAlongThePath();
    void runsOnlyWhereSomebodyMustAnswer_data();
    void runsOnlyWhereSomebodyMustAnswer();
    void policyMayLeaveThingsOut_data();
    void policyMayLeaveThingsOut();
    void standsWhileAcknowledged();
    void aSteppedClockNeverGoesBelowTheFirst();
    void readsTheSameAfterARestart();
    void goesOnWhereItStoodAfterARelease();
    void mutedTimeDoesNotCount_data();
    void mutedTimeDoesNotCount();
    void aNewOccurrenceBeginsAnew();
};

void TestEscalation::goesAlongThePath_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("level");
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("next");
    QTest::addColumn<int>("nextAtMinute"); // -1: none
    QTest::addColumn<bool>("overdue");

    QTest::newRow("just fired") << 0 << 0 << u"On-call"_s << u"DevOps Lead"_s << 15 << false;
    QTest::newRow("at the end of the time to respond") << 300 << 0 << u"On-call"_s << u"DevOps Lead"_s << 15 << false;
    QTest::newRow("too late") << 301 << 0 << u"On-call"_s << u"DevOps Lead"_s << 15 << true;
    QTest::newRow("a second before the next") << 899 << 0 << u"On-call"_s << u"DevOps Lead"_s << 15 << true;
    QTest::newRow("the next") << 900 << 1 << u"DevOps Lead"_s << u"CTO"_s << 30 << true;
    QTest::newRow("the last") << 1800 << 2 << u"CTO"_s << QString() << -1 << true;
    QTest::newRow("a week later") << 7 * 86400 << 2 << u"CTO"_s << QString() << -1 << true;
    QTest::newRow("over the hour that a summer's end repeats") << 3600 << 2 << u"CTO"_s << QString() << -1 << true;
}

void TestEscalation::goesAlongThePath()
{
    QFETCH(int, seconds);
    const EscalationClock clock = escalationOf(firing(), policyOf(), fired + std::chrono::seconds(seconds));
    QVERIFY(clock.runs);
    QTEST(clock.level, "level");
    QTEST(clock.current, "current");
    QTEST(clock.next, "next");
    QTEST(clock.overdue, "overdue");
    QFETCH(int, nextAtMinute);
    QCOMPARE(clock.nextAt, nextAtMinute < 0 ? std::nullopt : std::optional(fired + std::chrono::minutes(nextAtMinute)));
    QCOMPARE(clock.respondBy, std::optional(fired + 5min));
}

void TestEscalation::runsOnlyWhereSomebodyMustAnswer_data()
{
    QTest::addColumn<AlertState>("state");
    QTest::addColumn<bool>("runs");
    QTest::newRow("firing") << AlertState::Firing << true;
    QTest::newRow("unseen after it fired") << AlertState::Unseen << true;
    QTest::newRow("pending") << AlertState::Pending << false;
    QTest::newRow("silenced") << AlertState::Silenced << false;
    QTest::newRow("inhibited") << AlertState::Inhibited << false;
    QTest::newRow("recovered") << AlertState::Recovered << false;
    QTest::newRow("vanished") << AlertState::Vanished << false;
}

void TestEscalation::runsOnlyWhereSomebodyMustAnswer()
{
    QFETCH(AlertState, state);
    const EscalationClock clock = escalationOf(firing(state), policyOf(), fired + 20min);
    QTEST(clock.runs, "runs");
    if (!clock.runs)
        QCOMPARE(clock, EscalationClock());
}

void TestEscalation::policyMayLeaveThingsOut_data()
{
    QTest::addColumn<AlertPolicy>("policy");
    QTest::addColumn<EscalationClock>("expected");
    QTest::newRow("no policy") << AlertPolicy() << EscalationClock();
    EscalationClock nobody;
    nobody.runs = true;
    nobody.respondBy = fired + 5min;
    nobody.overdue = true;
    QTest::newRow("no path") << policyOf(5min, 15min, {}) << nobody;
    EscalationClock one = nobody;
    one.current = u"On-call"_s;
    QTest::newRow("a path of one") << policyOf(5min, 15min, {u"On-call"_s}) << one;
    EscalationClock never = one;
    never.next = u"CTO"_s;
    QTest::newRow("no time to escalate") << policyOf(5min, 0ms, {u"On-call"_s, u"CTO"_s}) << never;
    EscalationClock noResponse = one;
    noResponse.respondBy.reset();
    noResponse.overdue = false;
    QTest::newRow("no time to respond") << policyOf(0ms, 15min, {u"On-call"_s}) << noResponse;
}

void TestEscalation::policyMayLeaveThingsOut()
{
    QFETCH(AlertPolicy, policy);
    QTEST(escalationOf(firing(), policy, fired + 40min), "expected");
}

void TestEscalation::standsWhileAcknowledged()
{
    Alert alert = firing(AlertState::Acknowledged);
    alert.acknowledgement = Acknowledgement{u"mk"_s, {}, fired + 16min};
    const EscalationClock clock = escalationOf(alert, policyOf(), fired + 3h);
    QVERIFY(!clock.runs);
    QCOMPARE(clock.level, 1);
    QCOMPARE(clock.current, u"DevOps Lead"_s);
    QCOMPARE(clock.stoppedAt, std::optional(fired + 16min));
    QVERIFY(!clock.nextAt);
    QVERIFY(!clock.overdue);
}

void TestEscalation::aSteppedClockNeverGoesBelowTheFirst()
{
    const EscalationClock clock = escalationOf(firing(), policyOf(), fired - 2h);
    QCOMPARE(clock.level, 0);
    QCOMPARE(clock.current, u"On-call"_s);
    QCOMPARE(clock.nextAt, std::optional(fired + 15min));
    QVERIFY(!clock.overdue);
}

void TestEscalation::readsTheSameAfterARestart()
{
    EscalationClock before;
    {
        Floor floor;
        floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s))});
        floor.clock.advance(20min);
        before = escalationOf(floor.only(), policyOf(), floor.clock.wall());
    }
    Floor floor;
    floor.clock.advance(20min);
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s))});
    QCOMPARE(escalationOf(floor.only(), policyOf(), floor.clock.wall()), before);
    QCOMPARE(before.level, 2); // it fired 12 min 44 s before the console came
}

void TestEscalation::goesOnWhereItStoodAfterARelease()
{
    Floor floor;
    floor.store.setPolicy(policyOf());
    OriginAlert origin = alertOf(labelsOf(u"HighErrorRate"_s));
    origin.startsAt = floor.clock.wall();
    floor.alertmanager({origin});
    floor.clock.advance(2min);
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    QVERIFY(!escalationOf(floor.only(), policyOf(), floor.clock.wall() + 1h).runs);
    floor.clock.advance(1h);
    floor.alertmanager({origin});
    floor.store.unacknowledge(floor.only().fingerprint);
    QCOMPARE(floor.only().heldFor, std::chrono::milliseconds(1h));
    floor.clock.advance(1min);
    const EscalationClock clock = escalationOf(floor.only(), policyOf(), floor.clock.wall());
    QVERIFY(clock.runs);
    QCOMPARE(clock.level, 0);
    QCOMPARE(*clock.respondBy - floor.clock.wall(), std::chrono::milliseconds(2min));
    QCOMPARE(floor.store.respondWithin(floor.only(), floor.clock.wall()), std::optional(std::chrono::milliseconds(2min)));
    QCOMPARE(*clock.nextAt - floor.clock.wall(), std::chrono::milliseconds(12min));
}

void TestEscalation::mutedTimeDoesNotCount_data()
{
    QTest::addColumn<bool>("seenFiring"); // before it was muted
    QTest::addColumn<int>("leftMinutes"); // of fifteen
    QTest::newRow("muted after four minutes") << true << 11;
    QTest::newRow("muted when the console came") << false << 15;
}

void TestEscalation::mutedTimeDoesNotCount()
{
    QFETCH(bool, seenFiring);
    Floor floor;
    floor.store.setPolicy(policyOf());
    OriginAlert origin = alertOf(labelsOf(u"HighErrorRate"_s));
    origin.startsAt = floor.clock.wall();
    if (seenFiring)
        floor.alertmanager({origin});
    floor.clock.advance(4min);
    OriginAlert muted = origin;
    muted.state = OriginAlert::State::Suppressed;
    muted.silencedBy = {u"s1"_s};
    floor.alertmanager({muted});
    floor.clock.advance(8h);
    QVERIFY(!escalationOf(floor.only(), policyOf(), floor.clock.wall()).runs);
    floor.alertmanager({origin});
    const EscalationClock clock = escalationOf(floor.only(), policyOf(), floor.clock.wall());
    QCOMPARE(clock.level, 0);
    QFETCH(int, leftMinutes);
    QCOMPARE(*clock.nextAt - floor.clock.wall(), std::chrono::milliseconds(std::chrono::minutes(leftMinutes)));
}

void TestEscalation::aNewOccurrenceBeginsAnew()
{
    Floor floor;
    floor.store.setPolicy(policyOf());
    OriginAlert origin = alertOf(labelsOf(u"HighErrorRate"_s));
    origin.startsAt = floor.clock.wall();
    floor.prometheus({origin});
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    floor.clock.advance(30min);
    floor.prometheus({});
    floor.answer(floor.only().fingerprint, true);
    QCOMPARE(floor.state(), AlertState::Recovered);
    floor.clock.advance(1min);
    origin.startsAt = floor.clock.wall();
    floor.prometheus({origin});
    QCOMPARE(floor.only().heldFor, 0ms);
    QCOMPARE(escalationOf(floor.only(), policyOf(), floor.clock.wall()).respondBy, std::optional(floor.clock.wall() + 5min));
}

WATCHFLOOR_TEST(TestEscalation)
#include "tst_escalation.moc"
