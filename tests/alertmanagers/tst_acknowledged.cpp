#include "models/session/acknowledgementfile.h"
#include "tests/alertmanagers/watch.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Acknowledged with a silence in a real Alertmanager, which mutes it there.
bool take(Watch &watch, const QString &name, std::optional<std::chrono::milliseconds> length = {})
{
    if (!QTest::qWaitFor([&] { return watch.isIn(name, AlertState::Firing); }, patience))
        return false;
    watch.session->acknowledge({.fingerprints = {watch.row(name)->fingerprint}, .comment = u"on it"_s, .length = length, .silence = true, .owner = u"jo"_s});
    return QTest::qWaitFor([&] { return watch.activeSilences(u"am-1"_s) == 1 && watch.isIn(name, AlertState::Acknowledged) && !watch.row(name)->silencedBy.isEmpty(); }, patience);
}

} // namespace

/// An acknowledgement that the team sees ends by itself, and its silence with it.
class TestAcknowledged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhenTheAlertDoes();
    void endsWithItsTime();
    void aWorseOneIsNobodysYet();
    void lastsAsLongAsThePolicySays();
};

void TestAcknowledged::endsWhenTheAlertDoes()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 1);
    QVERIFY(take(watch, u"DiskFull"_s));
    const Silence posted = watch.alerts().silences(u"am-1"_s).front();
    QCOMPARE(posted.createdBy, u"jo"_s);
    QCOMPARE(posted.comment, u"on it"_s);
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s)}, true));
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Recovered), patience);
    QTRY_COMPARE_WITH_TIMEOUT(watch.activeSilences(u"am-1"_s), 0, patience);
    QVERIFY(loadAcknowledgements(watch.folder.path())->empty());
    // It comes again, and nobody has looked at that.
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    QVERIFY(!watch.row(u"DiskFull"_s)->acknowledgement);
    QCOMPARE(watch.failures, QStringList());
}

void TestAcknowledged::endsWithItsTime()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 1);
    QVERIFY(take(watch, u"DiskFull"_s, 6s));
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    QCOMPARE(watch.activeSilences(u"am-1"_s), 0);
    QTRY_VERIFY_WITH_TIMEOUT(loadAcknowledgements(watch.folder.path())->empty(), patience);
}

/// Who took on a warning did not take on a page, and the silence of the warning does not mute it.
void TestAcknowledged::aWorseOneIsNobodysYet()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s, u"warning"_s)}));
    Watch watch(servers, 1);
    QVERIFY(take(watch, u"DiskFull"_s));
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s, u"critical"_s)}));
    QVERIFY(servers.tell(0, {namedAlert(u"DiskFull"_s, u"warning"_s)}, true));
    const auto worse = [&watch]() -> const Alert * {
        for (const Alert &alert : watch.alerts().alerts())
            if (alert.severity == Severity::Critical)
                return &alert;
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(worse() && worse()->state == AlertState::Firing, patience);
    QVERIFY(!worse()->acknowledgement);
    QVERIFY(worse()->silencedBy.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(watch.activeSilences(u"am-1"_s), 0, patience);
    QVERIFY(loadAcknowledgements(watch.folder.path())->empty());
}

void TestAcknowledged::lastsAsLongAsThePolicySays()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 1);
    Workspace workspace = watch.session->stores().workspace();
    workspace.alertPolicy.acknowledgeSilence = 90min;
    watch.session->replaceWorkspace(workspace);
    QVERIFY(take(watch, u"DiskFull"_s));
    const Silence posted = watch.alerts().silences(u"am-1"_s).front();
    QCOMPARE(posted.endsAt, watch.row(u"DiskFull"_s)->acknowledgement->at + 90min);
}

WATCHFLOOR_TEST(TestAcknowledged)
#include "tst_acknowledged.moc"
