#pragma once

#include "models/core/clock.h"
#include "models/sources/sourcestore.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The sources as rows: state, name, kind, address, age, latency, what it costs, version, answers, last
/// failure.
class SourceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StateColumn, NameColumn, KindColumn, AddressColumn, AgeColumn, LatencyColumn, QueriesColumn, BytesColumn, ServerTimeColumn,
        VersionColumn, AnswersColumn, FailureColumn, ColumnCount
    };
    enum Role { StateRole = Qt::UserRole + 1, NameRole, SentenceRole };

    SourceTableModel(const SourceStore &store, const Clock &clock, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Ages moved on: every row's text may have changed.
    void tick();

private:
    QString figure(const SourceFigures &figures, int column) const;
    QString costs(const SourceFigures &figures) const;
    void handleFiguresChanged(const QString &name);
    void handleChanged(const QString &name);

    const SourceStore &m_store;
    const Clock &m_clock;
    int m_rows = 0;
};

} // namespace Watchfloor
