#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_shell/shellroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/keyshelp.h"
#include "widgets/shell/navigationrail.h"
#include "widgets/shell/searchbutton.h"
#include "widgets/shell/statusline.h"
#include "widgets/theme/applytheme.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// The window by clicks and keys alone.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void digitsSwitchPages();
    void theRailSwitchesPages();
    void altLeftGoesBack();
    void thePaletteFinds_data();
    void thePaletteFinds();
    void thePaletteRuns_data();
    void thePaletteRuns();
    void thePaletteByKeysAndMouse();
    void aNameFromOutsideIsText();
    void slashFiltersThePage_data();
    void slashFiltersThePage();
    void questionMarkShowsTheKeys();
    void theThemeChanges();
    void refusalsAreToldInTheStatusLine();
    void whatIsNotThereIsSaid();
    void anotherWorkspaceIsShown();
    void aPanelIsEditedOverItsPage();
    void closingTells();

private:
    static QTableView *rows(const CommandPalette *palette) { return palette->findChild<QTableView *>(); }
    static CommandPalette *openPalette(const ShellRoom &room, const QString &text);
    static QString pageOf(const ShellRoom &room) { return room.window.currentPath().section(u'/', 0, 0); }
};

CommandPalette *TestMainWindow::openPalette(const ShellRoom &room, const QString &text)
{
    QTest::keyClick(const_cast<MainWindow *>(&room.window), Qt::Key_K, Qt::ControlModifier);
    auto *palette = room.visible<CommandPalette>();
    if (palette)
        QTest::keyClicks(palette->findChild<SearchField *>(), text);
    return palette;
}

void TestMainWindow::digitsSwitchPages()
{
    ShellRoom room;
    QCOMPARE(pageOf(room), u"overview"_s);
    const QStringList names = pageNames();
    QCOMPARE(names.size(), 8);
    for (int i = int(names.size()) - 1; i >= 0; --i) {
        QTest::keyClick(&room.window, Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(pageOf(room), names[i]);
        QVERIFY(room.window.currentPage()->isVisible());
    }
}

void TestMainWindow::theRailSwitchesPages()
{
    ShellRoom room;
    auto *rail = room.visible<NavigationRail>();
    QStringList visited;
    for (int y = 0; y < rail->height(); y += 10) {
        QTest::mouseClick(rail, Qt::LeftButton, {}, QPoint(rail->width() / 2, y));
        if (visited.isEmpty() || visited.last() != pageOf(room))
            visited << pageOf(room);
    }
    QCOMPARE(visited, pageNames());
    QTest::keyClick(&room.window, Qt::Key_1, Qt::ControlModifier);
    rail->setFocus();
    QTest::keyClick(rail, Qt::Key_Down);
    QTest::keyClick(rail, Qt::Key_Down);
    QCOMPARE(pageOf(room), u"overview"_s);
    QTest::keyClick(rail, Qt::Key_Return);
    QCOMPARE(pageOf(room), u"alerts"_s);
}

void TestMainWindow::altLeftGoesBack()
{
    ShellRoom room;
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_5, Qt::Key_5})
        QTest::keyClick(&room.window, key, Qt::ControlModifier);
    QTest::keyClick(&room.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(pageOf(room), u"alerts"_s);
    QTest::keyClick(&room.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(pageOf(room), u"overview"_s);
    QTest::keyClick(&room.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(pageOf(room), u"overview"_s);
}

void TestMainWindow::thePaletteFinds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("path");
    QTest::newRow("page") << u"alerts"_s << u"alerts"_s;
    QTest::newRow("page, letters in order") << u"dshb"_s << u"dashboards"_s;
    QTest::newRow("alert by its capitals") << u"HER"_s << u"alerts/*"_s;
    QTest::newRow("alert with its service") << u"higherrorrate payment"_s << u"alerts/*"_s;
    QTest::newRow("service") << u"api-gateway"_s << u"overview"_s;
    QTest::newRow("objective") << u"payavail"_s << u"slos/payment-availability"_s;
    QTest::newRow("runbook by its title") << u"Roll pay"_s << u"runbooks/roll-back"_s;
    QTest::newRow("endpoint") << u"payment/system"_s << u"health/payment/system"_s;
    QTest::newRow("dashboard by its title") << u"checkout"_s << u"dashboards/checkout"_s;
}

void TestMainWindow::thePaletteFinds()
{
    QFETCH(QString, typed);
    QFETCH(QString, path);
    ShellRoom room;
    room.tell({u"HighErrorRate"_s});
    CommandPalette *palette = openPalette(room, typed);
    QVERIFY(palette);
    QVERIFY(rows(palette)->model()->rowCount() > 0);
    QTest::keyClick(palette->findChild<SearchField *>(), Qt::Key_Return);
    QVERIFY(!room.visible<CommandPalette>());
    QCOMPARE(room.window.currentPath(), path.replace(u"*"_s, room.fingerprint()));
}

void TestMainWindow::thePaletteRuns_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("done");
    QTest::newRow("theme") << u">theme"_s << u"light"_s;
    QTest::newRow("unlock") << u">unlock"_s << u"unlocked"_s;
    QTest::newRow("unlock, with a blank") << u"> unlo"_s << u"unlocked"_s;
    QTest::newRow("wall") << u">wall"_s << u"wall"_s;
    QTest::newRow("keys") << u">keys"_s << u"keys"_s;
    QTest::newRow("range") << u">6 h"_s << u"range"_s;
    QTest::newRow("quit") << u">quit"_s << u"closed"_s;
    QTest::newRow("a page is no command") << u">Runbooks"_s << u"nothing"_s;
}

