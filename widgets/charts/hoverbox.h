#pragma once

#include "widgets/charts/chartframe.h"

namespace Watchfloor {

/// One row of the box beside the pointer.
struct HoverRow
{
    QColor color;
    QString name;
    QString value;
    double y = 0;      ///< where its line is, for the order and the dot
    double number = 0; ///< to be sorted by
};

/// A line of words below the values: a mark, a region, an exemplar's label.
struct HoverNote
{
    QColor color;
    QString text;
};

/// What the box says, in the order it says it.
struct HoverText
{
    QString head; ///< empty: the moment
    std::vector<HoverRow> rows;
    std::vector<HoverNote> notes;
};

/// Line and dots at a moment.
void paintCrosshair(QPainter &painter, const ChartFrame &frame, const Theme &theme, WallTime time, const std::vector<HoverRow> &rows);
/// The box beside the line, inside of `whole`: as many rows as have room there, at most 14.
void paintHoverBox(QPainter &painter, const ChartFrame &frame, const Theme &theme, const QRectF &whole, WallTime time, HoverText text);

} // namespace Watchfloor
