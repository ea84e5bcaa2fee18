#pragma once

#include "widgets/charts/axisscale.h"
#include "widgets/charts/axistexts.h"
#include "widgets/charts/chartseries.h"
#include "widgets/theme/theme.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace Watchfloor {

/// A value axis as it is shown.
struct FrameAxis
{
    ValueScale scale;
    Unit unit;
    int decimals = -1;
    QString label;       ///< along the axis
    bool visible = true; ///< with numbers
    bool operator==(const FrameAxis &) const = default;
};

/// Everything of a chart but its lines and grid, as values: where things are and how they are drawn.
struct ChartFrame
{
    QRectF plot;
    TimeRange range;
    ValueScale scale; ///< of the left axis, as unit, decimals, label and labelled are
    Unit unit;
    int decimals = -1;
    QString label;
    bool labelled = true;
    std::optional<FrameAxis> right;
    FrameAxis unseen; ///< of series that are on no axis
    std::vector<ChartExemplar> exemplars;
    std::vector<ChartThreshold> thresholds;
    std::vector<ChartSpan> spans;
    std::vector<Mark> marks;
    std::optional<WallTime> now;
    QString nowLabel;
    State state = State::Healthy;
    QString reason;

    double xOf(double seconds) const;
    double xOf(WallTime time) const { return xOf(toEpochSeconds(time)); }
    double yOf(double value, AxisSide side = AxisSide::Left) const;
    double yOf(const ChartThreshold &threshold) const;
    FrameAxis axis(AxisSide side) const;
    const ValueScale &scaleOf(AxisSide side) const;
    WallTime timeAt(double x) const;
    /// Width that the labels of a value axis need; 0 where it has none. Costs as much as making the labels.
    double labelWidth(AxisSide side = AxisSide::Left) const;
    /// The mark whose line or foot is at this place.
    const Mark *markAt(QPointF position) const;
    const ChartExemplar *exemplarAt(QPointF position) const;
};

QColor markColor(Mark::Kind kind, const Theme &theme);

/// Under the grid: spans, and the ground of thresholds.
void paintGround(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Horizontal lines at the scale's steps, for charts that have no QChart to draw them.
void paintGrid(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Diamonds at their values; outside of the plot there are none.
void paintExemplars(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Over the lines: threshold lines, marks, now, and the hatch of what is stale or blind.
void paintThresholdLines(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintMarks(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintNow(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintStateOverlay(QPainter &painter, const ChartFrame &frame, const Theme &theme);

} // namespace Watchfloor
