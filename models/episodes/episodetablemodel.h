#pragma once

#include "models/core/clock.h"
#include "models/episodes/episode.h"

#include <QAbstractTableModel>
#include <QCoreApplication>

namespace Watchfloor {

class EpisodeWords
{
    Q_DECLARE_TR_FUNCTIONS(Watchfloor::EpisodeWords)

public:
    /// How it ended, or what it is: "Recovered", "End not seen", "Never fired", "Firing".
    static QString ending(const Episode &episode);
    /// "acknowledged by mk", "escalated to CTO", "recovered".
    static QString event(const EpisodeEvent &event);
};

/// Lives of alerts as rows, in the order in which the record gave them or by a column. Texts are safe for display; colours are
/// the view's.
class EpisodeTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { StartedColumn, NameColumn, ServiceColumn, SeverityColumn, DurationColumn, OwnerColumn, EndColumn, EndedColumn, StartsColumn, ColumnCount };

    explicit EpisodeTableModel(const Clock &clock, QObject *parent = nullptr);

    void setEpisodes(std::vector<Episode> episodes);
    const std::vector<Episode> &episodes() const { return m_episodes; }
    /// Null past the end.
    const Episode *episodeAt(int row) const;
    /// -1 where it is not.
    int rowOf(qint64 id) const;
    /// Time passed: what is open lasts longer.
    void tick();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    QString display(const Episode &episode, int column) const;
    void arrange();

    const Clock &m_clock;
    std::vector<Episode> m_episodes;
    int m_column = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

/// How long it lasted from its first firing, or where it never fired from its beginning; up to now where it is open.
std::chrono::milliseconds lengthOf(const Episode &episode, WallTime now);

} // namespace Watchfloor
