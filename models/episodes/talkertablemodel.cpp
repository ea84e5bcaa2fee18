#include "models/episodes/talkertablemodel.h"

#include "models/core/format.h"

namespace Watchfloor {

namespace {

QString display(const Talker &talker, int column)
{
    switch (TalkerTableModel::Column(column)) {
    case TalkerTableModel::NameColumn:
        return Format::safeText(talker.name);
    case TalkerTableModel::ServiceColumn:
        return Format::safeText(talker.service);
    case TalkerTableModel::SeverityColumn:
        return Format::severity(talker.worst);
    case TalkerTableModel::CountColumn:
        return Format::count(talker.count);
    case TalkerTableModel::ShareColumn:
        return Format::ratio(talker.share, 0);
    case TalkerTableModel::StartsColumn:
        return talker.starts > talker.count ? Format::count(talker.starts) : QString();
    case TalkerTableModel::FiringColumn:
        return Format::span(talker.firing);
    case TalkerTableModel::NeverColumn:
        return talker.neverAcknowledged > 0 ? Format::count(talker.neverAcknowledged) : QString();
    case TalkerTableModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace

void TalkerTableModel::setTalkers(std::vector<Talker> talkers)
{
    beginResetModel();
    m_talkers = std::move(talkers);
    endResetModel();
}

const Talker *TalkerTableModel::talkerAt(int row) const
{
    return row >= 0 && size_t(row) < m_talkers.size() ? &m_talkers[size_t(row)] : nullptr;
}

int TalkerTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_talkers.size());
}

int TalkerTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TalkerTableModel::data(const QModelIndex &index, int role) const
{
    const Talker *talker = index.isValid() ? talkerAt(index.row()) : nullptr;
    if (talker && role == Qt::DisplayRole)
        return display(*talker, index.column());
    if (talker && role == Qt::TextAlignmentRole)
        return int((index.column() > SeverityColumn && index.column() != ShareColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant TalkerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case NameColumn:
        return tr("Alert");
    case ServiceColumn:
        return tr("Service");
    case SeverityColumn:
        return tr("Worst");
    case CountColumn:
        return tr("Alerts");
    case ShareColumn:
        return tr("Share");
    case StartsColumn:
        return tr("Fired");
    case FiringColumn:
        return tr("Firing for");
    case NeverColumn:
        return tr("Not taken on");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace Watchfloor
