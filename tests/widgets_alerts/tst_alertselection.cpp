#include "tests/support/testregistry.h"
#include "tests/widgets_alerts/shownpage.h"
#include "widgets/alerts/alertlist.h"
#include "widgets/alerts/filterbar.h"
#include "widgets/theme/applytheme.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// The page of that night, and what is chosen on it.
struct Choice
{
    Night night;
    Shown shown;

    Choice()
        : shown((night.tell(), night))
    {
    }
    QStringList chosen() const { return shown.page.findChild<AlertList *>()->selected(); }
    /// The rows that are painted as chosen, by name.
    QStringList marked() const
    {
        QStringList names;
        for (int row = 0; row < shown.table->model()->rowCount(); ++row)
            if (shown.table->selectionModel()->isRowSelected(row))
                names << shown.cell(row, AlertTableModel::NameColumn);
        return names;
    }
    void group(const QStringList &by) { shown.page.findChild<FilterBar *>()->setGrouping(by); }
    void sortBy(int column, Qt::SortOrder order = Qt::AscendingOrder) { shown.table->horizontalHeader()->setSortIndicator(column, order); }
    void press(Qt::Key key) { QTest::keyClick(shown.table, key, Qt::ControlModifier); }
};

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

}

/// What is chosen stays chosen, and nothing else comes to be.
class TestAlertSelection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void allStayChosenHoweverTheyStand_data()
    {
        QTest::addColumn<QStringList>("by");
        QTest::newRow("flat") << QStringList();
        QTest::newRow("by service") << QStringList(u"service"_s);
        QTest::newRow("by two labels") << QStringList({u"severity"_s, u"service"_s});
        QTest::newRow("by state") << QStringList(u"@state"_s);
    }
    void allStayChosenHoweverTheyStand()
    {
        QFETCH(QStringList, by);
        Choice all;
        all.press(Qt::Key_A);
        const QStringList fingerprints = sorted(all.chosen());
        QVERIFY(fingerprints.size() >= 14);
        all.group(by);
        const int rows = all.shown.table->model()->rowCount();
        QCOMPARE(all.marked().size(), rows);
        QCOMPARE(sorted(all.chosen()), fingerprints);
        all.press(Qt::Key_Left);
        QCOMPARE(sorted(all.chosen()), fingerprints);
        all.press(Qt::Key_Right);
        QCOMPARE(all.shown.table->model()->rowCount(), rows);
        QCOMPARE(all.marked().size(), rows);
        all.sortBy(AlertTableModel::NameColumn);
        QCOMPARE(sorted(all.chosen()), fingerprints);
        all.group({});
        QCOMPARE(all.marked().size(), fingerprints.size());
    }

    void someStayChosen()
    {
        Choice some;
        const QStringList names{u"HighErrorRate"_s, u"NodeHighCPU"_s, u"StripeLatency"_s};
        some.shown.click(names[0]);
        some.shown.click(names[1], Qt::ControlModifier);
        some.shown.click(names[2], Qt::ControlModifier);
        QCOMPARE(sorted(some.marked()), names);
        some.sortBy(AlertTableModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(some.marked(), QStringList(names.crbegin(), names.crend()));
        some.group({u"service"_s});
        QCOMPARE(sorted(some.marked()), names);
        QCOMPARE(some.shown.cell(some.shown.table->currentIndex().row(), AlertTableModel::NameColumn), names[2]);
        some.sortBy(-1);
        some.group({});
        QCOMPARE(sorted(some.marked()), names);
    }

    void whatComesIsNotChosen()
    {
        Choice all;
        all.press(Qt::Key_A);
        const QStringList before = sorted(all.chosen());
        all.night.alertmanager(u"am-2"_s, {all.night.alert(u"Another"_s, u"another"_s, u"critical"_s, u"It is new"_s, 1min)});
        QVERIFY(all.shown.rowOf(u"Another"_s) >= 0);
        QVERIFY(!all.marked().contains(u"Another"_s));
        QVERIFY(!all.chosen().contains(all.night.fingerprintOf(u"Another"_s)));
        QVERIFY(all.chosen().size() + 1 >= before.size());
        all.group({u"service"_s});
        QVERIFY(!all.marked().contains(u"Another"_s));
        QVERIFY(!all.marked().contains(u"another"_s));
        QVERIFY(all.marked().contains(u"HighErrorRate"_s));
    }

    void theViewStaysWhereItIs()
    {
        Choice some;
        some.shown.page.resize(1366, 420);
        QScrollBar *bar = some.shown.table->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 40);
        some.shown.click(u"HighErrorRate"_s);
        bar->setValue(40);
        some.sortBy(AlertTableModel::NameColumn);
        some.group({u"service"_s});
        QCOMPARE(bar->value(), 40);
        QCOMPARE(some.shown.cell(some.shown.table->currentIndex().row(), AlertTableModel::NameColumn), u"HighErrorRate"_s);
    }
};

WATCHFLOOR_TEST(TestAlertSelection)
#include "tst_alertselection.moc"
