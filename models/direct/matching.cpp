#include "models/direct/matching.h"

#include "models/direct/functions.h"
#include "models/metrics/series.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace Watchfloor {

namespace {

const QString metricName = QStringLiteral("__name__");

/// The labels that decide what an element meets on the other side, or which group it is in.
Labels keyOf(const Labels &labels, const QStringList &names, bool keep)
{
    std::vector<Labels::Pair> pairs;
    for (const auto &pair : labels) {
        const bool named = names.contains(pair.first);
        if (keep ? named : !named && pair.first != metricName)
            pairs.push_back(pair);
    }
    return Labels(std::move(pairs));
}

Labels nameless(Labels labels)
{
    labels.remove(metricName);
    return labels;
}

InstantVector setOperation(const PromNode &node, const InstantVector &left, const InstantVector &right)
{
    const auto key = [&node](const Labels &labels) { return keyOf(labels, node.matching.labels, node.matching.on); };
    std::set<Labels> there;
    const bool isOr = node.name == u"or";
    for (const VectorSample &sample : isOr ? left : right)
        there.insert(key(sample.labels));
    InstantVector result;
    if (isOr) {
        result = left;
        for (const VectorSample &sample : right)
            if (!there.contains(key(sample.labels)))
                result.push_back(sample);
        return result;
    }
    for (const VectorSample &sample : left)
        if (there.contains(key(sample.labels)) == (node.name == u"and"))
            result.push_back(sample);
    return result;
}

Labels resultLabels(const PromNode &node, const Labels &many, const Labels &one)
{
    const bool keepsName = isComparison(node.name) && !node.returnsBool;
    Labels labels = keepsName ? many : nameless(many);
    if (node.matching.cardinality == VectorMatching::Cardinality::OneToOne) {
        if (node.matching.on)
            return keyOf(labels, node.matching.labels, true);
        for (const QString &name : node.matching.labels)
            labels.remove(name);
        return labels;
    }
    for (const QString &name : node.matching.include)
        labels.set(name, one.value(name));
    return labels;
}

/// What is left of a comparison: its truth, the left value where it holds, or nothing.
std::optional<double> operated(const PromNode &node, double left, double right, double kept)
{
    const double value = arithmetic(node.name, left, right);
    if (!isComparison(node.name) || node.returnsBool)
        return value;
    return value != 0 ? std::optional(kept) : std::nullopt;
}

double aggregate(const QString &name, const std::vector<double> &values, double parameter)
{
    if (name == u"count")
        return double(values.size());
    if (name == u"group")
        return 1;
    if (name == u"quantile")
        return quantileOf(parameter, values);
    const QString over = name + QLatin1String("_over_time");
    return overRange(over, {std::vector<double>(values.size()), values, 0, 0}, parameter);
}

InstantVector extremes(const PromNode &node, std::vector<const VectorSample *> group, double parameter)
{
    const bool top = node.name == u"topk";
    std::stable_sort(group.begin(), group.end(), [top](const VectorSample *a, const VectorSample *b) {
        if (std::isnan(a->value) || std::isnan(b->value))
            return !std::isnan(a->value) && std::isnan(b->value);
        return top ? a->value > b->value : a->value < b->value;
    });
    InstantVector result;
    for (size_t i = 0; i < group.size() && double(i) < parameter; ++i)
        result.push_back(*group[i]);
    return result;
}

} // namespace

bool isComparison(QStringView sign)
{
    return sign == u"==" || sign == u"!=" || sign == u"<" || sign == u"<=" || sign == u">" || sign == u">=";
}

double arithmetic(QStringView sign, double left, double right)
{
    if (sign == u"+")
        return left + right;
    if (sign == u"-")
        return left - right;
    if (sign == u"*")
        return left * right;
    if (sign == u"/")
        return left / right;
    if (sign == u"%")
        return std::fmod(left, right);
    if (sign == u"^")
        return std::pow(left, right);
    if (sign == u"atan2")
        return std::atan2(left, right);
    if (sign == u"==")
        return left == right;
    if (sign == u"!=")
        return left != right;
    if (sign == u"<")
        return left < right;
    if (sign == u"<=")
        return left <= right;
    return sign == u">" ? left > right : left >= right;
}

Result<InstantVector> joined(const PromNode &node, const InstantVector &left, const InstantVector &right)
{
    if (node.name == u"and" || node.name == u"or" || node.name == u"unless")
        return setOperation(node, left, right);
    using Cardinality = VectorMatching::Cardinality;
    const bool manyAtRight = node.matching.cardinality == Cardinality::OneToMany;
    const InstantVector &many = manyAtRight ? right : left;
    const InstantVector &one = manyAtRight ? left : right;
    std::map<Labels, const VectorSample *> partners;
    for (const VectorSample &sample : one) {
        const Labels key = keyOf(sample.labels, node.matching.labels, node.matching.on);
        if (!partners.emplace(key, &sample).second)
            return Error{Error::Kind::Invalid, QStringLiteral("several series match on one side of %1: %2").arg(node.name, key.toString()), {}};
    }
    std::set<Labels> met;
    InstantVector result;
    for (const VectorSample &sample : many) {
        const Labels key = keyOf(sample.labels, node.matching.labels, node.matching.on);
        const auto found = partners.find(key);
        if (found == partners.end())
            continue;
        if (node.matching.cardinality == Cardinality::OneToOne && !met.insert(key).second)
            return Error{Error::Kind::Invalid, QStringLiteral("several series match %1; group_left or group_right says which side may").arg(key.toString()), {}};
        const double a = manyAtRight ? found->second->value : sample.value;
        const double b = manyAtRight ? sample.value : found->second->value;
        if (const auto value = operated(node, a, b, a))
            result.push_back({resultLabels(node, sample.labels, found->second->labels), *value});
    }
    return result;
}

InstantVector withScalar(const PromNode &node, const InstantVector &vector, double scalar, bool scalarAtLeft)
{
    const bool keepsName = isComparison(node.name) && !node.returnsBool;
    InstantVector result;
    for (const VectorSample &sample : vector) {
        const double left = scalarAtLeft ? scalar : sample.value;
        const double right = scalarAtLeft ? sample.value : scalar;
        if (const auto value = operated(node, left, right, sample.value))
            result.push_back({keepsName ? sample.labels : nameless(sample.labels), *value});
    }
    return result;
}

InstantVector aggregated(const PromNode &node, const InstantVector &vector, double parameter)
{
    std::map<Labels, std::vector<const VectorSample *>> groups;
    for (const VectorSample &sample : vector)
        groups[node.grouped ? keyOf(sample.labels, node.grouping, !node.without) : Labels()].push_back(&sample);
    InstantVector result;
    for (const auto &[labels, group] : groups) {
        if (node.name == u"topk" || node.name == u"bottomk") {
            for (VectorSample &sample : extremes(node, group, parameter))
                result.push_back(std::move(sample));
            continue;
        }
        std::vector<double> values;
        for (const VectorSample *sample : group)
            values.push_back(sample->value);
        result.push_back({labels, aggregate(node.name, values, parameter)});
    }
    return result;
}

} // namespace Watchfloor
