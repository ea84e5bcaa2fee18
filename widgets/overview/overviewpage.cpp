#include "widgets/overview/overviewpage.h"

#include "models/core/format.h"
#include "widgets/charts/burndownchart.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/card.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/figures.h"
#include "widgets/overview/servicetile.h"
#include "widgets/overview/sidelists.h"
#include "widgets/overview/tilecontent.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QUrl>

namespace Watchfloor {

namespace {
constexpr size_t mostHeadlines = 6;
constexpr int tileWidth = 330;
constexpr int sideWidth = 420;
constexpr int narrowSideWidth = 320;
constexpr int smallSideWidth = 260;
constexpr int narrowPage = 1400;
constexpr int smallPage = 1100;
constexpr int headlineWidth = 120;
constexpr int chartHeight = 220;

bool isFigure(const Panel &panel)
{
    return panel.kind == PanelKind::Stat || panel.kind == PanelKind::Gauge;
}

/// The headline figures are those of the dashboard that has the most: what a team put there is what it asks first.
const Dashboard *headlineDashboard(const Workspace &workspace)
{
    const auto figures = [](const Dashboard &dashboard) { return std::count_if(dashboard.panels.begin(), dashboard.panels.end(), isFigure); };
    const auto most = std::max_element(workspace.dashboards.begin(), workspace.dashboards.end(), [&](const Dashboard &a, const Dashboard &b) { return figures(a) < figures(b); });
    return most == workspace.dashboards.end() || figures(*most) == 0 ? nullptr : &*most;
}

/// A gauge has no line of its own; as a headline it gets that of a stat.
PanelQueries sparklineOf(const Dashboard &dashboard, Panel panel, const PanelView &view)
{
    panel.kind = PanelKind::Stat;
    return queriesOf(dashboard, panel, view);
}

/// The headline is of the whole: a variable over services takes all that the workspace declares a version of, any other its
/// given values.
VariableValues wholeOf(const Dashboard &dashboard, const Workspace &workspace)
{
    VariableValues values;
    for (const Variable &variable : dashboard.variables) {
        const auto query = labelValuesQuery(variable.query);
        for (const Variable::Option &option : variable.values)
            values[variable.name].values << option.value;
        if (!query || query->label != u"service")
            continue;
        for (const Service &service : workspace.services)
            if (!service.version.isEmpty())
                values[variable.name].values << service.name;
    }
    return values;
}
}

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    row->addWidget(buildMain(), 1);
    row->addWidget(buildSide());
    // Stores speak many times a second; the page listens a few times.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(200);
    connect(&m_refresh, &QTimer::timeout, this, &OverviewPage::tick);
    connect(&stores().series, &SeriesStore::changed, this, &OverviewPage::later);
    connect(&stores().alerts, &AlertStore::changed, this, &OverviewPage::later);
    connect(&stores().marks, &MarkStore::changed, this, &OverviewPage::later);
    connect(&stores().slos, &SloStore::changed, this, &OverviewPage::later);
    connect(&context.session, &Session::workspaceChanged, this, [this] {
        buildHeadlines();
        watchCharts();
        tick();
    });
    buildHeadlines();
    watchCharts();
    tick();
}

