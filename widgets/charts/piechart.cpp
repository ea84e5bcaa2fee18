#include "widgets/charts/piechart.h"

namespace Watchfloor {

PieChart::PieChart(QWidget *parent)
    : ChartWidget(parent)
{
}

void PieChart::setSlices(std::vector<Slice> slices)
{
    m_slices = std::move(slices);
    dataChanged();
}

void PieChart::setLook(const Look &look)
{
    m_look = look;
    update();
}

bool PieChart::isEmpty() const
{
    return m_slices.empty();
}

void PieChart::drawCurrent(QPainter &, QSizeF) const
{
}

int PieChart::neighbour(int item, int right, int down) const
{
    return ChartWidget::neighbour(item, right, down);
}

void PieChart::draw(QPainter &, QSizeF) const
{
}

int PieChart::itemAt(QPointF) const
{
    return -1;
}

QRectF PieChart::itemRect(int) const
{
    return {};
}

ReadOut PieChart::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