void TestMainWindow::thePaletteRuns()
{
    QFETCH(QString, typed);
    QFETCH(QString, done);
    ShellRoom room;
    QSignalSpy wall(&room.window, &MainWindow::wallRequested);
    QSignalSpy closed(&room.window, &MainWindow::closed);
    CommandPalette *palette = openPalette(room, typed);
    QVERIFY(palette);
    QTest::keyClick(palette->findChild<SearchField *>(), Qt::Key_Return);
    QCOMPARE(room.window.themeMode() == ThemeMode::Light, done == u"light");
    QCOMPARE(!room.session.actionsLocked(), done == u"unlocked");
    QCOMPARE(wall.size() == 1, done == u"wall");
    QCOMPARE(room.visible<KeysHelp>() != nullptr, done == u"keys");
    QCOMPARE(closed.size() == 1, done == u"closed");
    QCOMPARE(room.visible<CommandPalette>() != nullptr, done == u"nothing");
    const auto buttons = room.window.findChildren<ActionButton *>();
    QCOMPARE(std::any_of(buttons.begin(), buttons.end(), [](const ActionButton *button) { return button->text() == u"Last 6 h"; }), done == u"range");
    QCOMPARE(pageOf(room), u"overview"_s);
}

void TestMainWindow::thePaletteByKeysAndMouse()
{
    ShellRoom room;
    QTest::mouseClick(room.visible<SearchButton>(), Qt::LeftButton);
    auto *palette = room.visible<CommandPalette>();
    QVERIFY(palette);
    auto *field = palette->findChild<SearchField *>();
    QVERIFY(rows(palette)->model()->rowCount() >= 7);
    QCOMPARE(rows(palette)->currentIndex().row(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(rows(palette)->currentIndex().row(), 2);
    const QString third = rows(palette)->currentIndex().data().toString();
    QCOMPARE(third, u"Alerts"_s);
    QTest::keyClick(field, Qt::Key_Enter);
    QCOMPARE(pageOf(room), u"alerts"_s);

    palette = openPalette(room, u"Health"_s);
    QVERIFY(palette);
    const QRect row = rows(palette)->visualRect(rows(palette)->model()->index(0, 0));
    QTest::mouseClick(rows(palette)->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(pageOf(room), u"health"_s);

    palette = openPalette(room, u"nothing is called so"_s);
    QCOMPARE(rows(palette)->model()->rowCount(), 0);
    QTest::keyClick(palette->findChild<SearchField *>(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QTest::keyClick(palette->findChild<SearchField *>(), Qt::Key_Escape);
    QTRY_VERIFY(!room.visible<CommandPalette>());
    QCOMPARE(pageOf(room), u"health"_s);

    QTest::keyClick(&room.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    palette = room.visible<CommandPalette>();
    QVERIFY(palette);
    QCOMPARE(palette->findChild<SearchField *>()->text(), u">"_s);
}

void TestMainWindow::aNameFromOutsideIsText()
{
    ShellRoom room;
    room.tell({u"<img src=/dev/zero>\u202Etxt"_s});
    CommandPalette *palette = openPalette(room, u"img src"_s);
    QVERIFY(palette);
    QVERIFY(rows(palette)->model()->rowCount() > 0);
    const QString shown = rows(palette)->model()->index(0, 0).data().toString();
    QVERIFY2(shown.contains(u"<img src=/dev/zero>"_s) && !shown.contains(QChar(0x202E)), qPrintable(shown));
    QVERIFY(!palette->grab().isNull());
    // The workspace's own name too.
    const auto labels = room.window.findChildren<ElidedLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ElidedLabel *label) { return label->text() == u"Unified <b>commerce</b>"; }));
}

void TestMainWindow::slashFiltersThePage_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : {u"alerts"_s, u"slos"_s, u"health"_s, u"runbooks"_s})
        QTest::newRow(qPrintable(page)) << page;
}

void TestMainWindow::slashFiltersThePage()
{
    QFETCH(QString, page);
    ShellRoom room;
    QVERIFY(room.window.openPage(page));
    QTest::keyClick(&room.window, Qt::Key_Slash);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QVERIFY(room.window.currentPage()->isAncestorOf(field));
    QVERIFY(field->text().isEmpty());
    // From here on both keys are text.
    QTest::keyClick(field, Qt::Key_Slash, {}, -1);
    QTest::keyClicks(field, u"a/b?"_s);
    QVERIFY2(field->text().endsWith(u"a/b?"_s), qPrintable(field->text()));
    QVERIFY(!room.visible<KeysHelp>());
}

void TestMainWindow::questionMarkShowsTheKeys()
{
    ShellRoom room;
    QVERIFY(room.window.openPage(u"alerts"_s));
    QTest::keyClick(&room.window, Qt::Key_Question, Qt::ShiftModifier);
    auto *help = room.visible<KeysHelp>();
    QVERIFY(help);
    QStringList shown;
    for (const KeyHint *key : help->findChildren<KeyHint *>())
        shown << key->key();
    for (const char *key : {"Ctrl+K", "/", "?, F1", "F11"})
        QVERIFY2(shown.contains(QLatin1String(key)), key);
    for (const auto &[key, meaning] : room.window.currentPage()->keys())
        QVERIFY2(shown.contains(key), qPrintable(key));
    QTest::keyClick(help, Qt::Key_Escape);
    QTRY_VERIFY(!room.visible<KeysHelp>());
    QTest::keyClick(&room.window, Qt::Key_F1);
    help = room.visible<KeysHelp>();
    QVERIFY(help);
    QTest::keyClick(help, Qt::Key_Escape);
    QTRY_VERIFY(!room.visible<KeysHelp>());
    // The line at the bottom offers them too.
    auto *line = room.visible<StatusLine>();
    QTest::mouseClick(line, Qt::LeftButton, {}, QPoint(line->width() - 30, line->height() / 2));
    QVERIFY(room.visible<KeysHelp>());
}

void TestMainWindow::theThemeChanges()
{
    ShellRoom room;
    QSignalSpy changed(&room.window, &MainWindow::themeModeChanged);
    IconButton *button = nullptr;
    for (IconButton *candidate : room.window.findChildren<IconButton *>())
        if (candidate->isVisible() && candidate->toolTip().contains(u"Light or dark"_s))
            button = candidate;
    QVERIFY(button);
    const QImage dark = button->grab().toImage();
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(room.window.themeMode(), ThemeMode::Light);
    QVERIFY(button->grab().toImage() != dark);
    QTest::keyClick(&room.window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(room.window.themeMode(), ThemeMode::Dark);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.first().front().value<ThemeMode>(), ThemeMode::Light);
}

void TestMainWindow::refusalsAreToldInTheStatusLine()
{
    ShellRoom room;
    auto *line = room.visible<StatusLine>();
    QVERIFY(line->text().contains(u"recording"_s));
    QVERIFY(!room.session.startRun({u"roll-back"_s, {}, {}, false, false}));
    QVERIFY2(line->text().contains(u"locked"_s), qPrintable(line->text()));
    room.clock.advance(30s);
    room.tick();
    QVERIFY(!line->text().contains(u"Production is locked"_s));
}

void TestMainWindow::whatIsNotThereIsSaid()
{
    ShellRoom room;
    room.tell({u"HighErrorRate"_s});
    QVERIFY(!room.window.openPage(u"nowhere"_s));
    QVERIFY(!room.window.openPage(u"alerts/0000000000000000"_s));
    QVERIFY(!room.window.openPage(u"runbooks/none"_s));
    QCOMPARE(pageOf(room), u"overview"_s);
    Q_EMIT room.window.currentPage()->openRequested(u"runbooks/<none>"_s);
    QVERIFY(room.visible<StatusLine>()->text().contains(u"runbooks/<none>"_s));
    QCOMPARE(pageOf(room), u"overview"_s);
}

void TestMainWindow::anotherWorkspaceIsShown()
{
    ShellRoom room;
    room.tell({u"HighErrorRate"_s});
    for (const QString &page : pageNames())
        QVERIFY(room.window.openPage(page));
    Workspace next = shopWorkspace();
    next.name = u"Market"_s;
    next.services.clear();
    next.endpoints.clear();
    next.objectives.clear();
    next.dashboards.clear();
    next.runbooks.clear();
    room.session.replaceWorkspace(next);
    for (const QString &page : pageNames()) {
        QVERIFY(room.window.openPage(page));
        QVERIFY(!room.window.grab().isNull());
    }
    QVERIFY(room.window.windowTitle().contains(u"Market"_s));
    room.session.replaceWorkspace(Workspace{});
    room.tick();
    for (const QString &page : pageNames())
        QVERIFY(room.window.openPage(page) && !room.window.grab().isNull());
}

/// The whole way: the page, its panel's key, the dialog over the window, the file, the status line, and back again by command.
void TestMainWindow::aPanelIsEditedOverItsPage()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"board.yaml"_s);
    const QByteArray text = "dashboard: Board\nsource: main\npanels:\n  - {title: Errors, kind: stat, queries: [up]} # ours\n";
    writeFile(path, text);
    Workspace workspace = shopWorkspace();
    workspace.dashboards = {*readDashboard(text, path).dashboard};
    ShellRoom room(workspace);
    QVERIFY(room.window.openPage(u"dashboards/board"_s));
    Q_EMIT room.window.currentPage()->openRequested(u"edit/panel/board/0"_s);
    auto *editor = room.window.findChild<QDialog *>(u"panelEditor"_s);
    QVERIFY(editor && editor->isVisible());
    auto *title = editor->findChild<QLineEdit *>(u"panelTitle"_s);
    title->selectAll();
    QTest::keyClicks(title, u"Failures"_s);
    QTest::mouseClick(editor->findChild<QAbstractButton *>(u"savePanel"_s), Qt::LeftButton);
    QVERIFY(!editor->isVisible());
    QCOMPARE(contentOf(path), QByteArray(text).replace("Errors", "Failures"));
    QVERIFY(room.visible<StatusLine>()->text().contains(u"Failures"_s));
    QTest::keyClick(&room.window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *palette = room.visible<CommandPalette>();
    QVERIFY(palette);
    auto *field = palette->findChild<SearchField *>();
    QTest::keyClicks(field, u"Undo the change"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(contentOf(path), text);
    QVERIFY(!room.window.openPage(u"edit/panel/none/0"_s));
}

void TestMainWindow::closingTells()
{
    ShellRoom room;
    QSignalSpy closed(&room.window, &MainWindow::closed);
    QTest::keyClick(&room.window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(closed.size(), 1);
}

WATCHFLOOR_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
