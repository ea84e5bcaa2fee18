#pragma once

#include "models/core/timerange.h"

#include <algorithm>
#include <limits>
#include <span>
#include <vector>

namespace Watchfloor {

/// What of a line falls into one pixel column without a gap: where it comes in, where it leaves, and how far it swings between
/// (M4). Values are as read, so the pieces serve any value axis.
struct ColumnPiece
{
    int column = 0;      ///< -1 and the number of columns: the neighbours just outside
    bool joined = false; ///< no gap lies between this piece and the one before
    double firstTime = 0;
    double first = 0;
    double low = 0;
    double high = 0;
    double lastTime = 0;
    double last = 0;
    bool operator==(const ColumnPiece &) const = default;
};

/// Pixel columns over time. A sample at the range's very end belongs to the last one.
struct ColumnGrid
{
    double start = 0;  ///< epoch seconds
    double end = 0;
    int columns = 0;

    double perSecond() const { return end > start ? columns / (end - start) : 0; }
    int columnOf(double time) const;
};

/// The samples that have to do with the range: those inside, and one beyond either end, to which the line leads.
struct SampleSlice
{
    size_t from = 0;
    size_t to = 0;
    size_t size() const { return to - from; }
};
SampleSlice sliceOf(std::span<const double> times, const ColumnGrid &grid);

/// Index of the first sample of every column that has one, and behind the last the slice's end; made once for all series that
/// share their times.
struct ColumnStarts
{
    std::vector<int> columns;
    std::vector<size_t> firsts; ///< one more than columns
};
ColumnStarts columnStarts(std::span<const double> times, SampleSlice slice, const ColumnGrid &grid);

/// `values` in columns; what is not finite is a gap. Columns before `keep.back()`'s are taken from `keep` as they are.
std::vector<ColumnPiece> piecesOf(std::span<const double> times, std::span<const double> values, const ColumnStarts &starts,
                                  std::vector<ColumnPiece> keep = {});

/// Least and greatest finite value.
struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double leastPositive = std::numeric_limits<double>::infinity();

    void add(double value)
    {
        low = value < low ? value : low;
        high = value > high ? value : high;
        if (value > 0)
            leastPositive = value < leastPositive ? value : leastPositive;
    }
    void add(const Extent &other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
        leastPositive = std::min(leastPositive, other.leastPositive);
    }
    bool isEmpty() const { return low > high; }
};

} // namespace Watchfloor
