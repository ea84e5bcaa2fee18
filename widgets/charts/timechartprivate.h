#pragma once

#include "widgets/charts/chartframe.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/charts/rasterworker.h"
#include "widgets/charts/seriesitem.h"
#include "widgets/charts/timechart.h"

#include <QChart>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QPointer>
#include <QTimer>
#include <QValueAxis>

#include <array>
#include <functional>

namespace Watchfloor {

/// A layer of the scene that paints what it is told to.
class LayerItem final : public QGraphicsItem
{
public:
    using Painting = std::function<void(QPainter &)>;
    LayerItem(QGraphicsItem *parent, double z, Painting painting);
    void setArea(const QRectF &area);
    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override { m_painting(*painter); }

private:
    QRectF m_area;
    Painting m_painting;
};

class TimeChart::Private
{
public:
    explicit Private(TimeChart *chart);

    /// Coalesces whatever changes until the loop comes round; does nothing while nobody can see it.
    void schedule();
    void refresh();
    /// The same without a worker, at any pixel ratio.
    void refreshNow(double pixelRatio);
    /// Lines and axes of one image, together.
    void apply(const Raster &raster);
    RasterJob job(double pixelRatio) const;
    QColor colorOf(size_t index) const;
    TimeRange shownRange() const;
    std::vector<HoverRow> rowsAt(WallTime time) const;
    void showLegend();
    void assignColors();
    void adjustAxes();

    bool handleMouse(QEvent *event);
    void handlePress(QPointF position);
    void handleMove(QPointF position, bool pressed);
    void handleRelease(QPointF position);
    void setCursorTime(std::optional<WallTime> time, std::optional<QPointF> pointer);

    TimeChart *q;
    QGraphicsScene scene;
    QGraphicsView *view;
    QChart *chart;      ///< owned by the scene
    QValueAxis *valueAxis;
    QValueAxis *timeAxis;
    LayerItem *ground;
    SeriesItem *lines;
    LayerItem *overlay;
    LayerItem *crosshair;
    ChartLegend *legend;
    RasterWorker worker;
    QTimer timer;

    std::vector<std::shared_ptr<const ChartSeries>> series;
    std::vector<int> colors; ///< places among the theme's series colours
    ChartFrame frame;
    std::optional<TimeRange> range;
    std::optional<double> lowest;
    std::optional<double> highest;
    QString emptyText;
    std::array<ChartAxis, 3> axes;
    std::vector<ChartExemplar> exemplars;
    LegendOptions legendOptions;
    Tooltip tooltip = Tooltip::All;
    TooltipOrder tooltipOrder = TooltipOrder::Nearest;
    QSet<QString> hidden;
    QPointer<CrosshairGroup> group;
    Legend legendMode = Legend::Names;
    int decimals = -1;
    int isolated = -1;
    bool lastShown = false;
    bool logarithmic = false;
    bool synchronous = false;
    bool dirty = true;
    bool drawn = false; ///< there is an image, so there are axes
    std::optional<WallTime> cursor;
    std::optional<QPointF> pointer;
    std::optional<double> dragStart;
    double dragEnd = 0;

private:
    void setUpChart();
    void prepare();
    void layOut();
    void paintOverlay(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void paintLast(QPainter &painter) const;
    double lastWidth() const;
};

} // namespace Watchfloor
