#include "models/alerts/alertrowsmodel.h"

#include "models/core/format.h"

#include <QThreadPool>

namespace Watchfloor {

namespace {
constexpr int mostOpen = 5;   ///< so many stand open under their parent unless a person says otherwise
constexpr int mostDepth = 8;
constexpr int fewRows = 5'000; ///< come under their headings in one go
constexpr size_t fewHeadings = 1'000;
const QChar partsEnd(0x1F);

QString keyOf(const QStringList &values)
{
    return values.join(partsEnd) + partsEnd;
}

QHash<QString, QString> clustersOf(const AlertStore &store, const AlertGrouping &grouping)
{
    QHash<QString, QString> clusters;
    if (grouping.asksClusters())
        for (const auto &[cluster, sources] : store.clusters())
            for (const QString &source : sources)
                clusters.insert(source, cluster);
    return clusters;
}
}

AlertRowsModel::AlertRowsModel(AlertTableModel &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
{
    connect(&source, &QAbstractItemModel::layoutAboutToBeChanged, this, &AlertRowsModel::beginChange);
    connect(&source, &QAbstractItemModel::layoutChanged, this, [this] { endChange(); });
    connect(&m_prepare, &QTimer::timeout, this, &AlertRowsModel::prepareGrouping);
    m_prepare.setInterval(1);
    connect(&source, &QAbstractItemModel::columnsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    connect(&source, &QAbstractItemModel::columnsInserted, this, [this] { endInsertColumns(); });
    connect(&source, &QAbstractItemModel::columnsAboutToBeRemoved, this, [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    connect(&source, &QAbstractItemModel::columnsRemoved, this, [this] { endRemoveColumns(); });
    connect(&source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, first.column()), index(rowCount() - 1, last.column()), roles);
    });
}

int AlertRowsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return isPlain() ? m_source.rowCount() : int(m_rows.size());
}

int AlertRowsModel::columnCount(const QModelIndex &parent) const
{
    return m_source.columnCount(parent);
}

const AlertRowsModel::Group *AlertRowsModel::groupAt(int row) const
{
    const Row *found = isPlain() ? nullptr : at(row);
    return found && found->source < 0 ? &m_groups[size_t(-1 - found->source)] : nullptr;
}

int AlertRowsModel::underneath(int row) const
{
    const Row *found = isPlain() ? nullptr : at(row);
    return found && found->source >= 0 ? found->underneath : 0;
}

int AlertRowsModel::depthAt(int row) const
{
    const Row *found = isPlain() ? nullptr : at(row);
    return found ? found->depth : 0;
}

int AlertRowsModel::rowAbove(int row) const
{
    const Row *found = isPlain() ? nullptr : at(row);
    return found ? found->above : -1;
}

QVariant AlertRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == AlertTableModel::ActiveColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    const Group *group = groupAt(index.row());
    if (!group) {
        const QVariant own = m_source.index(isPlain() ? index.row() : m_rows[size_t(index.row())].source, index.column()).data(role);
        const int below = role == Qt::DisplayRole && index.column() == AlertTableModel::SummaryColumn ? underneath(index.row()) : 0;
        if (below == 0 || !isFolded(index.row()))
            return own;
        return QString(tr("%n more under this", nullptr, below) + QStringLiteral(" \u00B7 ") + own.toString());
    }
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == AlertTableModel::NameColumn) {
        QStringList parts;
        for (qsizetype i = 0; i < group->values.size(); ++i)
            parts << (group->values[i].isEmpty() ? tr("(no %1)").arg(AlertCells::groupingWord(shownGrouping()[i])) : Format::safeText(group->values[i], 80));
        return parts.join(QStringLiteral(" \u00B7 "));
    }
    if (index.column() == AlertTableModel::SummaryColumn)
        return summaryOf(*group);
    return {};
}

QString AlertRowsModel::summaryOf(const Group &group) const
{
    QStringList states;
    for (const AlertState state : {AlertState::Firing, AlertState::Acknowledged, AlertState::Unseen, AlertState::Vanished, AlertState::Pending, AlertState::Silenced,
                                   AlertState::Inhibited, AlertState::Recovered})
        if (const int count = group.countOf(state); count > 0)
            states << QStringLiteral("%1 %2").arg(Format::count(count), AlertCells::stateWord(state).toLower());
    return tr("%n alert(s)", nullptr, group.alerts) + QStringLiteral(": ") + states.join(QStringLiteral(", "));
}

