#include "models/health/endpointtablemodel.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"

namespace Watchfloor {

EndpointTableModel::EndpointTableModel(const HealthStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rows(int(store.endpoints().size()))
{
    connect(&store, &HealthStore::changed, this, &EndpointTableModel::handleChanged);
}

int EndpointTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int EndpointTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EndpointTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || size_t(index.row()) >= m_store.endpoints().size())
        return {};
    const EndpointStatus &status = m_store.endpoints()[size_t(index.row())];
    const Instant now = m_clock.now();
    switch (role) {
    case Qt::DisplayRole:
        return display(status, index.column());
    case Qt::ToolTipRole:
        return toolTipText(status.reason(now));
    case ReasonRole:
        return status.reason(now);
    case KeyRole:
        return status.endpoint.key();
    case ServiceRole:
        return HealthStore::serviceOf(status.endpoint);
    case StateRole:
        return QVariant::fromValue(status.state(now));
    case SortRole:
        return sortValue(status, index.column());
    case HistoryRole: {
        QVariantList history;
        for (const EndpointStatus::Tick &tick : status.history)
            history.append(int(tick.state));
        return history;
    }
    default:
        return {};
    }
}

QVariant EndpointTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case EndpointColumn:
        return tr("Endpoint");
    case StateColumn:
        return tr("State");
    case LatencyColumn:
        return tr("Latency");
    case AvailabilityColumn:
        return tr("Availability");
    case CertificateColumn:
        return tr("Certificate");
    case LastFailureColumn:
        return tr("Last failure");
    default:
        return {};
    }
}

QString EndpointTableModel::display(const EndpointStatus &status, int column) const
{
    const auto &latest = status.latest.value;
    switch (column) {
    case EndpointColumn:
        return Format::safeText(status.endpoint.key());
    case StateColumn:
        return Format::state(status.state(m_clock.now()));
    case LatencyColumn:
        return latest && latest->httpStatus > 0 ? tr("%1 ms").arg(Format::count(latest->duration.count())) : QString();
    case AvailabilityColumn:
        return status.availability() ? Format::ratio(*status.availability(), 1) : QString();
    case CertificateColumn:
        if (!latest || !latest->certificateLeft)
            return {};
        return latest->certificateLeft->count() > 0 ? Format::shortSpan(*latest->certificateLeft) : tr("expired");
    case LastFailureColumn:
        return status.lastFailure ? tr("%1, %2", "time and reason of a failure")
                                        .arg(Format::moment(status.lastFailureAt, m_clock.wall()), reasonOf(*status.lastFailure))
                                  : QString();
    default:
        return {};
    }
}

QVariant EndpointTableModel::sortValue(const EndpointStatus &status, int column) const
{
    const auto &latest = status.latest.value;
    switch (column) {
    case StateColumn:
        return int(status.state(m_clock.now()));
    case LatencyColumn:
        return latest ? qlonglong(latest->duration.count()) : qlonglong(-1);
    case AvailabilityColumn:
        return status.availability().value_or(-1);
    case CertificateColumn:
        return latest && latest->certificateLeft ? qlonglong(latest->certificateLeft->count()) : std::numeric_limits<qlonglong>::max();
    case LastFailureColumn:
        return qlonglong(status.lastFailureAt.time_since_epoch().count());
    default:
        return status.endpoint.key();
    }
}

void EndpointTableModel::refresh()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void EndpointTableModel::handleChanged(const QString &key)
{
    if (key.isEmpty()) {
        beginResetModel();
        m_rows = int(m_store.endpoints().size());
        endResetModel();
        return;
    }
    const auto &endpoints = m_store.endpoints();
    const auto found = std::find_if(endpoints.begin(), endpoints.end(), [&key](const EndpointStatus &status) { return status.endpoint.key() == key; });
    if (found == endpoints.end())
        return;
    const int row = int(found - endpoints.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace Watchfloor
