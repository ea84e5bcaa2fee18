#include "tests/support/fakeclock.h"
#include "tests/support/fakecommands.h"
#include "tests/support/testregistry.h"
#include "widgets/theme/applytheme.h"
#include "widgets/wall/wallwindow.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A page that would do something, were it asked to.
class BusyPage final : public Page
{
public:
    BusyPage(const PageContext &context, int &acts)
        : Page(context)
        , button(new QPushButton(u"Restart everything"_s))
        , field(new QLineEdit)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(button);
        column->addWidget(field);
        connect(button, &QPushButton::clicked, this, [&acts] { ++acts; });
    }
    bool open(const QString &item) override { return item.isEmpty(); }
    void showEvent(QShowEvent *) override { button->setFocus(); }

    QPushButton *button;
    QLineEdit *field;
};

Workspace shop()
{
    Workspace workspace;
    workspace.name = u"Shop"_s;
    workspace.environment = u"production"_s;
    SourceSpec main;
    main.name = u"main"_s;
    main.target.base = QUrl(u"http://127.0.0.1:9"_s);
    main.interval = 10s;
    workspace.sources = {main};
    for (const QString &name : {u"payment"_s, u"taxi"_s}) {
        Service service;
        service.name = name;
        service.labels = {{u"service"_s, name}};
        workspace.services.push_back(service);
    }
    workspace.wall.pages = {{u"overview"_s, 30s}, {u"busy"_s, 20s}, {u"gone"_s, 20s}};
    return workspace;
}

struct Room
{
    FakeClock clock;
    Session session{shop(), clock, {.dataFolder = {}, .actor = u"mk"_s, .watchFiles = false, .storageError = {}}};
    FakeCommands commands;
    PageContext context{session.stores(), commands, clock, session};
    int acts = 0;
    WallWindow wall{context, [this](const QString &path) -> std::unique_ptr<Page> {
                        return path == u"busy" ? std::make_unique<BusyPage>(context, acts) : nullptr;
                    }};

    Room()
    {
        wall.resize(1920, 1080);
        wall.show();
    }
    void pass(std::chrono::seconds time)
    {
        for (auto second = 0s; second < time; ++second) {
            clock.advance(1s);
            wall.tick();
        }
    }
    void tell(bool fires, const QString &service = u"payment"_s)
    {
        PrometheusAlertsSnapshot snapshot;
        if (fires) {
            OriginAlert alert;
            alert.labels = {{u"alertname"_s, u"HighErrorRate"_s}, {u"severity"_s, u"critical"_s}, {u"service"_s, service}};
            alert.annotations = {{u"summary"_s, u"<img src=/dev/zero> <b>4.71 %</b>"_s}};
            alert.startsAt = clock.wall() - 1min;
            snapshot.alerts = {alert};
        }
        session.stores().apply({u"main"_s, clock.now(), clock.wall(), SourceAnswer{}});
        session.stores().apply({u"main"_s, clock.now(), clock.wall(), snapshot});
        session.stores().tick(clock.now(), clock.wall());
    }
    QImage picture() { return wall.grab().toImage(); }
};

/// The colour of the frame, if there is one.
QColor frameOf(const QImage &picture)
{
    return picture.pixelColor(1, 1);
}

} // namespace

class TestWallWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void pagesTakeTurns();
    void keysGoOnAndLeave();
    void whatBurnsTakesTheScreen();
    void blindSourcesShow();
    void nothingCanBeDone();
    void everySizeIsDrawn_data();
    void everySizeIsDrawn();
    void theClockMoves();
    void anotherWorkspaceIsFollowed();
};

void TestWallWindow::pagesTakeTurns()
{
    Room room;
    room.tell(false);
    QCOMPARE(room.wall.currentPath(), u"overview"_s);
    room.pass(30s);
    QCOMPARE(room.wall.currentPath(), u"busy"_s);
    QVERIFY(room.wall.findChild<QPushButton *>()->isVisible());
    room.pass(20s);
    QCOMPARE(room.wall.currentPath(), u"gone"_s); // it is not there: the overview stands in
    QVERIFY(!room.wall.findChild<QPushButton *>()->isVisible());
    QVERIFY(room.wall.isSettled());
    room.pass(20s);
    QCOMPARE(room.wall.currentPath(), u"overview"_s);
}

