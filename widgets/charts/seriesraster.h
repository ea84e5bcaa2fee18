#pragma once

#include "models/core/timerange.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartaxis.h"
#include "widgets/charts/chartseries.h"
#include "widgets/charts/seriesshape.h"

#include <QHash>
#include <QImage>
#include <QRgb>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace Watchfloor {

struct Plot;

/// How a value axis is found: from the data in the range, the scale that is shown now, and what is fixed.
struct ScaleWish
{
    ValueScale current;
    int ticks = 4;
    AxisKind kind = AxisKind::Linear;
    double base = 10;
    double linearThreshold = 1;
    bool binary = false; ///< steps are round in KiB, MiB, GiB
    bool centeredZero = false;
    std::optional<double> lowest;
    std::optional<double> highest;
    std::optional<double> softLowest;
    std::optional<double> softHighest;
    std::vector<double> limits; ///< thresholds: shown where they are near the data
};

using AxisScales = std::array<ValueScale, 3>; ///< by AxisSide

/// Columns of series that promise to grow at their end only, by their lineage; belongs to one chart's jobs.
struct ColumnCache
{
    ColumnGrid grid;
    QHash<quint64, std::vector<ColumnPiece>> pieces;
};

/// What a legend says of a series, over all of its samples; NaN where there are none.
struct SeriesFigures
{
    double last = noSample;
    double minimum = noSample;
    double maximum = noSample;
    double mean = noSample;
    double sum = noSample;
};
SeriesFigures figuresOf(const Series &series);

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
    std::vector<std::shared_ptr<const ChartSeries>> counted; ///< whose figures are wanted, drawn or not
    TimeRange range;
    std::array<ScaleWish, 3> scales; ///< by AxisSide
    QSize size;            ///< device-independent pixels of the image
    int inset = 0;         ///< pixels above and below the plot, so that a line on its edge keeps its width
    double pixelRatio = 1;
    quint64 shown = 0;     ///< fingerprint of the image on the screen; 0: none
    std::shared_ptr<ColumnCache> cache; ///< only one job at a time has it; null: nothing is kept
};

/// The lines as an image, and the axes they were drawn for: both are shown together or not at all.
struct Raster
{
    QImage image; ///< on a transparent ground, premultiplied; null where it would be the one on the screen
    TimeRange range;
    AxisScales scales;
    std::vector<SeriesFigures> figures; ///< of the job's `counted`
    quint64 fingerprint = 0;
    bool unchanged = false;
};

/// Pure; runs on any thread.
Raster rasterised(const RasterJob &job);

/// The scales for the lines that are not dimmed.
AxisScales scalesFor(const RasterJob &job);
/// A scale for data of this extent; `fromZero`: something stands on zero.
ValueScale scaleFor(const ScaleWish &wish, const Extent &extent, bool fromZero);

} // namespace Watchfloor
