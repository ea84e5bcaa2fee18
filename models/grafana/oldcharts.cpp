#include "models/grafana/jsonvalues.h"
#include "models/grafana/oldpanels.h"

namespace Watchfloor {

namespace {

QJsonObject fieldConfig(const QJsonObject &defaults, const QJsonArray &overrides)
{
    return {{QStringLiteral("defaults"), defaults}, {QStringLiteral("overrides"), overrides}};
}

void takeBuckets(QJsonObject &options, const QJsonObject &panel, const QString &axis)
{
    const QString size = jsonText(panel.value(axis + QStringLiteral("BucketSize")));
    const QString count = jsonText(panel.value(axis + QStringLiteral("BucketNumber")));
    const QString path = QStringLiteral("calculation.%1Buckets").arg(axis);
    if (!size.isEmpty())
        putJson(options, path, QJsonObject{{QStringLiteral("mode"), QStringLiteral("size")}, {QStringLiteral("value"), size}});
    else if (!count.isEmpty())
        putJson(options, path, QJsonObject{{QStringLiteral("mode"), QStringLiteral("count")}, {QStringLiteral("value"), count}});
}

void takeHeatColors(QJsonObject &options, const QJsonObject &color)
{
    if (color.value(u"mode").toString() == u"opacity") {
        putJson(options, QStringLiteral("color.mode"), QStringLiteral("opacity"));
        putJson(options, QStringLiteral("color.fill"), color.value(u"cardColor"));
        putJson(options, QStringLiteral("color.scale"), color.value(u"colorScale").toString() == u"linear" ? QStringLiteral("linear") : QStringLiteral("exponential"));
    } else {
        QString scheme = jsonText(color.value(u"colorScheme"));
        if (scheme.startsWith(u"interpolate"))
            scheme.remove(0, 11);
        putJson(options, QStringLiteral("color.mode"), QStringLiteral("scheme"));
        putJson(options, QStringLiteral("color.scheme"), scheme.isEmpty() ? QStringLiteral("Oranges") : scheme);
    }
    putJson(options, QStringLiteral("color.exponent"), jsonNumberOnly(color.value(u"exponent")));
    const auto least = jsonNumber(color.value(u"min")), most = jsonNumber(color.value(u"max"));
    const bool swapped = least && most && *least > *most;
    if (least)
        putJson(options, swapped ? QStringLiteral("color.max") : QStringLiteral("color.min"), *least);
    if (most)
        putJson(options, swapped ? QStringLiteral("color.min") : QStringLiteral("color.max"), *most);
    if (swapped)
        putJson(options, QStringLiteral("color.reverse"), true);
}

} // namespace

QJsonObject upgradedHeatMap(QJsonObject panel)
{
    QJsonObject options;
    const bool calculate = panel.value(u"dataFormat").toString() != u"tsbuckets";
    const QJsonObject axis = panel.value(u"yAxis").toObject();
    options.insert(QStringLiteral("calculate"), calculate);
    if (calculate) {
        takeBuckets(options, panel, QStringLiteral("x"));
        takeBuckets(options, panel, QStringLiteral("y"));
        if (const auto base = jsonNumber(axis.value(u"logBase")); base && *base > 1) {
            putJson(options, QStringLiteral("calculation.yBuckets.scale"), QJsonObject{{QStringLiteral("type"), QStringLiteral("log")}, {QStringLiteral("log"), *base}});
            putJson(options, QStringLiteral("calculation.yBuckets.mode"), QStringLiteral("count"));
            putJson(options, QStringLiteral("calculation.yBuckets.value"), jsonText(axis.value(u"splitFactor")));
        }
    }
    takeHeatColors(options, panel.value(u"color").toObject());
    putJson(options, QStringLiteral("yAxis.unit"), axis.value(u"format"));
    putJson(options, QStringLiteral("yAxis.decimals"), jsonNumberOnly(axis.value(u"decimals")));
    putJson(options, QStringLiteral("yAxis.min"), jsonNumberOnly(axis.value(u"min")));
    putJson(options, QStringLiteral("yAxis.max"), jsonNumberOnly(axis.value(u"max")));
    putJson(options, QStringLiteral("yAxis.reverse"), jsonFlag(panel.value(u"reverseYBuckets")));
    putJson(options, QStringLiteral("legend.show"), jsonFlag(jsonAt(panel, QStringLiteral("legend.show"))));
    if (jsonFlag(panel.value(u"hideZeroBuckets")))
        putJson(options, QStringLiteral("filterValues.le"), 1e-9);
    panel.insert(QStringLiteral("options"), options);
    return panel;
}

QJsonObject upgradedPie(QJsonObject panel, QStringList &missing)
{
    QJsonObject defaults{{QStringLiteral("decimals"), jsonNumber(panel.value(u"decimals")).value_or(0)}};
    putJson(defaults, QStringLiteral("unit"), panel.value(u"format"));
    QJsonArray overrides;
    const QJsonObject colors = panel.value(u"aliasColors").toObject();
    for (auto entry = colors.begin(); entry != colors.end(); ++entry)
        if (!jsonText(entry.value()).isEmpty())
            overrides.append(colorOverride(entry.key(), jsonText(entry.value())));
    const QString place = jsonText(panel.value(u"legendType"));
    const QJsonObject legend = panel.value(u"legend").toObject();
    QJsonArray values;
    if (jsonFlag(legend.value(u"values")))
        values.append(QStringLiteral("value"));
    if (jsonFlag(legend.value(u"percentage")))
        values.append(QStringLiteral("percent"));
    QJsonObject options{{QStringLiteral("pieType"), panel.value(u"pieType").toString() == u"donut" ? QStringLiteral("donut") : QStringLiteral("pie")}};
    const QString calculation = reducerOf(jsonText(panel.value(u"valueName")));
    putJson(options, QStringLiteral("reduceOptions.calcs"), QJsonArray{calculation.isEmpty() ? QStringLiteral("lastNotNull") : calculation});
    const bool onGraph = place == u"On graph";
    putJson(options, QStringLiteral("legend"), QJsonObject{{QStringLiteral("showLegend"), jsonFlag(legend.value(u"show"), true) && !onGraph},
                                                           {QStringLiteral("displayMode"), QStringLiteral("table")},
                                                           {QStringLiteral("placement"), place == u"Under graph" ? QStringLiteral("bottom") : QStringLiteral("right")},
                                                           {QStringLiteral("values"), values}});
    if (onGraph) {
        values.prepend(QStringLiteral("name"));
        options.insert(QStringLiteral("displayLabels"), values);
    }
    if (jsonNumber(jsonAt(panel, QStringLiteral("combine.threshold"))).value_or(0) > 0)
        missing.append(QStringLiteral("option: combine"));
    panel.insert(QStringLiteral("type"), QStringLiteral("piechart"));
    panel.insert(QStringLiteral("options"), options);
    panel.insert(QStringLiteral("fieldConfig"), fieldConfig(defaults, overrides));
    return panel;
}

QJsonObject upgradedDiscrete(QJsonObject panel, QStringList &missing)
{
    QJsonObject defaults;
    putJson(defaults, QStringLiteral("unit"), panel.value(u"units"));
    putJson(defaults, QStringLiteral("decimals"), jsonNumberOnly(panel.value(u"decimals")));
    QJsonObject values;
    for (const QJsonObject &color : jsonObjects(panel.value(u"colorMaps")))
        if (const QString text = jsonText(color.value(u"text")); !text.isEmpty())
            values.insert(text, QJsonObject{{QStringLiteral("color"), color.value(u"color")}});
    QJsonArray mappings = oldMappings(panel);
    if (!values.isEmpty())
        mappings.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("value")}, {QStringLiteral("options"), values}});
    if (!mappings.isEmpty())
        defaults.insert(QStringLiteral("mappings"), mappings);
    if (!values.isEmpty() && !oldMappings(panel).isEmpty())
        missing.append(QStringLiteral("option: colorMaps"));
    panel.insert(QStringLiteral("type"), QStringLiteral("state-timeline"));
    panel.insert(QStringLiteral("options"), QJsonObject{{QStringLiteral("mergeValues"), true}});
    panel.insert(QStringLiteral("fieldConfig"), fieldConfig(defaults, {}));
    return panel;
}

} // namespace Watchfloor
