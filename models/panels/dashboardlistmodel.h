#pragma once

#include "models/panels/dashboard.h"

#include <QAbstractListModel>

namespace Watchfloor {

/// The dashboards of the workspace, in its order; a filter lists those whose title, folder or tags have all of its words, and that have all of its tags.
class DashboardListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NameRole = Qt::UserRole + 1, FileRole, PanelCountRole, TagsRole, FolderRole };

    using QAbstractListModel::QAbstractListModel;
    void setDashboards(const std::vector<Dashboard> &dashboards);
    void setFilter(const QString &words, const QStringList &tags = {});

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const Dashboard *dashboardAt(int row) const;
    /// Listed or not.
    const Dashboard *find(const QString &name) const;
    int rowOf(const QString &name) const;
    size_t total() const { return m_dashboards.size(); }
    /// All tags that a dashboard has, sorted.
    QStringList tags() const;
    /// The folder of a dashboard's file below that of all of them; empty for those at the top.
    QString folderOf(const Dashboard &dashboard) const;

private:
    void arrange();
    bool passes(const Dashboard &dashboard) const;

    std::vector<Dashboard> m_dashboards;
    std::vector<size_t> m_listed;
    QString m_root; ///< the folder that all files have in common
    QStringList m_words;
    QStringList m_tags;
};

} // namespace Watchfloor
