#include "models/alerts/alerttablemodel.h"

#include <QSet>

namespace Watchfloor {

namespace {
constexpr int textsAtOnce = 1'500; ///< some milliseconds of making what words are looked for in
constexpr size_t fewAlerts = 5'000; ///< are matched and sorted in one go
}

AlertTableModel::AlertTableModel(const AlertStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_index(store)
{
    m_catchUp.setInterval(1);
    connect(&m_catchUp, &QTimer::timeout, this, &AlertTableModel::catchUp);
    refresh();
    connect(&store, &AlertStore::changed, this, [this] {
        m_index.noteStoreChange();
        ++m_storeRound;
        // Many are matched and sorted between events. Meanwhile the rows are as they were, once: the store remembers what left until it changes again.
        if (!m_isHeld && hasMany() && !(m_index.filter().isEmpty() && m_index.isSorted())) {
            m_isHeld = true;
            m_catchUp.start();
        } else {
            refresh(textsAtOnce);
        }
    });
}

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_index.rows().size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + int(m_labels.size());
}

AlertColumn AlertTableModel::columnAt(int column) const
{
    if (column < ColumnCount)
        return {AlertColumn::Kind(column)};
    return {AlertColumn::Label, m_labels.value(column - ColumnCount)};
}

int AlertTableModel::columnOf(const AlertColumn &column) const
{
    if (column.kind != AlertColumn::Label)
        return int(column.kind);
    const qsizetype at = m_labels.indexOf(column.label);
    return at < 0 ? -1 : ColumnCount + int(at);
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alert *alert = alertAt(index.row());
    if (!alert)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return AlertCells::text(*alert, columnAt(index.column()), m_store, m_clock.wall());
    case FingerprintRole:
        return alert->fingerprint;
    case AlertStateRole:
        return QVariant::fromValue(alert->state);
    case SeverityRole:
        return QVariant::fromValue(alert->severity);
    case RespondMillisecondsRole: {
        const auto rest = m_store.respondWithin(*alert, m_clock.wall());
        return rest ? QVariant(qint64(rest->count())) : QVariant();
    }
    case AlertRole:
        return QVariant::fromValue(*alert);
    case GroupRole:
        return alert->service().isEmpty() ? alert->name() : alert->service();
    default:
        return {};
    }
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return AlertCells::heading(columnAt(section));
}

/// What is compared is made once for each alert, not once for each comparison.
AlertSorting::Key AlertTableModel::keyOf(const Alert &alert, WallTime now) const
{
    const AlertColumn column = columnAt(m_sortColumn);
    switch (column.kind) {
    case AlertColumn::State:
        return {alertStateRank(alert.state), {}};
    case AlertColumn::Severity:
        return {qint64(alert.severity), {}};
    case AlertColumn::Name:
        return {0, alert.name().toLower()};
    case AlertColumn::Service:
        return {0, alert.service().toLower()};
    case AlertColumn::Summary:
        return {0, alert.summary().left(256).toLower()};
    case AlertColumn::Active:
        return {-alert.startsAt.time_since_epoch().count(), {}};
    case AlertColumn::Respond:
        return {m_store.respondWithin(alert, now).value_or(std::chrono::milliseconds::max()).count(), {}};
    case AlertColumn::Owner:
        return {0, alert.acknowledgement ? alert.acknowledgement->owner.toLower() : QString()};
    case AlertColumn::Origin:
        return {0, alert.origins.join(u' ')};
    case AlertColumn::Silenced:
        return {0, alert.silencedBy.join(u' ') + alert.inhibitedBy.join(u' ')};
    case AlertColumn::Label:
        return {0, AlertCells::text(alert, column, m_store, now).toLower()};
    }
    return {};
}

