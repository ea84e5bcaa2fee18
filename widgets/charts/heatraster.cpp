#include "widgets/charts/heatraster.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr double leastGappedRow = 8; ///< cells of this many pixels have a line between them
constexpr double leastGappedColumn = 12;

struct Rows
{
    int top = 0;
    int bottom = 0;
};

int pixelAt(double place, const HeatRaster &how)
{
    return int(std::lround(place * how.pixelRatio));
}

int gapOf(const HeatRaster &how)
{
    return std::max(1, int(how.pixelRatio));
}

std::vector<Rows> rowsOf(size_t buckets, const HeatRaster &how)
{
    std::vector<Rows> rows(buckets);
    for (size_t bucket = 0; bucket < buckets; ++bucket) {
        const QRectF box = how.rowOf(bucket);
        Rows &row = rows[bucket];
        row = {std::clamp(pixelAt(box.top(), how), 0, how.pixels.height()), std::clamp(pixelAt(box.bottom(), how), 0, how.pixels.height())};
        if (row.bottom - row.top >= leastGappedRow * how.pixelRatio)
            row.top += gapOf(how);
        else if (row.top == row.bottom && row.top < how.pixels.height() && box.height() > 0)
            ++row.bottom; // thinner than a pixel, and still seen
    }
    return rows;
}

} // namespace

QImage rasterOf(const BucketGrid &grid, const HeatRaster &how)
{
    QImage image(how.pixels.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const size_t buckets = grid.buckets.size();
    const std::vector<Rows> rows = rowsOf(buckets, how);
    std::vector<double> shown(buckets);
    const auto rightOf = [&](size_t column) { return pixelAt(how.xOf(grid.times[column]), how); };
    for (size_t column = 0; column < grid.times.size();) {
        const int left = std::max(pixelAt(how.xOf(grid.times[column] - how.step), how), 0);
        int right = std::min(rightOf(column), image.width());
        std::copy_n(grid.counts.begin() + qsizetype(column * buckets), buckets, shown.begin());
        ++column;
        for (; column < grid.times.size() && right <= left + 1 && rightOf(column) <= left + 1; ++column)
            for (size_t bucket = 0; bucket < buckets; ++bucket)
                shown[bucket] = std::fmax(shown[bucket], grid.at(column, bucket));
        right = std::min(std::max(right, left + 1), image.width());
        const int end = right - left >= leastGappedColumn * how.pixelRatio ? right - gapOf(how) : right;
        for (size_t bucket = 0; bucket < buckets && left < end; ++bucket) {
            if (!(shown[bucket] > how.hideBelow))
                continue;
            const QRgb color = how.colorOf(shown[bucket]);
            for (int y = rows[bucket].top; y < rows[bucket].bottom; ++y) {
                auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
                std::fill(line + left, line + end, color);
            }
        }
    }
    image.setDevicePixelRatio(how.pixelRatio);
    return image;
}

} // namespace Watchfloor
