#pragma once

#include "models/runbooks/runstore.h"

#include <QAbstractListModel>

namespace Watchfloor {

/// The catalogue: runbooks by target, those that something wrong asks for now first, then by name of target and title.
class RunbookListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        TargetRole,
        FirstOfTargetRole, ///< bool: the row begins a group
        RiskRole,          ///< Risk
        RunningRole,       ///< bool
        MatchesNowRole,    ///< bool: an open alert asks for it
        LastStateRole,     ///< RunState of the latest run; invalid without one
        LastOutcomeRole,   ///< the same in words, empty without one
        LastEndedRole,     ///< wall milliseconds of the latest run's end; invalid without one
    };

    explicit RunbookListModel(const RunStore &store, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// Labels of the alerts that are open now.
    void setOpenAlerts(const std::vector<Labels> &alerts);
    /// How many runbooks match an open alert.
    int matchingCount() const;
    QModelIndex indexOf(const QString &name) const;

private:
    struct Row
    {
        QString name;
        bool matches = false;
        bool operator==(const Row &) const = default;
    };

    std::vector<Row> sortedRows() const;
    void rebuild();
    void handleRun(const QString &id);
    QString outcome(const Run &run) const;

    const RunStore &m_store;
    std::vector<Labels> m_alerts;
    std::vector<Row> m_rows;
};

} // namespace Watchfloor
