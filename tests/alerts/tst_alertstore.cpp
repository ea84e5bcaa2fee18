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
    floor.respondTo(Severity::Critical, 5min, 15min);
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
