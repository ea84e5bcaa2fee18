#include "models/runbooks/promcondition.h"

#include "models/alerts/ruleselector.h"
#include "models/core/format.h"

#include <cmath>

namespace Watchfloor {

using namespace Qt::StringLiterals;

namespace {

using Comparison = RuleSelector::Comparison;

QString comparisonText(Comparison comparison)
{
    switch (comparison) {
    case Comparison::None:
        return {};
    case Comparison::Equal:
        return u"=="_s;
    case Comparison::NotEqual:
        return u"!="_s;
    case Comparison::Less:
        return u"<"_s;
    case Comparison::LessOrEqual:
        return u"<="_s;
    case Comparison::Greater:
        return u">"_s;
    case Comparison::GreaterOrEqual:
        return u">="_s;
    }
    return {};
}

QString numberText(double value)
{
    return QString::number(value, 'g', 4);
}

/// Of several series the one nearest to passing.
std::optional<double> nearestValue(const QueryAnswer &answer, Comparison comparison)
{
    std::optional<double> nearest;
    const bool wantsLow = comparison == Comparison::Less || comparison == Comparison::LessOrEqual;
    for (const auto &series : answer.series) {
        const double value = series.last();
        if (!std::isnan(value) && (!nearest || (wantsLow ? value < *nearest : value > *nearest)))
            nearest = value;
    }
    return nearest;
}

bool passes(const QueryAnswer &answer, Comparison comparison)
{
    const auto value = nearestValue(answer, comparison);
    if (!value)
        return false;
    return answer.type == QueryAnswer::Type::Vector || (answer.type == QueryAnswer::Type::Scalar && *value != 0);
}

ConditionAnswer failure(const Error &error)
{
    return {false, {}, error.detail.isEmpty() ? Format::words(error) : u"%1: %2"_s.arg(Format::words(error), error.detail), error};
}

/// "> 0.01", or nothing where the limit is no constant.
QString limitText(const RuleSelector &selector)
{
    if (selector.comparison == Comparison::None || !selector.threshold)
        return {};
    return comparisonText(selector.comparison) + u' ' + numberText(*selector.threshold);
}

} // namespace

void evaluateCondition(PrometheusClient &client, const QString &expression, WallTime at, QObject *context,
                       std::function<void(ConditionAnswer)> handler)
{
    const RuleSelector selector = ruleSelector(expression);
    client.query(expression, at, context, [&client, selector, at, context, handler](Result<QueryAnswer> answer) {
        if (!answer)
            return handler(failure(answer.error()));
        if (answer->type != QueryAnswer::Type::Vector && answer->type != QueryAnswer::Type::Scalar)
            return handler(failure({Error::Kind::Invalid, u"the query gives neither a vector nor a scalar"_s, {}}));
        const QString limit = limitText(selector);
        if (passes(*answer, selector.comparison)) {
            const auto value = nearestValue(*answer, selector.comparison);
            return handler({true, value, limit.isEmpty() ? numberText(*value) : numberText(*value) + u' ' + limit, {}});
        }
        if (selector.comparison == Comparison::None || selector.selector.isEmpty())
            return handler({false, nearestValue(*answer, selector.comparison), u"nothing matches"_s, {}});
        client.query(selector.selector, at, context, [selector, limit, handler](Result<QueryAnswer> compared) {
            const auto value = compared ? nearestValue(*compared, selector.comparison) : std::nullopt;
            if (!value)
                return handler({false, {}, u"no data"_s, {}});
            handler({false, value, limit.isEmpty() ? numberText(*value) : u"%1, needs %2"_s.arg(numberText(*value), limit), {}});
        });
    });
}

} // namespace Watchfloor
