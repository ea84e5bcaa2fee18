#include "models/routing/routingstore.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

using Verdict = NotificationTrace::Verdict;

const QString routes = uR"(
route:
  receiver: default
  group_by: [alertname]
  group_wait: 30s
  routes:
    - {matchers: [severity="critical"], receiver: page}
    - {matchers: [service="ci"], receiver: page, mute_time_intervals: [always]}
inhibit_rules:
  - {source_matchers: [severity="critical"], target_matchers: [severity="warning"], equal: [service]}
receivers: [{name: default}, {name: page, pagerduty_configs: [{}]}]
time_intervals: [{name: always, time_intervals: [{}]}]
)"_s;

/// Two members of one cluster and a Prometheus.
struct House : Floor
{
    RoutingStore routing{sources, store};

    House()
    {
        SourceSpec first = spec(u"am-1"_s, SourceKind::Alertmanager, u"http://127.0.0.1:9093"_s);
        SourceSpec second = spec(u"am-2"_s, SourceKind::Alertmanager, u"http://127.0.0.1:9094"_s);
        first.cluster = second.cluster = u"night"_s;
        sources.setSources({spec(mainSource, SourceKind::Prometheus, u"http://127.0.0.1:9090"_s), first, second});
    }

    void tell(const QString &member, const std::vector<OriginAlert> &alerts, const std::vector<Silence> &silences = {}, const QString &configuration = routes)
    {
        sources.apply(member, {}, clock.now());
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.silences = silences;
        snapshot.serverTime = clock.wall();
        snapshot.configuration = configuration;
        store.apply(member, snapshot, clock.now(), clock.wall());
    }
    OriginAlert begun(const Labels &labels, std::chrono::milliseconds ago, OriginAlert::State state = OriginAlert::State::Firing) const
    {
        OriginAlert alert = alertOf(labels, state);
        alert.startsAt = clock.wall() - ago;
        return alert;
    }
    NotificationTrace trace(const QString &name)
    {
        for (const Alert &alert : store.alerts())
            if (alert.name() == name)
                for (const NotificationTrace &trace : routing.traces(alert, clock.now(), clock.wall()))
                    if (trace.members.size() == 2)
                        return trace;
        return {};
    }
};

} // namespace

class TestRoutingStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSentIsTold();
    void theGroupWaitCountsDown();
    void aSilenceIsNamed();
    void anInhibitorIsNamedWithItsRule();
    void anInhibitorThatNobodyNamesIsFoundByItsRule();
    void aMutedRouteIsTold();
    void aPendingAlertIsNotSentYet();
    void whatNobodyListsIsTold();
    void aBlindMemberIsNamed();
    void aMemberThatAnswersIsBelieved_data();
    void aMemberThatAnswersIsBelieved();
    void alertsOfOneGroupAreCountedAndSentTogether();
    void aConfigurationIsReadOnce();
    void membersWithDifferentConfigurationsAreTold();
    void withoutAConfigurationNothingIsClaimed();
    void theConsolesOwnAlertsHaveNoTrace();
};

void TestRoutingStore::whatIsSentIsTold()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    house.tell(u"am-2"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::Notified);
    QCOMPARE(trace.routes.size(), 1u);
    QCOMPARE(trace.routes[0].path, QStringList{u"severity=\"critical\""_s});
    QCOMPARE(trace.routes[0].receiver, u"page"_s);
    QCOMPARE(trace.routes[0].integrations, QStringList{u"pagerduty"_s});
    QCOMPARE(trace.routes[0].groupLabels, (Labels{{u"alertname"_s, u"HighErrorRate"_s}}));
    QCOMPARE(*trace.sentAt(), house.clock.wall() - 90s);
    QCOMPARE(*trace.routes[0].nextAt, house.clock.wall() - 90s + 4h);
    QVERIFY(!trace.uncertain);
}

void TestRoutingStore::theGroupWaitCountsDown()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 10s)});
    house.tell(u"am-2"_s, {});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::Waiting);
    QCOMPARE(trace.routes[0].firstAt, house.clock.wall() + 20s);
    QVERIFY(!trace.sentAt());
    QVERIFY(trace.members[0].lists);
    QVERIFY(!trace.members[1].lists);
}

