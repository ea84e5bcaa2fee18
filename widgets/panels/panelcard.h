#pragma once

#include "widgets/controls/card.h"
#include "widgets/panels/panelcontent.h"

#include <memory>

class QMenu;

namespace Watchfloor {

class EmptyState;
class IconButton;
class Pill;
class TimeChart;

/// One panel of a dashboard: asks its queries while it stands, shows the last good answer with its age and state, and says what
/// failed where it failed. Its picture is the body's, one class a kind.
class PanelCard final : public Card
{
    Q_OBJECT

public:
    /// `own` are values of variables over the dashboard's, of a panel that is repeated.
    PanelCard(const PanelScene &scene, std::shared_ptr<const Dashboard> dashboard, Watchfloor::Panel panel, VariableValues own = {}, QWidget *parent = nullptr);
    ~PanelCard() override;

    const Watchfloor::Panel &panel() const { return m_panel; }
    const PanelView &view() const { return m_view; }
    const PanelQueries &queries() const { return m_queries; }
    const Dashboard &dashboard() const { return *m_dashboard; }
    /// Which of its dashboard's panels it is; absent for one that stands in no file.
    void setIndex(size_t index) { m_index = index; }
    /// Where it is edited: "edit/WHAT/DASHBOARD/INDEX"; empty: nowhere.
    QString editPath(const QString &what) const;
    QString shownTitle() const;
    /// What the person chose; asks anew when that changes the queries.
    void setView(const PanelView &view);
    void setMarks(const BoardMarks &marks);
    /// Out of sight it asks nothing; what is held is asked on from there when it is seen again.
    void setAsking(bool asking);
    bool isAsking() const { return m_asking; }
    /// Answers of this query changed: the next refresh shows them.
    void handleChanged(const QueryKey &key);
    void markDirty() { m_dirty = true; }
    bool isDirty() const { return m_dirty; }
    /// Shows what changed, and what moves with time.
    void refresh();
    bool isSettled() const;
    void setSynchronous(bool synchronous);
    TimeChart *chart();
    PanelBody &body() { return *m_body; }
    /// State of the panel as its header shows it.
    State panelState() const { return m_seen.state; }
    const PanelState &seen() const { return m_seen; }
    /// What is shown as comma separated values: a row a time and a column a series, else tables as they are.
    QString csv() const;
    QImage image();
    QByteArray svg();

    void setComparison(std::chrono::milliseconds back);
    std::chrono::milliseconds comparison() const { return m_view.compare; }
    bool isLegendShown() const { return m_legendShown; }
    void setLegendShown(bool shown);
    void inspect();
    void explore();
    /// Asks for its editor; of a dashboard that is not ours, to be copied into one of ours.
    void edit();

Q_SIGNALS:
    void fullScreenRequested();
    void zoomRequested(const Watchfloor::TimeRange &range);
    void zoomResetRequested();
    void openRequested(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void buildBody();
    void askAll();
    void askExemplars();
    void showContent();
    void showHeader();
    void showEmpty();
    void showButtons();
    PanelMoment momentNow() const;
    QString emptySentence() const;

    PanelScene m_scene;
    std::shared_ptr<const Dashboard> m_dashboard;
    Watchfloor::Panel m_panel; // QFrame has a Panel of its own
    VariableValues m_own;
    std::optional<size_t> m_index;
    PanelView m_view;
    PanelQueries m_queries;
    BoardMarks m_marks;
    std::vector<QueryInterest> m_interests;
    std::vector<ChartExemplar> m_exemplars;
    Instant m_exemplarsAt{};
    int m_exemplarAsks = 0; ///< an answer to an earlier question is none
    PanelState m_seen;
    std::unique_ptr<PanelBody> m_body; ///< shown within; given up with the card
    EmptyState *m_empty = nullptr;
    IconButton *m_menu = nullptr;
    IconButton *m_info = nullptr;
    Pill *m_partial = nullptr;
    bool m_dirty = true;
    bool m_cut = false;
    bool m_asking = true;
    bool m_legendShown = true;
};

/// The menu of a panel: what can be seen of it, taken from it and done with it.
QMenu *makePanelMenu(PanelCard &card, const PanelScene &scene);

} // namespace Watchfloor