QVariant AlertRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_source.headerData(section, orientation, role);
}

Qt::ItemFlags AlertRowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void AlertRowsModel::setGrouping(const QStringList &by)
{
    if (by == m_grouping)
        return;
    m_grouping = by;
    m_next = AlertGrouping(by);
    m_next.setClusters(clustersOf(m_source.store(), m_next));
    m_prepare.start();
    prepareGrouping();
}

void AlertRowsModel::prepareGrouping()
{
    Slice slice(m_source.rowCount() > fewRows);
    if (!m_next.isEmpty() && !m_next.prepare(m_source.alerts(), m_source.storeRound(), slice))
        return;
    m_prepare.stop();
    beginChange();
    // Very many headings take their time to be forgotten.
    auto old = std::make_shared<std::pair<AlertGrouping, std::vector<Group>>>(std::exchange(m_headings, std::exchange(m_next, {})), std::exchange(m_groups, {}));
    if (old->first.count() > fewHeadings)
        QThreadPool::globalInstance()->start([kept = std::move(old)] {});
    m_allFolded.reset();
    endChange();
}

void AlertRowsModel::setParents(QHash<QString, QString> parents)
{
    if (parents == m_parents)
        return;
    beginChange();
    m_parents = std::move(parents);
    endChange();
}

void AlertRowsModel::setLinksMaker(std::function<Links()> maker)
{
    beginChange();
    m_linksMaker = std::move(maker);
    m_linksRound = -1;
    endChange();
}

QString AlertRowsModel::foldKey(int row) const
{
    if (const Group *group = groupAt(row))
        return keyOf(group->values);
    const Alert *alert = alertAt(row);
    return alert ? alert->fingerprint : QString();
}

bool AlertRowsModel::isFolded(const QString &key, int underneath) const
{
    if (const auto found = m_folded.constFind(key); found != m_folded.cend())
        return *found;
    const bool heading = key.endsWith(partsEnd);
    if (m_allFolded && heading == isGrouped())
        return *m_allFolded;
    return !heading && underneath > mostOpen;
}

bool AlertRowsModel::isFolded(int row) const
{
    return canFold(row) && isFolded(foldKey(row), underneath(row));
}

void AlertRowsModel::setFolded(int row, bool folded)
{
    if (!canFold(row) || isFolded(row) == folded)
        return;
    const QString key = foldKey(row);
    beginChange();
    m_folded[key] = folded;
    endChange(true);
}

void AlertRowsModel::foldAll(bool folded)
{
    beginChange();
    m_folded.removeIf([this](const std::pair<const QString &, bool &> &entry) { return entry.first.endsWith(partsEnd) == isGrouped(); });
    m_allFolded = folded;
    endChange(true);
}

const Alert *AlertRowsModel::alertAt(int row) const
{
    if (isPlain())
        return m_source.alertAt(row);
    const Row *found = at(row);
    return found && found->source >= 0 ? m_source.alertAt(found->source) : nullptr;
}

int AlertRowsModel::sourceRow(int row) const
{
    if (isPlain())
        return row;
    const Row *found = at(row);
    return found ? std::max(found->source, -1) : -1;
}

QStringList AlertRowsModel::fingerprintsAt(int row) const
{
    QStringList fingerprints;
    if (const Group *group = groupAt(row)) {
        for (const int place : group->rows)
            if (const Alert *alert = m_source.alertAt(place))
                fingerprints << alert->fingerprint;
    } else if (const Alert *alert = alertAt(row)) {
        fingerprints << alert->fingerprint;
    }
    return fingerprints;
}

int AlertRowsModel::rowOf(const QString &fingerprint) const
{
    const int place = m_source.rowOf(fingerprint);
    if (place < 0 || isPlain())
        return place;
    return size_t(place) < m_places.size() ? m_places[size_t(place)] : -1;
}

