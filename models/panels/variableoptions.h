#pragma once

#include "models/core/result.h"
#include "models/panels/variable.h"

#include <chrono>

namespace Watchfloor {

using VariableOptions = std::vector<Variable::Option>;

/// "a, b : c, d\\, e" or a JSON list of {text, value}: what a custom variable offers.
VariableOptions customOptions(const QString &text);

/// "1m,10m,1h": what an interval offers, without auto.
VariableOptions intervalOptions(const QString &text);

/// What a pattern makes of the texts of an answer: those that match, or what its groups catch ("text" and "value" by name), each value
/// once. "/…/flags" is found anywhere, anything else must match the whole. Invalid where it is no regular expression.
/// Source: Grafana, scenes, variables/variants/query/utils.ts.
Result<VariableOptions> matchingOptions(const QStringList &texts, const QString &pattern);

/// Grafana's orders: 0 none, then up and down by letters 1 2, by the first number 3 4, by letters of either case 5 6, naturally 7 8.
void sortOptions(VariableOptions &options, int order);

/// What stands for an interval's "auto": so many steps within the range, no finer than `least`.
QString automaticInterval(std::chrono::milliseconds range, int count, const QString &least);

} // namespace Watchfloor
