#include "widgets/charts/columnchart.h"

namespace Watchfloor {

ColumnChart::ColumnChart(QWidget *parent)
    : ChartWidget(parent)
{
}

void ColumnChart::setData(QStringList categories, std::vector<Series> series)
{
    m_categories = std::move(categories);
    m_series = std::move(series);
    dataChanged();
}

void ColumnChart::setLook(const Look &look)
{
    m_look = look;
    update();
}

void ColumnChart::setIsolated(int index)
{
    m_isolated = index;
    update();
}

void ColumnChart::drawCurrent(QPainter &, QSizeF) const
{
}

int ColumnChart::neighbour(int item, int right, int down) const
{
    return ChartWidget::neighbour(item, right, down);
}

void ColumnChart::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
}

void ColumnChart::draw(QPainter &, QSizeF) const
{
}

int ColumnChart::itemAt(QPointF) const
{
    return -1;
}

QRectF ColumnChart::itemRect(int) const
{
    return {};
}

ReadOut ColumnChart::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
