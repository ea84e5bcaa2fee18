#include "tests/services/world.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

Objective availability(const char *service)
{
    Objective objective;
    objective.name = QStringLiteral("availability");
    objective.service = QString::fromLatin1(service);
    objective.target = 0.999;
    return objective;
}

} // namespace

class TestServiceStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAnyAnswerEverythingIsBlind()
    {
        World world({serviceOf("payment"), serviceOf("stripe", false)});
        QCOMPARE(world.services.services().size(), size_t(2));
        QCOMPARE(world.services.services().front().state, State::Blind);
        QCOMPARE(world.judged("payment").state, State::Blind);
        QCOMPARE(world.judged("stripe").state, State::Blind);
        QVERIFY(world.judged("stripe").reason.contains(u"main"));
    }

    void aServiceOfAlertsAloneIsHealthyWhileTheyAreSeen()
    {
        World world({serviceOf("stripe", false)});
        world.prometheusSays({});
        QCOMPARE(world.judged("stripe").state, State::Healthy);
        world.clock.advance(31s);
        QCOMPARE(world.judged("stripe").state, State::Stale);
        QVERIFY(world.judged("stripe").reason.contains(u"31"));
        world.clock.advance(45s);
        QCOMPARE(world.judged("stripe").state, State::Blind);
    }

    void aServiceOfLabelsThatNothingTellsOfIsBlind()
    {
        World world({serviceOf("taxi")});
        world.prometheusSays({});
        QCOMPARE(world.judged("taxi").state, State::Blind);
        QVERIFY(!world.judged("taxi").age);
        world.requestRates({{"taxi"}});
        QCOMPARE(world.judged("taxi").state, State::Healthy);
        QVERIFY(world.judged("taxi").age);
    }

    void oneMemberOfAClusterIsEnough()
    {
        World world({serviceOf("stripe", false)}, {sourceOf("am-1", SourceKind::Alertmanager, "eu"), sourceOf("am-2", SourceKind::Alertmanager, "eu")});
        world.prometheusSays({});
        world.answer("am-1");
        world.fail("am-2");
        QCOMPARE(world.judged("stripe").state, State::Healthy);
        world.clock.advance(80s);
        world.prometheusSays({});
        world.fail("am-1");
        QCOMPARE(world.judged("stripe").state, State::Blind);
    }

    void anAlertmanagerAloneMayHoldWhatNobodyElseKnows()
    {
        World world({serviceOf("stripe", false)}, {sourceOf("am-1", SourceKind::Alertmanager)});
        world.prometheusSays({});
        QCOMPARE(world.judged("stripe").state, State::Blind);
        world.answer("am-1");
        QCOMPARE(world.judged("stripe").state, State::Healthy);
    }

    void alertsJudge_data()
    {
        QTest::addColumn<QByteArray>("severity");
        QTest::addColumn<bool>("pending");
        QTest::addColumn<State>("state");
        QTest::addColumn<int>("firing");
        QTest::newRow("critical") << QByteArray("critical") << false << State::Critical << 1;
        QTest::newRow("warning") << QByteArray("warning") << false << State::Warning << 1;
        QTest::newRow("information colours nothing") << QByteArray("info") << false << State::Healthy << 1;
        QTest::newRow("pending warns at most") << QByteArray("critical") << true << State::Warning << 0;
    }
    void alertsJudge()
    {
        QFETCH(QByteArray, severity);
        QFETCH(bool, pending);
        World world({serviceOf("payment"), serviceOf("auth")});
        world.requestRates({{"payment"}, {"auth"}});
        world.figures(world.services.queriesOf({}).errorRatio, {{"payment", 0.0471}, {"auth", 0.0001}});
        world.prometheusSays({alertOf("HighErrorRate", "payment", severity.constData(), pending ? OriginAlert::State::Pending : OriginAlert::State::Firing)});
        QTEST(world.judged("payment").state, "state");
        QTEST(world.judged("payment").firing, "firing");
        QCOMPARE(world.judged("auth").state, State::Healthy);
        QCOMPARE(world.judged("auth").errorRatio.state, State::Healthy);
        if (world.judged("payment").state != State::Healthy)
            QVERIFY(world.judged("payment").reason.contains(u"HighErrorRate"));
    }

    void aFigureTakesTheStateOfItsAlert()
    {
        World world({serviceOf("payment")});
        world.requestRates({{"payment", 1240}});
        world.figures(world.services.queriesOf({}).errorRatio, {{"payment", 0.0471}});
        world.figures(world.services.queriesOf({}).latency, {{"payment", 1.82}});
        world.prometheusSays({alertOf("HighErrorRate", "payment"), alertOf("HighAPILatency", "payment", "warning")});
        const ServiceStatus &payment = world.judged("payment");
        QVERIFY((payment.requestRate == ServiceFigure{1240.0, State::Healthy}));
        QVERIFY((payment.errorRatio == ServiceFigure{0.0471, State::Critical}));
        QVERIFY((payment.latency == ServiceFigure{1.82, State::Warning}));
    }

    void aSeriesThatVanishesIsATargetGone()
    {
        World world({serviceOf("taxi"), serviceOf("auth")});
        world.prometheusSays({});
        world.requestRates({{"taxi", 3}, {"auth", 5}});
        QCOMPARE(world.judged("taxi").state, State::Healthy);
        world.clock.advance(60s);
        world.prometheusSays({});
        world.requestRates({{"taxi", 3, 60s}, {"auth", 5}});
        QCOMPARE(world.judged("taxi").state, State::Blind);
        QVERIFY(world.judged("taxi").reason.contains(u"gone"));
        QVERIFY((world.judged("taxi").requestRate == ServiceFigure{std::nullopt, State::Blind}));
        QCOMPARE(world.judged("auth").state, State::Healthy);
        world.requestRates({{"auth", 5}});
        QCOMPARE(world.judged("taxi").state, State::Blind);
        world.services.setServices({serviceOf("auth"), serviceOf("taxi")}, QStringLiteral("main"));
        QCOMPARE(world.judged("taxi").state, State::Blind);
        QVERIFY(world.judged("taxi").reason.contains(u"gone"));
    }

    void oldFiguresAreStaleThenBlind()
    {
        World world({serviceOf("payment")});
        world.requestRates({{"payment"}});
        world.clock.advance(31s);
        world.prometheusSays({});
        world.failQuery(world.services.queriesOf({}).requestRate);
        QCOMPARE(world.judged("payment").state, State::Stale);
        QCOMPARE(world.judged("payment").requestRate.state, State::Stale);
        QVERIFY(world.judged("payment").requestRate.value);
        world.clock.advance(60s);
        world.prometheusSays({});
        QCOMPARE(world.judged("payment").state, State::Blind);
    }

    void figuresThatNeverCouldBeAskedAreBlind()
    {
        World world({serviceOf("payment")});
        world.health.setEndpoints({endpointOf("payment", "system")});
        world.prometheusSays({});
        world.probe("payment/system", State::Healthy);
        QCOMPARE(world.judged("payment").state, State::Healthy);
        world.failQuery(world.services.queriesOf({}).requestRate);
        QCOMPARE(world.judged("payment").state, State::Blind);
    }

    void aNewErrorRatioIsMissedByNobody()
    {
        World world({serviceOf("payment")});
        world.prometheusSays({});
        world.requestRates({{"payment"}});
        world.figures(world.services.queriesOf({}).errorRatio, {});
        QCOMPARE(world.judged("payment").state, State::Healthy);
        QVERIFY(!world.judged("payment").errorRatio.value);
        QCOMPARE(world.judged("payment").errorRatio.state, State::Blind);
    }

    void severalSeriesOfAServiceAreOneFigure()
    {
        World world({serviceOf("payment")});
        world.requestRates({{"payment", 3}, {"payment", 4}});
        world.figures(world.services.queriesOf({}).latency, {{"payment", 0.3}, {"payment", 0.4}});
        QCOMPARE(*world.judged("payment").requestRate.value, 7.0);
        QCOMPARE(*world.judged("payment").latency.value, 0.4);
    }

    void targetsJudge_data()
    {
        QTest::addColumn<QList<double>>("up");
        QTest::addColumn<State>("state");
        QTest::newRow("all up") << QList<double>{1, 1} << State::Healthy;
        QTest::newRow("one of two down") << QList<double>{1, 0} << State::Warning;
        QTest::newRow("all down") << QList<double>{0, 0} << State::Blind;
        QTest::newRow("gone") << QList<double>{} << State::Blind;
    }
    void targetsJudge()
    {
        QFETCH(QList<double>, up);
        World world({serviceOf("payment")});
        world.prometheusSays({});
        world.targets({{"payment", 1}});
        QCOMPARE(world.judged("payment").state, State::Healthy);
        std::vector<Part> parts;
        for (const double value : up)
            parts.push_back({"payment", value});
        world.targets(parts);
        QTEST(world.judged("payment").state, "state");
    }

    void endpointsJudge_data()
    {
        QTest::addColumn<State>("probed");
        QTest::newRow("healthy") << State::Healthy;
        QTest::newRow("warning") << State::Warning;
        QTest::newRow("critical") << State::Critical;
        QTest::newRow("blind") << State::Blind;
    }
    void endpointsJudge()
    {
        QFETCH(State, probed);
        World world({serviceOf("payment")});
        world.health.setEndpoints({endpointOf("payment", "system")});
        world.prometheusSays({});
        world.probe("payment/system", probed);
        QCOMPARE(world.judged("payment").state, probed);
        QCOMPARE(world.judged("payment").reason.contains(u"system"), probed != State::Healthy);
    }

    void anEndpointThatIsNotProbedAnyMoreGrowsOld()
    {
        World world({serviceOf("payment")});
        world.health.setEndpoints({endpointOf("payment", "system")});
        world.probe("payment/system", State::Healthy);
        world.clock.advance(61s);
        world.prometheusSays({});
        QCOMPARE(world.judged("payment").state, State::Stale);
        QCOMPARE(world.judged("payment").age, std::optional<std::chrono::milliseconds>(61s));
        world.clock.advance(90s);
        world.prometheusSays({});
        QCOMPARE(world.judged("payment").state, State::Blind);
    }

    void aRawPageJudgesItsService()
    {
        World world({serviceOf("orders")}, {sourceOf("orders-raw", SourceKind::Metrics, "", "orders")});
        world.prometheusSays({});
        QCOMPARE(world.judged("orders").state, State::Blind);
        world.answer("orders-raw");
        QCOMPARE(world.judged("orders").state, State::Healthy);
        world.clock.advance(31s);
        world.prometheusSays({});
        QCOMPARE(world.judged("orders").state, State::Stale);
    }

    void objectivesJudge()
    {
        World world({serviceOf("payment")});
        world.slos.setObjectives({availability("payment")});
        world.prometheusSays({});
        QCOMPARE(world.judged("payment").state, State::Blind);
        world.budget("availability", 100);
        QCOMPARE(world.judged("payment").state, State::Healthy);
        QCOMPARE(world.judged("payment").objective, QStringLiteral("availability"));
        QVERIFY(qAbs(*world.judged("payment").budgetLeft - 0.9) < 1e-9);
        world.budget("availability", 2'000);
        QCOMPARE(world.judged("payment").state, State::Critical);
        QVERIFY(world.judged("payment").reason.contains(u"availability"));
    }

    void dependenciesAreToldAndDoNotJudge()
    {
        Service payment = serviceOf("payment");
        payment.depends = {QStringLiteral("redis"), QStringLiteral("redis/ping"), QStringLiteral("elsewhere")};
        World world({payment, serviceOf("redis", false)});
        world.health.setEndpoints({endpointOf("redis", "ping")});
        world.requestRates({{"payment"}});
        world.prometheusSays({});
        world.probe("redis/ping", State::Critical);
        const ServiceStatus &status = world.judged("payment");
        QCOMPARE(status.state, State::Healthy);
        QCOMPARE(status.dependencies.size(), size_t(3));
        QCOMPARE(status.dependencies[0].second, State::Critical);
        QCOMPARE(status.dependencies[1].second, State::Critical);
        QCOMPARE(status.dependencies[2].second, State::Blind);
        QCOMPARE(world.services.services().front().service.name, QStringLiteral("redis"));
    }

    void countsEverythingWatchedOnce()
    {
        World world({serviceOf("payment"), serviceOf("stripe", false)});
        world.health.setEndpoints({endpointOf("payment", "system"), endpointOf("edge", "cdn")});
        world.prometheusSays({});
        world.probe("payment/system", State::Healthy);
        world.probe("edge/cdn", State::Warning);
        world.update();
        const StateCounts counts = world.services.counts(world.clock.now());
        QCOMPARE(counts.total(), 4);
        QCOMPARE(counts.of(State::Healthy), 3);
        QCOMPARE(world.services.overall(world.clock.now()), State::Warning);
    }

    void alertsOfNoServiceCountThemselves()
    {
        World world({serviceOf("payment")});
        world.prometheusSays({alertOf("NodeDown", "nobody"), alertOf("DiskFull", "nobody", "warning"), alertOf("Watchdog", "nobody", "none"),
                              alertOf("LagGrows", "nobody", "warning", OriginAlert::State::Pending)});
        world.update();
        QVERIFY(world.services.find(QStringLiteral("payment"))->state != State::Critical);
        QCOMPARE(world.services.counts(world.clock.now()).of(State::Critical), 1);
        QCOMPARE(world.services.counts(world.clock.now()).of(State::Warning), 2);
        QCOMPARE(world.services.overall(world.clock.now()), State::Critical);
        world.prometheusSays({});
        world.update();
        QCOMPARE(world.services.counts(world.clock.now()).of(State::Critical), 0);

        World bare{};
        bare.prometheusSays({alertOf("NodeDown", "nobody")});
        bare.update();
        QCOMPARE(bare.services.overall(bare.clock.now()), State::Critical);
    }

    /// As the session has it: a long answer is taken in between events.
    void whatIsStillReadIsNotHealthy()
    {
        World world({serviceOf("payment")});
        world.alerts.setSliced(true);
        world.services.setSliced(true);
        std::vector<OriginAlert> many;
        for (int i = 0; i < 30'000; ++i) {
            many.push_back(alertOf("HighErrorRate", "payment"));
            many.back().labels.set(QStringLiteral("pod"), QString::number(i));
        }
        world.figures(world.services.queriesOf(QStringLiteral("payment")).requestRate, {{"payment", 10}});
        world.answer("main");
        world.alerts.apply(QStringLiteral("main"), std::make_shared<const PrometheusAlertsSnapshot>(PrometheusAlertsSnapshot{many, {}, {}}), world.clock.now(), world.clock.wall());
        world.update();
        QVERIFY(world.alerts.isBusy());
        QVERIFY(world.services.find(QStringLiteral("payment"))->state != State::Healthy);
        for (int looks = 0; world.services.find(QStringLiteral("payment"))->state != State::Critical && looks < 20'000; ++looks) {
            QVERIFY(world.services.find(QStringLiteral("payment"))->state == State::Blind);
            QTest::qWait(0);
            world.update();
        }
        QCOMPARE(world.services.find(QStringLiteral("payment"))->state, State::Critical);
    }

    void nothingAtAllIsBlind()
    {
        World world;
        world.sources.setSources({});
        world.update();
        QCOMPARE(world.services.overall(world.clock.now()), State::Blind);
        QVERIFY(world.services.queries().empty());
    }

    void allTilesShareTheirQueries()
    {
        World world({serviceOf("payment"), serviceOf("auth")});
        const ServiceQueries one = world.services.queriesOf(QStringLiteral("payment"));
        const ServiceQueries other = world.services.queriesOf(QStringLiteral("auth"));
        QCOMPARE(one.requestRate, other.requestRate);
        QCOMPARE(one.errorRatio, other.errorRatio);
        QCOMPARE(one.latency, other.latency);
        QCOMPARE(one.requestRate.length, std::chrono::milliseconds(1h));
        QCOMPARE(one.requestRate.step, std::chrono::milliseconds(15s));
        QCOMPARE(world.services.queries().size(), size_t(4));
    }

    void aCommitIsShownAtOnceAndStays()
    {
        World world({serviceOf("payment")});
        world.services.setCommit(QStringLiteral("payment"), QStringLiteral("4f1c9ae"));
        QCOMPARE(world.services.find(QStringLiteral("payment"))->commit, QStringLiteral("4f1c9ae"));
        QCOMPARE(world.judged("payment").commit, QStringLiteral("4f1c9ae"));
    }

    void anAlertFindsItsService()
    {
        World world({serviceOf("payment"), serviceOf("redis", false)});
        QCOMPARE(world.services.serviceOf(alertOf("Any", "payment").labels), QStringLiteral("payment"));
        QCOMPARE(world.services.serviceOf(alertOf("Any", "redis").labels), QStringLiteral("redis"));
        QCOMPARE(world.services.serviceOf(alertOf("Any", "other").labels), QString());
    }
};

WATCHFLOOR_TEST(TestServiceStore)
#include "tst_servicestore.moc"
