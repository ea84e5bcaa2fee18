#include "models/grafana/oldpanels.h"

#include "models/grafana/jsonvalues.h"

#include <QRegularExpression>

#include <algorithm>

namespace Watchfloor {

namespace {

constexpr int gridColumns = 24;

bool isOldTable(const QJsonObject &panel, int schema)
{
    const QString type = jsonText(panel.value(u"type"));
    return type == u"table-old" || (type == u"table" && schema < 24 && panel.value(u"styles").isArray() && !panel.value(u"fieldConfig").isObject());
}

bool isOldHeatMap(const QJsonObject &panel)
{
    return panel.value(u"options").toObject().isEmpty() && (panel.contains(u"dataFormat") || panel.contains(u"yAxis") || panel.contains(u"color"));
}

/// Keys of the panel itself as options, where the options do not have them.
void moveOptions(QJsonObject &panel, const std::vector<std::pair<QString, QString>> &names)
{
    QJsonObject options = panel.value(u"options").toObject();
    for (const auto &[old, now] : names)
        if (!options.contains(now))
            putJson(options, now, panel.value(old));
    panel.insert(QStringLiteral("options"), options);
}

void upgradeAlertList(QJsonObject &panel)
{
    if (panel.value(u"stateFilter").isArray()) {
        QJsonObject states;
        for (const QString &state : jsonTexts(panel.value(u"stateFilter")))
            states.insert(state, true);
        panel.insert(QStringLiteral("stateFilter"), states);
    }
    moveOptions(panel, {{QStringLiteral("limit"), QStringLiteral("maxItems")},
                        {QStringLiteral("nameFilter"), QStringLiteral("alertName")},
                        {QStringLiteral("onlyAlertsOnDashboard"), QStringLiteral("dashboardAlerts")},
                        {QStringLiteral("stateFilter"), QStringLiteral("stateFilter")},
                        {QStringLiteral("dashboardTags"), QStringLiteral("tags")},
                        {QStringLiteral("folderId"), QStringLiteral("folderId")},
                        {QStringLiteral("show"), QStringLiteral("showOptions")}});
}

void upgradeDashboardList(QJsonObject &panel)
{
    const QString mode = jsonText(panel.value(u"mode"));
    if (!mode.isEmpty()) {
        panel.insert(QStringLiteral("starred"), mode == u"starred");
        panel.insert(QStringLiteral("recent"), mode.startsWith(u"recent"));
        panel.insert(QStringLiteral("search"), mode == u"search");
    }
    moveOptions(panel, {{QStringLiteral("starred"), QStringLiteral("showStarred")},
                        {QStringLiteral("recent"), QStringLiteral("showRecentlyViewed")},
                        {QStringLiteral("search"), QStringLiteral("showSearch")},
                        {QStringLiteral("limit"), QStringLiteral("maxItems")},
                        {QStringLiteral("query"), QStringLiteral("query")},
                        {QStringLiteral("tags"), QStringLiteral("tags")},
                        {QStringLiteral("folderId"), QStringLiteral("folderId")}});
}

/// The kind's own upgrade.
QJsonObject upgradedKind(QJsonObject panel, int schema, QStringList &missing)
{
    const QString type = jsonText(panel.value(u"type"));
    if (type == u"graph" || type == u"graphite")
        return upgradedGraph(panel, missing);
    if (type == u"singlestat" || type == u"grafana-singlestat-panel")
        return upgradedSinglestat(panel, schema, missing);
    if (isOldTable(panel, schema))
        return upgradedTable(panel, schema, missing);
    if (type == u"grafana-piechart-panel")
        return upgradedPie(panel, missing);
    if (type == u"natel-discrete-panel")
        return upgradedDiscrete(panel, missing);
    if (type == u"heatmap" && isOldHeatMap(panel))
        return upgradedHeatMap(panel);
    if (type == u"gauge" || type == u"stat" || type == u"bargauge" || type == u"singlestat2")
        return upgradedGauge(panel);
    if (type == u"text" || type == u"text2")
        moveOptions(panel, {{QStringLiteral("mode"), QStringLiteral("mode")}, {QStringLiteral("content"), QStringLiteral("content")}});
    else if (type == u"alertlist")
        upgradeAlertList(panel);
    else if (type == u"dashlist")
        upgradeDashboardList(panel);
    return panel;
}

QString renamed(const QString &type)
{
    static const std::map<QString, QString> names{{QStringLiteral("text2"), QStringLiteral("text")},
                                                  {QStringLiteral("table2"), QStringLiteral("table")},
                                                  {QStringLiteral("singlestat2"), QStringLiteral("stat")},
                                                  {QStringLiteral("graph2"), QStringLiteral("timeseries")},
                                                  {QStringLiteral("graph3"), QStringLiteral("timeseries")},
                                                  {QStringLiteral("heatmap-new"), QStringLiteral("heatmap")},
                                                  {QStringLiteral("radialbar"), QStringLiteral("gauge")}};
    const auto known = names.find(type);
    return known == names.end() ? type : known->second;
}

QJsonObject resultOf(const QJsonObject &old)
{
    return {{QStringLiteral("text"), jsonText(old.value(u"text"))}};
}

/// Mappings of before version 30, numbered 1 (value) and 2 (range), as today's; those of today as they are.
QJsonValue upgradedMappings(const QJsonValue &old)
{
    if (!old.isArray())
        return old;
    QJsonArray mappings;
    QJsonObject values;
    for (const QJsonObject &mapping : jsonObjects(old)) {
        const int type = jsonInteger(mapping.value(u"type"), 0);
        const QString value = jsonText(mapping.value(u"value"));
        // Some write no value at all as a special one, which is none.
        const bool isNothing = mapping.value(u"type").toString() == u"special" && !jsonAt(mapping, QStringLiteral("options.match")).isString();
        if (isNothing)
            continue;
        if (mapping.value(u"options").isObject() || (type != 1 && type != 2))
            mappings.append(mapping);
        else if (type == 1 && value == u"null")
            mappings.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("special")},
                                        {QStringLiteral("options"), QJsonObject{{QStringLiteral("match"), QStringLiteral("null")},
                                                                                {QStringLiteral("result"), resultOf(mapping)}}}});
        else if (type == 1)
            values.insert(value, resultOf(mapping));
        else
            mappings.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("range")},
                                        {QStringLiteral("options"), QJsonObject{{QStringLiteral("from"), mapping.value(u"from")},
                                                                                {QStringLiteral("to"), mapping.value(u"to")},
                                                                                {QStringLiteral("result"), resultOf(mapping)}}}});
    }
    if (!values.isEmpty())
        mappings.prepend(QJsonObject{{QStringLiteral("type"), QStringLiteral("value")}, {QStringLiteral("options"), values}});
    return mappings;
}

