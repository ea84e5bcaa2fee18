#include "models/silences/silencepreview.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using State_ = OriginAlert::State;

class TestAlertStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateOfWhatIsListed_data();
    void stateOfWhatIsListed();
    void oneRowForOneAlertOfTwoOrigins();
    void externalLabelsAreLeftOut();
    void externalLabelsToldLateJoinTheRows();
    void severityNoneFirstHidesNothing();
    void sameHostAndNameStayApart();
    void frozenPrometheusMakesItsAlertUnseen();
    void deadPrometheusNeverTurnsGreen();
    void restartedPrometheusJudgesByEvidence();
    void ruleNotYetEvaluatedSaysNothing();
    void presentSeriesMeansRecovered();
    void absentSeriesMeansVanished();
    void removedRuleMeansVanished();
    void questionIsAskedAgainWithoutAnAnswer();
    void lateAnswerOfABlindSourceCountsNothing();
    void pendingThatLeavesIsGone();
    void pendingOfAHiddenPrometheusIsUnseen();
    void consoleAlertRecoversItself();
    void alertmanagerAlone_data();
    void alertmanagerAlone();
    void alertmanagerInItsFirstSecondRemembers();
    void acknowledgementStaysUntilItEnds();
    void earlyAcknowledgementWaitsForItsAlert();
    void severityRiseReopens();
    void recoveredRowGoesAfterAnHour();
    void dismissTakesOnlyWhatIsOver();
    void worstFirst();
    void respondWithinCountsFromFiring();
    void cutAnswersAreSaid();
    void changedOncePerRound();
    void splitBrainIsAUnion();
    void storeKeepsSilencesAndRules();
};

void TestAlertStore::stateOfWhatIsListed_data()
{
    QTest::addColumn<int>("prometheus"); // -1: does not list it
    QTest::addColumn<QString>("alertmanager");
    QTest::addColumn<QString>("expected");

    QTest::newRow("pending in Prometheus") << int(State_::Pending) << u""_s << u"pending"_s;
    QTest::newRow("firing in Prometheus") << int(State_::Firing) << u""_s << u"firing"_s;
    QTest::newRow("active alone") << -1 << u"active"_s << u"firing"_s;
    QTest::newRow("pending here, active there") << int(State_::Pending) << u"active"_s << u"firing"_s;
    QTest::newRow("silenced beats a Prometheus") << int(State_::Firing) << u"silenced"_s << u"silenced"_s;
    QTest::newRow("inhibited beats a Prometheus") << int(State_::Firing) << u"inhibited"_s << u"inhibited"_s;
}

void TestAlertStore::stateOfWhatIsListed()
{
    QFETCH(int, prometheus);
    QFETCH(QString, alertmanager);
    QFETCH(QString, expected);
    Floor floor;
    if (prometheus >= 0)
        floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), State_(prometheus))});
    if (!alertmanager.isEmpty()) {
        OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s), alertmanager == u"active" ? State_::Firing : State_::Suppressed);
        if (alertmanager == u"silenced")
            alert.silencedBy << u"abc"_s;
        if (alertmanager == u"inhibited")
            alert.inhibitedBy << u"def"_s;
        floor.alertmanager({alert});
    }
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    QCOMPARE(alertStateName(floor.state()), expected);
}

void TestAlertStore::oneRowForOneAlertOfTwoOrigins()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    OriginAlert later = alertOf(labelsOf(u"HighErrorRate"_s));
    later.startsAt += 5s; // startsAt and activeAt differ by seconds
    later.generatorUrl = u"http://127.0.0.1:9090/graph?g0.expr=up"_s;
    floor.alertmanager({later});
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    QCOMPARE(floor.only().origins, QStringList({amSource, mainSource}));
    QCOMPARE(floor.only().startsAt, later.startsAt - 5s);
    QCOMPARE(floor.only().generatorUrl, later.generatorUrl);
    QCOMPARE(floor.only().summary(), u"HighErrorRate of payment"_s);
}

void TestAlertStore::externalLabelsAreLeftOut()
{
    Floor floor;
    floor.external = {{u"cluster"_s, u"eu-1"_s}, {u"replica"_s, u"a"_s}};
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    Labels told = labelsOf(u"HighErrorRate"_s);
    told.set(u"cluster"_s, u"eu-1"_s); // the replica was dropped on the way
    floor.alertmanager({alertOf(told)});
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    QVERIFY(!floor.only().labels.contains(u"cluster"));
    QCOMPARE(floor.only().allLabels().value(u"cluster"), u"eu-1"_s);
}

