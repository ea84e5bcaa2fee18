#pragma once

#include "models/alerts/alertstore.h"
#include "models/silences/maintenancestore.h"
#include "models/silences/occurrences.h"

#include "models/core/clock.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The next occurrences of every maintenance window at every cluster that it is meant for, the soonest first, with what became of
/// the silence of each.
class MaintenanceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { WindowColumn, BeginsColumn, LengthColumn, MatchersColumn, PlaceColumn, StandingColumn, ColumnCount };
    enum Role { StandingRole = Qt::UserRole + 1, SilenceRole, StartsRole };
    enum class Standing {
        Later,    ///< its silence is not due yet
        Due,      ///< it is due and was not told of yet
        Stands,
        UnderWay, ///< stands and mutes now
        Faulty,   ///< it does not stand, or not as the file has it
    };

    MaintenanceTableModel(const MaintenanceStore &store, const AlertStore &alerts, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Time moved on: what is over goes, what comes next appears.
    void tick();

private:
    struct Row
    {
        MaintenanceOccurrence occurrence;
        QString cluster;
        QString matchers;
        std::chrono::milliseconds ahead{};
        Standing standing = Standing::Later;
        MaintenanceReport report;
        bool operator==(const Row &) const = default;
    };
    void refresh();
    std::vector<Row> rows(WallTime now) const;
    void take(Row &row, WallTime now) const;
    QString cell(const Row &row, Column column) const;
    QString standingText(const Row &row) const;

    const MaintenanceStore &m_store;
    const AlertStore &m_alerts;
    const Clock &m_clock;
    std::vector<Row> m_rows;
};

} // namespace Watchfloor
