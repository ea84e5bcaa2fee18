#pragma once

#include "models/core/timerange.h"
#include "widgets/theme/theme.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace Watchfloor {

/// Whether a value stands in its span as words.
enum class RowValues { Auto, Always, Never };

/// Named rows over one time axis: where they are and how names and axis are drawn.
struct TimeRows
{
    QRectF plot;
    TimeRange range;
    int count = 0;
    double rowHeight = 0;

    double xOf(double seconds) const;
    double xOf(WallTime time) const { return xOf(toEpochSeconds(time)); }
    WallTime timeAt(double x) const;
    /// The row at this height; -1: none.
    int rowAt(double y) const;
    QRectF rowRect(int row) const { return {plot.left(), plot.top() + row * rowHeight, plot.width(), rowHeight}; }

    /// Grid lines and moments below.
    void paintAxis(QPainter &painter, const Theme &theme) const;
    void paintName(QPainter &painter, int row, const QString &name, double left, const Theme &theme) const;
    /// The line of a shared crosshair.
    void paintCursor(QPainter &painter, WallTime time, const Theme &theme) const;
    static constexpr int axisHeight = 20;
};

/// `text` inside `box` where it has room, in a colour that can be read on `ground`.
void paintSpanText(QPainter &painter, const QRectF &box, const QColor &ground, const QString &text, Qt::Alignment alignment, RowValues values);

} // namespace Watchfloor
