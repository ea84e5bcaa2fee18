#include "tests/grafana/grafanatext.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Watchfloor;
using Testing::json;
using Testing::overrideValue;
using Testing::panelOf;

class TestOldPanels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGraphKeepsItsLook()
    {
        const Panel panel = panelOf(json("{'type': 'graph', 'lines': true, 'linewidth': 2, 'fill': 3, 'points': true, 'pointradius': 1, 'steppedLine': true, 'stack': true, 'percentage': true, "
            "'nullPointMode': 'connected', 'dashes': true, 'dashLength': 5, 'spaceLength': 4, 'yaxes': [{'format': 's', 'min': '0', 'max': null, 'logBase': 10, 'label': 't', 'show': true}, {'format': 'bytes'}], "
            "'legend': {'show': true, 'values': true, 'avg': true, 'current': true, 'alignAsTable': true, 'rightSide': true, 'sort': 'current', 'sortDesc': true}, 'tooltip': {'shared': true, 'sort': 2}}"), 21);
        const SeriesStyle &style = panel.field.style;
        QVERIFY2(panel.missing.isEmpty(), qPrintable(panel.missing.join(u'|')));
        QCOMPARE(style.draw, DrawStyle::Lines);
        QCOMPARE(style.lineWidth, 2.0);
        QCOMPARE(style.fillOpacity, 0.3);
        QCOMPARE(style.points, PointsShown::Always);
        QCOMPARE(style.pointSize, 4.0);
        QCOMPARE(style.interpolation, LineInterpolation::StepAfter);
        QCOMPARE(style.stack, StackMode::Percent);
        QCOMPARE(style.dashes, (std::vector<double>{5, 4}));
        QVERIFY(style.spanGapsBelow.has_value());
        QCOMPARE(style.logBase, 10.0);
        QCOMPARE(style.axisLabel, QStringLiteral("t"));
        QCOMPARE(panel.field.unit.id, QStringLiteral("s"));
        QCOMPARE(panel.field.minimum, std::optional(0.0));
        QVERIFY(!panel.field.maximum);
        QCOMPARE(panel.options.legend.mode, LegendOptions::Mode::Table);
        QCOMPARE(panel.options.legend.calculations, (QStringList{QStringLiteral("mean"), QStringLiteral("lastNotNull")}));
        QCOMPARE(panel.options.legend.sortBy, QStringLiteral("Last *"));
        QCOMPARE(panel.options.tooltip.sort, TooltipOptions::Sort::Descending);
    }

    void aGraphsRulesForSeriesBecomeOverrides()
    {
        const Panel panel = panelOf(json("{'type': 'graph', 'yaxes': [{'format': 's', 'show': true}, {'format': 'bytes', 'min': 1, 'show': true}], 'aliasColors': {'a': '#f00', 'b': ''}, "
            "'seriesOverrides': [{'alias': '/in.*/', 'yaxis': 2, 'transform': 'negative-Y', 'stack': false, 'fill': 0, 'linewidth': 4, 'legend': false}, "
            "{'alias': 'limit', 'dashes': true, 'color': 'red', 'bars': true, 'fillBelowTo': 'a', 'zindex': 3}, {'alias': 'odd', 'fog': 1}, {'color': 'blue'}]}"));
        QCOMPARE(panel.overrides.size(), size_t(4));
        QCOMPARE(overrideValue(panel, 0, "color").toObject().value(u"fixedColor").toString(), QStringLiteral("#f00"));
        QCOMPARE(panel.overrides[1].matcher.id, QStringLiteral("byRegexp"));
        QCOMPARE(panel.overrides[1].matcher.options.toString(), QStringLiteral("/in.*/"));
        QCOMPARE(overrideValue(panel, 1, "custom.axisPlacement").toString(), QStringLiteral("right"));
        QCOMPARE(overrideValue(panel, 1, "unit").toString(), QStringLiteral("bytes"));
        QCOMPARE(overrideValue(panel, 1, "min").toDouble(), 1.0);
        QCOMPARE(overrideValue(panel, 1, "custom.transform").toString(), QStringLiteral("negative-Y"));
        QCOMPARE(overrideValue(panel, 1, "custom.stacking").toObject().value(u"mode").toString(), QStringLiteral("none"));
        QCOMPARE(overrideValue(panel, 1, "custom.fillOpacity").toDouble(-1), 0.0);
        QCOMPARE(overrideValue(panel, 1, "custom.lineWidth").toDouble(), 4.0);
        QVERIFY(overrideValue(panel, 1, "custom.hideFrom").toObject().value(u"legend").toBool());
        QCOMPARE(panel.overrides[2].matcher.id, QStringLiteral("byName"));
        QCOMPARE(overrideValue(panel, 2, "custom.drawStyle").toString(), QStringLiteral("bars"));
        QCOMPARE(overrideValue(panel, 2, "custom.lineStyle").toObject().value(u"fill").toString(), QStringLiteral("dash"));
        QCOMPARE(overrideValue(panel, 2, "custom.fillBelowTo").toString(), QStringLiteral("a"));
        QCOMPARE(panel.missing, QStringList{QStringLiteral("series override: fog")});
    }

    void aGraphsLimitsBecomeSteps_data()
    {
        QTest::addColumn<int>("schema");
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<ThresholdStyle>("style");
        QTest::newRow("above") << 30 << (json("'thresholds': [{'op': 'gt', 'value': 90, 'colorMode': 'critical', 'fill': true, 'line': true}, {'op': 'gt', 'value': 80, 'colorMode': 'warning', 'fill': true}]"))
                               << "transparent 80:orange 90:red" << ThresholdStyle::LineAndArea;
        QTest::newRow("below") << 30 << (json("'thresholds': [{'op': 'lt', 'value': 10, 'colorMode': 'critical', 'line': true}]")) << "red 10:transparent" << ThresholdStyle::Line;
        QTest::newRow("a band between") << 30 << (json("'thresholds': [{'op': 'lt', 'value': 10, 'colorMode': 'critical', 'fill': true}, {'op': 'gt', 'value': 20, 'colorMode': 'custom', 'fillColor': '#abc', 'fill': true}]"))
                                        << "red 10:transparent 20:#abc" << ThresholdStyle::Area;
        QTest::newRow("in the grid, before 13") << 12 << (json("'grid': {'threshold1': 5, 'threshold2': 9, 'threshold1Color': 'c1', 'threshold2Color': 'c2'}")) << "transparent 5:c1 9:c2" << ThresholdStyle::Area;
        QTest::newRow("falling, in the grid") << 12 << (json("'grid': {'threshold1': 9, 'threshold2': 5, 'threshold1Color': 'c1', 'threshold2Color': 'c2', 'thresholdLine': true}"))
                                              << "c2 5:c1 9:transparent" << ThresholdStyle::Line;
        QTest::newRow("none") << 30 << (json("'thresholds': []")) << "" << ThresholdStyle::Off;
        QTest::newRow("without a value") << 30 << (json("'thresholds': [{'op': 'gt', 'value': null}]")) << "" << ThresholdStyle::Off;
    }

    void aGraphsLimitsBecomeSteps()
    {
        QFETCH(int, schema);
        QFETCH(QByteArray, keys);
        const Panel panel = panelOf("{\"type\": \"graph\", " + keys + "}", schema);
        QStringList steps;
        for (const ThresholdStep &step : panel.field.thresholds.steps)
            steps.append(std::isfinite(step.from) ? QStringLiteral("%1:%2").arg(step.from).arg(step.color) : step.color);
        QTEST(steps.join(u' '), "steps");
        QTEST(panel.field.style.thresholdStyle, "style");
    }

    void axesOfTheGridAreRead()
    {
        const Panel panel = panelOf(json("{'type': 'graph', 'grid': {'leftMin': 1, 'leftMax': 9, 'leftLogBase': 2}, 'y_formats': ['percent', 'short'], 'leftYAxisLabel': 'load'}"), 11);
        QCOMPARE(panel.field.minimum, std::optional(1.0));
        QCOMPARE(panel.field.maximum, std::optional(9.0));
        QCOMPARE(panel.field.unit.id, QStringLiteral("percent"));
        QCOMPARE(panelOf(json("{'type': 'graphite', 'legend': false, 'y_format': 'bytes'}"), 1).field.unit.id, QStringLiteral("bytes"));
        QCOMPARE(panelOf(json("{'type': 'graphite', 'legend': false, 'y_format': 'bytes'}"), 1).options.legend.mode, LegendOptions::Mode::Hidden);
        QCOMPARE(panel.field.style.logBase, 2.0);
        QCOMPARE(panel.field.style.axisLabel, QStringLiteral("load"));
    }

    void anAxisOfSeriesOrValuesMakesAnotherKind()
    {
        QCOMPARE(panelOf(json("{'type': 'graph', 'xaxis': {'mode': 'histogram', 'buckets': 12}}")).kind, PanelKind::Histogram);
        QCOMPARE(panelOf(json("{'type': 'graph', 'xaxis': {'mode': 'histogram', 'buckets': 12}}")).options.histogram.bucketCount, 12);
        const Panel bars = panelOf(json("{'type': 'graph', 'xaxis': {'mode': 'series', 'values': ['avg']}}"));
        QCOMPARE(bars.kind, PanelKind::BarGauge);
        QCOMPARE(bars.options.reduce.calculations, QStringList{QStringLiteral("mean")});
    }

    void aSinglestatBecomesAStat()
    {
        const Panel panel = panelOf(json("{'type': 'singlestat', 'format': 'percent', 'decimals': 1, 'valueName': 'current', 'thresholds': '50, 80', 'colors': ['green', 'orange', 'red'], 'colorBackground': true, "
            "'sparkline': {'show': true}, 'nullText': 'none', 'tableColumn': 'x', 'valueMaps': [{'op': '=', 'value': 'null', 'text': 'N/A'}, {'value': '1', 'text': 'UP'}], 'mappingType': 1}"), 16);
        QCOMPARE(panel.kind, PanelKind::Stat);
        QCOMPARE(panel.type, QStringLiteral("singlestat"));
        QCOMPARE(panel.options.reduce.calculations, QStringList{QStringLiteral("lastNotNull")});
        QVERIFY(panel.options.reduce.fields.isEmpty());
        QVERIFY(panel.options.stat.graph);
        QCOMPARE(panel.options.stat.colorMode, QStringLiteral("background"));
        QCOMPARE(panel.field.unit.id, QStringLiteral("percent"));
        QCOMPARE(panel.field.noValue, QStringLiteral("none"));
        QCOMPARE(panel.field.thresholds.steps.size(), size_t(3));
        QCOMPARE(panel.field.thresholds.steps[2].from, 80.0);
        QCOMPARE(panel.field.mappings.size(), size_t(2));
        QVERIFY(panel.missing.isEmpty());
    }

    void aSinglestatsWordsAreKept_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("missing");
        QTest::newRow("after a plain number") << (json("'format': 'none', 'postfix': ' pods'")) << "suffix: pods" << "";
        QTest::newRow("before a plain number") << (json("'prefix': 'v'")) << "prefix:v" << "";
        QTest::newRow("beside a unit") << (json("'format': 's', 'postfix': '!'")) << "s" << "option: postfix";
        QTest::newRow("on both sides") << (json("'prefix': '(', 'postfix': ')'")) << "none" << "option: prefix|option: postfix";
    }

    void aSinglestatsWordsAreKept()
    {
        QFETCH(QByteArray, keys);
        const Panel panel = panelOf("{\"type\": \"singlestat\", " + keys + "}");
        QTEST(panel.field.unit.id, "unit");
        QTEST(panel.missing.join(u'|'), "missing");
    }

    void aSinglestatWithAGaugeBecomesAGauge()
    {
        const Panel panel = panelOf(json("{'type': 'singlestat', 'gauge': {'show': true, 'minValue': 5, 'maxValue': 50, 'thresholdLabels': true, 'thresholdMarkers': false}, 'valueName': 'total', "
            "'rangeMaps': [{'from': '0', 'to': '1', 'text': 'low'}, {'from': 'null', 'to': 'null', 'text': 'N/A'}], 'mappingType': 2}"), 22);
        QCOMPARE(panel.kind, PanelKind::Gauge);
        QCOMPARE(panel.field.minimum, std::optional(5.0));
        QCOMPARE(panel.field.maximum, std::optional(50.0));
        QVERIFY(panel.options.stat.thresholdLabels && !panel.options.stat.thresholdMarkers);
        QCOMPARE(panel.options.reduce.calculations, QStringList{QStringLiteral("sum")});
        QCOMPARE(panel.field.mappings.size(), size_t(2));
        QCOMPARE(panel.field.mappings[0].kind, ValueMapping::Kind::Range);
        QCOMPARE(panel.field.mappings[1].kind, ValueMapping::Kind::Special);
    }

    void gaugesOfEveryVersionAreRead_data()
    {
        QTest::addColumn<QByteArray>("panel");
        const QByteArray thresholds = json("[{'index': 1, 'value': 80, 'color': 'red'}, {'index': 0, 'value': null, 'color': 'green'}]");
        QTest::newRow("6.0") << (json("{'type': 'gauge', 'options': {'minValue': 0, 'maxValue': 10, 'valueOptions': {'unit': 's', 'stat': 'avg', 'decimals': 2}, 'thresholds':")) + thresholds + "}}";
        QTest::newRow("5.4") << (json("{'type': 'gauge', 'options-gauge': {'minValue': 0, 'maxValue': 10, 'unit': 's', 'stat': 'avg', 'decimals': 2, 'thresholds':")) + thresholds + "}}";
        QTest::newRow("6.4") << (json("{'type': 'gauge', 'pluginVersion': '6.4.0', 'options': {'fieldOptions': {'calcs': ['mean'], 'defaults': {'min': 0, 'max': 10, 'unit': 's', 'decimals': 2, 'thresholds':")) + thresholds + "}}}}";
        QTest::newRow("6.7") << (json("{'type': 'gauge', 'pluginVersion': '6.7.0', 'options': {'fieldOptions': {'calcs': ['mean'], 'defaults': {'min': 0, 'max': 10, 'unit': 's', 'decimals': 2, "
            "'thresholds': {'mode': 'absolute', 'steps': [{'color': 'green', 'value': null}, {'color': 'red', 'value': 80}]}}}}}"));
        QTest::newRow("9") << (json("{'type': 'gauge', 'pluginVersion': '9.0.0', 'options': {'reduceOptions': {'calcs': ['mean']}}, 'fieldConfig': {'defaults': {'min': 0, 'max': 10, 'unit': 's', 'decimals': 2, "
            "'thresholds': {'mode': 'absolute', 'steps': [{'color': 'green', 'value': null}, {'color': 'red', 'value': 80}]}}}}"));
    }

    void gaugesOfEveryVersionAreRead()
    {
        QFETCH(QByteArray, panel);
        const Panel gauge = panelOf(panel, 16);
        QCOMPARE(gauge.kind, PanelKind::Gauge);
        QCOMPARE(gauge.field.unit.id, QStringLiteral("s"));
        QCOMPARE(gauge.field.decimals, std::optional(2));
        QCOMPARE(gauge.field.maximum, std::optional(10.0));
        QCOMPARE(gauge.options.reduce.calculations, QStringList{QStringLiteral("mean")});
        QCOMPARE(gauge.field.thresholds.steps.size(), size_t(2));
        QCOMPARE(gauge.field.thresholds.steps[0].color, QStringLiteral("green"));
        QCOMPARE(gauge.field.thresholds.steps[1].from, 80.0);
    }

    void percentHadBoundsOfItsOwn()
    {
        const QByteArray text = json("{'type': 'gauge', 'pluginVersion': '%1', 'fieldConfig': {'defaults': {'unit': 'percentunit'}}}");
        QCOMPARE(panelOf(QByteArray(text).replace("%1", "7.5.0")).field.maximum, std::optional(1.0));
        QVERIFY(!panelOf(QByteArray(text).replace("%1", "9.1.0")).field.maximum);
    }

    void anOldTableBecomesATable()
    {
        const Panel panel = panelOf(json("{'type': 'table', 'transform': 'timeseries_aggregations', 'columns': [{'text': 'Avg', 'value': 'avg'}, {'value': 'current'}], 'styles': [ "
            "{'pattern': 'Time', 'type': 'hidden'}, "
            "{'pattern': '/Value.*/', 'alias': 'CPU', 'type': 'number', 'unit': 'percent', 'decimals': 1, 'colorMode': 'cell', 'thresholds': ['50', '80'], 'colors': ['g', 'y', 'r'], 'link': true, 'linkUrl': '/d/x?h=${__cell}', 'linkTooltip': 'go'}, "
            "{'pattern': '/.*/', 'type': 'number', 'unit': 'short'}]}"), 18);
        QCOMPARE(panel.kind, PanelKind::Table);
        QVERIFY2(panel.missing.isEmpty(), qPrintable(panel.missing.join(u'|')));
        QCOMPARE(panel.transformations.size(), size_t(1));
        QCOMPARE(panel.transformations.front().id, QStringLiteral("reduce"));
        QCOMPARE(panel.transformations.front().options.value(u"reducers").toArray(), (QJsonArray{QStringLiteral("mean"), QStringLiteral("lastNotNull")}));
        QCOMPARE(panel.field.unit.id, QStringLiteral("short"));
        QCOMPARE(panel.overrides.size(), size_t(2));
        // The last rule wins today, the first one did then.
        QCOMPARE(panel.overrides[1].matcher.options.toString(), QStringLiteral("Time"));
        QVERIFY(overrideValue(panel, 1, "custom.hidden").toBool());
        QCOMPARE(overrideValue(panel, 0, "displayName").toString(), QStringLiteral("CPU"));
        QCOMPARE(overrideValue(panel, 0, "custom.cellOptions").toObject().value(u"type").toString(), QStringLiteral("color-background"));
        QCOMPARE(overrideValue(panel, 0, "thresholds").toObject().value(u"steps").toArray().size(), qsizetype(3));
        QCOMPARE(overrideValue(panel, 0, "links").toArray().first().toObject().value(u"url").toString(), QStringLiteral("/d/x?h=${__value.raw}"));
    }

    void aTableOfTodayIsNoOldOne()
    {
        const Panel panel = panelOf(json("{'type': 'table', 'styles': [{'pattern': '/.*/', 'unit': 's', 'type': 'number'}], 'fieldConfig': {'defaults': {'unit': 'bytes'}}}"), 30);
        QCOMPARE(panel.field.unit.id, QStringLiteral("bytes"));
    }

    void anOldHeatMapIsRead()
    {
        const Panel buckets = panelOf(json("{'type': 'heatmap', 'dataFormat': 'tsbuckets', 'yAxis': {'format': 's', 'decimals': 2}, 'color': {'mode': 'spectrum', 'colorScheme': 'interpolateBlues', 'min': 9, 'max': 3}, "
            "'hideZeroBuckets': true, 'reverseYBuckets': true}"), 18);
        QVERIFY(!buckets.options.heatMap.calculate && buckets.options.heatMap.reversed && buckets.options.heatMap.yReversed);
        QCOMPARE(buckets.options.heatMap.scheme, QStringLiteral("Blues"));
        QCOMPARE(buckets.options.heatMap.minimum, std::optional(3.0));
        QCOMPARE(buckets.options.heatMap.yUnit, QStringLiteral("s"));
        const Panel values = panelOf(json("{'type': 'heatmap', 'dataFormat': 'timeseries', 'xBucketSize': '1m', 'yBucketNumber': 20, 'yAxis': {}, 'color': {'mode': 'opacity', 'cardColor': '#b4ff00'}}"), 18);
        QVERIFY(values.options.heatMap.calculate);
        QCOMPARE(values.options.heatMap.xBuckets, QStringLiteral("1m"));
        QCOMPARE(values.options.heatMap.yBuckets, QStringLiteral("20"));
        QCOMPARE(values.options.heatMap.colorScale, QStringLiteral("opacity"));
    }

    void anOldPieIsRead()
    {
        const Panel panel = panelOf(json("{'type': 'grafana-piechart-panel', 'format': 'bytes', 'pieType': 'donut', 'valueName': 'total', 'legendType': 'On graph', 'legend': {'show': true, 'percentage': true}, "
            "'aliasColors': {'a': 'red'}, 'combine': {'threshold': 0.1}}"), 20);
        QVERIFY(panel.options.pie.donut);
        QCOMPARE(panel.options.legend.mode, LegendOptions::Mode::Hidden);
        QCOMPARE(panel.options.pie.labels, (QStringList{QStringLiteral("name"), QStringLiteral("percent")}));
        QCOMPARE(panel.options.reduce.calculations, QStringList{QStringLiteral("sum")});
        QCOMPARE(panel.field.unit.id, QStringLiteral("bytes"));
        QCOMPARE(panel.overrides.size(), size_t(1));
        QCOMPARE(panel.missing, QStringList{QStringLiteral("option: combine")});
    }

    void optionsOfTheTopAreMoved()
    {
        const Panel text = panelOf(json("{'type': 'text', 'mode': 'markdown', 'content': '# Hi'}"), 16);
        QCOMPARE(text.options.text.content, QStringLiteral("# Hi"));
        const Panel list = panelOf(json("{'type': 'dashlist', 'starred': false, 'search': true, 'limit': 7, 'query': 'k8s', 'tags': ['a']}"), 16);
        QVERIFY(!list.options.dashboardList.starred && list.options.dashboardList.search);
        QCOMPARE(list.options.dashboardList.limit, 7);
        const Panel alerts = panelOf(json("{'type': 'alertlist', 'limit': 9, 'stateFilter': ['alerting', 'ok'], 'nameFilter': 'Disk'}"), 16);
        QCOMPARE(alerts.options.alertList.states, (QStringList{QStringLiteral("firing"), QStringLiteral("normal")}));
        QCOMPARE(alerts.options.alertList.nameContains, QStringLiteral("Disk"));
    }

    void whatAllKindsHaveIsUpgraded()
    {
        const Panel panel = panelOf(json("{'type': 'table', 'minSpan': 6, 'links': [{'dashboard': 'My Nodes', 'title': 'n', 'keepTime': true, 'includeVars': true, 'params': 'a=b'}], "
            "'transformations': [{'id': 'labelsToFields'}, {'id': 'seriesToColumns', 'options': {'byField': 'host'}}, {'id': 'timeSeriesTable', 'options': {'refIdToStat': {'A': 'max'}}}], "
            "'fieldConfig': {'defaults': {'title': 'T', 'mappings': [{'type': 1, 'value': '1', 'text': 'UP'}, {'type': 2, 'from': '2', 'to': '3', 'text': 'HALF'}, {'type': 1, 'value': 'null', 'text': '-'}]}, "
            "'overrides': [{'matcher': {'id': 'byName', 'options': 'a'}, 'properties': [{'id': 'color', 'value': '#abc'}, {'id': 'custom.hideFrom', 'value': {'graph': true}}]}]}}"), 16);
        QCOMPARE(panel.repeatPerRow, 4);
        QCOMPARE(panel.links.front().url, QStringLiteral("dashboard/db/my-nodes?$__url_time_range&$__all_variables&a=b"));
        QStringList ids;
        for (const Transformation &step : panel.transformations)
            ids.append(step.id);
        QCOMPARE(ids.join(u' '), QStringLiteral("labelsToFields merge joinByField timeSeriesTable"));
        QCOMPARE(panel.transformations.back().options.value(u"A").toObject().value(u"stat").toString(), QStringLiteral("max"));
        QCOMPARE(panel.field.displayName, QStringLiteral("T"));
        QCOMPARE(panel.field.mappings.size(), size_t(3));
        QCOMPARE(overrideValue(panel, 0, "color").toObject().value(u"fixedColor").toString(), QStringLiteral("#abc"));
        QVERIFY(overrideValue(panel, 0, "custom.hideFrom").toObject().value(u"viz").toBool());
        QVERIFY(overrideValue(panel, 0, "custom.hideFrom").toObject().value(u"tooltip").toBool());
    }
};

WATCHFLOOR_TEST(TestOldPanels)
#include "tst_oldpanels.moc"
