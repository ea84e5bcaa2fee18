#pragma once

#include "models/panels/panelqueries.h"
#include "models/session/commands.h"
#include "models/session/stores.h"
#include "widgets/controls/card.h"

#include <memory>

namespace Watchfloor {

class BarChart;
class DataTable;
class EmptyState;
class GaugeWidget;
class IconButton;
class PanelTableModel;
class StateTimeline;
class StatTile;
class TimeChart;

/// One panel of a dashboard: asks its queries while it stands, shows the last good answer with its age and state, and says what
/// failed where it failed.
class PanelCard final : public Card
{
    Q_OBJECT

public:
    PanelCard(Dashboard dashboard, Watchfloor::Panel panel, const Stores &stores, Commands &commands, const Clock &clock, QWidget *parent = nullptr);
    ~PanelCard() override;

    const Watchfloor::Panel &panel() const { return m_panel; }
    /// What the person chose; asks anew when that changes the queries.
    void setView(const PanelView &view);
    void refresh();
    bool isSettled() const;
    void setSynchronous(bool synchronous);
    TimeChart *chart() { return m_chart; }
    /// State of the panel as its header shows it.
    State panelState() const { return m_shownState; }
    /// What is shown as comma separated values: time, and a column a series; or a row a series.
    QString csv() const;

Q_SIGNALS:
    void fullScreenRequested();
    void zoomRequested(const Watchfloor::TimeRange &range);
    void zoomResetRequested();

private:
    struct Answered
    {
        const PanelQuery *query;
        const Series *series;
        double value;
    };
    void buildBody();
    void showMenu();
    void inspect();
    std::vector<Answered> answered() const;
    const SeriesStore::Entry *entryOf(const QueryKey &key) const;
    void showTimeSeries();
    void showStat();
    void showGauge();
    void showBars();
    void showTable();
    void showTimeline();
    void showHeader();
    void save(const QString &path, const QByteArray &bytes);

    Dashboard m_dashboard;
    Watchfloor::Panel m_panel; // QFrame has a Panel of its own
    const Stores &m_stores;
    Commands &m_commands;
    const Clock &m_clock;
    PanelView m_view;
    PanelQueries m_queries;
    std::vector<QueryInterest> m_interests;
    TimeChart *m_chart = nullptr;
    StatTile *m_stat = nullptr;
    GaugeWidget *m_gauge = nullptr;
    BarChart *m_bars = nullptr;
    DataTable *m_table = nullptr;
    PanelTableModel *m_tableModel = nullptr;
    StateTimeline *m_timeline = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_shown = nullptr;
    IconButton *m_menu = nullptr;
    State m_shownState = State::Blind;
};

} // namespace Watchfloor
