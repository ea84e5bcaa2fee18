#include "models/alerts/alertmanagersource.h"
#include "models/alerts/alertmanagerjson.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString alertsPath = u"/api/v2/alerts"_s;
const QString silencesPath = u"/api/v2/silences"_s;
const QString statusPath = u"/api/v2/status"_s;
const QString idPath = u"/api/v2/silence/x-1"_s;

const QByteArray alertsBody = R"([{"labels":{"alertname":"A"},"status":{"state":"active","silencedBy":[],"inhibitedBy":[]}}])";
const QByteArray statusBody = R"({"cluster":{"status":"disabled"},"uptime":"2026-11-21T02:00:00.000Z","versionInfo":{"version":"0.25.0"}})";

/// A server with a source over it.
struct Rig
{
    FakeClock clock;
    FaultServer server;
    HttpClient http{{.base = server.url(), .credentials = {}, .tls = {}, .headers = {}}, clock, std::make_shared<SystemSecretResolver>()};
    AlertmanagerSource source{http};
    QSignalSpy finished{&source, &AlertmanagerSource::finished};
    QSignalSpy failed{&source, &AlertmanagerSource::failed};
    std::optional<Result<QString>> result;

    Rig()
    {
        server.on(alertsPath, Answer::json(alertsBody));
        server.on(silencesPath, Answer::json("[]"));
        server.on(statusPath, Answer::json(statusBody));
    }
    auto take()
    {
        return [this](Result<QString> answer) { result.emplace(std::move(answer)); };
    }
};

Silence silence()
{
    Silence made;
    made.matchers = *parseMatchers(u"alertname=\"A\", instance=\"a:1\"");
    made.startsAt = WallTime(1'795'230'000'000ms);
    made.endsAt = made.startsAt + 2h;
    made.createdBy = u"mk"_s;
    made.comment = u"known"_s;
    return made;
}

QByteArray stored(Silence made, const QByteArray &state = "active")
{
    made.id = u"x-1"_s;
    QByteArray body = silenceJson(made);
    body.chop(1);
    return body + ",\"status\":{\"state\":\"" + state + "\"}}";
}

}

class TestAlertmanagerSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeAnswersAreOneRound();
    void anyFailureFailsTheRound_data();
    void anyFailureFailsTheRound();
    void roundUnderWayIsNotStartedAgain();
    void silenceIsPostedAndReadBack();
    void silenceThatDoesNotStandIsNoSuccess_data();
    void silenceThatDoesNotStandIsNoSuccess();
    void silenceThatCannotBeReadBackMayStand();
    void oldVersionThatTurnsAMatcherRoundIsEnded();
    void editSendsBackTheStoredStart();
    void refusalSaysWhy();
    void postIsNeverRedirected();
    void invalidSilenceIsNeverSent();
    void expires_data();
    void expires();
    void hostileIdsAreNotAsked();
};

void TestAlertmanagerSource::threeAnswersAreOneRound()
{
    Rig rig;
    rig.server.on(silencesPath, Answer::json('[' + stored(silence()) + ']'));
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
    const auto snapshot = *rig.finished[0][0].value<std::shared_ptr<AlertmanagerSnapshot>>();
    QCOMPARE(snapshot.alerts.size(), size_t(1));
    QCOMPARE(snapshot.totalAlerts, size_t(1));
    QCOMPARE(snapshot.silences.front().id, u"x-1"_s);
    QCOMPARE(snapshot.version, u"0.25.0"_s);
    QCOMPARE(snapshot.clusterStatus, u"disabled"_s);
    QVERIFY(snapshot.startedAt);
    QCOMPARE(rig.failed.size(), 0);
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 2);
}

void TestAlertmanagerSource::anyFailureFailsTheRound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("kind");
    const QStringList paths{alertsPath, silencesPath, statusPath};
    for (const QString &path : paths) {
        QTest::addRow("HTML from %s", qPrintable(path)) << path << 0 << int(Error::Kind::NotExpected);
        QTest::addRow("500 from %s", qPrintable(path)) << path << 1 << int(Error::Kind::Server);
        QTest::addRow("cut %s", qPrintable(path)) << path << 2 << int(Error::Kind::Truncated);
        QTest::addRow("broken JSON from %s", qPrintable(path)) << path << 3 << int(Error::Kind::Malformed);
    }
    QTest::addRow("API v1") << alertsPath << 4 << int(Error::Kind::Unsupported);
}

