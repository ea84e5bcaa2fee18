#pragma once

#include "models/episodes/episodereport.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The noisiest alerts of a report as rows.
class TalkerTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ServiceColumn, SeverityColumn, CountColumn, ShareColumn, StartsColumn, FiringColumn, NeverColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTalkers(std::vector<Talker> talkers);
    const Talker *talkerAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Talker> m_talkers;
};

} // namespace Watchfloor
