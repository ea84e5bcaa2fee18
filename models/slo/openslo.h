#pragma once

#include "models/slo/slodocument.h"

#include <span>

namespace Watchfloor {

/// The objectives of all OpenSLO v1 documents of a file; SLOs may name SLIs of the other documents. Faults go to `reader`.
/// Source: OpenSLO specification v1, github.com/OpenSLO/OpenSLO.
std::vector<Objective> readOpenSlo(std::span<const YamlNode> documents, YamlReader &reader);

} // namespace Watchfloor
