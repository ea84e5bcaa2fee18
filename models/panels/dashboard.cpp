#include "models/panels/dashboard.h"

#include <cmath>

namespace Watchfloor {

QString panelKindName(PanelKind kind)
{
    switch (kind) {
    case PanelKind::TimeSeries:
        return QStringLiteral("timeseries");
    case PanelKind::Stat:
        return QStringLiteral("stat");
    case PanelKind::Gauge:
        return QStringLiteral("gauge");
    case PanelKind::Bar:
        return QStringLiteral("bar");
    case PanelKind::Table:
        return QStringLiteral("table");
    case PanelKind::StateTimeline:
        return QStringLiteral("statetimeline");
    }
    return {};
}

State stateUnder(const std::vector<Threshold> &thresholds, double value)
{
    if (std::isnan(value))
        return State::Blind;
    State state = State::Healthy;
    for (const Threshold &threshold : thresholds)
        if (threshold.above ? value > threshold.value : value < threshold.value)
            state = worse(state, threshold.state);
    return state;
}

} // namespace Watchfloor