void TestAlertStore::externalLabelsToldLateJoinTheRows()
{
    Floor floor;
    Labels told = labelsOf(u"HighErrorRate"_s);
    told.set(u"cluster"_s, u"eu-1"_s);
    floor.alertmanager({alertOf(told)});
    QVERIFY(floor.only().labels.contains(u"cluster"));
    floor.external = {{u"cluster"_s, u"eu-1"_s}};
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.alertmanager({alertOf(told)});
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    QCOMPARE(floor.only().origins, QStringList({amSource, mainSource}));
    QCOMPARE(floor.state(), AlertState::Firing);
    QCOMPARE(floor.store.find(floor.only().fingerprint), &floor.only());
}

void TestAlertStore::severityNoneFirstHidesNothing()
{
    Floor floor;
    floor.alertmanager({alertOf(labelsOf(u"Watchdog"_s, u"none"_s, u"none"_s)), alertOf(labelsOf(u"DiskFull"_s)),
                        alertOf(labelsOf(u"Notice"_s, u"payment"_s, u"info"_s)), alertOf(labelsOf(u"NoSeverity"_s, u"payment"_s, {}))});
    QCOMPARE(floor.store.alerts().size(), size_t(4));
    QCOMPARE(floor.store.count(AlertState::Firing), 4);
    QCOMPARE(floor.only().name(), u"DiskFull"_s);
}

void TestAlertStore::sameHostAndNameStayApart()
{
    Floor floor;
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 6; ++i) {
        Labels labels = labelsOf(u"PodCrash"_s);
        labels.set(u"instance"_s, u"node-1:9100"_s);
        labels.set(u"pod"_s, u"payment-%1"_s.arg(i));
        alerts.push_back(alertOf(labels));
    }
    floor.alertmanager(alerts);
    QCOMPARE(floor.store.alerts().size(), size_t(6));
    const Alert chosen = floor.store.alerts()[3];
    const SilencePreview preview = previewSilence(matchersFor(chosen), floor.store.alerts());
    QCOMPARE(preview.muted.size(), size_t(1));
    QCOMPARE(preview.muted.front()->fingerprint, chosen.fingerprint);
}

void TestAlertStore::frozenPrometheusMakesItsAlertUnseen()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    const WallTime started = floor.only().startsAt;
    floor.pass(19s);
    QCOMPARE(floor.state(), AlertState::Firing);
    floor.pass(1s);
    QCOMPARE(floor.state(), AlertState::Unseen);
    QCOMPARE(floor.only().claim(), State::Blind);
    QCOMPARE(floor.only().startsAt, started);
    QCOMPARE(floor.only().endedAt, std::optional(floor.clock.wall()));
    QCOMPARE(floor.only().origins, QStringList(mainSource));
    QCOMPARE(floor.sources.find(mainSource)->freshness.age(floor.clock.now()), std::optional(20'000ms));
    floor.pass(24h);
    QCOMPARE(floor.state(), AlertState::Unseen);
}

/// Golden path 3: Prometheus dies, and four minutes later nobody resends to the Alertmanager.
void TestAlertStore::deadPrometheusNeverTurnsGreen()
{
    Floor floor;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
    floor.prometheus(alerts);
    for (int i = 0; i < 24; ++i) {
        floor.pass(10s);
        floor.alertmanager(alerts);
        QCOMPARE(floor.state(), AlertState::Firing);
    }
    floor.pass(10s);
    floor.alertmanager({});
    QCOMPARE(floor.state(), AlertState::Unseen);
    floor.pass(10s);
    floor.alertmanager({});
    QCOMPARE(floor.state(), AlertState::Unseen);
    QVERIFY(floor.asked.isEmpty());
    floor.prometheus(alerts);
    QCOMPARE(floor.state(), AlertState::Firing);
    QVERIFY(!floor.only().endedAt);
}

void TestAlertStore::restartedPrometheusJudgesByEvidence()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.pass(60s);
    QCOMPARE(floor.state(), AlertState::Unseen);
    floor.prometheus({});
    QCOMPARE(floor.state(), AlertState::Unseen);
    QCOMPARE(floor.asked, QStringList(floor.only().fingerprint));
    floor.answer(floor.only().fingerprint, true);
    QCOMPARE(floor.state(), AlertState::Recovered);
}

