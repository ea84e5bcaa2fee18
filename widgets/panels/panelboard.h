#pragma once

#include "models/panels/layout.h"
#include "widgets/panels/panelcard.h"

#include <QElapsedTimer>
#include <QScrollArea>
#include <QTimer>

#include <deque>

namespace Watchfloor {

class RowHeader;

/// The panels of one dashboard in their grid. A card is made when it comes into sight, one after the other so that the window never waits; what
/// is out of sight asks nothing and draws nothing.
class PanelBoard final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PanelBoard(const PanelScene &scene, QWidget *parent = nullptr);
    ~PanelBoard() override;

    /// Its panels are made when the view is set: not before it is known what their queries are made of.
    void setDashboard(std::shared_ptr<const Dashboard> dashboard);
    /// Range and variables of all panels; what a single one adds it knows itself.
    void setView(const PanelView &view);
    const PanelView &view() const { return m_view; }
    void setMarks(const BoardMarks &marks);
    void setSynchronous(bool synchronous);
    /// Ages and ranges moved.
    void tick();
    bool isSettled() const;

    const BoardLayout &layout() const { return m_layout; }
    /// Cards that are made, in reading order.
    std::vector<PanelCard *> cards() const;
    PanelCard *current() const;
    PanelCard *fullScreen() const { return m_full; }
    void toggleFullScreen(PanelCard *card);
    void toggleRow(const QString &key);
    /// Folds all rows, or opens them.
    void setRowsFolded(bool folded);
    /// Gives the keyboard to a panel; it is made when it is not there yet.
    void focusPanel(size_t placed);

Q_SIGNALS:
    void zoomRequested(const Watchfloor::TimeRange &range);
    void zoomResetRequested();
    void openRequested(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void layOut();
    void arrange();
    QRect rectOf(size_t placed) const;
    void lookAround();
    void work();
    PanelCard *make(size_t placed);
    void showView(PanelCard &card);
    void handleChanged(const QueryKey &key);
    int focusedPanel() const;
    void moveFocus(int right, int down);
    void dropCards();

    PanelScene m_scene;
    std::shared_ptr<const Dashboard> m_dashboard;
    PanelView m_view;
    BoardMarks m_marks;
    BoardLayout m_layout;
    std::set<QString> m_toggled;
    QWidget *m_board;
    std::map<QString, PanelCard *> m_cards; ///< by the key of their place
    std::map<QString, RowHeader *> m_rows;
    std::vector<QRect> m_rects;    ///< of m_layout.panels
    std::deque<size_t> m_wanted;   ///< in sight and not made yet
    std::deque<PanelCard *> m_stale; ///< have something new to show
    QTimer m_work;
    QTimer m_gather;
    PanelCard *m_full = nullptr;
    bool m_synchronous = false;
    bool m_ready = false;
};

} // namespace Watchfloor
