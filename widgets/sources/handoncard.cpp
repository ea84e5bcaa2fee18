#include "widgets/sources/handoncard.h"

#include "models/core/format.h"
#include "models/webhooks/deliverytablemodel.h"
#include "widgets/controls/buttons.h"
#include "widgets/controls/datatable.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

namespace Watchfloor {

HandOnCard::HandOnCard(const PageContext &context, QWidget *parent)
    : Card(tr("Handed on"), parent)
    , m_context(context)
    , m_model(new DeliveryTableModel(context.stores.deliveries, context.clock, this))
    , m_table(new DataTable)
    , m_retry(new ActionButton(tr("Send again")))
    , m_copy(new ActionButton(tr("Copy")))
{
    setFlush(true);
    m_table->setObjectName(QStringLiteral("deliveryTable"));
    m_table->setModel(m_model);
    m_table->setCompact(true);
    m_table->setItemDelegate(new StateDelegate(DeliveryTableModel::StateRole, DeliveryTableModel::StateColumn, m_table));
    m_table->setColumnWidths({100, 130, 76, 166, 70, 120, 120});
    m_table->setStretchColumn(DeliveryTableModel::ProblemColumn);
    body()->addWidget(m_table);
    m_buttons = new QWidget;
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(Size::cardPadding, Size::gap, Size::cardPadding, Size::cardPadding);
    row->setSpacing(Size::gap);
    row->addWidget(m_retry);
    row->addWidget(m_copy);
    row->addStretch(1);
    body()->addWidget(m_buttons);
    m_retry->setObjectName(QStringLiteral("retryDelivery"));
    m_retry->setToolTip(tr("Sends the chosen message now, also one that was given up"));
    m_copy->setToolTip(tr("Copies what became of the chosen message"));
    connect(m_retry, &QPushButton::clicked, this, &HandOnCard::retryChosen);
    connect(m_copy, &QPushButton::clicked, this, &HandOnCard::copyChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HandOnCard::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HandOnCard::refresh);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HandOnCard::refresh);
    refresh();
}

void HandOnCard::refresh()
{
    const DeliveryStore &deliveries = m_context.stores.deliveries;
    const int failed = deliveries.count(Delivery::State::Failed);
    const int retrying = deliveries.count(Delivery::State::Retrying);
    setVisible(!m_context.stores.workspace().webhooks.empty() || !deliveries.deliveries().empty());
    setState(failed > 0 ? State::Critical : retrying > 0 ? State::Warning : State::Healthy);
    if (failed + retrying > 0)
        setDetail(tr("%n message(s) not delivered", nullptr, failed + retrying));
    else
        setDetail(deliveries.deliveries().empty() ? tr("nothing yet; %n webhook(s)", nullptr, int(m_context.stores.workspace().webhooks.size())) : tr("everything was delivered"));
    // Nothing yet is said in one line, not in an empty table.
    const bool isEmpty = deliveries.deliveries().empty();
    m_table->setVisible(!isEmpty);
    m_buttons->setVisible(!isEmpty);
    setSizePolicy(QSizePolicy::Preferred, isEmpty ? QSizePolicy::Maximum : QSizePolicy::Preferred);
    m_retry->setEnabled(chosen().isValid() && chosen().data(DeliveryTableModel::CanRetryRole).toBool());
    m_copy->setEnabled(chosen().isValid());
}

QModelIndex HandOnCard::chosen() const
{
    return m_table->currentIndex();
}

void HandOnCard::retryChosen()
{
    if (const QModelIndex index = chosen(); index.isValid())
        m_context.commands.retryDelivery(index.data(DeliveryTableModel::IdRole).toString());
}

void HandOnCard::copyChosen()
{
    if (const QModelIndex index = chosen(); index.isValid())
        QGuiApplication::clipboard()->setText(index.data(DeliveryTableModel::LineRole).toString());
}

} // namespace Watchfloor
