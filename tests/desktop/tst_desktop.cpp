#include "tests/support/testregistry.h"
#include "tests/support/widgethands.h"
#include "tests/widgets_desk/deskroom.h"
#include "widgets/theme/theme.h"

#include <QProcess>
#include <QScreen>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

constexpr int patience = 20'000; ///< milliseconds; a tray is looked for every five seconds

/// A program of the desktop that can be killed and started again.
class Piece
{
public:
    Piece(QString program, QStringList arguments)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {
    }
    ~Piece() { stop(); }

    bool start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::MergedChannels);
        QSignalSpy started(m_process.get(), &QProcess::started);
        m_process->start(m_program, m_arguments);
        return started.size() > 0 || started.wait();
    }
    void stop()
    {
        if (!m_process || m_process->state() == QProcess::NotRunning)
            return;
        QSignalSpy ended(m_process.get(), &QProcess::finished);
        m_process->kill();
        if (m_process->state() != QProcess::NotRunning)
            ended.wait();
    }
    /// Everything that it printed.
    QString said()
    {
        m_said += QString::fromUtf8(m_process->readAll());
        return m_said;
    }

private:
    QString m_program;
    QStringList m_arguments;
    QString m_said;
    std::unique_ptr<QProcess> m_process;
};

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QSignalSpy ended(&process, &QProcess::finished);
    process.start(program, arguments);
    if (ended.isEmpty())
        ended.wait();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

Piece trayer()
{
    return {u"trayer"_s, {u"--edge"_s, u"top"_s, u"--align"_s, u"right"_s, u"--widthtype"_s, u"request"_s, u"--height"_s, u"26"_s}};
}
Piece dunst()
{
    return {u"dunst"_s, {}};
}
Piece mock(const QString &capabilities)
{
    return {u"/usr/bin/python3"_s, {u"-u"_s, u"-m"_s, u"dbusmock"_s, u"--template"_s, u"notification_daemon"_s, u"-p"_s, u"{\"capabilities\": \"%1\"}"_s.arg(capabilities)}};
}
Piece pulse()
{
    return {u"pulseaudio"_s, {u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"-n"_s, u"-L"_s, u"module-null-sink sink_name=null"_s, u"-L"_s, u"module-native-protocol-unix"_s}};
}

/// How many pixels of a picture are nearly of this colour.
int pixelsOf(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const int off = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green()) + std::abs(pixel.blue() - colour.blue());
            count += off < 48 ? 1 : 0;
        }
    return count;
}

} // namespace

