#pragma once

#include "app/verbs/explain.h"

#include "models/panels/dashboard.h"

namespace Watchfloor {

/// How a dashboard was understood: {title, panels [{id, title, type, support, queries, missing}], variables, notes}.
ExplainJson dashboardJson(const Dashboard &dashboard);

} // namespace Watchfloor
