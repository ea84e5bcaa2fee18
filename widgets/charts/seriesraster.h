#pragma once

#include "models/core/timerange.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartseries.h"

#include <QImage>
#include <QRgb>

#include <memory>
#include <vector>

namespace Watchfloor {

/// What a worker needs to draw the lines of a chart, all of it values.
struct RasterJob
{
    struct Line
    {
        std::shared_ptr<const ChartSeries> series;
        QRgb color = 0;
        bool dimmed = false; ///< another one is isolated
    };
    std::vector<Line> lines;
    TimeRange range;
    ValueScale scale;
    QSize size;            ///< device-independent pixels of the image
    int inset = 0;         ///< pixels above and below the plot, so that a line on its edge keeps its width
    double pixelRatio = 1;
    bool thick = true;     ///< two passes of 1 px, for charts with few lines
};

/// The lines on a transparent ground, premultiplied. Pure; runs on any thread.
QImage rasterised(const RasterJob &job);

} // namespace Watchfloor