void TestAlertmanagerSource::anyFailureFailsTheRound()
{
    QFETCH(QString, path);
    QFETCH(int, fault);
    QFETCH(int, kind);
    const std::array<Answer, 5> answers{Answer::html(), Answer::error(500), Answer::cut("[{\"la", 500), Answer::json("[{"),
                                        Answer::json(R"({"status":"success","data":[]})")};
    Rig rig;
    rig.server.on(path, answers[size_t(fault)]);
    rig.source.poll();
    QTRY_COMPARE(rig.failed.size(), 1);
    QCOMPARE(int(rig.failed[0][0].value<Error>().kind), kind);
    QVERIFY(!rig.failed[0][0].value<Error>().where.isEmpty());
    QCOMPARE(rig.finished.size(), 0);
    rig.server.on(path, Answer::json(path == alertsPath ? alertsBody : path == statusPath ? statusBody : QByteArray("[]")));
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
}

void TestAlertmanagerSource::roundUnderWayIsNotStartedAgain()
{
    Rig rig;
    rig.source.poll();
    rig.source.poll();
    QTRY_COMPARE(rig.finished.size(), 1);
    QCOMPARE(rig.server.requestsTo(alertsPath).size(), size_t(1));
}

void TestAlertmanagerSource::silenceIsPostedAndReadBack()
{
    Rig rig;
    rig.server.on(silencesPath, Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(idPath, Answer::json(stored(silence())));
    rig.source.postSilence(silence(), this, rig.take());
    QTRY_VERIFY(rig.result);
    QVERIFY(rig.result->ok());
    QCOMPARE(rig.result->value(), u"x-1"_s);
    const auto posted = rig.server.requestsTo(silencesPath);
    QCOMPARE(posted.size(), size_t(1));
    QCOMPARE(posted[0].method, QByteArray("POST"));
    QCOMPARE(posted[0].header("content-type"), QByteArray("application/json"));
    QCOMPARE(posted[0].body, silenceJson(silence()));
    QVERIFY(!posted[0].body.contains("\"isEqual\":false"));
}

void TestAlertmanagerSource::silenceThatDoesNotStandIsNoSuccess_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    Silence other = silence();
    other.endsAt += 1h;
    QTest::newRow("another end") << stored(other) << 200;
    QTest::newRow("expired") << stored(silence(), "expired") << 200;
    QTest::newRow("gone after a crash") << QByteArray("\"\"") << 404;
    QTest::newRow("unreadable") << QByteArray("{}") << 200;
}

void TestAlertmanagerSource::silenceThatDoesNotStandIsNoSuccess()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    Rig rig;
    rig.server.on(silencesPath, Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(idPath, Answer::json(answer, status));
    rig.source.postSilence(silence(), this, rig.take());
    QTRY_VERIFY(rig.result);
    QVERIFY(!rig.result->ok());
}

