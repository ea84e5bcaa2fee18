#include "widgets/panels/boardannotations.h"

#include "models/core/format.h"
#include "models/panels/adhocfilters.h"
#include "models/panels/interpolation.h"
#include "widgets/theme/namedcolors.h"

#include <array>

namespace Watchfloor {

namespace {

constexpr std::array offeredKinds{Mark::Kind::Deploy, Mark::Kind::Restart, Mark::Kind::Incident, Mark::Kind::Run, Mark::Kind::Alert};

QString kindName(Mark::Kind kind)
{
    return QStringLiteral("kind/%1").arg(int(kind));
}

QString kindText(Mark::Kind kind)
{
    switch (kind) {
    case Mark::Kind::Deploy:
        return BoardAnnotations::tr("Deploys");
    case Mark::Kind::Restart:
        return BoardAnnotations::tr("Restarts");
    case Mark::Kind::Incident:
        return BoardAnnotations::tr("Incidents");
    case Mark::Kind::Run:
        return BoardAnnotations::tr("Runs");
    default:
        return BoardAnnotations::tr("Alerts");
    }
}

} // namespace

BoardAnnotations::BoardAnnotations(const PanelScene &scene, QObject *parent)
    : QObject(parent)
    , m_scene(scene)
{
    connect(&scene.stores.series, &SeriesStore::changed, this, [this](const QueryKey &key) {
        if (std::any_of(m_asked.begin(), m_asked.end(), [&key](const Asked &asked) { return asked.interest && *asked.interest == key; }))
            Q_EMIT changed();
    });
}

void BoardAnnotations::setDashboard(const Dashboard &dashboard)
{
    m_dashboard.title = dashboard.title;
    m_dashboard.uid = dashboard.uid;
    m_dashboard.source = dashboard.source;
    m_dashboard.foreign = dashboard.foreign;
    m_asked.clear();
    for (const AnnotationQuery &query : dashboard.annotations)
        m_asked.push_back({query, query.enabled, {}});
    ask();
    Q_EMIT changed();
}

void BoardAnnotations::setView(const PanelView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    ask();
}

void BoardAnnotations::ask()
{
    const WallTime end = m_view.until.value_or(m_view.now);
    const VariableLookup lookup = lookupIn(m_view.variables, {end - m_view.range, end, {}, m_dashboard.title, m_dashboard.uid, {}, {}});
    for (Asked &asked : m_asked) {
        if (!asked.on || asked.query.expression.isEmpty()) {
            asked.interest.reset();
            continue;
        }
        Panel panel;
        panel.source = asked.query.source;
        const QString source = filledTitle(sourceOf(m_dashboard, panel, m_view.onlyPrometheus), m_view.variables);
        const QString expression = withFilters(filledQuery(asked.query.expression, lookup, m_dashboard.foreign ? QueryRules::Grafana : QueryRules::Own), m_view.filters);
        const QueryKey key{source, expression, m_view.range, annotationStep(asked.query), {}, m_view.until.value_or(WallTime())};
        if (!asked.interest || *asked.interest != key)
            asked.interest = m_scene.commands.watch(key);
    }
}

BoardMarks BoardAnnotations::marks() const
{
    BoardMarks all;
    all.kinds = m_kinds;
    for (const Asked &asked : m_asked) {
        const SeriesStore::Entry *entry = asked.interest ? m_scene.stores.series.find(*asked.interest) : nullptr;
        if (!entry || !entry->answer)
            continue;
        const auto step = annotationStep(asked.query);
        for (const BoardEvent &event : eventsOf(asked.query, *entry->answer, step)) {
            Mark mark;
            mark.at = event.start;
            mark.text = Format::safeText(event.title, 120);
            all.marks.push_back(mark);
            if (event.end - event.start < step)
                continue;
            ChartSpan span;
            span.start = event.start;
            span.end = event.end;
            span.label = mark.text;
            span.text = Format::safeText(event.text, 400);
            span.color = namedColor(event.color, themeOf(nullptr));
            all.spans.push_back(span);
        }
    }
    return all;
}

bool BoardAnnotations::isSettled() const
{
    return std::all_of(m_asked.begin(), m_asked.end(), [this](const Asked &asked) {
        const SeriesStore::Entry *entry = asked.interest ? m_scene.stores.series.find(*asked.interest) : nullptr;
        return !asked.interest || (entry && (entry->answer || entry->freshness.error()));
    });
}

std::vector<BoardAnnotations::Switch> BoardAnnotations::switches() const
{
    std::vector<Switch> list;
    for (const Mark::Kind kind : offeredKinds)
        list.push_back({kindName(kind), kindText(kind), m_kinds.contains(kind)});
    for (size_t index = 0; index < m_asked.size(); ++index)
        if (!m_asked[index].query.hidden)
            list.push_back({QStringLiteral("query/%1").arg(index), Format::safeText(m_asked[index].query.name, 80), m_asked[index].on});
    return list;
}

void BoardAnnotations::setOn(const QStringList &names)
{
    m_kinds.clear();
    for (const Mark::Kind kind : offeredKinds)
        if (names.contains(kindName(kind)))
            m_kinds.insert(kind);
    for (size_t index = 0; index < m_asked.size(); ++index)
        if (!m_asked[index].query.hidden)
            m_asked[index].on = names.contains(QStringLiteral("query/%1").arg(index));
    ask();
    Q_EMIT changed();
}

} // namespace Watchfloor
