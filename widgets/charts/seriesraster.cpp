#include "widgets/charts/seriesraster.h"

#include "widgets/charts/plot.h"
#include "widgets/charts/plotpainter.h"

#include <cmath>

namespace Watchfloor {

namespace {

/// A fixed end stays where it is; a free one goes to the step beyond the data.
void fixEnds(ValueScale &scale, const ScaleWish &wish, double low, double high)
{
    if (wish.lowest)
        scale.minimum = low;
    if (wish.highest && high > scale.minimum)
        scale.maximum = high;
}

ValueScale powerScale(const ScaleWish &wish, double low, double high, double leastPositive)
{
    low = wish.lowest.value_or(low);
    high = wish.highest.value_or(high);
    if (wish.kind == AxisKind::Symlog)
        return symmetricScale(low, high, wish.linearThreshold, wish.base, wish.ticks);
    return logarithmicScale(wish.lowest.value_or(leastPositive), high, wish.base, std::max(wish.ticks, 6));
}

} // namespace

ValueScale scaleFor(const ScaleWish &wish, const Extent &extent, bool fromZero)
{
    // The difference of the greatest numbers there are is none any more.
    constexpr double hugest = 1e300;
    double low = extent.isEmpty() ? 0 : std::clamp(extent.low, -hugest, hugest);
    double high = extent.isEmpty() ? 1 : std::clamp(extent.high, -hugest, hugest);
    // A limit near the data belongs into the picture; one far away would flatten it.
    for (const double limit : wish.limits) {
        const double reach = 3 * std::max(high - std::min(low, 0.0), std::fabs(high) * 0.2);
        if (limit > high && (limit < high + reach || wish.kind != AxisKind::Linear))
            high = limit;
        if (limit < low && limit > low - reach)
            low = limit;
    }
    low = std::min(low, wish.softLowest.value_or(low));
    high = std::max(high, wish.softHighest.value_or(high));
    if (wish.kind != AxisKind::Linear)
        return powerScale(wish, low, high, std::min(extent.leastPositive, wish.softLowest.value_or(extent.leastPositive)));
    if (fromZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    if (wish.centeredZero)
        low = -(high = std::max(std::fabs(low), std::fabs(high)));
    const bool fixed = wish.lowest || wish.highest;
    low = wish.lowest.value_or(low);
    high = std::max(wish.highest.value_or(high), low);
    const double most = std::max(std::fabs(low), std::fabs(high));
    const double base = wish.binary && most >= 1 && std::isfinite(most) ? std::pow(1024.0, std::floor(std::log2(most) / 10)) : 1;
    const ValueScale &shown = wish.current;
    // The default was drawn for no data at all; what comes then has nothing to hold on to.
    ValueScale scale = fixed || shown.logarithmic || shown == ValueScale()
                           ? niceScale(low / base, high / base, wish.ticks, false)
                           : steadyScale({shown.minimum / base, shown.maximum / base, shown.step / base}, low / base, high / base, wish.ticks, false);
    scale.minimum *= base;
    scale.maximum *= base;
    scale.step *= base;
    fixEnds(scale, wish, low, high);
    return scale;
}

SeriesFigures figuresOf(const Series &series)
{
    SeriesFigures figures;
    figures.last = series.last();
    Extent extent;
    double sum = 0;
    size_t count = 0;
    for (const double value : series.values) {
        if (!std::isfinite(value))
            continue;
        extent.low = std::min(extent.low, value);
        extent.high = std::max(extent.high, value);
        sum += value;
        ++count;
    }
    if (count == 0)
        return figures;
    figures.minimum = extent.low;
    figures.maximum = extent.high;
    figures.mean = sum / double(count);
    figures.sum = sum;
    return figures;
}

Raster rasterised(const RasterJob &job)
{
    Raster result;
    result.range = job.range;
    for (const auto &series : job.counted)
        result.figures.push_back(figuresOf(series->data()));
    const QSize pixels(int(std::ceil(job.size.width() * job.pixelRatio)), int(std::ceil(job.size.height() * job.pixelRatio)));
    if (pixels.isEmpty()) {
        result.scales = scalesFor(job);
        return result;
    }
    const Plot plot = plotOf(job);
    result.scales = plot.scales;
    result.fingerprint = plot.fingerprint();
    if (job.shown != 0 && job.shown == result.fingerprint) {
        result.unchanged = true;
        return result;
    }
    result.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    if (result.image.isNull())
        return result;
    result.image.fill(Qt::transparent);
    result.image.setDevicePixelRatio(job.pixelRatio);
    paintPlot(result.image, plot);
    return result;
}

} // namespace Watchfloor
