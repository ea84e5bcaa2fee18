#pragma once

#include "models/core/unit.h"

namespace Watchfloor {

/// `value` in the style of our own pages. `id` is one of Grafana's, or empty for a count.
Quantity ownQuantity(double value, const QString &id, int decimals, const QLocale &locale);

/// Whether there is such a style for the id.
bool isOwnStyle(const QString &id);

} // namespace Watchfloor
