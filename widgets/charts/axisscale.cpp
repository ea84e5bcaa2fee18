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
    return std::clamp(int(std::lround((maximum - minimum) / step)) + 1, 2, 50);
}

double ValueScale::position(double value) const
{
    if (!logarithmic)
        return value;
    return value > 0 ? std::log10(value) : minimum;
}

double ValueScale::valueAt(int tick) const
{
    const double at = minimum + tick * step;
    return logarithmic ? std::pow(10.0, at) : at;
}

ValueScale logarithmicScale(double minimum, double maximum)
{
    constexpr double decades = 6;
    if (!(maximum > 0) || !std::isfinite(maximum))
        return {-3, 0, 1, true};
    const double top = std::ceil(std::log10(maximum) - 1e-9);
    const double bottom = minimum > 0 ? std::floor(std::log10(minimum) + 1e-9) : top - decades;
    return {std::clamp(bottom, top - decades, top - 1), top, 1, true};
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

QString scaleLabel(double value, const ValueScale &scale, const Unit &unit)
{
    const double shown = !scale.logarithmic && std::fabs(value) < scale.step * 1e-6 ? 0.0 : value;
    // Round steps of ten are never round in powers of 1024: one decimal is what can be read there.
    const bool binary = unit.id.contains(u"bytes") || unit.id.endsWith(u"Bps");
    Quantity exact = quantity(shown, unit, binary ? 1 : 6);
    // Zero has the unit of its neighbours: 0 ms under 250 ms.
    if (shown == 0 && !exact.suffix.isEmpty())
        exact.suffix = quantity(scale.step, unit, 1).suffix;
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
