#pragma once

#include "models/core/matcher.h"
#include "models/core/result.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

struct PromNode;
using PromExpression = std::shared_ptr<const PromNode>;

/// How the two sides of an operator find each other.
struct VectorMatching
{
    enum class Cardinality { OneToOne, ManyToOne, OneToMany };
    bool on = false;             ///< `labels` are those that count; else those that do not
    QStringList labels;
    Cardinality cardinality = Cardinality::OneToOne;
    QStringList include;         ///< of group_left and group_right
};

/// One node of a PromQL expression. Which members count, the kind says.
struct PromNode
{
    enum class Kind { Number, Text, Selector, Call, Aggregation, Binary, Negation, Subquery };
    Kind kind = Kind::Number;
    qsizetype start = 0;         ///< place in the text
    double number = 0;
    QString name;                ///< of a function or an aggregation, an operator's sign, a text
    Matchers matchers;           ///< of a selector, its metric's name among them
    std::optional<std::chrono::milliseconds> range; ///< of a range selector or a subquery
    std::chrono::milliseconds step{};               ///< of a subquery; 0: the default
    std::chrono::milliseconds offset{};
    bool isAt = false;           ///< has an @ modifier
    bool returnsBool = false;
    bool without = false;        ///< of an aggregation: `grouping` are dropped instead of kept
    bool grouped = false;
    QStringList grouping;
    VectorMatching matching;
    std::vector<PromExpression> operands;
};

/// Reads one PromQL expression. Invalid, with the place in `where` as line:column. Functions' names and types are the server's to judge.
/// Source: Prometheus documentation, querying basics and operators.
Result<PromExpression> parsePromql(QStringView text);

/// Every selector in it, outermost first.
std::vector<const PromNode *> selectorsOf(const PromNode &node);

bool isAggregation(QStringView name);

} // namespace Watchfloor