int AlertRowsModel::reveal(const QString &fingerprint)
{
    const int row = rowOf(fingerprint);
    const int source = m_source.rowOf(fingerprint);
    if (row >= 0 || source < 0)
        return row;
    beginChange();
    if (isGrouped())
        m_folded[keyOf(m_headings.valuesOf(m_headings.headingOf(*m_source.alertAt(source))))] = false;
    const auto parentOf = [links = linkedRows()](int child) {
        const auto link = std::lower_bound(links.begin(), links.end(), std::pair(child, 0));
        return link != links.end() && link->first == child ? link->second : -1;
    };
    int above = parentOf(source);
    for (int depth = 0; depth < mostDepth && above >= 0; ++depth) {
        m_folded[m_source.alertAt(above)->fingerprint] = false;
        above = parentOf(above);
    }
    endChange(true);
    return rowOf(fingerprint);
}

/// Children and parents that are shown, as rows of the source in order.
std::vector<std::pair<int, int>> AlertRowsModel::linkedRows() const
{
    Links links = m_links;
    for (auto entry = m_parents.cbegin(); entry != m_parents.cend(); ++entry)
        links.emplace_back(m_source.store().find(entry.key()), m_source.store().find(entry.value()));
    QSet<const Alert *> wanted;
    wanted.reserve(qsizetype(links.size()));
    for (const auto &[child, parent] : links)
        wanted << child << parent;
    const QHash<const Alert *, int> rows = m_source.rowsOf(wanted);
    std::vector<std::pair<int, int>> linked;
    for (const auto &[child, parent] : links) {
        const int lower = rows.value(child, -1);
        const int upper = rows.value(parent, -1);
        if (lower >= 0 && upper >= 0 && lower != upper)
            linked.emplace_back(lower, upper);
    }
    std::sort(linked.begin(), linked.end());
    return linked;
}

/// Whose parent is shown stands under it; rings are cut where they would close.
void AlertRowsModel::gather()
{
    m_layout = {};
    m_layout.isChild.assign(size_t(m_source.rowCount()), false);
    if (m_parents.isEmpty() && m_links.empty())
        return;
    const std::vector<std::pair<int, int>> links = linkedRows();
    QHash<int, int> above;
    for (const auto &[child, parent] : links) {
        int depth = 1;
        int up = parent;
        while (depth < mostDepth && up != child && above.contains(up)) {
            up = above[up];
            ++depth;
        }
        if (up == child || depth >= mostDepth)
            continue;
        if (isGrouped() && m_headings.headingOf(*m_source.alertAt(child)) != m_headings.headingOf(*m_source.alertAt(parent)))
            continue;
        above.insert(child, parent);
        m_layout.children[parent].push_back(child);
        m_layout.isChild[size_t(child)] = true;
    }
    for (auto entry = above.cbegin(); entry != above.cend(); ++entry) {
        int up = entry.value();
        for (int depth = 0; depth < mostDepth; ++depth) {
            ++m_layout.underneath[up];
            const auto next = above.constFind(up);
            if (next == above.cend())
                break;
            up = *next;
        }
    }
}

void AlertRowsModel::place(int source, int depth, int above)
{
    const int row = int(m_rows.size());
    const auto children = m_layout.children.constFind(source);
    const bool isParent = children != m_layout.children.cend();
    const int below = isParent ? m_layout.underneath.value(source) : 0;
    m_places[size_t(source)] = row;
    m_rows.push_back({source, depth, above, below});
    if (!isParent || isFolded(m_source.alertAt(source)->fingerprint, below))
        return;
    for (const int child : *children)
        place(child, depth + 1, row);
}

