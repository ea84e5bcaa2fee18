#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using Testing::json;

namespace {

/// A resource of version 2 with three panels in this layout.
Dashboard resource(const QByteArray &layout, const QByteArray &more = {})
{
    QByteArray elements;
    for (const char *name : {"a", "b", "c"})
        elements += QByteArray(elements.isEmpty() ? "" : ",") + "\"" + name + json("': {'kind': 'Panel', 'spec': {'id': 1, 'title': '") + name
                    + json("', 'data': {'kind': 'QueryGroup', 'spec': {'queries': [{'kind': 'PanelQuery', 'spec': {'refId': 'A', 'query': {'kind': 'DataQuery', 'group': 'prometheus', 'datasource': {'name': 'main'}, 'spec': {'expr': 'up'}}}}]}}, "
            "'vizConfig': {'kind': 'VizConfig', 'group': 'stat', 'spec': {'options': {'graphMode': 'none'}}}}}");
    const QByteArray text = json("{'apiVersion': 'dashboard.grafana.app/v2beta1', 'kind': 'Dashboard', 'metadata': {'name': 'own'}, 'spec': {'title': 'T', 'elements': {") + elements + "}, \"layout\": " + layout
                            + (more.isEmpty() ? QByteArray() : ", " + more) + "}}";
    return Testing::dashboardOf(text);
}

QByteArray item(const char *name, int x, int y, int width, int height)
{
    return QString::fromUtf8(json("{'kind': 'GridLayoutItem', 'spec': {'x': %1, 'y': %2, 'width': %3, 'height': %4, 'element': {'kind': 'ElementReference', 'name': '%5'}}}"))
        .arg(x).arg(y).arg(width).arg(height).arg(QLatin1String(name)).toUtf8();
}

QByteArray automatic(const char *names, const QByteArray &more = {})
{
    QByteArray items;
    for (const QByteArray &name : QByteArray(names).split(' '))
        items += QByteArray(items.isEmpty() ? "" : ",") + json("{'kind': 'AutoGridLayoutItem', 'spec': {'element': {'kind': 'ElementReference', 'name': '") + name + "\"}}}";
    return json("{'kind': 'AutoGridLayout', 'spec': {'items': [") + items + "]" + more + "}}";
}

QString described(const Dashboard &dashboard)
{
    QStringList parts;
    for (const DashboardRow &row : dashboard.rows)
        parts.append(QStringLiteral("%1%2@%3").arg(row.title, row.collapsed ? QStringLiteral("-") : QString()).arg(row.y));
    for (const Panel &panel : dashboard.panels)
        parts.append(QStringLiteral("%1:%2 %3,%4 %5x%6").arg(panel.title).arg(panel.row).arg(panel.at.x).arg(panel.at.y).arg(panel.at.width).arg(panel.at.height));
    return parts.join(QStringLiteral("; "));
}

} // namespace

