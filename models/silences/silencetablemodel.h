#pragma once

#include "models/silences/clustersilence.h"
#include "models/silences/silencecounter.h"

#include "models/core/clock.h"

#include <QAbstractTableModel>

namespace Watchfloor {

/// The silences of every cluster as rows, each once: active first, then pending, then expired, each by their end.
class SilenceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StateColumn, MatchersColumn, MatchesColumn, EndsColumn, CreatedByColumn, CommentColumn, PlaceColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        ClusterRole,
        SilenceStateRole,
        MatchesRole,
        EndsSoonRole,  ///< bool: soon, while alerts of it still fire
        DisputedRole,  ///< bool: members of its cluster disagree
        MutesNothingRole, ///< bool: it stands and matches nothing open
    };
    /// Which rows are there.
    enum class Shown { Standing, Active, Pending, Idle, Expired, All };

    SilenceTableModel(const AlertStore &store, const SourceStore &sources, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setWarnBefore(std::chrono::milliseconds time);
    void setShown(Shown shown);
    Shown shown() const { return m_shown; }
    /// Words of which each must stand in the id, the matchers, the comment, the author or the cluster.
    void setFilter(const QString &words);
    /// How many there are of a kind, whatever is filtered.
    int count(Shown shown) const;

    const ClusterSilence *rowAt(int row) const;
    /// The row of a silence that is shown; -1: it is not.
    int rowOf(const QString &id) const;
    /// Time moved on: what is left of each, and what the members say.
    void tick();

Q_SIGNALS:
    /// Other rows, or other counts of a kind.
    void refreshed();

private:
    struct Row
    {
        ClusterSilence told;
        std::optional<SilenceCounter::Count> count;
        bool endsSoon = false;
        bool operator==(const Row &) const = default;
    };
    void collect();
    void fill();
    bool isShown(const Row &row, Shown shown) const;
    bool passes(const Row &row) const;
    QString cell(const Row &row, Column column) const;
    QString endsText(const Silence &silence) const;
    QString toolTip(const Row &row, Column column) const;

    const AlertStore &m_store;
    const SourceStore &m_sources;
    const Clock &m_clock;
    SilenceCounter m_counter;
    std::vector<Row> m_all;
    std::vector<Row> m_rows;
    QStringList m_words;
    Shown m_shown = Shown::Standing;
    std::chrono::milliseconds m_warnBefore = std::chrono::minutes(30);
};

} // namespace Watchfloor
