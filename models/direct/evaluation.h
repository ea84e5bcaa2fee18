#pragma once

#include "models/direct/pagehistory.h"
#include "models/promql/expression.h"

namespace Watchfloor {

/// How far an instant value looks back: to the last poll, unless that is older than this.
inline constexpr std::chrono::milliseconds pageLookback{60'000};

/// Evaluates an expression over the polls of one page, at one moment, with Prometheus' meaning: selectors, offset, rate, irate, increase, delta,
/// idelta, the *_over_time functions, histogram_quantile, clamps and rounding, sum avg min max count group stddev topk bottomk by and without,
/// arithmetic, comparisons, and or unless. Unsupported, in words, for everything else. A series that the last poll did not have is gone.
Result<QueryAnswer> evaluatePage(const PromExpression &expression, const PageHistory &history, WallTime at);

/// Absent when every part of it can be evaluated here, else what cannot.
std::optional<Error> unsupportedPart(const PromNode &node);

} // namespace Watchfloor
