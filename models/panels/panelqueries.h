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
    std::optional<WallTime> until; ///< the range ends here, where somebody zoomed to; absent: it follows the present
    WallTime now{};                ///< what $__from and $__to count from; need not be exact
    int columns = 600;
    std::chrono::milliseconds interval{15'000}; ///< the source's; no step is finer
    VariableValues variables;
    QString onlyPrometheus; ///< what an empty source means
    std::vector<Variable::Filter> filters; ///< that every query gets
    std::chrono::milliseconds refresh{};   ///< how often is asked; 0: as the sources say
    std::chrono::milliseconds compare{}; ///< so long ago beside now, for queries that do not say it themselves; 0: not
    bool operator==(const PanelView &) const = default;
};

/// One question of a panel.
struct PanelAsk
{
    enum class Role {
        Value,     ///< what the panel shows
        Line,      ///< the same over time, behind a figure of now
        Comparison ///< the same so long ago
    };
    size_t query = 0; ///< among the panel's
    QueryKey key;
    Role role = Role::Value;
    bool operator==(const PanelAsk &) const = default;
};

/// What a panel asks, in the order of its queries. Hidden ones and those of other languages ask nothing.
struct PanelQueries
{
    std::vector<PanelAsk> asks;
    std::chrono::milliseconds range{}; ///< that the panel shows, its own where it has one
    std::chrono::milliseconds back{};  ///< and so long ago
    std::chrono::milliseconds step{};  ///< the coarsest of its queries
    std::vector<Error> faults{};       ///< of queries that cannot be asked as they are written

    /// The first question of that role; null where there is none.
    const QueryKey *first(PanelAsk::Role role) const;
    bool operator==(const PanelQueries &) const = default;
};
PanelQueries queriesOf(const Dashboard &dashboard, const Panel &panel, const PanelView &view);

/// In the short form time series and state timelines ask for a range, everything else for the value now.
bool asksRange(PanelKind kind);

/// The panel's own source, else the dashboard's, else the only Prometheus.
QString sourceOf(const Dashboard &dashboard, const Panel &panel, const QString &onlyPrometheus);

/// A title or a text with its variables filled in as people read them.
QString filledTitle(const QString &text, const VariableValues &variables);

/// The legend filled from the labels; without a legend the labels themselves, or the metric's name where there are no others.
QString seriesName(const PanelQuery &query, const Labels &labels);

/// A query that failed last time.
struct QueryFailure
{
    QString refId;
    Error error;
    bool operator==(const QueryFailure &) const = default;
};

/// The worst state over everything that a panel shows, and the age of its oldest answer; Blind where anything was never answered.
struct PanelState
{
    State state = State::Blind;
    std::optional<std::chrono::milliseconds> age;
    std::vector<QueryFailure> failures;
    size_t shown = 0;   ///< series that are here
    size_t total = 0;   ///< and that there were before the cap
    QStringList warnings;
    QStringList infos;
    bool settled = true; ///< everything was answered once, validly or not

    bool operator==(const PanelState &) const = default;
};
PanelState stateOf(const Panel &panel, const PanelQueries &queries, const SeriesStore &series, Instant now);

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
