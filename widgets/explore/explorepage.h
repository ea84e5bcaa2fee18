#pragma once

#include "models/panels/panel.h"
#include "widgets/charts/zoomhistory.h"
#include "widgets/controls/page.h"

class QStackedWidget;
class QVBoxLayout;

namespace Watchfloor {

class ActionButton;
class MoversView;
class PanelCard;
class PromEdit;
class QueryBrowser;
class SegmentedControl;
class TextLabel;
class VocabularyFeed;

/// One question asked by hand: an editor that knows the source's metrics, the answer as a graph and a table, what was asked before, and what
/// moved around a moment.
class ExplorePage final : public Page
{
    Q_OBJECT

public:
    explicit ExplorePage(const PageContext &context, QWidget *parent = nullptr);
    ~ExplorePage() override;

    /// SOURCE/EXPRESSION, percent-encoded; moved, moved/SERVICE, moved/SERVICE/MILLISECONDS of a moment; empty.
    bool open(const QString &item) override;
    QString openItem() const override;
    void setTimeRange(std::chrono::milliseconds range) override;
    void tick() override;
    void focusFilter() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

    /// Exactly this span instead of the present; back() returns to what was before.
    void zoomTo(const TimeRange &range);
    void zoomBack();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildQuestion();
    void showMode(int mode);
    void chooseSource(const QString &source);
    void ask(const QString &source, const QString &expression);
    void run();
    void dropAnswer();
    PanelCard *addCard(PanelKind kind, const QString &title, int stretch);
    void showFull(PanelCard *card);
    void applyView();
    void showZoom();
    void showSourceMenu();
    std::vector<PanelCard *> cards() const;

    QString m_source;
    QString m_expression; ///< that was run
    std::chrono::milliseconds m_range{3'600'000};
    std::optional<TimeRange> m_zoom;
    ZoomHistory m_zooms;
    bool m_synchronous = false;
    VocabularyFeed *m_feed;
    QueryBrowser *m_browser;
    SegmentedControl *m_mode = nullptr;
    QStackedWidget *m_stack = nullptr;
    ActionButton *m_sourceButton = nullptr;
    ActionButton *m_zoomButton = nullptr;
    PromEdit *m_edit = nullptr;
    TextLabel *m_fault = nullptr;
    QVBoxLayout *m_answers = nullptr;
    QWidget *m_empty = nullptr;
    PanelCard *m_graph = nullptr;
    PanelCard *m_table = nullptr;
    MoversView *m_movers = nullptr;
};

} // namespace Watchfloor
