#include "models/alerts/alertkey.h"
#include "tests/alerts/alertbuilders.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

namespace {

OriginAlert numbered(int number, int word = 0)
{
    Labels labels = labelsOf(u"Alert%1"_s.arg(number % 7), u"service-%1"_s.arg(number % 11), number % 3 == 0 ? u"critical"_s : u"warning"_s);
    labels.set(u"pod"_s, u"pod-%1"_s.arg(number));
    OriginAlert alert = alertOf(labels, word % 5 == 4 ? OriginAlert::State::Suppressed : OriginAlert::State::Firing);
    if (alert.state == OriginAlert::State::Suppressed)
        alert.silencedBy << u"id"_s;
    alert.annotations.set(u"description"_s, u"word %1"_s.arg(word));
    alert.fingerprint = u"%1"_s.arg(number, 16, 16, QLatin1Char('0'));
    return alert;
}

std::shared_ptr<AlertmanagerSnapshot> snapshotOf(std::vector<OriginAlert> alerts, WallTime at)
{
    auto snapshot = std::make_shared<AlertmanagerSnapshot>();
    for (OriginAlert &alert : alerts)
        alert.endsAt = at + 4min;
    markAll(alerts);
    snapshot->alerts = std::move(alerts);
    snapshot->totalAlerts = snapshot->alerts.size();
    snapshot->serverTime = at;
    return snapshot;
}

/// Everything that a view can read of it.
QStringList shown(const AlertStore &store)
{
    QStringList lines;
    for (const Alert &alert : store.alerts())
        lines << u"%1 %2 %3 %4 %5"_s.arg(alert.fingerprint, alertStateName(alert.state), alert.labels.toString(), alert.annotations.toString(),
                                         alert.origins.join(u','))
                     + alert.silencedBy.join(u',');
    return lines;
}

} // namespace

/// Rounds are known by digests and worked through in slices; what comes out is what one look at everything would give.
class TestAlertAbsorption : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsToldAgainChangesNothing();
    void orderOfAnAnswerIsNothing_data();
    void orderOfAnAnswerIsNothing();
    void randomRoundsGiveWhatAFreshLookGives_data();
    void randomRoundsGiveWhatAFreshLookGives();
    void largeRoundsComeInSlices();
    void smallRoundsAreDoneAtOnce();
    void newerRoundReplacesTheOneThatWaits();
    void transitionsOfAStormAreToldOnce();
    void acknowledgedWhileUnderWay();
    void digestCoversEverythingButTheEnd_data();
    void digestCoversEverythingButTheEnd();
    void answerThatSaysThingsTwiceIsOne();
};

void TestAlertAbsorption::whatIsToldAgainChangesNothing()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 50; ++i)
        alerts.push_back(numbered(i));
    for (int round = 0; round < 4; ++round) {
        floor.clock.advance(5s);
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
        QCOMPARE(floor.changes, 1);
        QCOMPARE(floor.store.alerts().size(), size_t(50));
    }
}

void TestAlertAbsorption::orderOfAnAnswerIsNothing_data()
{
    QTest::addColumn<int>("rotated");
    QTest::addColumn<bool>("shuffled");
    QTest::newRow("one further") << 1 << false;
    QTest::newRow("far") << 900 << false;
    QTest::newRow("as a map gives it") << 0 << true;
}

void TestAlertAbsorption::orderOfAnAnswerIsNothing()
{
    QFETCH(int, rotated);
    QFETCH(bool, shuffled);
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 2'000; ++i)
        alerts.push_back(numbered(i));
    std::mt19937 random(7);
    for (int round = 0; round < 3; ++round) {
        floor.clock.advance(5s);
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
        QCOMPARE(floor.changes, 1);
        QCOMPARE(floor.store.count(AlertState::Firing), 2'000);
        std::rotate(alerts.begin(), alerts.begin() + rotated, alerts.end());
        if (shuffled)
            std::shuffle(alerts.begin(), alerts.end(), random);
    }
}

void TestAlertAbsorption::randomRoundsGiveWhatAFreshLookGives_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {3U, 11U, 2026U})
        QTest::addRow("seed %u", seed) << seed;
}

