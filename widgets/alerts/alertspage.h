#pragma once

#include "models/alerts/alerttablemodel.h"
#include "widgets/alerts/alertorder.h"
#include "widgets/controls/page.h"

#include <QPointer>
#include <QTimer>

namespace Watchfloor {

class ActionButton;
class AlertDelegate;
class AlertDetail;
class AlertRowsModel;
class Banner;
class Card;
class ChipField;
class DataTable;
class EmptyState;
class IconButton;
class SegmentedControl;
class SilenceDialog;
class StateChips;

/// What fires, will fire, is muted or cannot be seen: filtered, in order, and one of them in full beside it.
class AlertsPage final : public Page
{
    Q_OBJECT

public:
    explicit AlertsPage(const PageContext &context, QWidget *parent = nullptr);

    bool open(const QString &item) override;
    QString openItem() const override { return m_opened ? m_fingerprint : QString(); }
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
    QWidget *buildFilters();
    QWidget *buildList();
    QWidget *buildOrder();
    void addShortcuts();
    void arrange();
    void applyFilter();
    void refresh();
    void chooseFirst();
    void choose(const QString &fingerprint);
    bool select(const QString &fingerprint);
    void step(int by);
    void showEmpty();
    void showBanners();
    void showOrder();
    void showColumnMenu();
    QStringList selected() const;
    void acknowledge();
    void silence();
    void silenceMatching();
    void openSilenceDialog(const Matchers &matchers);
    void copyRows() const;

    AlertTableModel *m_model;
    AlertRowsModel *m_rows;
    AlertDelegate *m_delegate = nullptr;
    ChipField *m_filter = nullptr;
    SegmentedControl *m_grouping = nullptr;
    IconButton *m_columns = nullptr;
    ActionButton *m_silenceThese = nullptr;
    StateChips *m_chips = nullptr;
    DataTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    std::vector<Banner *> m_banners;
    Card *m_orderCard = nullptr;
    StateTimeline *m_order = nullptr;
    QStringList m_orderFingerprints;
    AlertDetail *m_detail = nullptr;
    Card *m_detailCard = nullptr;
    QPointer<SilenceDialog> m_dialog;
    QTimer m_refresh;
    QString m_fingerprint;
    std::chrono::milliseconds m_range = std::chrono::minutes(45);
    std::optional<bool> m_narrow;
    bool m_opened = false;
    bool m_closed = false;
    bool m_columnsChosen = false;
};

} // namespace Watchfloor
