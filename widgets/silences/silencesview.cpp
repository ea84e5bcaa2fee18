#include "widgets/silences/silencesview.h"

#include "models/core/format.h"
#include "models/silences/maintenancetablemodel.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/fields.h"
#include "widgets/silences/silenceactions.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QShortcut>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
using Shown = SilenceTableModel::Shown;

constexpr std::array<Shown, 5> kinds{Shown::Active, Shown::Pending, Shown::Idle, Shown::Expired, Shown::All};
constexpr int mostPlannedRows = 6;
constexpr int fewPlannedRows = 4;
constexpr int roomyHeight = 700;

class SilenceDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        const auto state = Silence::State(index.data(SilenceTableModel::SilenceStateRole).toInt());
        cell.tone = state == Silence::State::Expired || index.column() > SilenceTableModel::EndsColumn ? Tone::Secondary : Tone::Primary;
        if (index.column() == SilenceTableModel::StateColumn)
            cell.iconName = state == Silence::State::Active    ? QStringLiteral("bell-off")
                            : state == Silence::State::Pending ? QStringLiteral("clock")
                                                               : QStringLiteral("history");
        if (index.column() == SilenceTableModel::EndsColumn && index.data(SilenceTableModel::EndsSoonRole).toBool())
            cell.tone = Tone::Warning;
        if (index.column() == SilenceTableModel::MatchesColumn && index.data(SilenceTableModel::MutesNothingRole).toBool())
            cell.tone = Tone::Hint;
        if (index.column() == SilenceTableModel::PlaceColumn && index.data(SilenceTableModel::DisputedRole).toBool())
            cell.tone = Tone::Critical;
        cell.mono = index.column() == SilenceTableModel::MatchersColumn;
        cell.tabular = index.column() == SilenceTableModel::MatchesColumn || index.column() == SilenceTableModel::EndsColumn;
        return cell;
    }
};

class PlanDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        using Standing = MaintenanceTableModel::Standing;
        Cell cell = CellDelegate::cell(index);
        const auto standing = Standing(index.data(MaintenanceTableModel::StandingRole).toInt());
        if (index.column() == MaintenanceTableModel::StandingColumn)
            cell.tone = standing == Standing::Faulty ? Tone::Critical : standing == Standing::Later ? Tone::Secondary : Tone::Healthy;
        if (index.column() == MaintenanceTableModel::StandingColumn && standing == Standing::Due)
            cell.tone = Tone::Warning;
        cell.mono = index.column() == MaintenanceTableModel::MatchersColumn;
        cell.tabular = index.column() == MaintenanceTableModel::BeginsColumn;
        return cell;
    }
};

} // namespace

SilencesView::SilencesView(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new SilenceTableModel(context.stores.alerts, context.stores.sources, context.clock, this))
    , m_plan(new MaintenanceTableModel(context.stores.maintenance, context.stores.alerts, context.clock, this))
    , m_kinds(new SegmentedControl)
    , m_filter(new SearchField(tr("Filter silences…")))
    , m_ending(new Banner)
    , m_unread(new Banner)
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_actions(new SilenceActions(context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    column->addWidget(buildTop());
    column->addWidget(m_ending);
    column->addWidget(m_unread);
    m_unread->setObjectName(QStringLiteral("silencesUnread"));
    column->addWidget(buildTable(), 1);
    column->addWidget(m_actions);
    column->addWidget(buildPlanned());
    setFocusProxy(m_table);
    m_head->setFocusProxy(m_kinds);
    addShortcuts();
    m_model->setShown(kinds.front());
    connect(m_model, &SilenceTableModel::refreshed, this, &SilencesView::refresh);
    connect(m_plan, &QAbstractItemModel::modelReset, this, &SilencesView::showPlanned);
    connect(m_ending, &Banner::linkActivated, this, [this] { m_actions->extend(m_soon, 1h); });
    refresh();
    showPlanned();
}

QWidget *SilencesView::buildTop()
{
    m_head = new QWidget;
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::gap);
    m_kinds->setObjectName(QStringLiteral("silenceKinds"));
    for (size_t i = 0; i < kinds.size(); ++i)
        m_kinds->addSegment({});
    m_filter->setObjectName(QStringLiteral("silenceFilter"));
    auto *make = new ActionButton(tr("New silence…"), ActionButton::Look::Primary);
    make->setObjectName(QStringLiteral("newSilence"));
    make->setIconName(QStringLiteral("bell-off"));
    row->addWidget(m_kinds);
    row->addWidget(m_filter, 1);
    row->addWidget(make);
    connect(m_kinds, &SegmentedControl::currentChanged, this, [this](int kind) {
        m_model->setShown(kinds[size_t(kind)]);
        refresh();
    });
    connect(m_filter, &QLineEdit::textChanged, m_model, &SilenceTableModel::setFilter);
    connect(make, &ActionButton::clicked, m_actions, &SilenceActions::openNew);
    return m_head;
}

QWidget *SilencesView::buildTable()
{
    m_table->setObjectName(QStringLiteral("silenceTable"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new SilenceDelegate(m_table));
    m_table->setColumnWidths({116, 260, 100, 184, 96, 290, 110});
    m_table->setStretchColumn(SilenceTableModel::MatchersColumn);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    connect(m_table, &DataTable::rowActivated, m_actions, &SilenceActions::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SilencesView::showChoice);
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_empty, 1);
    return card;
}

