#include "tests/alertmanagers/watch.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// Two Alertmanagers in a gossip cluster, killed and cut off while silences are posted.
class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceOnOneIsSeenOnTheOther();
    void acknowledgedWithASilenceThatTheTeamSees();
    void silenceDiesWithAServerKilledBeforeItsSnapshot();
    void memberKilledWhileSilencesArePosted();
    void memberCutOffWhileSilencesArePosted();
    void alertThatOneMemberMissedIsDisputedAndKept();
    void splitBrainIsDisputedAndFires();
};

void TestCluster::silenceOnOneIsSeenOnTheOther()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 2);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"DiskFull"_s), 2, patience);
    QCOMPARE(watch.alerts().alerts().size(), size_t(1));
    // Nobody named the cluster: their status did.
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().clusters().size(), size_t(1), patience);
    const auto id = watch.post(u"am-1"_s, watch.silenceOf(*watch.row(u"DiskFull"_s)));
    QVERIFY(id.ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(1), patience);
    QCOMPARE(watch.alerts().silences(u"am-2"_s).front().id, *id);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Silenced) && !watch.row(u"DiskFull"_s)->disputed, patience);
}

void TestCluster::acknowledgedWithASilenceThatTheTeamSees()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s), namedAlert(u"Other"_s)}));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing) && watch.tellers(u"DiskFull"_s) == 2, patience);
    const QString fingerprint = watch.row(u"DiskFull"_s)->fingerprint;
    watch.session->acknowledge({.fingerprints = {fingerprint}, .comment = u"on it"_s, .length = std::chrono::hours(1), .silence = true});
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(1), patience);
    const Silence posted = watch.alerts().silences(u"am-1"_s).front();
    QCOMPARE(posted.matchers.size(), size_t(3));
    QCOMPARE(posted.createdBy, u"ab"_s);
    QCOMPARE(posted.comment, u"on it"_s);
    QCOMPARE(posted.endsAt, *watch.row(u"DiskFull"_s)->acknowledgement->until);
    QTRY_VERIFY_WITH_TIMEOUT(watch.row(u"DiskFull"_s)->silencedBy == QStringList(posted.id), patience);
    QCOMPARE(watch.row(u"DiskFull"_s)->state, AlertState::Acknowledged);
    QCOMPARE(watch.row(u"DiskFull"_s)->acknowledgement->silence, u"eu/"_s + posted.id);
    QCOMPARE(watch.row(u"Other"_s)->state, AlertState::Firing);
    // Letting go of it ends the silence.
    watch.session->unacknowledge(fingerprint);
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(0), patience);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    QCOMPARE(watch.failures, QStringList());
}

/// What Alertmanager had not written down is gone with it; nobody here goes on believing in it.
void TestCluster::silenceDiesWithAServerKilledBeforeItsSnapshot()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 1);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    QVERIFY(watch.post(u"am-1"_s, watch.silenceOf(*watch.row(u"DiskFull"_s))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Silenced), patience);
    servers.kill(0);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Unseen), patience);
    QVERIFY(servers.restart(0));
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    QCOMPARE(watch.activeSilences(u"am-1"_s), 0);
    QVERIFY(watch.row(u"DiskFull"_s)->silencedBy.isEmpty());
}

void TestCluster::memberKilledWhileSilencesArePosted()
{
    Alertmanagers servers;
    const std::vector<Labels> alerts = namedAlerts(6);
    QVERIFY(servers.startTold(2, alerts));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Firing), 6, patience);
    for (int i = 0; i < 6; ++i) {
        if (i == 2)
            servers.kill(0);
        const QString name = u"Alert%1"_s.arg(i);
        const auto id = watch.post(u"eu"_s, watch.silenceOf(*watch.row(name)));
        if (!id) {
            // It died with the question: that is said, and nothing is posted twice unasked.
            QCOMPARE(id.error().kind, Error::Kind::Blind);
            QCOMPARE(i, 2);
            QVERIFY(watch.post(u"eu"_s, watch.silenceOf(*watch.row(name))).ok());
        }
        QVERIFY(watch.row(name));
    }
    QTRY_COMPARE_WITH_TIMEOUT(watch.activeSilences(u"am-2"_s), 6, patience);
    QVERIFY(servers.restart(0));
    QVERIFY(servers.tell(0, alerts));
    QTRY_COMPARE_WITH_TIMEOUT(watch.activeSilences(u"am-1"_s), 6, patience);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Silenced), 6, patience);
    QCOMPARE(watch.alerts().alerts().size(), size_t(6));
}

void TestCluster::memberCutOffWhileSilencesArePosted()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"DiskFull"_s), 2, patience);
    servers.freeze(0);
    QTRY_VERIFY_WITH_TIMEOUT(!watch.isSeen(u"am-1"_s), patience);
    QCOMPARE(watch.row(u"DiskFull"_s)->state, AlertState::Firing);
    QTRY_COMPARE_WITH_TIMEOUT(watch.row(u"DiskFull"_s)->origins, QStringList(u"am-2"_s), patience);
    const auto id = watch.post(u"eu"_s, watch.silenceOf(*watch.row(u"DiskFull"_s)));
    servers.thaw(0);
    QVERIFY(id.ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.eachHasActiveSilences(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Silenced), patience);
}

void TestCluster::alertThatOneMemberMissedIsDisputedAndKept()
{
    Alertmanagers servers;
    QVERIFY(servers.start(2));
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 2);
    QTRY_VERIFY_WITH_TIMEOUT(watch.row(u"DiskFull"_s) && watch.row(u"DiskFull"_s)->disputed, patience);
    QCOMPARE(watch.row(u"DiskFull"_s)->state, AlertState::Firing);
    const auto told = watch.alerts().tellings(*watch.row(u"DiskFull"_s));
    QCOMPARE(told.size(), size_t(2));
    QVERIFY(told[0].origin == u"am-1" && told[0].lists && told[1].origin == u"am-2" && !told[1].lists);
    QVERIFY(servers.tell(1, {namedAlert(u"DiskFull"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(!watch.row(u"DiskFull"_s)->disputed, patience);
}

/// Members that should gossip and cannot: what one mutes the other tells of.
void TestCluster::splitBrainIsDisputedAndFires()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(2, {namedAlert(u"DiskFull"_s)}, Alertmanagers::Gossip::Apart));
    Watch watch(servers, 2, u"eu"_s);
    QTRY_COMPARE_WITH_TIMEOUT(watch.tellers(u"DiskFull"_s), 2, patience);
    QVERIFY(watch.post(u"eu"_s, watch.silenceOf(*watch.row(u"DiskFull"_s))).ok());
    QTRY_VERIFY_WITH_TIMEOUT(watch.row(u"DiskFull"_s)->disputed, patience);
    QCOMPARE(watch.row(u"DiskFull"_s)->state, AlertState::Firing);
    QCOMPARE(watch.row(u"DiskFull"_s)->silencedBy.size(), 1);
}

WATCHFLOOR_TEST(TestCluster)
#include "tst_cluster.moc"
