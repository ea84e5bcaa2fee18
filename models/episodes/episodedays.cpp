#include "models/episodes/episodedays.h"

#include <QDateTime>

namespace Watchfloor {

namespace {

WallTime startOf(QDate day, const QTimeZone &zone)
{
    // Where clocks jump over midnight the day starts later; startOfDay() knows.
    return WallTime(std::chrono::milliseconds(day.startOfDay(zone).toMSecsSinceEpoch()));
}

} // namespace

std::optional<TimeRange> firingSpan(const Episode &episode, WallTime now)
{
    if (!episode.firedAt)
        return std::nullopt;
    return TimeRange{*episode.firedAt, std::max(episode.endedAt.value_or(now), *episode.firedAt)};
}

std::vector<EpisodeDay> episodeDays(const std::vector<Episode> &episodes, int days, WallTime now, const QTimeZone &zone)
{
    using std::chrono::milliseconds;
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), zone).date();
    std::vector<EpisodeDay> result;
    for (int back = days - 1; back >= 0; --back) {
        EpisodeDay &day = result.emplace_back();
        day.day = today.addDays(-back);
        day.range = {startOf(day.day, zone), startOf(day.day.addDays(1), zone) - milliseconds(1)};
    }
    for (const Episode &episode : episodes) {
        const auto span = firingSpan(episode, now);
        if (!span)
            continue;
        for (EpisodeDay &day : result) {
            const WallTime from = std::max(span->start, day.range.start);
            const WallTime to = std::min(span->end, day.range.end + milliseconds(1));
            if (to < from || span->start > day.range.end)
                continue;
            day.begun += day.range.contains(span->start) ? std::max(episode.starts, 1) : 0;
            day.firing += to - from;
            day.worst = std::min(day.worst.value_or(episode.severity), episode.severity);
            day.unseen = day.unseen || (episode.state == AlertState::Unseen && episode.endedAt && day.range.contains(*episode.endedAt));
        }
    }
    return result;
}

} // namespace Watchfloor