void TestWallWindow::keysGoOnAndLeave()
{
    Room room;
    room.tell(false);
    QTest::keyClick(&room.wall, Qt::Key_Right);
    QCOMPARE(room.wall.currentPath(), u"busy"_s);
    QTest::keyClick(&room.wall, Qt::Key_Space);
    QCOMPARE(room.wall.currentPath(), u"gone"_s);
    QSignalSpy closed(&room.wall, &WallWindow::closed);
    QTest::keyClick(&room.wall, Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QVERIFY(!room.wall.isVisible());
}

void TestWallWindow::whatBurnsTakesTheScreen()
{
    Room room;
    room.tell(false);
    room.pass(1s);
    const QColor calm = frameOf(room.picture());
    room.tell(true);
    room.pass(3s);
    QCOMPARE(room.wall.currentPath(), u"overview"_s);
    room.pass(1s);
    QCOMPARE(room.wall.currentPath(), u"takeover/payment"_s);
    QVERIFY(frameOf(room.picture()) != calm);
    // Somebody has it: it gives the screen back, after a while.
    const QString fingerprint = room.session.stores().alerts.alerts().front().fingerprint;
    room.session.stores().apply({{}, room.clock.now(), room.clock.wall(), AcknowledgementChange{fingerprint, Acknowledgement{u"mk"_s, {}, room.clock.wall()}}});
    room.tell(true);
    room.pass(5s);
    room.tell(true);
    QCOMPARE(room.wall.currentPath(), u"takeover/payment"_s);
    room.pass(6s);
    QCOMPARE(room.wall.currentPath(), u"overview"_s);
    QCOMPARE(frameOf(room.picture()), calm);
}

void TestWallWindow::blindSourcesShow()
{
    Room room;
    room.tell(false);
    room.pass(1s);
    const QColor calm = frameOf(room.picture());
    room.clock.advance(60s);
    room.session.stores().tick(room.clock.now(), room.clock.wall());
    room.wall.tick();
    const QColor blind = frameOf(room.picture());
    QVERIFY(blind != calm);
    room.tell(true);
    room.pass(4s);
    QVERIFY(frameOf(room.picture()) != blind); // what burns and is seen has another frame than what cannot be seen
}

void TestWallWindow::nothingCanBeDone()
{
    Room room;
    room.tell(false);
    QVERIFY(QTest::qWaitForWindowActive(&room.wall));
    room.pass(30s);
    auto *page = room.wall.findChild<BusyPage *>();
    QVERIFY(page);
    QVERIFY(page->isVisible());
    QVERIFY(!page->isAncestorOf(QApplication::focusWidget()));
    // A click where the button is reaches nothing, nor do keys.
    const QPoint middle = page->button->mapTo(&room.wall, page->button->rect().center());
    QWidget *under = room.wall.childAt(middle);
    QVERIFY(!under || !page->isAncestorOf(under));
    QTest::mouseClick(room.wall.windowHandle(), Qt::LeftButton, {}, middle);
    for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Return, Qt::Key_A, Qt::Key_S, Qt::Key_Backtab, Qt::Key_Enter})
        QTest::keyClick(room.wall.windowHandle(), key);
    page->field->setFocus();
    QTest::keyClick(room.wall.windowHandle(), Qt::Key_X);
    QCOMPARE(room.acts, 0);
    QVERIFY(page->field->text().isEmpty());
    QCOMPARE(room.wall.currentPath(), u"busy"_s);
    QVERIFY(room.commands.acknowledged.isEmpty());
    QTest::keyClick(room.wall.windowHandle(), Qt::Key_Space);
    QCOMPARE(room.wall.currentPath(), u"gone"_s); // the wall's own keys work on
}

void TestWallWindow::everySizeIsDrawn_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("burns");
    for (const QSize size : {QSize(1024, 640), QSize(1920, 1080), QSize(3840, 2160)})
        for (const bool burns : {false, true})
            QTest::addRow("%d x %d%s", size.width(), size.height(), burns ? ", burning" : "") << size << burns;
}

void TestWallWindow::everySizeIsDrawn()
{
    QFETCH(QSize, size);
    QFETCH(bool, burns);
    Room room;
    room.wall.resize(size);
    room.tell(burns);
    room.pass(4s);
    const QImage picture = room.picture();
    std::set<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    QVERIFY2(colours.size() > 30, qPrintable(QString::number(colours.size())));
}

void TestWallWindow::theClockMoves()
{
    Room room;
    room.tell(false);
    room.pass(1s);
    const QImage before = room.picture();
    room.pass(1s);
    QVERIFY(room.picture() != before);
}

void TestWallWindow::anotherWorkspaceIsFollowed()
{
    Room room;
    room.tell(false);
    Workspace next = shop();
    next.wall.pages = {{u"busy"_s, 20s}};
    room.session.replaceWorkspace(next);
    room.wall.tick();
    QCOMPARE(room.wall.currentPath(), u"busy"_s);
    room.session.replaceWorkspace(Workspace{});
    room.wall.tick();
    QVERIFY(!room.picture().isNull());
}

WATCHFLOOR_TEST(TestWallWindow)
#include "tst_wallwindow.moc"
