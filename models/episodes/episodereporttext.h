#pragma once

#include "models/episodes/episodereport.h"

namespace Watchfloor {

/// The report for a spreadsheet: figures, talkers and shifts one below the other, times in seconds, empty where nothing is known.
/// Cells that a spreadsheet would take for a formula are made text. Source: RFC 4180; OWASP, CSV injection.
QString reportCsv(const EpisodeReport &report);

/// The report for programs: one object, times in seconds, null for what is not known.
QString reportJson(const EpisodeReport &report);

} // namespace Watchfloor
