#include "widgets/panels/panelcard.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/pill.h"
#include "widgets/panels/csv.h"
#include "widgets/panels/inspectdialog.h"
#include "widgets/theme/glyphs.h"

#include <QBoxLayout>
#include <QMenu>
#include <QUrl>

namespace Watchfloor {

namespace {

constexpr int titleLimit = 100;
constexpr size_t shownExemplars = 1'000;
constexpr std::chrono::minutes exemplarInterval{1};

} // namespace

PanelCard::PanelCard(const PanelScene &scene, std::shared_ptr<const Dashboard> dashboard, Watchfloor::Panel panel, VariableValues own, QWidget *parent)
    : Card({}, parent)
    , m_scene(scene)
    , m_dashboard(std::move(dashboard))
    , m_panel(std::move(panel))
    , m_own(std::move(own))
    , m_empty(new EmptyState)
    , m_menu(new IconButton(QStringLiteral("more"), tr("What can be done with this panel")))
    , m_info(new IconButton(QStringLiteral("info"), tr("What this panel shows")))
    , m_partial(new Pill(tr("partial"), Tone::Warning, Pill::Look::Outlined))
{
    // Ours are written in the style of the console's own pages, others as where they come from.
    if (!m_dashboard->foreign)
        m_panel.field.unit = ownUnit(m_panel.field.unit.id);
    setObjectName(QStringLiteral("panel/") + m_panel.title);
    setFocusPolicy(Qt::StrongFocus);
    setTitle(shownTitle());
    addHeaderWidget(m_partial);
    addHeaderWidget(m_info);
    addHeaderWidget(m_menu);
    m_info->setToolTip(toolTipText(m_panel.description.left(2'000)));
    m_info->setFocusPolicy(Qt::NoFocus);
    m_partial->setToolTip(toolTipText(tr("Not done here: %1").arg(m_panel.missing.join(QStringLiteral(", ")).left(1'000))));
    m_partial->setFocusPolicy(Qt::NoFocus);
    m_menu->setFocusPolicy(Qt::NoFocus);
    connect(m_menu, &IconButton::clicked, this, [this] { makePanelMenu(*this, m_scene)->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    m_legendShown = m_panel.options.legend.mode != LegendOptions::Mode::Hidden;
    QStringList ownTime;
    if (!m_panel.timeFrom.isEmpty())
        ownTime << tr("last %1").arg(Format::safeText(m_panel.timeFrom, 20));
    if (!m_panel.timeShift.isEmpty())
        ownTime << tr("%1 earlier").arg(Format::safeText(m_panel.timeShift, 20));
    setSubtitle(ownTime.join(QStringLiteral(", ")));
    buildBody();
    showButtons();
}

PanelCard::~PanelCard() = default;

void PanelCard::buildBody()
{
    m_body = makePanelBody(m_scene, m_panel);
    setFlush(m_body->isFlush());
    Card::body()->addWidget(m_body.get(), 1);
    Card::body()->addWidget(m_empty, 1);
    m_empty->hide();
    connect(m_body.get(), &PanelBody::zoomRequested, this, &PanelCard::zoomRequested);
    connect(m_body.get(), &PanelBody::zoomResetRequested, this, &PanelCard::zoomResetRequested);
    connect(m_body.get(), &PanelBody::openRequested, this, &PanelCard::openRequested);
}

QString PanelCard::shownTitle() const
{
    return Format::safeText(filledTitle(m_panel.title, m_view.variables.empty() ? m_own : m_view.variables), titleLimit);
}

QString PanelCard::editPath(const QString &what) const
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(m_dashboard->name));
    const bool stands = m_index && (m_dashboard->foreign || !m_dashboard->file.isEmpty());
    return stands ? QStringLiteral("edit/%1/%2/%3").arg(what, name).arg(*m_index) : QString();
}

void PanelCard::setView(const PanelView &view)
{
    const auto compare = m_view.compare;
    const VariableValues before = std::exchange(m_view, view).variables;
    m_view.compare = compare;
    for (const auto &[name, value] : m_own)
        m_view.variables[name] = value;
    if (m_view.variables != before) {
        setTitle(shownTitle());
        m_dirty = true;
    }
    PanelQueries next = queriesOf(*m_dashboard, m_panel, m_view);
    if (next == m_queries && !m_interests.empty())
        return;
    m_queries = std::move(next);
    m_dirty = true;
    askAll();
    refresh();
}

void PanelCard::askAll()
{
    std::vector<QueryInterest> interests; // the old ones are let go after the new ones hold what both ask
    for (const PanelAsk &ask : m_queries.asks) {
        interests.push_back(m_scene.commands.watch(ask.key, m_view.refresh));
        if (!m_asking)
            m_scene.commands.setPaused(interests.back(), true);
    }
    m_interests = std::move(interests);
    askExemplars();
}

void PanelCard::setAsking(bool asking)
{
    if (asking == m_asking)
        return;
    m_asking = asking;
    for (const QueryInterest &interest : m_interests)
        m_scene.commands.setPaused(interest, !asking);
}

/// Exemplars are asked apart from the samples that they lead to, and less often.
void PanelCard::askExemplars()
{
    m_exemplars.clear();
    m_exemplarsAt = m_scene.clock.now();
    const int asked = ++m_exemplarAsks;
    for (const PanelAsk &ask : m_queries.asks) {
        if (ask.role != PanelAsk::Role::Value || ask.key.isInstant() || !m_panel.queries[ask.query].exemplars || !m_body->chart())
            continue;
        const TimeRange range = lastUntil(ask.key.end(m_scene.clock.wall()), ask.key.length);
        m_scene.commands.listExemplars(ask.key.source, ask.key.expression, range, this, [this, asked](const Result<std::vector<ExemplarSeries>> &answer) {
            if (!answer || asked != m_exemplarAsks)
                return;
            for (const ExemplarSeries &series : *answer)
                for (const Exemplar &exemplar : series.exemplars)
                    if (exemplar.timestamp && m_exemplars.size() < shownExemplars)
                        m_exemplars.push_back({*exemplar.timestamp, exemplar.value, exemplar.labels, {}, AxisSide::Left});
            m_dirty = true;
        });
    }
}

void PanelCard::setMarks(const BoardMarks &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    m_dirty = true;
}

void PanelCard::handleChanged(const QueryKey &key)
{
    m_dirty = m_dirty || std::any_of(m_queries.asks.begin(), m_queries.asks.end(), [&key](const PanelAsk &ask) { return ask.key == key; });
}

void PanelCard::setComparison(std::chrono::milliseconds back)
{
    m_view.compare = back;
    m_queries = queriesOf(*m_dashboard, m_panel, m_view);
    m_dirty = true;
    askAll();
    refresh();
}

void PanelCard::setLegendShown(bool shown)
{
    m_legendShown = shown;
    m_body->setLegendShown(shown);
}

bool PanelCard::isSettled() const
{
    return m_queries.asks.empty() || stateOf(m_panel, m_queries, m_scene.stores.series, m_scene.clock.now()).settled;
}

void PanelCard::setSynchronous(bool synchronous)
{
    m_body->setSynchronous(synchronous);
}

TimeChart *PanelCard::chart()
{
    return m_body->chart();
}

PanelMoment PanelCard::momentNow() const
{
    PanelMoment moment;
    const WallTime end = m_view.until.value_or(m_scene.clock.wall()) - m_queries.back;
    moment.range = lastUntil(end, m_queries.range);
    moment.step = m_queries.step;
    if (!m_queries.asks.empty() && isHatched(m_seen.state) && m_seen.shown > 0)
        moment.state = m_seen.state;
    if (!m_seen.failures.empty())
        moment.reason = Format::words(m_seen.failures.front().error);
    moment.emptyText = emptySentence();
    return moment;
}

void PanelCard::refresh()
{
    m_seen = stateOf(m_panel, m_queries, m_scene.stores.series, m_scene.clock.now());
    if (m_asking && m_scene.clock.now() - m_exemplarsAt >= exemplarInterval)
        askExemplars();
    m_body->setMoment(momentNow());
    if (std::exchange(m_dirty, false))
        showContent();
    showHeader();
    showEmpty();
}

void PanelCard::showContent()
{
    const auto content = makePanelContent(m_scene, *m_dashboard, m_panel, m_queries, m_view.variables);
    const TimeRange range = momentNow().range;
    for (const Mark &mark : m_scene.stores.marks.within(range))
        if (m_marks.kinds.contains(mark.kind))
            content->marks.push_back(mark);
    content->marks.insert(content->marks.end(), m_marks.marks.begin(), m_marks.marks.end());
    content->spans = m_marks.spans;
    content->exemplars = m_exemplars;
    m_cut = content->cut;
    m_body->setContent(content);
}

QString PanelCard::csv() const
{
    const QString own = m_body->csv();
    return own.isEmpty() ? csvOf(makePanelContent(m_scene, *m_dashboard, m_panel, m_queries, m_view.variables)->frames) : own;
}

QImage PanelCard::image()
{
    return grab().toImage();
}

QByteArray PanelCard::svg()
{
    return m_body->svg();
}

void PanelCard::inspect()
{
    auto *dialog = new InspectDialog(m_panel, m_queries, m_scene.stores.series, m_scene.clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PanelCard::edit()
{
    if (const QString path = editPath(m_dashboard->foreign ? QStringLiteral("copy") : QStringLiteral("panel")); !path.isEmpty())
        Q_EMIT openRequested(path);
}

void PanelCard::explore()
{
    if (const QueryKey *key = m_queries.first(PanelAsk::Role::Value))
        Q_EMIT openRequested(QStringLiteral("explore/%1/%2").arg(QString::fromLatin1(QUrl::toPercentEncoding(key->source)), QString::fromLatin1(QUrl::toPercentEncoding(key->expression))));
}

} // namespace Watchfloor
