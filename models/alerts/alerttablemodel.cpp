#include "models/alerts/alerttablemodel.h"

#include "models/core/format.h"

#include <QHash>

#include <array>
#include <numeric>

namespace Watchfloor {

/// The index vector, with fingerprints beside it, so that rows are found again after the store moved everything.
class AlertTableModel::Private
{
public:
    struct Haystack
    {
        QString summary;
        QString text; ///< lower case
    };

    Private(const AlertStore &alertStore, const Clock &systemClock)
        : store(alertStore)
        , clock(systemClock)
    {
    }

    void collect();
    void order();
    bool contains(const Alert &alert);
    bool matches(const Alert &alert) const;
    int compare(const Alert &a, const Alert &b) const;
    const Alert *at(int row) const;
    QString display(const Alert &alert, Column column) const;
    QString respondText(const Alert &alert) const;

    const AlertStore &store;
    const Clock &clock;
    Matchers matchers;
    QString needle;
    std::optional<AlertState> wanted;
    int column = -1;
    Qt::SortOrder direction = Qt::AscendingOrder;
    std::vector<int> rows;       ///< of the store's list
    QStringList fingerprints;    ///< parallel to rows
    std::array<int, 8> counts{};
    QHash<QString, Haystack> haystacks;
};

bool AlertTableModel::Private::contains(const Alert &alert)
{
    if (needle.isEmpty())
        return true;
    const QString summary = alert.summary();
    Haystack &haystack = haystacks[alert.fingerprint];
    if (haystack.text.isEmpty() || haystack.summary != summary) {
        haystack.summary = summary;
        haystack.text = QString(alert.name() + u'\n' + alert.service() + u'\n' + summary).toLower();
    }
    return haystack.text.contains(needle);
}

bool AlertTableModel::Private::matches(const Alert &alert) const
{
    if (matchers.empty())
        return true;
    return alert.externalLabels.isEmpty() ? matchAll(matchers, alert.labels) : matchAll(matchers, alert.allLabels());
}

void AlertTableModel::Private::collect()
{
    const auto &alerts = store.alerts();
    counts.fill(0);
    rows.clear();
    rows.reserve(alerts.size());
    if (haystacks.size() > qsizetype(alerts.size()) * 2 + 1'000)
        haystacks.clear();
    for (size_t i = 0; i < alerts.size(); ++i) {
        const Alert &alert = alerts[i];
        if (!matches(alert) || !contains(alert))
            continue;
        ++counts[size_t(alert.state)];
        if (!wanted || *wanted == alert.state)
            rows.push_back(int(i));
    }
    order();
    fingerprints.clear();
    fingerprints.reserve(qsizetype(rows.size()));
    for (const int row : rows)
        fingerprints << alerts[size_t(row)].fingerprint;
}

int AlertTableModel::Private::compare(const Alert &a, const Alert &b) const
{
    const auto three = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
    const auto text = [](const QString &x, const QString &y) { return x.compare(y, Qt::CaseInsensitive); };
    switch (Column(column)) {
    case StateColumn:
        return three(alertStateRank(a.state), alertStateRank(b.state));
    case SeverityColumn:
        return three(a.severity, b.severity);
    case NameColumn:
        return text(a.name(), b.name());
    case ServiceColumn:
        return text(a.service(), b.service());
    case SummaryColumn:
        return text(a.summary(), b.summary());
    case ActiveColumn:
        return three(b.startsAt, a.startsAt);
    case RespondColumn: {
        const WallTime now = clock.wall();
        const auto never = std::chrono::milliseconds::max();
        return three(store.respondWithin(a, now).value_or(never), store.respondWithin(b, now).value_or(never));
    }
    case OwnerColumn:
        return text(a.acknowledgement ? a.acknowledgement->owner : QString(), b.acknowledgement ? b.acknowledgement->owner : QString());
    case OriginColumn:
        return three(a.origins, b.origins);
    case SilencedColumn:
        return three(a.silencedBy, b.silencedBy);
    case ColumnCount:
        break;
    }
    return 0;
}

void AlertTableModel::Private::order()
{
    if (column < 0)
        return;
    const auto &alerts = store.alerts();
    const bool down = direction == Qt::DescendingOrder;
    std::stable_sort(rows.begin(), rows.end(), [&](int a, int b) {
        const int compared = compare(alerts[size_t(a)], alerts[size_t(b)]);
        return down ? compared > 0 : compared < 0;
    });
}

const Alert *AlertTableModel::Private::at(int row) const
{
    if (row < 0 || size_t(row) >= rows.size() || size_t(rows[size_t(row)]) >= store.alerts().size())
        return nullptr;
    return &store.alerts()[size_t(rows[size_t(row)])];
}

QString AlertTableModel::Private::respondText(const Alert &alert) const
{
    if (alert.state == AlertState::Acknowledged && alert.acknowledgement)
        return tr("taken at %1").arg(Format::shortTime(alert.acknowledgement->at));
    if (alert.state == AlertState::Unseen || alert.state == AlertState::Vanished)
        return alert.state == AlertState::Unseen ? tr("not known") : tr("not recovered");
    const auto rest = store.respondWithin(alert, clock.wall());
    if (!rest)
        return {};
    return rest->count() < 0 ? tr("%1 over").arg(Format::countdown(-*rest)) : tr("%1 left").arg(Format::countdown(*rest));
}

QString AlertTableModel::Private::display(const Alert &alert, Column shown) const
{
    switch (shown) {
    case StateColumn:
        switch (alert.state) {
        case AlertState::Firing:
            return tr("Firing");
        case AlertState::Pending:
            return tr("Pending");
        case AlertState::Acknowledged:
            return tr("Acknowledged");
        case AlertState::Silenced:
            return tr("Silenced");
        case AlertState::Inhibited:
            return tr("Inhibited");
        case AlertState::Unseen:
            return tr("Unseen");
        case AlertState::Vanished:
            return tr("Vanished");
        case AlertState::Recovered:
            return tr("Recovered");
        }
        return {};
    case SeverityColumn:
        return Format::severity(alert.severity);
    case NameColumn:
        return alert.name().isEmpty() ? tr("(no name)") : Format::safeText(alert.name());
    case ServiceColumn:
        return Format::safeText(alert.service());
    case SummaryColumn:
        return Format::safeText(alert.summary());
    case ActiveColumn:
        return Format::span(alert.isOpen() ? clock.wall() - alert.startsAt : alert.endedAt.value_or(alert.startsAt) - alert.startsAt);
    case RespondColumn:
        return respondText(alert);
    case OwnerColumn:
        if (alert.acknowledgement)
            return Format::safeText(alert.acknowledgement->owner, 64);
        return alert.state == AlertState::Firing ? tr("unclaimed") : QString();
    case OriginColumn:
        return alert.origins.join(QStringLiteral(" · "));
    case SilencedColumn:
        if (!alert.silencedBy.isEmpty())
            return tr("%n silence(s)", nullptr, int(alert.silencedBy.size()));
        return alert.inhibitedBy.isEmpty() ? QString() : tr("by %n alert(s)", "inhibited", int(alert.inhibitedBy.size()));
    case ColumnCount:
        break;
    }
    return {};
}

AlertTableModel::AlertTableModel(const AlertStore &store, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(store, clock))
{
    d->collect();
    connect(&store, &AlertStore::changed, this, &AlertTableModel::refresh);
}

AlertTableModel::~AlertTableModel() = default;

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Alert *alert = d->at(index.row());
    if (!alert)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return d->display(*alert, Column(index.column()));
    case FingerprintRole:
        return alert->fingerprint;
    case AlertStateRole:
        return QVariant::fromValue(alert->state);
    case SeverityRole:
        return QVariant::fromValue(alert->severity);
    case RespondMillisecondsRole: {
        const auto rest = d->store.respondWithin(*alert, d->clock.wall());
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
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case StateColumn:
        return tr("State");
    case SeverityColumn:
        return tr("Severity");
    case NameColumn:
        return tr("Alert");
    case ServiceColumn:
        return tr("Service");
    case SummaryColumn:
        return tr("Summary");
    case ActiveColumn:
        return tr("Active for");
    case RespondColumn:
        return tr("Respond within");
    case OwnerColumn:
        return tr("Owner");
    case OriginColumn:
        return tr("Origin");
    case SilencedColumn:
        return tr("Silenced by");
    case ColumnCount:
        break;
    }
    return {};
}

void AlertTableModel::sort(int column, Qt::SortOrder order)
{
    if (column == d->column && order == d->direction)
        return;
    d->column = column < ColumnCount ? column : -1;
    d->direction = order;
    refresh();
}

void AlertTableModel::setFilter(Matchers matchers, const QString &text)
{
    d->matchers = std::move(matchers);
    d->needle = text.trimmed().toLower();
    refresh();
}

void AlertTableModel::setStateFilter(std::optional<AlertState> state)
{
    if (state == d->wanted)
        return;
    d->wanted = state;
    refresh();
}

/// One layout change a round: what views hold on to stays with its alert, wherever that is now.
void AlertTableModel::refresh()
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const auto counts = d->counts;
    QStringList held;
    for (const QModelIndex &index : before)
        held << d->fingerprints.value(index.row());
    d->collect();
    if (!before.isEmpty()) {
        QHash<QString, int> rowByFingerprint;
        const QSet<QString> wanted(held.begin(), held.end());
        for (int row = 0; row < d->fingerprints.size(); ++row)
            if (wanted.contains(d->fingerprints[row]))
                rowByFingerprint.insert(d->fingerprints[row], row);
        QModelIndexList after;
        for (qsizetype i = 0; i < before.size(); ++i) {
            const int row = rowByFingerprint.value(held[i], -1);
            after << (row < 0 ? QModelIndex() : createIndex(row, before[i].column()));
        }
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged();
    if (counts != d->counts)
        Q_EMIT countsChanged();
}

const Alert *AlertTableModel::alertAt(int row) const
{
    return d->at(row);
}

int AlertTableModel::rowOf(const QString &fingerprint) const
{
    return int(d->fingerprints.indexOf(fingerprint));
}

int AlertTableModel::countOf(AlertState state) const
{
    return d->counts[size_t(state)];
}

int AlertTableModel::matchingCount() const
{
    return std::accumulate(d->counts.begin(), d->counts.end(), 0);
}

void AlertTableModel::tick()
{
    if (!d->rows.empty())
        Q_EMIT dataChanged(index(0, ActiveColumn), index(rowCount() - 1, RespondColumn), {Qt::DisplayRole, RespondMillisecondsRole});
}

} // namespace Watchfloor
