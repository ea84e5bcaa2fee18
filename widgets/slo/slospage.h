#pragma once

#include "models/slo/slotablemodel.h"
#include "widgets/controls/page.h"

#include <QSortFilterProxyModel>

class QListView;

namespace Watchfloor {

class ActionButton;
class BurnDownChart;
class BurnRateTable;
class Card;
class EmptyState;
class FigureLabel;
class KeyValueList;
class SearchField;
class StateBadge;
class TextLabel;
class TimeChart;

/// Objectives, worst first, and one of them in full: burn-down with projection, burn rates by window, error ratio, arithmetic.
class SlosPage final : public Page
{
    Q_OBJECT

public:
    explicit SlosPage(const PageContext &context, QWidget *parent = nullptr);

    bool open(const QString &item) override;
    QString openItem() const override { return m_opened ? m_name : QString(); }
    void tick() override;
    void focusFilter() override;
    bool isSettled() const override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

private:
    struct Figure
    {
        TextLabel *label;
        FigureLabel *value;
    };
    QWidget *buildList();
    QWidget *buildDetail();
    QWidget *buildHead();
    QWidget *buildBottom();
    Figure addFigure(class QHBoxLayout *row, const QString &label);
    void choose(const QString &name);
    void showDetail();
    void showFigures(const SloStatus &status, State state);
    void showBurnDown(const SloStatus &status, State state);
    void showErrorRatio(const SloStatus &status);
    void showPolicy(const SloStatus &status);

    SloTableModel *m_model;
    QSortFilterProxyModel *m_proxy;
    SearchField *m_filter = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_detail = nullptr;
    Card *m_head = nullptr;
    StateBadge *m_badge = nullptr;
    ActionButton *m_runbook = nullptr;
    Figure m_sli{};
    Figure m_budget{};
    Figure m_events{};
    Figure m_burn{};
    Figure m_emptyAt{};
    Card *m_burnDownCard = nullptr;
    BurnDownChart *m_burnDown = nullptr;
    BurnRateTable *m_rates = nullptr;
    Card *m_ratioCard = nullptr;
    TimeChart *m_ratio = nullptr;
    KeyValueList *m_arithmetic = nullptr;
    KeyValueList *m_policy = nullptr;
    QString m_name;
    bool m_opened = false;
};

} // namespace Watchfloor
