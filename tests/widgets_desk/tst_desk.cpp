#include "tests/support/testregistry.h"
#include "tests/widgets_desk/deskroom.h"
#include "widgets/theme/glyphs.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
constexpr int soonMs = 400; ///< longer than alerts are gathered

QString title(const QSignalSpy &announced, int at = 0)
{
    return announced.at(at).at(0).toString();
}
QString body(const QSignalSpy &announced, int at = 0)
{
    return announced.at(at).at(1).toString();
}
DeskPolicy nightly()
{
    DeskPolicy policy;
    policy.quiet = {{QTime(22, 0), QTime(7, 0), {}, "UTC"}}; // it is 03:12
    policy.throughQuiet = Severity::Critical;
    return policy;
}
}

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void nothingSeenIsBlind()
    {
        DeskRoom room;
        QCOMPARE(room.desk.trayState(), State::Blind);
        QVERIFY(room.desk.trayText().startsWith(u"Shop: Blind"));
    }

    void theIconFollowsTheWorstState()
    {
        DeskRoom room;
        room.fire(QStringList());
        room.tick();
        const QSize size(32, 32);
        const QImage blind = room.desk.trayIcon()->icon().pixmap(size).toImage();
        room.fire({u"HighErrorRate"_s});
        room.tick();
        QCOMPARE(room.desk.trayState(), State::Critical);
        const QImage critical = room.desk.trayIcon()->icon().pixmap(size).toImage();
        QVERIFY(critical != blind);
        QVERIFY(room.desk.trayText().contains(u"1 critical"));
        room.fire({u"HighErrorRate"_s, u"Other"_s});
        room.tick();
        QVERIFY(room.desk.trayIcon()->icon().pixmap(size).toImage() != critical); // it counts two now
        QCOMPARE(room.desk.titleMark(), u"(2) ◆"_s);
    }

    void whatBeginsToFireIsTold_data()
    {
        QTest::addColumn<QString>("severity");
        QTest::addColumn<int>("told");
        QTest::newRow("critical") << u"critical"_s << 1;
        QTest::newRow("warning") << u"warning"_s << 1;
        QTest::newRow("information") << u"info"_s << 0;
    }
    void whatBeginsToFireIsTold()
    {
        QFETCH(QString, severity);
        QFETCH(int, told);
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s}, severity);
        QCOMPARE(announced.wait(soonMs), told > 0);
        QCOMPARE(announced.size(), told);
        QCOMPARE(room.desk.alarms().size(), size_t(told));
        if (told > 0) {
            QCOMPARE(title(announced), u"payment: HighErrorRate"_s);
            QCOMPARE(body(announced), u"HighErrorRate of <b>payment</b>"_s);
        }
    }

    void oneStateIsToldOnce()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        for (int round = 0; round < 5; ++round) {
            room.fire({u"HighErrorRate"_s});
            room.clock.advance(5s);
            room.tick();
        }
        QVERIFY(announced.wait());
        QVERIFY(!announced.wait(soonMs));
        QCOMPARE(announced.size(), 1);
    }

    void whatIsOverBeforeItIsToldIsNotTold()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s});
        room.fire(QStringList(), u"critical"_s);
        room.fire({u"Second"_s});
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        QCOMPARE(title(announced), u"payment: Second"_s);
    }

    void mutedAndTakenOnStayQuiet()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s}, u"critical"_s, OriginAlert::State::Suppressed);
        QVERIFY(!announced.wait(soonMs));
        room.fire({u"HighErrorRate"_s}); // the silence ended
        QVERIFY(announced.wait());
        const QString fingerprint = room.named(u"HighErrorRate"_s)->fingerprint;
        room.desk.acknowledge(fingerprint);
        QVERIFY(room.desk.alarms().empty());
        room.session.unacknowledge(fingerprint);
        QCOMPARE(room.named(u"HighErrorRate"_s)->state, AlertState::Firing);
        QVERIFY(!announced.wait(soonMs)); // letting go is not news
    }

    void anAcknowledgementThatRanOutTellsAgain()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s});
        QVERIFY(announced.wait());
        room.session.acknowledge({{room.named(u"HighErrorRate"_s)->fingerprint}, {}, 30min});
        room.clock.advance(29min);
        room.fire({u"HighErrorRate"_s});
        room.tick();
        QVERIFY(!announced.wait(soonMs));
        room.clock.advance(2min);
        room.fire({u"HighErrorRate"_s});
        room.tick();
        QVERIFY(announced.wait());
        QVERIFY2(body(announced, 1).contains(u"its acknowledgement is over"), qPrintable(body(announced, 1)));
    }

    void anEscalationTells()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"HighErrorRate"_s});
        QVERIFY(announced.wait());
        room.desk.markAllSeen();
        Escalation escalation;
        escalation.alert = *room.named(u"HighErrorRate"_s);
        escalation.to = u"anna"_s;
        Q_EMIT room.session.escalated({escalation});
        QVERIFY(announced.wait());
        QCOMPARE(title(announced, 1), u"Now anna's: payment: HighErrorRate"_s);
        QCOMPARE(room.desk.alarms().size(), size_t(1));
    }

    void manyAreToldAsOne()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        QStringList names;
        for (int i = 0; i < 200; ++i)
            names << u"Alert%1"_s.arg(i);
        room.fire(names);
        QVERIFY(announced.wait());
        QVERIFY(!announced.wait(soonMs));
        QCOMPARE(announced.size(), 1);
        QCOMPARE(room.desk.alarms().size(), size_t(200));
        QVERIFY2(title(announced).startsWith(u"payment: 200 alert"), qPrintable(title(announced)));
        QVERIFY2(body(announced).startsWith(u"200 critical, 0 warning"), qPrintable(body(announced)));
    }

    void whatComesInAStreamIsToldAsOneToo()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        QStringList names;
        for (int i = 0; i < 9; ++i) {
            names << u"Alert%1"_s.arg(i);
            room.fire(names);
            QVERIFY(announced.wait());
        }
        QCOMPARE(announced.size(), 9); // each replaces the one before from the seventh on
        QCOMPARE(title(announced, 5), u"payment: Alert5"_s);
        QVERIFY2(title(announced, 8).startsWith(u"payment: 3 alert"), qPrintable(title(announced, 8)));
    }

    void onlyMineIsOnlyMine()
    {
        DeskRoom room;
        DeskChoice choice;
        choice.onlyMine = true;
        choice.owners = {u"team-stay"_s};
        choice.unowned = false;
        room.desk.setChoice(choice);
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({DeskRoom::alert(u"A"_s, u"critical"_s), DeskRoom::alert(u"B"_s, u"warning"_s, u"hotel"_s), DeskRoom::alert(u"C"_s, u"critical"_s, {})});
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        QCOMPARE(title(announced), u"hotel: B"_s);
        room.tick();
        QCOMPARE(room.desk.titleMark(), u"(1) ▲"_s);
    }

    void mutingKeepsBackAndEndsByItself()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        QSignalSpy chosen(&room.desk, &Desk::choiceChanged);
        room.fire(QStringList());
        room.tick();
        const QImage loud = room.desk.trayIcon()->icon().pixmap(22, 22).toImage();
        room.desk.mute(room.clock.wall() + 30min);
        QCOMPARE(room.desk.hushText(), u"Muted until 03:42"_s);
        room.fire({u"A"_s, u"B"_s});
        room.tick();
        QVERIFY(!announced.wait(soonMs));
        QVERIFY(room.desk.alarms().empty());
        QVERIFY2(room.desk.trayText().contains(u"Muted until 03:42, 2 kept back"), qPrintable(room.desk.trayText()));
        QVERIFY(room.desk.trayIcon()->icon().pixmap(22, 22).toImage() != loud);
        room.fire({u"A"_s}); // B is over before anybody hears of it
        room.clock.advance(31min);
        room.fire({u"A"_s});
        room.tick();
        QVERIFY(room.desk.hushText().isEmpty());
        QCOMPARE(chosen.size(), 2);
        QVERIFY(announced.wait());
        QVERIFY(!announced.wait(soonMs));
        QCOMPARE(announced.size(), 1);
        QCOMPARE(title(announced), u"payment: A"_s);
        QVERIFY2(body(announced).contains(u"kept back until now"), qPrintable(body(announced)));
    }

    void quietHoursLetTheWorstThrough()
    {
        DeskRoom room(nightly());
        QSignalSpy announced(&room.desk, &Desk::announced);
        QCOMPARE(room.desk.hushText(), u"Quiet hours until 07:00"_s);
        room.fire({DeskRoom::alert(u"Slow"_s, u"warning"_s), DeskRoom::alert(u"Down"_s, u"critical"_s)});
        QVERIFY(announced.wait());
        QVERIFY(!announced.wait(soonMs));
        QCOMPARE(announced.size(), 1);
        QCOMPARE(title(announced), u"payment: Down"_s);
        DeskChoice awake;
        awake.quietHours = false;
        room.desk.setChoice(awake);
        room.tick();
        QVERIFY(announced.wait());
        QCOMPARE(title(announced, 1), u"payment: Slow"_s);
    }

    void theMorningTellsWhatTheNightKept()
    {
        DeskRoom room(nightly());
        QSignalSpy announced(&room.desk, &Desk::announced);
        QStringList names;
        for (int i = 0; i < 5; ++i)
            names << u"Slow%1"_s.arg(i);
        room.fire(names, u"warning"_s);
        room.clock.advance(4h);
        room.fire(names, u"warning"_s);
        room.tick();
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        QVERIFY2(title(announced).startsWith(u"5 alert") && title(announced).contains(u"meanwhile"), qPrintable(title(announced)));
    }

    void aBlindSourceIsToldOnce()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({u"A"_s, u"B"_s, u"C"_s, u"D"_s});
        room.tick();
        QVERIFY(announced.wait());
        room.desk.markAllSeen();
        for (int i = 0; i < 12; ++i) {
            room.clock.advance(10s);
            room.apply(u"main"_s, SourceAnswer{});
            room.apply(u"am-1"_s, SourceFailure{{Error::Kind::Refused, {}, u"http://127.0.0.1:9"_s}});
            room.tick();
        }
        QCOMPARE(room.named(u"A"_s)->state, AlertState::Unseen);
        QVERIFY(announced.wait());
        QVERIFY(!announced.wait(soonMs));
        QCOMPARE(announced.size(), 2);
        QCOMPARE(title(announced, 1), u"am-1 cannot be seen"_s);
        QCOMPARE(room.desk.alarms().front().key, u"source/am-1"_s);
        QSignalSpy opened(&room.desk, &Desk::openRequested);
        room.desk.open(room.desk.alarms().front().key);
        QCOMPARE(opened.first().first().toString(), u"sources/am-1"_s);
        // Seen again, all still fire: nothing began.
        room.fire({u"A"_s, u"B"_s, u"C"_s, u"D"_s});
        room.tick();
        QCOMPARE(room.named(u"A"_s)->state, AlertState::Firing);
        QVERIFY(!announced.wait(soonMs));
    }

    void whatFlapsIsToldOnce()
    {
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        for (int round = 0; round < 8; ++round) {
            room.fire({u"Flap"_s});
            room.tick();
            announced.wait(soonMs);
            room.clock.advance(20s);
            // Its end is told by the Alertmanager before its time: it recovered.
            room.fire(QStringList());
            room.tick();
            room.clock.advance(20s);
        }
        const FlapPolicy policy;
        QCOMPARE(announced.size(), policy.starts);
        QVERIFY2(body(announced, policy.starts - 1).contains(u"it flaps"), qPrintable(body(announced, policy.starts - 1)));
    }

    void theMenuLeadsWhereItSays()
    {
        DeskRoom room;
        room.fire({DeskRoom::alert(u"A & B"_s, u"critical"_s)});
        room.tick();
        QSignalSpy opened(&room.desk, &Desk::openRequested);
        QSignalSpy quit(&room.desk, &Desk::quitRequested);
        QSignalSpy settings(&room.desk, &Desk::settingsRequested);
        QCOMPARE(room.action(u"trayAlert"_s)->text(), u"payment: A && B"_s);
        room.action(u"trayAlert"_s)->trigger();
        room.action(u"trayAlerts"_s)->trigger();
        room.action(u"trayOpen"_s)->trigger();
        QCOMPARE(opened.size(), 3);
        QCOMPARE(opened.at(0).first().toString(), u"alerts/"_s + room.named(u"A & B"_s)->fingerprint);
        QCOMPARE(opened.at(1).first().toString(), u"alerts"_s);
        QCOMPARE(opened.at(2).first().toString(), QString());
        room.action(u"traySettings"_s)->trigger();
        QCOMPARE(settings.size(), 1);
        room.action(u"trayQuit"_s)->trigger();
        QCOMPARE(quit.size(), 1);
    }

    void theMenuMutesAndTellsAgain()
    {
        DeskRoom room;
        room.fire({u"A"_s});
        QSignalSpy announced(&room.desk, &Desk::announced);
        QVERIFY(announced.wait());
        QVERIFY(room.action(u"traySeen"_s));
        room.action(u"traySeen"_s)->trigger();
        QVERIFY(room.desk.alarms().empty());
        QVERIFY(!room.action(u"traySeen"_s));
        QMenu *mute = room.action(u"trayMute"_s)->menu();
        QCOMPARE(mute->actions().size(), 4);
        const WallTime now = room.clock.wall();
        const std::vector<WallTime> ends{now + 30min, now + 1h, now + 8h, WallTime(1'795'334'400s)}; // the last is 08:00 UTC of the next day
        for (size_t i = 0; i < ends.size(); ++i) {
            room.action(u"trayMute"_s)->menu()->actions().at(qsizetype(i))->trigger();
            QCOMPARE(room.desk.choice().mutedUntil, std::optional(ends[i]));
            QVERIFY(room.action(u"trayUnmute"_s)->text().contains(i < 3 ? clockText(ends[i]) : u"08:00"_s));
            room.action(u"trayUnmute"_s)->trigger();
            QVERIFY(!room.desk.choice().mutedUntil);
        }
    }

    void aClockThatWasPutBackDoesNotMuteForEver()
    {
        DeskRoom room;
        room.desk.mute(room.clock.wall() + std::chrono::hours(24 * 365));
        QCOMPARE(room.desk.choice().mutedUntil, std::optional(room.clock.wall() + 48h));
    }

    void anAlarmGoesOnUnderAnotherName_data()
    {
        QTest::addColumn<bool>("isTold");
        QTest::newRow("told already") << true;
        QTest::newRow("not told yet") << false;
    }

    /// The Prometheus tells late which label is an external one: the buttons must reach the alert, and nobody has seen it yet.
    void anAlarmGoesOnUnderAnotherName()
    {
        QFETCH(bool, isTold);
        DeskRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        OriginAlert alert = DeskRoom::alert(u"A"_s, u"critical"_s);
        alert.labels.set(u"cluster"_s, u"eu-1"_s);
        room.fire({alert});
        const QString before = room.named(u"A"_s)->fingerprint;
        if (isTold)
            QVERIFY(announced.wait());
        PrometheusAlertsSnapshot late;
        late.externalLabels = {{u"cluster"_s, u"eu-1"_s}};
        room.apply(u"main"_s, late);
        QVERIFY(room.named(u"A"_s)->fingerprint != before);
        room.tick();
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), isTold ? 2 : 1);
        QCOMPARE(room.desk.alarms().size(), size_t(1));
        QCOMPARE(room.desk.alarms().front().key, room.named(u"A"_s)->fingerprint);
        room.desk.acknowledge(room.desk.alarms().front().key);
        QCOMPARE(room.named(u"A"_s)->state, AlertState::Acknowledged);
    }

    void aClockThatIsPutBackDoesNotMuteLonger()
    {
        DeskRoom room;
        room.desk.mute(room.clock.wall() + 30min);
        room.clock.stepWall(-3h);
        room.clock.advance(29min);
        room.tick();
        QVERIFY(room.desk.choice().mutedUntil);
        room.clock.advance(1min);
        room.tick();
        QVERIFY(!room.desk.choice().mutedUntil);
        QVERIFY(room.desk.hushText().isEmpty());
    }

    void withoutAnythingOutsideTheWindowTakesOver()
    {
        DeskRoom room; // off-screen there is no tray, and no bus
        QVERIFY(!room.desk.windowTakesOver());
        QVERIFY(!room.desk.reach().tray);
        QVERIFY(!room.desk.reach().notifications);
        room.fire({u"A"_s});
        QSignalSpy announced(&room.desk, &Desk::announced);
        QVERIFY(announced.wait());
        QVERIFY(room.desk.windowTakesOver());
        room.desk.markSeen(room.named(u"A"_s)->fingerprint);
        QVERIFY(!room.desk.windowTakesOver());
    }

    void aStormHoldsNobodyUp()
    {
        DeskRoom room;
        QStringList names;
        for (int i = 0; i < 10'000; ++i)
            names << u"Alert%1"_s.arg(i);
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire(names);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(announced.wait());
        QCOMPARE(announced.size(), 1);
        QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    static QString clockText(WallTime time)
    {
        return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).toString(u"HH:mm"_s);
    }
};

WATCHFLOOR_TEST(TestDesk)
#include "tst_desk.moc"
