#pragma once

#include "models/alerts/alertstore.h"
#include "models/core/clock.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace Watchfloor {

/// The alerts that a filter lets through, as rows, worst first or by a column: an own index vector over the store, one layout
/// change a round, built for 50,000 rows.
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

    /// Only rows that every matcher lets through; `text` is looked for in name, service and summary without case.
    void setFilter(Matchers matchers, const QString &text);
    /// Only rows in this state; absent: all.
    void setStateFilter(std::optional<AlertState> state);
    const Alert *alertAt(int row) const;
    /// -1 where the filter keeps it away.
    int rowOf(const QString &fingerprint) const;
    /// Rows that matchers and text let through, by state, before the state filter.
    int countOf(AlertState state) const;
    int matchingCount() const;
    void tick();

Q_SIGNALS:
    void countsChanged();

private:
    void refresh();

    class Private;
    std::unique_ptr<Private> d;

public:
    ~AlertTableModel() override;
};

} // namespace Watchfloor
