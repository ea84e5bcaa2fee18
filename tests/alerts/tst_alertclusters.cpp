#include "models/alerts/alertfilter.h"
#include "models/silences/clustersilence.h"
#include "models/silences/silencecounter.h"
#include "models/silences/silencepreview.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

using Told = OriginAlert::State;

namespace {

/// Two regions, each with a Prometheus and an Alertmanager of its own that know nothing of each other.
struct Regions
{
    Floor floor;

    Regions()
    {
        floor.sources.setSources({spec(u"p-eu"_s, SourceKind::Prometheus, u"http://p-eu:9090"_s), spec(u"p-us"_s, SourceKind::Prometheus, u"http://p-us:9090"_s),
                                  spec(u"am-eu"_s, SourceKind::Alertmanager, u"http://am-eu:9093"_s), spec(u"am-us"_s, SourceKind::Alertmanager, u"http://am-us:9093"_s)});
    }
    static QString regionOf(const QString &source) { return source.section(u'-', 1); }
    static Labels labelsIn(const QString &region)
    {
        Labels labels = labelsOf(u"HighErrorRate"_s);
        labels.set(u"region"_s, region);
        return labels;
    }
    /// "firing", "pending", "muted", "inhibited", "nothing": what the source says now.
    void say(const QString &source, const QString &word)
    {
        const bool raises = source.startsWith(u'p');
        std::vector<OriginAlert> alerts;
        if (word != u"nothing") {
            const Told state = word == u"pending" ? Told::Pending : word == u"firing" ? Told::Firing : Told::Suppressed;
            OriginAlert alert = alertOf(raises ? labelsOf(u"HighErrorRate"_s) : labelsIn(regionOf(source)), state);
            alert.generatorUrl = u"http://p-%1:9090/graph?g0.expr=up"_s.arg(regionOf(source));
            if (word == u"muted")
                alert.silencedBy << u"silence-"_s + source;
            if (word == u"inhibited")
                alert.inhibitedBy << u"4ef2e3bae3824f99"_s;
            alerts.push_back(alert);
        }
        floor.external = {{u"region"_s, regionOf(source)}};
        if (raises)
            floor.prometheus(alerts, source);
        else
            floor.alertmanager(alerts, source);
    }
    /// A minute without an answer of these; the others answer, with nothing new.
    void hide(const QStringList &hidden)
    {
        floor.clock.advance(60s);
        for (const QString &name : {u"p-eu"_s, u"p-us"_s, u"am-eu"_s, u"am-us"_s})
            if (!hidden.contains(name))
                floor.sources.apply(name, {}, floor.clock.now());
        floor.store.tick(floor.clock.now(), floor.clock.wall());
    }
};

Silence silenceOf(const QString &matchers)
{
    Silence silence;
    silence.id = u"id"_s;
    silence.matchers = *parseMatchers(matchers);
    return silence;
}

} // namespace

/// One alert that several clusters carry: each mutes its own, each labels its own.
class TestAlertClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void muteCountsForItsOwnCluster_data();
    void muteCountsForItsOwnCluster();
    void clockRunsWhileAnotherClusterMutes();
    void pairBehindOneAlertmanagerIsMutedTogether();
    void labelsAreToldAndNeverMixed();
    void everyTellingIsMatched_data();
    void everyTellingIsMatched();
    void aSecondAnswerConfirmsWithinTheSameMillisecond();
    void membersStayTogetherThroughASplit();
    void clusterNamedAsASourceHidesNone();
    void unreadableSilencesAreCounted();
    void tenantsByPath_data();
    void tenantsByPath();
};

