#pragma once

#include "models/frames/frame.h"

namespace Watchfloor {

/// The next of 1, 2, 2.5, 4, 5 times a power of ten above `target` that is no finer than `finest`.
double niceBucketSize(double target, double finest = 0);
/// A size for about `count` buckets of these values, no finer than they lie apart.
double foundBucketSize(const std::vector<double> &sorted, int count);
/// A round duration for about `count` columns over `length`, in milliseconds.
double niceColumnLength(double length, double count);

/// How values are counted into buckets; a size of 0 is found from the values and the count.
struct HistogramBuckets
{
    double size = 0;
    int count = 30;
    double offset = 0;
    bool combine = false; ///< all fields in one
};
/// Buckets with "xMin" and "xMax" and how many values of each numeric field fell into them; only buckets with any. Source: Grafana, histogram.
std::optional<Frame> histogramOf(const std::vector<Frame> &frames, const HistogramBuckets &buckets);

/// One axis of a heat map: so many buckets, or buckets of a size (on times milliseconds); 0: found.
struct HeatMapAxis
{
    double size = 0;
    double count = 0;
    double logBase = 0; ///< of a logarithmic axis; `size` then is how many parts a magnitude has
};
/// Cells "xMin", "yMin", "yMax", "count" by time, row by row from the bottom, empty ones included. Source: Grafana, calculated heat maps.
std::optional<Frame> heatMapOf(const std::vector<Frame> &frames, const HeatMapAxis &x, const HeatMapAxis &y);

} // namespace Watchfloor
