#include "models/core/format.h"
#include "models/session/acknowledgementfile.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// The one alert, once it is listed.
bool takeOn(Session &session)
{
    if (!QTest::qWaitFor([&session] { return !onlyFingerprint(session).isEmpty(); }))
        return false;
    session.acknowledge({.fingerprints = {onlyFingerprint(session)}, .comment = u"looking"_s});
    return QTest::qWaitFor([&session] { return session.stores().alerts.alerts().front().state == AlertState::Acknowledged; });
}

} // namespace

/// Who took an alert on, through a whole session and over its end.
class TestAcknowledgements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void acknowledgementOutlivesTheConsole();
    void acknowledgementEndsWithItsOccurrence();
    void damagedAcknowledgementsAreKeptAside();
    void somebodyElseHasIt();
    void outlivesLabelsToldLate();
    void goesOnUnderAnotherName();
    void endsWithItsTime();
    void itsSilenceIsEndedUntilThatSucceeds();
};

void TestAcknowledgements::acknowledgementOutlivesTheConsole()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    {
        const auto session = floor.start();
        QVERIFY(takeOn(*session));
    }
    {
        const auto session = floor.start();
        QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
        QTRY_COMPARE(session->stores().alerts.alerts().front().state, AlertState::Acknowledged);
        QCOMPARE(session->stores().alerts.alerts().front().acknowledgement->owner, u"ab"_s);
        QCOMPARE(session->stores().alerts.alerts().front().acknowledgement->comment, u"looking"_s);
        session->unacknowledge(onlyFingerprint(*session));
        QTRY_COMPARE(session->stores().alerts.alerts().front().state, AlertState::Firing);
    }
    QCOMPARE(floor.folder.recorded(), QStringList({u"acknowledge/ok"_s, u"acknowledgement-end/ok"_s}));
    QVERIFY(loadAcknowledgements(floor.folder.data())->empty());
}

/// It recovered and fired again while no console ran: nobody has looked at this one yet.
void TestAcknowledgements::acknowledgementEndsWithItsOccurrence()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    {
        const auto session = floor.start();
        QVERIFY(takeOn(*session));
    }
    floor.prometheus.activeAt = QDateTime::currentDateTimeUtc().addSecs(7200).toString(Qt::ISODate).toUtf8();
    const auto session = floor.start();
    QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
    QTRY_VERIFY(loadAcknowledgements(floor.folder.data())->empty());
    const qint64 answers = session->stores().sources.find(u"main"_s)->answers;
    QTRY_VERIFY(session->stores().sources.find(u"main"_s)->answers > answers);
    QCOMPARE(session->stores().alerts.alerts().front().state, AlertState::Firing);
}

void TestAcknowledgements::damagedAcknowledgementsAreKeptAside()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    const QByteArray damaged = "{\"abc\": {\"own";
    floor.folder.write(u"data/acknowledgements.json"_s, damaged);
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy failed(&session, &Commands::failed);
    session.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(Format::sentence(failed.front().front().value<Error>()).contains(u"acknowledgements.json.damaged"_s));
    QTRY_VERIFY(!onlyFingerprint(session).isEmpty());
    session.acknowledge({.fingerprints = {onlyFingerprint(session)}, });
    QCOMPARE(loadAcknowledgements(floor.folder.data())->size(), size_t(1));
    QCOMPARE(floor.folder.read(u"data/acknowledgements.json.damaged"_s), damaged);
}

void TestAcknowledgements::somebodyElseHasIt()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    const auto session = floor.start();
    QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
    session->acknowledge({.fingerprints = {onlyFingerprint(*session)}, .comment = u"on the phone"_s, .owner = u"Jo, \"db\""_s});
    QCOMPARE(session->stores().alerts.alerts().front().acknowledgement->owner, u"Jo, \"db\""_s);
    const auto records = AuditLog(floor.folder.data() + u"/audit.jsonl"_s, floor.clock).read();
    const auto taken = std::find_if(records->begin(), records->end(), [](const AuditRecord &record) { return record.event == u"acknowledge"; });
    QVERIFY(taken != records->end());
    QCOMPARE(taken->actor, u"ab"_s);
    QVERIFY2(taken->detail.contains(u"\"owner\":\"Jo, \\\"db\\\"\""_s), qPrintable(taken->detail));
}