void TestAlertStore::ruleNotYetEvaluatedSaysNothing()
{
    for (const QString &health : {u"unknown"_s, u"err"_s}) {
        Floor floor;
        floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
        floor.rules = {ruleOf(u"HighErrorRate"_s, u"errors > 0.01"_s, health)};
        floor.pass(10s);
        floor.prometheus({});
        QCOMPARE(floor.state(), AlertState::Unseen);
        QVERIFY(floor.asked.isEmpty());
    }
}

void TestAlertStore::presentSeriesMeansRecovered()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.pass(10s);
    floor.prometheus({});
    QCOMPARE(floor.state(), AlertState::Unseen);
    QCOMPARE(floor.asked.size(), 1);
    QCOMPARE(floor.expressions.front(), u"(errors) and on (service) label_replace(vector(1), \"service\", \"payment\", \"\", \"\")"_s);
    floor.answer(floor.asked.front(), true);
    QCOMPARE(floor.state(), AlertState::Recovered);
    QCOMPARE(floor.only().claim(), State::Healthy);
    const std::vector<std::pair<AlertState, AlertState>> expected{{AlertState::Recovered, AlertState::Firing},
                                                                  {AlertState::Firing, AlertState::Unseen},
                                                                  {AlertState::Unseen, AlertState::Recovered}};
    QCOMPARE(floor.moves, expected);
}

void TestAlertStore::absentSeriesMeansVanished()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.pass(10s);
    floor.prometheus({});
    floor.answer(floor.asked.front(), false);
    QCOMPARE(floor.state(), AlertState::Vanished);
    floor.pass(48h);
    QCOMPARE(floor.state(), AlertState::Vanished);
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    QCOMPARE(floor.state(), AlertState::Firing);
}

void TestAlertStore::removedRuleMeansVanished()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.rules.clear();
    floor.pass(10s);
    floor.prometheus({});
    QCOMPARE(floor.state(), AlertState::Vanished);
}

void TestAlertStore::questionIsAskedAgainWithoutAnAnswer()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    for (int i = 0; i < 5; ++i) {
        floor.pass(10s);
        floor.prometheus({});
    }
    QCOMPARE(floor.asked.size(), 2);
    QCOMPARE(floor.state(), AlertState::Unseen);
}

void TestAlertStore::lateAnswerOfABlindSourceCountsNothing()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.pass(10s);
    floor.prometheus({});
    floor.clock.advance(30s);
    floor.answer(floor.asked.front(), true);
    QCOMPARE(floor.state(), AlertState::Unseen);
    floor.answer(floor.asked.front(), true);
    QCOMPARE(floor.state(), AlertState::Unseen);
}

void TestAlertStore::pendingThatLeavesIsGone()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), State_::Pending)});
    floor.pass(10s);
    floor.prometheus({});
    QVERIFY(floor.store.alerts().empty());
}

void TestAlertStore::pendingOfAHiddenPrometheusIsUnseen()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), State_::Pending)});
    floor.pass(20s);
    QCOMPARE(floor.state(), AlertState::Unseen);
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), State_::Pending)});
    QCOMPARE(floor.state(), AlertState::Pending);
    floor.pass(20s);
    floor.prometheus({});
    QVERIFY(floor.store.alerts().empty());
}

void TestAlertStore::consoleAlertRecoversItself()
{
    Floor floor;
    const auto apply = [&floor](std::vector<OriginAlert> alerts) {
        floor.store.apply(u"console"_s, ConsoleAlertsSnapshot{std::move(alerts)}, floor.clock.now(), floor.clock.wall());
    };
    apply({alertOf(labelsOf(u"EndpointDown"_s))});
    QCOMPARE(floor.state(), AlertState::Firing);
    floor.pass(10min);
    QCOMPARE(floor.state(), AlertState::Firing);
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    apply({});
    QCOMPARE(floor.state(), AlertState::Recovered);
    apply({alertOf(labelsOf(u"EndpointDown"_s))});
    QCOMPARE(floor.state(), AlertState::Firing);
}

void TestAlertStore::alertmanagerAlone_data()
{
    QTest::addColumn<int>("endsIn"); // seconds after the answer that drops it; 0: never told
    QTest::addColumn<bool>("restarted");
    QTest::addColumn<bool>("recovered");

    QTest::newRow("dropped before its end: it was told") << 180 << false << true;
    QTest::newRow("dropped at its end: nobody resent") << -1 << false << false;
    QTest::newRow("no end told") << 0 << false << false;
    QTest::newRow("forgotten in a restart") << 180 << true << false;
}

