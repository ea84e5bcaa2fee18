#include "widgets/panels/dashboardspage.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "models/panels/intervaltext.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/textlabel.h"
#include "widgets/panels/boardlinks.h"
#include "widgets/panels/choicepopup.h"
#include "widgets/panels/dashboardlist.h"
#include "widgets/panels/panelboard.h"
#include "widgets/panels/variablebar.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QUrl>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds usualRange = 1h;
constexpr qsizetype keptRecent = 20;
constexpr std::chrono::milliseconds shortestZoom = 5s;
constexpr std::chrono::milliseconds variablesInterval = 5min;

/// "now-6h" to "now": the length; absent for anything that does not end now.
std::optional<std::chrono::milliseconds> lengthOf(const Dashboard &dashboard)
{
    if (!dashboard.timeFrom.startsWith(u"now-") || (!dashboard.timeTo.isEmpty() && dashboard.timeTo != u"now"))
        return std::nullopt;
    const auto length = IntervalText::parsed(dashboard.timeFrom.mid(4).section(u'/', 0, 0));
    if (!length || *length <= 0s)
        return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(*length);
}

std::chrono::milliseconds refreshOf(const Dashboard &dashboard)
{
    const auto interval = dashboard.refresh.isEmpty() ? Result<std::chrono::nanoseconds>(0ns) : IntervalText::parsed(dashboard.refresh);
    return interval ? std::chrono::duration_cast<std::chrono::milliseconds>(*interval) : 0ms;
}

} // namespace

DashboardsPage::DashboardsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_scene{context.stores, context.commands, context.clock, context.crosshair ? context.crosshair : &m_ownCrosshair, &m_recent}
    , m_list(new DashboardList)
    , m_annotations(new BoardAnnotations(m_scene, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    row->addWidget(m_list);
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::gap);
    column->addWidget(buildHead());
    m_variableBar = new VariableBar;
    column->addWidget(m_variableBar);
    m_board = new PanelBoard(m_scene);
    column->addWidget(m_board, 1);
    m_empty = new EmptyState;
    m_empty->setMessage(QStringLiteral("dashboards"), tr("No dashboards"), tr("Name Grafana dashboards or short YAML files under dashboards: in the workspace file."));
    column->addWidget(m_empty, 1);
    row->addLayout(column, 1);

    connect(m_list, &DashboardList::chosen, this, &DashboardsPage::choose);
    connect(m_variableBar, &VariableBar::chosen, this, [this](const QString &name, const QStringList &values) {
        m_variables.choose(name, values);
        askVariables();
    });
    connect(m_variableBar, &VariableBar::filtersChanged, this, [this](const QString &name, const std::vector<Variable::Filter> &filters) {
        m_variables.setFilters(name, filters);
        askVariables();
    });
    connect(m_annotations, &BoardAnnotations::changed, this, [this] { m_board->setMarks(m_annotations->marks()); });
    connect(m_board, &PanelBoard::zoomRequested, this, &DashboardsPage::zoomTo);
    connect(m_board, &PanelBoard::zoomResetRequested, this, &DashboardsPage::zoomBack);
    connect(m_board, &PanelBoard::openRequested, this, &Page::openRequested);
    connect(&context.session, &Session::workspaceChanged, this, &DashboardsPage::showDashboards);
    showDashboards();
}

DashboardsPage::~DashboardsPage() = default;

QWidget *DashboardsPage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    m_title = new ElidedLabel({}, Tone::Primary, TextSize::Title, QFont::DemiBold);
    row->addWidget(m_title, 1);
    m_notes = new Pill(tr("partial"), Tone::Warning, Pill::Look::Outlined);
    row->addWidget(m_notes);
    const auto button = [row](const QString &text, const QString &name) {
        auto *made = new ActionButton(text);
        made->setObjectName(name);
        made->setSmall(true);
        row->addWidget(made);
        return made;
    };
    m_rangeButton = button({}, QStringLiteral("ownRange"));
    connect(m_rangeButton, &ActionButton::clicked, this, [this] {
        if (m_zoom)
            return zoomBack();
        m_ownRange.reset();
        applyView();
    });
    m_marksButton = button(tr("Marks"), QStringLiteral("marks"));
    m_marksButton->setMenuArrow(true);
    connect(m_marksButton, &ActionButton::clicked, this, &DashboardsPage::showMarksMenu);
    m_linksButton = button(tr("Links"), QStringLiteral("links"));
    m_linksButton->setMenuArrow(true);
    connect(m_linksButton, &ActionButton::clicked, this, &DashboardsPage::showLinks);
    m_addButton = button(tr("Panel"), QStringLiteral("addPanel"));
    m_addButton->setIconName(QStringLiteral("plus"));
    m_addButton->setToolTip(tr("Add a panel to this dashboard's file"));
    connect(m_addButton, &ActionButton::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("edit/new/") + QString::fromLatin1(QUrl::toPercentEncoding(m_name))); });
    return head;
}

const PanelView &DashboardsPage::view() const
{
    return m_board->view();
}

QString DashboardsPage::editable() const
{
    return m_dashboard && !m_dashboard->foreign && !m_dashboard->file.isEmpty() ? m_name : QString();
}

