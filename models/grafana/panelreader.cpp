#include "models/grafana/panelreader.h"

#include "models/grafana/jsonvalues.h"
#include "models/grafana/oldpanels.h"
#include "models/grafana/paneloptionsreader.h"

#include <algorithm>
#include <limits>

namespace Watchfloor {

namespace {

constexpr int gridColumns = 24;
constexpr int mostRows = 100'000;
constexpr int mostHeight = 1'000;
constexpr size_t overrideLimit = 1'000;
constexpr size_t transformationLimit = 200;

struct Kind
{
    PanelKind kind = PanelKind::Placeholder;
    const char *missing = nullptr; ///< where another kind stands in for it
};

Kind kindOf(const QString &type)
{
    static const std::map<QString, Kind> kinds{
        {QStringLiteral("timeseries"), {PanelKind::TimeSeries}},
        {QStringLiteral("stat"), {PanelKind::Stat}},
        {QStringLiteral("gauge"), {PanelKind::Gauge}},
        {QStringLiteral("bargauge"), {PanelKind::BarGauge}},
        {QStringLiteral("barchart"), {PanelKind::BarChart}},
        {QStringLiteral("table"), {PanelKind::Table}},
        {QStringLiteral("text"), {PanelKind::Text}},
        {QStringLiteral("heatmap"), {PanelKind::HeatMap}},
        {QStringLiteral("histogram"), {PanelKind::Histogram}},
        {QStringLiteral("piechart"), {PanelKind::Pie}},
        {QStringLiteral("state-timeline"), {PanelKind::StateTimeline}},
        {QStringLiteral("status-history"), {PanelKind::StatusHistory}},
        {QStringLiteral("alertlist"), {PanelKind::AlertList}},
        {QStringLiteral("alertGroups"), {PanelKind::AlertList, "kind: alertGroups, shown as a list of alerts"}},
        {QStringLiteral("dashlist"), {PanelKind::DashboardList}},
        {QStringLiteral("logs"), {PanelKind::Logs}},
        {QStringLiteral("xychart"), {PanelKind::Table, "kind: xychart, shown as a table"}},
        {QStringLiteral("trend"), {PanelKind::Table, "kind: trend, shown as a table"}},
        {QStringLiteral("candlestick"), {PanelKind::TimeSeries, "kind: candlestick, shown as lines"}},
    };
    const auto known = kinds.find(type);
    return known == kinds.end() ? Kind{} : known->second;
}

/// Which properties of "custom" a kind reads; others are left over from a kind it had before, and mean nothing.
const QStringList &customOf(PanelKind kind)
{
    static const QStringList axis{QStringLiteral("axisPlacement"), QStringLiteral("axisLabel"), QStringLiteral("axisSoftMin"), QStringLiteral("axisSoftMax"),
                                  QStringLiteral("axisCenteredZero"), QStringLiteral("scaleDistribution"), QStringLiteral("axisWidth"), QStringLiteral("axisGridShow"),
                                  QStringLiteral("axisColorMode"), QStringLiteral("axisBorderShow"), QStringLiteral("hideFrom"), QStringLiteral("lineWidth"),
                                  QStringLiteral("fillOpacity"), QStringLiteral("gradientMode"), QStringLiteral("stacking")};
    static const QStringList series = axis
                                      + QStringList{QStringLiteral("drawStyle"), QStringLiteral("lineInterpolation"), QStringLiteral("barAlignment"),
                                                    QStringLiteral("barWidthFactor"), QStringLiteral("fillBelowTo"), QStringLiteral("lineStyle"),
                                                    QStringLiteral("spanNulls"), QStringLiteral("insertNulls"), QStringLiteral("showPoints"), QStringLiteral("pointSize"),
                                                    QStringLiteral("transform"), QStringLiteral("thresholdsStyle")};
    static const QStringList bars = axis + QStringList{QStringLiteral("thresholdsStyle")};
    static const QStringList table{QStringLiteral("align"),  QStringLiteral("cellOptions"), QStringLiteral("displayMode"), QStringLiteral("width"),
                                   QStringLiteral("minWidth"), QStringLiteral("hidden"), QStringLiteral("filterable"), QStringLiteral("inspect"),
                                   QStringLiteral("wrapText"), QStringLiteral("wrapHeaderText"), QStringLiteral("hideFrom"), QStringLiteral("footer")};
    static const QStringList timeline{QStringLiteral("lineWidth"), QStringLiteral("fillOpacity"), QStringLiteral("spanNulls"), QStringLiteral("insertNulls"),
                                      QStringLiteral("hideFrom")};
    static const QStringList hiding{QStringLiteral("hideFrom")};
    static const QStringList none;
    switch (kind) {
    case PanelKind::TimeSeries:
        return series;
    case PanelKind::BarChart:
    case PanelKind::Histogram:
        return bars;
    case PanelKind::Table:
        return table;
    case PanelKind::StateTimeline:
    case PanelKind::StatusHistory:
        return timeline;
    case PanelKind::Pie:
    case PanelKind::HeatMap:
        return hiding;
    case PanelKind::Stat:
    case PanelKind::Gauge:
    case PanelKind::BarGauge:
    case PanelKind::Text:
    case PanelKind::AlertList:
    case PanelKind::DashboardList:
    case PanelKind::Logs:
    case PanelKind::Placeholder:
        break;
    }
    return none;
}

PanelPlace placeOf(const QJsonObject &grid)
{
    PanelPlace place;
    place.width = std::clamp(jsonInteger(grid.value(u"w"), 12), 1, gridColumns);
    place.height = std::clamp(jsonInteger(grid.value(u"h"), 8), 1, mostHeight);
    place.x = std::clamp(jsonInteger(grid.value(u"x"), 0), 0, gridColumns - place.width);
    place.y = std::clamp(jsonInteger(grid.value(u"y"), 0), 0, mostRows);
    return place;
}

class PanelReader
{
public:
    PanelReader(const QJsonObject &json, int schema)
        : m_json(json)
        , m_schema(schema)
    {
    }

