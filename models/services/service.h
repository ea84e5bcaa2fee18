#pragma once

#include "models/core/labels.h"
#include "models/core/matcher.h"
#include "models/core/state.h"

#include <QMetaType>
#include <QStringList>

#include <optional>
#include <vector>

namespace Watchfloor {

/// A service as the workspace declares it.
struct Service
{
    QString name;
    Labels labels;       ///< an alert with all of these is its
    QStringList depends; ///< services, or endpoints as group/name
    QString owner;
    QString version;     ///< a PromQL whose `commit` label and process start time tell deploys and restarts
    bool operator==(const Service &) const = default;
};

/// One figure of a tile: the number now and its last hour.
struct ServiceFigure
{
    std::optional<double> value;
    State state = State::Blind;
    bool operator==(const ServiceFigure &) const = default;
};

/// What a service is, out of all that belongs to it: roll-up of endpoints, alerts, objectives and the sources behind them.
struct ServiceStatus
{
    Service service;
    State state = State::Blind;
    QString reason; ///< "HighErrorRate is firing", "system: time-out", "38 s old, limit 30 s"
    ServiceFigure requestRate;
    ServiceFigure errorRatio;
    ServiceFigure latency; ///< p95 in seconds
    int firing = 0;
    std::vector<std::pair<QString, State>> dependencies;
    QString objective;     ///< the worst of its objectives by budget left; empty: none
    std::optional<double> budgetLeft;
    std::optional<std::chrono::milliseconds> age; ///< of the oldest thing the state rests on
    QString commit;        ///< running version, where known
};

} // namespace Watchfloor
