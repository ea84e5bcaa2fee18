#include "widgets/charts/statushistory.h"

namespace Watchfloor {

StatusHistory::StatusHistory(QWidget *parent)
    : ChartWidget(parent)
{
}

void StatusHistory::setRows(std::vector<double> times, std::vector<Row> rows)
{
    m_times = std::move(times);
    m_rows = std::move(rows);
    dataChanged();
}

void StatusHistory::setRange(std::optional<TimeRange> range)
{
    m_range = range;
    update();
}

void StatusHistory::setLook(const Look &look)
{
    m_look = look;
    update();
}

void StatusHistory::setCursor(std::optional<WallTime> time)
{
    m_cursor = time;
    update();
}

QSize StatusHistory::sizeHint() const
{
    return {480, 200};
}

void StatusHistory::drawCurrent(QPainter &, QSizeF) const
{
}

int StatusHistory::neighbour(int item, int right, int down) const
{
    return ChartWidget::neighbour(item, right, down);
}

void StatusHistory::mouseMoveEvent(QMouseEvent *event)
{
    ChartWidget::mouseMoveEvent(event);
}

void StatusHistory::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
}

void StatusHistory::leaveEvent(QEvent *event)
{
    ChartWidget::leaveEvent(event);
}

void StatusHistory::draw(QPainter &, QSizeF) const
{
}

int StatusHistory::itemAt(QPointF) const
{
    return -1;
}

QRectF StatusHistory::itemRect(int) const
{
    return {};
}

ReadOut StatusHistory::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
