#include "widgets/health/healthpage.h"

#include "models/core/format.h"
#include "models/core/redact.h"
#include "widgets/charts/statetimeline.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/outputview.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QItemSelectionModel>

namespace Watchfloor {

namespace {

constexpr size_t shownTicks = 90;
constexpr size_t shownComponents = 40;

/// The smallest limit that a list of conditions puts on the response time; absent where none does.
std::optional<double> latencyLimit(const std::vector<Condition> &conditions)
{
    std::optional<double> limit;
    for (const Condition &condition : conditions) {
        bool ok = false;
        const double milliseconds = condition.right.toDouble(&ok);
        const bool upper = condition.comparison == Condition::Comparison::Less || condition.comparison == Condition::Comparison::LessOrEqual;
        if (condition.left == u"[RESPONSE_TIME]" && upper && ok)
            limit = std::min(limit.value_or(milliseconds), milliseconds);
    }
    return limit;
}

QString millisecondsText(std::chrono::milliseconds duration)
{
    return quantity(double(duration.count()), ownUnit(QStringLiteral("ms"))).text();
}

/// The parts of the service that its page tells of, the worst first.
void appendComponents(std::vector<KeyValueList::Row> &rows, std::vector<HealthComponent> components)
{
    std::stable_sort(components.begin(), components.end(), [](const HealthComponent &a, const HealthComponent &b) { return a.state < b.state; });
    if (components.size() > shownComponents)
        components.resize(shownComponents);
    for (const HealthComponent &component : components) {
        const QString name = Format::safeText(component.name);
        rows.push_back({Format::state(component.state), component.said.isEmpty() ? name : HealthPage::tr("%1 says %2", "a part of a service").arg(name, component.said), toneOf(component.state), true});
    }
}

} // namespace

HealthPage::HealthPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new EndpointTableModel(stores().health, clock(), this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_filter(new SearchField(tr("Filter endpoints"), QStringLiteral("/")))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_head(new Card)
    , m_badge(new StateBadge)
    , m_reason(new TextLabel({}, Tone::Secondary))
    , m_ticks(new TickStrip)
    , m_facts(new KeyValueList)
    , m_latencyCard(new Card(tr("Response time")))
    , m_latency(new TimeChart)
    , m_conditionsCard(new Card(tr("Conditions")))
    , m_conditions(new KeyValueList)
    , m_failureCard(new Card(tr("Last failure")))
    , m_failure(new KeyValueList)
    , m_body(new OutputView)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    m_latency->setCrosshairGroup(context.crosshair);
    row->addWidget(buildList(), 5);
    row->addWidget(buildDetail(), 4);
    if (m_proxy->rowCount() > 0)
        m_table->selectRow(0);
}

QWidget *HealthPage::buildList()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(EndpointTableModel::SortRole);
    m_proxy->setFilterKeyColumn(EndpointTableModel::EndpointColumn);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("endpointTable"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new StateDelegate(EndpointTableModel::StateRole, EndpointTableModel::StateColumn, m_table));
    m_table->setColumnWidths({210, 108, 88, 96, 100, 180});
    m_table->setStretchColumn(EndpointTableModel::LastFailureColumn);
    m_table->sortByColumn(EndpointTableModel::StateColumn, Qt::AscendingOrder); // worst first, each in the workspace's order
    m_table->setSortingEnabled(true);
    m_empty->setMessage(QStringLiteral("health"), tr("No endpoints"), tr("Name a URL and its conditions under endpoints: in the workspace file."));

    auto *card = new Card(tr("Endpoints"));
    auto *padded = new QHBoxLayout;
    padded->setContentsMargins(Size::cardPadding, 0, Size::cardPadding, Size::gap);
    padded->addWidget(m_filter);
    card->setFlush(true);
    card->body()->addLayout(padded);
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_empty);
    const auto showEmpty = [this] {
        const bool none = stores().health.endpoints().empty();
        m_empty->setVisible(none);
        m_table->setVisible(!none);
        m_filter->setVisible(!none);
    };
    showEmpty();
    connect(m_model, &QAbstractItemModel::modelReset, this, showEmpty);
    connect(m_filter, &SearchField::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { choose(current.data(EndpointTableModel::KeyRole).toString()); });
    return card;
}

