#pragma once

#include "models/core/unit.h"
#include "models/metrics/series.h"
#include "models/panels/dashboard.h"

#include <QAbstractTableModel>

#include <memory>

namespace Watchfloor {

/// The series of a table panel's instant answers as rows: one column for each label that any of them has, then the value; with
/// several queries a column more that says which. Sorts by any column, numbers as numbers.
class PanelTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole + 1, ValueRole, LabelsRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setPanel(const Panel &panel);
    /// One answer a query of the panel, in their order; null where there is none yet.
    void setAnswers(const std::vector<std::shared_ptr<const QueryAnswer>> &answers);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder sortOrder = Qt::AscendingOrder) override;

    int valueColumn() const { return columnCount() - 1; }

private:
    struct Row
    {
        Labels labels;
        double value = noSample;
        size_t query = 0;
    };

    bool hasQueryColumn() const { return m_panel.queries.size() > 1; }
    QString cell(const Row &row, int column) const;
    QString queryName(size_t query) const;
    /// Which row of `rows` comes first, second, … under the chosen sorting.
    std::vector<size_t> orderOf(const std::vector<Row> &rows) const;
    std::vector<Row> inOrder(std::vector<Row> rows) const;

    Panel m_panel;
    std::vector<Row> m_rows;
    QStringList m_names; ///< of label columns
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Watchfloor
