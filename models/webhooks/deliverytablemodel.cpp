#include "models/webhooks/deliverytablemodel.h"

#include "models/core/format.h"
#include "models/core/state.h"
#include "models/core/tooltiptext.h"

namespace Watchfloor {

DeliveryTableModel::DeliveryTableModel(const DeliveryStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rows(int(store.deliveries().size()))
{
    connect(&store, &DeliveryStore::changed, this, &DeliveryTableModel::handleChanged);
}

int DeliveryTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int DeliveryTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DeliveryTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || size_t(index.row()) >= m_store.deliveries().size())
        return {};
    const Delivery &delivery = m_store.deliveries()[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(delivery, index.column());
    case Qt::ToolTipRole:
        return delivery.error ? toolTipText(Format::safeText(delivery.error->detail)) : QString();
    case IdRole:
        return delivery.id;
    case DeliveryStateRole:
        return int(delivery.state);
    case FingerprintRole:
        return delivery.fingerprint;
    case CanRetryRole:
        return delivery.state == Delivery::State::Failed || delivery.state == Delivery::State::Retrying;
    case StateRole:
        // What waits or is under way is in no state yet.
        if (delivery.state == Delivery::State::Waiting || delivery.state == Delivery::State::Sending)
            return {};
        return QVariant::fromValue(delivery.state == Delivery::State::Failed     ? State::Critical
                                   : delivery.state == Delivery::State::Retrying ? State::Warning
                                                                                 : State::Healthy);
    case LineRole:
        return line(delivery, m_clock.wall());
    default:
        return {};
    }
}

QVariant DeliveryTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WebhookColumn:
        return tr("Webhook");
    case AlertColumn:
        return tr("Alert");
    case ToldColumn:
        return tr("Told");
    case StateColumn:
        return tr("State");
    case AttemptsColumn:
        return tr("Attempts");
    case TimeColumn:
        return tr("When");
    case ProblemColumn:
        return tr("Problem");
    default:
        return {};
    }
}

QString DeliveryTableModel::stateText(Delivery::State state)
{
    switch (state) {
    case Delivery::State::Waiting:
        return tr("waits");
    case Delivery::State::Sending:
        return tr("is sent");
    case Delivery::State::Retrying:
        return tr("not delivered yet");
    case Delivery::State::Delivered:
        return tr("delivered");
    case Delivery::State::Failed:
        return tr("not delivered");
    }
    return {};
}

QString DeliveryTableModel::line(const Delivery &delivery, WallTime now)
{
    const QString name = Format::safeText(delivery.webhook);
    if (delivery.state == Delivery::State::Delivered && delivery.settledAt)
        return tr("%1: delivered %2").arg(name, Format::moment(*delivery.settledAt, now));
    if (!delivery.error)
        return tr("%1: %2", "a webhook and what a message to it does").arg(name, stateText(delivery.state));
    const QString problem = Format::safeText(delivery.error->detail.isEmpty() ? Format::words(*delivery.error) : delivery.error->detail);
    const QString attempts = tr("%n attempt(s)", nullptr, delivery.attempts);
    if (delivery.nextAt)
        return tr("%1: not delivered, %2: %3, next %4").arg(name, attempts, problem, Format::moment(*delivery.nextAt, now));
    return tr("%1: not delivered, %2: %3").arg(name, attempts, problem);
}

QString DeliveryTableModel::display(const Delivery &delivery, int column) const
{
    const WallTime now = m_clock.wall();
    switch (column) {
    case WebhookColumn:
        return Format::safeText(delivery.webhook);
    case AlertColumn:
        return Format::safeText(delivery.alertname);
    case ToldColumn:
        return delivery.resolved ? tr("is over") : delivery.acknowledged ? tr("taken on") : tr("fires");
    case StateColumn:
        return stateText(delivery.state);
    case AttemptsColumn:
        return delivery.attempts > 0 ? Format::count(delivery.attempts) : QString();
    case TimeColumn:
        return delivery.nextAt      ? tr("again %1", "time of the next attempt").arg(Format::moment(*delivery.nextAt, now))
               : delivery.settledAt ? Format::moment(*delivery.settledAt, now)
                                    : Format::moment(delivery.at, now);
    case ProblemColumn:
        return delivery.error ? Format::sentence(*delivery.error) : QString();
    default:
        return {};
    }
}

void DeliveryTableModel::handleChanged()
{
    const int rows = int(m_store.deliveries().size());
    if (rows == m_rows && rows > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

} // namespace Watchfloor
