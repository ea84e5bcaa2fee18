#include "widgets/silences/silencelist.h"

#include "models/core/format.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/textlabel.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QItemSelectionModel>

namespace Watchfloor {

namespace {
class SilenceDelegate final : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    Cell cell(const QModelIndex &index) const override
    {
        Cell cell = CellDelegate::cell(index);
        const auto state = Silence::State(index.data(SilenceTableModel::SilenceStateRole).toInt());
        cell.tone = state == Silence::State::Expired || index.column() > SilenceTableModel::MatchesColumn ? Tone::Secondary : Tone::Primary;
        if (index.column() == SilenceTableModel::StateColumn)
            cell.iconName = state == Silence::State::Active ? QStringLiteral("bell-off") : state == Silence::State::Pending ? QStringLiteral("clock") : QStringLiteral("history");
        cell.mono = index.column() == SilenceTableModel::MatchersColumn;
        cell.tabular = index.column() == SilenceTableModel::MatchesColumn || index.column() == SilenceTableModel::EndsColumn;
        return cell;
    }
};
}

SilenceList::SilenceList(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new SilenceTableModel(context.stores.alerts, context.stores.sources, context.clock, this))
    , m_table(new DataTable)
    , m_empty(new EmptyState)
    , m_expire(new ActionButton(tr("End this silence"), ActionButton::Look::Caution))
    , m_result(new TextLabel({}, Tone::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::gap);
    m_table->setModel(m_model);
    m_table->setObjectName(QStringLiteral("silenceTable"));
    m_table->setItemDelegate(new SilenceDelegate(m_table));
    m_table->setColumnWidths({104, 220, 92, 140, 96, 140, 96});
    m_table->setStretchColumn(SilenceTableModel::MatchersColumn);
    column->addWidget(m_table, 1);
    m_empty->setMessage(QStringLiteral("bell-off"), tr("No silence stands"), tr("Every alert that fires is told."));
    column->addWidget(m_empty, 1);
    auto *row = new QHBoxLayout;
    auto *past = new QCheckBox(tr("Show those that are over"));
    connect(past, &QCheckBox::toggled, m_model,
            [this](bool all) { m_model->setShown(all ? SilenceTableModel::Shown::All : SilenceTableModel::Shown::Standing); });
    row->addWidget(past);
    m_result->setWordWrap(true);
    row->addWidget(m_result, 1);
    m_expire->setObjectName(QStringLiteral("expire"));
    row->addWidget(m_expire);
    column->addLayout(row);
    connect(m_expire, &ActionButton::clicked, this, &SilenceList::expire);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SilenceList::showChoice);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SilenceList::showChoice);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SilenceList::showChoice);
    showChoice();
}

void SilenceList::tick()
{
    m_model->tick();
}

void SilenceList::showChoice()
{
    m_table->setVisible(m_model->rowCount() > 0);
    m_empty->setVisible(m_model->rowCount() == 0);
    const auto rows = m_table->selectionModel()->selectedRows();
    const ClusterSilence *row = rows.isEmpty() ? nullptr : m_model->rowAt(rows.first().row());
    const Silence *silence = row ? &row->silence : nullptr;
    if (!silence || silence->id != m_armed)
        m_armed.clear();
    m_expire->setEnabled(silence && silence->state != Silence::State::Expired);
    m_expire->setText(m_armed.isEmpty() ? tr("End this silence…") : tr("Yes, end it"));
}

/// The first press asks, the second one does it: alerts are told again at once.
void SilenceList::expire()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QModelIndex index = rows.first();
    const QString id = index.data(SilenceTableModel::IdRole).toString();
    if (m_armed != id) {
        m_armed = id;
        m_result->setTone(Tone::Secondary);
        m_result->setText(tr("%n alert(s) will be told again.", nullptr, index.data(SilenceTableModel::MatchesRole).toInt()));
        showChoice();
        return;
    }
    m_armed.clear();
    m_expire->setEnabled(false);
    const QString source = index.data(SilenceTableModel::ClusterRole).toString();
    m_result->setText(tr("Asking %1…").arg(source));
    m_context.commands.expireSilence(source, id, this, [this, source](const Result<QString> &ended) {
        m_result->setTone(ended ? Tone::Healthy : Tone::Critical);
        m_result->setText(ended ? tr("%1 ended the silence.").arg(source) : Format::sentence(ended.error()));
        showChoice();
    });
}

} // namespace Watchfloor
