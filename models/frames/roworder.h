#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// The rows of a frame in the order of one field's values; equal ones keep their order. A missing number counts as zero, what is no number comes
/// last, what is true first; texts go by their letters, capitals after small ones, and empty ones come last going up. Source: Grafana.
std::vector<size_t> rowsInOrder(const Field &field, bool descending);

/// Negative, zero or positive: `a` before, beside or after `b`.
int comparedTexts(const QString &a, const QString &b);
/// The same without capitals, and with numbers in texts by their value: "disk2" before "disk10".
int comparedNaturally(const QString &a, const QString &b);

} // namespace Watchfloor
