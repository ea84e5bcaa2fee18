#pragma once

#include "models/panels/dashboardlistmodel.h"
#include "widgets/controls/card.h"

class QListView;

namespace Watchfloor {

class ActionButton;
class SearchField;

/// The dashboards of the workspace with their folders and tags, to be searched.
class DashboardList final : public Card
{
    Q_OBJECT

public:
    explicit DashboardList(QWidget *parent = nullptr);
    void setDashboards(const std::vector<Dashboard> &dashboards);
    const DashboardListModel &model() const { return *m_model; }
    /// Selects it, even when the search does not list it.
    bool select(const QString &name);
    void focusSearch();

Q_SIGNALS:
    void chosen(const QString &name);

private:
    void search();
    void chooseTags();

    DashboardListModel *m_model;
    SearchField *m_search;
    ActionButton *m_tags;
    QListView *m_list;
    QStringList m_chosenTags;
    QString m_name;
    bool m_selecting = false;
};

} // namespace Watchfloor
