#pragma once

#include "models/panels/dashboardlistmodel.h"
#include "widgets/controls/page.h"
#include "widgets/panels/panelcard.h"

#include <QTimer>

class QHBoxLayout;
class QListView;
class QScrollArea;

namespace Watchfloor {

class EmptyState;
class TextLabel;

/// The dashboards of the workspace: which one at the left, its variables on top, its panels in their grid.
class DashboardsPage final : public Page
{
    Q_OBJECT

public:
    explicit DashboardsPage(const PageContext &context, QWidget *parent = nullptr);
    ~DashboardsPage() override;

    bool open(const QString &item) override;
    QString openItem() const override { return m_opened ? m_name : QString(); }
    void setTimeRange(std::chrono::milliseconds range) override;
    void tick() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildBoard();
    void showDashboards();
    void choose(const QString &name);
    void buildPanels();
    void buildVariables(const Dashboard &dashboard);
    void askVariable(const Variable &variable);
    void offerVariable(const QString &name, bool multi, const QStringList &values);
    void showVariableMenu(const QString &name);
    void applyView();
    void arrange();
    void toggleFullScreen(PanelCard *card);
    QString sourceOfBoard(const Dashboard &dashboard) const;

    DashboardListModel *m_model;
    QListView *m_list = nullptr;
    QWidget *m_listCard = nullptr;
    TextLabel *m_title = nullptr;
    QHBoxLayout *m_variableRow = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_board = nullptr;
    EmptyState *m_empty = nullptr;
    std::vector<PanelCard *> m_cards;
    PanelCard *m_full = nullptr;
    struct VariableState
    {
        bool multi = false;
        QStringList values;
        QStringList chosen;
        class ActionButton *button = nullptr;
        QueryInterest interest;
        QueryKey key;
        QString label;
    };
    std::map<QString, VariableState> m_variables;
    std::chrono::milliseconds m_range{3'600'000};
    QTimer m_refresh;
    QString m_name;
    bool m_opened = false;
    bool m_synchronous = false;
};

} // namespace Watchfloor
