#include "widgets/charts/histogramchart.h"

namespace Watchfloor {

HistogramChart::HistogramChart(QWidget *parent)
    : ChartWidget(parent)
{
}

void HistogramChart::setBuckets(std::vector<double> edges, std::vector<Series> series)
{
    m_edges = std::move(edges);
    m_series = std::move(series);
    dataChanged();
}

void HistogramChart::setLook(const Look &look)
{
    m_look = look;
    update();
}

void HistogramChart::setIsolated(int index)
{
    m_isolated = index;
    update();
}

bool HistogramChart::isEmpty() const
{
    return m_edges.size() < 2 || m_series.empty();
}

void HistogramChart::drawCurrent(QPainter &, QSizeF) const
{
}

void HistogramChart::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
}

void HistogramChart::draw(QPainter &, QSizeF) const
{
}

int HistogramChart::itemAt(QPointF) const
{
    return -1;
}

QRectF HistogramChart::itemRect(int) const
{
    return {};
}

ReadOut HistogramChart::readOut(int) const
{
    return {};
}

} // namespace Watchfloor
