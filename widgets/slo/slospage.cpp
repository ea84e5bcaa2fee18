#include "widgets/slo/slospage.h"

#include "models/core/format.h"
#include "models/slo/arithmetic.h"
#include "widgets/charts/burndownchart.h"
#include "widgets/charts/timechart.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/controls/figures.h"
#include "widgets/controls/keyvaluelist.h"
#include "widgets/controls/stateglyph.h"
#include "widgets/controls/textlabel.h"
#include "widgets/slo/burnratetable.h"
#include "widgets/slo/slodelegate.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QListView>

namespace Watchfloor {

namespace {
constexpr int listWidth = 520;
constexpr int narrowListWidth = 388;
constexpr int smallListWidth = 320;
constexpr int narrowPage = 1400;
constexpr int smallPage = 1100;
}

SlosPage::SlosPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new SloTableModel(stores().slos, clock(), this))
    , m_proxy(new QSortFilterProxyModel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Size::cardGap, Size::cardGap, Size::cardGap, Size::cardGap);
    row->setSpacing(Size::cardGap);
    row->addWidget(buildList());
    row->addWidget(buildDetail(), 1);
    connect(&stores().slos, &SloStore::changed, this, [this](const QString &name) {
        if (m_name.isEmpty() && m_proxy->rowCount() > 0)
            m_list->setCurrentIndex(m_proxy->index(0, 0));
        if (name == m_name)
            showDetail();
    });
    if (m_proxy->rowCount() > 0)
        m_list->setCurrentIndex(m_proxy->index(0, 0));
    showDetail();
}

QWidget *SlosPage::buildList()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(SloTableModel::SortRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(SloTableModel::ObjectiveColumn);
    m_proxy->sort(SloTableModel::BudgetColumn);
    auto *card = new Card(tr("Objectives"));
    card->setFlush(true);
    m_filter = new SearchField(tr("Filter objectives"), QStringLiteral("/"));
    auto *padded = new QHBoxLayout;
    padded->setContentsMargins(Size::cardPadding, 0, Size::cardPadding, Size::gap);
    padded->addWidget(m_filter);
    card->body()->addLayout(padded);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("objectiveList"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new SloDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    card->body()->addWidget(m_list, 1);
    m_empty = new EmptyState;
    m_empty->setMessage(QStringLiteral("slos"), tr("No objectives"), tr("Name OpenSLO or Sloth files under slos: in the workspace file."));
    card->body()->addWidget(m_empty, 1);
    const auto showEmpty = [this] {
        const bool none = m_model->rowCount() == 0;
        m_empty->setVisible(none);
        m_list->setVisible(!none);
        m_filter->setVisible(!none);
    };
    showEmpty();
    connect(m_model, &QAbstractItemModel::modelReset, this, showEmpty);
    connect(m_filter, &SearchField::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) { choose(current.data(SloTableModel::NameRole).toString()); });
    card->setFixedWidth(listWidth);
    card->setObjectName(QStringLiteral("objectives"));
    return card;
}

QWidget *SlosPage::buildDetail()
{
    m_detail = new QWidget;
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::cardGap);
    column->addWidget(buildHead());
    m_burnDownCard = new Card(tr("Budget burn-down"));
    m_burnDown = new BurnDownChart;
    m_burnDown->setLegendShown(true);
    m_burnDownCard->body()->addWidget(m_burnDown, 1);
    column->addWidget(m_burnDownCard, 5);
    column->addWidget(buildBottom(), 4);
    return m_detail;
}

QWidget *SlosPage::buildHead()
{
    m_head = new Card(tr("No objective is chosen"));
    m_badge = new StateBadge;
    m_head->addHeaderWidget(m_badge);
    m_runbook = new ActionButton({}, ActionButton::Look::Caution);
    m_runbook->setSmall(true);
    m_runbook->setIconName(QStringLiteral("runbooks"));
    m_head->addHeaderWidget(m_runbook);
    connect(m_runbook, &ActionButton::clicked, this, [this] { Q_EMIT openRequested(QStringLiteral("runbooks/") + m_runbook->property("runbook").toString()); });
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    m_sli = addFigure(row, tr("SLI so far"));
    m_budget = addFigure(row, tr("Budget left"));
    m_events = addFigure(row, tr("Events left"));
    m_burn = addFigure(row, tr("Burn, 5 min and 1 h"));
    m_emptyAt = addFigure(row, tr("Empty at the 5 min rate"));
    m_head->body()->addLayout(row);
    return m_head;
}

