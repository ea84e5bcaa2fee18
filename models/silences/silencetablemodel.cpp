#include "models/silences/silencetablemodel.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"

#include <QTimeZone>

#include <tuple>

namespace Watchfloor {

namespace {

using Says = SilenceMember::Says;

/// Active, pending, expired.
int rankOf(Silence::State state)
{
    return state == Silence::State::Active ? 0 : state == Silence::State::Pending ? 1 : 2;
}

QString keyOf(const ClusterSilence &row)
{
    return row.cluster + QLatin1Char('/') + row.silence.id;
}

QStringList sourcesOf(const ClusterSilence &row)
{
    QStringList sources;
    for (const SilenceMember &member : row.members)
        sources << member.source;
    return sources;
}

/// What is over ends latest first, what is to come earliest first.
auto orderOf(const ClusterSilence &row)
{
    const auto end = row.silence.endsAt.time_since_epoch().count();
    return std::tuple(rankOf(row.silence.state), row.silence.state == Silence::State::Expired ? -end : end, row.cluster, row.silence.id);
}

} // namespace

SilenceTableModel::SilenceTableModel(const AlertStore &store, const SourceStore &sources, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_sources(sources)
    , m_clock(clock)
    , m_counter(store)
{
    connect(&store, &AlertStore::changed, this, &SilenceTableModel::collect);
    connect(&m_counter, &SilenceCounter::counted, this, &SilenceTableModel::fill);
    collect();
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
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, Column(index.column()));
    case Qt::ToolTipRole:
        return toolTip(row, Column(index.column()));
    case IdRole:
        return row.told.silence.id;
    case ClusterRole:
        return row.told.cluster;
    case SilenceStateRole:
        return int(row.told.silence.state);
    case MatchesRole:
        return row.count ? row.count->open : 0;
    case EndsSoonRole:
        return row.endsSoon;
    case DisputedRole:
        return row.told.isDisputed();
    case MutesNothingRole:
        return isShown(row, Shown::Idle);
    default:
        return {};
    }
}

QString SilenceTableModel::endsText(const Silence &silence) const
{
    const WallTime now = m_clock.wall();
    if (silence.state == Silence::State::Pending && silence.startsAt > now)
        return tr("begins in %1, for %2").arg(Format::span(silence.startsAt - now), Format::span(silence.endsAt - silence.startsAt));
    const auto rest = silence.endsAt - now;
    return rest.count() > 0 ? tr("in %1").arg(Format::span(rest)) : tr("%1 ago").arg(Format::span(-rest));
}

QString SilenceTableModel::cell(const Row &row, Column column) const
{
    const Silence &silence = row.told.silence;
    switch (column) {
    case StateColumn:
        return silence.state == Silence::State::Active    ? tr("Active")
               : silence.state == Silence::State::Pending ? tr("Not yet begun")
                                                          : tr("Over");
    case MatchersColumn:
        return Format::safeText(matchersText(silence.matchers));
    case MatchesColumn:
        return silence.state == Silence::State::Expired ? QString()
               : !row.count                             ? tr("counting…")
               : row.count->open == 0                   ? tr("nothing")
                                                        : Format::count(row.count->open);
    case EndsColumn:
        return row.endsSoon ? tr("%1, %n still firing", nullptr, row.count ? row.count->firing : 0).arg(endsText(silence)) : endsText(silence);
    case CreatedByColumn:
        return Format::safeText(silence.createdBy);
    case CommentColumn:
        return Format::safeText(silence.comment);
    case PlaceColumn: {
        const QStringList without = row.told.membersThat(Says::Lacks) + row.told.membersThat(Says::Differs);
        return without.isEmpty() ? row.told.cluster : tr("%1, not %2").arg(row.told.cluster, without.join(QStringLiteral(", ")));
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString SilenceTableModel::toolTip(const Row &row, Column column) const
{
    const Silence &silence = row.told.silence;
    if (column == EndsColumn)
        return tr("From %1 until %2").arg(Format::isoTime(silence.startsAt), Format::isoTime(silence.endsAt));
    if (column != PlaceColumn)
        return column == MatchersColumn || column == CommentColumn ? toolTipText(cell(row, column)) : QString();
    QStringList lines;
    for (const SilenceMember &member : row.told.members) {
        switch (member.says) {
        case Says::Stands:
            lines << tr("%1 has it").arg(member.source);
            break;
        case Says::Waiting:
            lines << tr("%1 was not asked since it changed").arg(member.source);
            break;
        case Says::Lacks:
            lines << tr("%1 does not have it").arg(member.source);
            break;
        case Says::Differs:
            lines << tr("%1 has it with another end, state or matchers").arg(member.source);
            break;
        case Says::Blind:
            lines << tr("%1 cannot be asked").arg(member.source);
            break;
        }
    }
    return toolTipText(lines.join(QLatin1Char('\n')));
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
    case EndsColumn:
        return tr("Ends");
    case CreatedByColumn:
        return tr("Created by");
    case CommentColumn:
        return tr("Comment");
    case PlaceColumn:
        return tr("Stands on");
    case ColumnCount:
        break;
    }
    return {};
}

void SilenceTableModel::setWarnBefore(std::chrono::milliseconds time)
{
    m_warnBefore = time;
    fill();
}

void SilenceTableModel::setShown(Shown shown)
{
    m_shown = shown;
    fill();
}

void SilenceTableModel::setFilter(const QString &words)
{
    m_words = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    fill();
}

int SilenceTableModel::count(Shown shown) const
{
    return int(std::count_if(m_all.begin(), m_all.end(), [this, shown](const Row &row) { return isShown(row, shown); }));
}

const ClusterSilence *SilenceTableModel::rowAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[size_t(row)].told : nullptr;
}

int SilenceTableModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&id](const Row &row) { return row.told.silence.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void SilenceTableModel::tick()
{
    collect();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, EndsColumn), index(int(m_rows.size()) - 1, EndsColumn));
}

