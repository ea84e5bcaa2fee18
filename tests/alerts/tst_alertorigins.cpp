#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Told = OriginAlert::State;

namespace {

const QString second = QStringLiteral("am-2");
const QString third = QStringLiteral("am-3");

OriginAlert silencedOf(const Labels &labels)
{
    OriginAlert alert = alertOf(labels, Told::Suppressed);
    alert.silencedBy << QStringLiteral("id");
    return alert;
}

/// Alertmanagers am-1, am-2 and am-3 without a Prometheus; which of them are one cluster, the test says.
struct Members
{
    Floor floor;
    std::map<QString, QStringList> peers;

    explicit Members(const QStringList &clusters = {u"eu"_s, u"eu"_s, {}})
    {
        std::vector<SourceSpec> specs{spec(amSource, SourceKind::Alertmanager), spec(second, SourceKind::Alertmanager), spec(third, SourceKind::Alertmanager)};
        for (size_t i = 0; i < specs.size(); ++i)
            specs[i].cluster = clusters[qsizetype(i)];
        floor.sources.setSources(specs);
    }
    void tell(const QString &name, const std::vector<OriginAlert> &alerts)
    {
        floor.clock.advance(1s);
        floor.sources.apply(name, {}, floor.clock.now());
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.totalAlerts = alerts.size();
        snapshot.serverTime = floor.clock.wall();
        snapshot.clusterPeers = peers[name];
        floor.store.apply(name, snapshot, floor.clock.now(), floor.clock.wall());
    }
    const Alert &only() const { return floor.only(); }
    QString told() const
    {
        QStringList lines;
        for (const AlertTelling &telling : floor.store.tellings(only()))
            lines << telling.origin + (!telling.lists ? u" lists it not"_s : telling.state == Told::Suppressed ? u" suppressed"_s : u" firing"_s);
        return lines.join(u", ");
    }
};

} // namespace

/// Many origins, one list: clusters and their members told apart, one row for one alert, nothing lost when they differ.
class TestAlertOrigins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clustersOfTheWorkspaceAndOfTheStatus_data();
    void clustersOfTheWorkspaceAndOfTheStatus();
    void memberThatDoesNotListIsDisputed();
    void memberAskedBeforeIsNoDispute();
    void firingWinsOverSuppressed();
    void hiddenMemberDisputesNothing();
    void membersOfTwoClustersDoNotDispute();
    void memberThatDropsItIsDisputedUntilTheOthersDo();
    void memberCountsOnce();
    void worstSeverityIsTheRow();
    void severitiesOfOneOriginAreTwoRows();
    void severitiesInDifferentStatesStayApart();
    void lesserSeverityComesBackWhenTheWorstEnds();
    void twoExternalLabelsOfOneOriginAreTwoTellings();
    void foundByTheFingerprintsOfOrigins();
    void labelsAsEachOriginHasThem();
};

void TestAlertOrigins::clustersOfTheWorkspaceAndOfTheStatus_data()
{
    QTest::addColumn<QStringList>("named");
    QTest::addColumn<QStringList>("peers"); // of each of the three, spaces between
    QTest::addColumn<QString>("expected");

    const QStringList none{{}, {}, {}};
    QTest::newRow("nothing said: each for itself") << none << none << u"am-1: am-1; am-2: am-2; am-3: am-3"_s;
    QTest::newRow("named") << QStringList{u"eu"_s, u"eu"_s, u"us"_s} << none << u"eu: am-1 am-2; us: am-3"_s;
    QTest::newRow("peers overlap") << none << QStringList{u"a b"_s, u"b a"_s, u"c"_s} << u"am-1: am-1 am-2; am-3: am-3"_s;
    QTest::newRow("over a third") << none << QStringList{u"a b"_s, u"c d"_s, u"b c"_s} << u"am-1: am-1 am-2 am-3"_s;
    QTest::newRow("named apart, though peers overlap") << QStringList{u"eu"_s, u"us"_s, {}} << QStringList{u"a"_s, u"a"_s, {}}
                                                       << u"am-3: am-3; eu: am-1; us: am-2"_s;
    QTest::newRow("one of them named") << QStringList{u"eu"_s, {}, {}} << QStringList{u"a b"_s, u"a b"_s, {}} << u"am-3: am-3; eu: am-1 am-2"_s;
}

void TestAlertOrigins::clustersOfTheWorkspaceAndOfTheStatus()
{
    QFETCH(QStringList, named);
    QFETCH(QStringList, peers);
    QFETCH(QString, expected);
    Members members(named);
    const QStringList names{amSource, second, third};
    for (qsizetype i = 0; i < names.size(); ++i) {
        members.peers[names[i]] = peers[i].split(u' ', Qt::SkipEmptyParts);
        members.tell(names[i], {});
    }
    QStringList told;
    for (const auto &[cluster, list] : members.floor.store.clusters())
        told << cluster + u": "_s + list.join(u' ');
    QCOMPARE(told.join(u"; "), expected);
}

