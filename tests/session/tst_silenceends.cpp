#include "models/core/format.h"
#include "models/session/acknowledgementfile.h"
#include "models/session/silenceendfile.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const QString silenceId = u"0f3a2b1c-1111-4222-8333-0123456789ab"_s;

/// An alert that was taken on, with a silence that stands behind it, and an Alertmanager that can be told not to end it.
struct Backed
{
    ShopFloor floor;
    std::optional<Answer> refusal;
    QString fingerprint;

    Backed()
    {
        floor.alertmanager.server.on(u"/api/v2/silence/"_s + silenceId, [this](const SeenRequest &) { return refusal ? *refusal : Answer::json("{}"); });
    }
    int asked() const
    {
        const auto seen = floor.alertmanager.server.requestsTo(u"/api/v2/silence/"_s + silenceId);
        return int(std::count_if(seen.begin(), seen.end(), [](const SeenRequest &request) { return request.method == "DELETE"; }));
    }
    std::vector<SilenceEnd> left() const { return *loadSilenceEnds(floor.folder.data()); }
    void leave(std::chrono::milliseconds rest, const QString &source = u"am"_s) const
    {
        if (!saveSilenceEnds(floor.folder.data(), {{{source, silenceId}, floor.clock.wall() + rest}}))
            qFatal("cannot write");
    }
    /// A console in which the alert was taken on.
    [[nodiscard]] std::unique_ptr<Session> takenOn()
    {
        floor.prometheus.firing = {highErrorRate};
        {
            const auto session = floor.start();
            if (!QTest::qWaitFor([&session] { return !onlyFingerprint(*session).isEmpty(); }))
                return nullptr;
            fingerprint = onlyFingerprint(*session);
        }
        Acknowledgement backed{u"ab"_s, u"looking"_s, floor.clock.wall()};
        backed.silence = u"am/"_s + silenceId;
        if (!saveAcknowledgements(floor.folder.data(), {{fingerprint, backed}}))
            return nullptr;
        auto session = floor.start();
        const auto isTaken = [&session] {
            const Alert *alert = session->stores().alerts.alerts().empty() ? nullptr : &session->stores().alerts.alerts().front();
            return alert && alert->state == AlertState::Acknowledged;
        };
        return QTest::qWaitFor(isTaken) ? std::move(session) : nullptr;
    }
};

} // namespace

/// A silence behind an acknowledgement must not outlive it, nor the console that was to end it.
class TestSilenceEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void theNextConsoleEndsIt_data();
    void theNextConsoleEndsIt();
    void whatNeedsNoEndIsLeft_data();
    void whatNeedsNoEndIsLeft();
    void whoseAlertmanagerIsAwayIsKept();
    void comeBack();
    void aDamagedFileIsToldAndSetAside();
};

void TestSilenceEnds::theNextConsoleEndsIt_data()
{
    QTest::addColumn<bool>("resolves");
    QTest::newRow("the alert is over") << true;
    QTest::newRow("a person let it go") << false;
}

void TestSilenceEnds::theNextConsoleEndsIt()
{
    QFETCH(bool, resolves);
    Backed backed;
    backed.refusal = Answer::error(503);
    {
        const auto session = backed.takenOn();
        QVERIFY(session);
        if (resolves)
            backed.floor.prometheus.firing.clear();
        else
            session->unacknowledge(backed.fingerprint);
        QTRY_COMPARE(backed.asked(), 1);
        QTRY_VERIFY(backed.floor.folder.recorded().contains(u"silence-expire/failed"_s));
        QVERIFY(loadAcknowledgements(backed.floor.folder.data())->empty());
        QCOMPARE(backed.left().size(), size_t(1));
        QCOMPARE(backed.left().front().silence, (BackingSilence{u"am"_s, silenceId}));
    }
    {
        // Nor can this one, and says so.
        Session session(backed.floor.workspace, backed.floor.clock, backed.floor.options());
        QSignalSpy told(&session, &Commands::failed);
        session.start();
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told.front().front().value<Error>().detail.contains(u"still mutes"_s));
        QCOMPARE(backed.left().size(), size_t(1));
    }
    backed.refusal.reset();
    const int before = backed.asked();
    const auto session = backed.floor.start();
    QTRY_VERIFY(backed.floor.folder.recorded().contains(u"silence-expire/ok"_s));
    QCOMPARE(backed.asked(), before + 1);
    QTRY_VERIFY(backed.left().empty());
}

void TestSilenceEnds::whatNeedsNoEndIsLeft_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<std::chrono::milliseconds>("rest");
    QTest::addColumn<QString>("recorded");
    using Ms = std::chrono::milliseconds;
    QTest::newRow("nobody has it any more") << 404 << Ms(1h) << u"silence-expire/gone"_s;
    QTest::newRow("its time is over") << 503 << Ms(-1min) << u"silence-expire/expired"_s;
    QTest::newRow("its time is over soon") << 503 << Ms(500) << u"silence-expire/expired"_s;
}

void TestSilenceEnds::whatNeedsNoEndIsLeft()
{
    QFETCH(int, status);
    QFETCH(std::chrono::milliseconds, rest);
    QFETCH(QString, recorded);
    Backed backed;
    backed.refusal = Answer::error(status);
    backed.leave(rest);
    const auto session = backed.floor.start();
    QTRY_VERIFY(backed.floor.folder.recorded().contains(recorded));
    QTRY_VERIFY(backed.left().empty());
    QVERIFY(backed.asked() >= 1);
}

/// Taken out of the workspace for a while; nobody else can say that its silence is over.
void TestSilenceEnds::whoseAlertmanagerIsAwayIsKept()
{
    Backed backed;
    backed.leave(1h);
    Workspace with = backed.floor.workspace;
    backed.floor.workspace.sources.pop_back();
    {
        Session session(backed.floor.workspace, backed.floor.clock, backed.floor.options());
        QSignalSpy told(&session, &Commands::failed);
        session.start();
        QCOMPARE(told.size(), 1);
        QCOMPARE(backed.left().size(), size_t(1));
        // And back again.
        session.replaceWorkspace(with);
        QTRY_VERIFY_WITH_TIMEOUT(backed.left().empty(), 10'000);
        QCOMPARE(told.size(), 1);
    }
    QCOMPARE(backed.asked(), 1);
}

void TestSilenceEnds::comeBack()
{
    const QTemporaryDir folder;
    QVERIFY(loadSilenceEnds(folder.path())->empty());
    const std::vector<SilenceEnd> ends{{{u"am"_s, silenceId}, WallTime(1'000ms)}, {{u"eu/\"west\""_s, u"b"_s}, WallTime(2'000ms)}};
    QVERIFY(saveSilenceEnds(folder.path(), ends).ok());
    QCOMPARE(*loadSilenceEnds(folder.path()), ends);
}

void TestSilenceEnds::aDamagedFileIsToldAndSetAside()
{
    ShopFloor floor;
    const QByteArray damaged = "[{\"id\": ";
    floor.folder.write(u"data/silenceends.json"_s, damaged);
    Session session(floor.workspace, floor.clock, floor.options());
    QSignalSpy failed(&session, &Commands::failed);
    session.start();
    QCOMPARE(failed.size(), 1);
    QVERIFY(Format::sentence(failed.front().front().value<Error>()).contains(u"silenceends.json.damaged"_s));
    QCOMPARE(floor.folder.read(u"data/silenceends.json.damaged"_s), damaged);
}

WATCHFLOOR_TEST(TestSilenceEnds)
#include "tst_silenceends.moc"