/// "graph" was what is "viz" now.
QJsonValue upgradedHiding(const QJsonValue &old)
{
    QJsonObject hide = old.toObject();
    if (hide.contains(u"graph") && !hide.contains(u"viz"))
        hide.insert(QStringLiteral("viz"), hide.take(QStringLiteral("graph")));
    return hide;
}

/// A colour alone was a colour mode once, and generators still write it so.
QJsonObject fixedColor(const QJsonValue &color)
{
    return {{QStringLiteral("mode"), QStringLiteral("fixed")}, {QStringLiteral("fixedColor"), color}};
}

QJsonObject upgradedProperty(QJsonObject property, int schema)
{
    const QString id = jsonText(property.value(u"id"));
    if (id == u"mappings")
        property.insert(QStringLiteral("value"), upgradedMappings(property.value(u"value")));
    else if (id == u"color" && property.value(u"value").isString())
        property.insert(QStringLiteral("value"), fixedColor(property.value(u"value")));
    else if (id == u"title")
        property.insert(QStringLiteral("id"), QStringLiteral("displayName"));
    else if (id == u"custom.hideFrom") {
        QJsonObject hide = upgradedHiding(property.value(u"value")).toObject();
        // Since 42 the tooltip says for itself whether it leaves out what the picture leaves out.
        if (schema < 42 && jsonFlag(hide.value(u"viz")))
            hide.insert(QStringLiteral("tooltip"), true);
        property.insert(QStringLiteral("value"), hide);
    }
    return property;
}

