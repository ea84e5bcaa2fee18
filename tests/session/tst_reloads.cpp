#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Silence silenceOf(const Labels &labels, WallTime now)
{
    Silence silence;
    for (const auto &[name, value] : labels)
        silence.matchers.push_back(*Matcher::make(name, Matcher::Operator::Equal, value));
    silence.startsAt = now;
    silence.endsAt = now + 1h;
    silence.createdBy = u"ab"_s;
    silence.comment = u"looking"_s;
    return silence;
}

} // namespace

/// The workspace's file changes while something is under way.
class TestReloads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }
    void aSilenceUnderWayIsAnswered_data();
    void aSilenceUnderWayIsAnswered();
    void anEndUnderWayIsAnswered();
};

void TestReloads::aSilenceUnderWayIsAnswered_data()
{
    QTest::addColumn<bool>("stays");
    QTest::newRow("its Alertmanager is asked otherwise now") << true;
    QTest::newRow("its Alertmanager is no longer named") << false;
}

/// The connection goes, and the answer with it: whether the silence stands is found out or said not to be known.
void TestReloads::aSilenceUnderWayIsAnswered()
{
    QFETCH(bool, stays);
    ShopFloor floor;
    floor.alertmanager.server.on(u"/api/v2/silences"_s, [](const SeenRequest &request) { return request.method == "POST" ? Answer::hang() : Answer::json("[]"); });
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "am"));
    std::optional<Result<QString>> answer;
    session->postSilence(u"am"_s, silenceOf(highErrorRate, floor.clock.wall()), session.get(), [&answer](Result<QString> told) { answer = std::move(told); });
    const auto posts = [&floor] {
        const auto seen = floor.alertmanager.server.requestsTo(u"/api/v2/silences"_s);
        return std::count_if(seen.begin(), seen.end(), [](const SeenRequest &request) { return request.method == "POST"; });
    };
    QTRY_COMPARE(posts(), 1);
    Workspace next = floor.workspace;
    next.sources.back().interval += 1s;
    if (!stays)
        next.sources.pop_back();
    session->replaceWorkspace(next);
    QTRY_VERIFY_WITH_TIMEOUT(answer, 8'000);
    QVERIFY(!answer->ok());
    QCOMPARE(answer->error().kind, Error::Kind::Blind);
    QCOMPARE(posts(), 1); // never a second one
    QCOMPARE(floor.folder.recorded(), QStringList({u"silence/intent"_s, u"silence/unknown"_s}));
}

void TestReloads::anEndUnderWayIsAnswered()
{
    ShopFloor floor;
    const QString id = u"0f3a2b1c-1111-4222-8333-0123456789ab"_s;
    bool hangs = true;
    floor.alertmanager.server.on(u"/api/v2/silence/"_s + id, [&hangs](const SeenRequest &) { return hangs ? Answer::hang() : Answer::json("{}"); });
    const auto session = floor.start();
    QTRY_VERIFY(isSeen(*session, "am"));
    std::optional<Result<QString>> answer;
    session->expireSilence(u"am"_s, id, session.get(), [&answer](Result<QString> told) { answer = std::move(told); });
    QTRY_COMPARE(floor.alertmanager.server.requestsTo(u"/api/v2/silence/"_s + id).size(), 1);
    hangs = false;
    Workspace next = floor.workspace;
    next.sources.back().interval += 1s;
    session->replaceWorkspace(next);
    QTRY_VERIFY(answer);
    QVERIFY(!answer->ok());
}

WATCHFLOOR_TEST(TestReloads)
#include "tst_reloads.moc"
