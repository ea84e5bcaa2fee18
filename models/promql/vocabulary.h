#pragma once

#include <QString>
#include <QStringList>

#include <map>
#include <span>

namespace Watchfloor {

/// A function or aggregation of PromQL with what it takes. Source: Prometheus documentation, query functions and operators.
struct PromFunction
{
    const char *name;
    const char *signature; ///< "(v range-vector)"
    const char *help;
};
std::span<const PromFunction> promFunctions();
std::span<const PromFunction> promAggregations();

/// What a source knows: its metrics with type and help, its labels, and the values of labels that were asked for.
struct PromVocabulary
{
    struct Metric
    {
        QString type;
        QString help;
        bool operator==(const Metric &) const = default;
    };
    std::map<QString, Metric> metrics;
    QStringList labels;
    std::map<QString, QStringList> metricLabels; ///< by metric, where that is known
    std::map<QString, QStringList> labelValues;  ///< by label
};

} // namespace Watchfloor
