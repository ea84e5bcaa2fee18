#pragma once

#include "models/core/timerange.h"
#include "models/silences/maintenance.h"

#include <vector>

namespace Watchfloor {

/// One time that a maintenance window comes.
struct MaintenanceOccurrence
{
    QString window;
    WallTime startsAt{};
    WallTime endsAt{};
    QString begin; ///< "2026-11-28T02:00+01:00": its begin as the window's own zone has it
    bool operator==(const MaintenanceOccurrence &) const = default;
};

/// The occurrences of a window that touch the range, earliest first, at most 10,000.
/// It begins at `at` of each of its days in its zone. Where the clocks go forward over that time it begins at the first instant
/// that exists after it; where they go back and the time comes twice it begins the first time; a day that the zone leaves out
/// altogether has none. Its length is time that passes, whatever the clocks do meanwhile.
std::vector<MaintenanceOccurrence> occurrences(const MaintenanceWindow &window, TimeRange range);

} // namespace Watchfloor
