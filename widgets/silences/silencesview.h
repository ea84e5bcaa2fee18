#pragma once

#include "models/silences/silencetablemodel.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class ActionButton;
class Banner;
class DataTable;
class EmptyState;
class MaintenanceTableModel;
class SearchField;
class SegmentedControl;
class SilenceActions;
class TextLabel;

/// All about silences: those that stand, wait or are over, with what each mutes, and the windows of planned work.
class SilencesView final : public QWidget
{
    Q_OBJECT

public:
    explicit SilencesView(const PageContext &context, QWidget *parent = nullptr);

    void tick();
    void focusFilter();
    QList<std::pair<QString, QString>> keys() const;
    /// What stands above it, for a page that has a row of its own: it goes where the page puts it.
    QWidget *head() const { return m_head; }
    /// Chooses the silence of this id, in whatever state it is; false where there is none.
    bool openSilence(const QString &id);
    /// How many stand now, for the tab's title.
    int activeCount() const;

Q_SIGNALS:
    /// Another number stands now.
    void activeCountChanged(int count);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildTop();
    QWidget *buildTable();
    QWidget *buildPlanned();
    void addShortcuts();
    void refresh();
    void showChoice();
    void showPlanned();
    void showEnding();
    void showUnread();

    PageContext m_context;
    SilenceTableModel *m_model;
    QWidget *m_head = nullptr;
    MaintenanceTableModel *m_plan;
    SegmentedControl *m_kinds;
    SearchField *m_filter;
    Banner *m_ending;
    Banner *m_unread;
    DataTable *m_table;
    EmptyState *m_empty;
    SilenceActions *m_actions;
    QWidget *m_planned = nullptr;
    DataTable *m_planTable = nullptr;
    std::vector<ClusterSilence> m_soon; ///< the one of the banner
    int m_active = 0;
};

} // namespace Watchfloor
