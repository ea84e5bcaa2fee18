#pragma once

#include "models/alerts/alertrowsmodel.h"
#include "models/alerts/alertview.h"
#include "models/alerts/filtercompletion.h"
#include "widgets/controls/page.h"

#include <QTimer>

class QHBoxLayout;
class QStackedWidget;

namespace Watchfloor {

class AlertActions;
class AlertDetail;
class AlertList;
class Card;
class EpisodesView;
class FilterBar;
class NoiseView;
class OrderCard;
class RowLinks;
class SegmentedControl;
class SilencesView;
class StateChips;

/// What fires, will fire, is muted or cannot be seen: filtered, in order, and one of them in full beside it. Behind tabs the silences, the
/// record of what was, and what it cost.
class AlertsPage final : public Page
{
    Q_OBJECT

public:
    explicit AlertsPage(const PageContext &context, QWidget *parent = nullptr);
    ~AlertsPage() override;

    /// A fingerprint, "silences", "silences/ID", "history", "noise"; empty: the list.
    bool open(const QString &item) override;
    QString openItem() const override;
    void setTimeRange(std::chrono::milliseconds range) override;
    void tick() override;
    void focusFilter() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Tab { AlertsTab, SilencesTab, HistoryTab, NoiseTab };

    QWidget *buildAlerts();
    void connectList();
    void addShortcuts();
    void arrange();
    void showTab(Tab tab);
    void stepTab(int by);
    void focusView();
    QWidget *headOf(Tab tab) const;
    void showTabTexts();
    void applyFilter();
    void refresh();
    void showChips();
    void chooseFirst();
    void choose(const QString &fingerprint);
    bool select(const QString &fingerprint);
    void step(int by);
    void clearFilter();
    void recallView();
    void keepView();

    AlertTableModel *m_model;
    AlertRowsModel *m_rows;
    RowLinks *m_links;
    FilterCompletion m_completion;
    SegmentedControl *m_tabs;
    QHBoxLayout *m_heads; ///< what stands above a tab, beside the choice of tabs
    QStackedWidget *m_stack;
    FilterBar *m_bar;
    StateChips *m_chips = nullptr;
    AlertList *m_list = nullptr;
    AlertActions *m_actions = nullptr;
    OrderCard *m_order = nullptr;
    AlertDetail *m_detail = nullptr;
    Card *m_detailCard = nullptr;
    SilencesView *m_silences = nullptr; ///< the other tabs are made when they are opened
    EpisodesView *m_history = nullptr;
    NoiseView *m_noise = nullptr;
    QTimer m_refresh;
    QTimer m_prepare;
    QTimer m_keep;
    QString m_fingerprint;
    std::optional<bool> m_narrow;
    bool m_opened = false;
    bool m_closed = false;
};

} // namespace Watchfloor
