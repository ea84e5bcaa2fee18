#pragma once

#include "models/alerts/shift.h"
#include "models/episodes/episode.h"

namespace Watchfloor {

/// How long something took, over those of which it is known. What is not known is counted, and never taken for nought.
struct TimeFigure
{
    std::optional<std::chrono::milliseconds> mean; ///< absent: of none it is known
    std::optional<std::chrono::milliseconds> median;
    int known = 0;
    int missing = 0;
    bool operator==(const TimeFigure &) const = default;
};

/// An alert by name and service, and how much of the noise it made.
struct Talker
{
    QString name;
    QString service;
    int count = 0;       ///< lives that began to fire in the span
    int starts = 0;      ///< beginnings, those of flapping ones too
    double share = 0;    ///< of all lives, 0 to 1
    std::chrono::milliseconds firing{}; ///< time that it fired within the span
    int neverAcknowledged = 0;
    Severity worst = Severity::None;
    bool operator==(const Talker &) const = default;
};

struct ShiftNoise
{
    QString name; ///< empty: nobody's hours
    int count = 0;
    int critical = 0; ///< critical and emergency
    int neverAcknowledged = 0;
    TimeFigure acknowledge;
    bool operator==(const ShiftNoise &) const = default;
};

/// What a span of time cost the people on call. Counted are lives that began to fire within it:
///   detect       fired less the beginning of its condition. Where both are one nothing is known: an Alertmanager alone tells no
///                beginning, and a rule without `for` has none
///   acknowledge  acknowledged less fired; one acknowledged before it fired is not known
///   resolve      ended less fired; open ones, and ones whose end was not seen, are not known
/// Means and medians are over what is known. Source: Site Reliability Workbook, chapter 9, and its appendices.
struct EpisodeReport
{
    TimeRange during;
    int fired = 0;
    int stayedPending = 0; ///< began and went away without firing
    int open = 0;          ///< of those fired, still
    int flapped = 0;       ///< fired more than once in one life
    int neverAcknowledged = 0;
    int acknowledgedOnly = 0; ///< taken on, and an hour later still firing
    int escalated = 0;
    std::chrono::milliseconds firing{}; ///< in sum, within the span
    TimeFigure detect;
    TimeFigure acknowledge;
    TimeFigure resolve;
    std::vector<Talker> talkers; ///< the noisiest first
    std::vector<ShiftNoise> shifts;
    bool isCut = false; ///< more lives were found than were read
    bool operator==(const EpisodeReport &) const = default;
};

/// Without shifts the usual day and night are taken. `now` bounds what is open.
EpisodeReport reportOf(const std::vector<Episode> &episodes, TimeRange during, WallTime now, const std::vector<Shift> &shifts = {});

} // namespace Watchfloor
