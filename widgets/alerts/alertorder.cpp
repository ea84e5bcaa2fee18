#include "widgets/alerts/alertorder.h"

#include "models/core/format.h"
#include "widgets/controls/alertlook.h"

namespace Watchfloor {

namespace {
/// When an alert that nobody sees was seen last: the latest answer of those who told of it.
WallTime seenUntil(const Alert &alert, const SourceStore &sources, WallTime wall, Instant now)
{
    if (alert.endedAt || alert.state != AlertState::Unseen)
        return alert.endedAt.value_or(wall);
    WallTime latest = alert.startsAt;
    for (const QString &origin : alert.origins)
        if (const SourceStatus *source = sources.find(origin))
            if (const auto age = source->freshness.age(now))
                latest = std::max(latest, wall - *age);
    return latest;
}
}

StateTimeline::Row AlertOrder::rowOf(const Alert &alert, WallTime end, WallTime now)
{
    using Fill = StateTimeline::Fill;
    const State state = stateOf(alert.severity);
    StateTimeline::Row row{Format::safeText(alert.name(), 40), glyphOf(alert.severity), {}};
    const auto add = [&row](WallTime start, WallTime until, State shown, Fill fill, const QString &text) {
        if (start < until)
            row.spans.push_back({start, until, shown, fill, text});
    };
    const WallTime fired = alert.firingSince.value_or(end);
    add(alert.startsAt, fired, state, Fill::Outline, tr("pending"));
    const WallTime taken = alert.acknowledgement ? std::clamp(alert.acknowledgement->at, fired, end) : end;
    add(fired, taken, state, Fill::Solid, tr("firing"));
    add(taken, end, state, Fill::Striped, tr("acknowledged"));
    if (alert.state == AlertState::Unseen)
        add(end, now, State::Blind, Fill::Hatched, tr("cannot be seen"));
    else if (alert.state == AlertState::Vanished)
        add(end, now, State::Stale, Fill::Hatched, tr("its series are gone"));
    return row;
}

AlertOrder::Rows AlertOrder::of(const Stores &stores, TimeRange range, Instant now, size_t most)
{
    struct Entry
    {
        WallTime start;
        const Alert *alert;
        const SourceStatus *source;
    };
    std::vector<Entry> entries;
    for (const SourceStatus &source : stores.sources.sources()) {
        if (entries.size() >= most / 2 || source.state(now) != State::Blind)
            continue;
        const auto age = source.freshness.age(now);
        entries.push_back({age ? range.end - *age : range.start, nullptr, &source});
    }
    // The list is worst first; what only might come to hurt or is muted does not belong to the story.
    for (const Alert &alert : stores.alerts.alerts()) {
        if (entries.size() >= most)
            break;
        const bool muted = alert.state == AlertState::Silenced || alert.state == AlertState::Inhibited;
        if (!muted && alert.endedAt.value_or(range.end) >= range.start)
            entries.push_back({alert.startsAt, &alert, nullptr});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.start < b.start; });
    Rows result;
    for (const Entry &entry : entries) {
        if (entry.alert) {
            result.rows.push_back(rowOf(*entry.alert, seenUntil(*entry.alert, stores.sources, range.end, now), range.end));
            result.fingerprints << entry.alert->fingerprint;
            // Several of one name are told apart by whose they are.
            const auto isNamesake = [&entry](const Entry &other) { return other.alert && other.alert != entry.alert && other.alert->name() == entry.alert->name(); };
            if (std::any_of(entries.begin(), entries.end(), isNamesake) && !entry.alert->service().isEmpty())
                result.rows.back().name += u' ' + Format::safeText(entry.alert->service(), 20);
        } else {
            StateTimeline::Row row{tr("%1 (source)").arg(entry.source->spec.name), State::Blind, {}};
            row.spans.push_back({std::max(entry.start, range.start), range.end, State::Blind, StateTimeline::Fill::Hatched, tr("cannot be seen")});
            result.rows.push_back(std::move(row));
            result.fingerprints << QString();
        }
    }
    return result;
}

} // namespace Watchfloor
