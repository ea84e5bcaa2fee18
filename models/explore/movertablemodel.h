#pragma once

#include "models/explore/movers.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// What moved, most first: the series, what it was, what it became, how many times that, and how far by its own measure.
class MoverTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeriesColumn, BeforeColumn, AfterColumn, ChangeColumn, ScoreColumn, ColumnCount };
    enum Role { ScoreRole = Qt::UserRole + 1, ShareRole, ExpressionRole, NumberRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setMovers(std::vector<Mover> movers);
    const std::vector<Mover> &movers() const { return m_movers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const Mover &mover, int column) const;

    std::vector<Mover> m_movers;
};

/// The query that draws a mover: its selector, a counter's as a rate over `window`.
QString expressionOf(const Mover &mover, std::chrono::milliseconds window);

} // namespace Watchfloor
