#include "models/alerts/notificationpolicy.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<Watchfloor::DeskEvent>)
Q_DECLARE_METATYPE(std::optional<Watchfloor::Acknowledgement>)
Q_DECLARE_METATYPE(Watchfloor::AlertOwner)
Q_DECLARE_METATYPE(Watchfloor::DeskPolicy)
Q_DECLARE_METATYPE(Watchfloor::DeskChoice)
Q_DECLARE_METATYPE(Watchfloor::Hush)

class TestNotificationPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNews_data()
    {
        using Event = std::optional<DeskEvent>;
        using Former = std::optional<Acknowledgement>;
        QTest::addColumn<AlertState>("before");
        QTest::addColumn<AlertState>("state");
        QTest::addColumn<std::optional<Acknowledgement>>("former");
        QTest::addColumn<bool>("flapping");
        QTest::addColumn<bool>("flapTold");
        QTest::addColumn<std::optional<DeskEvent>>("event");
        const FakeClock clock;
        const auto taken = [&clock](std::optional<WallTime> until, Severity severity) {
            return Acknowledgement{u"mk"_s, {}, clock.wall() - 1h, until, severity, {}};
        };
        QTest::newRow("new") << AlertState::Recovered << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("after pending") << AlertState::Pending << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("vanished and back") << AlertState::Vanished << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("its silence ended") << AlertState::Silenced << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("no longer inhibited") << AlertState::Inhibited << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("seen again") << AlertState::Unseen << AlertState::Firing << Former() << false << false << Event(DeskEvent::Began);
        QTest::newRow("pending") << AlertState::Recovered << AlertState::Pending << Former() << false << false << Event();
        QTest::newRow("silenced") << AlertState::Firing << AlertState::Silenced << Former() << false << false << Event();
        QTest::newRow("unseen") << AlertState::Firing << AlertState::Unseen << Former() << false << false << Event();
        QTest::newRow("recovered") << AlertState::Firing << AlertState::Recovered << Former() << false << false << Event();
        QTest::newRow("let go") << AlertState::Acknowledged << AlertState::Firing << Former(taken({}, Severity::Warning)) << false << false << Event();
        QTest::newRow("let go before its end") << AlertState::Acknowledged << AlertState::Firing << Former(taken(clock.wall() + 1min, Severity::Warning)) << false << false << Event();
        QTest::newRow("nobody knows who had it") << AlertState::Acknowledged << AlertState::Firing << Former() << false << false << Event();
        QTest::newRow("its acknowledgement ran out") << AlertState::Acknowledged << AlertState::Firing << Former(taken(clock.wall(), Severity::Warning)) << false << false << Event(DeskEvent::Reopened);
        QTest::newRow("it grew worse") << AlertState::Acknowledged << AlertState::Firing << Former(taken({}, Severity::Info)) << false << false << Event(DeskEvent::Reopened);
        QTest::newRow("it grew better") << AlertState::Acknowledged << AlertState::Firing << Former(taken({}, Severity::Critical)) << false << false << Event();
        QTest::newRow("the first that flaps") << AlertState::Recovered << AlertState::Firing << Former() << true << false << Event(DeskEvent::Began);
        QTest::newRow("flaps on") << AlertState::Recovered << AlertState::Firing << Former() << true << true << Event();
        QTest::newRow("flapped once") << AlertState::Recovered << AlertState::Firing << Former() << false << true << Event(DeskEvent::Began);
    }
    void whatIsNews()
    {
        QFETCH(AlertState, before);
        QFETCH(AlertState, state);
        QFETCH(std::optional<Acknowledgement>, former);
        QFETCH(bool, flapping);
        QFETCH(bool, flapTold);
        QFETCH(std::optional<DeskEvent>, event);
        Alert alert;
        alert.state = state;
        alert.severity = Severity::Warning;
        alert.flapping = flapping;
        QCOMPARE(deskEvent(alert, before, former, flapTold, FakeClock().wall()), event);
    }

    void whoWantsToKnow_data()
    {
        QTest::addColumn<DeskPolicy>("policy");
        QTest::addColumn<DeskChoice>("choice");
        QTest::addColumn<AlertOwner>("owner");
        QTest::addColumn<bool>("told");
        DeskPolicy everything;
        DeskPolicy some;
        some.services = {u"payment"_s};
        some.owners = {u"team-stay"_s};
        DeskChoice all;
        DeskChoice mine;
        mine.onlyMine = true;
        mine.services = {u"payment"_s};
        DeskChoice teams = mine;
        teams.services.clear();
        teams.owners = {u"team-stay"_s};
        DeskChoice strict = mine;
        strict.unowned = false;
        const AlertOwner payment{u"payment"_s, u"team-pay"_s};
        const AlertOwner hotel{u"hotel"_s, u"team-stay"_s};
        const AlertOwner taxi{u"taxi"_s, {}};
        const AlertOwner nobody;
        QTest::newRow("all of nobody's") << everything << all << nobody << true;
        QTest::newRow("all of a service") << everything << all << taxi << true;
        QTest::newRow("the workspace's service") << some << all << payment << true;
        QTest::newRow("the workspace's owner") << some << all << hotel << true;
        QTest::newRow("not the workspace's") << some << all << taxi << false;
        QTest::newRow("the workspace says whose") << some << all << nobody << false;
        QTest::newRow("mine") << everything << mine << payment << true;
        QTest::newRow("my team's") << everything << teams << hotel << true;
        QTest::newRow("not mine") << everything << mine << hotel << false;
        QTest::newRow("nobody's is everybody's") << everything << mine << nobody << true;
        QTest::newRow("nobody's is not mine") << everything << strict << nobody << false;
        QTest::newRow("mine and not the workspace's") << some << teams << taxi << false;
        QTest::newRow("the workspace's and not mine") << some << mine << hotel << false;
    }
    void whoWantsToKnow()
    {
        QFETCH(DeskPolicy, policy);
        QFETCH(DeskChoice, choice);
        QFETCH(AlertOwner, owner);
        QFETCH(bool, told);
        QCOMPARE(concerns(policy, choice, owner), told);
    }

    void howItSounds_data()
    {
        QTest::addColumn<DeskPolicy>("policy");
        QTest::addColumn<QStringList>("sounds"); // of the five severities
        QTest::addColumn<int>("told");
        const auto policy = [](std::map<Severity, QString> sounds) {
            DeskPolicy made;
            made.sounds = std::move(sounds);
            return made;
        };
        QTest::newRow("nothing said") << policy({}) << QStringList{u"siren"_s, u"siren"_s, u"knock"_s, {}, {}} << 3;
        QTest::newRow("none") << policy({{Severity::Critical, u"none"_s}, {Severity::Warning, u"none"_s}}) << QStringList{{}, {}, {}, {}, {}} << 3;
        QTest::newRow("an emergency follows critical") << policy({{Severity::Critical, u"/a.wav"_s}}) << QStringList{u"/a.wav"_s, u"/a.wav"_s, u"knock"_s, {}, {}} << 3;
        QTest::newRow("information with a sound is told") << policy({{Severity::Info, u"chime"_s}}) << QStringList{u"siren"_s, u"siren"_s, u"knock"_s, u"chime"_s, {}} << 4;
        QTest::newRow("information without one is not") << policy({{Severity::Info, u"none"_s}}) << QStringList{u"siren"_s, u"siren"_s, u"knock"_s, {}, {}} << 3;
    }
    void howItSounds()
    {
        QFETCH(DeskPolicy, policy);
        QFETCH(QStringList, sounds);
        QFETCH(int, told);
        int count = 0;
        for (const Severity severity : allSeverities) {
            QCOMPARE(soundOf(policy, severity), sounds.at(int(severity)));
            count += isTold(policy, severity) ? 1 : 0;
        }
        QCOMPARE(count, told);
    }

    void whatHushes_data()
    {
        QTest::addColumn<DeskChoice>("choice");
        QTest::addColumn<bool>("night");
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<Hush>("hush");
        DeskChoice plain;
        DeskChoice muted;
        muted.mutedUntil = FakeClock().wall() + 1min;
        DeskChoice unmuted;
        unmuted.mutedUntil = FakeClock().wall();
        DeskChoice awake;
        awake.quietHours = false;
        QTest::newRow("day") << plain << false << Severity::Warning << Hush::None;
        QTest::newRow("night") << plain << true << Severity::Warning << Hush::Quiet;
        QTest::newRow("bad enough for the night") << plain << true << Severity::Critical << Hush::None;
        QTest::newRow("worse than that") << plain << true << Severity::Emergency << Hush::None;
        QTest::newRow("who keeps no quiet hours") << awake << true << Severity::Warning << Hush::None;
        QTest::newRow("muted by day") << muted << false << Severity::Emergency << Hush::Muted;
        QTest::newRow("muted by night") << muted << true << Severity::Warning << Hush::Muted;
        QTest::newRow("the mute is over") << unmuted << false << Severity::Warning << Hush::None;
    }
    void whatHushes()
    {
        QFETCH(DeskChoice, choice);
        QFETCH(bool, night);
        QFETCH(Severity, severity);
        QFETCH(Hush, hush);
        DeskPolicy policy;
        policy.throughQuiet = Severity::Critical;
        if (night)
            policy.quiet = {{QTime(22, 0), QTime(7, 0), {}, "UTC"}};
        QCOMPARE(hushOf(policy, choice, severity, FakeClock().wall()), hush);
    }

    void manyAreToldAsOne()
    {
        FakeClock clock;
        NotificationPacer pacer;
        QVERIFY(!pacer.take(4, clock.now()));
        QVERIFY(pacer.take(3, clock.now()));
        clock.advance(20s);
        QVERIFY(pacer.take(3, clock.now()));
        clock.advance(20s);
        QVERIFY(!pacer.take(1, clock.now()));
        clock.advance(20s);
        QVERIFY(pacer.take(3, clock.now()));
        QVERIFY(!pacer.take(1, clock.now()));
    }

    void theSoundComesAgainUntilItIsStopped()
    {
        FakeClock clock;
        SoundReminder reminder;
        QVERIFY(!reminder.isDue(clock.now()));
        reminder.sounded(clock.now(), 2min);
        clock.advance(119s);
        QVERIFY(!reminder.isDue(clock.now()));
        clock.advance(1s);
        QVERIFY(reminder.isDue(clock.now()));
        reminder.sounded(clock.now(), 2min);
        QVERIFY(!reminder.isDue(clock.now()));
        clock.advance(1h);
        reminder.stop();
        QVERIFY(!reminder.isDue(clock.now()));
        reminder.sounded(clock.now(), std::nullopt);
        clock.advance(24h);
        QVERIFY(!reminder.isDue(clock.now()));
    }
};

WATCHFLOOR_TEST(TestNotificationPolicy)
#include "tst_notificationpolicy.moc"
