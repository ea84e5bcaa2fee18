#pragma once

#include "models/webhooks/deliverystore.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// What was handed on, a row a message, newest first.
class DeliveryTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WebhookColumn, AlertColumn, ToldColumn, StateColumn, AttemptsColumn, TimeColumn, ProblemColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, DeliveryStateRole, FingerprintRole, CanRetryRole, LineRole, StateRole };

    DeliveryTableModel(const DeliveryStore &store, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// "PagerDuty: delivered 03:11:02", "Slack: not delivered, 3 attempts: status 500, next 03:13:00".
    static QString line(const Delivery &delivery, WallTime now);
    static QString stateText(Delivery::State state);

private:
    QString display(const Delivery &delivery, int column) const;
    void handleChanged();

    const DeliveryStore &m_store;
    const Clock &m_clock;
    int m_rows;
};

} // namespace Watchfloor
