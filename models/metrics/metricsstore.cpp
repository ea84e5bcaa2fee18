#include "models/metrics/metricsstore.h"

#include "models/metrics/series.h"

namespace Watchfloor {

void MetricsStore::apply(const QString &source, const MetricsSnapshot &snapshot, Instant now)
{
    Entry &entry = m_entries[source];
    entry.previous = std::exchange(entry.latest, snapshot);
    entry.previousAt = std::exchange(entry.at, now);
    Q_EMIT changed(source);
}

const MetricsStore::Entry *MetricsStore::find(const QString &source) const
{
    const auto found = m_entries.find(source);
    return found == m_entries.end() ? nullptr : &found->second;
}

double MetricsStore::rate(const QString &source, QStringView sampleName, const Labels &match) const
{
    const Entry *entry = find(source);
    if (!entry || !entry->previous.page || entry->at <= entry->previousAt)
        return noSample;
    const double after = entry->latest.sum(sampleName, match);
    const double before = entry->previous.sum(sampleName, match);
    const double seconds = std::chrono::duration<double>(entry->at - entry->previousAt).count();
    return (after >= before ? after - before : after) / seconds;
}

} // namespace Watchfloor
