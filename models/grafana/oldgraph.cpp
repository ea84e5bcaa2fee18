#include "models/grafana/jsonvalues.h"
#include "models/grafana/oldpanels.h"
#include "models/grafana/oldseries.h"

#include "models/frames/reducer.h"

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr double bandFill = 35; ///< of series that are filled down to another

/// An axis' part of the field configuration: unit, decimals, min, max, custom.…
QJsonObject fieldOfAxis(const QJsonObject &axis)
{
    QJsonObject field;
    if (axis.isEmpty())
        return field;
    if (const QString unit = jsonText(axis.value(u"format")); !unit.isEmpty())
        field.insert(QStringLiteral("unit"), unit);
    putJson(field, QStringLiteral("decimals"), jsonNumberOnly(axis.value(u"decimals")));
    putJson(field, QStringLiteral("min"), jsonNumberOnly(axis.value(u"min")));
    putJson(field, QStringLiteral("max"), jsonNumberOnly(axis.value(u"max")));
    putJson(field, QStringLiteral("custom.axisPlacement"), jsonFlag(axis.value(u"show"), true) ? QStringLiteral("auto") : QStringLiteral("hidden"));
    if (const QString label = jsonText(axis.value(u"label")); !label.isEmpty())
        putJson(field, QStringLiteral("custom.axisLabel"), label);
    if (const auto base = jsonNumber(axis.value(u"logBase")); base && *base > 1)
        putJson(field, QStringLiteral("custom.scaleDistribution"), QJsonObject{{QStringLiteral("type"), QStringLiteral("log")}, {QStringLiteral("log"), *base}});
    return field;
}

/// Axes and limits of versions before 12 and 13, which stood in `grid`.
void moveGrid(QJsonObject &panel)
{
    const QJsonObject grid = panel.value(u"grid").toObject();
    const bool hasFormats = panel.contains(u"y_formats") || panel.contains(u"y_format");
    if (grid.isEmpty() && !hasFormats)
        return;
    if (!panel.value(u"yaxes").isArray()) {
        QJsonArray formats = panel.value(u"y_formats").toArray();
        if (formats.isEmpty())
            formats = {panel.value(u"y_format"), panel.value(u"y2_format")};
        const auto axis = [&](const QString &side, int place) {
            const auto either = [&grid](const QString &key, const QString &older) { return grid.contains(key) ? grid.value(key) : grid.value(older); };
            return QJsonObject{{QStringLiteral("show"), jsonFlag(panel.value(u"y-axis"), true)},
                               {QStringLiteral("min"), either(side + QStringLiteral("Min"), place == 0 ? QStringLiteral("min") : QString())},
                               {QStringLiteral("max"), either(side + QStringLiteral("Max"), place == 0 ? QStringLiteral("max") : QString())},
                               {QStringLiteral("logBase"), grid.value(side + QStringLiteral("LogBase"))},
                               {QStringLiteral("format"), formats.at(place)},
                               {QStringLiteral("label"), panel.value(side + QStringLiteral("YAxisLabel"))}};
        };
        panel.insert(QStringLiteral("yaxes"), QJsonArray{axis(QStringLiteral("left"), 0), axis(QStringLiteral("right"), 1)});
    }
    const auto first = jsonNumber(grid.value(u"threshold1"));
    const auto second = jsonNumber(grid.value(u"threshold2"));
    if (!first)
        return;
    const QString side = second && *first > *second ? QStringLiteral("lt") : QStringLiteral("gt");
    const bool line = jsonFlag(grid.value(u"thresholdLine"));
    QJsonArray thresholds = panel.value(u"thresholds").toArray();
    const auto add = [&](double value, const QJsonValue &color) {
        thresholds.append(QJsonObject{{QStringLiteral("value"), value}, {QStringLiteral("op"), side}, {QStringLiteral("line"), line},
                                      {QStringLiteral("fill"), !line}, {QStringLiteral("colorMode"), QStringLiteral("custom")}, {QStringLiteral("fillColor"), color}});
    };
    add(*first, grid.value(u"threshold1Color"));
    if (second)
        add(*second, grid.value(u"threshold2Color"));
    panel.insert(QStringLiteral("thresholds"), thresholds);
}

QString thresholdColor(const QJsonObject &threshold)
{
    const QString mode = jsonText(threshold.value(u"colorMode"));
    if (mode == u"warning")
        return QStringLiteral("orange");
    if (mode == u"ok")
        return QStringLiteral("green");
    const QString fill = jsonText(threshold.value(u"fillColor"));
    const QString color = fill.isEmpty() ? jsonText(threshold.value(u"lineColor")) : fill;
    return mode == u"custom" && !color.isEmpty() ? color : QStringLiteral("red");
}

void addStep(QJsonArray &steps, const QJsonValue &value, const QString &color)
{
    steps.append(QJsonObject{{QStringLiteral("value"), value}, {QStringLiteral("color"), color}});
}

