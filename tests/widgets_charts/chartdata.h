#pragma once

#include "tests/support/fakeclock.h"
#include "widgets/charts/chartseries.h"

#include <cmath>
#include <memory>
#include <vector>

namespace Watchfloor::Testing {

/// The hour until the fake clock's start, a sample every 15 s, made by `value(0..1)`.
template <typename Value>
Series seriesOf(const QString &service, Value value, int samples = 240)
{
    const WallTime end = FakeClock().wall();
    auto times = std::make_shared<std::vector<double>>();
    Series series;
    series.labels = Labels{{QStringLiteral("service"), service}};
    for (int at = 0; at < samples; ++at) {
        const double share = double(at) / (samples - 1);
        times->push_back(toEpochSeconds(end) - 3600.0 * (1 - share));
        series.values.push_back(value(share));
    }
    series.times = times;
    return series;
}

inline TimeRange lastHour()
{
    return lastUntil(FakeClock().wall(), std::chrono::hours(1));
}

/// The same pseudo-random noise in every run.
inline double noise(double share, int seed)
{
    const double raw = std::sin(share * 12'345.678 + seed * 78.233) * 43'758.5453;
    return raw - std::floor(raw);
}

} // namespace Watchfloor::Testing
