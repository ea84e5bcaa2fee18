#include "models/slo/slotablemodel.h"

#include "models/core/format.h"

namespace Watchfloor {

namespace {

/// A title is a few words; what is longer is a description, which a row has no room for.
QString shortName(const Objective &objective)
{
    constexpr qsizetype titleLength = 36;
    return objective.title.isEmpty() || objective.title.size() > titleLength ? objective.name : objective.title;
}

constexpr std::chrono::milliseconds fastWindow = std::chrono::minutes(5);
constexpr std::chrono::milliseconds slowWindow = std::chrono::hours(1);

QString dash()
{
    return QString(QChar(0x2014));
}

QVariant orInvalid(std::optional<double> value)
{
    return value ? QVariant(*value) : QVariant();
}

/// A target with as many decimals as it was written with.
QString targetText(double target)
{
    int decimals = 0;
    while (decimals < 6 && std::abs(std::round(target * 100 * std::pow(10, decimals)) / std::pow(10, decimals) - target * 100) > 1e-9)
        ++decimals;
    return Format::ratio(target, decimals);
}

/// How urgent a policy state is, most urgent first; the enumeration is in no such order.
int rank(SloPolicyState state)
{
    switch (state) {
    case SloPolicyState::Page: return 0;
    case SloPolicyState::Exhausted: return 1;
    case SloPolicyState::Blind: return 2;
    case SloPolicyState::Stale: return 3;
    case SloPolicyState::Ticket: return 4;
    case SloPolicyState::Frozen: return 5;
    case SloPolicyState::NoTraffic: return 6;
    case SloPolicyState::AbovePace: return 7;
    case SloPolicyState::OnTrack: return 8;
    }
    return 9;
}
}

SloTableModel::SloTableModel(const SloStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rows(int(store.objectives().size()))
{
    connect(&store, &SloStore::changed, this, &SloTableModel::handleChanged);
}

int SloTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SloTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SloTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.row() >= int(m_store.objectives().size()))
        return {};
    const SloStatus &status = m_store.objectives()[size_t(index.row())];
    if (role == Qt::DisplayRole)
        return text(status, Column(index.column()));
    if (role == SortRole)
        return sortValue(status, Column(index.column()));
    return rawValue(status, role);
}

QVariant SloTableModel::rawValue(const SloStatus &status, int role) const
{
    const BurnPolicy &policy = m_store.policy();
    const Instant now = m_clock.now();
    const auto &error = status.freshness.error();
    switch (role) {
    case StateRole:
        return QVariant::fromValue(status.state(policy, now));
    case NameRole:
        return status.objective.name;
    case PolicyRole:
        return QVariant::fromValue(status.policyState(policy, now));
    case RemainingRole:
        return orInvalid(status.budget.remaining);
    case SliRole:
        return orInvalid(status.budget.sli);
    case TargetRole:
        return status.objective.target;
    case BurnFastRole:
        return orInvalid(status.burnOver(fastWindow));
    case BurnSlowRole:
        return orInvalid(status.burnOver(slowWindow));
    case EmptyAtRole:
        if (const auto at = status.emptyAt(m_clock.wall(), fastWindow))
            return QVariant(qint64(at->time_since_epoch().count()));
        return {};
    case SentenceRole:
        return error ? Format::sentence(*error) : QString();
    default:
        return {};
    }
}

QString SloTableModel::text(const SloStatus &status, Column column) const
{
    const SloPolicyState state = status.policyState(m_store.policy(), m_clock.now());
    // What was last known of the budget stays readable; how fast it burns now is not known of what cannot be seen.
    const bool isBlind = state == SloPolicyState::Blind;
    const auto rate = [isBlind](std::optional<double> burn) {
        return burn && !isBlind ? tr("%1x", "burn rate").arg(quantity(*burn, Unit{}).text()) : dash();
    };
    switch (column) {
    case ObjectiveColumn:
        return Format::safeText(shortName(status.objective));
    case ServiceColumn:
        return Format::safeText(status.objective.service);
    case TargetColumn:
        return targetText(status.objective.target);
    case SliColumn:
        return status.budget.sli && !isBlind ? Format::ratio(*status.budget.sli) : dash();
    case BudgetColumn:
        return status.budget.remaining ? Format::ratio(*status.budget.remaining, 1) : dash();
    case BurnFastColumn:
        return rate(status.burnOver(fastWindow));
    case BurnSlowColumn:
        return rate(status.burnOver(slowWindow));
    case PolicyColumn:
        return policyText(state);
    case EmptyColumn: {
        const auto at = isBlind ? std::nullopt : status.emptyAt(m_clock.wall(), fastWindow);
        return at ? Format::moment(*at, m_clock.wall()) : dash();
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SloTableModel::sortValue(const SloStatus &status, Column column) const
{
    switch (column) {
    case TargetColumn:
        return status.objective.target;
    case SliColumn:
        return status.budget.sli.value_or(2);
    case BudgetColumn:
        return status.budget.remaining.value_or(2);
    case BurnFastColumn:
        return -status.burnOver(fastWindow).value_or(-1);
    case BurnSlowColumn:
        return -status.burnOver(slowWindow).value_or(-1);
    case PolicyColumn:
        return rank(status.policyState(m_store.policy(), m_clock.now()));
    case EmptyColumn:
        if (const auto at = status.emptyAt(m_clock.wall(), fastWindow))
            return double(at->time_since_epoch().count());
        return std::numeric_limits<double>::max();
    case ObjectiveColumn:
    case ServiceColumn:
    case ColumnCount:
        break;
    }
    return text(status, column);
}

QVariant SloTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case ObjectiveColumn: return tr("Objective");
    case ServiceColumn: return tr("Service");
    case TargetColumn: return tr("Target");
    case SliColumn: return tr("SLI");
    case BudgetColumn: return tr("Budget left");
    case BurnFastColumn: return tr("Burn 5 m");
    case BurnSlowColumn: return tr("Burn 1 h");
    case PolicyColumn: return tr("Policy");
    case EmptyColumn: return tr("Empty at");
    case ColumnCount: break;
    }
    return {};
}

QString SloTableModel::policyText(SloPolicyState state)
{
    switch (state) {
    case SloPolicyState::OnTrack: return tr("On track");
    case SloPolicyState::AbovePace: return tr("Above pace");
    case SloPolicyState::Ticket: return tr("Ticket");
    case SloPolicyState::Page: return tr("Page");
    case SloPolicyState::Frozen: return tr("Freeze");
    case SloPolicyState::Exhausted: return tr("Exhausted");
    case SloPolicyState::NoTraffic: return tr("No traffic");
    case SloPolicyState::Stale: return tr("Stale");
    case SloPolicyState::Blind: return tr("Blind");
    }
    return {};
}

void SloTableModel::tick()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void SloTableModel::handleChanged(const QString &name)
{
    if (name.isEmpty() || int(m_store.objectives().size()) != m_rows) {
        beginResetModel();
        m_rows = int(m_store.objectives().size());
        endResetModel();
        return;
    }
    for (int row = 0; row < m_rows; ++row) {
        if (m_store.objectives()[size_t(row)].objective.name == name)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

} // namespace Watchfloor