QWidget *HealthPage::buildDetail()
{
    auto *widget = new QWidget;
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    m_reason->setWordWrap(true);
    m_head->body()->setSpacing(Size::gap);
    m_head->body()->addWidget(m_badge);
    m_head->body()->addWidget(m_reason);
    m_head->body()->addWidget(m_ticks);
    m_head->body()->addWidget(m_facts);
    m_latency->setUnit(ownUnit(QStringLiteral("ms")));
    m_latency->setLegend(TimeChart::Legend::None);
    m_latency->setLastValueShown(true);
    m_latency->setEmptyText(tr("The first probes are under way."));
    m_latencyCard->body()->addWidget(m_latency, 1);
    m_conditionsCard->body()->addWidget(m_conditions);
    m_failureCard->body()->addWidget(m_failure);
    m_failureCard->body()->addWidget(m_body, 1);
    column->addWidget(m_head);
    column->addWidget(m_latencyCard, 2);
    column->addWidget(m_conditionsCard);
    column->addWidget(m_failureCard, 2);
    return widget;
}

bool HealthPage::open(const QString &item)
{
    m_opened = !item.isEmpty();
    if (item.isEmpty())
        return true;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        const QString key = index.data(EndpointTableModel::KeyRole).toString();
        if (key != item && key.section(u'/', -1) != item)
            continue;
        m_table->selectRow(row);
        choose(key);
        return true;
    }
    return false;
}

void HealthPage::setTimeRange(std::chrono::milliseconds range)
{
    m_range = range;
    showDetail();
}

void HealthPage::tick()
{
    m_model->refresh();
    showDetail();
}

void HealthPage::focusFilter()
{
    m_filter->setFocus();
}

