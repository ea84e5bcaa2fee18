#include "tests/support/testregistry.h"
#include "tests/widgets_panels/boardroom.h"
#include "widgets/charts/columnchart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"

#include <QLabel>
#include <QScrollBar>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

Dashboard boardOf(std::vector<Watchfloor::Panel> panels)
{
    Dashboard board;
    board.name = u"bad"_s;
    board.title = u"Bad"_s;
    board.source = u"main"_s;
    board.foreign = true;
    board.panels = std::move(panels);
    return board;
}

Variable ringOf(const QString &name, const QString &other)
{
    Variable variable;
    variable.name = name;
    variable.query = u"label_values(up{a=\"$%1\"}, b)"_s.arg(other);
    variable.current = {u"x"_s};
    variable.values = {{u"x"_s, u"x"_s}};
    return variable;
}

/// Whether all of what the label says is inside of the card.
bool isWhole(const QLabel &label, const QWidget &card)
{
    const QRect inside(label.mapTo(&card, QPoint()), label.size());
    return label.height() >= label.fontMetrics().ascent() && card.rect().contains(inside);
}

} // namespace

/// Dashboards that are too large, that turn in circles, or that have no room for what is to be said.
class TestBadBoards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelsOutOfViewAreNotMadeAndAskNothing()
    {
        constexpr int panels = 276;
        std::vector<Watchfloor::Panel> many;
        for (int at = 0; at < panels; ++at)
            many.push_back(panelOf(u"Panel %1"_s.arg(at), PanelKind::TimeSeries, u"x%1"_s.arg(at), {at % 2 * 12, at / 2 * 8, 12, 8}));
        BoardRoom room({boardOf(std::move(many))});
        const size_t first = room.page.board().cards().size();
        QVERIFY2(first >= 4 && first <= 20, qPrintable(QString::number(first)));
        QCOMPARE(room.door.watched.size(), first);
        // At the other end others are made; those that were left ask no more.
        QScrollBar *bar = room.page.board().verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(room.card(u"Panel 275"_s));
        const std::vector<QueryKey> live = room.door.live();
        QVERIFY2(!live.empty() && live.size() <= 20, qPrintable(QString::number(live.size())));
        for (const QueryKey &key : live)
            QVERIFY2(key.expression.mid(1).toInt() > panels - 21, qPrintable(key.expression));
        QVERIFY(room.page.board().cards().size() <= 40);
    }

    void variablesInARingAreNamedAndNothingWaits()
    {
        Dashboard board = boardOf({panelOf(u"Lines"_s, PanelKind::TimeSeries, u"up{a=\"$a\"}"_s, {0, 0, 24, 8})});
        board.variables = {ringOf(u"a"_s, u"b"_s), ringOf(u"b"_s, u"a"_s)};
        BoardRoom room({board});
        QVERIFY(room.door.fetches.empty());
        for (const QString &name : {u"a"_s, u"b"_s}) {
            auto *button = room.page.findChild<ActionButton *>(u"variable/"_s + name);
            QVERIFY(button);
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(name));
        }
        QVERIFY(room.card(u"Lines"_s));
        QCOMPARE(room.door.live().size(), size_t(1));
        QCOMPARE(room.door.live().front().expression, u"up{a=\"x\"}"_s);
    }

    void smallCardsSayItWhole_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("fails");
        for (const int height : {2, 3, 4})
            for (const bool fails : {false, true})
                QTest::addRow("%d rows, %s", height, fails ? "refused" : "no data") << height << fails;
    }
    void smallCardsSayItWhole()
    {
        QFETCH(int, height);
        QFETCH(bool, fails);
        BoardRoom room({boardOf({panelOf(u"Up"_s, PanelKind::Stat, u"up"_s, {0, 0, 3, height})})});
        room.answer([&](const QueryKey &key) {
            return fails ? BoardRoom::failure(key, {Error::Kind::Refused, {}, u"main"_s}) : room.series(key, {}, [](double, int) { return 0.0; });
        });
        PanelCard *card = room.card(u"Up"_s);
        room.draw();
        (void)card->grab();
        auto *empty = card->findChild<EmptyState *>();
        QVERIFY(empty && empty->isVisible());
        int said = 0;
        for (const QLabel *label : empty->findChildren<QLabel *>()) {
            if (!label->isVisible() || label->text().isEmpty())
                continue;
            ++said;
            QVERIFY2(isWhole(*label, *card), qPrintable(u"%1: %2 of %3"_s.arg(label->text()).arg(label->height()).arg(card->height())));
        }
        QCOMPARE(said, 1);
        // Said once: the header of a narrow card is its title's.
        QVERIFY(card->width() < 200);
        for (const QLabel *label : card->findChildren<QLabel *>())
            QVERIFY2(empty->isAncestorOf(label) || !label->isVisible() || !label->text().contains(u"refused"), qPrintable(label->text()));
    }

    void barsOfSeveralSeriesStandInOneChart()
    {
        BoardRoom room({boardOf({panelOf(u"Bars"_s, PanelKind::BarChart, u"x"_s, {0, 0, 24, 8})})});
        room.answer([&](const QueryKey &key) { return room.series(key, services({u"a"_s, u"b"_s, u"c"_s}), [](double, int index) { return index + 1.0; }); });
        auto *chart = room.card(u"Bars"_s)->findChild<ColumnChart *>();
        QVERIFY(chart);
        chart->setIsolated(2);
        QCOMPARE(chart->isolated(), 2);
    }
};

WATCHFLOOR_TEST(TestBadBoards)
#include "tst_badboards.moc"