SlosPage::Figure SlosPage::addFigure(QHBoxLayout *row, const QString &label)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::unit);
    auto *text = new TextLabel(label, Tone::Secondary, TextSize::Small);
    auto *figure = new FigureLabel(TextSize::Title);
    column->addWidget(text);
    column->addWidget(figure);
    row->addLayout(column, 1);
    return {text, figure};
}

QWidget *SlosPage::buildBottom()
{
    auto *bottom = new QWidget;
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::cardGap);
    auto *rates = new Card(tr("Burn rate by window"));
    rates->setDetail(tr("log scale, mark = limit"));
    m_rates = new BurnRateTable;
    rates->body()->addWidget(m_rates);
    m_policy = new KeyValueList;
    rates->body()->addWidget(m_policy);
    rates->body()->addStretch(1);
    m_ratioCard = new Card(tr("Error ratio"));
    m_ratio = new TimeChart;
    m_ratio->setUnit(ownUnit(QStringLiteral("percentunit")));
    m_ratio->setLegend(TimeChart::Legend::None);
    m_ratio->setLastValueShown(true);
    m_ratio->setCrosshairGroup(context().crosshair);
    // The limits lie decades below a bad hour's errors: only a logarithmic axis shows both.
    m_ratio->setLogarithmic(true);
    m_ratio->setEmptyText(tr("No error ratio was answered yet."));
    m_ratioCard->body()->addWidget(m_ratio, 1);
    auto *arithmetic = new Card(tr("The arithmetic"));
    arithmetic->setObjectName(QStringLiteral("arithmetic"));
    auto *copy = new ActionButton(tr("Copy"), ActionButton::Look::Link);
    copy->setIconName(QStringLiteral("copy"));
    copy->setSmall(true);
    arithmetic->addHeaderWidget(copy);
    connect(copy, &ActionButton::clicked, this, [this] {
        QString text;
        if (const SloStatus *status = stores().slos.find(m_name))
            for (const ArithmeticRow &line : arithmeticOf(*status, clock().wall()))
                text += QStringLiteral("%1\t%2\t%3\n").arg(line.label, line.how, line.value);
        QGuiApplication::clipboard()->setText(text);
    });
    m_arithmetic = new KeyValueList;
    arithmetic->body()->addWidget(m_arithmetic);
    arithmetic->body()->addStretch(1);
    row->addWidget(rates, 5);
    row->addWidget(m_ratioCard, 5);
    row->addWidget(arithmetic, 5);
    return bottom;
}

bool SlosPage::open(const QString &item)
{
    m_opened = !item.isEmpty();
    if (item.isEmpty())
        return true;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (m_proxy->index(row, 0).data(SloTableModel::NameRole).toString() != item)
            continue;
        m_list->setCurrentIndex(m_proxy->index(row, 0));
        return true;
    }
    return false;
}

void SlosPage::tick()
{
    const bool narrow = width() < narrowPage;
    const bool small = width() < smallPage;
    if (auto *list = findChild<Card *>(QStringLiteral("objectives")))
        list->setFixedWidth(small ? smallListWidth : narrow ? narrowListWidth : listWidth);
    // In the smallest window what matters first has the room: the arithmetic can be had in a larger one.
    if (auto *arithmetic = findChild<Card *>(QStringLiteral("arithmetic")))
        arithmetic->setVisible(!small);
    m_events.label->setVisible(!small);
    m_events.value->setVisible(!small);
    m_model->tick();
    showDetail();
}

void SlosPage::focusFilter()
{
    m_filter->setFocus();
}

bool SlosPage::isSettled() const
{
    const auto &objectives = stores().slos.objectives();
    return std::all_of(objectives.begin(), objectives.end(), [](const SloStatus &status) { return status.freshness.error() || (status.known && !status.burnDown.empty()); });
}