/// Since Grafana 12 a table's footer stands with its fields.
void moveFooter(QJsonObject &panel, QJsonObject &defaults)
{
    QJsonObject custom = defaults.value(u"custom").toObject();
    if (!custom.value(u"footer").isObject())
        return;
    const QJsonArray reducers = custom.take(QStringLiteral("footer")).toObject().value(u"reducers").toArray();
    defaults.insert(QStringLiteral("custom"), custom);
    if (!reducers.isEmpty())
        putJson(panel, QStringLiteral("options.footer"), QJsonObject{{QStringLiteral("show"), true}, {QStringLiteral("reducer"), reducers}});
}

void upgradeFields(QJsonObject &panel, int schema)
{
    if (!panel.value(u"fieldConfig").isObject())
        return;
    QJsonObject config = panel.value(u"fieldConfig").toObject();
    QJsonObject defaults = config.value(u"defaults").toObject();
    putJson(defaults, QStringLiteral("mappings"), upgradedMappings(defaults.value(u"mappings")));
    if (defaults.value(u"title").isString() && !defaults.contains(u"displayName"))
        defaults.insert(QStringLiteral("displayName"), defaults.take(QStringLiteral("title")));
    if (jsonAt(defaults, QStringLiteral("custom.hideFrom")).isObject())
        putJson(defaults, QStringLiteral("custom.hideFrom"), upgradedHiding(jsonAt(defaults, QStringLiteral("custom.hideFrom"))));
    moveFooter(panel, defaults);
    QJsonArray overrides;
    for (QJsonObject &rule : jsonObjects(config.value(u"overrides"))) {
        QJsonArray properties;
        for (const QJsonObject &property : jsonObjects(rule.value(u"properties")))
            properties.append(upgradedProperty(property, schema));
        rule.insert(QStringLiteral("properties"), properties);
        overrides.append(rule);
    }
    panel.insert(QStringLiteral("fieldConfig"), QJsonObject{{QStringLiteral("defaults"), defaults}, {QStringLiteral("overrides"), overrides}});
}

void upgradeTransformations(QJsonObject &panel, int schema)
{
    QJsonArray list;
    for (QJsonObject &step : jsonObjects(panel.value(u"transformations"))) {
        const QString id = jsonText(step.value(u"id"));
        if (id == u"seriesToColumns") {
            step.insert(QStringLiteral("id"), QStringLiteral("joinByField"));
        } else if (const QJsonObject stats = jsonAt(step, QStringLiteral("options.refIdToStat")).toObject(); id == u"timeSeriesTable" && !stats.isEmpty()) {
            QJsonObject options;
            for (auto entry = stats.begin(); entry != stats.end(); ++entry)
                options.insert(entry.key(), QJsonObject{{QStringLiteral("stat"), entry.value()}});
            step.insert(QStringLiteral("options"), options);
        }
        list.append(step);
        // It made one table of all frames until it was parted from merging.
        if (id == u"labelsToFields" && schema < 31)
            list.append(QJsonObject{{QStringLiteral("id"), QStringLiteral("merge")}, {QStringLiteral("options"), QJsonObject()}});
    }
    panel.insert(QStringLiteral("transformations"), list);
}

/// Names of the first years in addresses.
QString upgradedAddress(QString text)
{
    text.replace(QStringLiteral("${__series_name}"), QStringLiteral("${__series.name}"));
    text.replace(QStringLiteral("$__series_name"), QStringLiteral("${__series.name}"));
    text.replace(QStringLiteral("$__field_name"), QStringLiteral("${__field.name}"));
    text.replace(QStringLiteral("__series_name"), QStringLiteral("__series.name"));
    text.replace(QStringLiteral("__value_time"), QStringLiteral("__value.time"));
    text.replace(QStringLiteral("__field_name"), QStringLiteral("__field.name"));
    text.replace(QStringLiteral("__series.labels"), QStringLiteral("__field.labels"));
    return text;
}

