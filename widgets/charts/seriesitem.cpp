#include "widgets/charts/seriesitem.h"

#include "widgets/charts/plotpainter.h"

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
}

void SeriesItem::setShift(double shift)
{
    m_shift = shift;
}

void SeriesItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (!m_shown)
        return;
    if (m_vectors) {
        painter->save();
        painter->translate(m_area.topLeft());
        paintPlot(*painter, *m_vectors);
        painter->restore();
        return;
    }
    ++m_paints;
    if (m_image.isNull())
        return;
    const QSizeF size = m_image.size() / m_image.devicePixelRatio();
    // While a window is being resized the image lags behind by a frame: stretched is better than displaced.
    painter->setClipRect(m_area, Qt::IntersectClip);
    const QRectF area = m_area.translated(m_shift, 0);
    if (std::abs(size.width() - area.width()) < 1 && std::abs(size.height() - area.height()) < 1)
        painter->drawImage(area.topLeft(), m_image);
    else
        painter->drawImage(area, m_image);
}

} // namespace Watchfloor