void SlosPage::setSynchronous(bool synchronous)
{
    m_ratio->setSynchronous(synchronous);
}

QList<std::pair<QString, QString>> SlosPage::keys() const
{
    return {{tr("Up, Down"), tr("Choose an objective")}};
}

void SlosPage::choose(const QString &name)
{
    if (name.isEmpty())
        return;
    m_name = name;
    showDetail();
}

void SlosPage::showDetail()
{
    const SloStatus *status = stores().slos.find(m_name);
    m_detail->setVisible(status);
    if (!status)
        return;
    const Instant now = clock().now();
    const State state = status->state(stores().slos.policy(), now);
    m_head->setTitle(Format::safeText(status->objective.title.isEmpty() ? status->objective.name : status->objective.title, 80));
    m_head->setSubtitle(tr("%1 over %2, %3").arg(Format::ratio(status->objective.target), Format::span(status->objective.window), Format::safeText(status->objective.service, 60)));
    m_head->setState(state == State::Healthy ? std::optional<State>() : state);
    m_badge->setState(state, SloTableModel::policyText(status->policyState(stores().slos.policy(), now)));
    const Runbook *runbook = nullptr;
    for (const Alert &alert : stores().alerts.alerts()) {
        if (runbook || alert.state != AlertState::Firing || stores().services.serviceOf(alert.labels) != status->objective.service)
            continue;
        runbook = stores().runs.suggested(alert.labels, alert.annotations);
    }
    m_runbook->setVisible(runbook);
    if (runbook) {
        m_runbook->setText(Format::safeText(runbook->title, 48));
        m_runbook->setLocked(commands().actionsLocked());
        m_runbook->setProperty("runbook", runbook->name);
    }
    showFigures(*status, state);
    showBurnDown(*status, state);
    m_rates->setRates(status->burn, stores().slos.policy());
    showErrorRatio(*status);
    showPolicy(*status);
    std::vector<KeyValueList::Row> rows;
    for (const ArithmeticRow &line : arithmeticOf(*status, clock().wall()))
        rows.push_back({line.label, line.how.isEmpty() ? line.value : QStringLiteral("%1   (%2)").arg(line.value, line.how)});
    if (rows.empty())
        rows.push_back({tr("Not known"), status->freshness.error() ? Format::sentence(*status->freshness.error()) : tr("The first answer is under way.")});
    m_arithmetic->setRows(rows);
}

void SlosPage::showFigures(const SloStatus &status, State state)
{
    const bool alarming = state == State::Critical || state == State::Warning;
    const Tone tone = alarming ? toneOf(state) : isHatched(state) ? Tone::Secondary : Tone::Primary;
    const Budget &budget = status.budget;
    const QString dash = QStringLiteral("\u2014");
    const WallTime wall = clock().wall();
    m_sli.value->setText(budget.sli ? Format::ratio(*budget.sli) : dash);
    m_sli.value->setTone(budget.sli && *budget.sli < status.objective.target ? toneOf(State::Critical) : Tone::Primary);
    m_budget.value->setText(budget.remaining ? Format::ratio(*budget.remaining, 1) : dash,
                            budget.remaining ? tr("%1 of %2").arg(Format::span(std::max(budget.timeLeft, std::chrono::milliseconds(0))), Format::span(budget.timeAllowed)) : QString());
    m_budget.value->setTone(tone);
    m_events.value->setText(budget.remaining ? Format::count(qint64(budget.eventsLeft)) : dash, budget.remaining ? tr("of %1").arg(Format::count(qint64(budget.allowed))) : QString());
    const auto burnText = [&](std::chrono::milliseconds window) {
        const auto rate = status.burnOver(window);
        return rate ? QLocale().toString(*rate, 'f', *rate >= 100 ? 0 : 1) + QStringLiteral("x") : dash;
    };
    m_burn.value->setText(burnText(std::chrono::minutes(5)), tr("and %1").arg(burnText(std::chrono::hours(1))));
    const auto fast = status.burnOver(std::chrono::minutes(5));
    m_burn.value->setTone(fast && *fast > stores().slos.policy().page ? toneOf(State::Critical) : Tone::Primary);
    const auto empty = status.emptyAt(wall, std::chrono::minutes(5));
    m_emptyAt.value->setText(empty ? Format::moment(*empty, wall) : budget.remaining && *budget.remaining <= 0 ? tr("empty") : tr("not in this window"),
                             empty ? tr("in %1").arg(Format::span(*empty - wall)) : QString());
    m_emptyAt.value->setTone(empty ? tone : Tone::Secondary);
}

