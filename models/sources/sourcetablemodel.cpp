#include "models/sources/sourcetablemodel.h"

#include "models/core/format.h"
#include "models/core/redact.h"
#include "models/core/tooltiptext.h"

namespace Watchfloor {

SourceTableModel::SourceTableModel(const SourceStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_rows(int(store.sources().size()))
{
    connect(&store, &SourceStore::changed, this, &SourceTableModel::handleChanged);
    connect(&store, &SourceStore::figuresChanged, this, &SourceTableModel::handleFiguresChanged);
}

int SourceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SourceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceStatus &status = m_store.sources()[size_t(index.row())];
    const Instant now = m_clock.now();
    if (role == StateRole)
        return QVariant::fromValue(status.state(now));
    if (role == NameRole)
        return status.spec.name;
    const auto &error = status.freshness.error();
    if (role == SentenceRole)
        return error ? Format::sentence(*error) : QString();
    if (role == Qt::ToolTipRole && index.column() == FailureColumn)
        return error ? toolTipText(Format::sentence(*error)) : QString();
    const bool isFigure = index.column() >= QueriesColumn && index.column() <= ServerTimeColumn;
    if (role == Qt::ToolTipRole && isFigure && status.figures)
        return costs(*status.figures);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case StateColumn:
        return Format::state(status.state(now));
    case NameColumn:
        return status.spec.name;
    case KindColumn:
        return sourceKindName(status.spec.kind);
    case AddressColumn:
        return redacted(status.spec.target.base);
    case AgeColumn: {
        const auto age = status.freshness.age(now);
        return age ? Format::span(*age) : tr("never");
    }
    case LatencyColumn:
        return status.answers > 0 ? quantity(double(status.latency.count()), ownUnit(QStringLiteral("ms"))).text() : QString();
    case QueriesColumn:
    case BytesColumn:
    case ServerTimeColumn:
        return status.figures ? figure(*status.figures, index.column()) : QString();
    case VersionColumn:
        return Format::safeText(status.version, 40);
    case AnswersColumn:
        return Format::count(status.answers);
    case FailureColumn:
        return error ? Format::words(*error) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == QueriesColumn)
        return tr("Queries of panels in the last minute");
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == BytesColumn)
        return tr("Bytes that came in the last minute");
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == ServerTimeColumn)
        return tr("How long the server took for the last minute's queries, summed up");
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StateColumn:
        return tr("State");
    case NameColumn:
        return tr("Source");
    case KindColumn:
        return tr("Kind");
    case AddressColumn:
        return tr("Address");
    case AgeColumn:
        return tr("Age");
    case LatencyColumn:
        return tr("Latency");
    case QueriesColumn:
        return tr("Queries/min");
    case BytesColumn:
        return tr("Bytes/min");
    case ServerTimeColumn:
        return tr("Server/min");
    case VersionColumn:
        return tr("Version");
    case AnswersColumn:
        return tr("Answers");
    case FailureColumn:
        return tr("Last failure");
    case ColumnCount:
        break;
    }
    return {};
}

QString SourceTableModel::figure(const SourceFigures &figures, int column) const
{
    if (column == QueriesColumn)
        return Format::count(figures.queries);
    return column == BytesColumn ? Format::bytes(figures.bytes) : quantity(double(figures.serverTime.count()), ownUnit(QStringLiteral("ms"))).text();
}

QString SourceTableModel::costs(const SourceFigures &figures) const
{
    QStringList lines{tr("In the last minute: %1 for what is new of a range, %2 for a whole range, %3 for a moment.")
                          .arg(Format::count(figures.tails), Format::count(figures.wholes),
                               Format::count(figures.queries - figures.tails - figures.wholes)),
                      tr("Half of the latest answers took %1 or less.").arg(quantity(double(figures.latency.count()), ownUnit(QStringLiteral("ms"))).text())};
    if (figures.skipped > 0)
        lines.append(tr("%n were left out, because the one before had not come back.", nullptr, figures.skipped));
    if (figures.stretchedTo.count() > 0)
        lines.append(tr("It is slow: panels ask every %1.").arg(Format::span(figures.stretchedTo)));
    return lines.join(u'\n');
}

void SourceTableModel::handleFiguresChanged(const QString &name)
{
    for (int row = 0; row < m_rows; ++row)
        if (m_store.sources()[size_t(row)].spec.name == name)
            Q_EMIT dataChanged(index(row, QueriesColumn), index(row, ServerTimeColumn));
}

void SourceTableModel::tick()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

void SourceTableModel::handleChanged(const QString &name)
{
    if (name.isEmpty() || int(m_store.sources().size()) != m_rows) {
        beginResetModel();
        m_rows = int(m_store.sources().size());
        endResetModel();
        return;
    }
    for (int row = 0; row < m_rows; ++row)
        if (m_store.sources()[size_t(row)].spec.name == name)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

} // namespace Watchfloor