void TestAlertStore::alertmanagerAlone()
{
    QFETCH(int, endsIn);
    QFETCH(bool, restarted);
    QFETCH(bool, recovered);
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s));
    if (endsIn != 0)
        alert.endsAt = floor.clock.wall() + 10s + std::chrono::seconds(endsIn);
    floor.alertmanager({alert});
    floor.pass(10s);
    floor.sources.apply(amSource, {}, floor.clock.now());
    AlertmanagerSnapshot empty;
    empty.serverTime = floor.clock.wall();
    if (restarted)
        empty.startedAt = floor.clock.wall() - 2s;
    floor.store.apply(amSource, empty, floor.clock.now(), floor.clock.wall());
    QCOMPARE(floor.state(), recovered ? AlertState::Recovered : AlertState::Unseen);
}

/// Its answers tell the time in whole seconds, its status when it began to the millisecond.
void TestAlertStore::alertmanagerInItsFirstSecondRemembers()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    AlertmanagerSnapshot snapshot;
    snapshot.startedAt = floor.clock.wall() + 742ms;
    snapshot.serverTime = floor.clock.wall();
    snapshot.alerts = {alertOf(labelsOf(u"HighErrorRate"_s))};
    snapshot.alerts.front().endsAt = floor.clock.wall() + 10min;
    for (const AlertState wanted : {AlertState::Firing, AlertState::Recovered}) {
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshot, floor.clock.now(), floor.clock.wall());
        QCOMPARE(floor.state(), wanted);
        snapshot.alerts.clear();
        floor.pass(500ms);
    }
}

void TestAlertStore::acknowledgementStaysUntilItEnds()
{
    Floor floor;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"HighErrorRate"_s))};
    floor.prometheus(alerts);
    const QString fingerprint = floor.only().fingerprint;
    floor.store.acknowledge(fingerprint, {u"mk"_s, u"on it"_s, floor.clock.wall()});
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    QCOMPARE(floor.only().claim(), State::Critical);
    floor.pass(10s);
    floor.prometheus(alerts);
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    floor.pass(30s);
    QCOMPARE(floor.state(), AlertState::Unseen);
    floor.prometheus(alerts);
    QCOMPARE(floor.state(), AlertState::Acknowledged);
    floor.store.unacknowledge(fingerprint);
    QCOMPARE(floor.state(), AlertState::Firing);
    floor.store.acknowledge(fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    floor.pass(10s);
    floor.prometheus({});
    floor.answer(fingerprint, true);
    QCOMPARE(floor.state(), AlertState::Recovered);
    floor.pass(10s);
    floor.prometheus(alerts);
    QCOMPARE(floor.state(), AlertState::Firing);
    QVERIFY(!floor.only().acknowledgement);
}

void TestAlertStore::earlyAcknowledgementWaitsForItsAlert()
{
    Floor before;
    before.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    Floor floor;
    floor.store.acknowledge(before.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    QCOMPARE(floor.state(), AlertState::Acknowledged);

    Floor newer;
    newer.store.acknowledge(before.only().fingerprint, {u"mk"_s, {}, WallTime(1s)});
    newer.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    QCOMPARE(newer.state(), AlertState::Firing);
}

void TestAlertStore::severityRiseReopens()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s, u"payment"_s, u"urgent"_s))});
    QCOMPARE(floor.only().severity, Severity::Warning);
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    AlertPolicy policy;
    policy.severities.words[Severity::Critical] << u"urgent"_s;
    floor.store.setPolicy(policy);
    QCOMPARE(floor.only().severity, Severity::Critical);
    QCOMPARE(floor.state(), AlertState::Firing);
}

void TestAlertStore::recoveredRowGoesAfterAnHour()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.pass(10s);
    floor.prometheus({});
    floor.answer(floor.asked.front(), true);
    floor.pass(59min);
    QCOMPARE(floor.store.count(AlertState::Recovered), 1);
    floor.pass(1min);
    QVERIFY(floor.store.alerts().empty());
    QCOMPARE(floor.store.count(AlertState::Recovered), 0);
}

void TestAlertStore::dismissTakesOnlyWhatIsOver()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    const QString fingerprint = floor.only().fingerprint;
    floor.store.dismiss(fingerprint);
    QCOMPARE(floor.store.alerts().size(), size_t(1));
    floor.pass(30s);
    floor.store.dismiss(fingerprint);
    QVERIFY(floor.store.alerts().empty());
    QVERIFY(!floor.store.find(fingerprint));
    floor.store.dismiss(u"no such"_s);
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    QCOMPARE(floor.state(), AlertState::Firing);
}

