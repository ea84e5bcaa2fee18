#pragma once

#include "models/core/state.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Watchfloor {

/// Which value, or values, of a field a stat, gauge, bar gauge or pie shows.
struct ReduceOptions
{
    QStringList calculations{QStringLiteral("lastNotNull")}; ///< Grafana's reducer ids
    QString fields;       ///< empty: numeric ones; "/pattern/"; a name
    bool allValues = false;
    int limit = 25;       ///< of all values
    bool operator==(const ReduceOptions &) const = default;
};

struct LegendOptions
{
    enum class Mode { List, Table, Hidden };
    Mode mode = Mode::List;
    bool atRight = false;
    QStringList calculations; ///< reducer ids: last, min, max, mean, sum
    QString sortBy;           ///< the name of a calculation as its column is called
    bool descending = true;
    int width = 0;
    bool operator==(const LegendOptions &) const = default;
};

struct TooltipOptions
{
    enum class Mode { Single, All, None };
    enum class Sort { None, Ascending, Descending };
    Mode mode = Mode::All;
    Sort sort = Sort::None;
    bool operator==(const TooltipOptions &) const = default;
};

enum class Orientation { Auto, Horizontal, Vertical };

/// Stat, gauge and bar gauge.
struct StatOptions
{
    QString textMode = QStringLiteral("auto");   ///< auto, value, value_and_name, name, none
    QString colorMode = QStringLiteral("value"); ///< none, value, background, background_solid
    bool graph = true;                           ///< a line of the last values behind
    Orientation orientation = Orientation::Auto;
    bool thresholdLabels = false;
    bool thresholdMarkers = true;
    QString barStyle = QStringLiteral("gradient"); ///< basic, gradient, lcd
    bool unfilled = true;
    bool percentChange = false;
    bool operator==(const StatOptions &) const = default;
};

struct TextOptions
{
    enum class Mode { Markdown, Html, Code };
    Mode mode = Mode::Markdown;
    QString content;
    bool operator==(const TextOptions &) const = default;
};

struct HeatMapOptions
{
    bool calculate = false;      ///< buckets are made here from values
    QString xBuckets, yBuckets;  ///< of a calculation: size or count as written
    bool cumulative = false;     ///< buckets are le buckets as they come
    QString scheme = QStringLiteral("Spectral");
    bool reversed = false;
    QString colorScale = QStringLiteral("exponential"); ///< exponential, linear, opacity
    double exponent = 0.5;
    std::optional<double> minimum, maximum; ///< of the colour scale
    double hideBelow = 1e-9;
    bool showLegend = true;
    QString yUnit;
    std::optional<int> yDecimals;
    bool yReversed = false;
    double yLogBase = 0;
    bool operator==(const HeatMapOptions &) const = default;
};

struct HistogramOptions
{
    double bucketSize = 0;       ///< 0: found
    double bucketOffset = 0;
    int bucketCount = 30;
    bool combine = false;
    bool operator==(const HistogramOptions &) const = default;
};

struct PieOptions
{
    bool donut = false;
    QStringList labels;          ///< name, value, percent
    QStringList legendValues;    ///< value, percent
    bool descending = true;
    bool sorted = true;
    bool operator==(const PieOptions &) const = default;
};

/// State timeline and status history.
struct TimelineOptions
{
    bool mergeEqual = true;
    QString showValue = QStringLiteral("auto"); ///< auto, always, never
    double rowHeight = 0.9;
    QString align = QStringLiteral("left");
    bool operator==(const TimelineOptions &) const = default;
};

struct BarChartOptions
{
    Orientation orientation = Orientation::Auto;
    QString xField;
    QString stacking = QStringLiteral("none");  ///< none, normal, percent
    double groupWidth = 0.7;
    double barWidth = 0.97;
    QString showValue = QStringLiteral("auto");
    bool operator==(const BarChartOptions &) const = default;
};

struct TableOptions
{
    bool header = true;
    QString sortBy;              ///< a column's display name
    bool descending = false;
    bool footer = false;
    QStringList footerCalculations;
    QStringList footerFields;
    bool operator==(const TableOptions &) const = default;
};

struct AlertListOptions
{
    int limit = 20;
    QString filter;              ///< matchers as {a="b"}
    QString nameContains;
    QStringList states;          ///< firing, pending, …; empty: firing and pending
    QStringList groupBy;
    bool operator==(const AlertListOptions &) const = default;
};

struct DashboardListOptions
{
    int limit = 10;
    QString query;
    QStringList tags;
    bool starred = true, recent = false, search = false;
    bool operator==(const DashboardListOptions &) const = default;
};

/// What a kind of panel knows beyond its fields; only the parts of its own kind are read.
struct PanelOptions
{
    ReduceOptions reduce;
    LegendOptions legend;
    TooltipOptions tooltip;
    StatOptions stat;
    TextOptions text;
    HeatMapOptions heatMap;
    HistogramOptions histogram;
    PieOptions pie;
    TimelineOptions timeline;
    BarChartOptions barChart;
    TableOptions table;
    AlertListOptions alertList;
    DashboardListOptions dashboardList;
    bool operator==(const PanelOptions &) const = default;
};

} // namespace Watchfloor
