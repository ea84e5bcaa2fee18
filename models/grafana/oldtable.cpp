#include "models/grafana/jsonvalues.h"
#include "models/grafana/oldpanels.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {

constexpr QLatin1String everyColumn("/.*/");

/// One of an old table's styles: what it says of the columns that its pattern names.
class ColumnStyle
{
public:
    ColumnStyle(const QJsonObject &style, int schema)
        : m_style(style)
        , m_schema(schema)
    {
    }

    QJsonArray run(QStringList &missing)
    {
        const QString type = text(u"type");
        if (const QString alias = text(u"alias"); !alias.isEmpty())
            add("displayName", alias);
        if (type == u"hidden")
            add("custom.hidden", true);
        else if (type == u"date")
            add("unit", QStringLiteral("time: ") + text(u"dateFormat"));
        else if (type == u"number")
            takeNumber();
        else if (const QJsonArray mappings = oldMappings(m_style); type == u"string" && !mappings.isEmpty())
            add("mappings", mappings);
        takeColors();
        takeLink(missing);
        if (const QString align = text(u"align"); !align.isEmpty() && align != u"auto")
            add("custom.align", align);
        return m_properties;
    }

private:
    QString text(QStringView key) const { return jsonText(m_style.value(key)); }
    void add(const char *id, const QJsonValue &value) { m_properties.append(jsonProperty(QString::fromLatin1(id), value)); }

    void takeNumber()
    {
        if (const QString unit = text(u"unit"); !unit.isEmpty())
            add("unit", unit);
        if (const auto decimals = jsonNumber(m_style.value(u"decimals")))
            add("decimals", *decimals);
    }

    void takeColors()
    {
        const QString mode = text(u"colorMode");
        QStringList limits = jsonTexts(m_style.value(u"thresholds"));
        if (m_schema < 10 && limits.size() >= 3)
            limits.removeFirst();
        if (!limits.isEmpty() && text(u"type") != u"hidden")
            add("thresholds", oldThresholds(limits, jsonTexts(m_style.value(u"colors"))));
        if (mode == u"cell" || mode == u"value" || mode == u"row")
            add("custom.cellOptions", QJsonObject{{QStringLiteral("type"), mode == u"value" ? QStringLiteral("color-text") : QStringLiteral("color-background")},
                                                  {QStringLiteral("applyToRow"), mode == u"row"}});
    }

    void takeLink(QStringList &missing)
    {
        if (!jsonFlag(m_style.value(u"link")))
            return;
        static const QRegularExpression cell(QStringLiteral("\\$\\{?__cell(?::\\w+)?\\}?(?![\\w:])"));
        QString url = text(u"linkUrl");
        QString title = text(u"linkTooltip");
        url.replace(cell, QStringLiteral("${__value.raw}"));
        title.replace(cell, QStringLiteral("${__value.raw}"));
        if (url.contains(u"__cell_"))
            missing.append(QStringLiteral("link: $__cell_N"));
        add("links", QJsonArray{QJsonObject{{QStringLiteral("title"), title}, {QStringLiteral("url"), url},
                                            {QStringLiteral("targetBlank"), jsonFlag(m_style.value(u"linkTargetBlank"))}}});
    }

    const QJsonObject &m_style;
    int m_schema;
    QJsonArray m_properties;
};

void addTransformation(QJsonObject &panel, const QString &id, const QJsonObject &options)
{
    QJsonArray list = panel.value(u"transformations").toArray();
    list.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("options"), options}});
    panel.insert(QStringLiteral("transformations"), list);
}

void takeTransform(QJsonObject &panel, QStringList &missing)
{
    const QString transform = jsonText(panel.value(u"transform"));
    if (transform == u"timeseries_to_rows")
        addTransformation(panel, QStringLiteral("seriesToRows"), {});
    else if (transform == u"timeseries_to_columns")
        addTransformation(panel, QStringLiteral("joinByField"), {{QStringLiteral("mode"), QStringLiteral("outer")}});
    else if (transform == u"table")
        addTransformation(panel, QStringLiteral("merge"), {});
    else if (transform == u"timeseries_aggregations") {
        QJsonArray reducers;
        for (const QJsonObject &column : jsonObjects(panel.value(u"columns")))
            if (const QString reducer = reducerOf(jsonText(column.value(u"value"))); !reducer.isEmpty())
                reducers.append(reducer);
        addTransformation(panel, QStringLiteral("reduce"), {{QStringLiteral("reducers"), reducers}, {QStringLiteral("includeTimeField"), false}});
    } else if (!transform.isEmpty()) {
        missing.append(QStringLiteral("option: transform %1").arg(transform.left(64)));
    }
}

} // namespace

QJsonObject upgradedTable(QJsonObject panel, int schema, QStringList &missing)
{
    takeTransform(panel, missing);
    QJsonObject defaults;
    QJsonArray overrides;
    // The first style that fits a column counts, so what comes first has to be applied last.
    for (const QJsonObject &style : jsonObjects(panel.value(u"styles"))) {
        const QJsonArray properties = ColumnStyle(style, schema).run(missing);
        const QString pattern = jsonText(style.value(u"pattern"));
        if (pattern == everyColumn) {
            for (const QJsonValue property : properties)
                putJson(defaults, property[u"id"].toString(), property[u"value"]);
        } else if (!properties.isEmpty()) {
            const bool isPattern = pattern.size() > 1 && pattern.startsWith(u'/') && pattern.endsWith(u'/');
            overrides.prepend(jsonOverride(isPattern ? QStringLiteral("byRegexp") : QStringLiteral("byName"), pattern, properties));
        }
    }
    QJsonObject options;
    options.insert(QStringLiteral("showHeader"), jsonFlag(panel.value(u"showHeader"), true));
    if (const int column = jsonInteger(jsonAt(panel, QStringLiteral("sort.col")), 0); column > 0)
        missing.append(QStringLiteral("option: sort by column %1").arg(column));
    panel.insert(QStringLiteral("type"), QStringLiteral("table"));
    panel.insert(QStringLiteral("options"), options);
    panel.insert(QStringLiteral("fieldConfig"), QJsonObject{{QStringLiteral("defaults"), defaults}, {QStringLiteral("overrides"), overrides}});
    return panel;
}

} // namespace Watchfloor
