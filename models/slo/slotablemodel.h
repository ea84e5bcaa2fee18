#pragma once

#include "models/core/clock.h"
#include "models/slo/slostore.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The objectives as rows. Texts are for people; roles carry the raw values, so that a view sorts, filters and paints by them.
class SloTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ObjectiveColumn, ServiceColumn, TargetColumn, SliColumn, BudgetColumn, BurnFastColumn, BurnSlowColumn, PolicyColumn, EmptyColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1, ///< State
        NameRole,                     ///< Objective::name
        PolicyRole,                   ///< SloPolicyState
        RemainingRole,                ///< budget left as a ratio; invalid when not known
        SliRole,                      ///< a ratio; invalid when not known
        TargetRole,
        BurnFastRole,                 ///< over 5 minutes; invalid when not known
        BurnSlowRole,                 ///< over 1 hour
        EmptyAtRole,                  ///< milliseconds since 1970; invalid when it never is
        SentenceRole,                 ///< why it cannot be seen
        SortRole,                     ///< of each column: a number or a text; worst first is ascending
    };

    SloTableModel(const SloStore &store, const Clock &clock, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Ages moved on: every row may have become stale.
    void tick();

    /// "Page", "Ticket", "On track".
    static QString policyText(SloPolicyState state);

private:
    void handleChanged(const QString &name);
    QString text(const SloStatus &status, Column column) const;
    QVariant rawValue(const SloStatus &status, int role) const;
    QVariant sortValue(const SloStatus &status, Column column) const;

    const SloStore &m_store;
    const Clock &m_clock;
    int m_rows = 0;
};

} // namespace Watchfloor
