#include "tests/support/testregistry.h"
#include "tests/widgets_panels/kindsboard.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/fields.h"
#include "widgets/panels/choicepopup.h"
#include "widgets/panels/pathlist.h"
#include "widgets/panels/rowheader.h"
#include "widgets/panels/variablebar.h"
#include "widgets/theme/applytheme.h"

#include <QElapsedTimer>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Variable variableOf(const QString &name, const QString &query, bool multi)
{
    Variable variable;
    variable.name = name;
    variable.query = query;
    variable.multi = multi;
    variable.includeAll = multi;
    return variable;
}

/// 276 small panels of one kind and size, side by side.
Dashboard largeBoard(PanelKind kind, int width, int height)
{
    Dashboard board;
    board.name = u"large"_s;
    board.title = u"Large"_s;
    board.source = u"main"_s;
    board.foreign = true;
    const int columns = 24 / width;
    for (int index = 0; index < 276; ++index)
        board.panels.push_back(panelOf(u"Panel %1"_s.arg(index), kind, u"requests_%1"_s.arg(index), {index % columns * width, index / columns * height, width, height}));
    return board;
}

/// A dashboard with variables, rows and repeats, as Grafana's import makes it.
Dashboard shopBoard()
{
    Dashboard board;
    board.name = u"shop"_s;
    board.title = u"Shop at night"_s;
    board.uid = u"shop-uid"_s;
    board.tags = {u"shop"_s};
    board.file = u"/w/dashboards/shop.json"_s;
    board.source = u"main"_s;
    board.foreign = true;
    board.variables = {variableOf(u"service"_s, u"label_values(up, service)"_s, true), variableOf(u"instance"_s, u"label_values(up{service=~\"$service\"}, instance)"_s, false)};
    Variable filters;
    filters.name = u"filters"_s;
    filters.kind = Variable::Kind::AdHoc;
    Variable limit;
    limit.name = u"limit"_s;
    limit.kind = Variable::Kind::TextBox;
    limit.query = u"0.01"_s;
    limit.current = {u"0.01"_s};
    board.variables.push_back(filters);
    board.variables.push_back(limit);
    board.rows = {{u"Requests"_s, false, {}, 5}, {u"Errors"_s, true, {}, 14}};
    board.panels = {panelOf(u"All"_s, PanelKind::Stat, u"sum(requests)"_s, {0, 0, 24, 5}, u"all"_s),
                    panelOf(u"Requests of $service"_s, PanelKind::TimeSeries, u"requests{service=~\"$service\",instance=\"$instance\"}"_s, {0, 6, 8, 8}),
                    panelOf(u"Errors"_s, PanelKind::TimeSeries, u"errors{service=~\"$service\"}"_s, {0, 15, 24, 8})};
    board.panels[1].row = 0;
    board.panels[1].repeat = u"service"_s;
    board.panels[1].repeatPerRow = 3;
    board.panels[2].row = 1;
    return board;
}

QByteArray listBody(const QStringList &values)
{
    QStringList quoted;
    for (const QString &value : values)
        quoted << u'"' + value + u'"';
    return "{\"status\":\"success\",\"data\":[" + quoted.join(u',').toUtf8() + "]}";
}

/// Answers what variables ask: services, then the instances of those.
void answerVariables(BoardRoom &room)
{
    while (!room.door.fetches.empty()) {
        auto [path, handler] = std::move(room.door.fetches.front());
        room.door.fetches.erase(room.door.fetches.begin());
        handler(path.contains(u"/instance/") ? listBody({u"web-1"_s, u"web-2"_s}) : listBody({u"payment"_s, u"hotel"_s, u"auth"_s}));
    }
}

QStringList expressions(const BoardRoom &room)
{
    QStringList texts;
    for (const QueryKey &key : room.door.live())
        texts << key.expression;
    texts.sort();
    return texts;
}

void answerAll(BoardRoom &room)
{
    answerVariables(room);
    room.answer([&](const QueryKey &key) { return nightAnswer(room, key); });
}

} // namespace

class TestDashboardsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanupTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void panelsWaitForTheVariablesOfTheirQueries()
    {
        BoardRoom room({shopBoard()});
        QVERIFY(room.page.board().cards().empty());
        QVERIFY(!room.page.isSettled());
        QCOMPARE(room.door.fetches.size(), size_t(1));
        QVERIFY(room.door.fetches[0].first.contains(u"/label/service/values"));
        answerVariables(room);
        QVERIFY(!room.page.board().cards().empty());
        answerAll(room);
        QVERIFY(room.page.isSettled());
        // All three services, one panel each; the folded row asks nothing.
        QVERIFY2(expressions(room).contains(u"requests{service=~\"payment\",instance=\"web-1\"}"_s), qPrintable(expressions(room).join(u'\n')));
        QCOMPARE(room.page.board().layout().panels.size(), size_t(4));
        QVERIFY(expressions(room).filter(u"errors"_s).isEmpty());
    }

    void rowsFoldByMouseAndKeyboard()
    {
        BoardRoom room({shopBoard()});
        answerAll(room);
        const auto header = [&room](const QString &title) -> RowHeader * {
            for (auto *row : room.page.board().findChildren<RowHeader *>())
                if (row->text() == title)
                    return row;
            return nullptr;
        };
        QVERIFY(header(u"Errors"_s));
        QTest::mouseClick(header(u"Errors"_s), Qt::LeftButton);
        QCOMPARE(room.page.board().layout().panels.size(), size_t(5));
        QVERIFY(!expressions(room).filter(u"errors"_s).isEmpty());
        header(u"Errors"_s)->setFocus();
        QTest::keyClick(header(u"Errors"_s), Qt::Key_Left);
        QCOMPARE(room.page.board().layout().panels.size(), size_t(4));
        QVERIFY(expressions(room).filter(u"errors"_s).isEmpty());
        QTest::keyClick(header(u"Requests"_s), Qt::Key_Return);
        QCOMPARE(room.page.board().layout().panels.size(), size_t(1));
    }

    void choosingAValueAsksAnewAndInTurn()
    {
        BoardRoom room({shopBoard()});
        answerAll(room);
        auto *button = room.page.findChild<ActionButton *>(u"variable/service"_s);
        QVERIFY(button);
        QVERIFY2(button->text().contains(u"All"), qPrintable(button->text()));
        QTest::mouseClick(button, Qt::LeftButton);
        auto *popup = room.page.findChild<ChoicePopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *search = popup->findChild<SearchField *>();
        QTest::keyClicks(search, u"hot"_s);
        QCOMPARE(popup->model().rowCount(), 2); // hotel, and what was typed
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!room.page.variables().isComplete());
        answerAll(room);
        QCOMPARE(room.page.board().layout().panels.size(), size_t(2));
        QVERIFY2(!expressions(room).filter(u"hotel"_s).isEmpty(), qPrintable(expressions(room).join(u'\n')));
        QVERIFY(expressions(room).filter(u"payment"_s).isEmpty());
        QVERIFY(button->text().contains(u"hotel"));
    }

    void textAndFiltersReachTheQueries()
    {
        BoardRoom room({shopBoard()});
        answerAll(room);
        auto *chips = room.page.findChild<ChipField *>(u"variable/filters"_s);
        QVERIFY(chips);
        QTest::keyClicks(chips->edit(), u"env=\"prod\""_s);
        QTest::keyClick(chips->edit(), Qt::Key_Return);
        answerAll(room);
        QVERIFY2(!expressions(room).filter(u"env=\"prod\""_s).isEmpty(), qPrintable(expressions(room).join(u'\n')));
        auto *edit = room.page.findChild<QLineEdit *>(u"variable/limit"_s);
        QVERIFY(edit);
        QCOMPARE(edit->text(), u"0.01"_s);
    }

    void keysGoFromPanelToPanelAndOpenThem()
    {
        BoardRoom room({kindsBoard()}, {1860, 1260});
        answerAll(room);
        PanelBoard &board = room.page.board();
        board.focusPanel(0);
        QCOMPARE(board.current(), room.card(u"Requests"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(board.current(), room.card(u"Errors now"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(board.current(), room.card(u"Error ratio"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(board.current(), room.card(u"Requests"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(board.fullScreen(), room.card(u"Requests"_s));
        QVERIFY(room.card(u"Requests"_s)->height() > board.viewport()->height() - 10);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!board.fullScreen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F);
        QVERIFY(board.fullScreen());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V);
        QVERIFY(!board.fullScreen());
        QSignalSpy opened(&room.page, &Page::openRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
        QCOMPARE(opened.value(0).value(0).toString(), u"explore/main/requests"_s);
    }

    void aDashboardThatIsReadAnewStaysWhereItWas()
    {
        Dashboard board;
        board.name = u"long"_s;
        board.source = u"main"_s;
        for (int at = 0; at < 12; ++at)
            board.panels.push_back(panelOf(u"Panel %1"_s.arg(at), PanelKind::Stat, u"x"_s, {0, at * 10, 24, 10}));
        BoardRoom room({board});
        QScrollBar *bar = room.page.board().verticalScrollBar();
        bar->setValue(1'500);
        QCOMPARE(bar->value(), 1'500);
        board.panels[5].title = u"Edited"_s;
        room.session.replaceWorkspace(BoardRoom::workspaceOf({board}));
        room.page.tick();
        QTRY_VERIFY(room.card(u"Edited"_s));
        QCOMPARE(bar->value(), 1'500);
        Dashboard other = board;
        other.name = u"other"_s;
        room.session.replaceWorkspace(BoardRoom::workspaceOf({other}));
        QCOMPARE(bar->value(), 0);
    }

    void eAsksForTheEditor()
    {
        BoardRoom room({kindsBoard()});
        answerAll(room);
        room.page.board().focusPanel(0);
        QSignalSpy opened(&room.page, &Page::openRequested);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_E);
        const QString path = opened.value(0).value(0).toString();
        QVERIFY2(path.startsWith(u"edit/"_s) && path.endsWith(u"/0"_s), qPrintable(path));
    }

    void aZoomShowsExactlyItsSpanAndLeadsBack()
    {
        BoardRoom room({kindsBoard()});
        answerAll(room);
        const TimeRange first{room.clock.wall() - 30min, room.clock.wall() - 20min};
        const TimeRange second{room.clock.wall() - 28min, room.clock.wall() - 26min};
        Q_EMIT room.card(u"Error ratio"_s)->zoomRequested(first);
        const auto key = [&room] { return room.card(u"Error ratio"_s)->queries().asks.front().key; };
        QCOMPARE(key().until, first.end);
        QCOMPARE(key().length, std::chrono::milliseconds(10min));
        Q_EMIT room.card(u"Error ratio"_s)->zoomRequested(second);
        QCOMPARE(key().length, std::chrono::milliseconds(2min));
        auto *range = room.page.findChild<ActionButton *>(u"ownRange"_s);
        QVERIFY(range->isVisible());
        room.page.zoomBack();
        QCOMPARE(key().until, first.end);
        QTest::mouseClick(range, Qt::LeftButton);
        QVERIFY(key().followsNow());
        QCOMPARE(key().length, std::chrono::milliseconds(1h));
        QVERIFY(!range->isVisible());
    }

    void theDashboardsOwnRangeHoldsUntilAnotherIsChosen()
    {
        Dashboard board = kindsBoard();
        board.timeFrom = u"now-6h"_s;
        board.timeTo = u"now"_s;
        BoardRoom room({board});
        room.page.setTimeRange(1h);
        const auto length = [&room] { return room.card(u"Error ratio"_s)->queries().asks.front().key.length; };
        QCOMPARE(length(), std::chrono::milliseconds(6h));
        room.page.setTimeRange(3h);
        QCOMPARE(length(), std::chrono::milliseconds(3h));
    }

    void whatIsOutOfSightAsksNothing()
    {
        BoardRoom room({largeBoard(PanelKind::TimeSeries, 8, 8)}, {1400, 800});
        const size_t asked = room.door.live().size();
        QVERIFY2(asked > 3 && asked < 30, qPrintable(QString::number(asked)));
        QVERIFY(expressions(room).contains(u"requests_0"_s));
        QScrollBar *bar = room.page.board().verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(expressions(room).contains(u"requests_275"_s));
        QVERIFY(!expressions(room).contains(u"requests_0"_s));
        bar->setValue(0);
        QVERIFY(expressions(room).contains(u"requests_0"_s));
        QVERIFY(room.page.board().cards().size() < 60);
        room.page.hide();
        QVERIFY(expressions(room).isEmpty());
    }

    void aLargeBoardNeverHoldsTheLoop()
    {
        BoardRoom room({}, {1400, 800});
        room.page.setSynchronous(false);
        room.session.stores().setWorkspace(BoardRoom::workspaceOf({largeBoard(PanelKind::Stat, 2, 2)}));
        Q_EMIT room.session.workspaceChanged();
        // Cards come a few a turn: what one turn of the loop makes is only a part.
        QVERIFY(room.page.board().cards().size() < 100);
        QTRY_VERIFY(room.page.board().cards().size() >= 150);
    }

    void listsAreSearchedByWordsAndTags()
    {
        std::vector<Dashboard> boards{kindsBoard(), shopBoard()};
        for (int index = 0; index < 8; ++index) {
            Dashboard board;
            board.name = u"team-%1"_s.arg(index);
            board.title = u"Team %1"_s.arg(index);
            board.file = u"/w/dashboards/teams/%1.json"_s.arg(index);
            boards.push_back(board);
        }
        boards[0].file = u"/w/dashboards/kinds.json"_s;
        BoardRoom room(boards);
        auto *list = room.page.findChild<QListView *>(u"dashboardList"_s);
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->model()->rowCount(), 10);
        room.page.focusFilter();
        auto *search = qobject_cast<SearchField *>(QApplication::focusWidget());
        QVERIFY(search);
        QTest::keyClicks(search, u"teams 3"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(room.page.board().layout().panels.size(), size_t(0));
        QVERIFY(room.page.open(u"shop"_s));
        QCOMPARE(room.page.openItem(), u"shop"_s);
        QVERIFY(!room.page.open(u"nothing"_s));
    }

    void aListOfDashboardsLeadsToThem()
    {
        Dashboard index;
        index.name = u"index"_s;
        index.title = u"Index"_s;
        index.foreign = true;
        index.panels = {panelOf(u"Boards"_s, PanelKind::DashboardList, {}, {0, 0, 12, 10})};
        index.panels[0].options.dashboardList.tags = {u"night"_s};
        index.panels[0].options.dashboardList.recent = true;
        BoardRoom room({index, kindsBoard(), shopBoard()});
        QVERIFY(room.page.open(u"shop"_s));
        QVERIFY(room.page.open(u"index"_s));
        answerAll(room);
        auto *list = room.card(u"Boards"_s)->findChild<PathList *>();
        QVERIFY(list);
        QStringList texts;
        for (const PathList::Row &row : list->rows())
            texts << (row.path.isEmpty() ? u"# "_s : QString()) + row.title;
        QCOMPARE(texts, (QStringList{u"# Opened lately"_s, u"Index"_s, u"Shop at night"_s, u"# Dashboards"_s, u"Every kind of panel"_s}));
        QSignalSpy opened(&room.page, &Page::openRequested);
        const QRect place = list->table()->visualRect(list->table()->model()->index(4, 0));
        QTest::mouseClick(list->table()->viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(opened.value(0).value(0).toString(), u"dashboards/kinds"_s);
    }

    void anAlertOfTheListOpens()
    {
        BoardRoom room({kindsBoard()}, {1860, 2400});
        ConsoleAlertsSnapshot alerts;
        for (const QString &name : {u"High"_s, u"Low"_s}) {
            OriginAlert alert;
            alert.labels = Labels{{u"alertname"_s, name}, {u"severity"_s, u"critical"_s}};
            alert.startsAt = room.clock.wall() - 6min;
            alerts.alerts.push_back(alert);
        }
        room.apply(alerts, u"console"_s);
        auto *list = room.card(u"What fires"_s)->findChild<PathList *>();
        QVERIFY(list);
        QCOMPARE(list->rows().size(), size_t(2));
        QSignalSpy opened(&room.page, &Page::openRequested);
        list->table()->setCurrentIndex(list->table()->model()->index(1, 0));
        QTest::keyClick(list->table(), Qt::Key_Return);
        QCOMPARE(opened.value(0).value(0).toString(), list->rows()[1].path);
        QVERIFY(list->rows()[1].path.startsWith(u"alerts/"));
    }

    void marksAreSwitched()
    {
        Dashboard board = kindsBoard();
        AnnotationQuery query;
        query.name = u"Rollbacks"_s;
        query.expression = u"state"_s;
        query.titleFormat = u"{{service}}"_s;
        board.annotations = {query};
        BoardRoom room({board});
        answerAll(room);
        QVERIFY(!expressions(room).filter(u"state"_s).isEmpty());
        auto *marks = room.page.findChild<ActionButton *>(u"marks"_s);
        QTest::mouseClick(marks, Qt::LeftButton);
        auto *popup = room.page.findChild<ChoicePopup *>();
        QVERIFY(popup);
        QVERIFY(popup->model().chosen().contains(u"query/0"_s));
        QCOMPARE(popup->model().index(popup->model().rowCount() - 1, 0).data().toString(), u"Rollbacks"_s);
        popup->model().choose({});
        popup->close();
    }

    void looksRight_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark-1366") << true << QSize(1306, 640);
        QTest::newRow("light-1920") << false << QSize(1860, 940);
    }
    void looksRight()
    {
        QFETCH(bool, dark);
        QFETCH(QSize, size);
        applyTheme(*qApp, dark ? ThemeMode::Dark : ThemeMode::Light);
        BoardRoom room({shopBoard(), kindsBoard()}, size);
        answerAll(room);
        room.draw();
        QVERIFY(room.page.isSettled());
        QVERIFY(keepPicture(room.page.grab(), u"board-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
        QTest::mouseClick(room.page.findChild<ActionButton *>(u"variable/service"_s), Qt::LeftButton);
        auto *popup = room.page.findChild<ChoicePopup *>();
        QVERIFY(popup && keepPicture(popup->grab(), u"choices-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    }
};

WATCHFLOOR_TEST(TestDashboardsPage)
#include "tst_dashboardspage.moc"