void AlertTableModel::sort(int column, Qt::SortOrder order)
{
    const int wanted = column < columnCount() ? column : -1;
    if (wanted == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = wanted;
    m_sortOrder = order;
    m_index.setOrder(wanted < 0 ? AlertSorting::KeyMaker() : [this](const Alert &alert, WallTime now) { return keyOf(alert, now); }, order == Qt::DescendingOrder);
    if (arrange() && !m_isHeld)
        refresh();
    else
        m_catchUp.start();
}

bool AlertTableModel::hasMany() const
{
    return m_store.alerts().size() > fewAlerts;
}

bool AlertTableModel::arrange()
{
    Slice slice(hasMany());
    return m_index.arrange(m_clock.wall(), slice);
}

void AlertTableModel::setFilter(AlertFilter filter)
{
    m_index.setFilter(std::move(filter));
    refresh();
}

void AlertTableModel::setStateFilter(std::optional<AlertState> state)
{
    if (state == m_index.state())
        return;
    m_index.setState(state);
    refresh();
}

void AlertTableModel::setFlappingOnly(bool only)
{
    if (only == m_index.flappingOnly())
        return;
    m_index.setFlappingOnly(only);
    refresh();
}

void AlertTableModel::setLabelColumns(const QStringList &labels)
{
    if (m_sortColumn >= ColumnCount)
        sort(-1);
    for (qsizetype at = m_labels.size() - 1; at >= 0; --at) {
        if (labels.contains(m_labels[at]))
            continue;
        beginRemoveColumns({}, ColumnCount + int(at), ColumnCount + int(at));
        m_labels.removeAt(at);
        endRemoveColumns();
    }
    for (const QString &label : labels) {
        if (m_labels.contains(label) || label.isEmpty())
            continue;
        beginInsertColumns({}, columnCount(), columnCount());
        m_labels << label;
        endInsertColumns();
    }
}

/// One layout change a round: what views hold on to stays with its alert, wherever that is now. An alert that left is remembered by
/// the store until it changes again, so that no other can have come to its address meanwhile.
void AlertTableModel::refresh(std::optional<int> mostTexts)
{
    m_isHeld = false;
    if (!hasMany())
        arrange();
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const auto counts = m_index.counts();
    const int flapping = m_index.flappingCount();
    std::vector<const Alert *> held;
    for (const QModelIndex &index : before)
        held.push_back(alertAt(index.row()));
    m_index.collect(m_clock.wall(), mostTexts);
    if (!before.isEmpty()) {
        const QHash<const Alert *, int> rows = rowsOf(QSet<const Alert *>(held.begin(), held.end()));
        QModelIndexList after;
        after.reserve(before.size());
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int row = rows.value(held[size_t(i)], -1);
            after << (row < 0 ? QModelIndex() : createIndex(row, before[i].column()));
        }
        changePersistentIndexList(before, after);
    }
    if (m_index.isBehind())
        m_catchUp.start();
    else
        m_catchUp.stop();
    Q_EMIT layoutChanged();
    if (counts != m_index.counts() || flapping != m_index.flappingCount())
        Q_EMIT countsChanged();
}

void AlertTableModel::catchUp()
{
    if (!m_index.filter().isEmpty() && prepareTexts(textsAtOnce))
        return;
    if (m_index.isSorted())
        refresh();
    else
        arrange();
}

const Alert *AlertTableModel::alertAt(int row) const
{
    const auto &rows = m_index.rows();
    return row < 0 || size_t(row) >= rows.size() ? nullptr : rows[size_t(row)];
}

int AlertTableModel::rowOf(const QString &fingerprint) const
{
    const Alert *alert = m_store.find(fingerprint);
    const auto &rows = m_index.rows();
    const auto found = alert ? std::find(rows.begin(), rows.end(), alert) : rows.end();
    return found == rows.end() ? -1 : int(found - rows.begin());
}

QHash<const Alert *, int> AlertTableModel::rowsOf(const QSet<const Alert *> &alerts) const
{
    QHash<const Alert *, int> found;
    const auto &rows = m_index.rows();
    for (size_t row = 0; row < rows.size() && found.size() < alerts.size(); ++row)
        if (alerts.contains(rows[row]))
            found.insert(rows[row], int(row));
    return found;
}

QHash<QString, int> AlertTableModel::rowsOf(const QSet<QString> &fingerprints) const
{
    QSet<const Alert *> alerts;
    for (const QString &fingerprint : fingerprints)
        if (const Alert *alert = m_store.find(fingerprint))
            alerts.insert(alert);
    const QHash<const Alert *, int> found = rowsOf(alerts);
    QHash<QString, int> rows;
    for (const QString &fingerprint : fingerprints)
        if (const auto row = found.constFind(m_store.find(fingerprint)); row != found.constEnd())
            rows.insert(fingerprint, *row);
    return rows;
}

void AlertTableModel::tick()
{
    if (m_index.filter().asksTime())
        refresh();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, ActiveColumn), index(rowCount() - 1, RespondColumn), {Qt::DisplayRole, RespondMillisecondsRole});
}

} // namespace Watchfloor
