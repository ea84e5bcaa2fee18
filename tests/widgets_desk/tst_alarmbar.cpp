#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_desk/deskroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/textlabel.h"
#include "widgets/desk/alarmbar.h"
#include "widgets/desk/notificationsdialog.h"

#include <QCheckBox>
#include <QListWidget>
#include <QSlider>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
/// Off-screen there is neither a tray nor a bus: the window has to say everything.
struct BarRoom : DeskRoom
{
    QWidget window;
    AlarmBar bar{desk, &window};

    explicit BarRoom(const DeskPolicy &policy = {})
        : DeskRoom(policy)
    {
        window.resize(1'300, 60);
        bar.resize(1'300, bar.height());
        window.show();
    }
    void alarm(const QStringList &names)
    {
        QSignalSpy announced(&desk, &Desk::announced);
        fire(names);
        QVERIFY(announced.wait());
    }
    void press(const QString &name)
    {
        auto *button = shownIn<ActionButton>(bar, name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QString text(const QString &name) const
    {
        const auto *label = shownIn<TextLabel>(bar, name);
        return label ? label->text() : QString();
    }
};
}

class TestAlarmBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void itShowsTheWorstUntilItIsSeen()
    {
        BarRoom room;
        QVERIFY(!room.bar.isVisible());
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({DeskRoom::alert(u"Slow"_s, u"warning"_s), DeskRoom::alert(u"Down"_s, u"critical"_s)});
        QVERIFY(announced.wait());
        QVERIFY(room.bar.isVisible());
        QCOMPARE(room.text(u"alarmName"_s), u"payment: Down"_s);
        QVERIFY(shownIn<ActionButton>(room.bar, u"alarmMore"_s)->text().contains(u'1'));
        QVERIFY(keepPicture(room.bar.grab(), u"alarm-bar"_s));
        room.press(u"alarmSeen"_s);
        QCOMPARE(room.text(u"alarmName"_s), u"payment: Slow"_s);
        QVERIFY(!shownIn<ActionButton>(room.bar, u"alarmMore"_s));
        room.press(u"alarmSeen"_s);
        QVERIFY(!room.bar.isVisible());
    }

    void allCanBeSeenAtOnce()
    {
        BarRoom room;
        room.alarm({u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s});
        QSignalSpy opened(&room.desk, &Desk::openRequested);
        room.press(u"alarmMore"_s);
        QCOMPARE(opened.first().first().toString(), u"alerts"_s);
        QVERIFY(room.bar.isVisible());
        room.press(u"alarmAllSeen"_s);
        QVERIFY(!room.bar.isVisible());
    }

    void acknowledgingSaysWhatCameOfIt()
    {
        BarRoom room;
        room.alarm({u"Down"_s});
        room.press(u"alarmAcknowledge"_s);
        QCOMPARE(room.named(u"Down"_s)->state, AlertState::Acknowledged);
        QCOMPARE(room.text(u"alarmResult"_s), u"Acknowledged by mk."_s);
        QVERIFY(!shownIn<ActionButton>(room.bar, u"alarmAcknowledge"_s));
        QVERIFY(keepPicture(room.bar.grab(), u"alarm-bar-done"_s));
    }

    void aRefusedSilenceStaysAnAlarm()
    {
        BarRoom room;
        room.alarm({u"Down"_s});
        QSignalSpy acted(&room.desk, &Desk::acted);
        room.press(u"alarmSilence"_s); // nobody listens there
        QVERIFY(acted.size() == 1 || acted.wait());
        QVERIFY2(room.text(u"alarmResult"_s).startsWith(u"Not silenced. am-1"), qPrintable(room.text(u"alarmResult"_s)));
        QCOMPARE(room.text(u"alarmName"_s), u"payment: Down"_s);
        QVERIFY(keepPicture(room.bar.grab(), u"alarm-bar-refused"_s));
    }

    void openingIsSeeing()
    {
        BarRoom room;
        room.alarm({u"Down"_s});
        QSignalSpy opened(&room.desk, &Desk::openRequested);
        room.press(u"alarmOpen"_s);
        QCOMPARE(opened.first().first().toString(), u"alerts/"_s + room.named(u"Down"_s)->fingerprint);
        QVERIFY(!room.bar.isVisible());
    }

    void whatIsOverLeavesTheBar()
    {
        BarRoom room;
        room.alarm({u"Down"_s});
        room.fire(QStringList());
        QVERIFY(!room.bar.isVisible());
    }

    void markupIsText()
    {
        BarRoom room;
        QSignalSpy announced(&room.desk, &Desk::announced);
        room.fire({DeskRoom::alert(u"<img src=\"/fifo\">\n\x202E"_s, u"critical"_s)});
        QVERIFY(announced.wait());
        QVERIFY(room.text(u"alarmName"_s).contains(u"<img src=\"/fifo\">"));
        QVERIFY(!room.text(u"alarmName"_s).contains(QChar(0x202E)));
    }

    void theDialogSetsWhatThePersonWants()
    {
        DeskPolicy policy;
        policy.quiet = {{QTime(22, 0), QTime(7, 0), {1, 2}, "Europe/Berlin"}};
        BarRoom room(policy);
        auto *dialog = new NotificationsDialog(room.desk, &room.window);
        dialog->show();
        QVERIFY(shownIn<TextLabel>(*dialog, u"notificationText"_s)->text().startsWith(u"No notification service"));
        QVERIFY(shownIn<TextLabel>(*dialog, u"trayText"_s)->text().startsWith(u"There is no tray"));
        QVERIFY(shownIn<TextLabel>(*dialog, u"quietText"_s)->text().contains(u"22:00–07:00 Mon, Tue (Europe/Berlin)"));
        const auto click = [dialog](const QString &name) {
            auto *check = dialog->findChild<QCheckBox *>(name);
            QTest::mouseClick(check, Qt::LeftButton, {}, QPoint(8, check->height() / 2));
        };
        auto *whose = dialog->findChild<QListWidget *>(u"whose"_s);
        QVERIFY(!whose->isEnabled());
        for (const char *name : {"onlyMine", "notifications", "quietHours", "sound", "unowned"})
            click(QLatin1String(name));
        QVERIFY(whose->isEnabled());
        QCOMPARE(whose->count(), 5);
        whose->item(0)->setCheckState(Qt::Checked);
        whose->item(4)->setCheckState(Qt::Checked);
        dialog->findChild<QSlider *>(u"volume"_s)->setValue(30);
        DeskChoice wanted;
        wanted.onlyMine = true;
        wanted.notifications = wanted.quietHours = wanted.sound = wanted.unowned = false;
        wanted.owners = {u"team-pay"_s};
        wanted.services = {u"taxi"_s};
        wanted.volume = 0.3;
        QCOMPARE(room.desk.choice(), wanted);
        whose->item(4)->setCheckState(Qt::Unchecked);
        QVERIFY(room.desk.choice().services.isEmpty());
        QVERIFY(keepPicture(dialog->grab(), u"notifications-dialog"_s));
        QTest::mouseClick(shownIn<ActionButton>(*dialog, u"mute1"_s), Qt::LeftButton);
        QCOMPARE(room.desk.choice().mutedUntil, std::optional(room.clock.wall() + 1h));
        QCOMPARE(shownIn<TextLabel>(*dialog, u"mutedText"_s)->text(), u"Muted until 04:12"_s);
        QVERIFY(!shownIn<ActionButton>(*dialog, u"mute1"_s));
        QVERIFY(keepPicture(dialog->grab(), u"notifications-dialog-muted"_s));
        QTest::mouseClick(shownIn<ActionButton>(*dialog, u"unmute"_s), Qt::LeftButton);
        QVERIFY(!room.desk.choice().mutedUntil);
        QTest::mouseClick(shownIn<ActionButton>(*dialog, u"trycritical"_s), Qt::LeftButton);
        QTest::mouseClick(shownIn<ActionButton>(*dialog, u"close"_s), Qt::LeftButton);
        QTRY_VERIFY(!room.window.findChild<NotificationsDialog *>());
    }
};

WATCHFLOOR_TEST(TestAlarmBar)
#include "tst_alarmbar.moc"
