#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace Watchfloor;
using Testing::json;
using Testing::panelOf;

class TestGrafanaPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeHasItsKind_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<PanelKind>("kind");
        QTest::addColumn<QString>("missing");
        QTest::newRow("timeseries") << "timeseries" << PanelKind::TimeSeries << "";
        QTest::newRow("stat") << "stat" << PanelKind::Stat << "";
        QTest::newRow("gauge") << "gauge" << PanelKind::Gauge << "";
        QTest::newRow("bargauge") << "bargauge" << PanelKind::BarGauge << "";
        QTest::newRow("barchart") << "barchart" << PanelKind::BarChart << "";
        QTest::newRow("table") << "table" << PanelKind::Table << "";
        QTest::newRow("text") << "text" << PanelKind::Text << "";
        QTest::newRow("heatmap") << "heatmap" << PanelKind::HeatMap << "";
        QTest::newRow("histogram") << "histogram" << PanelKind::Histogram << "";
        QTest::newRow("piechart") << "piechart" << PanelKind::Pie << "";
        QTest::newRow("state-timeline") << "state-timeline" << PanelKind::StateTimeline << "";
        QTest::newRow("status-history") << "status-history" << PanelKind::StatusHistory << "";
        QTest::newRow("alertlist") << "alertlist" << PanelKind::AlertList << "";
        QTest::newRow("dashlist") << "dashlist" << PanelKind::DashboardList << "";
        QTest::newRow("logs") << "logs" << PanelKind::Logs << "data source: loki";
        QTest::newRow("old graph") << "graph" << PanelKind::TimeSeries << "";
        QTest::newRow("old singlestat") << "singlestat" << PanelKind::Stat << "";
        QTest::newRow("old table") << "table-old" << PanelKind::Table << "";
        QTest::newRow("old pie") << "grafana-piechart-panel" << PanelKind::Pie << "";
        QTest::newRow("discrete") << "natel-discrete-panel" << PanelKind::StateTimeline << "";
        QTest::newRow("xychart") << "xychart" << PanelKind::Table << "kind: xychart, shown as a table";
        QTest::newRow("candlestick") << "candlestick" << PanelKind::TimeSeries << "kind: candlestick, shown as lines";
        QTest::newRow("geomap") << "geomap" << PanelKind::Placeholder << "kind: geomap";
        QTest::newRow("a plugin") << "grafana-worldmap-panel" << PanelKind::Placeholder << "kind: grafana-worldmap-panel";
        QTest::newRow("none") << "" << PanelKind::Placeholder << "kind: none";
    }

    void everyTypeHasItsKind()
    {
        QFETCH(QString, type);
        QFETCH(PanelKind, kind);
        const Panel panel = panelOf("{\"id\": 7, \"title\": \"T\", \"type\": \"" + type.toUtf8() + "\", \"targets\": [{\"expr\": \"up\"}]}");
        QCOMPARE(panel.kind, kind);
        QCOMPARE(panel.type, type);
        QCOMPARE(panel.id, 7);
        QTEST(panel.missing.join(u'|'), "missing");
        QCOMPARE(panel.queries.size(), size_t(1));
        QCOMPARE(panel.support, kind == PanelKind::Placeholder ? PanelSupport::Placeholder : panel.missing.isEmpty() ? PanelSupport::Full : PanelSupport::Partial);
    }

    void fieldsAreReadFromDefaults()
    {
        const Panel panel = panelOf(json("{'type': 'timeseries', 'fieldConfig': {'defaults': {'unit': 'reqps', 'decimals': 2, 'min': 0, 'max': '10', 'displayName': 'n', "
            "'color': {'mode': 'fixed', 'fixedColor': 'red'}, 'thresholds': {'mode': 'absolute', 'steps': [{'color': 'green', 'value': null}, {'color': 'red', 'value': 5}]}, "
            "'custom': {'drawStyle': 'bars', 'lineWidth': 3, 'fillOpacity': 50, 'stacking': {'mode': 'normal', 'group': 'B'}, 'align': 'left', 'axisSoftMax': '', 'thresholdsStyle': {'mode': 'line'}}}}}"));
        QVERIFY(panel.missing.isEmpty());
        QCOMPARE(panel.field.unit.id, QStringLiteral("reqps"));
        QCOMPARE(panel.field.decimals, std::optional(2));
        QCOMPARE(panel.field.maximum, std::optional(10.0));
        QCOMPARE(panel.field.style.draw, DrawStyle::Bars);
        QCOMPARE(panel.field.style.lineWidth, 3.0);
        QCOMPARE(panel.field.style.fillOpacity, 0.5);
        QCOMPARE(panel.field.style.stackGroup, QStringLiteral("B"));
        QCOMPARE(panel.field.style.thresholdStyle, ThresholdStyle::Line);
        QCOMPARE(panel.field.thresholds.steps.size(), size_t(2));
        QCOMPARE(panel.field.color.fixed, QStringLiteral("red"));
    }

    void aKindHasItsOwnDefaults()
    {
        QCOMPARE(panelOf(json("{'type': 'stat'}")).field.color.mode, QStringLiteral("thresholds"));
        QCOMPARE(panelOf(json("{'type': 'stat'}")).field.thresholds.steps.size(), size_t(2));
        QCOMPARE(panelOf(json("{'type': 'singlestat'}")).field.thresholds.steps.size(), size_t(0));
        QCOMPARE(panelOf(json("{'type': 'timeseries'}")).field.color.mode, QString());
        QCOMPARE(panelOf(json("{'type': 'barchart'}")).field.style.fillOpacity, 0.8);
    }

    void whatIsNotDoneIsNamed_data()
    {
        QTest::addColumn<QByteArray>("panel");
        QTest::addColumn<QString>("missing");
        QTest::newRow("an unknown field") << (json("{'type': 'timeseries', 'fieldConfig': {'defaults': {'custom': {'drawStyle': 'fog'}}}}")) << "field: custom.drawStyle";
        QTest::newRow("left over from another kind") << (json("{'type': 'stat', 'fieldConfig': {'defaults': {'custom': {'drawStyle': 'fog'}}}}")) << "";
        QTest::newRow("an unknown override") << (json("{'type': 'timeseries', 'fieldConfig': {'overrides': [{'matcher': {'id': 'byName', 'options': 'a'}, 'properties': [{'id': 'fog', 'value': 1}]}]}}"))
                                             << "override: fog";
        QTest::newRow("an unknown matcher") << (json("{'type': 'timeseries', 'fieldConfig': {'overrides': [{'matcher': {'id': 'byFog'}, 'properties': []}]}}")) << "override for: byFog";
        QTest::newRow("an unknown transformation") << (json("{'type': 'table', 'transformations': [{'id': 'fog'}, {'id': 'mist', 'disabled': true}]}")) << "transformation: fog";
        QTest::newRow("a filter of a transformation") << (json("{'type': 'table', 'transformations': [{'id': 'merge', 'filter': {'id': 'byName', 'options': 'a'}}]}"))
                                                      << "transformation's filter: byName";
        QTest::newRow("an unknown calculation") << (json("{'type': 'stat', 'options': {'reduceOptions': {'calcs': ['fog']}}}")) << "calculation: fog";
        QTest::newRow("an alert") << (json("{'type': 'graph', 'alert': {'name': 'Too hot'}}")) << "alert: Too hot";
        QTest::newRow("time regions") << (json("{'type': 'graph', 'timeRegions': [{'op': 'time'}]}")) << "option: timeRegions";
        QTest::newRow("an action") << (json("{'type': 'table', 'fieldConfig': {'defaults': {'actions': [{'title': 'Restart'}]}}}")) << "field: actions";
        QTest::newRow("a frame among several") << (json("{'type': 'table', 'options': {'frameIndex': 1}}")) << "option: frameIndex";
        QTest::newRow("a frame of one") << (json("{'type': 'table', 'options': {'frameIndex': 1}, 'transformations': [{'id': 'merge'}]}")) << "";
        QTest::newRow("looks alone") << (json("{'type': 'table', 'options': {'cellHeight': 'sm', 'showHeader': true}, 'fieldConfig': {'defaults': {'custom': {'inspect': false}}}}")) << "";
    }

    void whatIsNotDoneIsNamed()
    {
        QFETCH(QByteArray, panel);
        const Panel read = panelOf(panel);
        QTEST(read.missing.join(u'|'), "missing");
        QCOMPARE(read.support, read.missing.isEmpty() ? PanelSupport::Full : PanelSupport::Partial);
    }

    void optionsAreReadByKind()
    {
        const Panel chart = panelOf(json("{'type': 'timeseries', 'options': {'legend': {'displayMode': 'table', 'placement': 'right', 'calcs': ['mean', 'lastNotNull'], 'sortBy': 'Mean', 'sortDesc': false}, "
            "'tooltip': {'mode': 'multi', 'sort': 'desc'}}}"));
        QCOMPARE(chart.options.legend.mode, LegendOptions::Mode::Table);
        QVERIFY(chart.options.legend.atRight && !chart.options.legend.descending);
        QCOMPARE(chart.options.legend.calculations, (QStringList{QStringLiteral("mean"), QStringLiteral("lastNotNull")}));
        QCOMPARE(chart.options.tooltip.mode, TooltipOptions::Mode::All);
        QCOMPARE(chart.options.tooltip.sort, TooltipOptions::Sort::Descending);
        QCOMPARE(panelOf(json("{'type': 'timeseries', 'options': {'legend': {'showLegend': false}}}")).options.legend.mode, LegendOptions::Mode::Hidden);

        const Panel stat = panelOf(json("{'type': 'stat', 'options': {'graphMode': 'none', 'colorMode': 'background', 'textMode': 'name', 'orientation': 'vertical', "
            "'reduceOptions': {'calcs': ['max'], 'fields': '/a/', 'values': true, 'limit': 3}}}"));
        QVERIFY(!stat.options.stat.graph && stat.options.reduce.allValues);
        QCOMPARE(stat.options.stat.colorMode, QStringLiteral("background"));
        QCOMPARE(stat.options.stat.orientation, Orientation::Vertical);
        QCOMPARE(stat.options.reduce.calculations, QStringList{QStringLiteral("max")});
        QCOMPARE(stat.options.reduce.limit, 3);

        const Panel table = panelOf(json("{'type': 'table', 'options': {'showHeader': false, 'sortBy': [{'displayName': 'Value', 'desc': true}], 'footer': {'show': true, 'reducer': ['sum'], 'fields': ['Value']}}}"));
        QVERIFY(!table.options.table.header && table.options.table.descending && table.options.table.footer);
        QCOMPARE(table.options.table.footerCalculations, QStringList{QStringLiteral("sum")});

        const Panel text = panelOf(json("{'type': 'text', 'options': {'mode': 'html', 'content': '<b onclick=\\'x()\\'>hi</b>'}}"));
        QCOMPARE(text.options.text.mode, TextOptions::Mode::Html);
        QCOMPARE(text.options.text.content, QStringLiteral("<b onclick=\"x()\">hi</b>"));

        const Panel map = panelOf(json("{'type': 'heatmap', 'targets': [{'expr': 'b', 'format': 'heatmap'}], 'options': {'color': {'mode': 'scheme', 'scheme': 'Blues', 'reverse': true, 'min': 1}, "
            "'filterValues': {'le': 0.5}, 'yAxis': {'unit': 's', 'decimals': 1}}}"));
        QVERIFY(map.options.heatMap.cumulative && map.options.heatMap.reversed && !map.options.heatMap.calculate);
        QCOMPARE(map.options.heatMap.hideBelow, 0.5);
        QCOMPARE(map.options.heatMap.yUnit, QStringLiteral("s"));

        const Panel alerts = panelOf(json("{'type': 'alertlist', 'options': {'maxItems': 5, 'alertName': 'Disk', 'alertInstanceLabelFilter': '{a=\\'b\\'}', 'stateFilter': {'firing': true, 'normal': false}}}"));
        QCOMPARE(alerts.options.alertList.states, QStringList{QStringLiteral("firing")});
        QCOMPARE(alerts.options.alertList.limit, 5);
    }

    void panelsKeepTheirTimesAndLinks()
    {
        const Panel panel = panelOf(json("{'type': 'stat', 'interval': '>10s', 'maxDataPoints': '100', 'timeFrom': '6h', 'timeShift': '1d', 'repeat': 'host', 'repeatDirection': 'v', 'maxPerRow': 3, "
            "'description': 'd', 'transparent': true, 'links': [{'title': 'Run', 'url': 'https://example.com', 'targetBlank': true}, {'title': 'nowhere'}]}"));
        QCOMPARE(panel.minimumStep, QStringLiteral("10s"));
        QCOMPARE(panel.maximumPoints, 100);
        QCOMPARE(panel.timeFrom, QStringLiteral("6h"));
        QCOMPARE(panel.timeShift, QStringLiteral("1d"));
        QCOMPARE(panel.repeat, QStringLiteral("host"));
        QVERIFY(panel.repeatDown && panel.transparent);
        QCOMPARE(panel.repeatPerRow, 3);
        QCOMPARE(panel.links.size(), size_t(1));
        QVERIFY(panel.links.front().newTab);
    }

    void aLibraryPanelIsNamedUnlessTheFileBringsIt()
    {
        const QByteArray panel = json("{'id': 1, 'libraryPanel': {'uid': 'u', 'name': 'Shared'}}");
        const Panel alone = panelOf(panel);
        QCOMPARE(alone.support, PanelSupport::Placeholder);
        QCOMPARE(alone.title, QStringLiteral("Shared"));
        QCOMPARE(alone.missing, QStringList{QStringLiteral("library panel: Shared")});
        const Dashboard dashboard =
            Testing::dashboardOf(Testing::dashboardText(panel, json("'__elements': {'u': {'name': 'Shared', 'model': {'type': 'stat', 'targets': [{'expr': 'up'}]}}}")));
        QCOMPARE(dashboard.panels.front().kind, PanelKind::Stat);
        QCOMPARE(dashboard.panels.front().queries.size(), size_t(1));
    }
};

WATCHFLOOR_TEST(TestGrafanaPanels)
#include "tst_grafanapanels.moc"
