#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace Watchfloor {

enum class DrawStyle { Lines, Bars, Points };
enum class LineInterpolation { Linear, Smooth, StepBefore, StepAfter };
enum class StackMode { None, Normal, Percent };
enum class PointsShown { Auto, Always, Never };
enum class GradientMode { None, Opacity, Hue, Scheme };
enum class ThresholdStyle { Off, Line, Dashed, Area, LineAndArea, DashedAndArea, Series };
enum class AxisPlacement { Auto, Left, Right, Hidden };

/// How one series of a time series panel is drawn; Grafana's fieldConfig "custom" of that kind.
struct SeriesStyle
{
    DrawStyle draw = DrawStyle::Lines;
    LineInterpolation interpolation = LineInterpolation::Linear;
    double lineWidth = 1;        ///< pixels
    double fillOpacity = 0;      ///< 0 to 1
    GradientMode gradient = GradientMode::None;
    QString fillBelowTo;         ///< the name of the series down to which it is filled
    std::vector<double> dashes;  ///< lengths of strokes and gaps; empty: a solid line
    PointsShown points = PointsShown::Auto;
    double pointSize = 5;
    /// Gaps: absent are never spanned; infinite always; else those shorter than so many milliseconds.
    std::optional<double> spanGapsBelow;
    StackMode stack = StackMode::None;
    QString stackGroup = QStringLiteral("A");
    bool negativeY = false;
    AxisPlacement axis = AxisPlacement::Auto;
    QString axisLabel;
    std::optional<double> softMinimum;
    std::optional<double> softMaximum;
    double logBase = 0;          ///< 2 or 10; 0: linear
    std::optional<double> linearThreshold; ///< symlog: linear around zero
    bool centeredZero = false;
    ThresholdStyle thresholdStyle = ThresholdStyle::Off;
    double barAlignment = 0;     ///< -1 before, 0 centre, 1 after
    double barWidthFactor = 0.6;
    bool hiddenInLegend = false;
    bool hiddenInTooltip = false;
    bool hiddenInChart = false;
    bool constant = false;       ///< its last value as a line over the whole width
    bool axisGrid = true;
    bool axisInSeriesColor = false;
    double axisWidth = 0;        ///< pixels; 0: as needed
    /// A gap is made where points lie further apart than so many milliseconds.
    std::optional<double> gapsAbove;
    bool operator==(const SeriesStyle &) const = default;
};

} // namespace Watchfloor
