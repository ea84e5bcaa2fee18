#include "models/silences/silencetablemodel.h"

#include "models/silences/silencepreview.h"
#include "models/core/format.h"

#include <tuple>

namespace Watchfloor {

namespace {

/// Active, pending, expired.
int rankOf(Silence::State state)
{
    return state == Silence::State::Active ? 0 : state == Silence::State::Pending ? 1 : 2;
}

} // namespace

SilenceTableModel::SilenceTableModel(const AlertStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
{
    connect(&store, &AlertStore::changed, this, &SilenceTableModel::refresh);
    m_rows = collected();
}

int SilenceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SilenceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SilenceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[source, silence, matches] = m_rows[size_t(index.row())];
    if (role == IdRole)
        return silence.id;
    if (role == SourceRole)
        return source;
    if (role == SilenceStateRole)
        return int(silence.state);
    if (role == MatchesRole)
        return matches;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case StateColumn:
        return silence.state == Silence::State::Active    ? tr("Active")
               : silence.state == Silence::State::Pending ? tr("Not yet begun")
                                                          : tr("Over");
    case MatchersColumn:
        return Format::safeText(matchersText(silence.matchers));
    case MatchesColumn:
        return Format::count(matches);
    case CreatedByColumn:
        return Format::safeText(silence.createdBy);
    case CommentColumn:
        return Format::safeText(silence.comment);
    case EndsColumn: {
        const auto rest = silence.endsAt - m_clock.wall();
        return rest.count() > 0 ? tr("in %1").arg(Format::span(rest)) : tr("%1 ago").arg(Format::span(-rest));
    }
    case SourceColumn:
        return source;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SilenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StateColumn:
        return tr("State");
    case MatchersColumn:
        return tr("Matchers");
    case MatchesColumn:
        return tr("Matches now");
    case CreatedByColumn:
        return tr("Created by");
    case CommentColumn:
        return tr("Comment");
    case EndsColumn:
        return tr("Ends");
    case SourceColumn:
        return tr("Source");
    case ColumnCount:
        break;
    }
    return {};
}

void SilenceTableModel::setExpiredShown(bool shown)
{
    if (m_expiredShown == shown)
        return;
    m_expiredShown = shown;
    refresh();
}

const Silence *SilenceTableModel::silenceAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[size_t(row)].silence : nullptr;
}

void SilenceTableModel::tick()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, EndsColumn), index(int(m_rows.size()) - 1, EndsColumn));
}

std::vector<SilenceTableModel::Row> SilenceTableModel::collected() const
{
    std::vector<Row> rows;
    for (auto &[source, silence] : m_store.allSilences()) {
        if (silence.state == Silence::State::Expired && !m_expiredShown)
            continue;
        const int matches = silence.state == Silence::State::Expired ? 0 : int(previewSilence(silence.matchers, m_store.alerts()).muted.size());
        rows.push_back({source, silence, matches});
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::tuple(rankOf(a.silence.state), a.silence.endsAt, a.source, a.silence.id)
               < std::tuple(rankOf(b.silence.state), b.silence.endsAt, b.source, b.silence.id);
    });
    return rows;
}

void SilenceTableModel::refresh()
{
    std::vector<Row> rows = collected();
    const auto sameRow = [](const Row &a, const Row &b) { return a.source == b.source && a.silence.id == b.silence.id; };
    if (std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), sameRow)) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace Watchfloor
