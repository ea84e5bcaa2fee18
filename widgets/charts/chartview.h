#pragma once

#include <QGraphicsView>

#include <functional>

namespace Watchfloor {

/// A view that leaves painting to whoever knows what of its scene changes and what stays: walking all items of a chart for a new
/// image of its lines costs as much as the image.
class ChartView final : public QGraphicsView
{
public:
    using Painting = std::function<void(QPainter &, const QRegion &)>;
    ChartView(QGraphicsScene *scene, QWidget *parent, Painting painting)
        : QGraphicsView(scene, parent)
        , m_painting(std::move(painting))
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Painting m_painting;
};

} // namespace Watchfloor
