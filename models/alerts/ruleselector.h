#pragma once

#include "models/alerts/alert.h"

#include <QString>

#include <optional>

namespace Watchfloor {

/// An alerting rule's expression taken apart at its outermost comparison: what it watches, and where its limit is.
struct RuleSelector
{
    enum class Comparison { None, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

    QString selector; ///< what is compared; empty where the expression compares nothing
    Comparison comparison = Comparison::None;
    std::optional<double> threshold; ///< the constant on the other side, arithmetic worked out
    bool ofAbsence = false;          ///< the rule fires while the selector has no series
    bool operator==(const RuleSelector &) const = default;
};

/// Splits by PromQL's precedence: of `and` and `unless` the left side counts, of `or` both. A constant on the left is turned over.
/// Source: Prometheus documentation, querying, operators.
RuleSelector ruleSelector(const QString &expression);

/// A query that has a series exactly while the alert's own series exists; empty where the rule compares nothing. `narrow` asks
/// for the series with the alert's labels, less those that the rule adds, instead of for any.
QString presenceExpression(const AlertRule &rule, const Labels &labels, bool narrow);

} // namespace Watchfloor
