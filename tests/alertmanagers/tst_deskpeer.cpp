#include "models/alerts/alertmanagersource.h"
#include "models/core/format.h"
#include "tests/alertmanagers/watch.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;

/// What the desktop peer of Debian gets wrong over a real Alertmanager, done right.
class TestDeskPeer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severityNoneFirstHidesNothing();
    void silencingOneMutesThatOneAlone();
    void sixOfOneHostAndNameAreSixRows();
    void informationIsShown();
    void frozenServerIsMarkedWithItsLastGoodTime();
    void credentialsGoWithThePost();
};

void TestDeskPeer::severityNoneFirstHidesNothing()
{
    Alertmanagers servers;
    std::vector<Labels> alerts{{{u"alertname"_s, u"AAWatchdog"_s}, {u"severity"_s, u"none"_s}}};
    for (int i = 0; i < 7; ++i)
        alerts.push_back(namedAlert(u"Alert%1"_s.arg(i), i < 2 ? u"critical"_s : u"warning"_s));
    QVERIFY(servers.startTold(1, alerts));
    Watch watch(servers, 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().alerts().size(), size_t(8), patience);
    QCOMPARE(watch.alerts().alerts().front().severity, Severity::Critical);
    QCOMPARE(watch.row(u"AAWatchdog"_s)->severity, Severity::None);
}

void TestDeskPeer::silencingOneMutesThatOneAlone()
{
    Alertmanagers servers;
    std::vector<Labels> alerts;
    for (int i = 0; i < 200; ++i) {
        Labels labels = namedAlert(u"Alert%1"_s.arg(i % 10));
        labels.set(u"pod"_s, u"pod-%1"_s.arg(i));
        alerts.push_back(labels);
    }
    QVERIFY(servers.startTold(1, alerts));
    Watch watch(servers, 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Firing), 200, patience);
    const Alert chosen = watch.alerts().alerts()[77];
    const auto posted = watch.post(u"am-1"_s, watch.silenceOf(chosen));
    QVERIFY2(posted.ok(), qPrintable(posted.ok() ? QString() : Format::sentence(posted.error())));
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().count(AlertState::Silenced), 1, patience);
    QCOMPARE(watch.alerts().find(chosen.fingerprint)->state, AlertState::Silenced);
    QCOMPARE(watch.alerts().count(AlertState::Firing), 199);
}

void TestDeskPeer::sixOfOneHostAndNameAreSixRows()
{
    Alertmanagers servers;
    std::vector<Labels> alerts;
    for (int i = 0; i < 6; ++i) {
        Labels labels = namedAlert(u"PodCrash"_s);
        labels.set(u"instance"_s, u"node-1:9100"_s);
        labels.set(u"pod"_s, u"payment-%1"_s.arg(i));
        alerts.push_back(labels);
    }
    QVERIFY(servers.startTold(1, alerts));
    Watch watch(servers, 1);
    QTRY_COMPARE_WITH_TIMEOUT(watch.alerts().alerts().size(), size_t(6), patience);
    QCOMPARE(watch.alerts().alerts().front().labels.value(u"instance"), u"node-1:9100"_s);
}

void TestDeskPeer::informationIsShown()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"Notice"_s, u"info"_s)}));
    Watch watch(servers, 1);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"Notice"_s, AlertState::Firing), patience);
    QCOMPARE(watch.row(u"Notice"_s)->severity, Severity::Info);
}

void TestDeskPeer::frozenServerIsMarkedWithItsLastGoodTime()
{
    Alertmanagers servers;
    QVERIFY(servers.startTold(1, {namedAlert(u"DiskFull"_s)}));
    Watch watch(servers, 1);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
    servers.freeze(0);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Unseen), patience);
    QVERIFY(watch.row(u"DiskFull"_s)->endedAt);
    const SourceStatus *status = watch.session->stores().sources.find(u"am-1"_s);
    const auto lastGood = status->freshness.lastValid();
    QVERIFY(lastGood);
    QTRY_VERIFY_WITH_TIMEOUT(status->failures > 0, patience);
    // A failure does not replace the time of the last good answer.
    QCOMPARE(watch.session->stores().sources.find(u"am-1"_s)->freshness.lastValid(), lastGood);
    servers.thaw(0);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isIn(u"DiskFull"_s, AlertState::Firing), patience);
}

void TestDeskPeer::credentialsGoWithThePost()
{
    FaultServer server;
    QByteArray authorization;
    server.on(u"/api/v2/silences"_s, [&](const SeenRequest &request) {
        authorization = request.header("authorization");
        return Answer::json(R"({"silenceID":"abc"})");
    });
    const SystemClock clock;
    QUrl url = server.url();
    url.setUserName(u"ops"_s);
    url.setPassword(u"secret"_s);
    HttpClient http(HttpTarget{.base = url}, clock, nullptr);
    AlertmanagerSource source(http);
    Silence silence;
    silence.matchers = {*Matcher::make(u"alertname"_s, Matcher::Operator::Equal, u"A"_s)};
    silence.startsAt = clock.wall();
    silence.endsAt = clock.wall() + std::chrono::hours(1);
    silence.createdBy = u"ab"_s;
    silence.comment = u"a test"_s;
    source.postSilence(silence, &source, [](const Result<QString> &) {});
    QTRY_VERIFY_WITH_TIMEOUT(!authorization.isEmpty(), patience);
    QCOMPARE(authorization, "Basic " + QByteArray("ops:secret").toBase64());
}

WATCHFLOOR_TEST(TestDeskPeer)
#include "tst_deskpeer.moc"
