#include "models/services/servicetablemodel.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"

namespace Watchfloor {

namespace {

QStringList namesOf(const ServiceStore &store)
{
    QStringList names;
    for (const ServiceStatus &status : store.services())
        names.append(status.service.name);
    return names;
}

} // namespace

ServiceTableModel::ServiceTableModel(const ServiceStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_names(namesOf(store))
{
    connect(&store, &ServiceStore::changed, this, &ServiceTableModel::handleChanged);
}

int ServiceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

QVariant ServiceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServiceStatus *status = serviceAt(index.row());
    if (!status)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return Format::safeText(status->service.name, 80);
    case Qt::ToolTipRole:
        return status->reason.isEmpty() ? Format::state(status->state)
                                        : toolTipText(tr("%1: %2", "state: reason").arg(Format::state(status->state), status->reason));
    case StateRole:
        return QVariant::fromValue(status->state);
    case NameRole:
        return status->service.name;
    case ReasonRole:
        return status->reason;
    case FiringRole:
        return status->firing;
    case AgeRole:
        return status->age ? Format::span(*status->age) : QString();
    default:
        return {};
    }
}

const ServiceStatus *ServiceTableModel::serviceAt(int row) const
{
    return row >= 0 && row < m_names.size() ? m_store.find(m_names[row]) : nullptr;
}

void ServiceTableModel::handleChanged()
{
    const QStringList names = namesOf(m_store);
    const bool sameSet = QSet<QString>(names.begin(), names.end()) == QSet<QString>(m_names.begin(), m_names.end());
    if (!sameSet) {
        beginResetModel();
        m_names = names;
        endResetModel();
        return;
    }
    if (names != m_names) {
        Q_EMIT layoutAboutToBeChanged();
        const QStringList before = std::exchange(m_names, names);
        for (const QModelIndex &old : persistentIndexList())
            changePersistentIndex(old, index(int(m_names.indexOf(before[old.row()])), old.column()));
        Q_EMIT layoutChanged();
    }
    if (!m_names.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_names.size()) - 1, 0));
}

} // namespace Watchfloor
