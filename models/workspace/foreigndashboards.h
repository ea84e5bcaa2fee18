#pragma once

#include "models/workspace/workspace.h"

namespace Watchfloor {

/// Gives dashboards that were written for another program their place in this workspace: names, uids and titles that are taken already
/// are numbered; data sources that are not in the workspace become the default, its first Prometheus, and the dashboard's notes say so.
void settleForeignDashboards(Workspace &workspace);

} // namespace Watchfloor
