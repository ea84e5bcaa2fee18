#include "widgets/charts/chartseries.h"

#include <algorithm>
#include <cmath>

namespace Watchfloor {

namespace {

bool sameSamples(const Series &a, const Series &b)
{
    if (&a == &b)
        return true;
    if (a.values.size() != b.values.size() || !(a.labels == b.labels))
        return false;
    // The newest differ first.
    if (a.times != b.times && !std::equal(a.times->rbegin(), a.times->rend(), b.times->rbegin(), b.times->rend()))
        return false;
    return std::equal(a.values.rbegin(), a.values.rend(), b.values.rbegin(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

} // namespace

bool ChartSeries::operator==(const ChartSeries &other) const
{
    return name == other.name && color == other.color && fill == other.fill && dashed == other.dashed && axis == other.axis
           && drawn == other.drawn && inLegend == other.inLegend && inTooltip == other.inTooltip && back == other.back
           && style == other.style && scheme == other.scheme && blended == other.blended && figures == other.figures && sameSamples(data(), other.data());
}

} // namespace Watchfloor
