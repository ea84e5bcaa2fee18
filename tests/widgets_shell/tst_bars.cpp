#include "tests/support/testfiles.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_shell/shellroom.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/pill.h"
#include "widgets/shell/commandpalette.h"
#include "widgets/shell/statusline.h"
#include "widgets/shell/topbar.h"
#include "widgets/shell/truthbar.h"
#include "widgets/theme/applytheme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// What is always there: the bars at the top and the line at the bottom.
class TestBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void fuzzyScores_data();
    void fuzzyScores();
    void theTruthIsCounted();
    void whatIsNotSeenIsNotGreen();
    void clicksGoToWhatTheyShow();
    void theWorstKeepsItsPlace();
    void theLockOpensAndRunsOut();
    void theLockClosesByHand();
    void outsideProductionNothingLocks();
    void whoHoldsATargetIsShown();
    void theRangeIsChosen();
    void theRefreshIsChosen();
    void faultsAreShown();
    void withoutRecordsItIsSaid();

private:
    static Pill *lockOf(const ShellRoom &room) { return room.window.findChild<Pill *>(u"lock"_s); }
    static ActionButton *buttonWith(const ShellRoom &room, const QString &text)
    {
        for (ActionButton *button : room.window.findChildren<ActionButton *>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }
};

void TestBars::fuzzyScores_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("a run before letters far apart") << u"pay"_s << u"payment"_s << u"play again yes"_s;
    QTest::newRow("word starts before the middle") << u"her"_s << u"HighErrorRate"_s << u"anotheroneer"_s;
    QTest::newRow("short before long") << u"alerts"_s << u"Alerts"_s << u"Alerts of everything else there is"_s;
    QTest::newRow("case does not matter") << u"SLO"_s << u"slos"_s << u"a slow job"_s;
    QTest::newRow("blanks do not matter") << u"roll back"_s << u"Roll payment back"_s << u"Roll payment of the night back"_s;
}

void TestBars::fuzzyScores()
{
    QFETCH(QString, needle);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(fuzzyScore(needle, better));
    QVERIFY(fuzzyScore(needle, worse));
    QVERIFY(fuzzyScore(needle, better) > fuzzyScore(needle, worse));
    QVERIFY(!fuzzyScore(needle + u"zzz"_s, better));
    QVERIFY(!fuzzyScore(u"tnemyap"_s, better)); // letters out of order
}

void TestBars::theTruthIsCounted()
{
    ShellRoom room;
    room.tell({u"HighErrorRate"_s}, 503);
    auto *bar = room.visible<TruthBar>();
    const StateCounts expected = room.session.stores().services.counts(room.clock.now());
    QCOMPARE(bar->counts(), expected);
    QVERIFY(expected.of(State::Critical) >= 1);
    QCOMPARE(bar->counts().total(), 2 + 3); // two services, three sources; the endpoint is one of a service's
    QVERIFY2(bar->text().contains(u"%1 critical"_s.arg(expected.of(State::Critical))), qPrintable(bar->text()));
    QVERIFY(bar->text().contains(u"%1 healthy"_s.arg(expected.of(State::Healthy))));
    for (const char *part : {"main 0 s", "am-1 0 s", "1 page", "1 endpoint"})
        QVERIFY2(bar->text().contains(QLatin1String(part)), qPrintable(bar->text()));
    QCOMPARE(bar->accessibleDescription(), bar->text());
}

void TestBars::whatIsNotSeenIsNotGreen()
{
    ShellRoom room;
    auto *bar = room.visible<TruthBar>();
    QCOMPARE(bar->counts().of(State::Healthy), 0);
    QVERIFY2(bar->text().contains(u"main blind no answer yet"_s), qPrintable(bar->text()));
    room.tell();
    room.clock.advance(25s);
    room.seen(u"am-1"_s);
    room.apply(u"main"_s, SourceFailure{{Error::Kind::Refused, {}, u"http://127.0.0.1:9"_s}});
    room.tick();
    QVERIFY2(bar->text().contains(u"main stale 25 s: connection refused"_s), qPrintable(bar->text()));
    QVERIFY(bar->text().contains(u"am-1 0 s"_s));
    room.clock.advance(30s);
    room.seen(u"am-1"_s);
    room.tick();
    QVERIFY2(bar->text().contains(u"main blind 55 s: connection refused"_s), qPrintable(bar->text()));
    QCOMPARE(bar->counts().of(State::Healthy), 1); // am-1 alone
}

