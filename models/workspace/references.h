#pragma once

#include "models/workspace/sections.h"

namespace Watchfloor {

/// What shows only when everything is read: names that stand twice, and names of sources, services, endpoints and pages that nothing
/// has. Faults of watchfloor.yaml go to the reader, those of included files to `faults`.
void checkReferences(Sections &sections, const YamlNode &root, std::vector<Fault> &faults);

} // namespace Watchfloor
