#include "tests/support/testregistry.h"
#include "tests/widgets_shell/shellroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/desk/alarmbar.h"
#include "widgets/desk/desk.h"
#include "widgets/desk/notificationsdialog.h"
#include "widgets/theme/applytheme.h"

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {
/// Off-screen the desk has neither tray nor bus: the window takes over.
struct DeskedRoom : ShellRoom
{
    Desk desk{session};

    DeskedRoom()
    {
        window.setDesk(desk);
        QObject::connect(&desk, &Desk::openRequested, &window, [this](const QString &path) { window.openPage(path); });
    }
    ~DeskedRoom() { delete window.findChild<AlarmBar *>(); }
    void alarm(const QStringList &names)
    {
        QSignalSpy announced(&desk, &Desk::announced);
        tell(names);
        QVERIFY(announced.size() > 0 || announced.wait());
    }
    AlarmBar *bar() const { return visible<AlarmBar>(); }
};
}

class TestDeskSide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void theBarStandsOverEveryPageUntilItIsSeen()
    {
        DeskedRoom room;
        room.tell();
        QVERIFY(!room.bar());
        QVERIFY(room.window.windowTitle().startsWith(u"Unified"));
        room.alarm({u"Down"_s, u"Slow"_s});
        QVERIFY(room.bar());
        room.tick();
        QVERIFY2(room.window.windowTitle().startsWith(u"(2) ◆ Unified"), qPrintable(room.window.windowTitle()));
        for (const QString &page : pageNames()) {
            QVERIFY(room.window.openPage(page));
            QVERIFY(room.bar());
        }
        room.window.openPage(u"overview"_s);
        room.window.resize(1366, 768);
        QVERIFY(keepPicture(room.window.grab(), u"window-alarm"_s));
        QTest::keyClick(&room.window, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!room.bar());
    }

    void theAlertBeforeTheEyesIsSeen()
    {
        DeskedRoom room;
        room.alarm({u"Down"_s});
        QVERIFY(room.bar());
        QTest::mouseClick(shownIn<ActionButton>(room.window, u"alarmOpen"_s), Qt::LeftButton);
        QVERIFY(!room.bar());
        QCOMPARE(room.window.currentPath(), u"alerts/"_s + room.fingerprint());
    }

    void theBellLeadsToTheSettings()
    {
        DeskedRoom room;
        auto *bell = shownIn<IconButton>(room.window, u"bell"_s);
        QVERIFY(bell);
        QTest::mouseClick(bell, Qt::LeftButton);
        auto *dialog = room.visible<NotificationsDialog>();
        QVERIFY(dialog);
        room.desk.mute(room.clock.wall() + 1h);
        QCOMPARE(bell->toolTip(), u"Muted until 04:12"_s);
        QVERIFY(keepPicture(room.window.grab(), u"window-muted"_s));
        dialog->close();
    }

    void withoutADeskThereIsNoBell()
    {
        ShellRoom room;
        QVERIFY(!shownIn<IconButton>(room.window, u"bell"_s));
        room.window.showNotificationSettings();
        QVERIFY(!room.visible<NotificationsDialog>());
    }
};

WATCHFLOOR_TEST(TestDeskSide)
#include "tst_deskside.moc"
