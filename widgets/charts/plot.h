#pragma once

#include "widgets/charts/seriesraster.h"

#include <QColor>
#include <QPolygonF>

namespace Watchfloor {

/// What a line leaves in one pixel column: from top to bottom, in the image's own pixels, and the foot of its area.
struct PlotSpan
{
    qint32 column = 0;
    float top = 0;
    float bottom = 0;
    float foot = 0;
};

/// A line in pixels. With few samples it is drawn through all of them, in device-independent pixels; with at least two samples a
/// column it is one span a column, which is all that can be seen of it.
struct PlotLine
{
    std::shared_ptr<const ChartSeries> series;
    QColor color;
    bool dimmed = false;
    bool dense = false;
    std::vector<QPolygonF> runs;  ///< between gaps
    std::vector<QPolygonF> feet;  ///< of the area below each run, the same way round; empty: `zero`
    std::vector<PlotSpan> spans;
    std::vector<QPointF> points;  ///< dots: the samples, or of many one a pixel
    std::vector<QRectF> bars;
    double zero = 0;
    /// Colours from the plot's top (0) to its bottom (1), where they depend on the value.
    std::vector<std::pair<double, QColor>> scheme;

    double fillOpacity() const;
    bool showsArea() const { return fillOpacity() > 0 && !dimmed; }
};

/// All lines of a chart in pixels.
struct Plot
{
    QSize size;
    double pixelRatio = 1;
    AxisScales scales;
    std::vector<PlotLine> lines;

    /// Equal numbers, equal pictures.
    quint64 fingerprint() const;
};

Plot plotOf(const RasterJob &job);

} // namespace Watchfloor