void TestAlertClusters::muteCountsForItsOwnCluster_data()
{
    QTest::addColumn<QStringList>("words"); // of p-eu, p-us, am-eu and am-us; "blind" before a word: hidden after it said so
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, const QString &words, AlertState state) { QTest::newRow(name) << words.split(u", "_s) << int(state); };

    row("both fire", u"firing, firing, firing, firing"_s, AlertState::Firing);
    row("both muted", u"firing, firing, muted, muted"_s, AlertState::Silenced);
    row("one muted, the other notifies", u"firing, firing, firing, muted"_s, AlertState::Firing);
    row("one muted, the other blind", u"firing, firing, blind firing, muted"_s, AlertState::Firing);
    row("one muted, the other blind and had it muted", u"firing, firing, blind muted, muted"_s, AlertState::Firing);
    row("one muted, the other blind from the start", u"firing, firing, blind nothing, muted"_s, AlertState::Firing);
    row("one muted, the other was never sent it", u"firing, firing, nothing, muted"_s, AlertState::Firing);
    row("one inhibited, the other blind", u"firing, firing, blind firing, inhibited"_s, AlertState::Firing);
    row("the other is pending", u"pending, firing, nothing, muted"_s, AlertState::Pending);
    row("the other does not raise it", u"nothing, firing, nothing, muted"_s, AlertState::Silenced);
    row("the other region is out of sight", u"blind firing, firing, blind firing, muted"_s, AlertState::Unseen);
    row("the other Prometheus is out of sight, its Alertmanager lists nothing", u"blind firing, firing, nothing, muted"_s, AlertState::Unseen);
    row("the other Prometheus is out of sight, its Alertmanager mutes", u"blind firing, firing, muted, muted"_s, AlertState::Silenced);
    row("all Alertmanagers are blind", u"firing, firing, blind muted, blind muted"_s, AlertState::Firing);
    row("a blind one fired, the other is pending", u"blind firing, pending, nothing, nothing"_s, AlertState::Unseen);
    row("a blind one was pending, the other is", u"blind pending, pending, nothing, nothing"_s, AlertState::Pending);
    row("a blind one fired, and is notified", u"blind firing, pending, firing, nothing"_s, AlertState::Firing);
    row("a blind Alertmanager had it, the Prometheus is pending", u"pending, nothing, blind firing, nothing"_s, AlertState::Unseen);
}

