#include "widgets/panels/panelcard.h"

#include "models/core/durablefile.h"
#include "models/core/format.h"
#include "models/panels/paneltablemodel.h"
#include "widgets/charts/barchart.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/figures.h"
#include "widgets/panels/csv.h"
#include "widgets/panels/inspectdialog.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace Watchfloor {

namespace {
constexpr size_t shownSeries = 100;
constexpr size_t shownBars = 60;

ChartThreshold chartThreshold(const Limit &limit, const Unit &unit)
{
    return {limit.value, limit.state, QCoreApplication::translate("PanelCard", "limit %1").arg(quantity(limit.value, unit).text()), limit.above, true};
}

std::optional<double> firstLimit(const Watchfloor::Panel &panel)
{
    const std::vector<Limit> limits = limitsOf(panel.field.thresholds);
    return limits.empty() ? std::nullopt : std::optional(limits.front().value);
}
}

PanelCard::PanelCard(Dashboard dashboard, Watchfloor::Panel panel, const Stores &stores, Commands &commands, const Clock &clock, QWidget *parent)
    : Card(Format::safeText(panel.title, 100), parent)
    , m_dashboard(std::move(dashboard))
    , m_panel(std::move(panel))
    , m_stores(stores)
    , m_commands(commands)
    , m_clock(clock)
    , m_empty(new EmptyState)
    , m_menu(new IconButton(QStringLiteral("more"), tr("What can be done with this panel")))
{
    setObjectName(QStringLiteral("panel/") + m_panel.title);
    addHeaderWidget(m_menu);
    connect(m_menu, &IconButton::clicked, this, &PanelCard::showMenu);
    buildBody();
    body()->addWidget(m_shown, 1);
    body()->addWidget(m_empty, 1);
    m_empty->hide();
}

PanelCard::~PanelCard() = default;

void PanelCard::buildBody()
{
    switch (m_panel.kind) {
    case PanelKind::TimeSeries:
        m_shown = m_chart = new TimeChart;
        m_chart->setUnit(m_panel.field.unit, m_panel.field.decimals.value_or(-1));
        m_chart->setLegend(TimeChart::Legend::Names);
        m_chart->setValueBounds(m_panel.field.minimum, m_panel.field.maximum);
        connect(m_chart, &TimeChart::zoomRequested, this, &PanelCard::zoomRequested);
        connect(m_chart, &TimeChart::zoomResetRequested, this, &PanelCard::zoomResetRequested);
        break;
    case PanelKind::Stat:
        m_shown = m_stat = new StatTile({}, m_panel.at.height > 5 ? TextSize::Display : TextSize::Figure);
        break;
    case PanelKind::Gauge:
        m_shown = m_gauge = new GaugeWidget;
        break;
    case PanelKind::BarGauge:
        m_shown = m_bars = new BarChart;
        break;
    case PanelKind::Table:
        setFlush(true);
        m_shown = m_table = new DataTable;
        m_tableModel = new PanelTableModel(this);
        m_tableModel->setPanel(m_panel);
        m_table->setModel(m_tableModel);
        m_table->setItemDelegate(new StateDelegate(PanelTableModel::StateRole, -1, m_table));
        m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // in the answer's order until somebody asks
        m_table->setSortingEnabled(true);
        m_table->setCompact(true);
        break;
    case PanelKind::StateTimeline:
        m_shown = m_timeline = new StateTimeline;
        break;
    default:
        m_shown = new EmptyState;
    }
}

void PanelCard::setView(const PanelView &view)
{
    m_view = view;
    const PanelQueries next = queriesOf(m_dashboard, m_panel, view);
    if (next == m_queries && !m_interests.empty())
        return;
    m_queries = next;
    std::vector<QueryInterest> interests;
    for (const auto *list : {&m_queries.keys, &m_queries.sparklines})
        for (const QueryKey &key : *list)
            interests.push_back(m_commands.watch(key));
    m_interests = std::move(interests);
    refresh();
}

const SeriesStore::Entry *PanelCard::entryOf(const QueryKey &key) const
{
    return m_stores.series.find(key);
}

bool PanelCard::isSettled() const
{
    return std::all_of(m_interests.begin(), m_interests.end(), [this](const QueryInterest &interest) {
        const SeriesStore::Entry *entry = entryOf(*interest);
        return entry && (entry->answer || entry->freshness.error());
    });
}

void PanelCard::setSynchronous(bool synchronous)
{
    if (m_chart)
        m_chart->setSynchronous(synchronous);
}

std::vector<PanelCard::Answered> PanelCard::answered() const
{
    std::vector<Answered> all;
    for (size_t i = 0; i < m_queries.keys.size(); ++i) {
        const SeriesStore::Entry *entry = entryOf(m_queries.keys[i]);
        if (!entry || !entry->answer)
            continue;
        for (const Series &series : entry->answer->series)
            all.push_back({&m_panel.queries[i], &series, series.last()});
    }
    return all;
}

