#include "models/panels/dashboard.h"
#include "models/frames/reducer.h"
#include "models/panels/shortform.h"
#include "models/text/yaml.h"

#include <QFileInfo>

#include <array>

namespace Watchfloor {

namespace {

constexpr size_t panelLimit = 200;
constexpr size_t queryLimit = 50;
constexpr int gridColumns = 24;
constexpr int rowLimit = 10'000;

/// Those that the short form can say wholly.
constexpr std::array shortKinds{PanelKind::TimeSeries,    PanelKind::Stat,      PanelKind::Gauge, PanelKind::BarGauge,  PanelKind::BarChart,
                                PanelKind::Table,         PanelKind::Text,      PanelKind::HeatMap, PanelKind::Histogram, PanelKind::Pie,
                                PanelKind::StateTimeline, PanelKind::StatusHistory, PanelKind::AlertList, PanelKind::DashboardList};

bool isVariableName(const QString &name)
{
    const auto isWord = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    return !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), isWord);
}

PanelKind readKind(YamlReader &reader, const YamlNode &node)
{
    const QString name = reader.text(node, panelKindName(PanelKind::TimeSeries));
    const auto named = panelKindNamed(name);
    QStringList names;
    for (const PanelKind kind : shortKinds) {
        if (named == kind)
            return kind;
        names.append(panelKindName(kind));
    }
    reader.fault(node, QStringLiteral("\"%1\" is no kind of panel; there are %2").arg(name.left(64), names.join(QLatin1String(", "))));
    return PanelKind::TimeSeries;
}

State readState(YamlReader &reader, const YamlNode &node, State fallback)
{
    const QString name = reader.text(node, stateName(fallback));
    for (const State state : {State::Critical, State::Warning, State::Healthy})
        if (stateName(state) == name)
            return state;
    reader.fault(node, QStringLiteral("critical, warning or healthy is expected, not \"%1\"").arg(name.left(64)));
    return fallback;
}

PanelPlace readPlace(YamlReader &reader, const YamlNode &node, PanelPlace fallback)
{
    if (node.isNull())
        return fallback;
    const std::vector<YamlNode> items = node.items();
    if (items.size() != 4) {
        reader.fault(node, QStringLiteral("at takes four whole numbers: x, y, width and height of 24 columns"));
        return fallback;
    }
    const PanelPlace place{reader.integer(items[0]), reader.integer(items[1]), reader.integer(items[2], 1), reader.integer(items[3], 1)};
    const bool fits = place.x >= 0 && place.width >= 1 && place.x < gridColumns && place.width <= gridColumns - place.x;
    if (fits && place.y >= 0 && place.y <= rowLimit && place.height >= 1 && place.height <= rowLimit)
        return place;
    reader.fault(node, QStringLiteral("the place is outside of the grid of 24 columns"));
    return fallback;
}

PanelQuery readQuery(YamlReader &reader, const YamlNode &node)
{
    if (node.isScalar())
        return {node.scalar(), {}};
    reader.expectKeys(node, {QStringLiteral("expr"), QStringLiteral("legend"), QStringLiteral("source"), QStringLiteral("step"),
                             QStringLiteral("table"), QStringLiteral("exemplars"), QStringLiteral("compare"), QStringLiteral("hidden")});
    PanelQuery query;
    query.expression = reader.text(reader.require(node, QStringLiteral("expr")));
    query.legend = reader.text(node.at(QStringLiteral("legend")));
    query.source = reader.text(node.at(QStringLiteral("source")));
    query.minimumStep = reader.text(node.at(QStringLiteral("step")));
    query.format = reader.boolean(node.at(QStringLiteral("table"))) ? PanelQuery::Format::Table : PanelQuery::Format::TimeSeries;
    query.exemplars = reader.boolean(node.at(QStringLiteral("exemplars")));
    query.compare = reader.duration(node.at(QStringLiteral("compare")));
    query.hidden = reader.boolean(node.at(QStringLiteral("hidden")));
    return query;
}

Limit readLimit(YamlReader &reader, const YamlNode &node)
{
    reader.expectKeys(node, {QStringLiteral("above"), QStringLiteral("below"), QStringLiteral("state")});
    Limit threshold;
    threshold.above = node.has(QStringLiteral("above"));
    if (node.isMap() && threshold.above == node.has(QStringLiteral("below")))
        reader.fault(node, QStringLiteral("a threshold has either above or below"));
    threshold.value = reader.number(node.at(threshold.above ? QStringLiteral("above") : QStringLiteral("below")));
    threshold.state = readState(reader, node.at(QStringLiteral("state")), State::Critical);
    return threshold;
}

