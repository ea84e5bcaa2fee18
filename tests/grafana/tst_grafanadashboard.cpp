#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace Watchfloor;
using Testing::json;

namespace {

QString described(const Dashboard &dashboard)
{
    QStringList parts;
    for (size_t row = 0; row < dashboard.rows.size(); ++row)
        parts.append(QStringLiteral("row%1 %2%3@%4").arg(row).arg(dashboard.rows[row].title, dashboard.rows[row].collapsed ? QStringLiteral("-") : QString()).arg(dashboard.rows[row].y));
    for (const Panel &panel : dashboard.panels)
        parts.append(QStringLiteral("%1:%2 %3,%4 %5x%6").arg(panel.title).arg(panel.row).arg(panel.at.x).arg(panel.at.y).arg(panel.at.width).arg(panel.at.height));
    return parts.join(QStringLiteral("; "));
}

QByteArray at(const char *title, int x, int y, int width, int height, const QByteArray &more = json("'type': 'stat'"))
{
    return QString::fromUtf8(json("{'title': '%1', 'gridPos': {'x': %2, 'y': %3, 'w': %4, 'h': %5},")).arg(QLatin1String(title)).arg(x).arg(y).arg(width).arg(height).toUtf8() + more + "}";
}

} // namespace

class TestGrafanaDashboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeadIsRead()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText({}, json("'tags': ['a', 7, 'b'], 'time': {'from': 'now-6h', 'to': 'now'}, 'refresh': '30s', 'timezone': 'utc', 'description': 'd', "
            "'links': [{'type': 'dashboards', 'tags': ['k8s'], 'keepTime': true}, {'type': 'link', 'title': 'Docs', 'url': '../../etc/passwd', 'includeVars': true}, {'type': 'link'}], "
            "'annotations': {'list': [{'builtIn': 1, 'name': 'own'}, {'builtIn': true, 'name': 'own'}, {'name': 'empty', 'datasource': {'type': 'prometheus'}}, {'name': 'Deploys', 'datasource': 'main', 'expr': 'changes(v[5m])', 'step': '1m', 'titleFormat': '{{v}}', 'tagKeys': 'a,b', 'iconColor': 'red', 'enable': false, 'useValueForTime': 'on'}, "
            "{'name': 'Logs', 'datasource': {'type': 'loki', 'uid': 'l'}, 'expr': 'x'}]}")));
        QCOMPARE(dashboard.name, QStringLiteral("nodes"));
        QCOMPARE(dashboard.uid, QStringLiteral("n1"));
        QVERIFY(dashboard.foreign);
        QCOMPARE(dashboard.tags, (QStringList{QStringLiteral("a"), QStringLiteral("7"), QStringLiteral("b")}));
        QCOMPARE(dashboard.timeFrom, QStringLiteral("now-6h"));
        QCOMPARE(dashboard.refresh, QStringLiteral("30s"));
        QCOMPARE(dashboard.timeZone, QStringLiteral("utc"));
        QCOMPARE(dashboard.links.size(), size_t(2));
        QCOMPARE(dashboard.links[0].tags, QStringList{QStringLiteral("k8s")});
        QCOMPARE(dashboard.links[1].url, QStringLiteral("../../etc/passwd"));
        QCOMPARE(dashboard.annotations.size(), size_t(1));
        const AnnotationQuery &deploys = dashboard.annotations.front();
        QCOMPARE(deploys.source, QStringLiteral("main"));
        QCOMPARE(deploys.step, QStringLiteral("1m"));
        QVERIFY(!deploys.enabled && deploys.valueIsTime);
        QCOMPARE(dashboard.notes, QStringList{QStringLiteral("annotation Logs: data source: loki")});
    }

    void panelsFindTheirRows_data()
    {
        QTest::addColumn<QByteArray>("panels");
        QTest::addColumn<QString>("layout");
        const QByteArray row = json("'type': 'row', 'collapsed': false");
        QTest::newRow("without rows, in reading order") << at("b", 12, 0, 12, 8) + "," + at("c", 0, 8, 24, 4) + "," + at("a", 0, 0, 12, 8) << "a:-1 0,0 12x8; b:-1 12,0 12x8; c:-1 0,8 24x4";
        QTest::newRow("an open row has what follows") << at("top", 0, 0, 24, 4) + "," + at("R", 0, 4, 24, 1, row) + "," + at("in", 0, 5, 24, 8) << "row0 R@4; top:-1 0,0 24x4; in:0 0,5 24x8";
        QTest::newRow("a folded row has its own, which begin below it") << at("R", 0, 3, 24, 1, json("'type': 'row', 'collapsed': true, 'panels': [") + at("in", 0, 90, 12, 8) + "," + at("below", 0, 98, 12, 8) + "]")
                                                                          + "," + at("S", 0, 4, 24, 1, row) + "," + at("next", 0, 5, 24, 8)
                                                                        << "row0 R-@3; row1 S@4; in:0 0,4 12x8; below:0 0,12 12x8; next:1 0,5 24x8";
        QTest::newRow("outside of the grid") << at("a", 30, -5, 99, 0) + "," + at("b", 20, 2, 12, 2000) << "a:-1 0,0 24x1; b:-1 12,2 12x1000";
        QTest::newRow("no places") << (json("{'title': 'a', 'type': 'stat'}, {'title': 'b', 'type': 'stat'}, {'title': 'c', 'type': 'stat', 'gridPos': {'w': 24, 'h': 4}}, {'title': 'd', 'type': 'stat', 'gridPos': {}}"))
                                   << "a:-1 0,0 12x8; b:-1 12,0 12x8; c:-1 0,8 24x4; d:-1 0,12 12x8";
        QTest::newRow("one above the other is kept so") << at("a", 0, 0, 12, 8) + "," + at("b", 0, 0, 12, 8) << "a:-1 0,0 12x8; b:-1 0,0 12x8";
    }

    void panelsFindTheirRows()
    {
        QFETCH(QByteArray, panels);
        QTEST(described(Testing::dashboardOf(Testing::dashboardText(panels))), "layout");
    }

    void oldRowsBecomeAGrid_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("layout");
        const QByteArray ab = json("{'title': 'a', 'type': 'graph', 'span': 6}, {'title': 'b', 'type': 'graph', 'span': 6}");
        QTest::newRow("spans and heights") << QByteArray("{\"height\": \"250px\", \"panels\": [" + ab + "]}, {\"height\": 76, \"panels\": [{\"title\": \"c\", \"type\": \"graph\", \"span\": 12}]}")
                                           << "a:-1 0,0 12x7; b:-1 12,0 12x7; c:-1 0,7 24x3";
        QTest::newRow("more than a line") << QByteArray("{\"panels\": [" + ab + ", {\"title\": \"c\", \"type\": \"graph\"}]}") << "a:-1 0,0 12x7; b:-1 12,0 12x7; c:-1 0,7 8x7";
        QTest::newRow("heights of their own below each other") << (json("{'height': '380px', 'panels': [{'title': 'a', 'type': 'graph', 'span': 6}, {'title': 'b', 'type': 'graph', 'span': 6, 'height': '190px'}, {'title': 'c', 'type': 'graph', 'span': 6, 'height': '190px'}]}"))
                                                               << "a:-1 0,0 12x10; b:-1 12,0 12x5; c:-1 12,5 12x5";
        QTest::newRow("titles show") << QByteArray("{\"title\": \"R\", \"showTitle\": true, \"panels\": [" + ab + "]}") << "row0 R@0; a:0 0,1 12x7; b:0 12,1 12x7";
        QTest::newRow("a folded row") << QByteArray("{\"title\": \"R\", \"collapse\": true, \"panels\": [" + ab + "]}, {\"title\": \"S\", \"panels\": [{\"title\": \"c\", \"type\": \"graph\", \"span\": 12}]}")
                                      << "row0 R-@0; row1 S@1; a:0 0,1 12x7; b:0 12,1 12x7; c:1 0,2 24x7";
        QTest::newRow("repetitions are made anew") << QByteArray("{\"repeat\": \"host\", \"title\": \"R\", \"panels\": [" + ab + "]}, {\"repeatIteration\": 123, \"panels\": [" + ab + "]}")
                                                   << "row0 R@0; a:0 0,1 12x7; b:0 12,1 12x7";
        QTest::newRow("spans of nothing are the usual") << json("{'panels': [{'title': 'a', 'type': 'graph', 'span': 0}]}") << "a:-1 0,0 8x7";
        QTest::newRow("wider than the grid") << (json("{'panels': [{'title': 'a', 'type': 'graph', 'span': 40}]}")) << "a:-1 0,0 24x7";
    }

    void oldRowsBecomeAGrid()
    {
        QFETCH(QByteArray, rows);
        QTEST(described(Testing::dashboardOf("{\"title\": \"t\", \"schemaVersion\": 14, \"rows\": [" + rows + "]}")), "layout");
    }

    void oldRowsStandBelowPanels()
    {
        const QByteArray text = json("{'schemaVersion': 15, 'panels': [") + at("a", 0, 0, 24, 3) + json("], 'rows': [{'panels': [{'title': 'b', 'type': 'graph', 'span': 12}]}]}");
        QCOMPARE(described(Testing::dashboardOf(text)), QStringLiteral("a:-1 0,0 24x3; b:-1 0,3 24x7"));
    }

    void whatTheFirstVersionsHadElsewhereIsRead()
    {
        const Dashboard dashboard = Testing::dashboardOf(json("{'schemaVersion': 1, 'panels': [], 'services': {'filter': {'time': {'from': 'now-6h', 'to': 'now'}, 'list': [{'name': 'server', 'type': 'filter', 'query': 'label_values(server)'}]}}, "
                                                              "'pulldowns': [{'type': 'filtering'}, {'type': 'annotations', 'annotations': [{'name': 'Deploys', 'query': 'changes(v[5m])'}]}]}"));
        QCOMPARE(dashboard.timeFrom, QStringLiteral("now-6h"));
        QCOMPARE(dashboard.variables.size(), size_t(1));
        QCOMPARE(dashboard.variables.front().kind, Variable::Kind::Query);
        QCOMPARE(dashboard.annotations.size(), size_t(1));
        QCOMPARE(dashboard.annotations.front().expression, QStringLiteral("changes(v[5m])"));
    }

    void idsAreUnique()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText(json("{'id': 4, 'type': 'row', 'panels': []}, {'id': 2, 'type': 'stat'}, {'id': 2, 'type': 'stat'}, {'type': 'stat'}, "
            "{'id': 3, 'type': 'stat'}, {'id': -1, 'type': 'stat'}, {'id': '9', 'type': 'stat'}, {'id': 2147483647, 'type': 'stat'}, {'id': 1e30, 'type': 'stat'}")));
        QCOMPARE(dashboard.panels.size(), size_t(8));
        QSet<int> ids;
        for (const Panel &panel : dashboard.panels)
            ids.insert(panel.id);
        QCOMPARE(ids.size(), qsizetype(8));
        QVERIFY(!ids.contains(0));
        QCOMPARE(dashboard.panels[0].id, 2);
        QCOMPARE(dashboard.panels[3].id, 3);
        QCOMPARE(dashboard.panels[5].id, 9);
    }

    void copiesOfRepeatedPanelsAreMadeAnew()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText(json("{'id': 1, 'type': 'stat', 'repeat': 'host'}, {'id': 2, 'type': 'stat', 'repeatPanelId': 1}, {'id': 3, 'type': 'stat', 'repeatPanelId': 'p'}, {'id': 4, 'type': 'stat', 'repeatPanelId': 0, 'repeatByRow': false}")));
        QCOMPARE(dashboard.panels.size(), size_t(2));
        QCOMPARE(dashboard.notes, QStringList{QStringLiteral("copies of repeated panels in the file are made anew: 2")});
    }

    void variablesAreRead()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText({}, json("'templating': {'list': [ "
            "{'type': 'query', 'name': 'host', 'label': 'Host', 'datasource': {'type': 'prometheus', 'uid': 'u'}, 'query': {'query': 'label_values(up, host)', 'refId': 'x'}, 'regex': '/a(.*)/', 'sort': 3, 'refresh': 2, "
            "'multi': true, 'includeAll': true, 'allValue': '.*', 'hide': 1, 'current': {'text': ['All'], 'value': ['$__all']}, 'options': []}, "
            "{'type': 'custom', 'name': 'env', 'query': 'prod : p, test', 'current': {'value': 'p'}}, "
            "{'type': 'interval', 'name': 'step', 'query': '1m,10m', 'auto': true, 'auto_count': 20, 'auto_min': '1m', 'current': {'text': 'auto', 'value': '$__auto_interval_step'}}, "
            "{'type': 'textbox', 'name': 'text', 'query': 'x', 'current': {}}, "
            "{'type': 'constant', 'name': 'fixed', 'query': '7', 'hide': 2}, "
            "{'type': 'datasource', 'name': 'ds', 'query': 'prometheus', 'regex': '/eu/', 'hide': '2'}, "
            "{'type': 'adhoc', 'name': 'Filters', 'datasource': 'main', 'filters': [{'key': 'job', 'operator': '=~', 'value': 'a.*'}, {'key': 'x', 'operator': '=|', 'values': ['1', '2']}]}, "
            "{'type': 'switch', 'name': 'on', 'current': 'true'}, {'type': 'groupby', 'name': 'by'}, {'name': ''}, {'name': 'host'}, 7]}")));
        const std::vector<Variable> &variables = dashboard.variables;
        QCOMPARE(variables.size(), size_t(9));
        const Variable &host = variables[0];
        QCOMPARE(host.query, QStringLiteral("label_values(up, host)"));
        QCOMPARE(host.source, QStringLiteral("u"));
        QCOMPARE(host.pattern, QStringLiteral("/a(.*)/"));
        QCOMPARE(host.refresh, Variable::Refresh::OnTimeRange);
        QCOMPARE(host.current, QStringList{allChoice});
        QVERIFY(host.multi && host.includeAll && host.labelHidden && !host.hidden);
        QCOMPARE(host.allValue, QStringLiteral(".*"));
        QCOMPARE(variables[1].values.size(), size_t(2));
        QCOMPARE(variables[1].values[0].text, QStringLiteral("prod"));
        QCOMPARE(variables[1].values[0].value, QStringLiteral("p"));
        QCOMPARE(variables[2].current, QStringList{automaticChoice});
        QVERIFY(variables[2].automatic);
        QCOMPARE(variables[2].automaticCount, 20);
        QCOMPARE(variables[3].current, QStringList{QStringLiteral("x")});
        QVERIFY(variables[4].hidden);
        QCOMPARE(variables[4].current, QStringList{QStringLiteral("7")});
        QCOMPARE(variables[5].kind, Variable::Kind::DataSource);
        QVERIFY(variables[5].hidden);
        QCOMPARE(variables[6].filters.size(), size_t(2));
        QCOMPARE(variables[6].filters[1].values, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
        QCOMPARE(variables[7].values.size(), size_t(2));
        QVERIFY(dashboard.notes.contains(QStringLiteral("variable by: the kind groupby")));
    }

    void variablesOfOlderVersionsAreRead()
    {
        const Dashboard dashboard = Testing::dashboardOf(json("{'schemaVersion': 12, 'panels': [], 'templating': {'list': [ "
            "{'name': 'a', 'query': 'label_values(x)', 'refresh': false, 'options': [{'text': 'old', 'value': 'old'}], 'hideLabel': true}, "
            "{'type': 'constant', 'name': 'c', 'query': '7', 'hide': 0}]}}"));
        QCOMPARE(dashboard.variables.size(), size_t(2));
        QCOMPARE(dashboard.variables[0].kind, Variable::Kind::Query);
        QCOMPARE(dashboard.variables[0].refresh, Variable::Refresh::OnLoad);
        QVERIFY(dashboard.variables[0].labelHidden);
        QCOMPARE(dashboard.variables[1].kind, Variable::Kind::TextBox);
    }

    void variablesThatNeedEachOtherAreNamed()
    {
        const Dashboard dashboard = Testing::dashboardOf(Testing::dashboardText({}, json("'templating': {'list': [{'type': 'query', 'name': 'a', 'query': 'label_values(up{b=\\'$b\\'}, a)'}, "
            "{'type': 'query', 'name': 'b', 'query': 'label_values(up{c=\\'${c:regex}\\'}, b)'}, {'type': 'query', 'name': 'c', 'query': 'label_values(up{a=\\'[[a]]\\'}, c)'}]}")));
        QCOMPARE(dashboard.variables.size(), size_t(3));
        QCOMPARE(dashboard.notes, QStringList{QStringLiteral("variables need each other: a → b → c → a")});
    }

    void manyPanelsAreRead()
    {
        QByteArray panels;
        for (int i = 0; i < 2'003; ++i)
            panels += (i ? "," : "") + (json("{'type': 'stat', 'targets': [{'expr': 'up'}]}"));
        const GrafanaDocument document = readGrafanaDashboards(Testing::dashboardText(panels), QStringLiteral("x.json"));
        QCOMPARE(document.dashboards.front().panels.size(), size_t(2'000));
        QCOMPARE(document.leftOut, 3);
        QCOMPARE(document.dashboards.front().notes, QStringList{QStringLiteral("more than 2000 panels; 3 are left out")});
    }

    void whatIsTooLargeIsRefused()
    {
        const GrafanaDocument document = readGrafanaDashboards(QByteArray(qsizetype(grafanaSizeLimit) + 1, ' '), QStringLiteral("x.json"));
        QVERIFY(document.dashboards.empty());
        QCOMPARE(document.faults.size(), size_t(1));
    }

    void littleTextMakesNoFlood_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray large(200'000, 'x');
        QTest::newRow("inputs") << Testing::dashboardText(json("{'type': 'stat', 'targets': [{'expr': '") + QByteArray("${V}").repeated(50'000) + json("'}]}"),
                                                          json("'__inputs': [{'name': 'V', 'type': 'constant', 'value': '") + large + json("'}]"));
        QByteArray library;
        for (int i = 0; i < 1'900; ++i)
            library += (i ? "," : "") + json("{'libraryPanel': {'uid': 'u', 'name': 'n'}}");
        QTest::newRow("library panels") << Testing::dashboardText(library, json("'__elements': {'u': {'model': {'type': 'stat', 'targets': [{'expr': '") + large + json("'}]}}}"));
        QByteArray items;
        for (int i = 0; i < 1'900; ++i)
            items += (i ? "," : "") + json("{'kind': 'GridLayoutItem', 'spec': {'element': {'name': 'a'}}}");
        QTest::newRow("elements") << json("{'elements': {'a': {'kind': 'Panel', 'spec': {'title': '") + large + json("'}}}, 'layout': {'kind': 'GridLayout', 'spec': {'items': [") + items + "]}}}";
        QTest::newRow("aliases") << QByteArray("schemaVersion: 39\nlarge: &a " + large + "\npanels: [" + QByteArray("{type: stat, title: *a},").repeated(1'900) + "]\n");
    }

    /// What is read stays within a few times the largest file.
    void littleTextMakesNoFlood()
    {
        QFETCH(QByteArray, text);
        const GrafanaDocument document = readGrafanaDashboards(text, QStringLiteral("x.json"));
        qsizetype size = 0;
        for (const Dashboard &dashboard : document.dashboards)
            for (const Panel &panel : dashboard.panels)
                size += panel.title.size() + (panel.queries.empty() ? 0 : panel.queries.front().expression.size());
        QVERIFY(size < 4 * grafanaSizeLimit);
        QVERIFY(document.recognized || !document.faults.empty());
    }

    void wrongTypesEverywhereAreNoHarm_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"null", "true", "7", "-1e300", "\"text\"", "[]", "{}", "[[]]", "[{}]", "{\"a\": 1}", "\"NaN\""})
            QTest::newRow(value) << QByteArray(value);
    }

    /// Each value of a whole dashboard in turn is one of another type.
    void wrongTypesEverywhereAreNoHarm()
    {
        QFETCH(QByteArray, value);
        const QByteArray whole = json("{'schemaVersion': @, 'title': @, 'uid': @, 'tags': @, 'time': @, 'refresh': @, 'links': [@, {'type': @, 'tags': @}], 'annotations': {'list': [@, {'name': @, 'expr': 'x', 'datasource': @}]}, "
            "'templating': {'list': [@, {'type': 'query', 'name': 'a', 'query': @, 'current': @, 'options': @, 'sort': @, 'refresh': @}, {'type': 'interval', 'name': 'b', 'auto_count': @}, {'type': 'adhoc', 'name': 'c', 'filters': @}]}, "
            "'__inputs': @, '__elements': @, 'panels': [@, {'type': @, 'id': @, 'gridPos': @, 'targets': @, 'fieldConfig': @, 'options': @}, "
            "{'type': 'row', 'panels': @, 'gridPos': {'y': @}}, {'type': 'timeseries', 'targets': [@, {'expr': @, 'refId': @, 'datasource': {'uid': @, 'type': @}}], 'transformations': [@, {'id': @, 'options': @, 'filter': @}], "
            "'fieldConfig': {'defaults': {'unit': @, 'decimals': @, 'min': @, 'custom': @, 'mappings': @, 'thresholds': @, 'links': @, 'color': @}, 'overrides': [@, {'matcher': @, 'properties': @}, {'matcher': {'id': @, 'options': @}, 'properties': [@, {'id': @, 'value': @}]}]}}, "
            "{'type': 'graph', 'yaxes': @, 'seriesOverrides': [@, {'alias': @, 'yaxis': @}], 'aliasColors': @, 'thresholds': [@, {'value': @, 'op': @}], 'legend': @, 'xaxis': @, 'grid': @}, "
            "{'type': 'singlestat', 'thresholds': @, 'colors': @, 'gauge': @, 'valueMaps': @, 'rangeMaps': @, 'mappingType': @, 'format': @}, {'type': 'table-old', 'styles': [@, {'pattern': @, 'thresholds': @, 'link': true, 'linkUrl': @}], 'columns': @}, "
            "{'type': 'gauge', 'options': {'fieldOptions': @, 'valueOptions': @, 'thresholds': @}}, {'type': 'heatmap', 'yAxis': @, 'color': @}, {'type': 'heatmap', 'options': {'color': @, 'calculation': @}}]}");
        QByteArray text = whole;
        text.replace('@', value);
        const GrafanaDocument document = readGrafanaDashboards(text, QStringLiteral("x.json"));
        QCOMPARE(document.dashboards.size(), size_t(1));
        QVERIFY(document.dashboards.front().panels.size() >= 7);
        for (qsizetype at = whole.indexOf('@'); at >= 0; at = whole.indexOf('@', at + 1)) {
            QByteArray one = whole;
            one.replace(at, 1, value);
            one.replace('@', "null");
            QVERIFY(readGrafanaDashboards(one, QStringLiteral("x.json")).dashboards.size() <= 1);
        }
    }

    void cutTextsAreNoHarm()
    {
        const QByteArray whole = Testing::dashboardText(at("a", 0, 0, 12, 8, json("'type': 'graph', 'targets': [{'expr': 'up'}]")));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const GrafanaDocument document = readGrafanaDashboards(whole.left(length), QStringLiteral("x.json"));
            QVERIFY(document.dashboards.empty());
            QCOMPARE(document.recognized, length > 0);
        }
    }
};

WATCHFLOOR_TEST(TestGrafanaDashboard)
#include "tst_grafanadashboard.moc"
