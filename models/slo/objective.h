#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/labels.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace Watchfloor {

/// How good is told from bad: two counters (good or bad over total), or a series held against a threshold. Expressions may hold
/// the window as {{.window}} (Sloth's template) which burn-rate windows replace; without it the range selector [window] does.
struct Indicator
{
    enum class Kind { GoodTotal, BadTotal, RatioMetric, Threshold };
    Kind kind = Kind::BadTotal;
    QString good;
    QString bad;
    QString total;
    QString ratio;     ///< RatioMetric: an expression of the error ratio
    QString threshold; ///< Threshold: the series
    QString op;        ///< "lt", "lte", "gt", "gte": good when it holds
    double limit = 0;
    bool counter = true; ///< good, bad and total only ever grow; false: each sample is a number of events
    bool operator==(const Indicator &) const = default;
};

/// A service level objective of an OpenSLO v1 or Sloth v1 document.
struct Objective
{
    QString name;
    QString title; ///< display name or description, may be empty
    QString service;
    double target = 0.999;                             ///< a ratio
    std::chrono::milliseconds window{2'592'000'000};   ///< rolling
    QString source;                                    ///< the Prometheus to ask; empty: the only one
    Indicator indicator;
    Labels labels;
    QString file; ///< where it was read, for "open the file"
    bool operator==(const Objective &) const = default;
};

/// Page above `page`, ticket above `ticket` held for `ticketFor`, freeze deployments below `freeze` of the budget left.
struct BurnPolicy
{
    double page = 10;
    double ticket = 2;
    std::chrono::milliseconds ticketFor{3'600'000};
    double freeze = 0.10;
    bool operator==(const BurnPolicy &) const = default;
};

/// The windows over which the burn rate is shown.
inline constexpr std::chrono::milliseconds burnWindows[] = {
    std::chrono::minutes(5), std::chrono::minutes(30), std::chrono::hours(1), std::chrono::hours(6), std::chrono::hours(24), std::chrono::hours(72)};

struct BurnRate
{
    std::chrono::milliseconds window{};
    std::optional<double> rate; ///< errors over allowed errors at an even pace; absent: no traffic or no data
    bool operator==(const BurnRate &) const = default;
};

/// A point of the burn-down: budget left at that time, 1 untouched, negative overspent.
struct BurnDownPoint
{
    WallTime at{};
    double remaining = 1;
    bool operator==(const BurnDownPoint &) const = default;
};

/// What the queries of one objective came back with.
struct SloSnapshot
{
    QString objective; ///< Objective::name, unique in a workspace
    std::optional<double> errors;
    std::optional<double> total;
    std::vector<BurnRate> burn;
    std::vector<BurnDownPoint> burnDown; ///< oldest first; empty: not asked this time
    std::vector<std::pair<WallTime, double>> errorRatio; ///< of the last hours, for the small chart; empty: not asked
    std::optional<Error> error;
    std::chrono::milliseconds interval{60'000};
    WallTime at{}; ///< the moment all its queries were asked for
};

enum class SloPolicyState { OnTrack, AbovePace, Ticket, Page, Frozen, Exhausted, NoTraffic, Stale, Blind };

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::SloSnapshot)
Q_DECLARE_METATYPE(Watchfloor::SloPolicyState)
