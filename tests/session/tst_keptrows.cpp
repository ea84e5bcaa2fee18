#include "models/session/keptrowsfile.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Alert rowOf(const QString &name, AlertState state)
{
    Alert alert;
    alert.labels = {{u"alertname"_s, name}, {u"service"_s, u"payment"_s}, {u"severity"_s, u"critical"_s}};
    alert.annotations = {{u"summary"_s, u"As it was"_s}};
    alert.state = state;
    alert.startsAt = WallTime(1'795'230'000'000ms);
    alert.firingSince = WallTime(1'795'230'030'000ms);
    alert.endedAt = WallTime(1'795'230'600'000ms);
    alert.origins = QStringList{u"am"_s, u"main"_s};
    return alert;
}

AlertState stateOf(const Session &session)
{
    const auto &alerts = session.stores().alerts.alerts();
    return alerts.size() == 1 ? alerts.front().state : AlertState::Pending;
}

} // namespace

/// What vanished or cannot be seen stays until somebody dismisses it, over the console's end too.
class TestKeptRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void whatVanishedIsThereInTheNextConsole();
    void whatCannotBeSeenIsThereUntilItCan();
    void unseenOfASourceThatIsGoneStays();
    void whatWasDismissedStaysAway();
    void everythingOfARowComesBack();
    void aDamagedFileIsSaid();
};

void TestKeptRows::whatVanishedIsThereInTheNextConsole()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    QString fingerprint;
    {
        const auto session = floor.start();
        QTRY_COMPARE(stateOf(*session), AlertState::Firing);
        fingerprint = onlyFingerprint(*session);
        floor.prometheus.firing.clear(); // and no series answers for it
        QTRY_COMPARE(stateOf(*session), AlertState::Vanished);
    }
    for (int start = 0; start < 2; ++start) {
        Session session(floor.workspace, floor.clock, floor.options());
        QSignalSpy told(&session.stores().alerts, &AlertStore::transitioned);
        session.start();
        QCOMPARE(stateOf(session), AlertState::Vanished);
        QCOMPARE(onlyFingerprint(session), fingerprint);
        QTRY_VERIFY(isSeen(session, "main") && isSeen(session, "am"));
        QCOMPARE(stateOf(session), AlertState::Vanished);
        QVERIFY(told.isEmpty());
    }
    floor.prometheus.firing = {highErrorRate};
    const auto session = floor.start();
    QTRY_COMPARE(stateOf(*session), AlertState::Firing);
}

void TestKeptRows::whatCannotBeSeenIsThereUntilItCan()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    {
        const auto session = floor.start();
        QTRY_COMPARE(stateOf(*session), AlertState::Firing);
        floor.prometheus.fault = Answer::error(503);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*session), AlertState::Unseen, 10'000);
        QTRY_COMPARE(loadKeptRows(floor.folder.data())->size(), size_t(1));
    }
    {
        const auto session = floor.start();
        QCOMPARE(stateOf(*session), AlertState::Unseen);
        QTRY_VERIFY(isSeen(*session, "am"));
        QCOMPARE(stateOf(*session), AlertState::Unseen);
        // What sees again tells what became of it.
        floor.prometheus.firing.clear();
        floor.prometheus.fault.reset();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*session), AlertState::Vanished, 10'000);
    }
    std::optional<std::vector<Episode>> lives;
    Session session(floor.workspace, floor.clock, floor.options());
    session.searchEpisodes({}, this, [&lives](const Result<std::vector<Episode>> &found) { lives = found.ok() ? *found : std::vector<Episode>(); });
    QTRY_VERIFY(lives);
    QCOMPARE(lives->size(), size_t(1)); // of both consoles one life
    QCOMPARE(lives->front().state, AlertState::Vanished);
}

void TestKeptRows::unseenOfASourceThatIsGoneStays()
{
    ShopFloor floor;
    Alert row = rowOf(u"Lost"_s, AlertState::Unseen);
    row.origins = QStringList{u"taken-away"_s};
    QVERIFY(saveKeptRows(floor.folder.data(), {row}).ok());
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "main") && isSeen(*session, "am"));
    QSignalSpy ticked(session.get(), &Session::ticked);
    QTRY_VERIFY(ticked.size() >= 2);
    QCOMPARE(stateOf(*session), AlertState::Unseen);
    session->dismiss(onlyFingerprint(*session));
    QVERIFY(session->stores().alerts.alerts().empty());
}

void TestKeptRows::whatWasDismissedStaysAway()
{
    ShopFloor floor;
    QVERIFY(saveKeptRows(floor.folder.data(), {rowOf(u"Gone"_s, AlertState::Vanished)}).ok());
    {
        const auto session = floor.start();
        QCOMPARE(stateOf(*session), AlertState::Vanished);
        session->dismiss(onlyFingerprint(*session));
    }
    QVERIFY(loadKeptRows(floor.folder.data())->empty());
    const auto session = floor.start();
    QVERIFY(session->stores().alerts.alerts().empty());
}

void TestKeptRows::everythingOfARowComesBack()
{
    const QTemporaryDir folder;
    QVERIFY(loadKeptRows(folder.path())->empty());
    Alert row = rowOf(u"Gone"_s, AlertState::Vanished);
    row.externalLabels = {{u"cluster"_s, u"eu"_s}};
    row.heldFor = 90s;
    row.receivers = QStringList{u"page"_s};
    row.generatorUrl = u"http://p:9090/graph"_s;
    QVERIFY(saveKeptRows(folder.path(), {row}).ok());
    const auto read = loadKeptRows(folder.path());
    QCOMPARE(read->size(), size_t(1));
    QVERIFY(read->front() == row);
}

void TestKeptRows::aDamagedFileIsSaid()
{
    ShopFloor floor;
    floor.folder.write(u"data/rows.json"_s, "[{\"lab");
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy failed(&session, &Commands::failed);
    session.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(session.stores().alerts.alerts().empty());
}

WATCHFLOOR_TEST(TestKeptRows)
#include "tst_keptrows.moc"
