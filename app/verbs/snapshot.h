#pragma once

#include "app/invocation.h"

namespace Watchfloor {

/// Renders a page of the workspace without a display and quits.
int snapshotVerb(const SnapshotVerb &verb, const Invocation &invocation);

} // namespace Watchfloor
