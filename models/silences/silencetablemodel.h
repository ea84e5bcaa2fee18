#pragma once

#include "models/alerts/alertstore.h"
#include "models/core/clock.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The silences of every Alertmanager as rows: active first, then pending, then expired, each by their end.
class SilenceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, MatchersColumn, MatchesColumn, CreatedByColumn, CommentColumn, EndsColumn, SourceColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 1, SourceRole, SilenceStateRole, MatchesRole };

    SilenceTableModel(const AlertStore &store, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Those that are over are left out unless wanted.
    void setExpiredShown(bool shown);
    const Silence *silenceAt(int row) const;
    /// Time moved on: what is left of each.
    void tick();

private:
    struct Row
    {
        QString source;
        Silence silence;
        int matches = 0;
    };
    std::vector<Row> collected() const;
    void refresh();

    const AlertStore &m_store;
    const Clock &m_clock;
    std::vector<Row> m_rows;
    bool m_expiredShown = false;
};

} // namespace Watchfloor
