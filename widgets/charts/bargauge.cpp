#include "widgets/charts/bargauge.h"

namespace Watchfloor {

BarGauge::BarGauge(QWidget *parent)
    : ChartWidget(parent)
{
}

void BarGauge::setBars(std::vector<Bar> bars)
{
    m_bars = std::move(bars);
    dataChanged();
}

void BarGauge::setLook(const Look &look)
{
    m_look = look;
    update();
}

QSize BarGauge::sizeHint() const
{
    return {280, 120};
}

void BarGauge::drawCurrent(QPainter &, QSizeF) const
{
}

void BarGauge::draw(QPainter &, QSizeF) const
{
}

int BarGauge::itemAt(QPointF) const
{
    return -1;
}

QRectF BarGauge::itemRect(int) const
{
    return {};
}

ReadOut BarGauge::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
