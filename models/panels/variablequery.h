#pragma once

#include "models/core/result.h"
#include "models/core/timerange.h"
#include "models/metrics/series.h"
#include "models/panels/variable.h"

#include <optional>

namespace Watchfloor {

/// What a query variable asks of its source. Source: Grafana, packages/grafana-prometheus/src/metric_find_query.ts.
struct VariableQuery
{
    enum class Kind {
        Nothing,     ///< no query, or a function without what it needs
        LabelNames,  ///< label_names(), label_names(metric)
        LabelValues, ///< label_values(label), label_values(selector, label)
        Metrics,     ///< metrics(pattern)
        Result,      ///< query_result(expression)
        Series       ///< a selector alone
    };
    Kind kind = Kind::Nothing;
    QString selector;   ///< may be empty
    QString label;
    QString expression; ///< of a result
    bool operator==(const VariableQuery &) const = default;

    /// From the text form, variables filled in.
    static VariableQuery read(const QString &text);

    /// An instant query with the same answer for the present; empty for names of labels, which no expression lists.
    QString promql() const;
    /// Path and parameters of the API for everything within the range; empty for a result, which is a query.
    QString apiPath(TimeRange range) const;
};

/// The texts that an answer to `promql` offers, in their order: values, series as name{label="value"}, or results with value and time.
QStringList offeredTexts(const VariableQuery &query, const QueryAnswer &answer);

/// The texts that an answer to `apiPath` offers, from its body. Malformed where it is none.
Result<QStringList> offeredTexts(const VariableQuery &query, const QByteArray &body);

/// The object form of newer dashboards, as its fields have it.
struct VariableQueryFields
{
    int type = 5; ///< "qryType": 0 label names, 1 label values, 2 metrics, 3 result, 4 series, 5 text
    QString match, label, metric, expression, series, text;
    std::vector<Variable::Filter> filters; ///< "labelFilters"
};
/// The same as text: "label_values(up{job=\"a\"},instance)".
QString variableQueryText(const VariableQueryFields &fields);

} // namespace Watchfloor