void TestBars::clicksGoToWhatTheyShow()
{
    ShellRoom room;
    room.tell();
    auto *bar = room.visible<TruthBar>();
    QVERIFY(!bar->grab().isNull());
    QSignalSpy asked(bar, &TruthBar::openRequested);
    QStringList targets;
    for (int x = 0; x < bar->width(); x += 4) {
        QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(x, bar->height() / 2));
        const QString target = asked.isEmpty() ? QString() : asked.takeFirst().front().toString();
        if (!target.isEmpty() && (targets.isEmpty() || targets.last() != target))
            targets << target;
    }
    // Healthy; warning and critical; stale, blind and the sources; the endpoints.
    QCOMPARE(targets, QStringList({u"overview"_s, u"alerts"_s, u"sources"_s, u"health"_s}));
    QCOMPARE(room.window.currentPath().section(u'/', 0, 0), u"health"_s);
}

void TestBars::theWorstKeepsItsPlace()
{
    Workspace workspace = shopWorkspace();
    for (int i = 0; i < 30; ++i) {
        SourceSpec spec = workspace.sources.front();
        spec.name = u"prometheus-number-%1"_s.arg(i);
        workspace.sources.push_back(spec);
    }
    ShellRoom room(workspace);
    for (const SourceSpec &spec : workspace.sources)
        if (spec.name != u"prometheus-number-17")
            room.seen(spec.name);
    room.tell();
    auto *bar = room.visible<TruthBar>();
    QVERIFY(!bar->grab().isNull());
    // Only one of thirty is blind, and there is not room for all: it is among those that are shown, at the left of the rest.
    const QImage picture = bar->grab().toImage();
    room.seen(u"prometheus-number-17"_s);
    room.tick();
    QVERIFY(bar->grab().toImage() != picture);
}

void TestBars::theLockOpensAndRunsOut()
{
    ShellRoom room;
    Pill *lock = lockOf(room);
    QVERIFY(lock && lock->isVisible());
    QCOMPARE(lock->text(), u"Actions locked"_s);
    QTest::mouseClick(lock, Qt::LeftButton);
    QVERIFY(room.choose(u"Unlock for 15 minute"_s));
    QVERIFY(!room.session.actionsLocked());
    QCOMPARE(lock->text(), u"Actions unlocked"_s);
    QCOMPARE(lock->detail(), u"15:00"_s);
    room.clock.advance(65s);
    room.tick();
    QCOMPARE(lock->detail(), u"13:55"_s);
    room.clock.advance(15min);
    room.tick();
    QVERIFY(room.session.actionsLocked());
    QCOMPARE(lock->text(), u"Actions locked"_s);
    QCOMPARE(lock->detail(), QString());
}

void TestBars::theLockClosesByHand()
{
    ShellRoom room;
    QTest::mouseClick(lockOf(room), Qt::LeftButton);
    QVERIFY(!room.choose(u"Lock now"_s)); // nothing to lock yet
    QVERIFY(room.choose(u"Unlock for 5 minute"_s));
    QTRY_VERIFY(!room.visible<QMenu>());
    QTest::mouseClick(lockOf(room), Qt::LeftButton);
    QVERIFY(room.choose(u"Lock now"_s));
    QVERIFY(room.session.actionsLocked());
    QCOMPARE(lockOf(room)->text(), u"Actions locked"_s);
}

void TestBars::outsideProductionNothingLocks()
{
    Workspace workspace = shopWorkspace();
    workspace.environment = u"staging"_s;
    ShellRoom room(workspace);
    QVERIFY(!lockOf(room)->isVisible());
    QVERIFY(!room.session.actionsLocked());
}

