#include "models/grafana/paneloptionsreader.h"

#include "models/grafana/jsonvalues.h"

#include "models/frames/reducer.h"

#include <algorithm>

namespace Watchfloor {

namespace {

/// The options of one panel, with what of them is not done.
class Options
{
public:
    Options(Panel &panel, const QJsonObject &json)
        : m_panel(panel)
        , m_json(json)
        , m_out(panel.options)
    {
    }

    void run()
    {
        readReduce();
        readLegend();
        readTooltip();
        using Kind = PanelKind;
        switch (m_panel.kind) {
        case Kind::TimeSeries:
            missIf(!m_json.value(u"timezone").toArray().isEmpty(), "timezone");
            break;
        case Kind::Stat:
        case Kind::Gauge:
        case Kind::BarGauge:
            readStat();
            break;
        case Kind::BarChart:
            readBarChart();
            break;
        case Kind::Table:
            readTable();
            break;
        case Kind::Text:
            readText();
            break;
        case Kind::HeatMap:
            readHeatMap();
            break;
        case Kind::Histogram:
            readHistogram();
            break;
        case Kind::Pie:
            readPie();
            break;
        case Kind::StateTimeline:
        case Kind::StatusHistory:
            readTimeline();
            break;
        case Kind::AlertList:
            readAlertList();
            break;
        case Kind::DashboardList:
            readDashboardList();
            break;
        case Kind::Logs:
        case Kind::Placeholder:
            break;
        }
    }

private:
    QJsonValue at(const char *path) const { return jsonAt(m_json, QString::fromLatin1(path)); }
    QString text(const char *path, const QString &fallback = {}) const
    {
        const QString found = jsonText(at(path));
        return found.isEmpty() ? fallback : found;
    }
    double number(const char *path, double fallback, double least, double most) const
    {
        return std::clamp(jsonNumber(at(path)).value_or(fallback), least, most);
    }

    void miss(const QString &what)
    {
        if (!m_panel.missing.contains(what))
            m_panel.missing.append(what);
    }
    void missIf(bool missing, const char *option)
    {
        if (missing)
            miss(QLatin1String("option: ") + QLatin1String(option));
    }

    QStringList calculations(const QJsonValue &list)
    {
        QStringList known;
        for (const QString &calculation : jsonTexts(list)) {
            const bool isKnown = isKnownReducer(calculation);
            if (isKnown)
                known.append(calculation);
            else
                miss(QStringLiteral("calculation: %1").arg(calculation.left(64)));
        }
        return known;
    }