/// Limits above and below, each with a colour of its own side, as steps; between them nothing is coloured.
void takeThresholds(QJsonObject &field, const QJsonObject &panel)
{
    std::vector<QJsonObject> limits = jsonObjects(panel.value(u"thresholds"));
    std::erase_if(limits, [](const QJsonObject &limit) { return !jsonNumber(limit.value(u"value")); });
    if (limits.empty())
        return;
    std::stable_sort(limits.begin(), limits.end(), [](const QJsonObject &a, const QJsonObject &b) { return *jsonNumber(a.value(u"value")) < *jsonNumber(b.value(u"value")); });
    const QString clear = QStringLiteral("transparent");
    QJsonArray steps;
    bool area = false, line = false;
    for (size_t at = 0; at < limits.size(); ++at) {
        const QJsonObject &limit = limits[at];
        const double value = *jsonNumber(limit.value(u"value"));
        area = area || jsonFlag(limit.value(u"fill"));
        line = line || jsonFlag(limit.value(u"line"));
        if (limit.value(u"op").toString() != u"lt") {
            addStep(steps, value, thresholdColor(limit));
            continue;
        }
        if (steps.isEmpty())
            addStep(steps, QJsonValue::Null, thresholdColor(limit));
        const bool nextBelow = at + 1 < limits.size() && limits[at + 1].value(u"op").toString() == u"lt";
        addStep(steps, value, nextBelow ? thresholdColor(limits[at + 1]) : clear);
    }
    if (!steps.first().toObject().value(u"value").isNull())
        steps.prepend(QJsonObject{{QStringLiteral("value"), QJsonValue::Null}, {QStringLiteral("color"), clear}});
    putJson(field, QStringLiteral("thresholds"), QJsonObject{{QStringLiteral("mode"), QStringLiteral("absolute")}, {QStringLiteral("steps"), steps}});
    if (area || line)
        putJson(field, QStringLiteral("custom.thresholdsStyle.mode"),
                area && line ? QStringLiteral("line+area") : area ? QStringLiteral("area") : QStringLiteral("line"));
}

void takeStyle(QJsonObject &field, const QJsonObject &panel)
{
    const auto put = [&field](const char *key, const QJsonValue &value) { putJson(field, QLatin1String("custom.") + QLatin1String(key), value); };
    const bool bars = jsonFlag(panel.value(u"bars"));
    const bool lines = jsonFlag(panel.value(u"lines"), true);
    const bool points = jsonFlag(panel.value(u"points"));
    const QString style = bars ? QStringLiteral("bars") : lines || !points ? QStringLiteral("line") : QStringLiteral("points");
    put("drawStyle", style);
    put("showPoints", points ? QStringLiteral("always") : QStringLiteral("never"));
    if (points)
        put("pointSize", 2 + 2 * jsonNumber(panel.value(u"pointradius")).value_or(2));
    put("lineWidth", lines || bars ? jsonNumber(panel.value(u"linewidth")).value_or(1) : 0);
    if (jsonFlag(panel.value(u"dashes")))
        put("lineStyle", oldLineStyle({}, panel));
    double fill = 10 * jsonNumber(panel.value(u"fill")).value_or(1);
    for (const QJsonObject &rule : jsonObjects(panel.value(u"seriesOverrides")))
        if (rule.contains(u"fillBelowTo"))
            fill = bandFill;
    if (const double gradient = jsonNumber(panel.value(u"fillGradient")).value_or(0); gradient > 0) {
        put("gradientMode", QStringLiteral("opacity"));
        fill = 10 * gradient;
    }
    put("fillOpacity", bars ? 100 : fill);
    put("spanNulls", panel.value(u"nullPointMode").toString() == u"connected");
    if (jsonFlag(panel.value(u"steppedLine")))
        put("lineInterpolation", QStringLiteral("stepAfter"));
    if (jsonFlag(panel.value(u"stack")))
        put("stacking", QJsonObject{{QStringLiteral("mode"), jsonFlag(panel.value(u"percentage")) ? QStringLiteral("percent") : QStringLiteral("normal")},
                                    {QStringLiteral("group"), QStringLiteral("A")}});
}

