#pragma once

#include "models/episodes/episode.h"
#include "widgets/controls/alertlook.h"

namespace Watchfloor {

/// How a life is drawn: as the state it is in, or as one that never came to fire.
AlertLook lookOf(const Episode &episode);
AlertLook lookOf(const EpisodeEvent &event, Severity severity);

} // namespace Watchfloor
