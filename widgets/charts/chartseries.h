#pragma once

#include "models/core/mark.h"
#include "models/core/state.h"
#include "models/core/timerange.h"
#include "models/core/unit.h"
#include "models/metrics/series.h"

#include <QColor>
#include <QString>

#include <vector>

namespace Watchfloor {

/// One line of a chart.
struct ChartSeries
{
    Series series;
    QString name;      ///< as the legend shows it; safe for display
    QColor color;      ///< invalid: the stable colour of the series' labels
    bool fill = false; ///< the area down to zero in a thin colour
    bool dashed = false; ///< a projection or a comparison
    bool operator==(const ChartSeries &) const = default;
};

/// A limit: a dashed line, and over (or under) it a ground in the state's colour.
struct ChartThreshold
{
    double value = 0;
    State state = State::Critical;
    QString label;     ///< "limit 1 %"; empty: none
    bool above = true; ///< what is bad lies above
    bool band = true;  ///< with the ground
    bool operator==(const ChartThreshold &) const = default;
};

/// A span of time in a state's colour behind the lines: pending, firing, a run, a time to hold.
struct ChartSpan
{
    WallTime start{};
    WallTime end{};
    State state = State::Warning;
    QString label;
    bool operator==(const ChartSpan &) const = default;
};

/// One point of a plain curve: a moment and a number, or anything and a number.
struct ChartPoint
{
    double x = 0; ///< epoch seconds on time axes
    double y = 0;
    bool operator==(const ChartPoint &) const = default;
};

} // namespace Watchfloor
