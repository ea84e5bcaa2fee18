#include "models/direct/evaluation.h"

#include "models/direct/functions.h"
#include "models/direct/matching.h"

#include <cmath>
#include <map>

namespace Watchfloor {

namespace {

struct Value
{
    bool isScalar = false;
    double scalar = 0;
    InstantVector vector;
};

Value scalarOf(double number)
{
    return {true, number, {}};
}

Error notHere(const QString &what)
{
    return {Error::Kind::Unsupported, QStringLiteral("%1 is not evaluated over a /metrics page").arg(what), {}};
}

Labels nameless(Labels labels)
{
    labels.remove(u"__name__");
    return labels;
}

bool isEvaluatedAggregation(const QString &name)
{
    return !(name == u"count_values" || name == u"limitk" || name == u"limit_ratio");
}

bool isKnownCall(const QString &name)
{
    return isRangeFunction(name) || isValueFunction(name) || name == u"histogram_quantile" || name == u"scalar" || name == u"vector" || name == u"time"
        || name == u"sort" || name == u"sort_desc" || name == u"absent";
}

/// One evaluation at one moment.
class Evaluation
{
public:
    Evaluation(const PageHistory &history, double at)
        : m_history(history)
        , m_at(at)
    {
    }

    Result<Value> value(const PromNode &node) const
    {
        switch (node.kind) {
        case PromNode::Kind::Number:
            return scalarOf(node.number);
        case PromNode::Kind::Selector:
            return Value{false, 0, instant(node)};
        case PromNode::Kind::Negation:
            return negated(node);
        case PromNode::Kind::Binary:
            return binary(node);
        case PromNode::Kind::Call:
            return call(node);
        case PromNode::Kind::Aggregation:
            return aggregation(node);
        case PromNode::Kind::Text:
        case PromNode::Kind::Subquery:
            break;
        }
        return notHere(QStringLiteral("this"));
    }

private:
    double moment(const PromNode &node) const { return m_at - double(node.offset.count()) / 1000; }

    InstantVector instant(const PromNode &node) const
    {
        const auto &times = m_history.times();
        const double at = moment(node);
        const auto after = std::upper_bound(times.begin(), times.end(), at);
        if (after == times.begin() || at - *std::prev(after) > double(pageLookback.count()) / 1000)
            return {};
        const size_t place = size_t(after - times.begin()) - 1;
        InstantVector vector;
        for (const auto *series : m_history.select(node.matchers))
            if (!std::isnan(series->values[place]))
                vector.push_back({series->labels, series->values[place]});
        return vector;
    }

    RangeSamples samplesOf(const PageHistory::PageSeries &series, const PromNode &node) const
    {
        RangeSamples samples;
        samples.end = moment(node);
        samples.start = samples.end - double(node.range->count()) / 1000;
        const auto &times = m_history.times();
        const auto first = std::upper_bound(times.begin(), times.end(), samples.start);
        for (auto time = first; time != times.end() && *time <= samples.end; ++time) {
            const double value = series.values[size_t(time - times.begin())];
            if (std::isnan(value))
                continue;
            samples.times.push_back(*time);
            samples.values.push_back(value);
        }
        return samples;
    }

    Result<double> scalar(const PromNode &node) const
    {
        const Result<Value> result = value(node);
        if (!result)
            return result.error();
        if (!result->isScalar)
            return Error{Error::Kind::Invalid, QStringLiteral("a number is expected"), {}};
        return result->scalar;
    }

    Result<Value> overTime(const PromNode &node) const
    {
        const PromNode *selector = nullptr;
        double parameter = 0;
        for (const PromExpression &operand : node.operands) {
            if (operand->kind == PromNode::Kind::Selector && operand->range) {
                selector = operand.get();
                continue;
            }
            const Result<double> number = scalar(*operand);
            if (!number)
                return number.error();
            parameter = *number;
        }
        if (!selector)
            return Error{Error::Kind::Invalid, QStringLiteral("%1 needs a range such as [1m]").arg(node.name), {}};
        Value result;
        const bool keepsName = node.name == u"last_over_time";
        for (const auto *series : m_history.select(selector->matchers)) {
            const double number = overRange(node.name, samplesOf(*series, *selector), parameter);
            if (!std::isnan(number))
                result.vector.push_back({keepsName ? series->labels : nameless(series->labels), number});
        }
        return result;
    }

    Result<Value> histogramQuantile(const PromNode &node) const
    {
        if (node.operands.size() != 2)
            return Error{Error::Kind::Invalid, QStringLiteral("histogram_quantile takes a quantile and buckets"), {}};
        const Result<double> quantile = scalar(*node.operands[0]);
        const Result<Value> buckets = value(*node.operands[1]);
        if (!quantile || !buckets)
            return quantile ? buckets.error() : quantile.error();
        std::map<Labels, std::vector<CumulativeBucket>> histograms;
        for (const VectorSample &sample : buckets->vector) {
            bool isNumber = false;
            const QString text = sample.labels.value(u"le");
            const double upper = text == u"+Inf" || text == u"Inf" ? std::numeric_limits<double>::infinity() : text.toDouble(&isNumber);
            if (!isNumber && !std::isinf(upper))
                continue;
            Labels labels = nameless(sample.labels);
            labels.remove(u"le");
            histograms[labels].push_back({upper, sample.value});
        }
        Value result;
        for (auto &[labels, list] : histograms)
            result.vector.push_back({labels, bucketQuantile(*quantile, std::move(list))});
        return result;
    }

