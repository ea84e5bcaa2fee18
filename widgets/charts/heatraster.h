#pragma once

#include "models/frames/buckets.h"

#include <QImage>
#include <QRectF>

#include <functional>

namespace Watchfloor {

/// How the cells of a grid become pixels. Places are in device-independent pixels from the plot's corner.
struct HeatRaster
{
    QSize pixels;
    double pixelRatio = 1;
    double step = 60;                                   ///< seconds that a column is wide
    double hideBelow = 0;                               ///< counts of this and less are left out
    std::function<double(double seconds)> xOf;
    std::function<QRectF(size_t bucket)> rowOf;
    std::function<QRgb(double count)> colorOf;          ///< premultiplied
};

/// The cells alone, on nothing. Where several columns share a pixel the greatest count of them is shown: a short peak must not vanish by averaging.
QImage rasterOf(const BucketGrid &grid, const HeatRaster &how);

} // namespace Watchfloor
