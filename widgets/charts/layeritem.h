#pragma once

#include <QGraphicsItem>

#include <functional>

namespace Watchfloor {

/// A layer of the scene that paints what it is told to.
class LayerItem final : public QGraphicsItem
{
public:
    using Painting = std::function<void(QPainter &)>;
    LayerItem(QGraphicsItem *parent, double z, Painting painting)
        : QGraphicsItem(parent)
        , m_painting(std::move(painting))
    {
        setZValue(z);
    }

    void setArea(const QRectF &area)
    {
        if (area == m_area)
            return;
        prepareGeometryChange();
        m_area = area;
    }
    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override { m_painting(*painter); }

private:
    QRectF m_area;
    Painting m_painting;
};

} // namespace Watchfloor
