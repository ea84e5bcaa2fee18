#include "models/panels/panelqueries.h"

#include "models/panels/interpolation.h"
#include "models/text/template.h"

namespace Watchfloor {

namespace {

// A point every other pixel is as fine as a line can be seen; more would be asked for and not shown.
constexpr int columnsPerPoint = 2;
constexpr int fewestPoints = 60;
constexpr int mostPoints = 2'000;
constexpr int sparklinePoints = 120;

} // namespace

bool asksRange(PanelKind kind)
{
    return kind == PanelKind::TimeSeries || kind == PanelKind::StateTimeline;
}

QString sourceOf(const Dashboard &dashboard, const Panel &panel, const QString &onlyPrometheus)
{
    if (!panel.source.isEmpty())
        return panel.source;
    return dashboard.source.isEmpty() ? onlyPrometheus : dashboard.source;
}

PanelQueries queriesOf(const Dashboard &dashboard, const Panel &panel, const PanelView &view)
{
    const bool range = asksRange(panel.kind);
    const int points = std::clamp(view.columns / columnsPerPoint, fewestPoints, mostPoints);
    const auto step = roundStep(view.range, range ? points : sparklinePoints, view.interval);
    const QString source = sourceOf(dashboard, panel, view.onlyPrometheus);
    PanelQueries queries;
    for (const PanelQuery &query : panel.queries) {
        const QString expression = interpolated(query.expression, view.variables, view.range, step);
        const QueryKey overTime{source, expression, view.range, step};
        queries.keys.push_back(range ? overTime : QueryKey{source, expression, {}, {}});
        if (panel.kind == PanelKind::Stat)
            queries.sparklines.push_back(overTime);
    }
    return queries;
}

QString seriesName(const PanelQuery &query, const Labels &labels)
{
    if (!query.legend.isEmpty())
        return filledLegend(query.legend, labels);
    const QString name = labels.value(u"__name__");
    Labels others = labels;
    others.remove(u"__name__");
    if (others.isEmpty())
        return name.isEmpty() ? query.expression : name;
    return name + others.toString();
}

PanelState stateOf(const PanelQueries &queries, const SeriesStore &series, Instant now)
{
    PanelState result;
    std::vector<State> states;
    for (const QueryKey &key : queries.keys) {
        states.push_back(series.state(key, now));
        const SeriesStore::Entry *entry = series.find(key);
        if (!entry)
            continue;
        if (const auto age = entry->freshness.age(now))
            result.age = std::max(result.age.value_or(*age), *age);
        if (!result.error)
            result.error = entry->freshness.error();
        if (!entry->answer)
            continue;
        result.leftOut += entry->answer->totalSeries - std::min(entry->answer->totalSeries, entry->answer->series.size());
        result.warnings += entry->answer->warnings;
    }
    result.state = worstOf(states);
    return result;
}

std::optional<LabelValuesQuery> labelValuesQuery(const QString &query)
{
    const QString text = query.trimmed();
    const QLatin1String function("label_values(");
    if (!text.startsWith(function) || !text.endsWith(u')'))
        return std::nullopt;
    const QString inside = text.mid(function.size(), text.size() - function.size() - 1);
    // The label is what follows the last comma: a selector may have commas of its own.
    const qsizetype comma = inside.lastIndexOf(u',');
    LabelValuesQuery parts{comma < 0 ? QString() : inside.left(comma).trimmed(), inside.mid(comma + 1).trimmed()};
    const auto isWord = [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); };
    if (parts.label.isEmpty() || !std::all_of(parts.label.cbegin(), parts.label.cend(), isWord))
        return std::nullopt;
    return parts;
}

QStringList initialChoice(const Variable &variable, const QStringList &values)
{
    return variable.multi ? values : values.mid(0, 1);
}

} // namespace Watchfloor
