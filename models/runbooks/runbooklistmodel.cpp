#include "models/runbooks/runbooklistmodel.h"

#include "models/core/format.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace Watchfloor {

RunbookListModel::RunbookListModel(const RunStore &store, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_rows(sortedRows())
{
    connect(&store, &RunStore::catalogueChanged, this, &RunbookListModel::rebuild);
    connect(&store, &RunStore::runChanged, this, &RunbookListModel::handleRun);
}

int RunbookListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RunbookListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const size_t row = size_t(index.row());
    const Runbook *book = m_store.runbook(m_rows[row].name);
    if (!book)
        return {};
    const Run *last = m_store.latestOf(book->name);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return Format::safeText(book->title);
    case NameRole:
        return book->name;
    case TargetRole:
        return book->target;
    case FirstOfTargetRole: {
        const Runbook *above = row > 0 ? m_store.runbook(m_rows[row - 1].name) : nullptr;
        return !above || above->target != book->target;
    }
    case RiskRole:
        return QVariant::fromValue(book->risk);
    case RunningRole:
        return last && !isOver(last->state);
    case MatchesNowRole:
        return m_rows[row].matches;
    case LastStateRole:
        return last ? QVariant::fromValue(last->state) : QVariant();
    case LastOutcomeRole:
        return last ? outcome(*last) : QString();
    case LastEndedRole:
        return last && last->endedAt ? QVariant(qint64(last->endedAt->time_since_epoch().count())) : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> RunbookListModel::roleNames() const
{
    return {{NameRole, "name"},          {TitleRole, "title"},           {TargetRole, "target"},
            {FirstOfTargetRole, "firstOfTarget"}, {RiskRole, "risk"},    {RunningRole, "running"},
            {MatchesNowRole, "matchesNow"}, {LastStateRole, "lastState"}, {LastOutcomeRole, "lastOutcome"},
            {LastEndedRole, "lastEnded"}};
}

QString RunbookListModel::outcome(const Run &run) const
{
    switch (run.state) {
    case RunState::Gating:
        return tr("checking");
    case RunState::Running:
        return tr("running");
    case RunState::Verifying:
        return tr("verifying");
    case RunState::Succeeded:
        return run.dryRun ? tr("dry run passed") : tr("succeeded");
    case RunState::GateRefused:
        return tr("refused by a gate");
    case RunState::Failed:
        return tr("failed");
    case RunState::NotEffective:
        return tr("ran, not effective");
    case RunState::Stopped:
        return tr("stopped");
    case RunState::Undoing:
        return tr("undoing");
    case RunState::Undone:
        return tr("undone");
    }
    return {};
}

std::vector<RunbookListModel::Row> RunbookListModel::sortedRows() const
{
    std::vector<Row> rows;
    std::map<QString, bool> wanted; // Targets of which a runbook matches.
    for (const auto &book : m_store.runbooks()) {
        const bool matches = !book.match.empty() && std::any_of(m_alerts.begin(), m_alerts.end(), [&book](const Labels &labels) {
            return matchAll(book.match, labels);
        });
        rows.push_back({book.name, matches});
        wanted[book.target] = wanted[book.target] || matches;
    }
    const auto key = [this, &wanted](const Row &row) {
        const Runbook *book = m_store.runbook(row.name);
        return std::tuple(!wanted.at(book->target), book->target, book->title, row.name);
    };
    std::stable_sort(rows.begin(), rows.end(), [&key](const Row &a, const Row &b) { return key(a) < key(b); });
    return rows;
}

void RunbookListModel::rebuild()
{
    beginResetModel();
    m_rows = sortedRows();
    endResetModel();
}

void RunbookListModel::setOpenAlerts(const std::vector<Labels> &alerts)
{
    if (alerts == m_alerts)
        return;
    m_alerts = alerts;
    const auto rows = sortedRows();
    if (rows == m_rows)
        return;
    const bool sameOrder = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                      [](const Row &a, const Row &b) { return a.name == b.name; });
    if (!sameOrder)
        return rebuild();
    m_rows = rows;
    Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {MatchesNowRole});
}

int RunbookListModel::matchingCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.matches; }));
}

QModelIndex RunbookListModel::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&name](const Row &row) { return row.name == name; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

void RunbookListModel::handleRun(const QString &id)
{
    const Run *run = m_store.find(id);
    if (!run)
        return;
    if (const QModelIndex row = indexOf(run->runbook); row.isValid())
        Q_EMIT dataChanged(row, row, {RunningRole, LastStateRole, LastOutcomeRole, LastEndedRole});
}

} // namespace Watchfloor
