#include "models/panels/shortform.h"

#include "models/core/duration.h"

#include <algorithm>

namespace Watchfloor {

namespace {

template <size_t N, typename Enum>
void addWord(YamlValue &map, const QString &key, const std::array<const char *, N> &words, Enum value, Enum usual)
{
    if (value != usual)
        map.add(key, YamlValue::text(QString::fromLatin1(words[size_t(value)])));
}

void addText(YamlValue &map, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        map.add(key, YamlValue::text(text));
}

void addFlag(YamlValue &map, const QString &key, bool flag)
{
    if (flag)
        map.add(key, YamlValue::boolean(true));
}

YamlValue queryForm(const PanelQuery &query)
{
    YamlValue map = YamlValue::map();
    map.add(QStringLiteral("expr"), YamlValue::text(query.expression));
    addText(map, QStringLiteral("legend"), query.legend);
    addText(map, QStringLiteral("source"), query.source);
    addText(map, QStringLiteral("step"), query.minimumStep);
    addFlag(map, QStringLiteral("table"), query.format == PanelQuery::Format::Table);
    addFlag(map, QStringLiteral("exemplars"), query.exemplars);
    if (query.compare.count() > 0)
        map.add(QStringLiteral("compare"), YamlValue::text(durationText(query.compare)));
    addFlag(map, QStringLiteral("hidden"), query.hidden);
    return map;
}

YamlValue limitForm(const Limit &limit)
{
    YamlValue map = YamlValue::map();
    map.add(limit.above ? QStringLiteral("above") : QStringLiteral("below"), YamlValue::number(limit.value));
    map.add(QStringLiteral("state"), YamlValue::text(stateName(limit.state)));
    return map;
}

YamlValue styleForm(const SeriesStyle &style)
{
    const SeriesStyle usual;
    YamlValue map = YamlValue::map();
    addWord(map, QStringLiteral("draw"), drawWords, style.draw, usual.draw);
    addWord(map, QStringLiteral("shape"), shapeWords, style.interpolation, usual.interpolation);
    if (style.lineWidth != usual.lineWidth)
        map.add(QStringLiteral("width"), YamlValue::number(style.lineWidth));
    if (style.fillOpacity != usual.fillOpacity)
        map.add(QStringLiteral("fill"), YamlValue::number(style.fillOpacity));
    addWord(map, QStringLiteral("stack"), stackWords, style.stack, usual.stack);
    addWord(map, QStringLiteral("points"), pointWords, style.points, usual.points);
    addFlag(map, QStringLiteral("negative"), style.negativeY);
    if (style.logBase != 0)
        map.add(QStringLiteral("log"), YamlValue::number(style.logBase));
    return map;
}

YamlValue legendForm(const LegendOptions &legend)
{
    YamlValue map = YamlValue::map();
    addWord(map, QStringLiteral("mode"), legendWords, legend.mode, LegendOptions::Mode::List);
    if (legend.atRight)
        map.add(QStringLiteral("at"), YamlValue::text(QString::fromLatin1(sideWords[1])));
    if (!legend.calculations.isEmpty()) {
        YamlValue values = YamlValue::sequence();
        for (const QString &name : legend.calculations)
            values.items.push_back(YamlValue::text(name));
        map.add(QStringLiteral("values"), std::move(values));
    }
    return map;
}

YamlValue placeForm(const PanelPlace &place)
{
    YamlValue numbers = YamlValue::sequence();
    for (const int number : {place.x, place.y, place.width, place.height})
        numbers.items.push_back(YamlValue::number(number));
    return numbers;
}

} // namespace

bool asksNothing(PanelKind kind)
{
    return kind == PanelKind::Text || kind == PanelKind::AlertList || kind == PanelKind::DashboardList;
}

YamlValue shortForm(const Panel &panel)
{
    YamlValue map = YamlValue::map();
    map.add(QStringLiteral("title"), YamlValue::text(panel.title));
    addText(map, QStringLiteral("description"), panel.description);
    map.add(QStringLiteral("kind"), YamlValue::text(panelKindName(panel.kind)));
    addText(map, QStringLiteral("unit"), panel.field.unit.id);
    if (panel.field.decimals)
        map.add(QStringLiteral("decimals"), YamlValue::number(*panel.field.decimals));
    map.add(QStringLiteral("at"), placeForm(panel.at));
    addText(map, QStringLiteral("source"), panel.source);
    addText(map, QStringLiteral("text"), panel.options.text.content);
    if (panel.field.minimum)
        map.add(QStringLiteral("min"), YamlValue::number(*panel.field.minimum));
    if (panel.field.maximum)
        map.add(QStringLiteral("max"), YamlValue::number(*panel.field.maximum));
    YamlValue queries = YamlValue::sequence();
    for (const PanelQuery &query : panel.queries)
        queries.items.push_back(queryForm(query));
    if (!queries.items.empty() || !asksNothing(panel.kind))
        map.add(QStringLiteral("queries"), std::move(queries));
    YamlValue limits = YamlValue::sequence();
    for (const Limit &limit : limitsOf(panel.field.thresholds))
        limits.items.push_back(limitForm(limit));
    if (!limits.items.empty())
        map.add(QStringLiteral("thresholds"), std::move(limits));
    if (YamlValue style = styleForm(panel.field.style); !style.entries.empty())
        map.add(QStringLiteral("style"), std::move(style));
    if (YamlValue legend = legendForm(panel.options.legend); !legend.entries.empty())
        map.add(QStringLiteral("legend"), std::move(legend));
    addText(map, QStringLiteral("repeat"), panel.repeat);
    return map;
}

QStringList beyondShortForm(const Panel &panel)
{
    QStringList names;
    const auto note = [&names](bool there, const QString &name) {
        if (there)
            names << name;
    };
    note(!panel.overrides.empty(), QStringLiteral("overrides"));
    note(!panel.transformations.empty(), QStringLiteral("transformations"));
    note(!panel.field.mappings.empty(), QStringLiteral("value mappings"));
    note(!panel.field.links.empty() || !panel.links.empty(), QStringLiteral("links"));
    note(panel.field.thresholds.mode == Thresholds::Mode::Percentage, QStringLiteral("thresholds in per cent"));
    note(!panel.timeFrom.isEmpty() || !panel.timeShift.isEmpty(), QStringLiteral("a time range of its own"));
    note(!panel.minimumStep.isEmpty() || panel.maximumPoints > 0, QStringLiteral("a resolution of its own"));
    note(std::any_of(panel.queries.begin(), panel.queries.end(), [](const PanelQuery &query) { return query.language != u"promql"; }), QStringLiteral("queries that are not PromQL"));
    note(panel.kind == PanelKind::Logs || panel.kind == PanelKind::Placeholder, QStringLiteral("kind ") + panelKindName(panel.kind));
    return names;
}

} // namespace Watchfloor