std::vector<YamlNode> items(YamlReader &reader, const YamlNode &node, size_t limit)
{
    std::vector<YamlNode> list = node.items();
    if (!node.isNull() && !node.isSequence())
        reader.fault(node, QStringLiteral("a list is expected"));
    if (list.size() > limit) {
        reader.fault(node, QStringLiteral("more than %1 entries").arg(limit));
        list.resize(limit);
    }
    return list;
}

std::optional<double> readBound(YamlReader &reader, const YamlNode &node)
{
    return node.isNull() ? std::nullopt : std::optional(reader.number(node));
}

/// One of a few words; its place among them.
template <size_t N>
int readWord(YamlReader &reader, const YamlNode &node, const std::array<const char *, N> &words)
{
    const QString word = reader.text(node, QString::fromLatin1(words[0]));
    QStringList known;
    for (size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            return int(i);
        known << QString::fromLatin1(words[i]);
    }
    reader.fault(node, QStringLiteral("one of %1 is expected, not \"%2\"").arg(known.join(QLatin1String(", ")), word.left(64)));
    return 0;
}

SeriesStyle readStyle(YamlReader &reader, const YamlNode &node)
{
    SeriesStyle style;
    if (node.isNull())
        return style;
    reader.expectKeys(node, {QStringLiteral("draw"), QStringLiteral("shape"), QStringLiteral("width"), QStringLiteral("fill"), QStringLiteral("stack"),
                             QStringLiteral("points"), QStringLiteral("negative"), QStringLiteral("log")});
    style.draw = DrawStyle(readWord(reader, node.at(QStringLiteral("draw")), drawWords));
    style.interpolation = LineInterpolation(readWord(reader, node.at(QStringLiteral("shape")), shapeWords));
    style.stack = StackMode(readWord(reader, node.at(QStringLiteral("stack")), stackWords));
    style.points = PointsShown(readWord(reader, node.at(QStringLiteral("points")), pointWords));
    style.lineWidth = reader.number(node.at(QStringLiteral("width")), style.lineWidth);
    style.fillOpacity = reader.ratio(node.at(QStringLiteral("fill")), style.fillOpacity);
    style.negativeY = reader.boolean(node.at(QStringLiteral("negative")));
    style.logBase = reader.number(node.at(QStringLiteral("log")), style.logBase);
    if (style.lineWidth < 0 || style.lineWidth > 10)
        reader.fault(node.at(QStringLiteral("width")), QStringLiteral("lines are 0 to 10 pixels wide"));
    if (style.logBase != 0 && style.logBase != 2 && style.logBase != 10)
        reader.fault(node.at(QStringLiteral("log")), QStringLiteral("a logarithmic axis has base 2 or 10"));
    return style;
}

LegendOptions readLegend(YamlReader &reader, const YamlNode &node)
{
    LegendOptions legend;
    if (node.isNull())
        return legend;
    reader.expectKeys(node, {QStringLiteral("mode"), QStringLiteral("at"), QStringLiteral("values")});
    legend.mode = LegendOptions::Mode(readWord(reader, node.at(QStringLiteral("mode")), legendWords));
    legend.atRight = readWord(reader, node.at(QStringLiteral("at")), sideWords) == 1;
    legend.calculations = reader.texts(node.at(QStringLiteral("values")));
    for (const QString &name : legend.calculations)
        if (!isKnownReducer(name))
            reader.fault(node.at(QStringLiteral("values")), QStringLiteral("\"%1\" is no known calculation; there are last, min, max, mean, sum and others").arg(name.left(64)));
    return legend;
}

Panel readPanel(YamlReader &reader, const YamlNode &node, PanelPlace place)
{
    reader.expectKeys(node, {QStringLiteral("title"), QStringLiteral("kind"), QStringLiteral("at"), QStringLiteral("unit"),
                             QStringLiteral("decimals"), QStringLiteral("source"), QStringLiteral("queries"),
                             QStringLiteral("thresholds"), QStringLiteral("min"), QStringLiteral("max"), QStringLiteral("description"),
                             QStringLiteral("text"), QStringLiteral("style"), QStringLiteral("legend"), QStringLiteral("repeat")});
    Panel panel;
    panel.title = reader.text(reader.require(node, QStringLiteral("title")));
    panel.kind = readKind(reader, node.at(QStringLiteral("kind")));
    panel.at = readPlace(reader, node.at(QStringLiteral("at")), place);
    panel.field.unit.id = reader.text(node.at(QStringLiteral("unit")));
    const YamlNode decimals = node.at(QStringLiteral("decimals"));
    if (!decimals.isNull())
        panel.field.decimals = reader.integer(decimals);
    if (panel.field.decimals.value_or(0) < 0 || panel.field.decimals.value_or(0) > 10)
        reader.fault(node.at(QStringLiteral("decimals")), QStringLiteral("0 to 10 decimals are shown"));
    panel.source = reader.text(node.at(QStringLiteral("source")));
    panel.description = reader.text(node.at(QStringLiteral("description")));
    panel.options.text.content = reader.text(node.at(QStringLiteral("text")));
    panel.field.style = readStyle(reader, node.at(QStringLiteral("style")));
    panel.options.legend = readLegend(reader, node.at(QStringLiteral("legend")));
    panel.repeat = reader.text(node.at(QStringLiteral("repeat")));
    const YamlNode queries = asksNothing(panel.kind) ? node.at(QStringLiteral("queries")) : reader.require(node, QStringLiteral("queries"));
    for (const YamlNode &query : items(reader, queries, queryLimit))
        panel.queries.push_back(readQuery(reader, query));
    std::vector<Limit> limits;
    for (const YamlNode &limit : items(reader, node.at(QStringLiteral("thresholds")), queryLimit))
        limits.push_back(readLimit(reader, limit));
    panel.field.thresholds = thresholdsOf(limits);
    panel.field.minimum = readBound(reader, node.at(QStringLiteral("min")));
    panel.field.maximum = readBound(reader, node.at(QStringLiteral("max")));
    if (panel.field.minimum && panel.field.maximum && *panel.field.minimum >= *panel.field.maximum)
        reader.fault(node.at(QStringLiteral("max")), QStringLiteral("max must be more than min"));
    return panel;
}