void TestRoutingStore::aSilenceIsNamed()
{
    House house;
    Silence silence;
    silence.id = u"s1"_s;
    silence.matchers = {*Matcher::make(u"service"_s, Matcher::Operator::Equal, u"payment"_s)};
    silence.createdBy = u"jo"_s;
    silence.comment = u"planned work"_s;
    silence.startsAt = house.clock.wall() - 1h;
    silence.endsAt = house.clock.wall() + 2h;
    OriginAlert alert = house.begun(labelsOf(u"HighErrorRate"_s), 10min, OriginAlert::State::Suppressed);
    alert.silencedBy = {u"s1"_s};
    house.tell(u"am-1"_s, {alert}, {silence});
    house.tell(u"am-2"_s, {alert}, {silence});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::Silenced);
    QCOMPARE(trace.silences.size(), 1u);
    QCOMPARE(trace.silences[0].createdBy, u"jo"_s);
    QCOMPARE(trace.silences[0].endsAt, house.clock.wall() + 2h);
    QVERIFY(!trace.sentAt());

    House later;
    silence.startsAt = later.clock.wall() - 5min;
    later.tell(u"am-1"_s, {alert}, {silence});
    later.tell(u"am-2"_s, {alert}, {silence});
    QCOMPARE(*later.trace(u"HighErrorRate"_s).sentAt(), later.clock.wall() - 10min + 30s);
}

void TestRoutingStore::anInhibitorIsNamedWithItsRule()
{
    House house;
    OriginAlert inhibitor = house.begun(labelsOf(u"HighErrorRate"_s), 10min);
    inhibitor.fingerprint = u"4ef2e3bae3824f99"_s;
    OriginAlert alert = house.begun(labelsOf(u"Slow"_s, u"payment"_s, u"warning"_s), 5min, OriginAlert::State::Suppressed);
    alert.inhibitedBy = {inhibitor.fingerprint};
    house.tell(u"am-1"_s, {inhibitor, alert});
    house.tell(u"am-2"_s, {inhibitor, alert});
    const NotificationTrace trace = house.trace(u"Slow"_s);
    QCOMPARE(trace.verdict, Verdict::Inhibited);
    QCOMPARE(trace.inhibitors.size(), 1u);
    QCOMPARE(trace.inhibitors[0].name, u"HighErrorRate"_s);
    QCOMPARE(trace.inhibitors[0].rule->equal, QStringList{u"service"_s});
    QVERIFY(!trace.sentAt());
}

void TestRoutingStore::anInhibitorThatNobodyNamesIsFoundByItsRule()
{
    House house;
    OriginAlert alert = house.begun(labelsOf(u"Slow"_s, u"payment"_s, u"warning"_s), 5min, OriginAlert::State::Suppressed);
    alert.inhibitedBy = {u"unknown"_s};
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 10min), alert});
    QCOMPARE(house.trace(u"Slow"_s).inhibitors.at(0).name, u"HighErrorRate"_s);
    house.tell(u"am-1"_s, {alert});
    house.prometheus({});
    const NotificationTrace trace = house.trace(u"Slow"_s);
    QCOMPARE(trace.verdict, Verdict::Inhibited);
    QCOMPARE(trace.inhibitors.size(), 1u);
    QVERIFY(trace.inhibitors[0].fingerprint.isEmpty());
}

void TestRoutingStore::aMutedRouteIsTold()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"Slow"_s, u"ci"_s, u"warning"_s), 5min)});
    const NotificationTrace trace = house.trace(u"Slow"_s);
    QCOMPARE(trace.verdict, Verdict::Muted);
    QCOMPARE(trace.routes[0].mutedBy, QStringList{u"always"_s});
}

void TestRoutingStore::aPendingAlertIsNotSentYet()
{
    House house;
    house.rules.front().duration = 5min;
    house.tell(u"am-1"_s, {});
    house.prometheus({house.begun(labelsOf(u"HighErrorRate"_s), 1min, OriginAlert::State::Pending)});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::Pending);
    QCOMPARE(*trace.firesAt, house.clock.wall() + 4min);
    QCOMPARE(trace.routes[0].receiver, u"page"_s);
    QCOMPARE(trace.routes[0].firstAt, house.clock.wall() + 4min + 30s);
}

void TestRoutingStore::whatNobodyListsIsTold()
{
    House house;
    house.tell(u"am-1"_s, {});
    house.tell(u"am-2"_s, {});
    house.prometheus({house.begun(labelsOf(u"HighErrorRate"_s), 10min)});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::NotListed);
    QVERIFY(!trace.sentAt());
}

void TestRoutingStore::aBlindMemberIsNamed()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    house.sources.applyFailure(u"am-2"_s, {Error::Kind::Refused, {}, {}}, house.clock.now());
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.verdict, Verdict::Notified);
    QCOMPARE(trace.blindMembers(), QStringList{u"am-2"_s});
}

