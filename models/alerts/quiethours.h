#pragma once

#include "models/alerts/deskpolicy.h"
#include "models/core/clock.h"

#include <optional>
#include <vector>

namespace Watchfloor {

/// The end of the quiet hours that `now` lies in, hours that follow without a gap included; absent: it is not quiet. Begin and end
/// are the first instants at which a clock of the zone shows them or, where a clock is put forward over them, the instant of that
/// change: an hour that comes twice makes nobody wait twice. Hours that never end (all of every day) end a week from now.
std::optional<WallTime> quietUntil(const std::vector<QuietHours> &quiet, WallTime now);

/// The next time after `now` that a clock of the zone shows `time` on a later day than today's.
WallTime tomorrowAt(QTime time, WallTime now, const QByteArray &timeZone = {});

} // namespace Watchfloor
