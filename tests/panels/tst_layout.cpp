#include "models/panels/layout.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;

namespace {

Panel panelAt(int id, PanelPlace at, int row = -1)
{
    Panel panel;
    panel.id = id;
    panel.at = at;
    panel.row = row;
    return panel;
}

VariableValues valuesOf(const char *name, const QStringList &values)
{
    VariableValues all;
    all[QString::fromLatin1(name)].values = values;
    return all;
}

/// "1 x,y wxh; 2 …" with the scoped values behind the panel's id.
QString text(const Dashboard &dashboard, const BoardLayout &layout)
{
    QStringList parts;
    for (const PlacedPanel &placed : layout.panels) {
        QString own;
        for (const auto &[name, value] : placed.own)
            own += QStringLiteral("[%1]").arg(value.values.join(u','));
        parts << QStringLiteral("%1%2 %3,%4 %5x%6").arg(dashboard.panels[placed.panel].id).arg(own).arg(placed.at.x).arg(placed.at.y).arg(placed.at.width).arg(placed.at.height);
    }
    return parts.join(QStringLiteral("; "));
}

QString rowsText(const BoardLayout &layout)
{
    QStringList parts;
    for (const PlacedRow &row : layout.rows) {
        QString own;
        for (const auto &[name, value] : row.own)
            own += QStringLiteral("[%1]").arg(value.values.join(u','));
        parts << QStringLiteral("%1%2 at %3%4").arg(row.row).arg(own).arg(row.y).arg(row.collapsed ? QStringLiteral(" folded %1").arg(row.panels) : QString());
    }
    return parts.join(QStringLiteral("; "));
}

const QStringList three{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
const QStringList five{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")};

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsAsItIsWritten()
    {
        Dashboard dashboard;
        dashboard.panels = {panelAt(1, {0, 0, 12, 8}), panelAt(2, {12, 0, 12, 4}), panelAt(3, {0, 20, 24, 4})};
        const BoardLayout layout = laidOut(dashboard, {});
        QCOMPARE(text(dashboard, layout), QStringLiteral("1 0,0 12x8; 2 12,0 12x4; 3 0,20 24x4"));
        QCOMPARE(layout.height, 24);
    }

    void anImportedBoardHasNoHoles()
    {
        Dashboard dashboard;
        dashboard.foreign = true;
        dashboard.panels = {panelAt(1, {0, 0, 12, 8}), panelAt(2, {12, 0, 12, 4}), panelAt(3, {12, 9, 12, 4}), panelAt(4, {0, 20, 24, 4})};
        QCOMPARE(text(dashboard, laidOut(dashboard, {})), QStringLiteral("1 0,0 12x8; 2 12,0 12x4; 3 12,4 12x4; 4 0,8 24x4"));
    }

    void overlapsAreMovedDown()
    {
        Dashboard dashboard;
        dashboard.foreign = true;
        dashboard.panels = {panelAt(1, {0, 0, 12, 8}), panelAt(2, {6, 2, 12, 4})};
        QCOMPARE(text(dashboard, laidOut(dashboard, {})), QStringLiteral("1 0,0 12x8; 2 6,8 12x4"));
    }

    void placesOutsideComeInside()
    {
        Dashboard dashboard;
        dashboard.foreign = true;
        dashboard.panels = {panelAt(1, {20, 0, 12, 0}), panelAt(2, {-4, 1, 99, 3})};
        QCOMPARE(text(dashboard, laidOut(dashboard, {})), QStringLiteral("1 12,0 12x1; 2 0,1 24x3"));
    }

    void rowsHoldTheirPanels()
    {
        Dashboard dashboard;
        dashboard.rows = {{QStringLiteral("One"), false, {}, 4}, {QStringLiteral("Two"), true, {}, 20}, {QStringLiteral("Three"), false, {}, 30}};
        dashboard.panels = {panelAt(1, {0, 0, 24, 4}), panelAt(2, {0, 5, 12, 8}, 0), panelAt(3, {0, 21, 12, 8}, 1), panelAt(4, {0, 31, 12, 8}, 2)};
        const BoardLayout layout = laidOut(dashboard, {});
        QCOMPARE(rowsText(layout), QStringLiteral("0 at 4; 1 at 13 folded 1; 2 at 14"));
        QCOMPARE(text(dashboard, layout), QStringLiteral("1 0,0 24x4; 2 0,5 12x8; 4 0,15 12x8"));
        const BoardLayout open = laidOut(dashboard, {}, {layout.rows[1].key});
        QCOMPARE(rowsText(open), QStringLiteral("0 at 4; 1 at 13; 2 at 22"));
        QCOMPARE(text(dashboard, open), QStringLiteral("1 0,0 24x4; 2 0,5 12x8; 3 0,14 12x8; 4 0,23 12x8"));
        const BoardLayout folded = laidOut(dashboard, {}, {layout.rows[0].key});
        QCOMPARE(rowsText(folded), QStringLiteral("0 at 4 folded 1; 1 at 5 folded 1; 2 at 6"));
    }

    void panelsAreRepeated_data()
    {
        QTest::addColumn<bool>("down");
        QTest::addColumn<int>("perRow");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("to the right, all in a line") << false << 4 << three << "1[a] 0,0 8x4; 1[b] 8,0 8x4; 1[c] 16,0 8x4; 2 0,4 24x2";
        QTest::newRow("to the right, in two lines") << false << 3 << five
                                                    << "1[a] 0,0 8x4; 1[b] 8,0 8x4; 1[c] 16,0 8x4; 1[d] 0,4 8x4; 1[e] 8,4 8x4; 2 0,8 24x2";
        QTest::newRow("a full line leaves no empty one") << false << 4 << QStringList{QStringLiteral("a"), QStringLiteral("b")} << "1[a] 0,0 12x4; 1[b] 12,0 12x4; 2 0,4 24x2";
        QTest::newRow("one value takes the whole line") << false << 4 << QStringList{QStringLiteral("a")} << "1[a] 0,0 24x4; 2 0,4 24x2";
        QTest::newRow("down") << true << 4 << three << "1[a] 0,0 6x4; 1[b] 0,4 6x4; 1[c] 0,8 6x4; 2 0,12 24x2";
        QTest::newRow("no value yet") << false << 4 << QStringList() << "1 0,0 6x4; 2 0,4 24x2";
    }
    void panelsAreRepeated()
    {
        QFETCH(bool, down);
        QFETCH(int, perRow);
        QFETCH(QStringList, values);
        Dashboard dashboard;
        dashboard.panels = {panelAt(1, {0, 0, 6, 4}), panelAt(2, {0, 4, 24, 2})};
        dashboard.panels[0].repeat = QStringLiteral("v");
        dashboard.panels[0].repeatDown = down;
        dashboard.panels[0].repeatPerRow = perRow;
        QTEST(text(dashboard, laidOut(dashboard, values.isEmpty() ? VariableValues() : valuesOf("v", values))), "expected");
    }

    void rowsAreRepeatedWithTheirPanels()
    {
        Dashboard dashboard;
        dashboard.rows = {{QStringLiteral("$v"), false, QStringLiteral("v"), 0}, {QStringLiteral("Last"), false, {}, 9}};
        dashboard.panels = {panelAt(1, {0, 1, 12, 4}, 0), panelAt(2, {12, 1, 12, 4}, 0), panelAt(3, {0, 10, 24, 2}, 1)};
        // A panel of a repeated row that is repeated by the same variable is there once, with the row's value.
        dashboard.panels[1].repeat = QStringLiteral("v");
        const BoardLayout layout = laidOut(dashboard, valuesOf("v", {QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(rowsText(layout), QStringLiteral("0[a] at 0; 0[b] at 5; 1 at 10"));
        QCOMPARE(text(dashboard, layout), QStringLiteral("1[a] 0,1 12x4; 2[a] 12,1 12x4; 1[b] 0,6 12x4; 2[b] 12,6 12x4; 3 0,11 24x2"));
        std::set<QString> keys;
        for (const PlacedPanel &placed : layout.panels)
            keys.insert(placed.key);
        QCOMPARE(keys.size(), layout.panels.size());
    }

    void aPanelKeepsItsKeyWhenOthersCome()
    {
        Dashboard dashboard;
        dashboard.panels = {panelAt(1, {0, 0, 6, 4})};
        dashboard.panels[0].repeat = QStringLiteral("v");
        const QString b = laidOut(dashboard, valuesOf("v", three)).panels[1].key;
        QCOMPARE(laidOut(dashboard, valuesOf("v", five)).panels[1].key, b);
        QCOMPARE(laidOut(dashboard, valuesOf("v", {QStringLiteral("b")})).panels[0].key, b);
    }

    void endlessRepeatsAreCut()
    {
        Dashboard dashboard;
        QStringList many;
        for (int value = 0; value < 1'500; ++value)
            many << QString::number(value);
        dashboard.panels = {panelAt(1, {0, 0, 6, 4})};
        dashboard.panels[0].repeat = QStringLiteral("v");
        const BoardLayout layout = laidOut(dashboard, valuesOf("v", many));
        QCOMPARE(layout.panels.size(), size_t(1'000));
        QCOMPARE(layout.leftOut, size_t(500));
    }
};

WATCHFLOOR_TEST(TestLayout)
#include "tst_layout.moc"