/// The desk against real programs of a desktop, which die and come back while it runs.
class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, ThemeMode::Dark);
        QVERIFY(m_pulse.start());
        QTRY_VERIFY_WITH_TIMEOUT(output(u"pactl"_s, {u"list"_s, u"short"_s, u"sinks"_s}).contains(u"null"), patience);
    }
    void cleanupTestCase() { m_pulse.stop(); }

    void theTrayIsFollowed()
    {
        DeskRoom room;
        QVERIFY(!room.desk.reach().tray);
        Piece tray = trayer();
        QVERIFY(tray.start());
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().tray, patience);
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.trayIcon()->geometry().width() >= 16, patience);
        room.fire({u"Down"_s, u"Slow"_s});
        room.tick();
        const Theme &colours = theme(ThemeMode::Dark);
        // A third of it at least is the red shape, and the count's box stands at its lower right.
        QTRY_VERIFY_WITH_TIMEOUT(pixelsOf(shot(room), colours.critical) > shot(room).width() * shot(room).height() / 8, patience);
        QVERIFY(pixelsOf(shot(room), colours.window) > 20);
        QVERIFY(keepPicture(shot(room).scaled(shot(room).size() * 6), u"real-tray"_s));
        tray.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!room.desk.reach().tray, patience);
        QVERIFY(tray.start());
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().tray && pixelsOf(shot(room), colours.critical) > 20, patience);
    }

    void aNotificationTakesAnAnswer()
    {
        Piece service = mock(u"actions body body-markup"_s);
        QVERIFY(service.start());
        DeskRoom room;
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().notifications, patience);
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.notificationText().contains(u"mock-notify"), patience);
        room.fire({u"Down"_s});
        QTRY_VERIFY_WITH_TIMEOUT(service.said().contains(u"Notify \"Watchfloor\" 0 \"watchfloor\" \"payment: Down\" \"Down of &lt;b&gt;payment&lt;/b&gt;\" [\"default\""), patience);
        QVERIFY2(service.said().contains(u"\"silence\", \"Silence 1 h\""), qPrintable(service.said().right(2'000)));
        QVERIFY(service.said().contains(u"\"urgency\": 2"));
        press(u"acknowledge"_s);
        QTRY_COMPARE_WITH_TIMEOUT(room.named(u"Down"_s)->state, AlertState::Acknowledged, patience);
        QTRY_VERIFY_WITH_TIMEOUT(service.said().contains(u"\"Acknowledged by mk.\""), patience);
        QVERIFY(room.desk.alarms().empty());
        const auto notified = service.said().count(u" Notify \"");
        QCOMPARE(notified, 2); // the alarm, and what came of the button
    }

    void aRefusedSilenceIsSaid()
    {
        Piece service = mock(u"actions body"_s);
        QVERIFY(service.start());
        DeskRoom room;
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().notifications, patience);
        room.fire({u"Down"_s});
        QTRY_VERIFY_WITH_TIMEOUT(service.said().contains(u"\"payment: Down\""), patience);
        press(u"silence"_s);
        QTRY_VERIFY_WITH_TIMEOUT(service.said().contains(u"\"Not silenced. am-1: "), patience);
        QCOMPARE(room.desk.alarms().size(), size_t(1));
    }

    void oneThatDiesLeavesTheAlarmToTheWindow()
    {
        Piece service = dunst();
        QVERIFY(service.start());
        DeskRoom room;
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().notifications, patience);
        room.fire({u"Down"_s});
        QTRY_COMPARE_WITH_TIMEOUT(displayed(), u"1"_s, patience);
        QVERIFY(keepPicture(QGuiApplication::primaryScreen()->grabWindow(0).toImage(), u"real-notification"_s));
        service.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!room.desk.reach().notifications, patience);
        QVERIFY(room.desk.windowTakesOver());
        QVERIFY(service.start());
        QTRY_COMPARE_WITH_TIMEOUT(displayed(), u"1"_s, patience); // told once more to the new one
        QVERIFY(room.desk.reach().notifications);
        QTest::qWait(600); // as long as a person needs
        output(u"dunstctl"_s, {u"close"_s});
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.alarms().empty(), patience); // who closes it has seen it
    }

    void twoHundredAreOneNotification()
    {
        Piece service = dunst();
        QVERIFY(service.start());
        DeskRoom room;
        QTRY_VERIFY_WITH_TIMEOUT(room.desk.reach().notifications, patience);
        QStringList names;
        for (int i = 0; i < 200; ++i)
            names << u"Alert%1"_s.arg(i);
        room.fire(names);
        QTRY_COMPARE_WITH_TIMEOUT(displayed(), u"1"_s, patience);
        QTest::qWait(500);
        QCOMPARE(displayed(), u"1"_s);
        QCOMPARE(output(u"dunstctl"_s, {u"count"_s, u"waiting"_s}), u"0"_s);
    }

    void theSoundIsHeardUntilSomebodyLooks()
    {
        DeskPolicy policy;
        policy.repeat = 2min;
        DeskRoom room(policy);
        room.fire({u"Down"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!sounding().isEmpty(), patience);
        QVERIFY(room.desk.reach().sound);
        QVERIFY(room.desk.soundText().isEmpty());
        room.desk.markAllSeen();
        QVERIFY(!room.desk.windowTakesOver());
    }

    /// The last: what the audio system makes of its server's death outlives the desk.
    void withoutAnAudioServerTheWindowTakesOver()
    {
        DeskRoom room;
        m_pulse.stop();
        room.fire({u"Down"_s});
        QTRY_VERIFY_WITH_TIMEOUT(!room.desk.alarms().empty() && !room.desk.reach().sound, patience);
        QVERIFY(room.desk.windowTakesOver());
        QVERIFY(!room.desk.soundText().isEmpty());
    }

private:
    static QImage shot(DeskRoom &room)
    {
        const QRect place = room.desk.trayIcon()->geometry();
        return QGuiApplication::primaryScreen()->grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage();
    }
    static QString displayed() { return output(u"dunstctl"_s, {u"count"_s, u"displayed"_s}); }
    static QString sounding() { return output(u"pactl"_s, {u"list"_s, u"short"_s, u"sink-inputs"_s}); }
    static void press(const QString &action)
    {
        output(u"gdbus"_s, {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.Notifications"_s, u"--object-path"_s, u"/org/freedesktop/Notifications"_s, u"--method"_s,
                            u"org.freedesktop.DBus.Mock.EmitSignal"_s, u"org.freedesktop.Notifications"_s, u"ActionInvoked"_s, u"us"_s, u"[<uint32 1>, <'%1'>]"_s.arg(action)});
    }

    Piece m_pulse = pulse();
};

WATCHFLOOR_TEST(TestDesktop)
#include "tst_desktop.moc"