/// The Alertmanager answers first, with an external label that only the Prometheus can explain: the row gets its name afterwards.
void TestAcknowledgements::outlivesLabelsToldLate()
{
    ShopFloor floor;
    floor.prometheus.external = {{u"cluster"_s, u"eu-1"_s}};
    floor.prometheus.firing = {highErrorRate};
    Labels told = highErrorRate;
    told.set(u"cluster"_s, u"eu-1"_s);
    floor.alertmanager.firing = {told};
    {
        const auto session = floor.start();
        QTRY_VERIFY(isSeen(*session, "main") && isSeen(*session, "am"));
        QVERIFY(takeOn(*session));
    }
    floor.prometheus.fault = Answer::error(503);
    const auto session = floor.start();
    QTRY_COMPARE(session->stores().alerts.alerts().size(), size_t(1));
    QVERIFY(session->stores().alerts.alerts().front().labels.contains(u"cluster"));
    floor.prometheus.fault.reset();
    QTRY_COMPARE_WITH_TIMEOUT(session->stores().alerts.alerts().front().state, AlertState::Acknowledged, 10'000);
    QCOMPARE(session->stores().alerts.alerts().size(), size_t(1));
    QCOMPARE(session->stores().alerts.alerts().front().acknowledgement->comment, u"looking"_s);
}

/// Taken on under the name that it had before its Prometheus answered; let go under the other one, with what stands behind it.
void TestAcknowledgements::goesOnUnderAnotherName()
{
    ShopFloor floor;
    floor.prometheus.external = {{u"cluster"_s, u"eu-1"_s}};
    floor.prometheus.firing = {highErrorRate};
    floor.prometheus.fault = Answer::error(503);
    Labels told = highErrorRate;
    told.set(u"cluster"_s, u"eu-1"_s);
    floor.alertmanager.firing = {told};
    const auto session = floor.start();
    QVERIFY(takeOn(*session));
    const QString before = onlyFingerprint(*session);
    floor.prometheus.fault.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!onlyFingerprint(*session).isEmpty() && onlyFingerprint(*session) != before, 10'000);
    const QString after = onlyFingerprint(*session);
    QTRY_VERIFY(loadAcknowledgements(floor.folder.data())->contains(after));
    QCOMPARE(loadAcknowledgements(floor.folder.data())->size(), size_t(1));
    QCOMPARE(session->stores().alerts.alerts().front().state, AlertState::Acknowledged);
    session->unacknowledge(after);
    QCOMPARE(session->stores().alerts.alerts().front().state, AlertState::Firing);
    QVERIFY(loadAcknowledgements(floor.folder.data())->empty());
    QSignalSpy ticked(session.get(), &Session::ticked);
    QTRY_VERIFY(ticked.size() >= 2);
    QCOMPARE(session->stores().alerts.alerts().front().state, AlertState::Firing);
}

void TestAcknowledgements::endsWithItsTime()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    const auto session = floor.start();
    QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
    session->acknowledge({.fingerprints = {onlyFingerprint(*session)}, .length = 1500ms});
    QCOMPARE(session->stores().alerts.alerts().front().state, AlertState::Acknowledged);
    QTRY_COMPARE(session->stores().alerts.alerts().front().state, AlertState::Firing);
    QVERIFY(!session->stores().alerts.alerts().front().acknowledgement);
    QTRY_VERIFY(loadAcknowledgements(floor.folder.data())->empty());
}

/// It was let go while the Alertmanager could not be asked: the silence must not outlive it, and the person is told once.
void TestAcknowledgements::itsSilenceIsEndedUntilThatSucceeds()
{
    ShopFloor floor;
    floor.prometheus.firing = {highErrorRate};
    const QString id = u"0f3a2b1c-1111-4222-8333-0123456789ab"_s;
    int refusals = 2;
    floor.alertmanager.server.on(u"/api/v2/silence/"_s + id, [&refusals](const SeenRequest &request) {
        return request.method == "DELETE" && refusals-- <= 0 ? Answer::json("{}") : Answer::error(503);
    });
    const auto asked = [&floor, &id] {
        const auto seen = floor.alertmanager.server.requestsTo(u"/api/v2/silence/"_s + id);
        return std::count_if(seen.begin(), seen.end(), [](const SeenRequest &request) { return request.method == "DELETE"; });
    };
    QString fingerprint;
    {
        const auto session = floor.start();
        QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
        fingerprint = onlyFingerprint(*session);
    }
    Acknowledgement backed{u"ab"_s, u"looking"_s, floor.clock.wall()};
    backed.silence = u"am/"_s + id;
    QVERIFY(saveAcknowledgements(floor.folder.data(), {{fingerprint, backed}}));
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy told(&session, &Commands::failed);
    session.start();
    QTRY_COMPARE(session.stores().alerts.alerts().size(), size_t(1));
    QTRY_COMPARE(session.stores().alerts.alerts().front().state, AlertState::Acknowledged);
    session.unacknowledge(fingerprint);
    QTRY_COMPARE_WITH_TIMEOUT(asked(), 3, 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(floor.folder.recorded().contains(u"silence-expire/ok"_s), 5'000);
    QCOMPARE(told.size(), 1);
    QVERIFY(told.front().front().value<Error>().detail.contains(u"still mutes"_s));
}

WATCHFLOOR_TEST(TestAcknowledgements)
#include "tst_acknowledgements.moc"