/// Groups stand in the order of their first alert, so the worst one stays on top.
void AlertRowsModel::countGroups()
{
    m_groups.clear();
    m_members.clear();
    if (!isGrouped())
        return;
    m_headings.setClusters(clustersOf(m_source.store(), m_headings));
    const auto alerts = m_source.alerts();
    std::vector<int> places(alerts.size()); // of each alert its group
    std::vector<int> known;                 // by heading
    m_groups.reserve(std::min(m_headings.count(), alerts.size()));
    for (size_t row = 0; row < alerts.size(); ++row) {
        const Alert &alert = *alerts[row];
        const auto heading = size_t(m_headings.headingOf(alert, row, m_source.storeRound()));
        if (heading >= known.size())
            known.resize(std::max(heading + 1, m_headings.count()), -1);
        int &at = known[heading];
        if (at < 0) {
            at = int(m_groups.size());
            m_groups.push_back({m_headings.valuesOf(int(heading)), 0, {}, alert.state, alert.severity});
        }
        Group &group = m_groups[size_t(at)];
        if (alertStateRank(alert.state) < alertStateRank(group.worst)) {
            group.worst = alert.state;
            group.severity = alert.severity;
        }
        ++group.alerts;
        ++group.byState[size_t(alert.state)];
        places[row] = at;
    }
    m_members.resize(alerts.size());
    size_t begin = 0;
    std::vector<size_t> next;
    next.reserve(m_groups.size());
    for (Group &group : m_groups) {
        group.rows = {m_members.data() + begin, size_t(group.alerts)};
        next.push_back(begin);
        begin += size_t(group.alerts);
    }
    for (size_t row = 0; row < alerts.size(); ++row)
        m_members[next[size_t(places[row])]++] = int(row);
    // Headings that are long gone are forgotten.
    if (m_headings.count() > 2 * m_groups.size() + fewHeadings)
        m_headings = AlertGrouping(m_headings.by());
}

void AlertRowsModel::placeAll()
{
    m_rows.clear();
    m_places.clear();
    if (isPlain())
        return;
    const size_t count = size_t(m_source.rowCount());
    m_places.assign(count, -1);
    m_rows.reserve(count + m_groups.size());
    if (!isGrouped()) {
        for (int row = 0; row < int(count); ++row)
            if (!m_layout.isChild[size_t(row)])
                place(row, 0, -1);
        return;
    }
    const bool allOpen = m_folded.isEmpty() && !m_allFolded.value_or(false);
    for (size_t at = 0; at < m_groups.size(); ++at) {
        const int heading = int(m_rows.size());
        m_rows.push_back({-1 - int(at), 0, -1, 0});
        if (!allOpen && isFolded(keyOf(m_groups[at].values), 0))
            continue;
        for (const int row : m_groups[at].rows)
            if (!m_layout.isChild[size_t(row)])
                place(row, 0, heading);
    }
}

/// What views hold on to is anchored in the source, which keeps it with its alert through the change; a heading by its name.
void AlertRowsModel::beginChange()
{
    Q_EMIT layoutAboutToBeChanged();
    m_held.clear();
    for (const QModelIndex &own : persistentIndexList()) {
        const Group *heading = groupAt(own.row());
        const Row *row = isPlain() ? nullptr : at(own.row());
        m_held.push_back({own, heading ? QModelIndex() : m_source.index(row ? row->source : own.row(), own.column()), heading ? heading->values : QStringList()});
    }
}

void AlertRowsModel::endChange(bool foldsOnly)
{
    const bool linksAnew = m_linksMaker && std::exchange(m_linksRound, m_source.storeRound()) != m_source.storeRound();
    if (linksAnew)
        m_links = m_linksMaker();
    if (!foldsOnly || linksAnew) {
        countGroups();
        gather();
    }
    placeAll();
    moveHeld();
    Q_EMIT layoutChanged();
}

void AlertRowsModel::moveHeld()
{
    QModelIndexList before;
    QModelIndexList after;
    QHash<QStringList, int> headings;
    for (const Held &held : m_held)
        if (!held.heading.isEmpty())
            headings.insert(held.heading, -1);
    for (int row = 0; !headings.isEmpty() && row < rowCount(); ++row)
        if (const Group *group = groupAt(row))
            if (const auto heading = headings.find(group->values); heading != headings.end())
                *heading = row;
    for (const Held &held : m_held) {
        before << held.own;
        int row = -1;
        if (held.source.isValid())
            row = isPlain() ? held.source.row() : m_places[size_t(held.source.row())];
        else if (!held.heading.isEmpty())
            row = headings.value(held.heading, -1);
        after << (row < 0 ? QModelIndex() : createIndex(row, held.own.column()));
    }
    changePersistentIndexList(before, after);
    m_held.clear();
}

} // namespace Watchfloor
