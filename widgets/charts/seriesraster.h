#pragma once

#include "models/core/timerange.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartseries.h"

#include <QImage>
#include <QRgb>

#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

/// How the value axis is found: from the data in the range, the scale that is shown now, and what is fixed.
struct ScaleWish
{
    ValueScale current;
    int ticks = 4;
    bool logarithmic = false;
    bool binary = false; ///< steps are round in KiB, MiB, GiB
    std::optional<double> lowest;
    std::optional<double> highest;
    std::vector<double> limits; ///< thresholds: shown where they are near the data
};

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
    ScaleWish scale;
    QSize size;            ///< device-independent pixels of the image
    int inset = 0;         ///< pixels above and below the plot, so that a line on its edge keeps its width
    double pixelRatio = 1;
};

/// The lines as an image, and the axes they were drawn for: both are shown together or not at all.
struct Raster
{
    QImage image; ///< on a transparent ground, premultiplied
    TimeRange range;
    ValueScale scale;
};

/// Pure; runs on any thread.
Raster rasterised(const RasterJob &job);

/// The scale for the lines that are not dimmed.
ValueScale scaleFor(const RasterJob &job);

} // namespace Watchfloor
