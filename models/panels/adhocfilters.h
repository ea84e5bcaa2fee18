#pragma once

#include "models/panels/variable.h"

namespace Watchfloor {

/// The filters as PromQL writes them, in braces: {a="b", c=~"d|e"}; empty without any that say something.
QString filtersText(const std::vector<Variable::Filter> &filters);

/// The expression with the filters in every selector that does not say the same already. An expression that cannot be read stays as
/// it is. Source: Grafana, packages/grafana-prometheus/src/add_label_to_query.ts.
QString withFilters(const QString &expression, const std::vector<Variable::Filter> &filters);

} // namespace Watchfloor
