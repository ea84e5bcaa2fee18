#pragma once

#include "models/panels/variableboard.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/zoomhistory.h"
#include "widgets/controls/page.h"
#include "widgets/panels/boardannotations.h"

namespace Watchfloor {

class ActionButton;
class DashboardList;
class EmptyState;
class PanelBoard;
class Pill;
class TextLabel;
class VariableBar;

/// The dashboards of the workspace: which one at the left, its variables and marks on top, its panels in their grid.
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
    void focusFilter() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

    PanelBoard &board() { return *m_board; }
    /// Range and variables as they are shown now.
    const PanelView &view() const;
    /// The dashboard that is shown, where it is one of ours in a file; else empty.
    QString editable() const;
    const VariableBoard &variables() const { return m_variables; }
    /// Exactly this span instead of the present; back() returns to what was before.
    void zoomTo(const TimeRange &range);
    void zoomBack();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    void showDashboards();
    void choose(const QString &name);
    void askVariables();
    void answerVariable(const VariableAsk &ask, const Result<QStringList> &texts);
    void showVariables();
    void applyView();
    void showRange();
    void showMarksMenu();
    void showLinks();
    std::chrono::milliseconds range() const;
    QString onlyPrometheus() const;

    QStringList m_recent;          ///< names, newest first
    CrosshairGroup m_ownCrosshair; ///< where the window has none for all pages
    PanelScene m_scene;
    DashboardList *m_list;
    TextLabel *m_title = nullptr;
    VariableBar *m_variableBar = nullptr;
    ActionButton *m_rangeButton = nullptr;
    ActionButton *m_marksButton = nullptr;
    ActionButton *m_linksButton = nullptr;
    ActionButton *m_addButton = nullptr;
    Pill *m_notes = nullptr;
    PanelBoard *m_board = nullptr;
    EmptyState *m_empty = nullptr;
    BoardAnnotations *m_annotations;
    VariableBoard m_variables;
    std::vector<VariableAsk> m_underWay;
    std::shared_ptr<const Dashboard> m_dashboard;
    std::optional<std::chrono::milliseconds> m_ownRange; ///< the dashboard's, until the window's is changed
    std::optional<std::chrono::milliseconds> m_windowRange;
    std::optional<TimeRange> m_zoom;
    ZoomHistory m_zooms;
    Instant m_variablesAt{}; ///< when they were asked last
    QString m_name;
    bool m_opened = false;
    int m_generation = 0; ///< of the variables: an answer to another dashboard's is none
};

} // namespace Watchfloor
