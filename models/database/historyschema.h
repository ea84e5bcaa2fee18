#pragma once

#include "models/database/database.h"

namespace Watchfloor {

/// How history.sqlite is made, and led from one version to the next: 1 has transitions of alerts and states of sources, 2 the
/// lives of alerts too.
Migrations historyMigrations();

/// In episode.ended_ms: it is not over.
inline constexpr qint64 openEpisodeEnd = 9'223'372'036'854'775'807LL;

} // namespace Watchfloor
