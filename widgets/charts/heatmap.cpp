#include "widgets/charts/heatmap.h"

namespace Watchfloor {

HeatMap::HeatMap(QWidget *parent)
    : ChartWidget(parent)
{
}

void HeatMap::setGrid(BucketGrid grid)
{
    m_grid = std::move(grid);
    dataChanged();
}

void HeatMap::setLook(const Look &look)
{
    m_look = look;
    update();
}

void HeatMap::setRange(std::optional<TimeRange> range)
{
    m_range = range;
    update();
}

void HeatMap::setCursor(std::optional<WallTime> time)
{
    m_cursor = time;
    update();
}

QRectF HeatMap::plotArea() const
{
    return rect();
}

void HeatMap::drawCurrent(QPainter &, QSizeF) const
{
}

int HeatMap::neighbour(int item, int right, int down) const
{
    return ChartWidget::neighbour(item, right, down);
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    ChartWidget::mouseMoveEvent(event);
}

void HeatMap::mousePressEvent(QMouseEvent *event)
{
    ChartWidget::mousePressEvent(event);
}

void HeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
}

void HeatMap::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT zoomResetRequested();
}

void HeatMap::leaveEvent(QEvent *event)
{
    ChartWidget::leaveEvent(event);
}

void HeatMap::draw(QPainter &, QSizeF) const
{
}

int HeatMap::itemAt(QPointF) const
{
    return -1;
}

QRectF HeatMap::itemRect(int) const
{
    return {};
}

ReadOut HeatMap::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