bool SilenceTableModel::isShown(const Row &row, Shown shown) const
{
    const Silence::State state = row.told.silence.state;
    switch (shown) {
    case Shown::Standing:
        return state != Silence::State::Expired;
    case Shown::Active:
        return state == Silence::State::Active;
    case Shown::Pending:
        return state == Silence::State::Pending;
    case Shown::Idle:
        return state == Silence::State::Active && row.count && row.count->open == 0;
    case Shown::Expired:
        return state == Silence::State::Expired;
    case Shown::All:
        break;
    }
    return true;
}

bool SilenceTableModel::passes(const Row &row) const
{
    const Silence &silence = row.told.silence;
    const QStringList texts{silence.id, matchersText(silence.matchers), silence.comment, silence.createdBy, row.told.cluster};
    return std::all_of(m_words.begin(), m_words.end(), [&texts](const QString &word) {
        return std::any_of(texts.begin(), texts.end(), [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); });
    });
}

/// What is told of silences; counted again only where it is about other silences.
void SilenceTableModel::collect()
{
    std::vector<ClusterSilence> told = clusterSilences(m_store, m_sources, m_clock.now(), m_clock.wall());
    std::stable_sort(told.begin(), told.end(), [](const ClusterSilence &a, const ClusterSilence &b) { return orderOf(a) < orderOf(b); });
    const auto isSame = [](const Row &row, const ClusterSilence &other) {
        return keyOf(row.told) == keyOf(other) && row.told.silence.matchers == other.silence.matchers && row.told.silence.state == other.silence.state
               && sourcesOf(row.told) == sourcesOf(other);
    };
    const bool same = std::equal(m_all.begin(), m_all.end(), told.begin(), told.end(), isSame);
    std::vector<SilenceCounter::Counted> counted;
    m_all.clear();
    for (ClusterSilence &row : told) {
        if (row.silence.state != Silence::State::Expired)
            counted.push_back({keyOf(row), row.silence.matchers, sourcesOf(row)});
        m_all.push_back({std::move(row), {}, false});
    }
    if (!same)
        m_counter.count(counted);
    fill();
}

void SilenceTableModel::fill()
{
    const WallTime now = m_clock.wall();
    std::vector<Row> rows;
    for (Row &row : m_all) {
        row.count = m_counter.of(keyOf(row.told));
        const auto rest = row.told.silence.endsAt - now;
        row.endsSoon = row.told.silence.state == Silence::State::Active && rest.count() > 0 && rest <= m_warnBefore && row.count && row.count->firing > 0;
        if (isShown(row, m_shown) && passes(row))
            rows.push_back(row);
    }
    const auto isSameRow = [](const Row &a, const Row &b) { return keyOf(a.told) == keyOf(b.told); };
    if (!std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(), isSameRow)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (rows != m_rows) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    } else {
        return;
    }
    Q_EMIT refreshed();
}

} // namespace Watchfloor