void DashboardsPage::showDashboards()
{
    const auto &dashboards = stores().workspace().dashboards;
    m_list->setDashboards(dashboards);
    const bool none = dashboards.empty();
    m_empty->setVisible(none);
    m_board->setVisible(!none);
    m_list->setVisible(dashboards.size() > 1);
    if (none)
        return choose({});
    const QString name = m_list->model().find(m_name) ? m_name : dashboards.front().name;
    m_list->select(name);
    choose(name);
}

bool DashboardsPage::open(const QString &item)
{
    m_opened = !item.isEmpty();
    if (item.isEmpty())
        return true;
    if (!m_list->select(item))
        return false;
    choose(item);
    return true;
}

void DashboardsPage::choose(const QString &name)
{
    const Dashboard *dashboard = m_list->model().find(name);
    if (dashboard && m_dashboard && *dashboard == *m_dashboard)
        return;
    const bool same = dashboard && m_dashboard && dashboard->name == m_dashboard->name;
    m_name = name;
    m_dashboard = dashboard ? std::make_shared<const Dashboard>(*dashboard) : nullptr;
    m_title->setText(dashboard ? Format::safeText(dashboard->title, 120) : QString());
    m_title->setToolTip(dashboard ? toolTipText(dashboard->description.left(2'000)) : QString());
    m_notes->setVisible(dashboard && !dashboard->notes.isEmpty());
    m_notes->setToolTip(dashboard ? toolTipText(dashboard->notes.join(u'\n').left(4'000)) : QString());
    m_addButton->setVisible(dashboard && !dashboard->foreign && !dashboard->file.isEmpty());
    m_marksButton->setVisible(dashboard);
    ++m_generation;
    m_underWay.clear();
    if (!same) {
        m_zoom.reset();
        m_zooms.clear();
        // A range that a person chose is not taken away by another dashboard.
        m_ownRange = dashboard && m_windowRange.value_or(usualRange) == usualRange ? lengthOf(*dashboard) : std::nullopt;
    }
    std::vector<SourceChoice> sources;
    for (const SourceSpec &spec : stores().workspace().sources)
        if (spec.kind == SourceKind::Prometheus)
            sources.push_back({spec.name});
    m_variables = VariableBoard(dashboard ? dashboard->variables : std::vector<Variable>(), std::move(sources));
    if (dashboard) {
        m_recent.removeAll(name);
        m_recent.prepend(name);
        m_recent = m_recent.mid(0, keptRecent);
        m_board->setDashboard(m_dashboard);
        m_annotations->setDashboard(*m_dashboard);
        m_linksButton->setVisible(!dashboard->links.empty());
    }
    applyView();
}

std::chrono::milliseconds DashboardsPage::range() const
{
    return m_zoom ? m_zoom->length() : m_ownRange.value_or(m_windowRange.value_or(usualRange));
}

QString DashboardsPage::onlyPrometheus() const
{
    const SourceSpec *only = stores().workspace().prometheus();
    return only ? only->name : QString();
}

/// Asks what variables need next; what they offer may change what others ask.
void DashboardsPage::askVariables()
{
    for (const VariableAsk &ask : m_variables.asks()) {
        if (std::find(m_underWay.begin(), m_underWay.end(), ask) != m_underWay.end())
            continue;
        m_underWay.push_back(ask);
        QString source = ask.source.isEmpty() && m_dashboard ? m_dashboard->source : ask.source;
        const SourceSpec *spec = stores().workspace().prometheus(source);
        source = spec ? spec->name : source;
        const auto now = [this, ask, source, generation = m_generation] {
            if (generation != m_generation)
                return;
            const QString expression = ask.query.promql();
            if (expression.isEmpty())
                return answerVariable(ask, Error{Error::Kind::Unsupported, {}, source});
            commands().evaluate(source, expression, this, [this, ask, generation](const Result<QueryAnswer> &answer) {
                if (generation == m_generation)
                    answerVariable(ask, answer ? Result<QStringList>(offeredTexts(ask.query, *answer)) : Result<QStringList>(answer.error()));
            });
        };
        const QString path = ask.query.apiPath(ask.range);
        if (path.isEmpty()) {
            now();
            continue;
        }
        commands().fetchApi(source, path, this, [this, ask, now, generation = m_generation](const Result<QByteArray> &body) {
            if (generation != m_generation)
                return;
            if (!body && body.error().kind == Error::Kind::Unsupported)
                return now();
            answerVariable(ask, body ? offeredTexts(ask.query, *body) : Result<QStringList>(body.error()));
        });
    }
    showVariables();
}

void DashboardsPage::answerVariable(const VariableAsk &ask, const Result<QStringList> &texts)
{
    std::erase(m_underWay, ask);
    m_variables.answer(ask, texts);
    askVariables();
}

void DashboardsPage::showVariables()
{
    m_variableBar->setEntries(m_variables.entries());
    m_variableBar->setVisible(m_dashboard && !m_dashboard->variables.empty());
    if (!m_dashboard)
        return;
    PanelView view;
    view.range = range();
    if (m_zoom)
        view.until = m_zoom->end;
    view.now = m_variables.builtIns().to;
    view.variables = m_variables.values();
    view.filters = m_variables.filters();
    view.onlyPrometheus = onlyPrometheus();
    view.refresh = refreshOf(*m_dashboard);
    // Panels wait for the variables that their queries are made of.
    if (m_variables.isComplete())
        m_board->setView(view);
    m_annotations->setView(view);
    showRange();
}

void DashboardsPage::applyView()
{
    if (!m_dashboard)
        return;
    m_variablesAt = clock().now();
    const WallTime end = m_zoom ? m_zoom->end : clock().wall();
    m_variables.setBuiltIns({end - range(), end, {}, m_dashboard->title, m_dashboard->uid, {}, {}});
    askVariables();
}

void DashboardsPage::showRange()
{
    m_rangeButton->setVisible(m_zoom || m_ownRange);
    if (m_zoom) {
        const WallTime now = clock().wall();
        m_rangeButton->setText(tr("Not now: %1 – %2").arg(Format::moment(m_zoom->start, now), Format::moment(m_zoom->end, now)));
        m_rangeButton->setIconName(QStringLiteral("undo"));
        m_rangeButton->setToolTip(tr("Back to what was shown before"));
    } else if (m_ownRange) {
        m_rangeButton->setText(tr("The dashboard's own range: %1").arg(durationText(*m_ownRange)));
        m_rangeButton->setIconName(QStringLiteral("clock"));
        m_rangeButton->setToolTip(tr("Show the window's range instead"));
    }
}

void DashboardsPage::setTimeRange(std::chrono::milliseconds range)
{
    const bool chosen = m_windowRange ? *m_windowRange != range : range != usualRange;
    m_windowRange = range;
    if (chosen) {
        m_ownRange.reset();
        m_zoom.reset();
        m_zooms.clear();
    }
    applyView();
}

void DashboardsPage::zoomTo(const TimeRange &span)
{
    if (span.length() < shortestZoom)
        return;
    m_zooms.push(m_zoom);
    m_zoom = span;
    applyView();
}

void DashboardsPage::zoomBack()
{
    if (m_zooms.isEmpty() && !m_zoom)
        return;
    m_zoom = m_zooms.pop();
    applyView();
}

void DashboardsPage::tick()
{
    // A board that stands for days is not loaded again: what its variables offer is asked again now and then.
    if (isVisible() && clock().now() - m_variablesAt >= variablesInterval) {
        m_variables.reload();
        applyView();
    }
    m_board->tick();
}

void DashboardsPage::focusFilter()
{
    m_list->focusSearch();
}

bool DashboardsPage::isSettled() const
{
    return m_underWay.empty() && m_board->isSettled() && m_annotations->isSettled();
}

void DashboardsPage::setSynchronous(bool synchronous)
{
    m_board->setSynchronous(synchronous);
}

void DashboardsPage::showMarksMenu()
{
    std::vector<ChoiceModel::Choice> choices;
    QStringList on;
    for (const BoardAnnotations::Switch &one : m_annotations->switches()) {
        choices.push_back({one.text, one.name});
        if (one.on)
            on << one.name;
    }
    auto *popup = new ChoicePopup(this);
    popup->setChoices(std::move(choices), on, {true, false, false});
    connect(popup, &ChoicePopup::chosen, m_annotations, &BoardAnnotations::setOn);
    popup->openBelow(m_marksButton);
}

void DashboardsPage::showLinks()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addLinks(*menu, boardLinks(*m_dashboard, m_variables.values(), stores().workspace().dashboards), this, [this](const QString &path) { Q_EMIT openRequested(path); });
    if (menu->isEmpty())
        menu->addAction(tr("No link leads anywhere from here"))->setEnabled(false);
    menu->popup(m_linksButton->mapToGlobal(QPoint(0, m_linksButton->height() + Size::unit)));
}

QList<std::pair<QString, QString>> DashboardsPage::keys() const
{
    return {{QStringLiteral("F, V"), tr("The panel in full, and back")},
            {QStringLiteral("Tab, ← ↑ → ↓"), tr("From panel to panel")},
            {QStringLiteral("E"), tr("Edit the panel")},
            {QStringLiteral("X"), tr("Explore the panel's query")},
            {QStringLiteral("I"), tr("Inspect query and data")},
            {QStringLiteral("C, D"), tr("Copy the panel as a picture, its data as CSV")},
            {QStringLiteral("Z"), tr("One zoom back")},
            {QStringLiteral("Esc"), tr("Back to all panels")}};
}

void DashboardsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Z && event->modifiers() == Qt::NoModifier)
        return zoomBack();
    if (event->key() == Qt::Key_Escape && m_board->fullScreen())
        return m_board->toggleFullScreen(m_board->fullScreen());
    PanelCard *card = m_board->current();
    const bool full = event->key() == Qt::Key_F || event->key() == Qt::Key_V;
    if (full && card && event->modifiers() == Qt::NoModifier)
        return m_board->toggleFullScreen(card);
    Page::keyPressEvent(event);
}

} // namespace Watchfloor