class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutsBecomeTheGrid_data()
    {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<QString>("places");
        QTest::addColumn<QString>("notes");
        const QByteArray abc = item("a", 0, 0, 12, 8) + "," + item("b", 12, 0, 12, 8) + "," + item("c", 0, 8, 24, 4);
        QTest::newRow("a grid") << (json("{'kind': 'GridLayout', 'spec': {'items': [") + abc + "]}}") << "a:-1 0,0 12x8; b:-1 12,0 12x8; c:-1 0,8 24x4" << "";
        QTest::newRow("a grid with a row") << (json("{'kind': 'GridLayout', 'spec': {'items': [") + item("a", 0, 0, 24, 4) + json(", {'kind': 'GridLayoutRow', 'spec': {'y': 4, 'title': 'R', 'collapsed': true, 'elements': [")
                                                         + item("b", 0, 0, 12, 8) + "," + item("c", 12, 0, 12, 8) + "]}}]}}")
                                           << "R-@4; a:-1 0,0 24x4; b:0 0,5 12x8; c:0 12,5 12x8" << "";
        QTest::newRow("an automatic grid") << automatic("a b c", json(", 'maxColumnCount': 2, 'rowHeightMode': 'short'")) << "a:-1 0,0 12x5; b:-1 12,0 12x5; c:-1 0,5 12x5" << "";
        QTest::newRow("rows") << (json("{'kind': 'RowsLayout', 'spec': {'rows': [{'kind': 'RowsLayoutRow', 'spec': {'title': 'R', 'repeat': {'mode': 'variable', 'value': 'v'}, 'layout':") + automatic("a b")
                                            + json("}}, {'kind': 'RowsLayoutRow', 'spec': {'title': 'S', 'collapse': true, 'layout':") + automatic("c") + "}}]}}")
                              << "R@0; S-@10; a:0 0,1 8x9; b:0 8,1 8x9; c:1 0,11 8x9" << "";
        QTest::newRow("tabs of rows") << (json("{'kind': 'TabsLayout', 'spec': {'tabs': [{'kind': 'TabsLayoutTab', 'spec': {'title': 'One', 'layout': {'kind': 'RowsLayout', 'spec': {'rows': [{'kind': 'RowsLayoutRow', "
            "'spec': {'title': 'R', 'layout':") + automatic("a b c") + "}}]}}}}]}}")
                                      << "One@0; One / R@1; a:1 0,2 8x9; b:1 8,2 8x9; c:1 16,2 8x9" << "tabs are shown as rows";
        QTest::newRow("one without a place and one that is not there") << (json("{'kind': 'GridLayout', 'spec': {'items': [") + item("a", 0, 0, 12, 8) + "," + item("b", 12, 0, 12, 8) + "," + item("z", 0, 8, 1, 1) + "]}}")
                                                                       << "a:-1 0,0 12x8; b:-1 12,0 12x8; c:-1 0,8 12x8"
                                                                       << "the layout names the element \"z\", which is not there|the layout has no place for \"c\"; it stands at the end";
    }

    void layoutsBecomeTheGrid()
    {
        QFETCH(QByteArray, layout);
        const Dashboard dashboard = resource(layout);
        QTEST(described(dashboard), "places");
        QTEST(dashboard.notes.join(u'|'), "notes");
        for (const Panel &panel : dashboard.panels) {
            QCOMPARE(panel.queries.front().expression, QStringLiteral("up"));
            QCOMPARE(panel.queries.front().source, QStringLiteral("main"));
            QCOMPARE(panel.kind, PanelKind::Stat);
            QVERIFY(!panel.options.stat.graph);
        }
    }

    void theRestOfAResourceIsRead()
    {
        const Dashboard dashboard = resource(automatic("a b c"), json("'timeSettings': {'from': 'now-1h', 'to': 'now', 'timezone': 'utc', 'autoRefresh': '10s'}, "
            "'variables': [{'kind': 'QueryVariable', 'spec': {'name': 'host', 'hide': 'hideLabel', 'refresh': 'onTimeRangeChanged', 'sort': 'numericalAsc', 'query': {'kind': 'DataQuery', 'group': 'prometheus', 'datasource': {'name': 'main'}, 'spec': {'query': 'label_values(host)'}}}}, "
            "{'kind': 'DatasourceVariable', 'spec': {'name': 'ds', 'pluginId': 'prometheus'}}, {'kind': 'TextVariable', 'spec': {'name': 't', 'query': 'x', 'current': {'value': 'y'}}}, {'kind': 'AdhocVariable', 'group': 'prometheus', 'spec': {'name': 'f', 'filters': []}}], "
            "'annotations': [{'kind': 'AnnotationQuery', 'spec': {'name': 'D', 'enable': true, 'query': {'kind': 'DataQuery', 'group': 'prometheus', 'spec': {'expr': 'up'}}, 'legacyOptions': {'step': '1m'}}}]"));
        QCOMPARE(dashboard.uid, QStringLiteral("own"));
        QCOMPARE(dashboard.timeFrom, QStringLiteral("now-1h"));
        QCOMPARE(dashboard.refresh, QStringLiteral("10s"));
        QCOMPARE(dashboard.variables.size(), size_t(4));
        QCOMPARE(dashboard.variables[0].query, QStringLiteral("label_values(host)"));
        QCOMPARE(dashboard.variables[0].source, QStringLiteral("main"));
        QCOMPARE(dashboard.variables[0].sort, 3);
        QCOMPARE(dashboard.variables[0].refresh, Variable::Refresh::OnTimeRange);
        QVERIFY(dashboard.variables[0].labelHidden);
        QCOMPARE(dashboard.variables[1].kind, Variable::Kind::DataSource);
        QCOMPARE(dashboard.variables[2].current, QStringList{QStringLiteral("y")});
        QCOMPARE(dashboard.variables[3].kind, Variable::Kind::AdHoc);
        QCOMPARE(dashboard.annotations.size(), size_t(1));
        QCOMPARE(dashboard.annotations[0].step, QStringLiteral("1m"));
        QVERIFY2(dashboard.notes.isEmpty(), qPrintable(dashboard.notes.join(u'|')));
    }

    void theFirstVersionsShapesAreRead()
    {
        const Dashboard dashboard = Testing::dashboardOf(json("{'apiVersion': 'dashboard.grafana.app/v2alpha1', 'kind': 'Dashboard', 'metadata': {'name': 'own'}, 'spec': {'title': 'T', 'elements': {'p': {'kind': 'Panel', 'spec': {'id': 3, 'title': 'p', "
            "'data': {'kind': 'QueryGroup', 'spec': {'queries': [{'kind': 'PanelQuery', 'spec': {'refId': 'A', 'hidden': true, 'datasource': {'type': 'prometheus', 'uid': 'u'}, 'query': {'kind': 'prometheus', 'spec': {'expr': 'up'}}}}], "
            "'transformations': [{'kind': 'merge', 'spec': {'id': 'merge', 'options': {}}}], 'queryOptions': {'interval': '1m'}}}, 'vizConfig': {'kind': 'timeseries', 'spec': {'pluginVersion': '11.0.0', 'fieldConfig': {'defaults': {'unit': 's'}}}}}}, "
            "'l': {'kind': 'LibraryPanel', 'spec': {'id': 4, 'title': '', 'libraryPanel': {'uid': 'x', 'name': 'Shared'}}}}, 'layout': {'kind': 'GridLayout', 'spec': {'items': [")
                                                         + item("p", 0, 0, 12, 8) + "," + item("l", 12, 0, 12, 8) + "]}}}}");
        QCOMPARE(dashboard.panels.size(), size_t(2));
        const Panel &panel = dashboard.panels[0];
        QCOMPARE(panel.id, 3);
        QCOMPARE(panel.type, QStringLiteral("timeseries"));
        QCOMPARE(panel.field.unit.id, QStringLiteral("s"));
        QCOMPARE(panel.minimumStep, QStringLiteral("1m"));
        QVERIFY(panel.queries.front().hidden);
        QCOMPARE(panel.queries.front().source, QStringLiteral("u"));
        QCOMPARE(panel.transformations.size(), size_t(1));
        QCOMPARE(dashboard.panels[1].missing, QStringList{QStringLiteral("library panel: Shared")});
    }
};

WATCHFLOOR_TEST(TestResources)
#include "tst_resources.moc"