QJsonArray upgradedAddresses(const QJsonValue &links)
{
    QJsonArray list;
    for (QJsonObject &link : jsonObjects(links)) {
        if (link.value(u"url").isString())
            link.insert(QStringLiteral("url"), upgradedAddress(link.value(u"url").toString()));
        list.append(link);
    }
    return list;
}

void append(QString &url, const QString &query)
{
    url += (url.contains(u'?') ? u'&' : u'?') + query;
}

/// Before version 19 a link named a dashboard and said with words what its address says now.
QJsonObject upgradedPanelLink(const QJsonObject &link)
{
    QString url = jsonText(link.value(u"url"));
    const QString dashboard = jsonText(link.value(u"dashboard"));
    if (url.isEmpty() && !dashboard.isEmpty()) {
        static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
        url = QStringLiteral("dashboard/db/") + dashboard.toLower().replace(others, QStringLiteral("-"));
    }
    if (url.isEmpty() && !jsonText(link.value(u"dashUri")).isEmpty())
        url = QStringLiteral("dashboard/") + jsonText(link.value(u"dashUri"));
    if (url.isEmpty())
        return {};
    if (jsonFlag(link.value(u"keepTime")))
        append(url, QStringLiteral("$__url_time_range"));
    if (jsonFlag(link.value(u"includeVars")))
        append(url, QStringLiteral("$__all_variables"));
    if (const QString parameters = jsonText(link.value(u"params")); !parameters.isEmpty())
        append(url, parameters);
    return {{QStringLiteral("url"), url}, {QStringLiteral("title"), link.value(u"title")}, {QStringLiteral("targetBlank"), link.value(u"targetBlank")}};
}

void upgradeLinks(QJsonObject &panel, int schema)
{
    QJsonArray links;
    for (const QJsonObject &link : jsonObjects(panel.value(u"links")))
        if (const QJsonObject now = schema < 19 ? upgradedPanelLink(link) : link; !now.isEmpty())
            links.append(now);
    panel.insert(QStringLiteral("links"), links);
    // A graph's data links stood in its options before fields had links.
    QJsonArray dataLinks = jsonAt(panel, QStringLiteral("options.dataLinks")).toArray();
    if (!dataLinks.isEmpty() && !jsonAt(panel, QStringLiteral("fieldConfig.defaults.links")).isArray())
        putJson(panel, QStringLiteral("fieldConfig.defaults.links"), dataLinks);
    if (const QJsonValue own = jsonAt(panel, QStringLiteral("fieldConfig.defaults.links")); own.isArray() && schema < 21)
        putJson(panel, QStringLiteral("fieldConfig.defaults.links"), upgradedAddresses(own));
}

/// Before version 17: the least width of a repeated panel, from which the most in a row follows.
void upgradeRepeat(QJsonObject &panel, int schema)
{
    const auto span = jsonNumber(panel.value(u"minSpan"));
    if (!span || schema >= 17 || *span < 1)
        return;
    const double most = gridColumns / *span;
    int perRow = 1;
    for (const int factor : {1, 2, 3, 4, 6, 8, 12, 24})
        if (factor <= most)
            perRow = factor;
    panel.insert(QStringLiteral("maxPerRow"), perRow);
}

} // namespace

QJsonObject upgradedPanel(QJsonObject panel, int schema, QStringList &missing)
{
    panel = upgradedKind(std::move(panel), schema, missing);
    panel.insert(QStringLiteral("type"), renamed(jsonText(panel.value(u"type"))));
    if (jsonAt(panel, QStringLiteral("options.tooltipOptions")).isObject())
        putJson(panel, QStringLiteral("options.tooltip"), jsonAt(panel, QStringLiteral("options.tooltipOptions")));
    upgradeFields(panel, schema);
    upgradeTransformations(panel, schema);
    upgradeLinks(panel, schema);
    upgradeRepeat(panel, schema);
    return panel;
}

} // namespace Watchfloor
