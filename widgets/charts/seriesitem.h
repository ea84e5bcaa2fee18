#pragma once

#include <QGraphicsItem>
#include <QImage>

namespace Watchfloor {

/// The lines of a chart as one image, placed over the plot area of a QChart. Qt Charts keeps axes and grid; its own series stroke
/// a hit-test outline on every change, which costs more than all the rest (QTBUG: LineChartItem::updateGeometry).
class SeriesItem final : public QGraphicsItem
{
public:
    explicit SeriesItem(QGraphicsItem *parent);

    void setPlotArea(const QRectF &area);
    void setImage(QImage image);
    const QImage &image() const { return m_image; }
    int paintCount() const { return m_paints; }

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_area;
    QImage m_image;
    int m_paints = 0;
};

} // namespace Watchfloor