void TestRoutingStore::alertsOfOneGroupAreCountedAndSentTogether()
{
    House house;
    const Labels older{{u"alertname"_s, u"Slow"_s}, {u"severity"_s, u"warning"_s}, {u"service"_s, u"taxi"_s}};
    const Labels other{{u"alertname"_s, u"Slow"_s}, {u"severity"_s, u"critical"_s}, {u"service"_s, u"taxi"_s}};
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"Slow"_s, u"payment"_s, u"warning"_s), 2min), house.begun(older, 3min), house.begun(other, 1h)});
    for (const Alert &alert : house.store.alerts()) {
        if (alert.service() != u"payment")
            continue;
        const NotificationTrace trace = house.routing.traces(alert, house.clock.now(), house.clock.wall()).front();
        QCOMPARE(trace.routes[0].groupSize, 2);
        QCOMPARE(trace.verdict, Verdict::Waiting);
        QCOMPARE(trace.routes[0].firstAt, house.clock.wall() - 3min + 30s + 5min);
    }
}

void TestRoutingStore::aConfigurationIsReadOnce()
{
    House house;
    QSignalSpy changed(&house.routing, &RoutingStore::changed);
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    house.tell(u"am-2"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    const auto first = house.routing.config(u"am-1"_s);
    QVERIFY(first);
    QVERIFY(first == house.routing.config(u"am-2"_s));
    QCOMPARE(house.routing.configs().size(), 1u);
    const auto count = changed.count();
    house.tell(u"am-1"_s, {});
    QVERIFY(first == house.routing.config(u"am-1"_s));
    QCOMPARE(changed.count(), count);
    QVERIFY(!house.routing.config(u"nobody"_s));
}

void TestRoutingStore::membersWithDifferentConfigurationsAreTold()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)});
    house.tell(u"am-2"_s, {}, {}, u"route: {receiver: b}"_s);
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QVERIFY(trace.configurationsDiffer);
    QCOMPARE(trace.routes[0].receiver, u"page"_s);
}

void TestRoutingStore::withoutAConfigurationNothingIsClaimed()
{
    House house;
    house.tell(u"am-1"_s, {house.begun(labelsOf(u"HighErrorRate"_s), 2min)}, {}, {});
    house.tell(u"am-2"_s, {}, {}, {});
    QCOMPARE(house.trace(u"HighErrorRate"_s).verdict, Verdict::Unknown);
}

void TestRoutingStore::theConsolesOwnAlertsHaveNoTrace()
{
    House house;
    house.tell(u"am-1"_s, {});
    house.store.apply(u"endpoints"_s, ConsoleAlertsSnapshot{{house.begun(labelsOf(u"EndpointDown"_s), 2min)}}, house.clock.now(), house.clock.wall());
    QVERIFY(house.routing.traces(house.only(), house.clock.now(), house.clock.wall()).empty());
}

void TestRoutingStore::aMemberThatAnswersIsBelieved_data()
{
    QTest::addColumn<bool>("wasSilenced"); // on the one that cannot be seen any more
    QTest::addColumn<int>("now");          // on the other: 0 not there, 1 firing, 2 silenced
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("silenced since") << false << 2 << Verdict::Silenced;
    QTest::newRow("fires again") << true << 1 << Verdict::Notified;
    QTest::newRow("silenced on both") << true << 2 << Verdict::Silenced;
    QTest::newRow("gone where it was silenced") << true << 0 << Verdict::NotListed;
}

/// What a member said before it went blind is what it knew then.
void TestRoutingStore::aMemberThatAnswersIsBelieved()
{
    QFETCH(bool, wasSilenced);
    QFETCH(int, now);
    QFETCH(Verdict, verdict);
    House house;
    Silence silence;
    silence.id = u"s1"_s;
    silence.matchers = {*Matcher::make(u"service"_s, Matcher::Operator::Equal, u"payment"_s)};
    silence.startsAt = house.clock.wall() - 1h;
    silence.endsAt = house.clock.wall() + 2h;
    const OriginAlert firing = house.begun(labelsOf(u"HighErrorRate"_s), 10min);
    OriginAlert silenced = firing;
    silenced.state = OriginAlert::State::Suppressed;
    silenced.silencedBy = {silence.id};
    house.tell(u"am-1"_s, {wasSilenced ? silenced : firing}, {silence});
    house.pass(2min);
    house.tell(u"am-2"_s, now == 0 ? std::vector<OriginAlert>() : std::vector<OriginAlert>{now == 1 ? firing : silenced}, {silence});
    const NotificationTrace trace = house.trace(u"HighErrorRate"_s);
    QCOMPARE(trace.members[0].visibility, State::Blind);
    QCOMPARE(trace.verdict, verdict);
}

WATCHFLOOR_TEST(TestRoutingStore)
#include "tst_routingstore.moc"
