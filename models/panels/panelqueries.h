#pragma once

#include "models/core/labels.h"
#include "models/metrics/querykey.h"
#include "models/metrics/seriesstore.h"
#include "models/panels/dashboard.h"

#include <optional>

namespace Watchfloor {

/// What the person chose: how far back, for how many pixel columns, and the values of variables.
struct PanelView
{
    std::chrono::milliseconds range{3'600'000};
    int columns = 600;
    std::chrono::milliseconds interval{15'000}; ///< the source's; no step is finer
    std::map<QString, QStringList> variables;
    QString onlyPrometheus; ///< what an empty source means
};

/// What a panel asks. `keys` has one entry a query, in their order; `sparklines` too for a stat and is empty for the rest.
struct PanelQueries
{
    std::vector<QueryKey> keys;
    std::vector<QueryKey> sparklines;
    bool operator==(const PanelQueries &) const = default;
};
PanelQueries queriesOf(const Dashboard &dashboard, const Panel &panel, const PanelView &view);

/// Time series and state timelines ask for a range, everything else for the value now.
bool asksRange(PanelKind kind);

/// The panel's own source, else the dashboard's, else the only Prometheus.
QString sourceOf(const Dashboard &dashboard, const Panel &panel, const QString &onlyPrometheus);

/// The legend filled from the labels; without a legend the labels themselves, or the metric's name where there are no others.
QString seriesName(const PanelQuery &query, const Labels &labels);

/// The worst state over everything that a panel shows, and the age of its oldest answer; Blind where anything was never answered.
struct PanelState
{
    State state = State::Blind;
    std::optional<std::chrono::milliseconds> age;
    std::optional<Error> error; ///< the first query's that failed last time
    size_t leftOut = 0;         ///< series over the cap
    QStringList warnings;
};
PanelState stateOf(const PanelQueries &queries, const SeriesStore &series, Instant now);

/// A variable's query taken apart: label_values(metric, label) or label_values(label); absent for anything else.
struct LabelValuesQuery
{
    QString match; ///< a selector, may be empty
    QString label;
    bool operator==(const LabelValuesQuery &) const = default;
};
std::optional<LabelValuesQuery> labelValuesQuery(const QString &query);

/// What is chosen before anybody chose: all of a variable that takes several, else the first.
QStringList initialChoice(const Variable &variable, const QStringList &values);

} // namespace Watchfloor