QWidget *SilencesView::buildPlanned()
{
    auto *card = new Card(tr("Planned"));
    card->setFlush(true);
    m_planned = card;
    m_planTable = new DataTable;
    m_planTable->setObjectName(QStringLiteral("maintenanceTable"));
    m_planTable->setModel(m_plan);
    m_planTable->setItemDelegate(new PlanDelegate(m_planTable));
    m_planTable->setColumnWidths({180, 250, 70, 220, 110, 240});
    m_planTable->setStretchColumn(MaintenanceTableModel::StandingColumn);
    card->body()->addWidget(m_planTable);
    return m_planned;
}

void SilencesView::tick()
{
    m_model->setWarnBefore(m_context.stores.workspace().silencePolicy.warnBefore);
    m_model->tick();
    m_plan->tick();
    m_actions->tick();
    showEnding();
    showUnread();
    showChoice();
}

void SilencesView::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

/// While the table has the keyboard.
void SilencesView::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, m_actions, act);
    };
    add(QKeySequence::Copy, [this] { m_actions->copy(0); });
    add(Qt::Key_Delete, [this] { m_actions->end(); });
    add(Qt::Key_S, [this] { m_actions->openNew(); });
}

QList<std::pair<QString, QString>> SilencesView::keys() const
{
    return {{tr("Up, Down"), tr("Choose a silence; with Shift more of them, Ctrl+A all")},
            {tr("Enter"), tr("Change it")},
            {tr("S"), tr("A new silence")},
            {tr("Delete"), tr("End the chosen; a second time says yes")},
            {tr("/"), tr("Filter silences")},
            {tr("Ctrl+C"), tr("Copy the chosen as text")}};
}

bool SilencesView::openSilence(const QString &id)
{
    m_filter->clear();
    if (m_model->rowOf(id) < 0) {
        m_kinds->setCurrent(int(kinds.size()) - 1);
        m_model->setShown(Shown::All);
    }
    const int row = m_model->rowOf(id);
    if (row < 0)
        return false;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
    return true;
}

int SilencesView::activeCount() const
{
    return m_model->count(Shown::Active);
}

void SilencesView::refresh()
{
    const QStringList words{tr("Active"), tr("Not yet begun"), tr("Match nothing"), tr("Over"), tr("All")};
    for (size_t i = 0; i < kinds.size(); ++i)
        m_kinds->setSegmentText(int(i), QStringLiteral("%1 %2").arg(words[qsizetype(i)], Format::count(m_model->count(kinds[i]))));
    m_kinds->updateGeometry();
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (!m_filter->text().isEmpty())
        m_empty->setMessage(QStringLiteral("search"), tr("No silence matches the filter"));
    else if (m_model->shown() == Shown::Active)
        m_empty->setMessage(QStringLiteral("bell-off"), tr("No silence stands"), tr("Every alert that fires is told."));
    else
        m_empty->setMessage(QStringLiteral("bell-off"), tr("There is no such silence"));
    if (const int active = activeCount(); std::exchange(m_active, active) != active)
        Q_EMIT activeCountChanged(active);
    showEnding();
    showUnread();
    showChoice();
}

void SilencesView::showChoice()
{
    std::vector<ClusterSilence> chosen;
    int alerts = 0;
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex &index : rows)
        if (const ClusterSilence *row = m_model->rowAt(index.row())) {
            chosen.push_back(*row);
            alerts += index.data(SilenceTableModel::MatchesRole).toInt();
        }
    m_actions->setChosen(std::move(chosen), alerts);
}

void SilencesView::showEnding()
{
    const auto ending = endingSoon(m_context.stores.alerts, m_context.stores.workspace().silencePolicy, m_context.clock.wall());
    m_ending->setVisible(!ending.empty());
    m_soon.clear();
    if (ending.empty())
        return;
    const EndingSilence &next = ending.front();
    m_soon.push_back({next.cluster, next.silence, {}});
    m_ending->setMessage(State::Warning, tr("A silence ends in %1 while %n alert(s) of it still fire.", nullptr, next.firing).arg(Format::span(next.rest)),
                         matchersText(next.silence.matchers));
    m_ending->setLink(tr("Extend by 1 h"));
}

/// What stands and is not in the list: members of a cluster have the same ones.
void SilencesView::showUnread()
{
    int most = 0;
    QStringList sources;
    for (const auto &[source, count] : m_context.stores.alerts.unreadSilences()) {
        most = std::max(most, int(count));
        sources << source;
    }
    m_unread->setVisible(most > 0);
    if (most > 0)
        m_unread->setMessage(State::Blind, tr("%n silence(s) cannot be read here and are not in the list.", nullptr, most), sources.join(QStringLiteral(", ")));
}

void SilencesView::showPlanned()
{
    const int rows = m_plan->rowCount();
    m_planned->setVisible(rows > 0);
    const int most = height() >= roomyHeight ? mostPlannedRows : fewPlannedRows;
    m_planTable->setFixedHeight(Size::header + Size::row * std::min(std::max(rows, 1), most) + 2);
}

/// Where there is little room, what stands now comes before what is planned.
void SilencesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showPlanned();
}

} // namespace Watchfloor
