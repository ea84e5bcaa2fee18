#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using State_ = OriginAlert::State;

/// What becomes of an alert that its source tells no longer: only evidence says that it is over.
class TestAlertEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frozenPrometheusMakesItsAlertUnseen();
    void deadPrometheusNeverTurnsGreen();
    void restartedPrometheusJudgesByEvidence();
    void ruleNotYetEvaluatedSaysNothing();
    void presentSeriesMeansRecovered();
    void absentSeriesMeansVanished();
    void absentSeriesOfAPageThatCannotBeReadMeansUnseen_data();
    void absentSeriesOfAPageThatCannotBeReadMeansUnseen();
    void removedRuleMeansVanished();
    void questionIsAskedAgainWithoutAnAnswer();
    void lateAnswerOfABlindSourceCountsNothing();
    void pendingThatLeavesIsGone();
    void pendingOfAHiddenPrometheusIsUnseen();
    void consoleAlertRecoversItself();
    void alertmanagerAlone_data();
    void alertmanagerAlone();
    void alertmanagerInItsFirstSecondRemembers();
};

void TestAlertEvidence::frozenPrometheusMakesItsAlertUnseen()
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
void TestAlertEvidence::deadPrometheusNeverTurnsGreen()
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

void TestAlertEvidence::restartedPrometheusJudgesByEvidence()
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

void TestAlertEvidence::ruleNotYetEvaluatedSaysNothing()
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

void TestAlertEvidence::presentSeriesMeansRecovered()
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

void TestAlertEvidence::absentSeriesMeansVanished()
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

void TestAlertEvidence::absentSeriesOfAPageThatCannotBeReadMeansUnseen_data()
{
    QTest::addColumn<bool>("returns");
    QTest::addColumn<AlertState>("state");
    QTest::newRow("there again with the page") << true << AlertState::Recovered;
    QTest::newRow("gone for good") << false << AlertState::Vanished;
}

/// Rules over raw pages: the page fails, Prometheus forgets its series, and the alert over them is not over.
void TestAlertEvidence::absentSeriesOfAPageThatCannotBeReadMeansUnseen()
{
    QFETCH(const bool, returns);
    QFETCH(const AlertState, state);
    const QString rules = u"rules"_s;
    const QString page = u"payment-page"_s;
    Floor floor;
    floor.sources.setSources({spec(rules, SourceKind::Rules, u"http://127.0.0.1:9099"_s), spec(page, SourceKind::Metrics, u"http://127.0.0.1:8080/metrics"_s)});
    floor.sources.apply(page, {}, floor.clock.now());
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))}, rules);
    QCOMPARE(floor.state(), AlertState::Firing);
    const auto round = [&](bool isRead) {
        floor.clock.advance(10s);
        if (isRead)
            floor.sources.apply(page, {}, floor.clock.now());
        else
            floor.sources.applyFailure(page, {Error::Kind::Refused, u"connection refused"_s, {}}, floor.clock.now());
        floor.prometheus({}, rules);
    };
    for (int i = 0; i < 12; ++i) {
        round(false);
        if (!floor.asked.isEmpty())
            floor.answer(floor.asked.takeFirst(), false);
        QCOMPARE(floor.state(), AlertState::Unseen);
    }
    // The page is back; what it tells is scraped, and its rules evaluated, a little later.
    round(true);
    floor.answer(floor.only().fingerprint, returns);
    QCOMPARE(floor.state(), AlertState::Unseen);
    for (int i = 0; i < 8 && floor.state() == AlertState::Unseen; ++i) {
        round(true);
        if (!floor.asked.isEmpty())
            floor.answer(floor.asked.takeFirst(), returns);
    }
    QCOMPARE(floor.state(), state);
}

void TestAlertEvidence::removedRuleMeansVanished()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    floor.rules.clear();
    floor.pass(10s);
    floor.prometheus({});
    QCOMPARE(floor.state(), AlertState::Vanished);
}

void TestAlertEvidence::questionIsAskedAgainWithoutAnAnswer()
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

void TestAlertEvidence::lateAnswerOfABlindSourceCountsNothing()
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

void TestAlertEvidence::pendingThatLeavesIsGone()
{
    Floor floor;
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s), State_::Pending)});
    floor.pass(10s);
    floor.prometheus({});
    QVERIFY(floor.store.alerts().empty());
}

void TestAlertEvidence::pendingOfAHiddenPrometheusIsUnseen()
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

void TestAlertEvidence::consoleAlertRecoversItself()
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

void TestAlertEvidence::alertmanagerAlone_data()
{
    QTest::addColumn<int>("endsIn"); // seconds after the answer that drops it; 0: never told
    QTest::addColumn<bool>("restarted");
    QTest::addColumn<bool>("recovered");

    QTest::newRow("dropped before its end: it was told") << 180 << false << true;
    QTest::newRow("dropped at its end: nobody resent") << -1 << false << false;
    QTest::newRow("no end told") << 0 << false << false;
    QTest::newRow("forgotten in a restart") << 180 << true << false;
}

void TestAlertEvidence::alertmanagerAlone()
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
void TestAlertEvidence::alertmanagerInItsFirstSecondRemembers()
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

WATCHFLOOR_TEST(TestAlertEvidence)
#include "tst_alertevidence.moc"
