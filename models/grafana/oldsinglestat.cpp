#include "models/grafana/jsonvalues.h"
#include "models/grafana/oldpanels.h"

#include "models/frames/reducer.h"

#include <algorithm>

namespace Watchfloor {

namespace {

/// "null" as a bound or a value stands for no value.
QJsonObject specialMapping(const QString &text)
{
    return {{QStringLiteral("type"), QStringLiteral("special")},
            {QStringLiteral("options"), QJsonObject{{QStringLiteral("match"), QStringLiteral("null")},
                                                    {QStringLiteral("result"), QJsonObject{{QStringLiteral("text"), text}}}}}};
}

void takeColors(QJsonObject &panel, QJsonObject &field, int schema)
{
    QStringList limits = jsonText(panel.value(u"thresholds")).split(u',', Qt::SkipEmptyParts);
    // Before version 9 there was a lowest limit too, which meant nothing.
    if (schema < 9 && limits.size() >= 3)
        limits.removeFirst();
    const QStringList colors = jsonTexts(panel.value(u"colors"));
    if (!limits.isEmpty() && !colors.isEmpty())
        putJson(field, QStringLiteral("thresholds"), oldThresholds(limits, colors));
    const bool background = jsonFlag(panel.value(u"colorBackground"));
    const bool value = jsonFlag(panel.value(u"colorValue"));
    putJson(panel, QStringLiteral("options.colorMode"),
            background ? QStringLiteral("background") : value ? QStringLiteral("value") : QStringLiteral("none"));
    // Without limits nothing was coloured by them.
    if (limits.isEmpty())
        putJson(panel, QStringLiteral("options.colorMode"), QStringLiteral("none"));
}

void takeUnit(const QJsonObject &panel, QJsonObject &field, QStringList &missing)
{
    const QString format = jsonText(panel.value(u"format"));
    const QString prefix = jsonText(panel.value(u"prefix"));
    const QString postfix = jsonText(panel.value(u"postfix"));
    const bool plain = format.isEmpty() || format == u"none";
    if (!format.isEmpty())
        field.insert(QStringLiteral("unit"), format);
    if (plain && prefix.isEmpty() && !postfix.isEmpty())
        field.insert(QStringLiteral("unit"), QStringLiteral("suffix:") + postfix);
    else if (plain && postfix.isEmpty() && !prefix.isEmpty())
        field.insert(QStringLiteral("unit"), QStringLiteral("prefix:") + prefix);
    else {
        if (!prefix.isEmpty())
            missing.append(QStringLiteral("option: prefix"));
        if (!postfix.isEmpty())
            missing.append(QStringLiteral("option: postfix"));
    }
}

bool asksTable(const QJsonObject &panel)
{
    const auto targets = jsonObjects(panel.value(u"targets"));
    return std::any_of(targets.begin(), targets.end(), [](const QJsonObject &target) { return target.value(u"format").toString() == u"table"; });
}

void takeValue(QJsonObject &panel, QStringList &missing)
{
    const QString name = jsonText(panel.value(u"valueName"));
    const QString calculation = reducerOf(name);
    if (name == u"name")
        putJson(panel, QStringLiteral("options.textMode"), QStringLiteral("name"));
    else if (!name.isEmpty() && calculation.isEmpty())
        missing.append(QStringLiteral("option: valueName %1").arg(name.left(64)));
    putJson(panel, QStringLiteral("options.reduceOptions.calcs"), QJsonArray{calculation.isEmpty() ? QStringLiteral("mean") : calculation});
    // A column was chosen only where there were columns; the key stayed when the query changed.
    if (const QString column = jsonText(panel.value(u"tableColumn")); !column.isEmpty() && asksTable(panel))
        putJson(panel, QStringLiteral("options.reduceOptions.fields"), QStringLiteral("/^%1$/").arg(column));
}

QJsonObject stepOf(const QJsonObject &old, bool first)
{
    return {{QStringLiteral("value"), first ? QJsonValue(QJsonValue::Null) : old.value(u"value")}, {QStringLiteral("color"), old.value(u"color")}};
}

/// {index, value, color} in any order as today's thresholds.
QJsonValue stepsOf(const QJsonValue &old)
{
    if (!old.isArray())
        return old;
    std::vector<QJsonObject> steps = jsonObjects(old);
    const auto from = [](const QJsonObject &step) { return jsonNumber(step.value(u"value")).value_or(-1e308); };
    std::stable_sort(steps.begin(), steps.end(), [&from](const QJsonObject &a, const QJsonObject &b) { return from(a) < from(b); });
    QJsonArray list;
    for (const QJsonObject &step : steps)
        list.append(stepOf(step, list.isEmpty()));
    if (list.isEmpty())
        return QJsonValue::Undefined;
    return QJsonObject{{QStringLiteral("mode"), QStringLiteral("absolute")}, {QStringLiteral("steps"), list}};
}

/// Before 6.2: valueOptions, valueMappings, thresholds, minValue and maxValue; they become fieldOptions of 6.2 to 7.0.
void takeValueOptions(QJsonObject &options)
{
    const QJsonObject old = options.value(u"valueOptions").toObject();
    if (old.isEmpty())
        return;
    QJsonObject field;
    putJson(field, QStringLiteral("defaults.unit"), old.value(u"unit"));
    putJson(field, QStringLiteral("defaults.decimals"), old.value(u"decimals"));
    putJson(field, QStringLiteral("defaults.min"), options.value(u"minValue"));
    putJson(field, QStringLiteral("defaults.max"), options.value(u"maxValue"));
    putJson(field, QStringLiteral("mappings"), options.value(u"valueMappings"));
    if (const QString calculation = reducerOf(jsonText(old.value(u"stat"))); !calculation.isEmpty())
        putJson(field, QStringLiteral("calcs"), QJsonArray{calculation});
    options.insert(QStringLiteral("fieldOptions"), field);
}

void takeFieldOptions(QJsonObject &panel, QJsonObject &options)
{
    const QJsonObject old = options.value(u"fieldOptions").toObject();
    QJsonObject field = jsonAt(panel, QStringLiteral("fieldConfig.defaults")).toObject();
    const QJsonObject defaults = old.value(u"defaults").toObject();
    for (auto entry = defaults.begin(); entry != defaults.end(); ++entry)
        field.insert(entry.key(), entry.value());
    if (old.value(u"mappings").isArray() && !field.contains(u"mappings"))
        field.insert(QStringLiteral("mappings"), old.value(u"mappings"));
    for (const QJsonValue &thresholds : {field.value(u"thresholds"), old.value(u"thresholds"), options.value(u"thresholds")})
        if (thresholds.isArray())
            putJson(field, QStringLiteral("thresholds"), stepsOf(thresholds));
    if (field.value(u"color").isString())
        field.insert(QStringLiteral("color"), QJsonObject{{QStringLiteral("mode"), QStringLiteral("fixed")}, {QStringLiteral("fixedColor"), field.value(u"color")}});
    QJsonArray overrides = jsonAt(panel, QStringLiteral("fieldConfig.overrides")).toArray();
    for (const QJsonValue rule : old.value(u"overrides").toArray())
        overrides.append(rule);
    panel.insert(QStringLiteral("fieldConfig"), QJsonObject{{QStringLiteral("defaults"), field}, {QStringLiteral("overrides"), overrides}});
    putJson(options, QStringLiteral("reduceOptions.values"), old.value(u"values"));
    putJson(options, QStringLiteral("reduceOptions.limit"), old.value(u"limit"));
    putJson(options, QStringLiteral("reduceOptions.calcs"), old.value(u"calcs"));
    for (const QLatin1String key : {QLatin1String("fieldOptions"), QLatin1String("valueOptions"), QLatin1String("valueMappings"),
                                    QLatin1String("thresholds"), QLatin1String("minValue"), QLatin1String("maxValue")})
        options.remove(key);
}

/// Until 8.0 the two percent units had bounds without anybody's saying so.
void boundPercent(QJsonObject &panel)
{
    const QString unit = jsonText(jsonAt(panel, QStringLiteral("fieldConfig.defaults.unit")));
    const double version = jsonText(panel.value(u"pluginVersion")).section(u'.', 0, 0).toDouble();
    if (version >= 8 || (unit != u"percent" && unit != u"percentunit"))
        return;
    if (!jsonAt(panel, QStringLiteral("fieldConfig.defaults.min")).isDouble())
        putJson(panel, QStringLiteral("fieldConfig.defaults.min"), 0);
    if (!jsonAt(panel, QStringLiteral("fieldConfig.defaults.max")).isDouble())
        putJson(panel, QStringLiteral("fieldConfig.defaults.max"), unit == u"percent" ? 100 : 1);
}

} // namespace

QJsonArray oldMappings(const QJsonObject &owner)
{
    const QJsonArray values = owner.value(u"valueMaps").toArray();
    const QJsonArray ranges = owner.value(u"rangeMaps").toArray();
    const int kind = jsonInteger(owner.value(u"mappingType"), values.isEmpty() ? 2 : 1);
    QJsonArray mappings;
    QJsonObject options;
    for (const QJsonObject &map : jsonObjects(kind == 1 ? values : QJsonArray())) {
        const QString value = jsonText(map.value(u"value"));
        if (value == u"null")
            mappings.append(specialMapping(jsonText(map.value(u"text"))));
        else if (!value.isEmpty())
            options.insert(value, QJsonObject{{QStringLiteral("text"), jsonText(map.value(u"text"))}});
    }
    if (!options.isEmpty())
        mappings.prepend(QJsonObject{{QStringLiteral("type"), QStringLiteral("value")}, {QStringLiteral("options"), options}});
    for (const QJsonObject &map : jsonObjects(kind == 2 ? ranges : QJsonArray())) {
        const QString text = jsonText(map.value(u"text"));
        const auto from = jsonNumber(map.value(u"from")), to = jsonNumber(map.value(u"to"));
        if (!from && !to)
            mappings.append(specialMapping(text));
        else
            mappings.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("range")},
                                        {QStringLiteral("options"), QJsonObject{{QStringLiteral("from"), from ? QJsonValue(*from) : QJsonValue()},
                                                                                {QStringLiteral("to"), to ? QJsonValue(*to) : QJsonValue()},
                                                                                {QStringLiteral("result"), QJsonObject{{QStringLiteral("text"), text}}}}}});
    }
    return mappings;
}