QWidget *OverviewPage::buildMain()
{
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    m_headlineRow = new QWidget;
    auto *headlines = new QHBoxLayout(m_headlineRow);
    headlines->setContentsMargins(0, 0, 0, 0);
    headlines->setSpacing(Size::cardGap);
    column->addWidget(m_headlineRow);
    m_tileArea = new QWidget;
    m_grid = new QGridLayout(m_tileArea);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(Size::cardGap);
    column->addWidget(m_tileArea);
    m_empty = new EmptyState;
    m_empty->setMessage(QStringLiteral("overview"), tr("No services yet"), tr("Name them under services: in the workspace file, each with the labels of what belongs to it."));
    m_empty->setNextStep(tr("See the sources"));
    connect(m_empty, &EmptyState::nextStepRequested, this, [this] { Q_EMIT openRequested(QStringLiteral("sources")); });
    column->addWidget(m_empty);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(Size::cardGap);
    const auto addChart = [&](Card *&card, TimeChart *&chart, const QString &title) {
        card = new Card(title);
        chart = new TimeChart;
        chart->setLegend(TimeChart::Legend::Names);
        chart->setMinimumHeight(chartHeight);
        card->body()->addWidget(chart, 1);
        charts->addWidget(card, 1);
        connect(chart, &TimeChart::zoomRequested, this, [this](const TimeRange &range) { Q_EMIT timeRangeRequested(clock().wall() - range.start); });
        connect(chart, &TimeChart::zoomResetRequested, this, [this] { Q_EMIT timeRangeRequested(std::chrono::milliseconds(0)); });
    };
    addChart(m_errorCard, m_errors, tr("Error ratio by service"));
    addChart(m_latencyCard, m_latency, tr("p95 latency by service"));
    m_errors->setCrosshairGroup(context().crosshair);
    m_latency->setCrosshairGroup(context().crosshair);
    if (!context().crosshair) {
        connect(m_errors, &TimeChart::cursorMoved, m_latency, &TimeChart::setCursor);
        connect(m_latency, &TimeChart::cursorMoved, m_errors, &TimeChart::setCursor);
    }
    column->addLayout(charts, 1);
    m_scroll->setWidget(content);
    return m_scroll;
}

QWidget *OverviewPage::buildSide()
{
    m_side = new QWidget;
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    m_firing = new FiringList(stores(), clock());
    auto *firing = new Card;
    firing->setTitle(tr("FIRING"), Card::TitleLook::Caption);
    firing->setFlush(true);
    firing->setObjectName(QStringLiteral("firing"));
    firing->body()->addWidget(m_firing);
    connect(m_firing, &FiringList::alertActivated, this, [this](const QString &fingerprint) { Q_EMIT openRequested(QStringLiteral("alerts/") + fingerprint); });
    m_changes = new ChangeList(stores(), clock());
    auto *changed = new Card;
    changed->setTitle(tr("CHANGED IN THE LAST HOUR"), Card::TitleLook::Caption);
    changed->setFlush(true);
    changed->body()->addWidget(m_changes);
    m_budgetCard = new Card;
    m_budgetCard->setTitle(tr("ERROR BUDGET"), Card::TitleLook::Caption);
    m_budgetCard->setClickable(true);
    m_burnDown = new BurnDownChart;
    m_budgetCard->body()->addWidget(m_burnDown, 1);
    connect(m_budgetCard, &Card::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("slos/") + m_budgetCard->property("objective").toString()); });
    column->addWidget(firing);
    column->addWidget(changed);
    column->addWidget(m_budgetCard, 1);
    return m_side;
}

void OverviewPage::buildHeadlines()
{
    for (const Headline &headline : m_headlines)
        delete headline.tile;
    m_headlines.clear();
    const Workspace &workspace = stores().workspace();
    const SourceSpec *only = workspace.prometheus();
    const Dashboard *dashboard = headlineDashboard(workspace);
    for (const Panel &panel : dashboard ? dashboard->panels : std::vector<Panel>()) {
        if (!isFigure(panel) || panel.queries.empty() || m_headlines.size() == mostHeadlines)
            continue;
        PanelView view;
        view.onlyPrometheus = only ? only->name : QString();
        view.columns = 120;
        view.variables = wholeOf(*dashboard, workspace);
        const PanelQueries queries = queriesOf(*dashboard, panel, view);
        const PanelQueries lines = panel.kind == PanelKind::Stat ? queries : sparklineOf(*dashboard, panel, view);
        const QueryKey *now = queries.first(PanelAsk::Role::Value);
        const QueryKey *line = lines.first(PanelAsk::Role::Line);
        if (!now)
            continue;
        auto *tile = new StatTile(Format::safeText(panel.title, 40));
        tile->setFramed(true);
        m_headlineRow->layout()->addWidget(tile);
        m_headlines.push_back({tile, commands().watch(*now), line ? commands().watch(*line) : nullptr, ownUnit(panel.field.unit.id), panel.field.decimals.value_or(-1), panel.field.thresholds});
    }
    m_headlineRow->setVisible(!m_headlines.empty());
}

