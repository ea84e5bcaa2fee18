#pragma once

#include "models/frames/frame.h"

#include <span>

namespace Watchfloor {

/// Counts by moment and bucket: what a heat map draws.
struct BucketGrid
{
    struct Bucket
    {
        double lower = 0;
        double upper = 0; ///< included
        QString label;    ///< where a bucket has a name and no bounds that are numbers
        bool operator==(const Bucket &) const = default;
    };
    std::vector<double> times;   ///< the end of each column, epoch seconds, ascending
    double step = 0;             ///< seconds that a column is wide
    std::vector<Bucket> buckets; ///< ascending
    std::vector<double> counts;  ///< column after column, each from the lowest bucket up; NaN: nothing known
    bool bounded = true;         ///< buckets are spans of numbers, not mere names

    bool isEmpty() const { return counts.empty(); }
    double at(size_t column, size_t bucket) const { return counts[column * buckets.size() + bucket]; }
    bool operator==(const BucketGrid &) const = default;
};

/// Classic histogram buckets, a series an `le`: sorted, made into buckets of their own where they are cumulative (never below zero: scrapes are not one moment),
/// series of one `le` added up. `step` 0 is found from the times.
BucketGrid classicBuckets(std::span<const Series> series, bool cumulative = true, double step = 0);
/// Native histograms: the buckets of all of them, added up; where schemas differ the finer bucket's count is spread over the coarser grid's parts.
BucketGrid nativeBuckets(std::span<const Series> series, double step = 0);
/// Frames of a time and a number a bucket, or one frame with a number a bucket: named by display name, kept in their order unless all are numbers.
BucketGrid bucketsOf(const std::vector<Frame> &frames, bool cumulative = false, double step = 0);

/// Buckets are made from plain values: so many seconds by so much. 0 finds a round size for about 30 of them.
BucketGrid countedBuckets(std::span<const Series> series, TimeRange range, double timeSize = 0, double valueSize = 0);

/// How often values fall between edges; one list of counts a list of values.
struct Histogram
{
    std::vector<double> edges; ///< one more than there are buckets; lower edge included
    std::vector<std::vector<double>> counts;
    bool operator==(const Histogram &) const = default;
};
/// `size` 0 finds a round one for about `count` buckets; buckets begin at multiples of it plus `offset`.
Histogram histogramOf(std::span<const std::vector<double>> values, double size = 0, double offset = 0, int count = 30);

} // namespace Watchfloor
