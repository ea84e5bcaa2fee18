#include "models/panels/panelqueries.h"

#include "models/panels/adhocfilters.h"
#include "models/panels/interpolation.h"
#include "models/panels/interval.h"
#include "models/panels/intervaltext.h"
#include "models/text/template.h"

namespace Watchfloor {

namespace {

using std::chrono::milliseconds;

// A point every other pixel is as fine as a line can be seen; more would be asked for and not shown.
constexpr int columnsPerPoint = 2;
constexpr int fewestPoints = 60;
constexpr int mostPoints = 2'000;
constexpr int sparklinePoints = 120;

/// "6h", "1d": 0 for what is none, such as "now/d".
milliseconds lengthOf(const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto parsed = IntervalText::parsed(text);
    return parsed ? std::chrono::duration_cast<milliseconds>(*parsed) : milliseconds(0);
}

VariableLookup lookupFor(const Dashboard &dashboard, const PanelView &view, milliseconds range)
{
    const WallTime end = view.until.value_or(view.now);
    return lookupIn(view.variables, {end - range, end, {}, dashboard.title, dashboard.uid, {}, {}});
}

/// A query's expression and step, as they are sent.
struct Filled
{
    QString expression;
    milliseconds step{};
};

/// By our own rule: round steps, no finer than the source's interval.
Result<Filled> filledShort(const Dashboard &dashboard, const Panel &panel, const PanelQuery &query, const PanelView &view, milliseconds range)
{
    const bool isRange = asksRange(panel.kind) && !query.instant;
    const int points = std::clamp(view.columns / columnsPerPoint, fewestPoints, mostPoints);
    milliseconds least = view.interval;
    for (const QString &text : {panel.minimumStep, query.minimumStep})
        least = std::max(least, lengthOf(text));
    const milliseconds step = roundStep(range, isRange ? points : sparklinePoints, least);
    // As in Grafana, wide enough to hold four samples.
    const QueryInterval interval{step, std::max<milliseconds>(step + view.interval, 4 * view.interval), range, {}, {}};
    const QString expression = filledQuery(query.expression, lookupFor(dashboard, view, range), QueryRules::Own);
    return Filled{withIntervals(expression, interval), step};
}

/// By Grafana's.
Result<Filled> filledForeign(const Dashboard &dashboard, const Panel &panel, const PanelQuery &query, const PanelView &view, milliseconds range)
{
    const int points = panel.maximumPoints > 0 ? panel.maximumPoints : std::clamp(view.columns, fewestPoints, mostPoints);
    const milliseconds panelLeast = lengthOf(filledTitle(panel.minimumStep, view.variables));
    IntervalRequest request;
    request.to = view.until.value_or(view.now);
    request.from = request.to - range;
    request.scrapeInterval = QStringLiteral("%1ms").arg(view.interval.count());
    request.minimumStep = filledTitle(query.minimumStep, view.variables);
    request.intervalFactor = std::max(1, query.intervalFactor);
    request.maximumPoints = points;
    request.interval = panelInterval(range, points, panelLeast.count() > 0 ? panelLeast : view.interval);
    const auto interval = queryInterval(request);
    if (!interval)
        return interval.error();
    const QString expression = filledQuery(query.expression, lookupFor(dashboard, view, range));
    return Filled{withIntervals(expression, *interval), std::max(interval->stepMilliseconds(), milliseconds(1))};
}

QString sourceOfQuery(const Dashboard &dashboard, const Panel &panel, const PanelQuery &query, const PanelView &view)
{
    QString source = query.source.isEmpty() ? sourceOf(dashboard, panel, view.onlyPrometheus) : query.source;
    if (source.contains(u'$'))
        source = filledTitle(source, view.variables);
    return source.isEmpty() ? view.onlyPrometheus : source;
}

} // namespace

bool asksRange(PanelKind kind)
{
    return kind == PanelKind::TimeSeries || kind == PanelKind::StateTimeline || kind == PanelKind::StatusHistory || kind == PanelKind::HeatMap
           || kind == PanelKind::Histogram;
}

QString sourceOf(const Dashboard &dashboard, const Panel &panel, const QString &onlyPrometheus)
{
    if (!panel.source.isEmpty())
        return panel.source;
    return dashboard.source.isEmpty() ? onlyPrometheus : dashboard.source;
}

QString filledTitle(const QString &text, const VariableValues &variables)
{
    if (!text.contains(u'$') && !text.contains(QLatin1String("[[")))
        return text;
    return filled(text, lookupIn(variables), QStringLiteral("text"));
}

const QueryKey *PanelQueries::first(PanelAsk::Role role) const
{
    const auto found = std::find_if(asks.begin(), asks.end(), [role](const PanelAsk &ask) { return ask.role == role; });
    return found == asks.end() ? nullptr : &found->key;
}

PanelQueries queriesOf(const Dashboard &dashboard, const Panel &panel, const PanelView &view)
{
    PanelQueries queries;
    const milliseconds own = lengthOf(panel.timeFrom);
    queries.range = own.count() > 0 ? own : view.range;
    queries.back = lengthOf(panel.timeShift);
    for (size_t index = 0; index < panel.queries.size(); ++index) {
        const PanelQuery &query = panel.queries[index];
        if (query.hidden || query.language != u"promql" || query.expression.trimmed().isEmpty())
            continue;
        const Result<Filled> sent = dashboard.foreign ? filledForeign(dashboard, panel, query, view, queries.range) : filledShort(dashboard, panel, query, view, queries.range);
        if (!sent) {
            Error fault = sent.error();
            fault.where = query.refId;
            queries.faults.push_back(std::move(fault));
            continue;
        }
        const QString source = sourceOfQuery(dashboard, panel, query, view);
        const QueryKey overTime{source, withFilters(sent->expression, view.filters), queries.range, sent->step, queries.back, view.until.value_or(WallTime())};
        QueryKey now = overTime;
        now.length = now.step = {};
        const bool range = dashboard.foreign ? query.range : asksRange(panel.kind) && !query.instant;
        const bool instant = dashboard.foreign ? query.instant || !query.range : !range;
        if (range) {
            queries.asks.push_back({index, overTime, PanelAsk::Role::Value});
            queries.step = std::max(queries.step, sent->step);
        }
        if (instant)
            queries.asks.push_back({index, now, PanelAsk::Role::Value});
        if (instant && !range && panel.kind == PanelKind::Stat && panel.options.stat.graph && !dashboard.foreign)
            queries.asks.push_back({index, overTime, PanelAsk::Role::Line});
        const milliseconds compare = query.compare.count() > 0 ? query.compare : view.compare;
        if (range && compare.count() > 0 && panel.kind == PanelKind::TimeSeries) {
            QueryKey then = overTime;
            then.back += compare;
            queries.asks.push_back({index, then, PanelAsk::Role::Comparison});
        }
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

PanelState stateOf(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, Instant now)
{
    PanelState result;
    std::vector<State> states;
    for (const PanelAsk &ask : queries.asks) {
        const SeriesStore::Entry *entry = series.find(ask.key);
        result.settled = result.settled && entry && (entry->answer || entry->freshness.error());
        if (ask.role != PanelAsk::Role::Value)
            continue;
        states.push_back(series.state(ask.key, now));
        if (!entry)
            continue;
        if (const auto age = entry->freshness.age(now))
            result.age = std::max(result.age.value_or(*age), *age);
        const QString refId = panel.queries[ask.query].refId;
        if (const auto &error = entry->freshness.error())
            result.failures.push_back({refId, *error});
        if (!entry->answer)
            continue;
        if (entry->answer->error && !entry->freshness.error())
            result.failures.push_back({refId, *entry->answer->error});
        result.shown += entry->answer->series.size();
        result.total += std::max(entry->answer->totalSeries, entry->answer->series.size());
        result.warnings += entry->answer->warnings;
        result.infos += entry->answer->infos;
    }
    for (const Error &fault : queries.faults)
        result.failures.push_back({fault.where, fault});
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
