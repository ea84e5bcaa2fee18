#include "widgets/charts/seriesshape.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Watchfloor {

namespace {

struct Swing
{
    double low;
    double high;
    bool finite;
};

/// Four lanes, because one comparison has to wait for the one before; whatever is not finite makes the sum of zeros NaN.
Swing swingOf(const double *values, size_t count)
{
    std::array<double, 4> low;
    std::array<double, 4> high;
    std::array<double, 4> zero{};
    low.fill(values[0]);
    high.fill(values[0]);
    size_t at = 0;
    for (; at + 4 <= count; at += 4) {
        for (size_t lane = 0; lane < 4; ++lane) {
            const double value = values[at + lane];
            low[lane] = value < low[lane] ? value : low[lane];
            high[lane] = value > high[lane] ? value : high[lane];
            zero[lane] += value * 0.0;
        }
    }
    for (; at < count; ++at) {
        const double value = values[at];
        low[0] = value < low[0] ? value : low[0];
        high[0] = value > high[0] ? value : high[0];
        zero[0] += value * 0.0;
    }
    return {std::min(std::min(low[0], low[1]), std::min(low[2], low[3])), std::max(std::max(high[0], high[1]), std::max(high[2], high[3])),
            (zero[0] + zero[1]) + (zero[2] + zero[3]) == 0};
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
