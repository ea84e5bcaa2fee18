#pragma once

#include "models/core/result.h"
#include "models/episodes/episode.h"

namespace Watchfloor {

/// What a person types to look for: words, and matchers among them, severity=critical instance=~"node.*", parted by blanks or
/// commas. An Error says which matcher cannot be read.
Result<EpisodeSearch> parseEpisodeSearch(QStringView text);

} // namespace Watchfloor
