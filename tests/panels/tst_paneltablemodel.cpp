#include "models/panels/paneltablemodel.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;

namespace {

Series seriesOf(Labels labels, double value)
{
    return {std::move(labels), std::make_shared<const std::vector<double>>(std::vector<double>{1000}), {value}, {}};
}

std::shared_ptr<const QueryAnswer> answerOf(std::vector<Series> series)
{
    auto answer = std::make_shared<QueryAnswer>();
    answer->series = std::move(series);
    return answer;
}

Labels service(const char *name)
{
    return {{QStringLiteral("__name__"), QStringLiteral("up")}, {QStringLiteral("service"), QString::fromLatin1(name)}};
}

Panel table()
{
    Panel panel;
    panel.kind = PanelKind::Table;
    panel.queries = {{QStringLiteral("up"), {}}};
    panel.field.thresholds = thresholdsOf({{5, true, State::Critical}});
    return panel;
}

/// The table of such a panel, as its card makes it.
Frame frameOf(const Panel &panel, const std::vector<std::shared_ptr<const QueryAnswer>> &answers)
{
    std::vector<Frame> frames{labelTable(panel, answers)};
    applyFieldConfig(frames, panel.field, panel.overrides);
    return frames.front();
}

} // namespace

class TestPanelTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLabelsAndValues()
    {
        PanelTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 9), seriesOf({{QStringLiteral("job"), QStringLiteral("x")}}, 2)})}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("job"));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("service"));
        QCOMPARE(model.data(model.index(0, 1)).toString(), QStringLiteral("a"));
        QCOMPARE(model.data(model.index(0, 0)).toString(), QString());
        QCOMPARE(model.data(model.index(0, 2)).toString(), QStringLiteral("9"));
        QCOMPARE(model.data(model.index(0, 2), PanelTableModel::StateRole).value<State>(), State::Critical);
        QCOMPARE(model.data(model.index(1, 2), PanelTableModel::StateRole).value<State>(), State::Healthy);
    }

    void sortsNumbersAsNumbersAndKeepsSelections()
    {
        PanelTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 10), seriesOf(service("b"), 9), seriesOf(service("c"), noSample)})}));
        const QPersistentModelIndex b(model.index(1, 0));
        model.sort(1, Qt::DescendingOrder);
        QCOMPARE(model.data(model.index(0, 0)).toString(), QStringLiteral("a"));
        QCOMPARE(model.data(model.index(2, 0)).toString(), QStringLiteral("c"));
        model.sort(1, Qt::AscendingOrder);
        QCOMPARE(model.data(model.index(0, 0)).toString(), QStringLiteral("c"));
        QCOMPARE(b.row(), 1);
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 1), seriesOf(service("b"), 2), seriesOf(service("c"), 3)})}));
        QCOMPARE(model.data(model.index(0, 0)).toString(), QStringLiteral("a"));
    }

    void saysWhichQueryWhereThereAreSeveral()
    {
        Panel panel = table();
        panel.queries = {{QStringLiteral("up"), QStringLiteral("Up")}, {QStringLiteral("down"), {}}};
        PanelTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrame(frameOf(panel, {nullptr, answerOf({seriesOf(service("a"), 1)})}));
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.data(model.index(0, 1)).toString(), QStringLiteral("down"));
    }

    void newNumbersDoNotResetTheTable()
    {
        PanelTableModel model;
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 1)})}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 2)})}));
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.data(model.index(0, 1)).toString(), QStringLiteral("2"));
    }

    void filtersByColumnAndCountsWhatIsLeft()
    {
        PanelTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 1), seriesOf(service("b"), 2), seriesOf(service("c"), 4)})}));
        QCOMPARE(model.footer(1, QStringLiteral("sum")), QStringLiteral("7"));
        QCOMPARE(model.textsOf(0), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        model.setFilter(0, QSet<QString>{QStringLiteral("a"), QStringLiteral("c")});
        QVERIFY(model.isFiltered(0));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.footer(1, QStringLiteral("sum")), QStringLiteral("5"));
        QCOMPARE(model.text(), QStringLiteral("service\tValue\na\t1\nc\t4"));
        QCOMPARE(model.text({1}), QStringLiteral("service\tValue\nc\t4"));
        // A new answer passes the same filter.
        model.setFrame(frameOf(table(), {answerOf({seriesOf(service("a"), 1), seriesOf(service("b"), 2), seriesOf(service("x"), 4)})}));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(0, std::nullopt);
        QCOMPARE(model.rowCount(), 3);
    }

    void hiddenColumnsAreAbsent()
    {
        Frame frame = frameOf(table(), {answerOf({seriesOf(service("a"), 1)})});
        frame.fields[0].config.cell.hidden = true;
        PanelTableModel model;
        model.setFrame(frame);
        QCOMPARE(model.columnCount(), 1);
        QCOMPARE(model.field(0)->name, QStringLiteral("Value"));
        QCOMPARE(model.columnOf(QStringLiteral("service")), -1);
    }

    void alignsAsTheFieldSays()
    {
        Frame frame = frameOf(table(), {answerOf({seriesOf(service("a"), 1)})});
        PanelTableModel model;
        model.setFrame(frame);
        QCOMPARE(model.data(model.index(0, 0), Qt::TextAlignmentRole).toInt() & int(Qt::AlignLeft), int(Qt::AlignLeft));
        QCOMPARE(model.data(model.index(0, 1), Qt::TextAlignmentRole).toInt() & int(Qt::AlignRight), int(Qt::AlignRight));
        frame.fields[1].config.cell.align = QStringLiteral("center");
        model.setFrame(frame);
        QCOMPARE(model.data(model.index(0, 1), Qt::TextAlignmentRole).toInt() & int(Qt::AlignHCenter), int(Qt::AlignHCenter));
    }
};

WATCHFLOOR_TEST(TestPanelTableModel)
#include "tst_paneltablemodel.moc"
