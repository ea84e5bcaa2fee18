#pragma once

#include "models/health/healthstore.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// Every endpoint a row, in the order of the workspace. Roles carry values; colours are the view's.
class EndpointTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { EndpointColumn, StateColumn, LatencyColumn, AvailabilityColumn, CertificateColumn, LastFailureColumn, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< Endpoint::key()
        ServiceRole,
        StateRole,      ///< State
        ReasonRole,
        SortRole,       ///< the column's raw value: text, state's order, milliseconds, ratio
        HistoryRole,    ///< QVariantList of State as int, newest last
    };

    /// Store and clock must outlive the model.
    EndpointTableModel(const HealthStore &store, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Ages grew: states and times are looked at again.
    void refresh();

private:
    void handleChanged(const QString &key);
    QString display(const EndpointStatus &status, int column) const;
    QVariant sortValue(const EndpointStatus &status, int column) const;

    const HealthStore &m_store;
    const Clock &m_clock;
    int m_rows = 0;
};

} // namespace Watchfloor
