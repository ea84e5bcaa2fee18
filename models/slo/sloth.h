#pragma once

#include "models/slo/slodocument.h"

namespace Watchfloor {

/// The objectives of one Sloth v1 document ("version: prometheus/v1"); faults go to `reader`. An objective is named as Sloth's id
/// names it, "service-name", unless its name begins so already.
/// Source: sloth.dev, specification of prometheus/v1.
std::vector<Objective> readSloth(const YamlNode &document, YamlReader &reader);

} // namespace Watchfloor
