#pragma once

#include "models/alerts/shift.h"
#include "models/core/clock.h"

#include <QString>

namespace Watchfloor {

/// Day from 08:00 to 20:00 and night, by this machine's zone: where a workspace names no shifts.
std::vector<Shift> usualShifts();

/// The shift that `time` falls into, the first of the list where they overlap; null: nobody's. Wall time of the shift's own zone
/// counts, so that a night in which clocks change is an hour longer or shorter and no hour is lost.
const Shift *shiftAt(const std::vector<Shift> &shifts, WallTime time);

} // namespace Watchfloor