void TestAlertStore::worstFirst()
{
    Floor floor;
    OriginAlert silenced = alertOf(labelsOf(u"E"_s), State_::Suppressed);
    silenced.silencedBy << u"id"_s;
    OriginAlert older = alertOf(labelsOf(u"B"_s));
    older.startsAt -= 60s;
    floor.alertmanager({silenced, alertOf(labelsOf(u"C"_s, u"x"_s, u"warning"_s)), alertOf(labelsOf(u"A"_s)), older});
    floor.prometheus({alertOf(labelsOf(u"D"_s), State_::Pending)});
    QStringList names;
    for (const Alert &alert : floor.store.alerts())
        names << alert.name();
    QCOMPARE(names, QStringList({u"B"_s, u"A"_s, u"C"_s, u"D"_s, u"E"_s}));
}

void TestAlertStore::respondWithinCountsFromFiring()
{
    Floor floor;
    AlertPolicy policy;
    policy.escalation[Severity::Critical] = {5min, 15min, {}};
    floor.store.setPolicy(policy);
    OriginAlert alert = alertOf(labelsOf(u"HighErrorRate"_s), State_::Pending);
    alert.startsAt = floor.clock.wall();
    floor.prometheus({alert});
    QVERIFY(!floor.store.respondWithin(floor.only(), floor.clock.wall()));
    floor.pass(10s);
    alert.state = State_::Firing;
    floor.prometheus({alert});
    QCOMPARE(floor.store.respondWithin(floor.only(), floor.clock.wall()), std::optional(300'000ms));
    floor.pass(10s);
    floor.prometheus({alert});
    QCOMPARE(floor.store.respondWithin(floor.only(), floor.clock.wall() + 5min), std::optional(-10'000ms));
    floor.store.acknowledge(floor.only().fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    QVERIFY(!floor.store.respondWithin(floor.only(), floor.clock.wall()));
}

void TestAlertStore::cutAnswersAreSaid()
{
    Floor floor;
    AlertmanagerSnapshot snapshot;
    snapshot.alerts = {alertOf(labelsOf(u"A"_s))};
    snapshot.totalAlerts = 2'000'000;
    floor.store.apply(amSource, snapshot, floor.clock.now(), floor.clock.wall());
    QCOMPARE(floor.store.cutAnswers().at(amSource), size_t(2'000'000));
    floor.alertmanager({});
    QVERIFY(floor.store.cutAnswers().empty());
}

void TestAlertStore::changedOncePerRound()
{
    Floor floor;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s))};
    floor.alertmanager(alerts);
    QCOMPARE(floor.changes, 1);
    floor.pass(10s);
    floor.alertmanager(alerts);
    QCOMPARE(floor.changes, 1);
}

void TestAlertStore::splitBrainIsAUnion()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager), spec(u"am-2"_s, SourceKind::Alertmanager)});
    OriginAlert silenced = alertOf(labelsOf(u"A"_s), State_::Suppressed);
    silenced.silencedBy << u"id"_s;
    floor.alertmanager({silenced});
    QCOMPARE(floor.state(), AlertState::Silenced);
    floor.alertmanager({alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"B"_s))}, u"am-2"_s);
    QCOMPARE(floor.store.alerts().size(), size_t(2));
    const Alert *both = nullptr;
    for (const Alert &alert : floor.store.alerts())
        if (alert.name() == u"A")
            both = &alert;
    QCOMPARE(both->state, AlertState::Firing);
    QCOMPARE(both->origins, QStringList({amSource, u"am-2"_s}));
    QCOMPARE(both->silencedBy, QStringList(u"id"_s));
}

void TestAlertStore::storeKeepsSilencesAndRules()
{
    Floor floor;
    Silence silence;
    silence.id = u"id"_s;
    floor.alertmanager({alertOf(labelsOf(u"HighErrorRate"_s))}, amSource, {silence});
    QCOMPARE(floor.store.silences(amSource).size(), size_t(1));
    QVERIFY(floor.store.silences(mainSource).empty());
    QCOMPARE(floor.store.allSilences().front().first, amSource);
    QVERIFY(!floor.store.ruleOf(floor.only()));
    floor.prometheus({});
    const auto rule = floor.store.ruleOf(floor.only());
    QVERIFY(rule);
    QCOMPARE(rule->first, mainSource);
    QCOMPARE(rule->second.expression, u"errors > 0.01"_s);
}

WATCHFLOOR_TEST(TestAlertStore)
#include "tst_alertstore.moc"
