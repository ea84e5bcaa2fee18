#include "widgets/charts/statgrid.h"

namespace Watchfloor {

StatGrid::StatGrid(QWidget *parent)
    : ChartWidget(parent)
{
}

void StatGrid::setStats(std::vector<Stat> stats)
{
    m_stats = std::move(stats);
    dataChanged();
}

void StatGrid::setLook(const Look &look)
{
    m_look = look;
    update();
}

void StatGrid::drawCurrent(QPainter &, QSizeF) const
{
}

int StatGrid::neighbour(int item, int right, int down) const
{
    return ChartWidget::neighbour(item, right, down);
}

void StatGrid::draw(QPainter &, QSizeF) const
{
}

int StatGrid::itemAt(QPointF) const
{
    return -1;
}

QRectF StatGrid::itemRect(int) const
{
    return {};
}

ReadOut StatGrid::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
