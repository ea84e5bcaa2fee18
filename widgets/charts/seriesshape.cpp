#include "widgets/charts/seriesshape.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace Watchfloor {

namespace {

struct Swing
{
    double low;
    double high;
    bool finite;
};

/// Two numbers that are worked on together; GCC and Clang make one instruction of each operation.
using Pair = double __attribute__((vector_size(16)));

/// Four pairs, because one comparison has to wait for the one before; whatever is not finite makes the sum of zeros NaN.
Swing swingOf(const double *values, size_t count)
{
    constexpr size_t lanes = 8;
    double low = values[0];
    double high = values[0];
    double zero = 0;
    size_t at = 0;
    if (count >= lanes) {
        const Pair first{low, low};
        Pair low0 = first, low1 = first, low2 = first, low3 = first;
        Pair high0 = first, high1 = first, high2 = first, high3 = first;
        Pair zero0{}, zero1{};
        for (; at + lanes <= count; at += lanes) {
            Pair a, b, c, d;
            std::memcpy(&a, values + at, sizeof a);
            std::memcpy(&b, values + at + 2, sizeof b);
            std::memcpy(&c, values + at + 4, sizeof c);
            std::memcpy(&d, values + at + 6, sizeof d);
            low0 = a < low0 ? a : low0;
            low1 = b < low1 ? b : low1;
            low2 = c < low2 ? c : low2;
            low3 = d < low3 ? d : low3;
            high0 = a > high0 ? a : high0;
            high1 = b > high1 ? b : high1;
            high2 = c > high2 ? c : high2;
            high3 = d > high3 ? d : high3;
            zero0 += (a + b) * 0.0;
            zero1 += (c + d) * 0.0;
        }
        low0 = low1 < low0 ? low1 : low0;
        low2 = low3 < low2 ? low3 : low2;
        low0 = low2 < low0 ? low2 : low0;
        high0 = high1 > high0 ? high1 : high0;
        high2 = high3 > high2 ? high3 : high2;
        high0 = high2 > high0 ? high2 : high0;
        zero0 += zero1;
        low = std::min(low0[0], low0[1]);
        high = std::max(high0[0], high0[1]);
        zero = zero0[0] + zero0[1];
    }
    for (; at < count; ++at) {
        const double value = values[at];
        low = value < low ? value : low;
        high = value > high ? value : high;
        zero += value * 0.0;
    }
    return {low, high, zero == 0};
}

} // namespace

int ColumnGrid::columnOf(double time) const
{
    if (time < start)
        return -1;
    if (time >= end)
        return time > end ? columns : columns - 1;
    return std::min(int((time - start) * perSecond()), columns - 1);
}

SampleSlice sliceOf(std::span<const double> times, const ColumnGrid &grid)
{
    auto from = std::lower_bound(times.begin(), times.end(), grid.start);
    auto to = std::upper_bound(from, times.end(), grid.end);
    if (from != times.begin())
        --from;
    if (to != times.end())
        ++to;
    return {size_t(from - times.begin()), size_t(to - times.begin())};
}

ColumnStarts columnStarts(std::span<const double> times, SampleSlice slice, const ColumnGrid &grid)
{
    ColumnStarts starts;
    size_t guess = 1;
    for (size_t at = slice.from; at < slice.to;) {
        const int column = grid.columnOf(times[at]);
        starts.columns.push_back(column);
        starts.firsts.push_back(at);
        // Columns of even data hold equally many: the next one begins about as far on as this one did.
        size_t next = std::min(at + guess, slice.to);
        while (next < slice.to && grid.columnOf(times[next]) == column)
            ++next;
        while (next > at + 1 && grid.columnOf(times[next - 1]) != column)
            --next;
        guess = next - at;
        at = next;
    }
    starts.firsts.push_back(slice.to);
    return starts;
}

std::vector<ColumnPiece> piecesOf(std::span<const double> times, std::span<const double> values, const ColumnStarts &starts,
                                  std::vector<ColumnPiece> keep)
{
    std::vector<ColumnPiece> pieces = std::move(keep);
    size_t begin = 0;
    if (!pieces.empty()) {
        const int stale = pieces.back().column;
        while (!pieces.empty() && pieces.back().column >= stale)
            pieces.pop_back();
        begin = size_t(std::lower_bound(starts.columns.begin(), starts.columns.end(), stale) - starts.columns.begin());
    }
    pieces.reserve(starts.columns.size() + 4);
    bool open = begin < starts.columns.size() && starts.firsts[begin] > starts.firsts.front()
                && std::isfinite(values[starts.firsts[begin] - 1]);
    for (size_t at = begin; at < starts.columns.size(); ++at) {
        const int column = starts.columns[at];
        size_t from = starts.firsts[at];
        const size_t to = starts.firsts[at + 1];
        const Swing swing = swingOf(&values[from], to - from);
        if (swing.finite) {
            pieces.push_back({column, open, times[from], values[from], swing.low, swing.high, times[to - 1], values[to - 1]});
            open = true;
            continue;
        }
        while (from < to) {
            size_t end = from;
            while (end < to && std::isfinite(values[end]))
                ++end;
            if (end > from) {
                const Swing part = swingOf(&values[from], end - from);
                pieces.push_back({column, open && from == starts.firsts[at], times[from], values[from], part.low, part.high, times[end - 1], values[end - 1]});
            }
            from = end + 1;
        }
        open = std::isfinite(values[to - 1]);
    }
    return pieces;
}

} // namespace Watchfloor