void TestAlertOrigins::memberThatDoesNotListIsDisputed()
{
    Members members;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s))};
    members.tell(amSource, alerts);
    members.tell(second, {});
    members.tell(amSource, alerts);
    QVERIFY(members.only().disputed);
    QCOMPARE(members.floor.state(), AlertState::Firing);
    QCOMPARE(members.told(), u"am-1 firing, am-2 lists it not"_s);
    members.tell(second, alerts);
    QVERIFY(!members.only().disputed);
    QCOMPARE(members.told(), u"am-1 firing, am-2 firing"_s);
}

/// Members are asked one after the other: what is new has not reached the answer of the one asked before.
void TestAlertOrigins::memberAskedBeforeIsNoDispute()
{
    Members members;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s))};
    members.tell(second, {});
    members.tell(amSource, alerts);
    QVERIFY(!members.only().disputed);
    members.tell(second, alerts);
    members.tell(amSource, alerts);
    members.tell(second, alerts);
    QVERIFY(!members.only().disputed);
}

void TestAlertOrigins::firingWinsOverSuppressed()
{
    Members members;
    for (int round = 0; round < 2; ++round) {
        members.tell(amSource, {silencedOf(labelsOf(u"A"_s))});
        members.tell(second, {alertOf(labelsOf(u"A"_s))});
    }
    members.tell(amSource, {silencedOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.state(), AlertState::Firing);
    QVERIFY(members.only().disputed);
    QCOMPARE(members.told(), u"am-1 suppressed, am-2 firing"_s);
    members.tell(second, {silencedOf(labelsOf(u"A"_s))});
    members.tell(amSource, {silencedOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.state(), AlertState::Silenced);
    QVERIFY(!members.only().disputed);
}

void TestAlertOrigins::hiddenMemberDisputesNothing()
{
    Members members;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s))};
    members.tell(amSource, alerts);
    members.tell(second, {});
    members.tell(amSource, alerts);
    QVERIFY(members.only().disputed);
    for (int i = 0; i < 25; ++i)
        members.tell(amSource, alerts);
    QVERIFY(!members.only().disputed);
    QCOMPARE(members.told(), u"am-1 firing"_s);
}

void TestAlertOrigins::membersOfTwoClustersDoNotDispute()
{
    Members members;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s))};
    for (int round = 0; round < 2; ++round) {
        members.tell(third, alerts);
        members.tell(amSource, {});
        members.tell(second, {});
    }
    QVERIFY(!members.only().disputed);
    QCOMPARE(members.told(), u"am-3 firing"_s);
}

void TestAlertOrigins::memberThatDropsItIsDisputedUntilTheOthersDo()
{
    Members members;
    const std::vector<OriginAlert> alerts{alertOf(labelsOf(u"A"_s))};
    for (int round = 0; round < 2; ++round) {
        members.tell(amSource, alerts);
        members.tell(second, alerts);
    }
    members.tell(amSource, {});
    QVERIFY(!members.only().disputed);
    QCOMPARE(members.floor.state(), AlertState::Firing);
    members.tell(second, alerts);
    members.tell(amSource, {});
    QVERIFY(members.only().disputed);
    members.tell(second, {});
    QVERIFY(!members.only().disputed);
    QVERIFY(members.floor.state() != AlertState::Firing);
}