    ReadPanel run(const DataSources &sources)
    {
        Panel &panel = m_out.panel;
        panel.type = jsonText(m_json.value(u"type"));
        readIdentity();
        if (panel.type.isEmpty() && m_json.value(u"libraryPanel").isObject()) {
            readLibraryPanel();
            return std::move(m_out);
        }
        const QJsonObject now = upgradedPanel(m_json, m_schema, panel.missing);
        const Kind kind = kindOf(jsonText(now.value(u"type")));
        panel.kind = kind.kind;
        if (kind.missing)
            miss(QString::fromLatin1(kind.missing));
        readTargetsOf(now, sources);
        readTimes(now);
        readFields(jsonAt(now, QStringLiteral("fieldConfig")).toObject());
        readTransformations(now);
        readPanelOptions(panel, now.value(u"options").toObject());
        readLinks(now.value(u"links"));
        readRest(now);
        panel.support = supportOf(panel);
        return std::move(m_out);
    }

private:
    void miss(const QString &what)
    {
        if (!m_out.panel.missing.contains(what))
            m_out.panel.missing.append(what);
    }

    void readIdentity()
    {
        Panel &panel = m_out.panel;
        const double id = jsonNumber(m_json.value(u"id")).value_or(0);
        m_out.id = id >= 1 && id <= std::numeric_limits<int>::max() ? qint64(id) : 0;
        panel.title = jsonText(m_json.value(u"title"));
        panel.description = jsonText(m_json.value(u"description"));
        panel.transparent = jsonFlag(m_json.value(u"transparent"));
        m_out.placed = hasPlace(m_json);
        panel.at = placeOf(m_json.value(u"gridPos").toObject());
        panel.repeat = jsonText(m_json.value(u"repeat"));
        panel.repeatDown = m_json.value(u"repeatDirection").toString() == u"v";
    }

    void readLibraryPanel()
    {
        const QString name = jsonText(jsonAt(m_json, QStringLiteral("libraryPanel.name")));
        m_out.panel.kind = PanelKind::Placeholder;
        m_out.panel.support = PanelSupport::Placeholder;
        m_out.panel.type = QStringLiteral("library panel");
        if (m_out.panel.title.isEmpty())
            m_out.panel.title = name;
        miss(QStringLiteral("library panel: %1").arg(name.left(128)));
    }

