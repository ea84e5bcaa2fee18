#pragma once

#include "models/episodes/episode.h"

#include <QDate>
#include <QTimeZone>

namespace Watchfloor {

/// What an alert did on one day of a zone; days are as long as its clock changes make them.
struct EpisodeDay
{
    QDate day;
    TimeRange range;
    int begun = 0;                      ///< how often it began to fire
    std::chrono::milliseconds firing{}; ///< how long it fired, up to now
    std::optional<Severity> worst;      ///< absent: it did not fire
    bool unseen = false;                ///< the end of one was not seen
    bool operator==(const EpisodeDay &) const = default;
};

/// The last `days` days, today last. Those that stayed pending are no firing.
std::vector<EpisodeDay> episodeDays(const std::vector<Episode> &episodes, int days, WallTime now, const QTimeZone &zone);

/// The span from its first firing to its end, or to now; absent when it never fired.
std::optional<TimeRange> firingSpan(const Episode &episode, WallTime now);

} // namespace Watchfloor
