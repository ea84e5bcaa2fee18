#include "widgets/charts/axisscale.h"

#include "models/core/format.h"

#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;

constexpr std::array<double, 6> roundSteps{1, 1.5, 2, 2.5, 5, 10};

double roundStepFor(double wanted)
{
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double step : roundSteps)
        if (step * power >= wanted * (1 - 1e-9))
            return step * power;
    return 10 * power;
}

constexpr std::array<std::chrono::milliseconds, 24> timeSteps{
    1s,    2s,    5s,     10s,    15s,    30s,    1min,    2min,    5min,    10min,   15min,   30min,
    60min, 120min, 180min, 360min, 720min, 24h,    48h,     120h,    240h,    720h,    2160h,   8760h};

} // namespace

int ValueScale::tickCount() const
{
    return std::clamp(int(std::floor((maximum - firstTick()) / step + 1e-6)) + 1, 1, 50);
}

double ValueScale::firstTick() const
{
    return std::ceil(minimum / step - 1e-6) * step;
}

double ValueScale::position(double value) const
{
    if (!logarithmic)
        return value;
    if (linear > 0) {
        const double share = std::fabs(value) / linear;
        return std::copysign(share <= 1 ? share : 1 + std::log(share) / std::log(base), value);
    }
    // What lies below the axis lies on its end, as zero does: else zero would stand above it.
    return value > 0 ? std::max(std::log(value) / std::log(base), minimum) : minimum;
}

double ValueScale::valueOf(double position) const
{
    if (!logarithmic)
        return position;
    if (linear > 0) {
        const double share = std::fabs(position);
        return std::copysign(linear * (share <= 1 ? share : std::pow(base, share - 1)), position);
    }
    return std::pow(base, position);
}

ValueScale logarithmicScale(double minimum, double maximum, double base, int ticks)
{
    if (!(maximum > 0) || !std::isfinite(maximum))
        return {-3, 0, 1, true, base};
    const double unit = std::log(base);
    const double decades = std::round(6 * std::log(10.0) / unit);
    const double top = std::ceil(std::log(maximum) / unit - 1e-9);
    double bottom = minimum > 0 ? std::floor(std::log(minimum) / unit + 1e-9) : top - decades;
    bottom = std::clamp(bottom, top - decades, top - 1);
    const double step = std::max(std::ceil((top - bottom) / std::max(ticks, 1)), 1.0);
    return {top - std::ceil((top - bottom) / step) * step, top, step, true, base};
}

ValueScale symmetricScale(double minimum, double maximum, double linear, double base, int ticks)
{
    ValueScale scale{-1, 1, 1, true, base, linear > 0 ? linear : 1};
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || minimum > maximum)
        return scale;
    const double low = std::min(std::floor(scale.position(minimum) + 1e-9), 0.0);
    const double high = std::max(std::ceil(scale.position(maximum) - 1e-9), low + 1);
    scale.step = std::max(std::ceil((high - low) / std::max(ticks, 1)), 1.0);
    scale.minimum = std::floor(low / scale.step) * scale.step;
    scale.maximum = std::ceil(high / scale.step) * scale.step;
    return scale;
}

ValueScale niceScale(double minimum, double maximum, int ticks, bool fromZero)
{
    if (!std::isfinite(minimum) || !std::isfinite(maximum) || minimum > maximum)
        return {};
    // Near zero the eye compares with zero; far from it a zero would flatten what matters.
    if (minimum > 0 && (fromZero || minimum < 0.5 * maximum))
        minimum = 0;
    if (maximum < 0 && (fromZero || maximum > 0.5 * minimum))
        maximum = 0;
    double span = maximum - minimum;
    if (span <= std::fabs(maximum) * 1e-9) {
        const double room = maximum == 0 ? 1 : std::fabs(maximum) * 0.1;
        minimum = minimum == 0 ? 0 : minimum - room;
        maximum += room;
        span = maximum - minimum;
    }
    const double step = roundStepFor(span / std::max(ticks, 1));
    ValueScale scale;
    scale.step = step;
    scale.minimum = std::floor(minimum / step + 1e-9) * step;
    scale.maximum = std::ceil(maximum / step - 1e-9) * step;
    return scale;
}

ValueScale steadyScale(const ValueScale &current, double minimum, double maximum, int ticks, bool fromZero)
{
    const ValueScale fresh = niceScale(minimum, maximum, ticks, fromZero);
    const bool holds = minimum >= current.minimum && maximum <= current.maximum;
    const bool fills = (fresh.maximum - fresh.minimum) * 2 >= current.maximum - current.minimum;
    return holds && fills && current.tickCount() <= 2 * ticks ? current : fresh;
}

QString scaleLabel(double value, const ValueScale &scale, const Unit &unit, int decimals)
{
    const double shown = !scale.logarithmic && std::fabs(value) < scale.step * 1e-6 ? 0.0 : value;
    if (decimals >= 0)
        return quantity(shown, unit, decimals).text();
    // Round steps of ten are never round in powers of 1024: one decimal is what can be read there.
    Quantity exact = takesDecimals(unit) ? quantity(shown, unit, isBinary(unit) ? 1 : 6) : quantity(shown, unit);
    // Zero has the unit of its neighbours: 0 ms under 250 ms.
    if (shown == 0 && !exact.suffix.isEmpty()) {
        const Quantity neighbour = quantity(scale.step, unit, 1);
        exact.suffix = neighbour.suffix;
        exact.gap = neighbour.gap;
    }
    const QString point = QLocale().decimalPoint();
    if (exact.number.contains(point)) {
        // The fewest decimals that are still exact: 4.5 beside 3, never 3.000000.
        qsizetype digits = exact.number.size();
        while (digits > 0 && exact.number.at(digits - 1) == u'0')
            --digits;
        exact.number.truncate(digits);
        if (exact.number.endsWith(point))
            exact.number.chop(point.size());
    }
    return exact.text();
}

std::vector<WallTime> timeTicks(TimeRange range, int count)
{
    std::vector<WallTime> ticks;
    if (range.length().count() <= 0 || count < 1)
        return ticks;
    std::chrono::milliseconds step = timeSteps.back();
    for (const auto candidate : timeSteps) {
        if (range.length() / candidate <= count) {
            step = candidate;
            break;
        }
    }
    // Steps are round in local time: midnight here, not in Greenwich.
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(range.start.time_since_epoch().count());
    const std::chrono::milliseconds offset = std::chrono::seconds(local.offsetFromUtc());
    const auto shifted = range.start.time_since_epoch() + offset;
    auto at = range.start + (step - (shifted % step + step) % step) % step;
    for (; at <= range.end && ticks.size() < 100; at += step)
        ticks.push_back(at);
    return ticks;
}

QString timeTickText(WallTime time, std::chrono::milliseconds length)
{
    if (length <= 5min)
        return Format::clockTime(time);
    return length <= 36h ? Format::shortTime(time) : Format::day(time);
}

TimeRange snapped(TimeRange range)
{
    const auto grid = range.length() / 40;
    if (grid.count() <= 0)
        return range;
    const auto over = (range.end.time_since_epoch() % grid + grid) % grid;
    const auto shift = over.count() == 0 ? over : grid - over;
    return {range.start + shift, range.end + shift};
}

} // namespace Watchfloor