void PanelCard::refresh()
{
    switch (m_panel.kind) {
    case PanelKind::TimeSeries:
        showTimeSeries();
        break;
    case PanelKind::Stat:
        showStat();
        break;
    case PanelKind::Gauge:
        showGauge();
        break;
    case PanelKind::BarGauge:
        showBars();
        break;
    case PanelKind::Table:
        showTable();
        break;
    case PanelKind::StateTimeline:
        showTimeline();
        break;
    default:
        break;
    }
    showHeader();
}

void PanelCard::showHeader()
{
    const PanelState seen = stateOf(m_queries, m_stores.series, m_clock.now());
    m_shownState = seen.state;
    const bool nothing = answered().empty();
    // On a narrow card the title needs the room; fresh data says so by its state.
    constexpr int roomForAge = 200;
    const bool showsAge = width() >= roomForAge || isHatched(seen.state);
    QString detail = seen.age && showsAge ? Format::span(*seen.age) : QString();
    const QString source = m_queries.keys.empty() ? QString() : m_queries.keys.front().source;
    constexpr int roomForSource = 260;
    if (!source.isEmpty() && width() >= roomForSource)
        detail += (detail.isEmpty() ? QString() : QStringLiteral(" · ")) + source;
    if (seen.leftOut > 0)
        detail = tr("%n series left out", nullptr, int(seen.leftOut)) + QStringLiteral(" · ") + detail;
    if (!seen.warnings.isEmpty())
        detail = tr("warning") + QStringLiteral(" · ") + detail;
    if (seen.error)
        detail = Format::words(*seen.error) + QStringLiteral(" · ") + detail;
    setDetail(detail, seen.error ? Tone::Warning : Tone::Hint);
    setToolTip(seen.error ? Format::sentence(*seen.error).toHtmlEscaped() : seen.warnings.join(u'\n').left(1'000).toHtmlEscaped());
    setState(isHatched(seen.state) && !nothing ? std::optional(seen.state) : std::nullopt);
    const bool empty = nothing && !m_chart;
    m_shown->setVisible(!empty);
    m_empty->setVisible(empty);
    if (!empty)
        return;
    if (seen.error)
        m_empty->setError(tr("This query has no answer"), *seen.error);
    else if (isSettled())
        m_empty->setMessage(QStringLiteral("chart"), tr("No data"), tr("The query was answered and has no series now."));
    else
        m_empty->setMessage(QStringLiteral("clock"), tr("Asking…"));
}

void PanelCard::showTimeSeries()
{
    std::vector<ChartSeries> lines;
    for (const Answered &entry : answered()) {
        if (lines.size() == shownSeries)
            break;
        lines.push_back({*entry.series, Format::safeText(seriesName(*entry.query, entry.series->labels), 80), {}, false, false});
    }
    const bool single = lines.size() == 1;
    if (single)
        lines.front().fill = true;
    const TimeRange range = lastUntil(m_clock.wall(), m_view.range);
    std::vector<ChartThreshold> thresholds;
    for (const Limit &limit : limitsOf(m_panel.field.thresholds))
        thresholds.push_back(chartThreshold(limit, m_panel.field.unit));
    m_chart->setThresholds(std::move(thresholds));
    std::vector<Mark> marks;
    for (const Mark &mark : m_stores.marks.within(range))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Run || mark.kind == Mark::Kind::Incident)
            marks.push_back(mark);
    m_chart->setMarks(std::move(marks));
    m_chart->setRange(range);
    const PanelState seen = stateOf(m_queries, m_stores.series, m_clock.now());
    m_chart->setEmptyText(seen.error ? Format::sentence(*seen.error) : isSettled() ? tr("The query was answered and has no series in this range.") : tr("Asking…"));
    m_chart->setSeries(std::move(lines));
    m_chart->setState(seen.state, seen.error ? Format::words(*seen.error) : QString());
}

void PanelCard::showStat()
{
    const auto all = answered();
    const PanelState seen = stateOf(m_queries, m_stores.series, m_clock.now());
    std::optional<Quantity> shown;
    State state = seen.state;
    if (!all.empty() && !std::isnan(all.front().value) && seen.state != State::Blind) {
        shown = quantity(all.front().value, m_panel.field.unit, m_panel.field.decimals.value_or(-1));
        if (state == State::Healthy)
            state = stateUnder(m_panel.field.thresholds, all.front().value);
    }
    m_stat->setQuantity(shown);
    m_stat->setState(state);
    const SeriesStore::Entry *line = m_queries.sparklines.empty() ? nullptr : entryOf(m_queries.sparklines.front());
    if (line && line->answer && !line->answer->series.empty())
        m_stat->setValues(line->answer->series.front().values, firstLimit(m_panel));
}

void PanelCard::showGauge()
{
    const auto all = answered();
    const PanelState seen = stateOf(m_queries, m_stores.series, m_clock.now());
    m_gauge->setUnit(m_panel.field.unit, m_panel.field.decimals.value_or(-1));
    m_gauge->setBounds(m_panel.field.minimum.value_or(0), m_panel.field.maximum.value_or(m_panel.field.unit.id == u"percent" ? 100 : 1));
    std::vector<GaugeWidget::Limit> limits;
    for (const Limit &limit : limitsOf(m_panel.field.thresholds))
        limits.push_back({limit.value, limit.state});
    m_gauge->setLimits(std::move(limits));
    if (all.empty() || std::isnan(all.front().value) || seen.state == State::Blind)
        m_gauge->setValue(std::nullopt, seen.state);
    else
        m_gauge->setValue(all.front().value, seen.state == State::Healthy ? stateUnder(m_panel.field.thresholds, all.front().value) : seen.state);
}

void PanelCard::showBars()
{
    std::vector<BarChart::Bar> bars;
    for (const Answered &entry : answered())
        bars.push_back({Format::safeText(seriesName(*entry.query, entry.series->labels), 60), entry.value, stateUnder(m_panel.field.thresholds, entry.value), {}});
    std::stable_sort(bars.begin(), bars.end(), [](const BarChart::Bar &a, const BarChart::Bar &b) { return std::isnan(b.value) ? !std::isnan(a.value) : a.value > b.value; });
    if (bars.size() > shownBars)
        bars.resize(shownBars);
    m_bars->setUnit(m_panel.field.unit, m_panel.field.decimals.value_or(-1));
    m_bars->setMaximum(m_panel.field.maximum);
    m_bars->setLimit(firstLimit(m_panel));
    m_bars->setBars(std::move(bars));
}

void PanelCard::showTable()
{
    std::vector<std::shared_ptr<const QueryAnswer>> answers;
    for (const QueryKey &key : m_queries.keys) {
        const SeriesStore::Entry *entry = entryOf(key);
        answers.push_back(entry ? entry->answer : nullptr);
    }
    m_tableModel->setAnswers(answers);
    if (m_tableModel->columnCount() > 0)
        m_table->setStretchColumn(0);
}

void PanelCard::showTimeline()
{
    const TimeRange range = lastUntil(m_clock.wall(), m_view.range);
    std::vector<StateTimeline::Row> rows;
    for (const Answered &entry : answered()) {
        if (rows.size() == shownBars)
            break;
        StateTimeline::Row row{Format::safeText(seriesName(*entry.query, entry.series->labels), 60), stateUnder(m_panel.field.thresholds, entry.value), {}};
        const auto &times = *entry.series->times;
        const double step = m_queries.keys.empty() ? 15 : double(m_queries.keys.front().step.count()) / 1000;
        for (size_t i = 0; i < times.size(); ++i) {
            const State state = stateUnder(m_panel.field.thresholds, entry.series->values[i]);
            const auto fill = state == State::Blind ? StateTimeline::Fill::Hatched : StateTimeline::Fill::Solid;
            const WallTime start = fromEpochSeconds(times[i]);
            const WallTime end = fromEpochSeconds(times[i] + step);
            // Equal neighbours are one span; a gap wider than a step is nobody's.
            if (!row.spans.empty() && row.spans.back().state == state && start - row.spans.back().end < std::chrono::milliseconds(500))
                row.spans.back().end = end;
            else
                row.spans.push_back({start, end, state, fill, quantity(entry.series->values[i], m_panel.field.unit, m_panel.field.decimals.value_or(-1)).text()});
        }
        rows.push_back(std::move(row));
    }
    m_timeline->setRange(range);
    m_timeline->setRows(std::move(rows));
    m_timeline->setMarks(m_stores.marks.within(range));
}

QString PanelCard::csv() const
{
    std::vector<CsvColumn> columns;
    for (const Answered &entry : answered())
        columns.push_back({seriesName(*entry.query, entry.series->labels), entry.series});
    return csvOf(columns);
}

void PanelCard::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Full screen"), this, &PanelCard::fullScreenRequested);
    menu->addAction(tr("Inspect query and data…"), this, &PanelCard::inspect);
    menu->addSeparator();
    menu->addAction(tr("Copy image"), this, [this] { QGuiApplication::clipboard()->setPixmap(grab()); });
    menu->addAction(tr("Copy data as CSV"), this, [this] { QGuiApplication::clipboard()->setText(csv()); });
    menu->addAction(tr("Export CSV…"), this, [this] { save(tr("%1.csv").arg(m_panel.title), csv().toUtf8()); });
    menu->addAction(tr("Export PNG…"), this, [this] {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        if (buffer.open(QIODevice::WriteOnly))
            grab().save(&buffer, "PNG");
        save(tr("%1.png").arg(m_panel.title), bytes);
    });
    menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
}

void PanelCard::save(const QString &path, const QByteArray &bytes)
{
    auto *dialog = new QFileDialog(window(), tr("Export"), QString(path).replace(u'/', u'-'));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QString(path).replace(u'/', u'-'));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &chosen) {
        if (const auto written = replaceDurably(chosen, bytes); !written)
            Q_EMIT m_commands.failed(written.error());
    });
    dialog->open();
}

void PanelCard::inspect()
{
    auto *dialog = new InspectDialog(m_panel, m_queries, m_stores.series, m_clock, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Watchfloor