void OverviewPage::watchCharts()
{
    const ServiceQueries queries = stores().services.queriesOf({});
    m_errorInterest.reset();
    m_latencyInterest.reset();
    if (queries.errorRatio.source.isEmpty())
        return;
    // The tiles ask for an hour; only another range asks for more.
    const auto step = roundStep(m_range, 240, queries.errorRatio.step);
    QueryKey errors = queries.errorRatio;
    QueryKey latency = queries.latency;
    if (m_range != errors.length) {
        errors.length = latency.length = m_range;
        errors.step = latency.step = step;
    }
    m_errorInterest = commands().watch(errors);
    m_latencyInterest = commands().watch(latency);
}

bool OverviewPage::open(const QString &item)
{
    m_marked = item;
    for (ServiceTile *tile : m_tiles)
        tile->setMarked(!item.isEmpty() && tile->content().name == item);
    if (item.isEmpty())
        return true;
    for (ServiceTile *tile : m_tiles) {
        if (tile->content().name != item)
            continue;
        m_scroll->ensureWidgetVisible(tile);
        return true;
    }
    return false;
}

void OverviewPage::setTimeRange(std::chrono::milliseconds range)
{
    m_range = range;
    watchCharts();
    later();
}

void OverviewPage::later()
{
    if (!m_refresh.isActive() && isVisible())
        m_refresh.start();
}

void OverviewPage::tick()
{
    showHeadlines();
    showTiles();
    showCharts();
    showBudget();
    m_firing->refresh();
    m_changes->refresh();
    if (auto *card = findChild<Card *>(QStringLiteral("firing")))
        card->setDetail(m_firing->total() > 0 ? tr("%1 of %2 · worst first").arg(m_firing->shown()).arg(m_firing->total()) : QString());
}

bool OverviewPage::isSettled() const
{
    const auto answered = [this](const QueryInterest &interest) {
        if (!interest)
            return true;
        const SeriesStore::Entry *entry = stores().series.find(*interest);
        return entry && (entry->answer || entry->freshness.error());
    };
    for (const Headline &headline : m_headlines)
        if (!answered(headline.now) || !answered(headline.line))
            return false;
    for (const SloStatus &status : stores().slos.objectives())
        if (!status.known && !status.freshness.error())
            return false;
    return answered(m_errorInterest) && answered(m_latencyInterest);
}

void OverviewPage::setSynchronous(bool synchronous)
{
    m_errors->setSynchronous(synchronous);
    m_latency->setSynchronous(synchronous);
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    m_side->setFixedWidth(width() < smallPage ? smallSideWidth : width() < narrowPage ? narrowSideWidth : sideWidth);
    arrange();
}

