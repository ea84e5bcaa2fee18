#include "models/panels/dashboardlistmodel.h"

#include "models/core/format.h"

namespace Watchfloor {

void DashboardListModel::setDashboards(const std::vector<Dashboard> &dashboards)
{
    if (dashboards == m_dashboards)
        return;
    beginResetModel();
    m_dashboards = dashboards;
    endResetModel();
}

int DashboardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_dashboards.size());
}

QVariant DashboardListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Dashboard &dashboard = m_dashboards[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return Format::safeText(dashboard.title, 120);
    case NameRole:
        return dashboard.name;
    case FileRole:
        return dashboard.file;
    case PanelCountRole:
        return int(dashboard.panels.size());
    default:
        return {};
    }
}

const Dashboard *DashboardListModel::dashboardAt(int row) const
{
    return row >= 0 && row < int(m_dashboards.size()) ? &m_dashboards[size_t(row)] : nullptr;
}

const Dashboard *DashboardListModel::find(const QString &name) const
{
    return dashboardAt(rowOf(name));
}

int DashboardListModel::rowOf(const QString &name) const
{
    for (size_t row = 0; row < m_dashboards.size(); ++row)
        if (m_dashboards[row].name == name)
            return int(row);
    return -1;
}

} // namespace Watchfloor