QJsonObject legendOptions(const QJsonObject &panel)
{
    const QJsonValue own = panel.value(u"legend");
    const QJsonObject legend = own.toObject();
    const bool shown = own.isBool() ? own.toBool() : jsonFlag(legend.value(u"show"), true);
    QJsonArray calculations;
    if (jsonFlag(legend.value(u"values")))
        for (const QLatin1String key : {QLatin1String("min"), QLatin1String("max"), QLatin1String("avg"), QLatin1String("current"), QLatin1String("total")})
            if (jsonFlag(legend.value(key)))
                calculations.append(reducerOf(key));
    QJsonObject options{{QStringLiteral("showLegend"), shown},
                        {QStringLiteral("displayMode"), jsonFlag(legend.value(u"alignAsTable")) ? QStringLiteral("table") : QStringLiteral("list")},
                        {QStringLiteral("placement"), jsonFlag(legend.value(u"rightSide")) ? QStringLiteral("right") : QStringLiteral("bottom")},
                        {QStringLiteral("calcs"), calculations}};
    if (const QString sorted = reducerOf(jsonText(legend.value(u"sort"))); !sorted.isEmpty() && calculations.contains(sorted)) {
        options.insert(QStringLiteral("sortBy"), reducerName(sorted));
        options.insert(QStringLiteral("sortDesc"), jsonFlag(legend.value(u"sortDesc"), true));
    }
    if (const auto width = jsonNumber(legend.value(u"sideWidth")))
        options.insert(QStringLiteral("width"), *width);
    return options;
}

QJsonObject tooltipOptions(const QJsonObject &panel)
{
    const QJsonObject tooltip = panel.value(u"tooltip").toObject();
    const int sort = jsonInteger(tooltip.value(u"sort"), 0);
    return {{QStringLiteral("mode"), jsonFlag(tooltip.value(u"shared"), true) ? QStringLiteral("multi") : QStringLiteral("single")},
            {QStringLiteral("sort"), sort == 1 ? QStringLiteral("asc") : sort == 2 ? QStringLiteral("desc") : QStringLiteral("none")}};
}

/// An x axis of series or of values makes another kind of chart.
QString kindOf(const QJsonObject &panel)
{
    const QString mode = jsonText(jsonAt(panel, QStringLiteral("xaxis.mode")));
    if (mode == u"histogram")
        return QStringLiteral("histogram");
    return mode == u"series" ? QStringLiteral("bargauge") : QStringLiteral("timeseries");
}

void takeAxisMode(QJsonObject &panel, QJsonObject &options)
{
    const QJsonObject axis = panel.value(u"xaxis").toObject();
    if (axis.value(u"mode").toString() == u"histogram") {
        putJson(options, QStringLiteral("bucketCount"), jsonNumberOnly(axis.value(u"buckets")));
        options.insert(QStringLiteral("combine"), false);
    } else if (axis.value(u"mode").toString() == u"series") {
        const QString calculation = reducerOf(jsonText(axis.value(u"values").toArray().first()));
        putJson(options, QStringLiteral("reduceOptions.calcs"), QJsonArray{calculation.isEmpty() ? QStringLiteral("sum") : calculation});
        options.insert(QStringLiteral("displayMode"), QStringLiteral("basic"));
        options.insert(QStringLiteral("orientation"), QStringLiteral("vertical"));
    }
}

} // namespace

QString reducerOf(const QString &oldName)
{
    if (oldName == u"avg")
        return QStringLiteral("mean");
    if (oldName == u"current")
        return QStringLiteral("lastNotNull");
    if (oldName == u"total")
        return QStringLiteral("sum");
    return isKnownReducer(oldName) ? oldName : QString();
}

QJsonObject upgradedGraph(QJsonObject panel, QStringList &missing)
{
    moveGrid(panel);
    const QJsonArray axes = panel.value(u"yaxes").toArray();
    QJsonObject field = jsonAt(panel, QStringLiteral("fieldConfig.defaults")).toObject();
    const QJsonObject left = fieldOfAxis(axes.at(0).toObject());
    const QJsonObject right = fieldOfAxis(axes.at(1).toObject());
    for (auto entry = left.begin(); entry != left.end(); ++entry)
        field.insert(entry.key(), entry.value());
    if (!field.contains(u"decimals"))
        putJson(field, QStringLiteral("decimals"), jsonNumberOnly(panel.value(u"decimals")));
    takeStyle(field, panel);
    takeThresholds(field, panel);

    QJsonArray overrides = jsonAt(panel, QStringLiteral("fieldConfig.overrides")).toArray();
    for (const QJsonValue rule : overridesOfSeries(panel, left, right, missing))
        overrides.append(rule);

    QJsonObject options{{QStringLiteral("legend"), legendOptions(panel)}, {QStringLiteral("tooltip"), tooltipOptions(panel)}};
    putJson(options, QStringLiteral("dataLinks"), jsonAt(panel, QStringLiteral("options.dataLinks")));
    takeAxisMode(panel, options);
    if (!panel.value(u"timeRegions").toArray().isEmpty())
        missing.append(QStringLiteral("option: timeRegions"));
    panel.insert(QStringLiteral("type"), kindOf(panel));
    panel.insert(QStringLiteral("options"), options);
    panel.insert(QStringLiteral("fieldConfig"), QJsonObject{{QStringLiteral("defaults"), field}, {QStringLiteral("overrides"), overrides}});
    return panel;
}

} // namespace Watchfloor
