#pragma once

#include "models/core/labels.h"
#include "models/core/result.h"
#include "models/promql/expression.h"

#include <vector>

namespace Watchfloor {

/// One element of an instant vector.
struct VectorSample
{
    Labels labels;
    double value = 0;
};
using InstantVector = std::vector<VectorSample>;

bool isComparison(QStringView sign);
/// + - * / % ^ atan2 and the comparisons, these as 1 and 0.
double arithmetic(QStringView sign, double left, double right);

/// An operator between two vectors, matched by labels. Invalid where a side has several elements for one match.
Result<InstantVector> joined(const PromNode &node, const InstantVector &left, const InstantVector &right);
/// An operator between a vector and a number; `scalarAtLeft` says which comes first.
InstantVector withScalar(const PromNode &node, const InstantVector &vector, double scalar, bool scalarAtLeft);

/// sum, avg, topk, … over groups of labels; `parameter` is that of topk, bottomk and quantile.
InstantVector aggregated(const PromNode &node, const InstantVector &vector, double parameter);

} // namespace Watchfloor