void TestAlertAbsorption::randomRoundsGiveWhatAFreshLookGives()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    std::map<int, int> world;
    for (int round = 0; round < 200; ++round) {
        for (int i = 0; i < 8; ++i) {
            const int number = int(random() % 60);
            if (random() % 3 == 0)
                world.erase(number);
            else
                world[number] = int(random() % 10);
        }
        std::vector<OriginAlert> alerts;
        for (const auto &[number, word] : world)
            alerts.push_back(numbered(number, word));
        if (random() % 4 == 0)
            std::shuffle(alerts.begin(), alerts.end(), random);
        floor.clock.advance(5s);
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
        // What is over is the first store's alone.
        for (const QString &line : shown(floor.store))
            if (!line.contains(u" firing ") && !line.contains(u" silenced "))
                floor.store.dismiss(line.section(u' ', 0, 0));
        Floor fresh;
        fresh.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
        fresh.alertmanager(alerts);
        QCOMPARE(shown(floor.store), shown(fresh.store));
        for (const auto &[number, word] : world)
            QVERIFY(floor.store.findByOrigin(numbered(number).fingerprint));
        QCOMPARE(floor.store.count(AlertState::Firing) + floor.store.count(AlertState::Silenced), int(world.size()));
    }
}

void TestAlertAbsorption::largeRoundsComeInSlices()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    floor.store.setSliced(true);
    QSignalSpy settled(&floor.store, &AlertStore::settled);
    constexpr int count = 60'000;
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < count; ++i)
        alerts.push_back(numbered(i));
    floor.sources.apply(amSource, {}, floor.clock.now());
    floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
    QVERIFY(floor.store.isBusy());
    QVERIFY(floor.store.alerts().empty());
    QVERIFY(settled.wait(30'000));
    QVERIFY(!floor.store.isBusy());
    QCOMPARE(floor.store.count(AlertState::Firing), count);
    QCOMPARE(floor.changes, 1);
    QCOMPARE(floor.moves.size(), size_t(count));
}

void TestAlertAbsorption::smallRoundsAreDoneAtOnce()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    floor.store.setSliced(true);
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 300; ++i)
        alerts.push_back(numbered(i));
    floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
    QCOMPARE(floor.store.count(AlertState::Firing), 300);
}