void HealthPage::setSynchronous(bool synchronous)
{
    m_latency->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> HealthPage::keys() const
{
    return {{tr("Up, Down"), tr("Choose an endpoint")}};
}

void HealthPage::choose(const QString &key)
{
    if (key.isEmpty())
        return;
    m_key = key;
    showDetail();
}

void HealthPage::showDetail()
{
    const EndpointStatus *status = stores().health.find(m_key);
    for (Card *card : {m_head, m_latencyCard, m_conditionsCard})
        card->setVisible(status);
    m_failureCard->setVisible(status && status->lastFailure);
    if (!status)
        return;
    const Instant now = clock().now();
    const State state = status->state(now);
    const auto age = status->latest.age(now);
    m_head->setTitle(Format::safeText(status->endpoint.key()));
    m_head->setDetail(age ? Format::span(*age) : QString());
    m_head->setState(state);
    m_badge->setState(state);
    m_reason->setText(Format::safeText(status->reason(now), 500));
    m_reason->setVisible(!m_reason->text().isEmpty());
    std::vector<TickStrip::Tick> ticks;
    const size_t first = status->history.size() > shownTicks ? status->history.size() - shownTicks : 0;
    for (size_t i = first; i < status->history.size(); ++i) {
        const auto &tick = status->history[i];
        ticks.push_back({tick.state, QStringLiteral("%1  %2  %3").arg(Format::clockTime(tick.at), Format::state(tick.state), millisecondsText(tick.duration)), false});
    }
    m_ticks->setTicks(std::move(ticks));
    std::vector<KeyValueList::Row> facts{{tr("Address"), redacted(status->endpoint.target.base), Tone::Primary, true},
                                         {tr("Asked"), tr("every %1, at most %2").arg(Format::span(status->endpoint.interval), Format::span(status->endpoint.timeout))}};
    if (const QString service = HealthStore::serviceOf(status->endpoint); !service.isEmpty())
        facts.push_back({tr("Service"), Format::safeText(service)});
    if (status->latest.value && status->latest.value->certificateLeft)
        facts.push_back({tr("Certificate"), tr("ends in %1").arg(Format::span(*status->latest.value->certificateLeft))});
    m_facts->setRows(facts);
    showLatency(*status);
    showConditions(*status);
    showFailure(*status);
}

void HealthPage::showLatency(const EndpointStatus &status)
{
    auto times = std::make_shared<std::vector<double>>();
    Series series;
    for (const EndpointStatus::Tick &tick : status.history) {
        times->push_back(toEpochSeconds(tick.at));
        series.values.push_back(tick.duration.count() > 0 || tick.state == State::Healthy ? double(tick.duration.count()) : noSample);
    }
    series.times = times;
    const WallTime now = clock().wall();
    // Probes are remembered for a while only: the axis starts where they do when that is later than the chosen range.
    TimeRange range = lastUntil(now, m_range);
    if (!times->empty())
        range.start = std::max(range.start, std::min(fromEpochSeconds(times->front()), now - std::chrono::minutes(2)));
    m_latency->setRange(range);
    std::vector<ChartThreshold> limits;
    if (const auto limit = latencyLimit(status.endpoint.conditions))
        limits.push_back({*limit, State::Critical, tr("limit %1").arg(quantity(*limit, ownUnit(QStringLiteral("ms"))).text()), true, true});
    if (const auto limit = latencyLimit(status.endpoint.degraded))
        limits.push_back({*limit, State::Warning, tr("degraded %1").arg(quantity(*limit, ownUnit(QStringLiteral("ms"))).text()), true, false});
    m_latency->setThresholds(std::move(limits));
    m_latency->setMarks(stores().marks.within(range, HealthStore::serviceOf(status.endpoint)));
    std::vector<ChartSeries> lines;
    if (!series.values.empty())
        lines.push_back({std::move(series), tr("response time"), themeOf(this).accent, true, false});
    m_latency->setSeries(std::move(lines));
    m_latency->setState(status.latest.freshness.visibility(clock().now()), Format::safeText(status.reason(clock().now())));
}

void HealthPage::showConditions(const EndpointStatus &status)
{
    std::vector<KeyValueList::Row> rows;
    if (status.latest.value) {
        for (const ConditionResult &result : status.latest.value->conditions)
            rows.push_back({result.success ? tr("holds") : tr("fails"), Format::safeText(result.shown), result.success ? Tone::Primary : Tone::Critical, true});
    }
    if (rows.empty())
        for (const Condition &condition : status.endpoint.conditions)
            rows.push_back({tr("not judged"), Format::safeText(condition.text), Tone::Hint, true});
    if (status.latest.value)
        appendComponents(rows, status.latest.value->components);
    m_conditions->setRows(rows);
}

void HealthPage::showFailure(const EndpointStatus &status)
{
    if (!status.lastFailure)
        return;
    const ProbeResult &failure = *status.lastFailure;
    m_failureCard->setDetail(Format::moment(status.lastFailureAt, clock().wall()));
    std::vector<KeyValueList::Row> rows;
    if (failure.error)
        rows.push_back({tr("What happened"), Format::sentence(*failure.error), Tone::Critical});
    if (failure.httpStatus > 0)
        rows.push_back({tr("Status"), QString::number(failure.httpStatus)});
    if (!failure.reason.isEmpty())
        rows.push_back({tr("The page says"), Format::safeText(failure.reason)});
    rows.push_back({tr("Took"), millisecondsText(failure.duration)});
    for (const ConditionResult &result : failure.conditions)
        if (!result.success)
            rows.push_back({tr("Failed"), Format::safeText(result.shown), Tone::Critical, true});
    m_failure->setRows(rows);
    m_body->setVisible(!failure.bodyExcerpt.isEmpty());
    if (failure.bodyExcerpt == m_shownBody)
        return;
    m_shownBody = failure.bodyExcerpt;
    m_body->clear();
    m_body->setTitle(tr("Body"));
    for (const QString &line : failure.bodyExcerpt.split(u'\n'))
        m_body->appendLine({}, line);
}

} // namespace Watchfloor