void TestBars::whoHoldsATargetIsShown()
{
    ShellRoom room;
    Run run;
    run.id = u"r1"_s;
    run.runbook = u"roll-back"_s;
    run.target = u"payment"_s;
    run.actor = u"jo"_s;
    run.state = RunState::Running;
    run.startedAt = room.clock.wall();
    room.apply({}, run);
    const auto held = [&room]() -> Pill * {
        for (Pill *pill : room.window.findChildren<Pill *>())
            if (pill->isVisible() && pill->text() == u"payment" && pill->detail().contains(u"held by jo since"_s))
                return pill;
        return nullptr;
    };
    QVERIFY(held());
    QTest::mouseClick(held(), Qt::LeftButton);
    QCOMPARE(room.window.currentPath().section(u'/', 0, 0), u"runbooks"_s);
    run.state = RunState::Succeeded;
    room.apply({}, run);
    QVERIFY(!held());
}

void TestBars::theRangeIsChosen()
{
    ShellRoom room;
    ActionButton *button = buttonWith(room, u"Last 1 h"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(room.choose(u"Last 6 h"_s));
    QCOMPARE(button->text(), u"Last 6 h"_s);
    QTRY_VERIFY(!room.visible<QMenu>());
    Q_EMIT room.window.currentPage()->timeRangeRequested(20min); // a chart was zoomed
    QCOMPARE(button->text(), u"Last 20 min"_s);
    Q_EMIT room.window.currentPage()->timeRangeRequested(0ms);
    QCOMPARE(button->text(), u"Last 6 h"_s); // and gives back what was chosen
}

void TestBars::theRefreshIsChosen()
{
    ShellRoom room;
    ActionButton *button = buttonWith(room, u"auto"_s);
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(room.choose(u"Every 30 s"_s));
    QCOMPARE(button->text(), u"30 s"_s);
    QTRY_VERIFY(!room.visible<QMenu>());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(room.choose(u"As each source says"_s));
    QCOMPARE(button->text(), u"auto"_s);
}

void TestBars::faultsAreShown()
{
    const QTemporaryDir files;
    const QString file = files.filePath(u"watchfloor.yaml"_s);
    writeFile(file, "workspace: Shop\n");
    const auto document = readWorkspace(file);
    QVERIFY(document.workspace);
    const SystemClock clock;
    Session session(*document.workspace, clock, {.dataFolder = {}, .actor = u"mk"_s, .watchFiles = true, .storageError = {}});
    MainWindow window(session, ThemeMode::Dark);
    window.show();
    const auto pill = [&window]() -> Pill * {
        for (Pill *candidate : window.findChildren<Pill *>())
            if (candidate->isVisible() && candidate->text() == u"Workspace file is faulty")
                return candidate;
        return nullptr;
    };
    QVERIFY(!pill());
    writeFile(file, "workspace: [Shop\n");
    QTRY_VERIFY(pill());
    QVERIFY(pill()->toolTip().contains(u"watchfloor.yaml:"_s));
    QVERIFY(window.findChild<StatusLine *>()->text().contains(u"the last good one is shown"_s));
    QTest::mouseClick(pill(), Qt::LeftButton);
    QCOMPARE(window.currentPath(), u"sources"_s);
    writeFile(file, "workspace: Market\n");
    QTRY_VERIFY(!pill());
    QCOMPARE(session.stores().workspace().name, u"Market"_s);
}

void TestBars::withoutRecordsItIsSaid()
{
    FakeClock clock;
    Session session(shopWorkspace(), clock,
                    {.dataFolder = {}, .actor = u"mk"_s, .watchFiles = false, .storageError = Error{Error::Kind::ReadOnly, {}, u"/data"_s}});
    MainWindow window(session, ThemeMode::Dark);
    window.show();
    auto *line = window.findChild<StatusLine *>();
    QVERIFY2(line->text().contains(u"cannot record: actions are locked"_s), qPrintable(line->text()));
    auto *lock = window.findChild<Pill *>(u"lock"_s);
    QTest::mouseClick(lock, Qt::LeftButton);
    QMenu *menu = nullptr;
    for (QMenu *candidate : window.findChildren<QMenu *>())
        if (candidate->isVisible())
            menu = candidate;
    QVERIFY(menu);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().first()).center());
    QVERIFY(session.actionsLocked());
    QVERIFY2(line->text().contains(u"/data"_s), qPrintable(line->text())); // and why
}

WATCHFLOOR_TEST(TestBars)
#include "tst_bars.moc"
