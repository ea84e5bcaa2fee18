#pragma once

#include "models/alerts/alertcells.h"
#include "models/alerts/alertindex.h"
#include "models/core/clock.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <memory>
#include <optional>

namespace Watchfloor {

/// The alerts that a filter lets through, as rows, worst first or by a column: an own index vector over the store, one layout
/// change a round, built for 50,000 rows. Behind the fixed columns stand those of chosen labels.
class AlertTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, SeverityColumn, NameColumn, ServiceColumn, SummaryColumn, ActiveColumn, RespondColumn, OwnerColumn, OriginColumn, SilencedColumn, ColumnCount };
    enum Role { FingerprintRole = Qt::UserRole + 1, AlertStateRole, SeverityRole, RespondMillisecondsRole, AlertRole, GroupRole };

    AlertTableModel(const AlertStore &store, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const AlertStore &store() const { return m_store; }
    const Clock &clock() const { return m_clock; }
    void setFilter(AlertFilter filter);
    const AlertFilter &filter() const { return m_index.filter(); }
    /// Only rows in this state; absent: all.
    void setStateFilter(std::optional<AlertState> state);
    /// Only rows that flap, in whatever state.
    void setFlappingOnly(bool only);
    void setLabelColumns(const QStringList &labels);
    const QStringList &labelColumns() const { return m_labels; }
    AlertColumn columnAt(int column) const;
    /// -1 where no such column is shown.
    int columnOf(const AlertColumn &column) const;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    const Alert *alertAt(int row) const;
    /// Those of all rows, as long as these do not change.
    std::span<const Alert *const> alerts() const { return m_index.rows(); }
    /// -1 where the filter keeps it away.
    int rowOf(const QString &fingerprint) const;
    /// The rows of those of them that the filter lets through.
    QHash<QString, int> rowsOf(const QSet<QString> &fingerprints) const;
    QHash<const Alert *, int> rowsOf(const QSet<const Alert *> &alerts) const;
    /// Rows that the filter lets through, by state, before the state filter.
    int countOf(AlertState state) const { return m_index.countOf(state); }
    int flappingCount() const { return m_index.flappingCount(); }
    int matchingCount() const { return m_index.matchingCount(); }
    /// Makes the texts that words are looked for in, some at a time; false when all are made.
    bool prepareTexts(int most) { return m_index.prepareTexts(most, m_clock.wall()); }
    int textsMade() const { return m_index.textsMade(); }
    /// The rows are not yet all that the filter lets through, or not yet in order: many are looked at between two events.
    bool isBehind() const { return m_catchUp.isActive(); }
    /// Another number after each change of the store.
    int storeRound() const { return m_storeRound; }
    void tick();

Q_SIGNALS:
    void countsChanged();

private:
    AlertSorting::Key keyOf(const Alert &alert, WallTime now) const;
    bool hasMany() const;
    bool arrange();
    void refresh(std::optional<int> mostTexts = {});
    void catchUp();

    const AlertStore &m_store;
    const Clock &m_clock;
    AlertIndex m_index;
    QStringList m_labels;
    QTimer m_catchUp;
    int m_storeRound = 0;
    bool m_isHeld = false; ///< rows are those of before the store's last change
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Watchfloor
