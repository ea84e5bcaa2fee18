#include "models/alerts/escalation.h"
#include "tests/session/shopfloor.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// A critical alert that began that long ago, and a path of three.
struct Night
{
    ShopFloor floor;

    explicit Night(std::chrono::minutes ago)
    {
        floor.workspace.alertPolicy.escalation[Severity::Critical] = {5min, 15min, {u"On-call"_s, u"DevOps Lead"_s, u"CTO"_s}};
        floor.prometheus.firing = {highErrorRate};
        floor.prometheus.activeAt = QDateTime::currentDateTimeUtc().addSecs(-std::chrono::seconds(ago).count()).toString(Qt::ISODate).toUtf8();
    }
    int steps() const { return int(floor.folder.recorded().count(u"escalation/ok"_s)); }
};

EscalationClock clockOf(const Session &session)
{
    return escalationOf(session.stores().alerts.alerts().front(), session.stores().alerts.policy(), session.clock().wall());
}

} // namespace

/// The clock of an alert counts from when it began, in this console and the next.
class TestEscalations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreToldRecordedAndNotRepeated();
    void theClockReadsTheSameAfterARestart();
    void whoTakesItOnStopsIt();
};

void TestEscalations::stepsAreToldRecordedAndNotRepeated()
{
    Night night(40min);
    {
        const auto session = night.floor.start();
        QSignalSpy told(session.get(), &Session::escalated);
        QTRY_VERIFY(!told.isEmpty());
        const auto fallen = told.front().front().value<std::vector<Escalation>>();
        QCOMPARE(fallen.size(), size_t(2));
        QCOMPARE(fallen[0].to, u"DevOps Lead"_s);
        QCOMPARE(fallen[1].to, u"CTO"_s);
        QCOMPARE(fallen[1].at - fallen[0].at, std::chrono::milliseconds(15min));
        QTRY_COMPARE(night.steps(), 2);
        QCOMPARE(clockOf(*session).current, u"CTO"_s);
        QVERIFY(clockOf(*session).overdue);
    }
    const auto session = night.floor.start();
    QSignalSpy told(session.get(), &Session::escalated);
    QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
    QSignalSpy ticked(session.get(), &Session::ticked);
    QTRY_VERIFY(ticked.size() >= 3);
    QVERIFY(told.isEmpty());
    QCOMPARE(night.steps(), 2);
    std::optional<std::vector<Episode>> lives;
    EpisodeSearch search;
    search.text = u"higherror"_s;
    search.withEvents = true;
    session->searchEpisodes(search, this, [&lives](const Result<std::vector<Episode>> &found) { lives = *found; });
    QTRY_VERIFY(lives);
    QCOMPARE(lives->size(), size_t(1));
    QCOMPARE(lives->front().escalations, 2);
}

void TestEscalations::theClockReadsTheSameAfterARestart()
{
    Night night(2min);
    std::optional<WallTime> respondBy;
    for (int start = 0; start < 2; ++start) {
        const auto session = night.floor.start();
        QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
        const EscalationClock clock = clockOf(*session);
        QVERIFY(clock.runs && !clock.overdue);
        QCOMPARE(clock.current, u"On-call"_s);
        QCOMPARE(clock.next, u"DevOps Lead"_s);
        QVERIFY(!respondBy || clock.respondBy == respondBy);
        respondBy = clock.respondBy;
        const auto rest = session->stores().alerts.respondWithin(session->stores().alerts.alerts().front(), session->clock().wall());
        QVERIFY(rest && *rest < 5min && *rest > 2min);
    }
    QCOMPARE(night.steps(), 0);
}

void TestEscalations::whoTakesItOnStopsIt()
{
    Night night(10min);
    const auto session = night.floor.start();
    QTRY_VERIFY(!onlyFingerprint(*session).isEmpty());
    QVERIFY(clockOf(*session).overdue);
    session->acknowledge({.fingerprints = {onlyFingerprint(*session)}});
    QVERIFY(!clockOf(*session).runs);
    QVERIFY(clockOf(*session).stoppedAt);
    QVERIFY(!session->stores().alerts.respondWithin(session->stores().alerts.alerts().front(), session->clock().wall()));
}

WATCHFLOOR_TEST(TestEscalations)
#include "tst_escalations.moc"
