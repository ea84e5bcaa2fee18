#pragma once

#include "models/services/servicestore.h"

#include <QAbstractListModel>

namespace Watchfloor {

/// The services as rows, worst first, as the store orders them. A row that moves keeps its selection.
class ServiceTableModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, NameRole, ReasonRole, FiringRole, AgeRole };

    explicit ServiceTableModel(const ServiceStore &store, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const ServiceStatus *serviceAt(int row) const;
    int rowOf(const QString &name) const { return int(m_names.indexOf(name)); }

private:
    void handleChanged();

    const ServiceStore &m_store;
    QStringList m_names; ///< in the order shown
};

} // namespace Watchfloor