/// It was taken: whoever hears of it must not read that nothing was sent.
void TestAlertmanagerSource::silenceThatCannotBeReadBackMayStand()
{
    Rig rig;
    rig.server.on(silencesPath, Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(idPath, Answer::error(503));
    rig.source.postSilence(silence(), this, rig.take());
    QTRY_VERIFY(rig.result);
    QVERIFY(!rig.result->ok());
    QCOMPARE(rig.result->error().kind, Error::Kind::Blind);
    QVERIFY(rig.result->error().detail.startsWith(u"the silence was taken"));
}

void TestAlertmanagerSource::oldVersionThatTurnsAMatcherRoundIsEnded()
{
    Silence asked = silence();
    asked.matchers = *parseMatchers(u"alertname=\"A\", env!=\"lab\"");
    Silence made = asked;
    made.matchers = *parseMatchers(u"alertname=\"A\", env=\"lab\"");
    Rig rig;
    rig.server.on(silencesPath, Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(idPath, {Answer::json(stored(made)), Answer::json({})});
    rig.source.postSilence(asked, this, rig.take());
    QTRY_VERIFY(rig.result);
    QVERIFY(!rig.result->ok());
    QCOMPARE(int(rig.result->error().kind), int(Error::Kind::Unsupported));
    const auto asking = rig.server.requestsTo(idPath);
    QCOMPARE(asking.size(), size_t(2));
    QCOMPARE(asking[1].method, QByteArray("DELETE"));
}

void TestAlertmanagerSource::editSendsBackTheStoredStart()
{
    Silence standing = silence();
    standing.startsAt -= 30min;
    standing.annotations = {{u"ticket"_s, u"OPS-7"_s}};
    Silence edit = silence();
    edit.id = u"x-1"_s;
    edit.endsAt += 3h;
    Silence after = standing;
    after.endsAt = edit.endsAt;
    Rig rig;
    rig.server.on(silencesPath, Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(idPath, {Answer::json(stored(standing)), Answer::json(stored(after))});
    rig.source.postSilence(edit, this, rig.take());
    QTRY_VERIFY(rig.result);
    QVERIFY(rig.result->ok());
    after.id = u"x-1"_s;
    QCOMPARE(rig.server.requestsTo(silencesPath).front().body, silenceJson(after));
}

void TestAlertmanagerSource::refusalSaysWhy()
{
    Rig rig;
    rig.server.on(silencesPath, Answer::json(R"({"code":602,"message":"createdBy in body is required"})", 422));
    rig.source.postSilence(silence(), this, rig.take());
    QTRY_VERIFY(rig.result);
    QCOMPARE(int(rig.result->error().kind), int(Error::Kind::Rejected));
    QVERIFY(rig.result->error().detail.contains(u"createdBy in body is required"));
}

void TestAlertmanagerSource::postIsNeverRedirected()
{
    Rig rig;
    FaultServer other;
    other.otherwise(Answer::json("{\"silenceID\":\"x-1\"}"));
    rig.server.on(silencesPath, Answer::redirect(other.url(silencesPath), 307));
    rig.source.postSilence(silence(), this, rig.take());
    QTRY_VERIFY(rig.result);
    QCOMPARE(int(rig.result->error().kind), int(Error::Kind::Redirected));
    QVERIFY(other.requests().empty());
}

void TestAlertmanagerSource::invalidSilenceIsNeverSent()
{
    Rig rig;
    Silence everything = silence();
    everything.matchers = *parseMatchers(u"alertname=~\".*\"");
    rig.source.postSilence(everything, this, rig.take());
    QVERIFY(rig.result);
    QCOMPARE(int(rig.result->error().kind), int(Error::Kind::Invalid));
    QVERIFY(rig.server.requests().empty());
}

void TestAlertmanagerSource::expires_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("then");
    QTest::addColumn<bool>("fine");
    QTest::newRow("ended") << 200 << QByteArray() << true;
    QTest::newRow("had ended already") << 500 << stored(silence(), "expired") << true;
    QTest::newRow("failed") << 500 << stored(silence()) << false;
    QTest::newRow("unknown") << 404 << QByteArray("{}") << false;
}

void TestAlertmanagerSource::expires()
{
    QFETCH(int, status);
    QFETCH(QByteArray, then);
    QFETCH(bool, fine);
    Rig rig;
    rig.server.on(idPath, {Answer::json("\"no\"", status), Answer::json(then)});
    rig.source.expireSilence(u"x-1"_s, this, rig.take());
    QTRY_VERIFY(rig.result);
    QCOMPARE(rig.result->ok(), fine);
    QCOMPARE(rig.server.requests().front().method, QByteArray("DELETE"));
}

void TestAlertmanagerSource::hostileIdsAreNotAsked()
{
    for (const QString &id : {u"../../status"_s, u""_s, u"a/b"_s, QString(65, u'a'), u"a?b"_s}) {
        Rig rig;
        rig.source.expireSilence(id, this, rig.take());
        QVERIFY(rig.result);
        QVERIFY(!rig.result->ok());
        QVERIFY(rig.server.requests().empty());
    }
}

WATCHFLOOR_TEST(TestAlertmanagerSource)
#include "tst_alertmanagersource.moc"