    void readTargetsOf(const QJsonObject &json, const DataSources &sources)
    {
        PanelTargets targets = readTargets(json, sources);
        m_out.panel.source = targets.source;
        m_out.panel.queries = std::move(targets.queries);
        m_out.resultsOf = targets.resultsOf;
        m_out.withTransformations = targets.withTransformations;
        // Some kinds show nothing that is asked; what their files still hold is kept and never asked.
        const PanelKind kind = m_out.panel.kind;
        if (kind == PanelKind::Text || kind == PanelKind::DashboardList || kind == PanelKind::AlertList) {
            for (PanelQuery &query : m_out.panel.queries)
                query.hidden = true;
            return;
        }
        for (const QString &missing : std::as_const(targets.missing))
            miss(missing);
    }

    void readTimes(const QJsonObject &json)
    {
        Panel &panel = m_out.panel;
        panel.minimumStep = jsonText(json.value(u"interval")).trimmed();
        // ">10s" is how it was written first.
        if (panel.minimumStep.startsWith(u'>'))
            panel.minimumStep.remove(0, 1);
        panel.maximumPoints = std::clamp(jsonInteger(json.value(u"maxDataPoints"), 0), 0, 1'000'000);
        panel.timeFrom = jsonText(json.value(u"timeFrom"));
        panel.timeShift = jsonText(json.value(u"timeShift"));
        panel.repeatPerRow = std::clamp(jsonInteger(json.value(u"maxPerRow"), 4), 1, gridColumns);
    }

    /// What a kind has where the file says nothing. Source: Grafana, the panels' field configuration.
    void giveDefaults(const QJsonObject &defaults)
    {
        const PanelKind kind = m_out.panel.kind;
        FieldConfig &field = m_out.panel.field;
        field.unit.id = QStringLiteral("none"); // what a number without a unit is to Grafana; our own style is the empty one
        const bool shows = kind == PanelKind::Stat || kind == PanelKind::Gauge || kind == PanelKind::BarGauge;
        if (shows || kind == PanelKind::Table || kind == PanelKind::StatusHistory)
            field.color.mode = QStringLiteral("thresholds");
        else if (kind == PanelKind::StateTimeline)
            field.color.mode = QStringLiteral("continuous-GrYlRd");
        if (kind == PanelKind::BarChart || kind == PanelKind::Histogram)
            field.style.fillOpacity = 0.8;
        const bool wasOld = m_json.value(u"type").toString() != u"stat" && m_json.value(u"type").toString() != u"gauge";
        if (shows && !wasOld && !defaults.contains(u"thresholds"))
            field.thresholds.steps = {{-std::numeric_limits<double>::infinity(), false, QStringLiteral("green"), State::Healthy},
                                      {80, false, QStringLiteral("red"), State::Critical}};
    }

    /// What generators write for nothing and for flags.
    static QJsonValue cleaned(const QJsonValue &value)
    {
        const QString text = value.toString();
        if (!value.isString() || (!text.isEmpty() && text != u"null" && text != u"true" && text != u"false"))
            return value;
        return text.isEmpty() || text == u"null" ? QJsonValue(QJsonValue::Null) : QJsonValue(text == u"true");
    }

    void apply(FieldConfig &field, const QString &id, const QJsonValue &written, const QString &what)
    {
        const PanelKind kind = m_out.panel.kind;
        const bool isCustom = id.startsWith(u"custom.");
        if (isCustom && !customOf(kind).contains(id.section(u'.', 1, 1)))
            return;
        const QJsonValue value = isCustom ? cleaned(written) : written;
        // A choice of one version of Grafana alone.
        if (id == u"unitScale")
            return;
        if (id == u"actions") {
            if (!value.toArray().isEmpty())
                miss(what + id);
        } else if (!applyProperty(field, {id, value}) && kind != PanelKind::Placeholder) {
            const bool named = id == u"custom.cellOptions" || id == u"color";
            miss(what + id + (named ? u' ' + jsonText(value[id == u"color" ? u"mode" : u"type"]).left(64) : QString()));
        }
    }