void TestAlertOrigins::memberCountsOnce()
{
    Members members;
    members.tell(amSource, {alertOf(labelsOf(u"A"_s)), alertOf(labelsOf(u"A"_s))});
    members.tell(second, {alertOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.store.alerts().size(), size_t(1));
    QCOMPARE(members.only().origins, QStringList({amSource, second}));
    QCOMPARE(members.floor.store.count(AlertState::Firing), 1);
}

/// The same alert from three sources with different severities.
void TestAlertOrigins::worstSeverityIsTheRow()
{
    Members members;
    members.tell(amSource, {alertOf(labelsOf(u"A"_s, u"payment"_s, u"warning"_s))});
    members.tell(third, {alertOf(labelsOf(u"A"_s, u"payment"_s, u"critical"_s))});
    members.tell(second, {alertOf(labelsOf(u"A"_s, u"payment"_s, u"info"_s))});
    QCOMPARE(members.floor.store.alerts().size(), size_t(1));
    QCOMPARE(members.only().severity, Severity::Critical);
    QCOMPARE(members.only().origins, QStringList({amSource, second, third}));
    QCOMPARE(members.floor.store.count(AlertState::Firing), 1);
    QCOMPARE(members.floor.store.tellings(members.only()).size(), size_t(3));
    QCOMPARE(members.floor.moves.size(), size_t(2)); // the warning, and what is worse; the third is no news
}

void TestAlertOrigins::severitiesOfOneOriginAreTwoRows()
{
    Members members;
    const std::vector<OriginAlert> both{alertOf(labelsOf(u"A"_s, u"payment"_s, u"warning"_s)), alertOf(labelsOf(u"A"_s))};
    members.tell(amSource, both);
    members.tell(third, {both.front()});
    QCOMPARE(members.floor.store.alerts().size(), size_t(2));
    QCOMPARE(members.floor.store.alerts()[1].origins, QStringList({amSource, third}));
}

void TestAlertOrigins::severitiesInDifferentStatesStayApart()
{
    Members members;
    members.tell(amSource, {alertOf(labelsOf(u"A"_s, u"payment"_s, u"warning"_s))});
    members.tell(third, {silencedOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.store.alerts().size(), size_t(2));
    QCOMPARE(members.floor.store.count(AlertState::Firing), 1);
    members.tell(third, {alertOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.store.alerts().size(), size_t(1));
    members.tell(third, {silencedOf(labelsOf(u"A"_s))});
    QCOMPARE(members.floor.store.alerts().size(), size_t(2));
}

void TestAlertOrigins::lesserSeverityComesBackWhenTheWorstEnds()
{
    Members members;
    members.tell(amSource, {alertOf(labelsOf(u"A"_s, u"payment"_s, u"warning"_s))});
    const QString warning = members.only().fingerprint;
    members.tell(third, {alertOf(labelsOf(u"A"_s))});
    const QString critical = members.only().fingerprint;
    QVERIFY(warning != critical);
    QCOMPARE(members.floor.store.find(warning), &members.only());
    members.tell(third, {});
    QCOMPARE(members.floor.store.alerts().size(), size_t(2));
    QCOMPARE(members.floor.store.find(warning)->state, AlertState::Firing);
    QCOMPARE(members.floor.store.find(warning)->origins, QStringList(amSource));
    QVERIFY(members.floor.store.find(critical)->state != AlertState::Firing);
}

/// Two replicas of a Prometheus whose label nobody dropped: one silenced, one not. The one that fires counts.
void TestAlertOrigins::twoExternalLabelsOfOneOriginAreTwoTellings()
{
    Floor floor;
    floor.sources.setSources({spec(u"prom-a"_s, SourceKind::Prometheus, u"http://a:9090"_s), spec(u"prom-b"_s, SourceKind::Prometheus, u"http://b:9090"_s),
                              spec(amSource, SourceKind::Alertmanager)});
    std::vector<OriginAlert> both;
    for (const QString &replica : {u"a"_s, u"b"_s}) {
        floor.external = {{u"replica"_s, replica}};
        floor.prometheus({}, u"prom-"_s + replica);
        Labels labels = labelsOf(u"A"_s);
        labels.set(u"replica"_s, replica);
        both.push_back(replica == u"a" ? silencedOf(labels) : alertOf(labels));
        both.back().generatorUrl = u"http://%1:9090/graph"_s.arg(replica);
    }
    for (const bool turned : {false, true}) {
        if (turned)
            std::swap(both.front(), both.back());
        floor.alertmanager(both);
        QCOMPARE(floor.store.alerts().size(), size_t(1));
        QCOMPARE(floor.state(), AlertState::Firing);
        QCOMPARE(floor.only().origins, QStringList(amSource));
        QCOMPARE(floor.store.labelsAt(floor.only(), amSource).size(), size_t(2));
    }
    std::erase_if(both, [](const OriginAlert &alert) { return alert.state == Told::Firing; });
    floor.alertmanager(both);
    QCOMPARE(floor.state(), AlertState::Silenced);
}

void TestAlertOrigins::foundByTheFingerprintsOfOrigins()
{
    Floor floor;
    OriginAlert cause = alertOf(labelsOf(u"Cause"_s));
    cause.fingerprint = u"4ef2e3bae3824f99"_s;
    OriginAlert other = alertOf(labelsOf(u"Other"_s));
    other.fingerprint = u"not a number"_s;
    floor.alertmanager({cause, other});
    QCOMPARE(floor.store.findByOrigin(cause.fingerprint)->name(), u"Cause"_s);
    QCOMPARE(floor.store.findByOrigin(other.fingerprint)->name(), u"Other"_s);
    QVERIFY(!floor.store.findByOrigin(u"4ef2e3bae3824f98"_s));
    QVERIFY(!floor.store.findByOrigin({}));
    floor.alertmanager({other});
    QVERIFY(!floor.store.findByOrigin(cause.fingerprint));
}

void TestAlertOrigins::labelsAsEachOriginHasThem()
{
    Floor floor;
    floor.external = {{u"cluster"_s, u"eu-1"_s}};
    floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))});
    Labels told = labelsOf(u"HighErrorRate"_s);
    told.set(u"cluster"_s, u"eu-1"_s);
    floor.alertmanager({alertOf(told)});
    QCOMPARE(floor.store.labelsAt(floor.only(), amSource), std::vector{told});
    QCOMPARE(floor.store.labelsAt(floor.only(), mainSource), std::vector{labelsOf(u"HighErrorRate"_s)});
    QVERIFY(floor.store.labelsAt(floor.only(), u"nobody"_s).empty());
}

WATCHFLOOR_TEST(TestAlertOrigins)
#include "tst_alertorigins.moc"
