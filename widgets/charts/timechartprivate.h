#pragma once

#include "widgets/charts/chartframe.h"
#include "widgets/charts/chartlegend.h"
#include "widgets/charts/chartview.h"
#include "widgets/charts/crosshairgroup.h"
#include "widgets/charts/hoverbox.h"
#include "widgets/charts/layeritem.h"
#include "widgets/charts/rasterworker.h"
#include "widgets/charts/seriesitem.h"
#include "widgets/charts/timechart.h"

#include <QChart>
#include <QGraphicsScene>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QValueAxis>

#include <array>

namespace Watchfloor {

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
    bool isDrawn(const ChartSeries &line) const { return line.drawn && !hidden.contains(line.name); }
    QString nameOf(const ChartSeries &line) const;
    /// The axis as it is shown: that of percentages where series are stacked to a hundred.
    ChartAxis axisOf(AxisSide side) const;
    QString valueText(double value, AxisSide side) const;
    QString valueText(double value, const ChartSeries &line) const;
    /// Scrolled away or minimised there is nothing to draw for; what is missed is made up for when it is painted again.
    bool isSeen() const;
    TimeRange shownRange() const;
    void showLegend();
    void assignColors();
    void adjustAxes();
    /// Grid and ground have to be drawn anew.
    void renewFrame();
    /// Everything else is painted anew; what the items of the scene ask for reaches no view.
    void repaint() { view->viewport()->update(); }
    void toggle(int index);
    void paintVector(QPainter &painter, const QRectF &target);

    bool handleMouse(QEvent *event);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void handleGroup();
    void setCursorTime(std::optional<WallTime> time, std::optional<QPointF> pointer);

    TimeChart *q;
    QGraphicsScene scene;
    ChartView *view;
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
    std::vector<SeriesFigures> figures;
    ChartFrame frame;
    std::array<ChartAxis, 3> axes; ///< by AxisSide
    std::optional<TimeRange> range;
    QString emptyText;
    LegendOptions legendOptions;
    Tooltip tooltip = Tooltip::All;
    TooltipOrder tooltipOrder = TooltipOrder::Nearest;
    QSet<QString> hidden;
    QPointer<CrosshairGroup> group;
    int isolated = -1;
    bool lastShown = false;
    bool synchronous = false;
    bool dirty = true;
    bool drawn = false;   ///< there is an image, so there are axes
    quint64 shownImage = 0; ///< fingerprint of what the lines show
    std::optional<WallTime> cursor;
    std::optional<QPointF> pointer;
    bool keyboardCursor = false;
    bool keyboardFocus = false; ///< came here by the keyboard, so the ring is shown
    enum class Drag { None, Zoom, Pan };
    Drag drag = Drag::None;
    double dragStart = 0;
    double dragEnd = 0;

private:
    void setUpChart();
    void prepare();
    void layOut();
    bool wantsFigures() const;
    AxisScales shownScales() const;
    ScaleWish wishFor(AxisSide side) const;
    void adoptScales(const AxisScales &scales);
    void paintView(QPainter &painter, const QRegion &region);
    void drawFrame(double pixelRatio);
    void paintOverlay(QPainter &painter) const;
    void paintCursor(QPainter &painter) const;
    void paintLast(QPainter &painter) const;
    double lastWidth() const;
    HoverText textAt(WallTime time) const;
    HoverText textOf(const ChartExemplar &exemplar) const;
    std::vector<HoverRow> rowsAt(WallTime time) const;
    std::vector<HoverNote> notesAt(WallTime time) const;
    void arrange(std::vector<HoverRow> &rows) const;
    void handlePress(QPointF position, Qt::KeyboardModifiers modifiers);
    void handleMove(QPointF position, bool pressed);
    void handleRelease(QPointF position);
    void handleWheel(QWheelEvent *event);
    void zoomBy(double factor, WallTime around);
    void panBy(double share);
    void stepCursor(int steps);
    void activateAtCursor();

    QPixmap m_frame; ///< grid and ground, for as long as they stay what they are; null: to be drawn
    bool m_framing = false;
    double labelWidth(AxisSide side);
    const AxisTexts &labels() const;

    struct LabelWidth
    {
        FrameAxis axis;
        double width = -1;
    };
    std::array<LabelWidth, 2> m_labelWidths; ///< for as long as the axes are these
    mutable std::optional<AxisTexts> m_labels; ///< for as long as axes and plot are what they were
    std::shared_ptr<ColumnCache> m_cache = std::make_shared<ColumnCache>();
};

} // namespace Watchfloor
