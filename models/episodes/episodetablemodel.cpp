#include "models/episodes/episodetablemodel.h"

#include "models/alerts/alertcells.h"
#include "models/core/format.h"
#include "models/core/tooltiptext.h"


namespace Watchfloor {

namespace {

WallTime beginningOf(const Episode &episode)
{
    return episode.firedAt.value_or(episode.startedAt);
}

bool isBefore(const Episode &a, const Episode &b, int column, WallTime now)
{
    const auto texts = [](const QString &left, const QString &right) { return QString::compare(left, right, Qt::CaseInsensitive) < 0; };
    switch (EpisodeTableModel::Column(column)) {
    case EpisodeTableModel::StartedColumn:
        return beginningOf(a) < beginningOf(b);
    case EpisodeTableModel::NameColumn:
        return texts(a.name(), b.name());
    case EpisodeTableModel::ServiceColumn:
        return texts(a.service(), b.service());
    case EpisodeTableModel::SeverityColumn:
        return a.severity < b.severity;
    case EpisodeTableModel::DurationColumn:
        return lengthOf(a, now) < lengthOf(b, now);
    case EpisodeTableModel::OwnerColumn:
        return texts(a.owner, b.owner);
    case EpisodeTableModel::EndColumn:
        return texts(EpisodeWords::ending(a), EpisodeWords::ending(b));
    case EpisodeTableModel::EndedColumn:
        return a.endedAt.value_or(WallTime::max()) < b.endedAt.value_or(WallTime::max());
    case EpisodeTableModel::StartsColumn:
        return a.starts < b.starts;
    case EpisodeTableModel::ColumnCount:
        break;
    }
    return false;
}

} // namespace

QString EpisodeWords::ending(const Episode &episode)
{
    if (!episode.endedAt)
        return AlertCells::stateWord(episode.state);
    if (!episode.firedAt)
        return tr("Never fired");
    return episode.state == AlertState::Unseen ? tr("End not seen") : AlertCells::stateWord(episode.state);
}

QString EpisodeWords::event(const EpisodeEvent &event)
{
    const QString who = Format::safeText(event.who, 80);
    switch (event.kind) {
    case EpisodeEvent::Kind::State:
        return AlertCells::stateWord(event.state);
    case EpisodeEvent::Kind::Acknowledged:
        return who.isEmpty() ? tr("Acknowledged") : tr("Acknowledged by %1").arg(who);
    case EpisodeEvent::Kind::Released:
        return who.isEmpty() ? tr("Acknowledgement ended") : tr("Let go again by %1").arg(who);
    case EpisodeEvent::Kind::Escalated:
        return tr("Escalated to %1").arg(who);
    case EpisodeEvent::Kind::Notified:
        return who.isEmpty() ? tr("Notified") : tr("Notified %1").arg(who);
    case EpisodeEvent::Kind::Dismissed:
        return who.isEmpty() ? tr("Taken off the list") : tr("Taken off the list by %1").arg(who);
    }
    return {};
}

std::chrono::milliseconds lengthOf(const Episode &episode, WallTime now)
{
    return std::max(episode.endedAt.value_or(now) - beginningOf(episode), std::chrono::milliseconds(0));
}

EpisodeTableModel::EpisodeTableModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
{
}

void EpisodeTableModel::setEpisodes(std::vector<Episode> episodes)
{
    beginResetModel();
    m_episodes = std::move(episodes);
    arrange();
    endResetModel();
}

const Episode *EpisodeTableModel::episodeAt(int row) const
{
    return row >= 0 && size_t(row) < m_episodes.size() ? &m_episodes[size_t(row)] : nullptr;
}

int EpisodeTableModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_episodes.begin(), m_episodes.end(), [id](const Episode &episode) { return episode.id == id; });
    return found == m_episodes.end() ? -1 : int(found - m_episodes.begin());
}

void EpisodeTableModel::tick()
{
    if (!m_episodes.empty())
        Q_EMIT dataChanged(index(0, DurationColumn), index(rowCount() - 1, DurationColumn), {Qt::DisplayRole});
}

int EpisodeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_episodes.size());
}

int EpisodeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EpisodeTableModel::data(const QModelIndex &index, int role) const
{
    const Episode *episode = index.isValid() ? episodeAt(index.row()) : nullptr;
    if (!episode)
        return {};
    if (role == Qt::DisplayRole)
        return display(*episode, index.column());
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == DurationColumn || index.column() == StartsColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == NameColumn)
        return toolTipText(Format::safeText(episode->summary, 500));
    return {};
}

QString EpisodeTableModel::display(const Episode &episode, int column) const
{
    const WallTime now = m_clock.wall();
    switch (Column(column)) {
    case StartedColumn:
        return Format::moment(beginningOf(episode), now);
    case NameColumn:
        return Format::safeText(episode.name());
    case ServiceColumn:
        return Format::safeText(episode.service());
    case SeverityColumn:
        return Format::severity(episode.severity);
    case DurationColumn: {
        const QString span = Format::span(lengthOf(episode, now));
        // What nobody saw the end of lasted at least so long.
        return episode.endedAt && episode.state == AlertState::Unseen ? QStringLiteral("\u2265 ") + span : span;
    }
    case OwnerColumn:
        return Format::safeText(episode.owner, 40);
    case EndColumn:
        return EpisodeWords::ending(episode);
    case EndedColumn:
        return episode.endedAt ? Format::moment(*episode.endedAt, now) : tr("open");
    case StartsColumn:
        return episode.starts > 1 ? QStringLiteral("\u00D7%1").arg(episode.starts) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EpisodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StartedColumn:
        return tr("Began");
    case NameColumn:
        return tr("Alert");
    case ServiceColumn:
        return tr("Service");
    case SeverityColumn:
        return tr("Severity");
    case DurationColumn:
        return tr("Lasted");
    case OwnerColumn:
        return tr("Owner");
    case EndColumn:
        return tr("Outcome");
    case EndedColumn:
        return tr("Ended");
    case StartsColumn:
        return tr("Fired");
    case ColumnCount:
        break;
    }
    return {};
}

void EpisodeTableModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    if (m_episodes.empty())
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<qint64> ids;
    for (const QModelIndex &index : before)
        ids.push_back(episodeAt(index.row())->id);
    arrange();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(ids[size_t(i)]), before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void EpisodeTableModel::arrange()
{
    if (m_column < 0) {
        // The record has the open ones in the order in which it learned of them, which says nothing.
        std::stable_sort(m_episodes.begin(), m_episodes.end(), [](const Episode &a, const Episode &b) {
            return a.endedAt ? false : b.endedAt || beginningOf(a) > beginningOf(b);
        });
        return;
    }
    const WallTime now = m_clock.wall();
    std::stable_sort(m_episodes.begin(), m_episodes.end(), [this, now](const Episode &a, const Episode &b) {
        return m_order == Qt::AscendingOrder ? isBefore(a, b, m_column, now) : isBefore(b, a, m_column, now);
    });
}

} // namespace Watchfloor
