#include "models/silences/maintenancetablemodel.h"

#include "models/core/duration.h"
#include "models/core/format.h"

#include <QDateTime>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr auto shownAhead = 35 * 24h;
constexpr size_t shownOfEach = 3;

/// "Sat 28 Nov 02:00 +01:00", by the window's own clock.
QString beginText(const MaintenanceOccurrence &occurrence)
{
    const QDateTime begin = QDateTime::fromString(occurrence.begin, Qt::ISODate);
    return QLocale().toString(begin, QStringLiteral("ddd d MMM HH:mm")) + QLatin1Char(' ') + occurrence.begin.mid(16);
}

} // namespace

MaintenanceTableModel::MaintenanceTableModel(const MaintenanceStore &store, const AlertStore &alerts, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_alerts(alerts)
    , m_clock(clock)
{
    connect(&store, &MaintenanceStore::changed, this, &MaintenanceTableModel::refresh);
    m_rows = rows(clock.wall());
}

int MaintenanceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MaintenanceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MaintenanceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == StandingRole)
        return int(row.standing);
    if (role == SilenceRole)
        return row.report.silence;
    if (role == StartsRole)
        return qint64(row.occurrence.startsAt.time_since_epoch().count());
    return role == Qt::DisplayRole ? cell(row, Column(index.column())) : QVariant();
}

QString MaintenanceTableModel::standingText(const Row &row) const
{
    switch (row.standing) {
    case Standing::Later:
        return tr("its silence is made %1").arg(Format::moment(row.occurrence.startsAt - row.ahead, m_clock.wall()));
    case Standing::Due:
        return tr("its silence is due");
    case Standing::Stands:
        return tr("its silence stands");
    case Standing::UnderWay:
        return tr("under way until %1").arg(Format::moment(row.occurrence.endsAt, m_clock.wall()));
    case Standing::Faulty:
        break;
    }
    return row.report.error->detail.isEmpty() ? Format::sentence(*row.report.error) : Format::safeText(row.report.error->detail);
}

QString MaintenanceTableModel::cell(const Row &row, Column column) const
{
    switch (column) {
    case WindowColumn:
        return Format::safeText(row.occurrence.window);
    case BeginsColumn: {
        const auto until = row.occurrence.startsAt - m_clock.wall();
        return until.count() > 0 ? tr("%1, in %2").arg(beginText(row.occurrence), Format::shortSpan(until)) : beginText(row.occurrence);
    }
    case LengthColumn:
        return durationText(row.occurrence.endsAt - row.occurrence.startsAt);
    case MatchersColumn:
        return row.matchers;
    case PlaceColumn:
        return row.cluster.isEmpty() ? tr("no Alertmanager yet") : row.cluster;
    case StandingColumn:
        return standingText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MaintenanceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case WindowColumn:
        return tr("Window");
    case BeginsColumn:
        return tr("Begins");
    case LengthColumn:
        return tr("Length");
    case MatchersColumn:
        return tr("Matchers");
    case PlaceColumn:
        return tr("Where");
    case StandingColumn:
        return tr("Silence");
    case ColumnCount:
        break;
    }
    return {};
}

void MaintenanceTableModel::take(Row &row, WallTime now) const
{
    const auto &reports = m_store.reports();
    const auto report = std::find_if(reports.begin(), reports.end(), [&row](const MaintenanceReport &each) {
        return each.startsAt == row.occurrence.startsAt && each.window == row.occurrence.window && each.source == row.cluster;
    });
    if (report == reports.end()) {
        row.standing = row.occurrence.startsAt - row.ahead > now ? Standing::Later : Standing::Due;
        return;
    }
    row.report = *report;
    row.standing = report->error ? Standing::Faulty : row.occurrence.startsAt > now ? Standing::Stands : Standing::UnderWay;
}

std::vector<MaintenanceTableModel::Row> MaintenanceTableModel::rows(WallTime now) const
{
    std::vector<Row> made;
    const auto clusters = m_alerts.clusters();
    for (const MaintenanceWindow &window : m_store.windows()) {
        QStringList places;
        for (const auto &[cluster, members] : clusters)
            if (window.sources.isEmpty() || std::any_of(window.sources.begin(), window.sources.end(), [&members = members](const QString &source) { return members.contains(source); }))
                places << cluster;
        if (places.isEmpty())
            places << QString();
        auto next = occurrences(window, {now, now + shownAhead});
        if (next.size() > shownOfEach)
            next.resize(shownOfEach);
        for (const MaintenanceOccurrence &occurrence : next)
            for (const QString &place : places) {
                Row row{occurrence, place, Format::safeText(matchersText(window.matchers)), window.ahead, Standing::Later, {}};
                take(row, now);
                made.push_back(std::move(row));
            }
    }
    std::stable_sort(made.begin(), made.end(), [](const Row &a, const Row &b) { return a.occurrence.startsAt < b.occurrence.startsAt; });
    return made;
}

void MaintenanceTableModel::refresh()
{
    std::vector<Row> next = rows(m_clock.wall());
    if (next == m_rows)
        return;
    if (next.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(next);
        endResetModel();
        return;
    }
    m_rows = std::move(next);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void MaintenanceTableModel::tick()
{
    refresh();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, BeginsColumn), index(int(m_rows.size()) - 1, StandingColumn));
}

} // namespace Watchfloor
