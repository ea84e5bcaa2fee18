#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/page.h"

namespace Watchfloor {

class ActionButton;
class DataTable;
class DeliveryTableModel;

/// What was handed on to the workspace's webhooks, and how far it came. Hidden while there is neither.
class HandOnCard final : public Card
{
    Q_OBJECT

public:
    explicit HandOnCard(const PageContext &context, QWidget *parent = nullptr);
    /// The workspace or what was handed on may have changed.
    void refresh();

private:
    void retryChosen();
    void copyChosen();
    QModelIndex chosen() const;

    PageContext m_context;
    DeliveryTableModel *m_model;
    DataTable *m_table;
    QWidget *m_buttons = nullptr;
    ActionButton *m_retry;
    ActionButton *m_copy;
};

} // namespace Watchfloor