void TestAlertClusters::muteCountsForItsOwnCluster()
{
    QFETCH(QStringList, words);
    QFETCH(int, state);
    QStringList names{u"p-eu"_s, u"p-us"_s, u"am-eu"_s, u"am-us"_s};
    std::vector<qsizetype> order{0, 1, 2, 3};
    do {
        Regions regions;
        // External labels are told before what carries them, as they are when the console has run a round.
        for (const QString &name : {names[0], names[1]})
            regions.say(name, u"nothing"_s);
        for (const qsizetype i : order)
            regions.say(names[i], words[i].section(u' ', -1));
        QStringList hidden;
        for (qsizetype i = 0; i < names.size(); ++i)
            if (words[i].startsWith(u"blind"))
                hidden << names[i];
        regions.hide(hidden);
        QCOMPARE(regions.floor.store.alerts().size(), size_t(1));
        QCOMPARE(int(regions.floor.state()), state);
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestAlertClusters::clockRunsWhileAnotherClusterMutes()
{
    Regions regions;
    for (const QString &name : {u"p-eu"_s, u"p-us"_s, u"am-eu"_s})
        regions.say(name, u"firing"_s);
    regions.say(u"am-us"_s, u"firing"_s);
    regions.floor.moves.clear();
    regions.hide({u"am-eu"_s});
    regions.floor.clock.advance(5s);
    regions.say(u"am-us"_s, u"muted"_s);
    regions.floor.clock.advance(5s);
    regions.say(u"p-eu"_s, u"firing"_s);
    regions.say(u"am-us"_s, u"muted"_s);
    QCOMPARE(regions.floor.state(), AlertState::Firing);
    QCOMPARE(regions.floor.only().heldFor, 0ms);
    QVERIFY(regions.floor.moves.empty());
}

/// The label that tells the two apart is dropped on the way, and the link names the one that sent last.
void TestAlertClusters::pairBehindOneAlertmanagerIsMutedTogether()
{
    Floor floor;
    floor.sources.setSources({spec(u"p-a"_s, SourceKind::Prometheus, u"http://a:9090"_s), spec(u"p-b"_s, SourceKind::Prometheus, u"http://b:9090"_s),
                              spec(amSource, SourceKind::Alertmanager, u"http://127.0.0.1:9093"_s)});
    for (const QString &replica : {u"a"_s, u"b"_s}) {
        floor.external = {{u"cluster"_s, u"eu-1"_s}, {u"replica"_s, replica}};
        floor.prometheus({alertOf(labelsOf(u"HighErrorRate"_s))}, u"p-"_s + replica);
    }
    Labels told = labelsOf(u"HighErrorRate"_s);
    told.set(u"cluster"_s, u"eu-1"_s);
    OriginAlert muted = alertOf(told, Told::Suppressed);
    muted.silencedBy << u"id"_s;
    for (const QString &sender : {u"a"_s, u"b"_s}) {
        muted.generatorUrl = u"http://%1:9090/graph"_s.arg(sender);
        floor.alertmanager({muted});
        QCOMPARE(floor.store.alerts().size(), size_t(1));
        QCOMPARE(floor.state(), AlertState::Silenced);
    }
}

void TestAlertClusters::labelsAreToldAndNeverMixed()
{
    std::vector<Alert> rows;
    for (const bool turned : {false, true}) {
        Regions regions;
        for (const QString &name : {u"p-eu"_s, u"p-us"_s})
            regions.say(name, u"firing"_s);
        for (const QString &name : turned ? QStringList{u"am-us"_s, u"am-eu"_s} : QStringList{u"am-eu"_s, u"am-us"_s})
            regions.say(name, u"firing"_s);
        rows.push_back(regions.floor.only());
    }
    QCOMPARE(rows.front().externalLabels, rows.back().externalLabels);
    QCOMPARE(rows.front().told, rows.back().told);
    QCOMPARE(rows.front().told, (std::vector{ToldLabels{u"am-eu"_s, {{u"region"_s, u"eu"_s}}}, ToldLabels{u"am-us"_s, {{u"region"_s, u"us"_s}}}}));
    QCOMPARE(rows.front().allLabels(), Regions::labelsIn(u"eu"_s));
}

void TestAlertClusters::everyTellingIsMatched_data()
{
    QTest::addColumn<QString>("matchers");
    QTest::addColumn<bool>("anywhere");
    QTest::addColumn<bool>("inEu");
    QTest::addColumn<bool>("inUs");

    QTest::newRow("one region") << u"region=\"eu\""_s << true << true << false;
    QTest::newRow("the other") << u"region=\"us\""_s << true << false << true;
    QTest::newRow("neither") << u"region=\"ap\""_s << false << false << false;
    QTest::newRow("not one region") << u"alertname=\"HighErrorRate\",region!=\"eu\""_s << true << false << true;
    QTest::newRow("by an own label") << u"service=\"payment\""_s << true << true << true;
    QTest::newRow("no telling has both") << u"region=\"eu\",region=\"us\""_s << false << false << false;
}

void TestAlertClusters::everyTellingIsMatched()
{
    QFETCH(QString, matchers);
    QFETCH(bool, anywhere);
    QFETCH(bool, inEu);
    QFETCH(bool, inUs);
    Regions regions;
    for (const QString &name : {u"p-eu"_s, u"p-us"_s, u"am-eu"_s, u"am-us"_s})
        regions.say(name, u"firing"_s);
    const Silence silence = silenceOf(matchers);
    const AlertRows &rows = regions.floor.store.alerts();
    const QStringList eu{u"am-eu"_s};
    const QStringList us{u"am-us"_s};
    QCOMPARE(!previewSilence(silence.matchers, rows).muted.empty(), anywhere);
    QCOMPARE(!previewSilence(silence.matchers, rows, &eu).muted.empty(), inEu);
    QCOMPARE(!previewSilence(silence.matchers, rows, &us).muted.empty(), inUs);
    SilenceCounter counter(regions.floor.store);
    counter.count({{u"eu"_s, silence.matchers, eu}, {u"us"_s, silence.matchers, us}});
    QCOMPARE(counter.of(u"eu"_s).value_or(SilenceCounter::Count()).open, inEu ? 1 : 0);
    QCOMPARE(counter.of(u"us"_s).value_or(SilenceCounter::Count()).open, inUs ? 1 : 0);
    const auto filter = parseAlertFilter({u'{' + matchers + u'}'});
    QVERIFY(filter);
    QCOMPARE(filter->matches(rows.front(), regions.floor.clock.wall()), anywhere);
}

void TestAlertClusters::aSecondAnswerConfirmsWithinTheSameMillisecond()
{
    Floor floor;
    SourceSpec first = spec(u"am-1"_s, SourceKind::Alertmanager);
    SourceSpec second = spec(u"am-2"_s, SourceKind::Alertmanager);
    first.cluster = second.cluster = u"eu"_s;
    floor.sources.setSources({first, second});
    const auto tell = [&floor](const QString &name, const std::vector<OriginAlert> &alerts) {
        floor.sources.apply(name, {}, floor.clock.now());
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.serverTime = floor.clock.wall();
        floor.store.apply(name, snapshot, floor.clock.now(), floor.clock.wall());
    };
    const OriginAlert alert = alertOf(labelsOf(u"A"_s));
    tell(u"am-1"_s, {alert});
    tell(u"am-2"_s, {});
    QVERIFY(!floor.only().disputed);
    tell(u"am-1"_s, {alert});
    QVERIFY(floor.only().disputed);
}

void TestAlertClusters::membersStayTogetherThroughASplit()
{
    Floor floor;
    const std::vector<SourceSpec> specs{spec(u"am-1"_s, SourceKind::Alertmanager), spec(u"am-2"_s, SourceKind::Alertmanager)};
    floor.sources.setSources(specs);
    const OriginAlert alert = alertOf(labelsOf(u"A"_s));
    const auto tell = [&floor](const QString &name, const QStringList &peers, const std::vector<OriginAlert> &alerts) {
        floor.clock.advance(1s);
        floor.sources.apply(name, {}, floor.clock.now());
        AlertmanagerSnapshot snapshot;
        snapshot.alerts = alerts;
        snapshot.clusterPeers = peers;
        snapshot.serverTime = floor.clock.wall();
        floor.store.apply(name, snapshot, floor.clock.now(), floor.clock.wall());
    };
    const QStringList both{u"10.0.0.1:9094"_s, u"10.0.0.2:9094"_s};
    tell(u"am-1"_s, both, {alert});
    tell(u"am-2"_s, both, {alert});
    QCOMPARE(floor.store.clusters().size(), size_t(1));
    for (int round = 0; round < 2; ++round) {
        tell(u"am-1"_s, both.mid(0, 1), {alert});
        tell(u"am-2"_s, both.mid(1, 1), {});
    }
    QCOMPARE(floor.store.clusters().size(), size_t(1));
    QVERIFY(floor.only().disputed);
    floor.sources.setSources(specs);
    tell(u"am-1"_s, both.mid(0, 1), {alert});
    tell(u"am-2"_s, both.mid(1, 1), {});
    QCOMPARE(floor.store.clusters().size(), size_t(2));
    QVERIFY(!floor.only().disputed);
}

void TestAlertClusters::clusterNamedAsASourceHidesNone()
{
    Floor floor;
    std::vector<SourceSpec> specs{spec(u"am-1"_s, SourceKind::Alertmanager), spec(u"am-2"_s, SourceKind::Alertmanager), spec(u"am-3"_s, SourceKind::Alertmanager)};
    specs[1].cluster = specs[2].cluster = u"am-1"_s;
    floor.sources.setSources(specs);
    for (const SourceSpec &source : specs) {
        Silence silence = silenceOf(u"service=\"payment\""_s);
        silence.id = u"of-"_s + source.name;
        floor.alertmanager({}, source.name, {silence});
    }
    const auto clusters = floor.store.clusters();
    QCOMPARE(clusters.size(), size_t(2));
    QCOMPARE(clusters.at(u"am-1"_s), QStringList(u"am-1"_s));
    QCOMPARE(clusters.at(u"am-2"_s), (QStringList{u"am-2"_s, u"am-3"_s}));
    QCOMPARE(clusterSilences(floor.store, floor.sources, floor.clock.now(), floor.clock.wall()).size(), size_t(3));
}

void TestAlertClusters::unreadableSilencesAreCounted()
{
    Floor floor;
    AlertmanagerSnapshot snapshot;
    snapshot.unreadSilences = 2;
    floor.store.apply(amSource, snapshot, floor.clock.now(), floor.clock.wall());
    QCOMPARE(floor.store.unreadSilences(), (std::map<QString, size_t>{{amSource, 2}}));
    QCOMPARE(floor.changes, 1);
    snapshot.unreadSilences = 0;
    floor.store.apply(amSource, snapshot, floor.clock.now(), floor.clock.wall());
    QVERIFY(floor.store.unreadSilences().empty());
    QCOMPARE(floor.changes, 2);
}

void TestAlertClusters::tenantsByPath_data()
{
    QTest::addColumn<QString>("generator");
    QTest::addColumn<QString>("expected"); // the tenant whose external labels are taken off

    QTest::newRow("the first") << u"http://proxy:9090/eu/graph?g0.expr=up"_s << u"eu"_s;
    QTest::newRow("the second") << u"http://proxy:9090/us/graph?g0.expr=up"_s << u"us"_s;
    QTest::newRow("a path under another") << u"http://proxy:9090/eu/deep/graph?g0.expr=up"_s << u"deep"_s;
    QTest::newRow("a name that begins alike") << u"http://proxy:9090/eu2/graph?g0.expr=up"_s << QString();
    QTest::newRow("no tenant of ours") << u"http://proxy:9090/ap/graph?g0.expr=up"_s << QString();
    QTest::newRow("another port") << u"http://proxy:9091/eu/graph?g0.expr=up"_s << QString();
}

void TestAlertClusters::tenantsByPath()
{
    QFETCH(QString, generator);
    QFETCH(QString, expected);
    const std::vector<std::pair<QString, QString>> tenants{{u"eu"_s, u"/eu"_s}, {u"us"_s, u"/us/"_s}, {u"deep"_s, u"/eu/deep"_s}};
    // Its label says one tenant, its link another: what the link says counts, where it is one of ours.
    for (const auto &tenant : tenants) {
        const QString &labelled = tenant.first;
        Floor floor;
        std::vector<SourceSpec> specs{spec(amSource, SourceKind::Alertmanager, u"http://127.0.0.1:9093"_s)};
        for (const auto &[name, path] : tenants)
            specs.push_back(spec(name, SourceKind::Prometheus, u"http://proxy:9090"_s + path));
        floor.sources.setSources(specs);
        for (const auto &[name, path] : tenants) {
            floor.external = {{u"tenant"_s, name}};
            floor.prometheus({}, name);
        }
        Labels labels = labelsOf(u"HighErrorRate"_s);
        labels.set(u"tenant"_s, labelled);
        OriginAlert alert = alertOf(labels);
        alert.generatorUrl = generator;
        floor.alertmanager({alert});
        QCOMPARE(floor.only().externalLabels.contains(u"tenant"), expected.isEmpty() || expected == labelled);
    }
}

WATCHFLOOR_TEST(TestAlertClusters)
#include "tst_alertclusters.moc"
