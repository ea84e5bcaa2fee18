#pragma once

#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartseries.h"
#include "widgets/theme/theme.h"

#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace Watchfloor {

/// Everything of a chart but its lines and grid, as values: where things are and how they are drawn.
struct ChartFrame
{
    QRectF plot;
    TimeRange range;
    ValueScale scale;
    Unit unit;
    std::vector<ChartThreshold> thresholds;
    std::vector<ChartSpan> spans;
    std::vector<Mark> marks;
    std::optional<WallTime> now;
    QString nowLabel;
    State state = State::Healthy;
    QString reason;

    double xOf(double seconds) const;
    double xOf(WallTime time) const { return xOf(toEpochSeconds(time)); }
    double yOf(double value) const;
    WallTime timeAt(double x) const;
    /// Width that the labels of the value axis need.
    double labelWidth() const;
    /// The mark whose line or foot is at this place.
    const Mark *markAt(QPointF position) const;
};

QColor markColor(Mark::Kind kind, const Theme &theme);

/// Under the grid: spans, and the ground of thresholds.
void paintGround(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Horizontal lines at the scale's steps, for charts that have no QChart to draw them.
void paintGrid(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Numbers at the left, moments below.
void paintAxisLabels(QPainter &painter, const ChartFrame &frame, const Theme &theme);
/// Over the lines: threshold lines, marks, now, and the hatch of what is stale or blind.
void paintThresholdLines(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintMarks(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintNow(QPainter &painter, const ChartFrame &frame, const Theme &theme);
void paintStateOverlay(QPainter &painter, const ChartFrame &frame, const Theme &theme);

/// One row of the box beside the pointer.
struct HoverRow
{
    QColor color;
    QString name;
    QString value;
    double y = 0; ///< where its line is, for the order and the dot
};
/// Line, dots, and the box with the moment and every value, nearest to the pointer first; at most 14.
void paintCrosshair(QPainter &painter, const ChartFrame &frame, const Theme &theme, WallTime time, std::vector<HoverRow> rows,
                    std::optional<QPointF> pointer);

} // namespace Watchfloor