QJsonObject oldThresholds(const QStringList &limits, const QStringList &colors)
{
    QJsonArray steps;
    for (qsizetype at = 0; at < colors.size() && at <= limits.size(); ++at) {
        const auto value = at == 0 ? std::nullopt : jsonNumber(QJsonValue(limits[at - 1]));
        if (at == 0 || value)
            steps.append(QJsonObject{{QStringLiteral("value"), value ? QJsonValue(*value) : QJsonValue()}, {QStringLiteral("color"), colors[at]}});
    }
    return {{QStringLiteral("mode"), QStringLiteral("absolute")}, {QStringLiteral("steps"), steps}};
}

QJsonObject upgradedSinglestat(QJsonObject panel, int schema, QStringList &missing)
{
    const QJsonObject gauge = panel.value(u"gauge").toObject();
    const bool isGauge = jsonFlag(gauge.value(u"show"));
    QJsonObject field;
    panel.remove(QStringLiteral("options"));
    takeColors(panel, field, schema);
    takeUnit(panel, field, missing);
    takeValue(panel, missing);
    if (const QString none = jsonText(panel.value(u"nullText")); !none.isEmpty())
        field.insert(QStringLiteral("noValue"), none);
    if (const auto decimals = jsonNumber(panel.value(u"decimals")))
        field.insert(QStringLiteral("decimals"), *decimals);
    if (const QJsonArray mappings = oldMappings(panel); !mappings.isEmpty())
        field.insert(QStringLiteral("mappings"), mappings);
    putJson(panel, QStringLiteral("options.orientation"), QStringLiteral("horizontal"));
    if (isGauge) {
        field.insert(QStringLiteral("min"), jsonNumber(gauge.value(u"minValue")).value_or(0));
        field.insert(QStringLiteral("max"), jsonNumber(gauge.value(u"maxValue")).value_or(100));
        putJson(panel, QStringLiteral("options.showThresholdLabels"), jsonFlag(gauge.value(u"thresholdLabels")));
        putJson(panel, QStringLiteral("options.showThresholdMarkers"), jsonFlag(gauge.value(u"thresholdMarkers"), true));
    } else {
        const bool line = jsonFlag(jsonAt(panel, QStringLiteral("sparkline.show")));
        putJson(panel, QStringLiteral("options.graphMode"), line ? QStringLiteral("area") : QStringLiteral("none"));
    }
    panel.insert(QStringLiteral("type"), isGauge ? QStringLiteral("gauge") : QStringLiteral("stat"));
    panel.insert(QStringLiteral("fieldConfig"), QJsonObject{{QStringLiteral("defaults"), field}, {QStringLiteral("overrides"), QJsonArray()}});
    return panel;
}

QJsonObject upgradedGauge(QJsonObject panel)
{
    QJsonObject options = panel.value(u"options").toObject();
    if (panel.value(u"options-gauge").isObject()) {
        options = panel.value(u"options-gauge").toObject();
        QJsonObject value;
        for (const QLatin1String key : {QLatin1String("unit"), QLatin1String("stat"), QLatin1String("decimals")})
            putJson(value, key, options.value(key));
        options.insert(QStringLiteral("valueOptions"), value);
        panel.remove(QStringLiteral("options-gauge"));
    }
    takeValueOptions(options);
    if (options.contains(u"fieldOptions"))
        takeFieldOptions(panel, options);
    panel.insert(QStringLiteral("options"), options);
    boundPercent(panel);
    return panel;
}

} // namespace Watchfloor
