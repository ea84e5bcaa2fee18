#include "widgets/alerts/alertrowsmodel.h"

#include "models/core/format.h"

#include <QHash>

namespace Watchfloor {

AlertRowsModel::AlertRowsModel(AlertTableModel &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
    connect(&source, &QAbstractItemModel::layoutAboutToBeChanged, this, &AlertRowsModel::beginChange);
    connect(&source, &QAbstractItemModel::layoutChanged, this, &AlertRowsModel::endChange);
    connect(&source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, first.column()), index(rowCount() - 1, last.column()), roles);
    });
}

int AlertRowsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_grouped ? int(m_rows.size()) : m_source.rowCount();
}

int AlertRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(AlertTableModel::ColumnCount);
}

int AlertRowsModel::sourceRow(int row) const
{
    if (!m_grouped)
        return row;
    return row >= 0 && size_t(row) < m_rows.size() ? m_rows[size_t(row)] : -1;
}

const AlertRowsModel::Group *AlertRowsModel::groupAt(int row) const
{
    if (!m_grouped || row < 0 || size_t(row) >= m_rows.size() || m_rows[size_t(row)] >= 0)
        return nullptr;
    return &m_groups[size_t(-1 - m_rows[size_t(row)])];
}

QVariant AlertRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == AlertTableModel::ActiveColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    const Group *group = groupAt(index.row());
    if (!group)
        return m_source.index(sourceRow(index.row()), index.column()).data(role);
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == AlertTableModel::NameColumn)
        return group->name.isEmpty() ? tr("(no service)") : Format::safeText(group->name, 80);
    if (index.column() == AlertTableModel::SummaryColumn)
        return group->firing > 0 ? tr("%n alert(s), %1 firing", nullptr, group->alerts).arg(group->firing) : tr("%n alert(s)", nullptr, group->alerts);
    return {};
}

QVariant AlertRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

Qt::ItemFlags AlertRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return groupAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void AlertRowsModel::setGrouped(bool grouped)
{
    if (grouped == m_grouped)
        return;
    beginChange();
    m_grouped = grouped;
    endChange();
}

bool AlertRowsModel::isFolded(int row) const
{
    const Group *group = groupAt(row);
    return group && m_folded.contains(group->name);
}

void AlertRowsModel::toggle(int row)
{
    const Group *group = groupAt(row);
    if (!group)
        return;
    const QString name = group->name;
    beginChange();
    if (!m_folded.remove(name))
        m_folded.insert(name);
    endChange();
}

const Alert *AlertRowsModel::alertAt(int row) const
{
    const int at = sourceRow(row);
    return at < 0 ? nullptr : m_source.alertAt(at);
}

int AlertRowsModel::rowOf(const QString &fingerprint) const
{
    const int at = m_source.rowOf(fingerprint);
    if (at < 0 || !m_grouped)
        return at;
    return size_t(at) < m_places.size() ? m_places[size_t(at)] : -1;
}

/// Groups stand in the order of their first alert, so the worst service stays on top.
void AlertRowsModel::rebuild()
{
    m_groups.clear();
    m_rows.clear();
    m_places.clear();
    if (!m_grouped)
        return;
    QHash<QString, int> known;
    std::vector<std::vector<int>> members;
    for (int row = 0; row < m_source.rowCount(); ++row) {
        const Alert *alert = m_source.alertAt(row);
        const QString name = alert ? alert->service() : QString();
        const auto found = known.constFind(name);
        const int at = found == known.cend() ? int(m_groups.size()) : *found;
        if (found == known.cend()) {
            known.insert(name, at);
            m_groups.push_back({name, 0, 0, AlertState::Recovered, Severity::None});
            members.emplace_back();
        }
        Group &group = m_groups[size_t(at)];
        if (alert && (group.alerts == 0 || alertStateRank(alert->state) < alertStateRank(group.worst))) {
            group.worst = alert->state;
            group.severity = alert->severity;
        }
        ++group.alerts;
        group.firing += alert && alert->state == AlertState::Firing;
        members[size_t(at)].push_back(row);
    }
    m_places.assign(size_t(m_source.rowCount()), -1);
    for (size_t at = 0; at < m_groups.size(); ++at) {
        m_rows.push_back(-1 - int(at));
        if (m_folded.contains(m_groups[at].name))
            continue;
        for (const int row : members[at]) {
            m_places[size_t(row)] = int(m_rows.size());
            m_rows.push_back(row);
        }
    }
}

/// What views hold on to is anchored in the source, which keeps it with its alert through the change.
void AlertRowsModel::beginChange()
{
    Q_EMIT layoutAboutToBeChanged();
    m_held.clear();
    for (const QModelIndex &own : persistentIndexList()) {
        const Group *group = groupAt(own.row());
        m_held.push_back({own, group ? QModelIndex() : m_source.index(sourceRow(own.row()), own.column())});
    }
}

void AlertRowsModel::endChange()
{
    rebuild();
    QModelIndexList before;
    QModelIndexList after;
    for (const Held &held : m_held) {
        before << held.own;
        const int row = !held.source.isValid() ? -1 : m_grouped ? m_places[size_t(held.source.row())] : held.source.row();
        after << (row < 0 ? QModelIndex() : createIndex(row, held.own.column()));
    }
    changePersistentIndexList(before, after);
    m_held.clear();
    Q_EMIT layoutChanged();
}

} // namespace Watchfloor