Variable readVariable(YamlReader &reader, const YamlNode &node, const YamlNode &place, const QString &name)
{
    if (!isVariableName(name))
        reader.fault(place, QStringLiteral("\"%1\" cannot be the name of a variable").arg(name.left(64)));
    reader.expectKeys(node, {QStringLiteral("query"), QStringLiteral("values"), QStringLiteral("multi")});
    Variable variable;
    variable.name = name;
    variable.query = reader.text(node.at(QStringLiteral("query")));
    for (const QString &value : reader.texts(node.at(QStringLiteral("values"))))
        variable.values.push_back({value, value});
    if (!variable.values.empty())
        variable.kind = Variable::Kind::Custom;
    variable.includeAll = reader.boolean(node.at(QStringLiteral("multi")));
    variable.multi = reader.boolean(node.at(QStringLiteral("multi")));
    if (variable.query.isEmpty() == variable.values.empty())
        reader.fault(node, QStringLiteral("a variable has either a query or values"));
    return variable;
}

/// Where the next panel stands that says nothing of its place: two in a row, below everything before it.
PanelPlace nextPlace(const std::vector<Panel> &panels)
{
    PanelPlace next;
    if (panels.empty())
        return next;
    const PanelPlace &last = panels.back().at;
    if (last.x == 0 && last.width <= next.width)
        return {12, last.y, 12, last.height};
    for (const Panel &panel : panels)
        next.y = std::max(next.y, panel.at.y + panel.at.height);
    return next;
}

} // namespace

DashboardDocument readDashboard(const QByteArray &text, const QString &file)
{
    YamlFile yaml = readYaml(text, file);
    if (!yaml.faults.empty())
        return {std::nullopt, std::move(yaml.faults)};
    YamlReader reader(file);
    const YamlNode root = yaml.documents.empty() ? YamlNode() : yaml.documents.front();
    if (root.has(QStringLiteral("schemaVersion"))) {
        reader.fault(root, QStringLiteral("this is a Grafana dashboard; only the short form with \"dashboard\" and \"panels\" is read"));
        return {std::nullopt, reader.faults()};
    }
    Dashboard dashboard;
    dashboard.name = QFileInfo(file).completeBaseName();
    dashboard.file = file;
    reader.expectKeys(root, {QStringLiteral("dashboard"), QStringLiteral("source"), QStringLiteral("variables"), QStringLiteral("panels")});
    dashboard.title = reader.text(reader.require(root, QStringLiteral("dashboard")), dashboard.name);
    dashboard.source = reader.text(root.at(QStringLiteral("source")));
    const YamlNode variables = root.at(QStringLiteral("variables"));
    if (!variables.isNull() && !variables.isMap())
        reader.fault(variables, QStringLiteral("variables are a map of names"));
    for (const QString &name : variables.keys())
        dashboard.variables.push_back(readVariable(reader, variables.at(name), variables.keyNode(name), name));
    if (root.isMap())
        for (const YamlNode &panel : items(reader, reader.require(root, QStringLiteral("panels")), panelLimit))
            dashboard.panels.push_back(readPanel(reader, panel, nextPlace(dashboard.panels)));
    if (yaml.documents.size() > 1)
        reader.fault(yaml.documents[1], QStringLiteral("one file holds one dashboard"));
    if (!reader.faults().empty())
        return {std::nullopt, reader.faults()};
    return {std::move(dashboard), {}};
}

} // namespace Watchfloor
