#pragma once

#include <QGraphicsItem>
#include <QImage>

namespace Watchfloor {

struct Plot;

/// The lines of a chart as one image, placed over the plot area of a QChart. Qt Charts keeps axes and grid; its own series stroke
/// a hit-test outline on every change, which costs more than all the rest (QTBUG: LineChartItem::updateGeometry).
class SeriesItem final : public QGraphicsItem
{
public:
    explicit SeriesItem(QGraphicsItem *parent);

    void setPlotArea(const QRectF &area);
    void setImage(QImage image);
    const QImage &image() const { return m_image; }
    /// Draws these lines as vectors instead of the image, for as long as they are set.
    void setVectors(const Plot *plot) { m_vectors = plot; }
    /// Moved along by so much, while somebody drags.
    void setShift(double shift);
    /// Without it nothing is painted; nobody is told to paint.
    void setShown(bool shown) { m_shown = shown; }
    int paintCount() const { return m_paints; }

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QRectF m_area;
    QImage m_image;
    const Plot *m_vectors = nullptr;
    double m_shift = 0;
    bool m_shown = true;
    int m_paints = 0;
};

} // namespace Watchfloor