    void readFields(const QJsonObject &config)
    {
        const QJsonObject defaults = config.value(u"defaults").toObject();
        giveDefaults(defaults);
        FieldConfig &field = m_out.panel.field;
        for (auto entry = defaults.begin(); entry != defaults.end(); ++entry)
            if (entry.key() != u"custom")
                apply(field, entry.key(), entry.value(), QStringLiteral("field: "));
        const QJsonObject custom = defaults.value(u"custom").toObject();
        for (auto entry = custom.begin(); entry != custom.end(); ++entry)
            apply(field, QStringLiteral("custom.") + entry.key(), entry.value(), QStringLiteral("field: "));
        for (const QJsonObject &rule : jsonObjects(config.value(u"overrides")))
            readOverride(rule);
    }

    void readOverride(const QJsonObject &rule)
    {
        if (m_out.panel.overrides.size() >= overrideLimit) {
            miss(QStringLiteral("overrides beyond %1").arg(overrideLimit));
            return;
        }
        FieldOverride own;
        own.matcher = fieldMatcher(jsonText(jsonAt(rule, QStringLiteral("matcher.id"))), jsonAt(rule, QStringLiteral("matcher.options")));
        if (own.matcher.kind == FieldMatcher::Kind::Unknown)
            miss(QStringLiteral("override for: %1").arg(own.matcher.id.left(64)));
        FieldConfig scratch;
        for (const QJsonObject &property : jsonObjects(rule.value(u"properties"))) {
            const QString id = jsonText(property.value(u"id"));
            apply(scratch, id, property.value(u"value"), QStringLiteral("override: "));
            own.properties.push_back({id, property.value(u"value")});
        }
        m_out.panel.overrides.push_back(std::move(own));
    }

    void readTransformations(const QJsonObject &json)
    {
        for (const QJsonObject &step : jsonObjects(json.value(u"transformations"))) {
            Transformation own;
            own.id = jsonText(step.value(u"id"));
            own.options = step.value(u"options").toObject();
            own.disabled = jsonFlag(step.value(u"disabled"));
            own.refIdFilter = filterOf(step);
            if (own.disabled || m_out.panel.transformations.size() >= transformationLimit)
                continue;
            if (!isKnownTransformation(own.id))
                miss(QStringLiteral("transformation: %1").arg(own.id.left(64)));
            m_out.panel.transformations.push_back(std::move(own));
        }
    }

    QString filterOf(const QJsonObject &step)
    {
        if (!step.value(u"filter").isObject())
            return {};
        if (jsonAt(step, QStringLiteral("filter.id")).toString() != u"byRefId") {
            miss(QStringLiteral("transformation's filter: %1").arg(jsonText(jsonAt(step, QStringLiteral("filter.id"))).left(64)));
            return {};
        }
        return jsonText(jsonAt(step, QStringLiteral("filter.options")));
    }

    void readLinks(const QJsonValue &links)
    {
        for (const QJsonObject &link : jsonObjects(links))
            if (const QString url = jsonText(link.value(u"url")); !url.isEmpty())
                m_out.panel.links.push_back({jsonText(link.value(u"title")), url, jsonFlag(link.value(u"targetBlank"))});
    }

    void readRest(const QJsonObject &json)
    {
        if (m_out.panel.kind == PanelKind::Placeholder)
            miss(QStringLiteral("kind: %1").arg(m_out.panel.type.isEmpty() ? QStringLiteral("none") : m_out.panel.type.left(128)));
        if (json.value(u"alert").isObject())
            miss(QStringLiteral("alert: %1").arg(jsonText(jsonAt(json, QStringLiteral("alert.name"))).left(128)));
        if (!json.value(u"snapshotData").toArray().isEmpty())
            miss(QStringLiteral("data saved in the file"));
    }

    const QJsonObject &m_json;
    int m_schema;
    ReadPanel m_out;
};

} // namespace

bool hasPlace(const QJsonObject &panel)
{
    return jsonAt(panel, QStringLiteral("gridPos.y")).isDouble();
}

PanelSupport supportOf(const Panel &panel)
{
    if (panel.kind == PanelKind::Placeholder)
        return PanelSupport::Placeholder;
    return panel.missing.isEmpty() ? PanelSupport::Full : PanelSupport::Partial;
}

ReadPanel readGrafanaPanel(const QJsonObject &json, int schema, const DataSources &sources)
{
    return PanelReader(json, schema).run(sources);
}

} // namespace Watchfloor
