#pragma once

#include "models/metrics/prometheusclient.h"

#include <functional>
#include <optional>

namespace Watchfloor {

/// What one evaluation of a gate or verify gave.
struct ConditionAnswer
{
    bool passed = false;
    std::optional<double> value; ///< of what is compared, the one nearest to passing, also while it does not pass
    QString message;             ///< "0.0471 > 0.01", "0.0174, needs < 0.005", or why it could not be told
    std::optional<Error> error;
};

/// Passes on a vector with a sample or a scalar that is neither zero nor NaN (decisions 23). Where the condition is a comparison
/// that does not hold, what it compares is asked for too, for its figure alone.
void evaluateCondition(PrometheusClient &client, const QString &expression, WallTime at, QObject *context,
                       std::function<void(ConditionAnswer)> handler);

} // namespace Watchfloor