    Result<Value> call(const PromNode &node) const
    {
        if (isRangeFunction(node.name))
            return overTime(node);
        if (node.name == u"histogram_quantile")
            return histogramQuantile(node);
        if (node.name == u"time")
            return scalarOf(m_at);
        if (!isKnownCall(node.name))
            return notHere(node.name + QStringLiteral("()"));
        if (node.operands.empty())
            return Error{Error::Kind::Invalid, QStringLiteral("%1 needs something to work on").arg(node.name), {}};
        Result<Value> inside = value(*node.operands.front());
        if (!inside)
            return inside.error();
        if (node.name == u"vector")
            return Value{false, 0, {{Labels(), inside->scalar}}};
        if (node.name == u"scalar")
            return scalarOf(inside->vector.size() == 1 ? inside->vector.front().value : noSample);
        if (node.name == u"absent")
            return Value{false, 0, inside->vector.empty() ? InstantVector{{Labels(), 1}} : InstantVector{}};
        if (node.name == u"sort" || node.name == u"sort_desc") {
            const bool descending = node.name == u"sort_desc";
            std::stable_sort(inside->vector.begin(), inside->vector.end(),
                             [descending](const VectorSample &a, const VectorSample &b) { return descending ? a.value > b.value : a.value < b.value; });
            return inside;
        }
        std::vector<double> parameters;
        for (size_t i = 1; i < node.operands.size(); ++i) {
            const Result<double> number = scalar(*node.operands[i]);
            if (!number)
                return number.error();
            parameters.push_back(*number);
        }
        for (VectorSample &sample : inside->vector)
            sample = {nameless(std::move(sample.labels)), ofValue(node.name, sample.value, parameters)};
        return inside;
    }

    Result<Value> negated(const PromNode &node) const
    {
        Result<Value> inside = value(*node.operands.front());
        if (!inside)
            return inside.error();
        inside->scalar = -inside->scalar;
        for (VectorSample &sample : inside->vector)
            sample = {nameless(std::move(sample.labels)), -sample.value};
        return inside;
    }

    Result<Value> binary(const PromNode &node) const
    {
        const Result<Value> left = value(*node.operands[0]);
        const Result<Value> right = left ? value(*node.operands[1]) : left.error();
        if (!left || !right)
            return left ? right.error() : left.error();
        if (left->isScalar && right->isScalar)
            return scalarOf(arithmetic(node.name, left->scalar, right->scalar));
        if (left->isScalar || right->isScalar)
            return Value{false, 0, withScalar(node, left->isScalar ? right->vector : left->vector, left->isScalar ? left->scalar : right->scalar, left->isScalar)};
        Result<InstantVector> both = joined(node, left->vector, right->vector);
        if (!both)
            return both.error();
        return Value{false, 0, *std::move(both)};
    }

    Result<Value> aggregation(const PromNode &node) const
    {
        if (!isEvaluatedAggregation(node.name))
            return notHere(node.name);
        double parameter = 0;
        if (node.operands.size() > 1) {
            const Result<double> number = scalar(*node.operands.front());
            if (!number)
                return number.error();
            parameter = *number;
        }
        const Result<Value> inside = value(*node.operands.back());
        if (!inside)
            return inside.error();
        return Value{false, 0, aggregated(node, inside->vector, parameter)};
    }

    const PageHistory &m_history;
    double m_at;
};

} // namespace

std::optional<Error> unsupportedPart(const PromNode &node)
{
    if (node.kind == PromNode::Kind::Subquery)
        return notHere(QStringLiteral("a subquery"));
    if (node.isAt)
        return notHere(QStringLiteral("the @ modifier"));
    if (node.kind == PromNode::Kind::Call && !isKnownCall(node.name))
        return notHere(node.name + QStringLiteral("()"));
    if (node.kind == PromNode::Kind::Aggregation && !isEvaluatedAggregation(node.name))
        return notHere(node.name);
    for (const PromExpression &operand : node.operands)
        if (auto part = unsupportedPart(*operand))
            return part;
    return std::nullopt;
}

Result<QueryAnswer> evaluatePage(const PromExpression &expression, const PageHistory &history, WallTime at)
{
    const double seconds = toEpochSeconds(at);
    const Result<Value> value = Evaluation(history, seconds).value(*expression);
    if (!value)
        return value.error();
    QueryAnswer answer;
    answer.type = value->isScalar ? QueryAnswer::Type::Scalar : QueryAnswer::Type::Vector;
    const auto times = std::make_shared<const std::vector<double>>(1, seconds);
    if (value->isScalar) {
        Series series;
        series.times = times;
        series.values = {value->scalar};
        answer.series.push_back(std::move(series));
    }
    for (const VectorSample &sample : value->vector) {
        Series series;
        series.labels = sample.labels;
        series.times = times;
        series.values = {sample.value};
        answer.series.push_back(std::move(series));
    }
    answer.totalSeries = answer.series.size();
    return answer;
}

} // namespace Watchfloor
