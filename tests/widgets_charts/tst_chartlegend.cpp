#include "tests/support/testregistry.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/theme/applytheme.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;

namespace {

TimeChart::LegendOptions optionsOf(TimeChart::Legend mode, TimeChart::Placement placement = TimeChart::Placement::Bottom)
{
    TimeChart::LegendOptions options;
    options.mode = mode;
    options.placement = placement;
    options.columns = {{TimeChart::Figure::Last, {}}, {TimeChart::Figure::Maximum, {}}};
    return options;
}

std::vector<ChartLegend::Entry> entries(int count)
{
    std::vector<ChartLegend::Entry> result;
    for (int at = 0; at < count; ++at) {
        // The figures run against the names, so that an order by either is told from the other.
        const double value = at % 2 ? 100 - at : at;
        result.push_back({at, Qt::red, QStringLiteral("series %1").arg(at), false, false, {{value, QString::number(value)}, {at == 3 ? noSample : double(at), QString::number(at)}}});
    }
    return result;
}

/// The rows of a table from the top, asked by clicks.
std::vector<int> clickedRows(ChartLegend &legend, int rows)
{
    std::vector<int> result;
    QSignalSpy spy(&legend, &ChartLegend::entryClicked);
    for (int row = 0; row < rows; ++row) {
        spy.clear();
        QTest::mouseClick(&legend, Qt::LeftButton, {}, QPoint(20, 4 + 18 * (row + 1) + 9));
        result.push_back(spy.isEmpty() ? -1 : spy.first().first().toInt());
    }
    return result;
}

QPoint headOf(const ChartLegend &legend, int columnFromRight)
{
    return QPoint(legend.width() - 20 - columnFromRight * 60, 12);
}

} // namespace

class TestChartLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void aTableIsSortedByAClickOnItsHead()
    {
        ChartLegend legend;
        legend.resize(400, 150);
        legend.setEntries(optionsOf(TimeChart::Legend::Table), entries(5));
        QCOMPARE(clickedRows(legend, 5), (std::vector<int>{0, 1, 2, 3, 4}));
        QTest::mouseClick(&legend, Qt::LeftButton, {}, headOf(legend, 0));
        QCOMPARE(clickedRows(legend, 5), (std::vector<int>{4, 2, 1, 0, 3})); // what has no figure is last
        QTest::mouseClick(&legend, Qt::LeftButton, {}, headOf(legend, 0));
        QCOMPARE(clickedRows(legend, 5), (std::vector<int>{0, 1, 2, 4, 3}));
        QTest::mouseClick(&legend, Qt::LeftButton, {}, headOf(legend, 1));
        QCOMPARE(clickedRows(legend, 5), (std::vector<int>{1, 3, 4, 2, 0}));
    }

    void theChosenOrderOutlivesNewFigures()
    {
        ChartLegend legend;
        legend.resize(400, 150);
        legend.setEntries(optionsOf(TimeChart::Legend::Table), entries(5));
        QTest::mouseClick(&legend, Qt::LeftButton, {}, headOf(legend, 0));
        legend.setEntries(optionsOf(TimeChart::Legend::Table), entries(5));
        QCOMPARE(clickedRows(legend, 1).front(), 4);
        auto sorted = optionsOf(TimeChart::Legend::Table);
        sorted.sortedBy = 0;
        legend.setEntries(sorted, entries(5));
        QCOMPARE(clickedRows(legend, 1).front(), 1);
    }

    void manySeriesScroll_data()
    {
        QTest::addColumn<bool>("table");
        QTest::newRow("table") << true;
        QTest::newRow("list at the right") << false;
    }
    void manySeriesScroll()
    {
        QFETCH(bool, table);
        ChartLegend legend;
        legend.resize(300, 4 + 18 * 5);
        legend.setEntries(table ? optionsOf(TimeChart::Legend::Table) : optionsOf(TimeChart::Legend::Names, TimeChart::Placement::Right), entries(40));
        const QPoint first(20, 4 + (table ? 18 : 0) + 9);
        QSignalSpy spy(&legend, &ChartLegend::entryClicked);
        QTest::mouseClick(&legend, Qt::LeftButton, {}, first);
        QCOMPARE(spy.last().first().toInt(), 0);
        for (int notch = 0; notch < 3; ++notch) {
            QWheelEvent wheel(first, legend.mapToGlobal(first), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&legend, &wheel);
        }
        QTest::mouseClick(&legend, Qt::LeftButton, {}, first);
        QCOMPARE(spy.last().first().toInt(), 3);
        QTest::keyClick(&legend, Qt::Key_End);
        QTest::keyClick(&legend, Qt::Key_Return);
        QCOMPARE(spy.last().first().toInt(), 39);
        QTest::mouseClick(&legend, Qt::LeftButton, {}, first);
        QCOMPARE(spy.last().first().toInt(), table ? 36 : 35);
    }

    void everythingIsReachedByKeyboard()
    {
        ChartLegend legend;
        legend.resize(300, 40);
        legend.setEntries(optionsOf(TimeChart::Legend::Names), entries(3));
        QSignalSpy clicked(&legend, &ChartLegend::entryClicked);
        QSignalSpy toggled(&legend, &ChartLegend::entryToggled);
        QTest::keyClick(&legend, Qt::Key_Right);
        QTest::keyClick(&legend, Qt::Key_Return);
        QCOMPARE(clicked.last().first().toInt(), 1);
        QTest::keyClick(&legend, Qt::Key_Down);
        QTest::keyClick(&legend, Qt::Key_Down);
        QTest::keyClick(&legend, Qt::Key_Space);
        QCOMPARE(toggled.last().first().toInt(), 2);
        QTest::keyClick(&legend, Qt::Key_Home);
        QTest::keyClick(&legend, Qt::Key_Space);
        QCOMPARE(toggled.last().first().toInt(), 0);
    }

    void ctrlAndShiftSwitch_data()
    {
        QTest::addColumn<Qt::KeyboardModifier>("modifier");
        QTest::addColumn<int>("clicks");
        QTest::addColumn<int>("toggles");
        QTest::newRow("plain") << Qt::NoModifier << 1 << 0;
        QTest::newRow("ctrl") << Qt::ControlModifier << 0 << 1;
        QTest::newRow("shift") << Qt::ShiftModifier << 0 << 1;
    }
    void ctrlAndShiftSwitch()
    {
        QFETCH(Qt::KeyboardModifier, modifier);
        ChartLegend legend;
        legend.resize(300, 40);
        legend.setEntries(optionsOf(TimeChart::Legend::Names), entries(3));
        QSignalSpy clicked(&legend, &ChartLegend::entryClicked);
        QSignalSpy toggled(&legend, &ChartLegend::entryToggled);
        QTest::mouseClick(&legend, Qt::LeftButton, modifier, QPoint(20, 12));
        QTEST(int(clicked.size()), "clicks");
        QTEST(int(toggled.size()), "toggles");
    }

    void theHiddenAndTheOthersOfAnIsolatedOneArePale()
    {
        ChartLegend legend;
        legend.resize(300, 40);
        auto all = entries(2);
        legend.setEntries(optionsOf(TimeChart::Legend::Names), all);
        const QImage plain = legend.grab().toImage();
        all[1].hidden = true;
        legend.setEntries(optionsOf(TimeChart::Legend::Names), all);
        const QImage hidden = legend.grab().toImage();
        QVERIFY(hidden != plain);
        legend.setEntries(optionsOf(TimeChart::Legend::Names), entries(2));
        legend.setIsolated(0);
        QVERIFY(legend.grab().toImage() != plain);
        QVERIFY(legend.grab().toImage() != hidden);
    }

    void narrowTablesKeepTheirNames()
    {
        ChartLegend legend;
        auto options = optionsOf(TimeChart::Legend::Table, TimeChart::Placement::Right);
        for (int more = 0; more < 6; ++more)
            options.columns.push_back({TimeChart::Figure::Given, QStringLiteral("figure %1").arg(more)});
        auto all = entries(2);
        for (ChartLegend::Entry &entry : all)
            for (int more = 0; more < 6; ++more)
                entry.figures.push_back({1, QStringLiteral("1,000 req/s")});
        legend.setEntries(options, all);
        QCOMPARE(legend.widthFor(200), 200);
        legend.resize(200, 100);
        const QImage image = legend.grab().toImage();
        // The names' column is still as wide as a short name.
        int inked = 0;
        for (int x = 18; x < 70; ++x)
            for (int y = 22; y < 40; ++y)
                inked += qAbs(image.pixelColor(x, y).lightness() - image.pixelColor(0, 99).lightness()) > 40;
        QVERIFY(inked > 30);
    }

    void withoutEntriesThereIsNoRoom()
    {
        ChartLegend legend;
        QCOMPARE(legend.heightFor(300), 0);
        legend.setEntries(optionsOf(TimeChart::Legend::None), entries(3));
        QCOMPARE(legend.heightFor(300), 0);
        QCOMPARE(legend.widthFor(300), 0);
    }
};

WATCHFLOOR_TEST(TestChartLegend)
#include "tst_chartlegend.moc"
