#include "models/metrics/seriesstore.h"

namespace Watchfloor {

void SeriesStore::apply(const QuerySnapshot &snapshot, Instant now, WallTime at)
{
    Entry &entry = m_entries[snapshot.key];
    entry.freshness.setInterval(snapshot.interval);
    if (snapshot.answer) {
        entry.answer = snapshot.answer;
        entry.at = at;
    }
    if (snapshot.answer && !snapshot.error)
        entry.freshness.recordValid(now, snapshot.sampleAge);
    else
        entry.freshness.recordFailure(now, snapshot.error.value_or(Error{Error::Kind::Malformed, QStringLiteral("no answer"), {}}));
    Q_EMIT changed(snapshot.key);
}

const SeriesStore::Entry *SeriesStore::find(const QueryKey &key) const
{
    const auto found = m_entries.constFind(key);
    return found == m_entries.constEnd() ? nullptr : &*found;
}

void SeriesStore::forget(const QueryKey &key)
{
    if (m_entries.remove(key) > 0)
        Q_EMIT changed(key);
}

State SeriesStore::state(const QueryKey &key, Instant now) const
{
    const Entry *entry = find(key);
    if (!entry || !entry->answer)
        return State::Blind;
    return entry->freshness.judge(now, entry->answer->warnings.isEmpty() ? State::Healthy : State::Warning);
}

} // namespace Watchfloor