void SlosPage::showBurnDown(const SloStatus &status, State state)
{
    const WallTime wall = clock().wall();
    BurnDown chart;
    const WallTime start = status.burnDown.empty() ? wall - status.objective.window : status.burnDown.front().at;
    chart.window = {start, start + status.objective.window + status.objective.window / 12};
    for (const BurnDownPoint &point : status.burnDown)
        chart.left.push_back({toEpochSeconds(point.at), point.remaining});
    chart.now = wall;
    chart.emptyFast = status.emptyAt(wall, std::chrono::minutes(5));
    chart.emptySlow = status.emptyAt(wall, std::chrono::hours(24));
    chart.freeze = stores().slos.policy().freeze;
    chart.state = state;
    for (const Mark &mark : stores().marks.within(chart.window, status.objective.service))
        if (mark.kind == Mark::Kind::Deploy || mark.kind == Mark::Kind::Incident || mark.kind == Mark::Kind::Run)
            chart.marks.push_back(mark);
    m_burnDown->setCaption(status.budget.remaining ? tr("%1 left").arg(Format::ratio(*status.budget.remaining, 1)) : QString(),
                           chart.emptyFast ? tr("empty %1").arg(Format::moment(*chart.emptyFast, wall)) : QString());
    m_burnDown->setBurnDown(std::move(chart));
    const auto age = status.freshness.age(clock().now());
    m_burnDownCard->setDetail(age ? tr("%1 old").arg(Format::span(*age)) : QString());
    m_burnDownCard->setState(isHatched(state) ? std::optional(state) : std::nullopt);
}

void SlosPage::showErrorRatio(const SloStatus &status)
{
    Series series;
    auto times = std::make_shared<std::vector<double>>();
    for (const auto &[at, ratio] : status.errorRatio) {
        times->push_back(toEpochSeconds(at));
        series.values.push_back(ratio);
    }
    series.labels = Labels{{QStringLiteral("service"), status.objective.service}};
    series.times = times;
    const double allowed = 1 - status.objective.target;
    const BurnPolicy &policy = stores().slos.policy();
    m_ratio->setThresholds({{allowed * policy.page, State::Critical, tr("page %1x").arg(QLocale().toString(policy.page, 'g', 3)), true, true},
                            {allowed * policy.ticket, State::Warning, tr("ticket %1x").arg(QLocale().toString(policy.ticket, 'g', 3)), true, false}});
    std::vector<ChartSeries> lines;
    if (!series.values.empty()) {
        m_ratio->setRange({status.errorRatio.front().first, clock().wall()});
        lines.push_back({std::move(series), tr("error ratio"), themeOf(this).accent, true, false});
    }
    m_ratio->setSeries(std::move(lines));
    const QString source = Format::safeText(status.objective.source, 40);
    m_ratioCard->setDetail(source.isEmpty() ? tr("log scale") : tr("%1, log scale").arg(source));
}

void SlosPage::showPolicy(const SloStatus &status)
{
    const BurnPolicy &policy = stores().slos.policy();
    const auto number = [](double value) { return QLocale().toString(value, 'g', 3); };
    std::vector<KeyValueList::Row> rows{{tr("Page"), tr("5 min and 1 h both over %1x").arg(number(policy.page))},
                                        {tr("Ticket"), tr("over %1x for %2").arg(number(policy.ticket), Format::span(policy.ticketFor))},
                                        {tr("Freeze"), tr("below %1 left; then only repairs are deployed").arg(Format::ratio(policy.freeze, 0))}};
    if (!status.objective.file.isEmpty())
        rows.push_back({tr("File"), Format::safeText(status.objective.file.section(u'/', -2), 80), Tone::Secondary, true});
    m_policy->setRows(rows);
}

} // namespace Watchfloor
