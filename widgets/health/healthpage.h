#pragma once

#include "models/health/endpointtablemodel.h"
#include "widgets/controls/page.h"

#include <QSortFilterProxyModel>

namespace Watchfloor {

class Card;
class DataTable;
class EmptyState;
class KeyValueList;
class OutputView;
class SearchField;
class StateBadge;
class TextLabel;
class TickStrip;
class TimeChart;

/// Every endpoint with what it said: state, latency against its limit, availability, certificate; and its last failure in full.
class HealthPage final : public Page
{
    Q_OBJECT

public:
    explicit HealthPage(const PageContext &context, QWidget *parent = nullptr);

    bool open(const QString &item) override;
    QString openItem() const override { return m_opened ? m_key : QString(); }
    void setTimeRange(std::chrono::milliseconds range) override;
    void tick() override;
    void focusFilter() override;
    void setSynchronous(bool synchronous) override;
    QList<std::pair<QString, QString>> keys() const override;

private:
    QWidget *buildList();
    QWidget *buildDetail();
    void choose(const QString &key);
    void showDetail();
    void showLatency(const EndpointStatus &status);
    void showConditions(const EndpointStatus &status);
    void showFailure(const EndpointStatus &status);

    EndpointTableModel *m_model;
    QSortFilterProxyModel *m_proxy;
    SearchField *m_filter;
    DataTable *m_table;
    EmptyState *m_empty;
    Card *m_head;
    StateBadge *m_badge;
    TextLabel *m_reason;
    TickStrip *m_ticks;
    KeyValueList *m_facts;
    Card *m_latencyCard;
    TimeChart *m_latency;
    Card *m_conditionsCard;
    KeyValueList *m_conditions;
    Card *m_failureCard;
    KeyValueList *m_failure;
    OutputView *m_body;
    std::chrono::milliseconds m_range{3'600'000};
    QString m_key;
    QString m_shownBody;
    bool m_opened = false;
};

} // namespace Watchfloor
