#include "widgets/charts/seriesitem.h"

#include <QPainter>

namespace Watchfloor {

SeriesItem::SeriesItem(QGraphicsItem *parent)
    : QGraphicsItem(parent)
{
}

void SeriesItem::setPlotArea(const QRectF &area)
{
    if (area == m_area)
        return;
    prepareGeometryChange();
    m_area = area;
}

void SeriesItem::setImage(QImage image)
{
    m_image = std::move(image);
    update();
}

void SeriesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    ++m_paints;
    if (m_image.isNull())
        return;
    const QSizeF size = m_image.size() / m_image.devicePixelRatio();
    // While a window is being resized the image lags behind by a frame: stretched is better than displaced.
    painter->setClipRect(m_area);
    if (std::abs(size.width() - m_area.width()) < 1 && std::abs(size.height() - m_area.height()) < 1)
        painter->drawImage(m_area.topLeft(), m_image);
    else
        painter->drawImage(m_area, m_image);
}

} // namespace Watchfloor
