#include "models/silences/silencecounter.h"

#include "models/alerts/slice.h"

namespace Watchfloor {

namespace {

constexpr int costOfAlert = 50; ///< in units of Slice: it is put to some silences

/// Those that some Alertmanager may tell; nearly always one.
QStringList valuesOf(const Alert &alert, const QString &label)
{
    QStringList values{alert.labels.value(label)};
    if (!values.front().isEmpty())
        return values;
    alert.anyTold([&](const Labels &external) {
        if (const QString value = external.value(label); !values.contains(value))
            values << value;
        return false;
    });
    return values;
}

} // namespace

SilenceCounter::SilenceCounter(const AlertStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &SilenceCounter::slice);
    // A count that is under way is finished first: alerts that change without a pause must not keep it from ever ending.
    connect(&store, &AlertStore::changed, this, [this] {
        if (m_slices.isActive())
            m_isStale = true;
        else
            restart();
    });
}

void SilenceCounter::count(const std::vector<Counted> &silences)
{
    m_rows.clear();
    m_byLabel.clear();
    m_others.clear();
    for (const auto &[key, matchers, members] : silences) {
        const auto pivot = std::find_if(matchers.begin(), matchers.end(), [](const Matcher &matcher) {
            return matcher.op() == Matcher::Operator::Equal && !matcher.value().isEmpty();
        });
        if (pivot == matchers.end())
            m_others.push_back(m_rows.size());
        else
            m_byLabel[pivot->name()][pivot->value()].push_back(m_rows.size());
        m_rows.push_back({key, AlertMatch(matchers), members, {}});
    }
    restart();
    slice();
}

std::optional<SilenceCounter::Count> SilenceCounter::of(const QString &key) const
{
    const auto found = m_counts.constFind(key);
    return found == m_counts.constEnd() ? std::nullopt : std::optional(*found);
}

void SilenceCounter::restart()
{
    for (Row &row : m_rows)
        row.count = {};
    m_at = 0;
    m_isStale = false;
    m_slices.start();
}

void SilenceCounter::take(const Alert &alert)
{
    if (!alert.isOpen())
        return;
    const auto put = [this, &alert](size_t place) {
        Row &row = m_rows[place];
        if (!row.match.matches(alert, &row.members))
            return;
        ++row.count.open;
        row.count.firing += isPastPending(alert) ? 1 : 0;
    };
    for (const auto &[label, values] : m_byLabel) {
        for (const QString &value : valuesOf(alert, label))
            if (const auto found = values.constFind(value); found != values.constEnd())
                for (const size_t place : *found)
                    put(place);
    }
    for (const size_t place : m_others)
        put(place);
}

void SilenceCounter::slice()
{
    Slice time(true);
    const AlertRows &alerts = m_store.alerts();
    for (; m_at < alerts.size(); ++m_at) {
        if (time.isOver())
            return;
        take(alerts[m_at]);
        time.spend(costOfAlert);
    }
    m_slices.stop();
    m_counts.clear();
    for (const Row &row : m_rows)
        m_counts.insert(row.key, row.count);
    if (m_isStale)
        restart();
    Q_EMIT counted();
}

} // namespace Watchfloor
