#include "models/metrics/answertype.h"

#include "models/promql/expression.h"

namespace Watchfloor {

namespace {

bool isScalar(const PromNode &node)
{
    switch (node.kind) {
    case PromNode::Kind::Number:
        return true;
    case PromNode::Kind::Call:
        return node.name == QLatin1String("scalar") || node.name == QLatin1String("time") || node.name == QLatin1String("pi");
    case PromNode::Kind::Binary:
    case PromNode::Kind::Negation:
        return std::all_of(node.operands.begin(), node.operands.end(), [](const PromExpression &operand) { return isScalar(*operand); });
    case PromNode::Kind::Text:
    case PromNode::Kind::Selector:
    case PromNode::Kind::Aggregation:
    case PromNode::Kind::Subquery:
        break;
    }
    return false;
}

}

void restoreType(QueryAnswer &answer, const QString &expression)
{
    const bool mayBeScalar = answer.series.size() == 1 && answer.series[0].labels.isEmpty() && answer.series[0].size() == 1;
    if (answer.type != QueryAnswer::Type::Vector || (!mayBeScalar && !answer.series.empty()))
        return;
    const Result<PromExpression> read = parsePromql(expression);
    if (!read)
        return;
    if (mayBeScalar && isScalar(**read)) {
        answer.type = QueryAnswer::Type::Scalar;
    } else if (answer.series.empty() && (*read)->kind == PromNode::Kind::Text) {
        answer.type = QueryAnswer::Type::String;
        answer.text = (*read)->name;
    }
}

} // namespace Watchfloor
