#include "tests/support/testregistry.h"
#include "widgets/controls/datatable.h"
#include "widgets/theme/applytheme.h"

#include <QHeaderView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Watchfloor;

namespace {

constexpr int stateRole = Qt::UserRole + 1;

void fill(QStandardItemModel &model, int rows)
{
    model.setColumnCount(3);
    model.setHorizontalHeaderLabels({u"State"_qs, u"Alert"_qs, u"Active for"_qs});
    for (int row = 0; row < rows; ++row) {
        auto *state = new QStandardItem;
        state->setData(QVariant::fromValue(allStates[size_t(row) % 5]), stateRole);
        auto *age = new QStandardItem(u"%1 min"_qs.arg(row));
        age->setTextAlignment(Qt::AlignRight);
        model.appendRow({state, new QStandardItem(u"HighErrorRate %1"_qs.arg(row)), age});
    }
}

} // namespace

class TestDataTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void rowsHaveAFixedHeight()
    {
        QStandardItemModel model;
        fill(model, 5);
        DataTable table;
        table.setModel(&model);
        QCOMPARE(table.rowHeight(3), 28);
        table.setCompact(true);
        QCOMPARE(table.rowHeight(3), 24);
        QCOMPARE(table.verticalHeader()->sectionResizeMode(0), QHeaderView::Fixed);
    }

    void onlyVisibleRowsAreAskedFor()
    {
        class CountingDelegate final : public CellDelegate
        {
        public:
            mutable int cells = 0;

        protected:
            Cell cell(const QModelIndex &index) const override
            {
                ++cells;
                return CellDelegate::cell(index);
            }
        };
        QStandardItemModel model;
        fill(model, 5000);
        CountingDelegate delegate;
        DataTable table;
        table.setModel(&model);
        table.setItemDelegate(&delegate);
        table.resize(600, 300);
        table.grab();
        QVERIFY2(delegate.cells > 0 && delegate.cells < 100, qPrintable(QString::number(delegate.cells)));
    }

    void aBlindRowIsHatchedFromEndToEnd()
    {
        QStandardItemModel model;
        fill(model, 5);
        DataTable table;
        table.setModel(&model);
        table.setItemDelegate(new StateDelegate(stateRole, 0, &table));
        table.resize(600, 300);
        const QImage image = table.grab().toImage();
        const auto colours = [&](int row) {
            QSet<QRgb> found;
            const int y = table.rowViewportPosition(row) + table.horizontalHeader()->height() + 6;
            for (int x = 560; x < 598; ++x)
                found.insert(image.pixel(x, y));
            return found.size();
        };
        QVERIFY(colours(1) > 1); // blind
        QVERIFY(colours(2) > 1); // stale
        QCOMPARE(colours(4), qsizetype(1)); // healthy
    }

    void enterAndDoubleClickActivateARow()
    {
        QStandardItemModel model;
        fill(model, 5);
        DataTable table;
        table.setModel(&model);
        table.resize(600, 300);
        QSignalSpy spy(&table, &DataTable::rowActivated);
        table.setCurrentIndex(model.index(2, 0));
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toModelIndex().row(), 2);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(3, 1)).center());
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(3, 1)).center());
        QCOMPARE(spy.size(), 2);
        QCOMPARE(spy.last().first().toModelIndex().row(), 3);
    }

    void thePointerLightsItsRow()
    {
        QStandardItemModel model;
        fill(model, 5);
        DataTable table;
        table.setModel(&model);
        table.resize(600, 300);
        QTest::mouseMove(table.viewport(), table.visualRect(model.index(3, 1)).center());
        QMouseEvent move(QEvent::MouseMove, QPointF(table.visualRect(model.index(3, 1)).center()), QPointF(), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(table.viewport(), &move);
        QCOMPARE(table.hoveredRow(), 3);
    }
};

WATCHFLOOR_TEST(TestDataTable)
#include "tst_datatable.moc"
