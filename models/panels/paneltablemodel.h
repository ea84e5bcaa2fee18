#pragma once

#include "models/frames/display.h"
#include "models/panels/panel.h"

#include <QAbstractTableModel>
#include <QSet>

#include <memory>

namespace Watchfloor {

/// The series of instant answers as one table: a column for each label that any of them has, with several queries one that says which, then the
/// value. What a table panel of the short form shows.
Frame labelTable(const Panel &panel, const std::vector<std::shared_ptr<const QueryAnswer>> &answers);

/// A frame as a table: hidden columns are absent, rows are filtered by column and sorted by any, numbers as numbers. At most 10,000 rows.
class PanelTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// ValueRole is the number, or the text. ColorRole is a colour as dashboards write it, PercentRole the share of a gauge, StyleRole the cell's
    /// display: "color-text", "gauge", …
    enum Role { StateRole = Qt::UserRole + 1, ValueRole, ColorRole, PercentRole, StyleRole, FieldRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setFrame(Frame frame);
    const Frame &frame() const { return m_frame; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder sortOrder = Qt::AscendingOrder) override;

    /// The field of a column; null outside.
    const Field *field(int column) const;
    /// The place in the frame of what stands in this row.
    size_t source(int row) const { return m_order[size_t(row)]; }
    int columnOf(const QString &displayName) const;

    /// Only rows whose cell shows one of these texts; absent lets all through.
    void setFilter(int column, std::optional<QSet<QString>> texts);
    bool isFiltered(int column) const;
    /// The different texts of a column, as often as 500.
    QStringList textsOf(int column) const;
    std::optional<QSet<QString>> filter(int column) const;

    /// What the footer says of a column under a reducer's id: over the rows that are shown.
    QString footer(int column, const QString &calculation) const;
    /// What is shown, or of it the rows named, as tab-separated lines with a head.
    QString text(const QList<int> &rows = {}) const;
    size_t totalRows() const { return m_frame.rows(); }

private:
    void arrange();
    bool isBefore(size_t left, size_t right) const;

    Frame m_frame;
    std::vector<size_t> m_columns; ///< of the frame
    std::vector<size_t> m_order;   ///< rows of the frame, as they are shown
    std::map<QString, QSet<QString>> m_filters; ///< by the column's name
    QString m_sortedBy;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Watchfloor
