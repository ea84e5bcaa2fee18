#pragma once

#include "models/metrics/series.h"

namespace Watchfloor {

/// VictoriaMetrics answers an instant query with a vector whatever was asked: one number without labels for a scalar, none for a
/// text. Gives the answer the type that `expression` has in PromQL, for a number that is 0 and a vector that holds it are not
/// the same to a gate. An answer of Prometheus stays as it is.
void restoreType(QueryAnswer &answer, const QString &expression);

} // namespace Watchfloor