void OverviewPage::arrange()
{
    const int room = width() - m_side->width() - 3 * Size::cardGap;
    // Headlines that have no room would push everything else out of sight.
    const size_t headlines = size_t(std::max(room / headlineWidth, 1));
    for (size_t i = 0; i < m_headlines.size(); ++i)
        m_headlines[i].tile->setVisible(i < headlines);
    const int columns = std::clamp((room + Size::cardGap) / (tileWidth + Size::cardGap), 1, 6);
    if (columns == m_columns && m_grid->count() == int(m_tiles.size()))
        return;
    m_columns = columns;
    for (ServiceTile *tile : m_tiles)
        m_grid->removeWidget(tile);
    for (int i = 0; i < int(m_tiles.size()); ++i)
        m_grid->addWidget(m_tiles[size_t(i)], i / columns, i % columns);
    for (int i = 0; i < 6; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void OverviewPage::showHeadlines()
{
    const Instant now = clock().now();
    for (const Headline &headline : m_headlines) {
        const SeriesStore::Entry *entry = stores().series.find(*headline.now);
        const State visible = stores().series.state(*headline.now, now);
        std::optional<Quantity> shown;
        double value = noSample;
        if (entry && entry->answer && !entry->answer->series.empty())
            value = entry->answer->series.front().last();
        if (!std::isnan(value) && visible != State::Blind)
            shown = quantity(value, headline.unit, headline.decimals);
        headline.tile->setQuantity(shown);
        headline.tile->setState(visible == State::Healthy ? stateUnder(headline.thresholds, value) : visible);
        if (const SeriesStore::Entry *line = headline.line ? stores().series.find(*headline.line) : nullptr; line && line->answer && !line->answer->series.empty())
            headline.tile->setValues(line->answer->series.front().values);
    }
}

void OverviewPage::showTiles()
{
    const auto services = tileOrder(stores().services.services());
    while (m_tiles.size() > services.size()) {
        delete m_tiles.back();
        m_tiles.pop_back();
    }
    while (m_tiles.size() < services.size()) {
        auto *tile = new ServiceTile;
        connect(tile, &ServiceTile::opened, this, [this, tile] { openService(tile->content().name); });
        connect(tile, &ServiceTile::actionRequested, this, [this, tile] {
            if (const Runbook *runbook = suggestedRunbook(stores(), TileAlerts(stores()).of(tile->content().name)))
                Q_EMIT openRequested(QStringLiteral("runbooks/") + runbook->name);
        });
        tile->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(tile, &QWidget::customContextMenuRequested, this, [this, tile](QPoint position) { showTileMenu(*tile, tile->mapToGlobal(position)); });
        connect(tile, &ServiceTile::dependencyRequested, this, [this](const QString &name) {
            Q_EMIT openRequested((stores().health.find(name) ? QStringLiteral("health/") : QStringLiteral("overview/")) + name);
        });
        m_tiles.push_back(tile);
    }
    const TileAlerts alerts(stores());
    for (size_t i = 0; i < services.size(); ++i) {
        m_tiles[i]->setContent(tileContent(*services[i], alerts, stores(), clock().now(), clock().wall()));
        m_tiles[i]->setMarked(!m_marked.isEmpty() && services[i]->service.name == m_marked);
    }
    m_empty->setVisible(services.empty());
    m_tileArea->setVisible(!services.empty());
    arrange();
}

void OverviewPage::showTileMenu(const ServiceTile &tile, QPoint position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString service = tile.content().name;
    menu->addAction(tr("Open"), this, [this, service] { openService(service); });
    menu->addAction(tr("What moved"), this, [this, service] { Q_EMIT openRequested(QStringLiteral("explore/moved/") + QString::fromLatin1(QUrl::toPercentEncoding(service))); });
    menu->popup(position);
}

void OverviewPage::openService(const QString &service)
{
    if (const Alert *alert = TileAlerts(stores()).worst(service)) {
        Q_EMIT openRequested(QStringLiteral("alerts/") + alert->fingerprint);
        return;
    }
    const ServiceStatus *status = stores().services.find(service);
    for (const EndpointStatus &endpoint : stores().health.endpoints()) {
        if (HealthStore::serviceOf(endpoint.endpoint) == service && endpoint.state(clock().now()) != State::Healthy) {
            Q_EMIT openRequested(QStringLiteral("health/") + endpoint.endpoint.key());
            return;
        }
    }
    if (status && !status->objective.isEmpty())
        Q_EMIT openRequested(QStringLiteral("slos/") + status->objective);
    else
        Q_EMIT openRequested(QStringLiteral("health"));
}

void OverviewPage::showCharts()
{
    m_errorCard->setVisible(m_errorInterest != nullptr);
    m_latencyCard->setVisible(m_latencyInterest != nullptr);
    if (m_errorInterest)
        showLines(m_errors, m_errorCard, *m_errorInterest, ownUnit(QStringLiteral("percentunit")));
    if (m_latencyInterest)
        showLines(m_latency, m_latencyCard, *m_latencyInterest, ownUnit(QStringLiteral("s")));
}

void OverviewPage::showLines(TimeChart *chart, Card *card, const QueryKey &key, const Unit &unit)
{
    const SeriesStore::Entry *entry = stores().series.find(key);
    const Instant now = clock().now();
    const State state = stores().series.state(key, now);
    const TimeRange range = lastUntil(clock().wall(), m_range);
    std::vector<ChartSeries> lines;
    if (entry && entry->answer) {
        for (const Series &series : entry->answer->series) {
            Series line = series;
            // The same service has the same colour on every chart, whatever the metric is called.
            line.labels = Labels{{QStringLiteral("service"), series.labels.value(u"service")}};
            lines.push_back({std::move(line), Format::safeText(series.labels.value(u"service"), 40), {}, false, false});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const ChartSeries &a, const ChartSeries &b) { return a.name < b.name; });
    chart->setUnit(unit);
    chart->setRange(range);
    std::vector<Mark> marks;
    for (const Mark &mark : stores().marks.within(range))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Run)
            marks.push_back(mark);
    chart->setMarks(std::move(marks));
    chart->setEmptyText(entry && entry->freshness.error() ? Format::sentence(*entry->freshness.error()) : tr("No service records this figure yet."));
    chart->setSeries(std::move(lines));
    const auto age = entry ? entry->freshness.age(now) : std::nullopt;
    card->setDetail(age ? QStringLiteral("%1 · %2").arg(Format::span(*age), key.source) : key.source);
    chart->setState(state, entry && entry->freshness.error() ? Format::words(*entry->freshness.error()) : QString());
}

void OverviewPage::showBudget()
{
    const SloStatus *worst = nullptr;
    for (const SloStatus &status : stores().slos.objectives())
        if (status.budget.remaining && (!worst || *status.budget.remaining < *worst->budget.remaining))
            worst = &status;
    m_budgetCard->setVisible(!stores().slos.objectives().empty());
    if (!worst)
        return;
    const WallTime wall = clock().wall();
    m_budgetCard->setProperty("objective", worst->objective.name);
    m_budgetCard->setDetail(tr("%1, %2").arg(Format::safeText(worst->objective.service, 40), Format::ratio(worst->objective.target)));
    BurnDown chart;
    chart.window = worst->burnDown.empty() ? TimeRange{wall - worst->objective.window, wall} : TimeRange{worst->burnDown.front().at, worst->burnDown.front().at + worst->objective.window};
    for (const BurnDownPoint &point : worst->burnDown)
        chart.left.push_back({toEpochSeconds(point.at), point.remaining});
    chart.now = wall;
    chart.emptyFast = worst->emptyAt(wall, std::chrono::minutes(5));
    chart.emptySlow = worst->emptyAt(wall);
    chart.freeze = stores().slos.policy().freeze;
    chart.state = worst->state(stores().slos.policy(), clock().now());
    for (const Mark &mark : stores().marks.within(chart.window, worst->objective.service))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Incident)
            chart.marks.push_back(mark);
    m_burnDown->setBurnDown(std::move(chart));
    const auto empty = worst->emptyAt(wall, std::chrono::minutes(5));
    m_burnDown->setCaption(tr("%1 left").arg(Format::ratio(*worst->budget.remaining, 0)), empty ? tr("empty %1").arg(Format::moment(*empty, wall)) : QString());
}

} // namespace Watchfloor