    void readReduce()
    {
        if (!at("reduceOptions").isObject())
            return;
        ReduceOptions &reduce = m_out.reduce;
        if (const QStringList known = calculations(at("reduceOptions.calcs")); !known.isEmpty())
            reduce.calculations = known;
        reduce.fields = text("reduceOptions.fields");
        reduce.allValues = jsonFlag(at("reduceOptions.values"));
        reduce.limit = int(number("reduceOptions.limit", 25, 1, 10'000));
    }

    void readLegend()
    {
        LegendOptions &legend = m_out.legend;
        const QString mode = text("legend.displayMode");
        if (!jsonFlag(at("legend.showLegend"), true) || mode == u"hidden")
            legend.mode = LegendOptions::Mode::Hidden;
        else if (mode == u"table")
            legend.mode = LegendOptions::Mode::Table;
        legend.atRight = text("legend.placement") == u"right";
        legend.calculations = calculations(at("legend.calcs"));
        legend.sortBy = text("legend.sortBy");
        legend.descending = jsonFlag(at("legend.sortDesc"), true);
        legend.width = int(number("legend.width", 0, 0, 10'000));
    }

    void readTooltip()
    {
        const QString mode = text("tooltip.mode");
        const QString sort = text("tooltip.sort");
        using Tooltip = TooltipOptions;
        m_out.tooltip.mode = mode == u"multi" ? Tooltip::Mode::All : mode == u"none" ? Tooltip::Mode::None : Tooltip::Mode::Single;
        m_out.tooltip.sort = sort == u"asc" ? Tooltip::Sort::Ascending : sort == u"desc" ? Tooltip::Sort::Descending : Tooltip::Sort::None;
    }

    Orientation orientation() const
    {
        const QString name = text("orientation");
        return name == u"horizontal" ? Orientation::Horizontal : name == u"vertical" ? Orientation::Vertical : Orientation::Auto;
    }

    void readStat()
    {
        StatOptions &stat = m_out.stat;
        stat.textMode = text("textMode", QStringLiteral("auto"));
        stat.colorMode = text("colorMode", QStringLiteral("value"));
        stat.graph = text("graphMode", QStringLiteral("area")) != u"none";
        stat.orientation = orientation();
        stat.thresholdLabels = jsonFlag(at("showThresholdLabels"));
        stat.thresholdMarkers = jsonFlag(at("showThresholdMarkers"), true);
        stat.barStyle = text("displayMode", QStringLiteral("gradient"));
        stat.unfilled = jsonFlag(at("showUnfilled"), true);
        stat.percentChange = jsonFlag(at("showPercentChange"));
        missIf(m_panel.kind == PanelKind::BarGauge && text("valueMode") == u"hidden", "valueMode");
    }

    void readBarChart()
    {
        BarChartOptions &chart = m_out.barChart;
        chart.orientation = orientation();
        chart.xField = text("xField");
        chart.stacking = text("stacking", QStringLiteral("none"));
        chart.groupWidth = number("groupWidth", 0.7, 0, 1);
        chart.barWidth = number("barWidth", 0.97, 0, 1);
        chart.showValue = text("showValue", QStringLiteral("auto"));
        missIf(!text("colorByField").isEmpty(), "colorByField");
    }

    void readTable()
    {
        TableOptions &table = m_out.table;
        table.header = jsonFlag(at("showHeader"), true);
        const std::vector<QJsonObject> sorts = jsonObjects(at("sortBy"));
        if (!sorts.empty()) {
            table.sortBy = jsonText(sorts.front().value(u"displayName"));
            table.descending = jsonFlag(sorts.front().value(u"desc"));
        }
        table.footer = jsonFlag(at("footer.show"));
        if (table.footer) {
            table.footerCalculations = calculations(at("footer.reducer"));
            table.footerFields = jsonTexts(at("footer.fields"));
            missIf(jsonFlag(at("footer.countRows")), "footer.countRows");
        }
        missIf(number("frameIndex", 0, 0, 1e6) > 0 && !makesOneFrame(), "frameIndex");
    }

    /// Whatever is chosen among one frame is that frame.
    bool makesOneFrame() const
    {
        static const QStringList ids{QStringLiteral("merge"), QStringLiteral("joinByField"), QStringLiteral("joinByLabels"), QStringLiteral("seriesToRows"),
                                     QStringLiteral("concatenate")};
        return std::any_of(m_panel.transformations.begin(), m_panel.transformations.end(), [](const Transformation &step) { return ids.contains(step.id); });
    }

    void readText()
    {
        const QString mode = text("mode", QStringLiteral("markdown"));
        m_out.text.content = text("content");
        m_out.text.mode = mode == u"html" ? TextOptions::Mode::Html : mode == u"markdown" ? TextOptions::Mode::Markdown : TextOptions::Mode::Code;
    }

    void readHeatMap()
    {
        HeatMapOptions &map = m_out.heatMap;
        map.calculate = jsonFlag(at("calculate"));
        map.xBuckets = text("calculation.xBuckets.value");
        map.yBuckets = text("calculation.yBuckets.value");
        map.cumulative = std::any_of(m_panel.queries.begin(), m_panel.queries.end(),
                                     [](const PanelQuery &query) { return query.format == PanelQuery::Format::HeatMap; });
        readHeatColor(map);
        const auto below = jsonNumber(at("filterValues.le"));
        map.hideBelow = below.value_or(at("filterValues").isObject() ? 1e-9 : 0);
        missIf(jsonNumber(at("filterValues.ge")).has_value(), "filterValues.ge");
        map.showLegend = jsonFlag(at("legend.show"), true);
        map.yUnit = text("yAxis.unit");
        if (const auto decimals = jsonNumber(at("yAxis.decimals")))
            map.yDecimals = int(std::clamp(*decimals, 0.0, 20.0));
        map.yReversed = jsonFlag(at("yAxis.reverse"));
        if (text("calculation.yBuckets.scale.type") == u"log")
            map.yLogBase = number("calculation.yBuckets.scale.log", 2, 2, 10);
        missIf(jsonNumber(at("yAxis.min")).has_value(), "yAxis.min");
        missIf(jsonNumber(at("yAxis.max")).has_value(), "yAxis.max");
    }

    void readHeatColor(HeatMapOptions &map)
    {
        const bool opacity = text("color.mode") == u"opacity";
        map.scheme = opacity ? text("color.fill", QStringLiteral("dark-orange")) : text("color.scheme", QStringLiteral("Oranges"));
        // Scale and exponent are of the opacity alone; a scheme's colours lie evenly over the values.
        map.colorScale = opacity ? QStringLiteral("opacity") : QStringLiteral("linear");
        map.exponent = number("color.exponent", 0.5, 0.01, 10);
        map.reversed = jsonFlag(at("color.reverse"));
        map.minimum = jsonNumber(at("color.min"));
        map.maximum = jsonNumber(at("color.max"));
    }

    void readHistogram()
    {
        HistogramOptions &histogram = m_out.histogram;
        histogram.bucketSize = number("bucketSize", 0, 0, 1e15);
        histogram.bucketOffset = number("bucketOffset", 0, -1e15, 1e15);
        histogram.bucketCount = int(number("bucketCount", 30, 1, 10'000));
        histogram.combine = jsonFlag(at("combine"));
    }

    void readPie()
    {
        PieOptions &pie = m_out.pie;
        pie.donut = text("pieType") == u"donut";
        pie.labels = jsonTexts(at("displayLabels"));
        pie.legendValues = jsonTexts(at("legend.values"));
        const QString sort = text("sort", QStringLiteral("desc"));
        pie.sorted = sort != u"none";
        pie.descending = sort != u"asc";
    }

    void readTimeline()
    {
        TimelineOptions &timeline = m_out.timeline;
        timeline.mergeEqual = m_panel.kind == PanelKind::StateTimeline && jsonFlag(at("mergeValues"), true);
        timeline.showValue = text("showValue", QStringLiteral("auto"));
        timeline.rowHeight = number("rowHeight", 0.9, 0, 1);
        timeline.align = text("alignValue", QStringLiteral("left"));
        missIf(!m_json.value(u"timezone").toArray().isEmpty(), "timezone");
    }

    /// Names of Grafana's older alerting too.
    static QString alertState(const QString &name)
    {
        if (name == u"alerting")
            return QStringLiteral("firing");
        if (name == u"inactive" || name == u"ok")
            return QStringLiteral("normal");
        return name == u"no_data" ? QStringLiteral("noData") : name == u"execution_error" ? QStringLiteral("error") : name;
    }

    void readAlertList()
    {
        AlertListOptions &list = m_out.alertList;
        list.limit = int(number("maxItems", 20, 1, 1'000));
        list.filter = text("alertInstanceLabelFilter", text("labels"));
        list.nameContains = text("alertName");
        const QJsonObject states = at("stateFilter").toObject();
        for (auto state = states.begin(); state != states.end(); ++state)
            if (jsonFlag(state.value()) && !list.states.contains(alertState(state.key())))
                list.states.append(alertState(state.key()));
        list.groupBy = jsonTexts(at("groupBy"));
        missIf(jsonFlag(at("dashboardAlerts")), "dashboardAlerts");
        missIf(!text("dashboardTitle").isEmpty(), "dashboardTitle");
        missIf(!jsonTexts(at("tags")).isEmpty(), "tags");
        missIf(at("folder").isObject() || number("folderId", 0, -1, 1e9) > 0, "folder");
        missIf(text("viewMode") == u"stat", "viewMode");
        missIf(text("showOptions") == u"changes", "showOptions");
    }

    void readDashboardList()
    {
        DashboardListOptions &list = m_out.dashboardList;
        list.limit = int(number("maxItems", 10, 1, 1'000));
        list.query = text("query");
        list.tags = jsonTexts(at("tags"));
        list.starred = jsonFlag(at("showStarred"), true);
        list.recent = jsonFlag(at("showRecentlyViewed"));
        list.search = jsonFlag(at("showSearch"));
        missIf(number("folderId", 0, -1, 1e9) > 0 || !text("folderUID").isEmpty(), "folder");
    }

    Panel &m_panel;
    const QJsonObject &m_json;
    PanelOptions &m_out;
};

} // namespace

void readPanelOptions(Panel &panel, const QJsonObject &options)
{
    Options(panel, options).run();
}

} // namespace Watchfloor
