#pragma once

#include "app/verbs/explain.h"
#include "models/metrics/exposition.h"

namespace Watchfloor {

/// A set of labels as an object, with those that stand there without a value.
ExplainJson metricLabelsJson(const Labels &labels, const QStringList &empty = {});

/// A metric of a page with its samples: what is not there is null, times are in seconds.
ExplainJson metricFamilyJson(const MetricFamily &family);

} // namespace Watchfloor
