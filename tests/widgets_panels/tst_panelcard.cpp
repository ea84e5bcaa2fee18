#include "tests/support/testregistry.h"
#include "tests/widgets_panels/boardroom.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/panels/csv.h"
#include "widgets/panels/inspectdialog.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Dashboard boardOf(std::vector<Watchfloor::Panel> panels, bool foreign = true)
{
    Dashboard board;
    board.name = u"one"_s;
    board.title = u"One"_s;
    board.source = u"main"_s;
    board.foreign = foreign;
    board.file = u"/w/dashboards/one.yaml"_s;
    board.panels = std::move(panels);
    return board;
}

Watchfloor::Panel linesOf(const QString &expression = u"x"_s)
{
    return panelOf(u"Lines"_s, PanelKind::TimeSeries, expression, {0, 0, 24, 12});
}

QString wordsOf(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisibleTo(&widget))
            words << label->text();
    return words.join(u" | "_s);
}

QuerySnapshot twoLines(const BoardRoom &room, const QueryKey &key)
{
    return room.series(key, services({u"a"_s, u"b"_s}), [](double at, int index) { return at + index; });
}

QMenu *menuOf(PanelCard &card)
{
    auto *more = card.findChildren<IconButton *>().last();
    QTest::mouseClick(more, Qt::LeftButton);
    return card.findChild<QMenu *>(u"panelMenu"_s);
}

QAction *action(QMenu *menu, const QString &text)
{
    for (QAction *one : menu->actions()) {
        if (one->text() == text)
            return one;
        if (one->menu())
            if (QAction *inner = action(one->menu(), text))
                return inner;
    }
    return nullptr;
}

} // namespace

class TestPanelCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksUntilItIsAnswered()
    {
        BoardRoom room({boardOf({linesOf()})});
        PanelCard *card = room.card(u"Lines"_s);
        QVERIFY(card);
        QVERIFY(!room.page.isSettled());
        QVERIFY(card->csv().trimmed() == u"time"_s);
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        QVERIFY(room.page.isSettled());
        QVERIFY(card->csv().startsWith(u"time,a,b\r\n"));
        QCOMPARE(card->panelState(), State::Healthy);
        QVERIFY(wordsOf(*card).contains(u"0 s · main"));
        room.clock.advance(7s);
        room.page.tick();
        QVERIFY(wordsOf(*card).contains(u"7 s · main"));
    }

    void whatFailedIsSaidAndTheOthersGoOn()
    {
        Watchfloor::Panel panel = linesOf();
        panel.queries.push_back({u"sum("_s, {}});
        panel.queries[1].refId = u"B"_s;
        BoardRoom room({boardOf({panel, panelOf(u"Other"_s, PanelKind::Stat, u"y"_s, {0, 12, 24, 6})})});
        const Error fault{Error::Kind::Rejected, u"1:5: parse error: unclosed left parenthesis"_s, u"main"_s};
        room.answer([&](const QueryKey &key) { return key.expression == u"sum(" ? BoardRoom::failure(key, fault) : twoLines(room, key); });
        PanelCard *card = room.card(u"Lines"_s);
        QCOMPARE(card->seen().failures.size(), size_t(1));
        QCOMPARE(card->seen().failures[0].refId, u"B"_s);
        QVERIFY2(wordsOf(*card).contains(u"B: "), qPrintable(wordsOf(*card)));
        QVERIFY2(card->toolTip().contains(u"1:5"), qPrintable(card->toolTip()));
        QVERIFY(card->csv().startsWith(u"time,a,b"));
        QCOMPARE(room.card(u"Other"_s)->panelState(), State::Healthy);
    }

    void aFailureKeepsTheLastPictureWithItsAge()
    {
        BoardRoom room({boardOf({linesOf()})});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        PanelCard *card = room.card(u"Lines"_s);
        const QString before = card->csv();
        room.clock.advance(40s);
        const QueryKey key = card->queries().asks.front().key;
        room.apply(BoardRoom::failure(key, {Error::Kind::Timeout, {}, u"main"_s}));
        room.page.tick();
        QCOMPARE(card->csv(), before);
        QCOMPARE(card->state(), std::optional(State::Stale));
        QVERIFY2(wordsOf(*card).contains(u"40 s"), qPrintable(wordsOf(*card)));
        room.clock.advance(60s);
        room.page.tick();
        QCOMPARE(card->state(), std::optional(State::Blind));
        QCOMPARE(card->csv(), before);
    }

    void nothingIsNeverGreen()
    {
        Watchfloor::Panel stat = panelOf(u"Up"_s, PanelKind::Stat, u"up"_s, {0, 0, 12, 6});
        BoardRoom room({boardOf({stat})});
        PanelCard *card = room.card(u"Up"_s);
        QVERIFY(wordsOf(*card).contains(u"Asking"));
        room.answer([&](const QueryKey &key) { return room.series(key, {}, [](double, int) { return 0.0; }); });
        QVERIFY2(wordsOf(*card).contains(u"No data"), qPrintable(wordsOf(*card)));
        room.apply(BoardRoom::failure(card->queries().asks.front().key, {Error::Kind::Refused, {}, u"main"_s}));
        room.page.tick();
        QVERIFY(wordsOf(*card).contains(u"This query has no answer"));
    }

    void aCutAnswerSaysHowMuchIsShown()
    {
        BoardRoom room({boardOf({linesOf()})});
        room.answer([&](const QueryKey &key) {
            QuerySnapshot snapshot = twoLines(room, key);
            auto cut = std::make_shared<QueryAnswer>(*snapshot.answer);
            cut->totalSeries = 1'000'000;
            snapshot.answer = cut;
            return snapshot;
        });
        QVERIFY2(wordsOf(*room.card(u"Lines"_s)).contains(u"shown: 2 of 1"), qPrintable(wordsOf(*room.card(u"Lines"_s))));
    }

    void anotherDayIsDrawnBeside()
    {
        BoardRoom room({boardOf({linesOf()})});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        PanelCard *card = room.card(u"Lines"_s);
        QMenu *menu = menuOf(*card);
        QVERIFY(menu);
        QAction *week = action(menu, u"The same time last week"_s);
        QVERIFY(week);
        week->trigger();
        QCOMPARE(card->queries().asks.size(), size_t(2));
        QCOMPARE(card->queries().asks[1].key.back, std::chrono::milliseconds(7 * 24h));
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        QCOMPARE(card->body().shownSeries().first, size_t(4));
        card->setComparison(0ms);
        QCOMPARE(card->queries().asks.size(), size_t(1));
    }

    void theMenuTakesDataAway()
    {
        BoardRoom room({boardOf({linesOf()})});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        PanelCard *card = room.card(u"Lines"_s);
        QMenu *menu = menuOf(*card);
        action(menu, u"Copy data as CSV"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), card->csv());
        action(menu, u"Copy image"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->image().size(), card->size());
        QSignalSpy opened(&room.page, &Page::openRequested);
        action(menu, u"Explore this query"_s)->trigger();
        QCOMPARE(opened.value(0).value(0).toString(), u"explore/main/x"_s);
        QVERIFY(card->isLegendShown());
        action(menu, u"Legend"_s)->trigger();
        QVERIFY(!card->isLegendShown());
        QVERIFY(action(menu, u"a"_s)->isChecked());
        action(menu, u"a"_s)->trigger();
        QCOMPARE(card->chart()->hidden(), QSet<QString>{u"a"_s});
    }

    void inspectingShowsWhatWasSentAndWhatCame()
    {
        Watchfloor::Panel panel = linesOf(u"rate(x[$__rate_interval])"_s);
        BoardRoom room({boardOf({panel})});
        room.answer([&](const QueryKey &key) {
            QuerySnapshot snapshot = twoLines(room, key);
            auto warned = std::make_shared<QueryAnswer>(*snapshot.answer);
            warned->warnings << u"PromQL warning: mixed"_s;
            warned->infos << u"PromQL info: might not be a counter"_s;
            snapshot.answer = warned;
            return snapshot;
        });
        room.card(u"Lines"_s)->inspect();
        auto *dialog = room.page.findChild<InspectDialog *>();
        QVERIFY(dialog);
        const QString text = dialog->findChild<QPlainTextEdit *>()->toPlainText();
        QVERIFY2(text.contains(u"rate(x[1m"), qPrintable(text));
        QVERIFY2(text.contains(u"step 15s"), qPrintable(text));
        QVERIFY(text.contains(u"PromQL warning: mixed"));
        QVERIFY(text.contains(u"might not be a counter"));
        QVERIFY(text.contains(u"service=\"b\""));
        dialog->close();
    }

    void theMenuLeadsToTheEditor()
    {
        for (const bool foreign : {false, true}) {
            BoardRoom room({boardOf({linesOf(), panelOf(u"Second"_s, PanelKind::Stat, u"y"_s, {0, 12, 12, 6})}, foreign)});
            QMenu *menu = menuOf(*room.card(u"Second"_s));
            QSignalSpy opened(&room.page, &Page::openRequested);
            QAction *edit = action(menu, foreign ? u"Copy into a dashboard of ours…"_s : u"Edit…"_s);
            QVERIFY(edit);
            edit->trigger();
            QCOMPARE(opened.value(0).value(0).toString(), foreign ? u"edit/copy/one/1"_s : u"edit/panel/one/1"_s);
            QCOMPARE(action(menu, u"Remove…"_s) == nullptr, foreign);
        }
    }

    void whatIsPartialIsNamed()
    {
        Watchfloor::Panel panel = linesOf();
        panel.support = PanelSupport::Partial;
        panel.missing = {u"transformation \"heatmap\""_s};
        panel.description = u"What <b>this</b> is"_s;
        BoardRoom room({boardOf({panel})});
        PanelCard *card = room.card(u"Lines"_s);
        bool badge = false;
        for (const QWidget *widget : card->findChildren<QWidget *>())
            badge = badge || (widget->isVisibleTo(card) && widget->toolTip().contains(u"transformation \"heatmap\""));
        QVERIFY(badge);
        QMenu *menu = menuOf(*card);
        QVERIFY(action(menu, u"transformation \"heatmap\""_s));
    }

    void exemplarsAreAskedWhereAQueryWantsThem()
    {
        Watchfloor::Panel panel = linesOf();
        BoardRoom without({boardOf({panel})});
        QVERIFY(without.door.exemplarAsks.isEmpty());
        panel.queries[0].exemplars = true;
        BoardRoom room({boardOf({panel})});
        QCOMPARE(room.door.exemplarAsks, QStringList{u"x"_s});
        room.clock.advance(30s);
        room.page.tick();
        QCOMPARE(room.door.exemplarAsks.size(), 1);
        room.clock.advance(31s);
        room.page.tick();
        QCOMPARE(room.door.exemplarAsks.size(), 2);
    }

    void chartsPointAtOneMoment()
    {
        Watchfloor::Panel below = panelOf(u"Below"_s, PanelKind::TimeSeries, u"y"_s, {0, 12, 24, 8});
        Watchfloor::Panel heat = panelOf(u"Heat"_s, PanelKind::HeatMap, u"z"_s, {0, 20, 24, 8});
        BoardRoom room({boardOf({linesOf(), below, heat})}, {1200, 1200});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        room.draw();
        TimeChart *chart = room.card(u"Lines"_s)->chart();
        TimeChart *other = room.card(u"Below"_s)->chart();
        const QImage before = other->grabImage();
        QSignalSpy moved(chart, &TimeChart::cursorMoved);
        QWidget *view = chart->childAt(chart->plotArea().center().toPoint());
        QVERIFY(view);
        QTest::mouseMove(view, view->mapFrom(chart, chart->plotArea().center().toPoint()));
        QTRY_VERIFY(!moved.isEmpty());
        QVERIFY(other->grabImage() != before);
    }

    void linksOfACellLeadSomewhere()
    {
        Watchfloor::Panel panel = panelOf(u"Table"_s, PanelKind::Table, u"up"_s, {0, 0, 24, 8}, {});
        panel.queries[0].format = PanelQuery::Format::Table;
        panel.field.links = {{u"Board of ${__data.fields.service}"_s, u"/d/other-uid?var-service=${__data.fields.service}"_s, false}, {u"Evil"_s, u"javascript:alert(1)"_s, false}};
        Dashboard other = boardOf({});
        other.name = u"other"_s;
        other.uid = u"other-uid"_s;
        BoardRoom room({boardOf({panel}), other});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        auto *table = room.card(u"Table"_s)->findChild<QTableView *>();
        QVERIFY(table);
        table->setCurrentIndex(table->model()->index(1, 1));
        QTest::keyClick(table, Qt::Key_Return);
        auto *menu = room.page.findChild<QMenu *>(u"cellMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        QCOMPARE(menu->actions().front()->text(), u"Board of b"_s);
        QSignalSpy opened(&room.page, &Page::openRequested);
        menu->actions().front()->trigger();
        QCOMPARE(opened.value(0).value(0).toString(), u"dashboards/other"_s);
    }

    void cellsAreSafeForSpreadsheets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << u"a"_s << u"a"_s;
        QTest::newRow("comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::newRow("quote") << u"a\"b"_s << u"\"a\"\"b\""_s;
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("command") << u"@sum"_s << u"'@sum"_s;
    }
    void cellsAreSafeForSpreadsheets()
    {
        QFETCH(QString, text);
        QTEST(csvCell(text), "cell");
    }

    void tablesAreCommaSeparatedAsTheyAre()
    {
        Watchfloor::Panel panel = panelOf(u"Table"_s, PanelKind::Table, u"up"_s, {0, 0, 24, 8}, {});
        BoardRoom room({boardOf({panel}, false)});
        room.answer([&](const QueryKey &key) { return twoLines(room, key); });
        QCOMPARE(room.card(u"Table"_s)->csv(), u"service,Value\r\na,1\r\nb,2\r\n"_s);
    }
};

WATCHFLOOR_TEST(TestPanelCard)
#include "tst_panelcard.moc"
