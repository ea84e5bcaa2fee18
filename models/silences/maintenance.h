#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/matcher.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QStringList>
#include <QTime>

#include <optional>

namespace Watchfloor {

/// A recurring span of planned work that the workspace declares under `maintenance`; real silences are made ahead of it.
struct MaintenanceWindow
{
    QString name;
    Matchers matchers;
    QStringList sources;   ///< Alertmanagers, one of each cluster is enough; empty: every cluster
    QList<int> days;       ///< 1 is Monday, as Qt has it; empty: every day
    QTime at;              ///< local time of `timeZone`
    std::chrono::milliseconds length{};
    QByteArray timeZone;   ///< IANA; empty: UTC
    std::optional<QDate> from;
    std::optional<QDate> until; ///< last day on which it begins
    std::chrono::milliseconds ahead = std::chrono::hours(24); ///< how long before it begins its silence is made
    QString comment;
    bool operator==(const MaintenanceWindow &) const = default;
};

/// One occurrence of a window at one Alertmanager: what was done for it, as told by whoever did it.
struct MaintenanceReport
{
    QString window;
    QString source;
    WallTime startsAt{};
    WallTime endsAt{};
    QString silence;            ///< its id once it stands
    std::optional<Error> error; ///< why it does not stand
    bool operator==(const MaintenanceReport &) const = default;
};

} // namespace Watchfloor