void TestAlertAbsorption::newerRoundReplacesTheOneThatWaits()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    floor.store.setSliced(true);
    QSignalSpy settled(&floor.store, &AlertStore::settled);
    const auto tell = [&floor](int from, int count) {
        std::vector<OriginAlert> alerts;
        for (int i = from; i < from + count; ++i)
            alerts.push_back(numbered(i));
        floor.clock.advance(1s);
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
    };
    tell(0, 60'000);
    tell(100'000, 10); // waits, and is never needed
    tell(0, 59'990);
    QVERIFY(settled.wait(30'000));
    QCOMPARE(floor.store.count(AlertState::Firing), 59'990);
    QVERIFY(!floor.store.findByOrigin(numbered(100'001).fingerprint));
}

/// Each alert is told of once with the state in which it ended, however many rounds came before its turn.
void TestAlertAbsorption::transitionsOfAStormAreToldOnce()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    floor.store.setSliced(true);
    QHash<QString, AlertState> known;
    QObject::connect(&floor.store, &AlertStore::transitioned, this, [&known](const Alert &alert, AlertState before) {
        QCOMPARE(known.value(alert.fingerprint, AlertState::Recovered), before);
        QVERIFY(alert.state != before);
        known[alert.fingerprint] = alert.state;
    });
    QSignalSpy settled(&floor.store, &AlertStore::settled);
    std::mt19937 random(5);
    for (int round = 0; round < 6; ++round) {
        std::vector<OriginAlert> alerts;
        for (int i = 0; i < 20'000; ++i)
            if (random() % 3 != 0)
                alerts.push_back(numbered(i, int(random() % 5)));
        floor.clock.advance(1s);
        floor.sources.apply(amSource, {}, floor.clock.now());
        floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
        if (round % 2 == 1)
            QVERIFY(settled.wait(30'000));
    }
    for (const Alert &alert : floor.store.alerts())
        QCOMPARE(known.value(alert.fingerprint, AlertState::Recovered), alert.state);
}

void TestAlertAbsorption::acknowledgedWhileUnderWay()
{
    Floor floor;
    floor.sources.setSources({spec(amSource, SourceKind::Alertmanager)});
    floor.alertmanager({numbered(1)});
    const QString fingerprint = floor.only().fingerprint;
    floor.store.setSliced(true);
    QSignalSpy settled(&floor.store, &AlertStore::settled);
    std::vector<OriginAlert> alerts;
    for (int i = 0; i < 60'000; ++i)
        alerts.push_back(numbered(i));
    floor.store.apply(amSource, snapshotOf(alerts, floor.clock.wall()), floor.clock.now(), floor.clock.wall());
    QVERIFY(floor.store.isBusy());
    floor.store.acknowledge(fingerprint, {u"mk"_s, {}, floor.clock.wall()});
    QCOMPARE(floor.store.find(fingerprint)->state, AlertState::Acknowledged);
    QVERIFY(settled.wait(30'000));
    QCOMPARE(floor.store.count(AlertState::Acknowledged), 1);
    QCOMPARE(floor.store.count(AlertState::Firing), 59'999);
}

void TestAlertAbsorption::digestCoversEverythingButTheEnd_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<bool>("counts");
    for (const auto &member : {u"labels"_s, u"annotations"_s, u"state"_s, u"startsAt"_s, u"generatorUrl"_s, u"fingerprint"_s, u"value"_s, u"silencedBy"_s,
                               u"inhibitedBy"_s, u"mutedBy"_s, u"receivers"_s})
        QTest::newRow(qPrintable(member)) << member << true;
    QTest::newRow("endsAt") << u"endsAt"_s << false;
}

void TestAlertAbsorption::digestCoversEverythingButTheEnd()
{
    QFETCH(QString, member);
    QFETCH(bool, counts);
    const OriginAlert before = numbered(1);
    OriginAlert after = before;
    const std::map<QString, std::function<void()>> changes{
        {u"labels"_s, [&] { after.labels.set(u"x"_s, u"y"_s); }},
        {u"annotations"_s, [&] { after.annotations.set(u"x"_s, u"y"_s); }},
        {u"state"_s, [&] { after.state = OriginAlert::State::Pending; }},
        {u"startsAt"_s, [&] { after.startsAt += 1ms; }},
        {u"generatorUrl"_s, [&] { after.generatorUrl = u"http://x"_s; }},
        {u"fingerprint"_s, [&] { after.fingerprint = u"x"_s; }},
        {u"value"_s, [&] { after.value = u"1"_s; }},
        {u"silencedBy"_s, [&] { after.silencedBy << u"x"_s; }},
        {u"inhibitedBy"_s, [&] { after.inhibitedBy << u"x"_s; }},
        {u"mutedBy"_s, [&] { after.mutedBy << u"x"_s; }},
        {u"receivers"_s, [&] { after.receivers << u"x"_s; }},
        {u"endsAt"_s, [&] { after.endsAt = WallTime(1s); }},
    };
    changes.at(member)();
    QCOMPARE(markOf(before).digest != markOf(after).digest, counts);
    QCOMPARE(markOf(before).key != markOf(after).key, member == u"labels");
}

void TestAlertAbsorption::answerThatSaysThingsTwiceIsOne()
{
    OriginAlert silenced = numbered(1, 4);
    std::vector<OriginAlert> alerts{silenced, numbered(2), numbered(1), numbered(2), numbered(3)};
    markAll(alerts);
    QCOMPARE(alerts.size(), size_t(3));
    QCOMPARE(alerts[0], numbered(1));
    QCOMPARE(alerts[1], numbered(2));
    QCOMPARE(alerts[2], numbered(3));
}

WATCHFLOOR_TEST(TestAlertAbsorption)
#include "tst_alertabsorption.moc"
