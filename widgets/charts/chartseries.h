#pragma once

#include "models/core/mark.h"
#include "models/core/state.h"
#include "models/core/timerange.h"
#include "models/core/unit.h"
#include "models/frames/seriesstyle.h"
#include "models/metrics/series.h"

#include <QColor>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

/// Which value axis a series is read on. Hidden has a scale of its own and no labels.
enum class AxisSide { Left, Right, Hidden };

/// One figure of a series in the legend, for columns that the chart does not work out itself.
struct LegendFigure
{
    double value = noSample; ///< what is sorted by
    QString text;            ///< empty: the value in the unit of the series' axis
    bool operator==(const LegendFigure &) const = default;
};

/// The console's own line; Grafana's is the default of SeriesStyle.
inline SeriesStyle houseStyle()
{
    SeriesStyle style;
    style.lineWidth = 1.5;
    style.points = PointsShown::Never;
    return style;
}

/// From this value on a line and its area have this colour.
struct ColorStop
{
    double from = 0; ///< -infinity: from the bottom
    QColor color;
    bool operator==(const ColorStop &) const = default;
};

/// One line of a chart.
struct ChartSeries
{
    Series series;
    QString name;      ///< as the legend shows it; safe for display
    QColor color;      ///< invalid: the stable colour of the series' labels
    bool fill = false; ///< the area down to zero in a thin colour
    bool dashed = false; ///< a projection
    SeriesStyle style = houseStyle(); ///< its axis and thresholds are for those who make ChartAxis and ChartThreshold of it
    AxisSide axis = AxisSide::Left;
    bool drawn = true;     ///< false: known to legend and hover box only
    bool inLegend = true;
    bool inTooltip = true;
    /// Samples of this long ago, moved here by whoever asked for them: drawn pale and dashed, and the name says it.
    std::chrono::milliseconds back{0};
    /// Colours by value, ascending, where the style's gradient is a scheme; `blended` runs from one into the next.
    std::vector<ColorStop> scheme{};
    bool blended = false;
    /// Writes a value in legend and hover box, where it has names or a unit of its own; empty: as the axis does. Not compared.
    std::function<QString(double)> written{};
    std::vector<LegendFigure> figures{}; ///< for the legend's given columns, in their order
    /// The samples where they lie in somebody's store, instead of a copy in `series`: then that one stays empty.
    std::shared_ptr<const Series> source{};
    /// The same number promises: of the series shown before with this number, every sample earlier than `unchangedBefore`
    /// (epoch seconds) is the same. 0 promises nothing.
    quint64 lineage = 0;
    double unchangedBefore = 0;

    const Series &data() const { return source ? *source : series; }
    /// The promise about the samples is no part of what is shown.
    bool operator==(const ChartSeries &other) const;
};

/// A limit: a line, and over (or under) it a ground in the state's colour.
struct ChartThreshold
{
    double value = 0;
    State state = State::Critical;
    QString label;     ///< "limit 1 %"; empty: none
    bool above = true; ///< what is bad lies above
    bool band = true;  ///< with the ground
    bool line = true;
    bool dashed = true;
    bool percent = false; ///< the value is a percentage of the axis' length from its lower end
    std::optional<double> until{}; ///< where the ground ends: the next limit; absent: at the plot's edge
    QColor color{};      ///< instead of the state's
    AxisSide axis = AxisSide::Left;
    bool operator==(const ChartThreshold &) const = default;
};

/// A span of time in a state's colour behind the lines: pending, firing, a run, a time to hold, an annotation's region.
struct ChartSpan
{
    WallTime start{};
    WallTime end{};
    State state = State::Warning;
    QString label;
    QString text{}; ///< more words, shown where the pointer rests on it
    QColor color{}; ///< instead of the state's
    bool operator==(const ChartSpan &) const = default;
};

/// A single observation behind a figure, with the labels that lead to it: a trace of a slow request. Drawn as a diamond.
struct ChartExemplar
{
    double time = 0; ///< epoch seconds
    double value = 0;
    Labels labels;
    QColor color; ///< invalid: the accent
    AxisSide axis = AxisSide::Left;
    bool operator==(const ChartExemplar &) const = default;
};

/// One point of a plain curve: a moment and a number, or anything and a number.
struct ChartPoint
{
    double x = 0; ///< epoch seconds on time axes
    double y = 0;
    bool operator==(const ChartPoint &) const = default;
};

} // namespace Watchfloor
