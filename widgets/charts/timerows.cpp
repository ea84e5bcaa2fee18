#include "widgets/charts/timerows.h"

#include "widgets/charts/axisscale.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/namedcolors.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

double TimeRows::xOf(double seconds) const
{
    const double start = toEpochSeconds(range.start);
    const double length = std::max(toEpochSeconds(range.end) - start, 1e-3);
    return plot.left() + (seconds - start) / length * plot.width();
}

WallTime TimeRows::timeAt(double x) const
{
    const double share = std::clamp((x - plot.left()) / std::max(plot.width(), 1.0), 0.0, 1.0);
    return range.start + std::chrono::milliseconds(qint64(share * double(range.length().count())));
}

int TimeRows::rowAt(double y) const
{
    if (y < plot.top() || y >= plot.bottom() || rowHeight <= 0)
        return -1;
    const int row = int((y - plot.top()) / rowHeight);
    return row < count ? row : -1;
}

void TimeRows::paintAxis(QPainter &painter, const Theme &theme) const
{
    painter.setFont(textFont(TextSize::Small));
    const double widest = tabularWidth(painter.font(), timeTickText(range.start, range.length()));
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const WallTime tick : timeTicks(range, std::max(1, int(plot.width() / (widest + 36))))) {
        const double x = std::round(xOf(tick));
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.text3);
        const double left = std::min(x - widest / 2, plot.right() + 6 - widest);
        drawTabular(painter, QRectF(left, plot.bottom() + 3, widest + 2, 16), Qt::AlignHCenter, timeTickText(tick, range.length()));
    }
}

void TimeRows::paintName(QPainter &painter, int row, const QString &name, double left, const Theme &theme) const
{
    painter.setFont(textFont(rowHeight < 16 ? TextSize::Small : TextSize::Body));
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(left, plot.top() + row * rowHeight, plot.left() - left - 10, rowHeight), Qt::AlignLeft, name);
}

void TimeRows::paintCursor(QPainter &painter, WallTime time, const Theme &theme) const
{
    if (!range.contains(time))
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.text3, 1));
    const double x = std::round(xOf(time));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

void paintSpanText(QPainter &painter, const QRectF &box, const QColor &ground, const QString &text, Qt::Alignment alignment, RowValues values)
{
    if (values == RowValues::Never || text.isEmpty() || box.height() < 11)
        return;
    painter.setFont(textFont(TextSize::Small, QFont::Medium));
    const double wanted = tabularWidth(painter.font(), text);
    if (wanted > box.width() - 6 && (values == RowValues::Auto || box.width() < 14))
        return;
    painter.setPen(textOn(ground));
    drawTabular(painter, box.adjusted(3, 0, -3, 0), wanted > box.width() - 6 ? Qt::AlignLeft : alignment, text);
}

} // namespace Watchfloor
