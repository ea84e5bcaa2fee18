#pragma once

#include "models/panels/dashboard.h"

#include <QAbstractListModel>

namespace Watchfloor {

/// The dashboards of the workspace, in its order.
class DashboardListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, FileRole, PanelCountRole };

    using QAbstractListModel::QAbstractListModel;
    void setDashboards(const std::vector<Dashboard> &dashboards);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const Dashboard *dashboardAt(int row) const;
    const Dashboard *find(const QString &name) const;
    int rowOf(const QString &name) const;

private:
    std::vector<Dashboard> m_dashboards;
};

} // namespace Watchfloor
