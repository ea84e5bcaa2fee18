#include "models/frames/thresholds.h"

#include "models/frames/colorscale.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace Watchfloor {

namespace {

bool reaches(const ThresholdStep &step, double value)
{
    return step.beyond ? value > step.from : value >= step.from;
}

/// Where steps may begin: at a value, or just beyond it.
using Edge = std::pair<double, bool>;

State stateFrom(const std::vector<Limit> &limits, const Edge &edge)
{
    State state = State::Healthy;
    for (const Limit &limit : limits) {
        const Edge own{limit.value, limit.above};
        if (limit.above ? edge >= own : edge < own)
            state = worse(state, limit.state);
    }
    return state;
}

} // namespace

const ThresholdStep *stepFor(const Thresholds &thresholds, double value, std::optional<double> minimum, std::optional<double> maximum)
{
    if (thresholds.mode == Thresholds::Mode::Percentage) {
        const double low = minimum.value_or(0);
        const double high = maximum.value_or(100);
        value = high > low ? (value - low) / (high - low) * 100 : 0;
    }
    const ThresholdStep *found = thresholds.steps.empty() ? nullptr : &thresholds.steps.front();
    for (const ThresholdStep &step : thresholds.steps)
        if (reaches(step, value))
            found = &step;
    return found;
}

State stateUnder(const Thresholds &thresholds, double value, std::optional<double> minimum, std::optional<double> maximum)
{
    if (std::isnan(value))
        return State::Blind;
    const ThresholdStep *step = stepFor(thresholds, value, minimum, maximum);
    return step ? step->state : State::Healthy;
}

Thresholds thresholdsOf(const std::vector<Limit> &limits)
{
    Thresholds thresholds;
    if (limits.empty())
        return thresholds;
    std::set<Edge> edges{{-std::numeric_limits<double>::infinity(), false}};
    for (const Limit &limit : limits)
        edges.insert({limit.value, limit.above});
    for (const Edge &edge : edges)
        thresholds.steps.push_back({edge.first, edge.second, {}, stateFrom(limits, edge)});
    return thresholds;
}

std::vector<Limit> limitsOf(const Thresholds &thresholds)
{
    std::vector<Limit> limits;
    for (size_t i = 1; i < thresholds.steps.size(); ++i) {
        const ThresholdStep &before = thresholds.steps[i - 1];
        const ThresholdStep &step = thresholds.steps[i];
        if (worse(before.state, step.state) == step.state && before.state != step.state)
            limits.push_back({step.from, true, step.state});
        else if (before.state != step.state)
            limits.push_back({step.from, false, before.state});
    }
    return limits;
}

State stateOfColor(const QString &color)
{
    const QString name = color.toLower();
    if (const auto parts = hueOf(name)) {
        const auto [hue, saturation, lightness] = *parts;
        // Reds up to where orange begins, then orange and yellow up to where green does; what is nearly grey says nothing.
        const bool isStrong = saturation >= 0.35 && lightness > 0.08 && lightness < 0.95;
        if (isStrong && (hue <= 14 || hue >= 340))
            return State::Critical;
        return isStrong && hue < 65 ? State::Warning : State::Healthy;
    }
    if (name.contains(QLatin1String("red")) || name == u"crimson")
        return State::Critical;
    return name.contains(QLatin1String("yellow")) || name.contains(QLatin1String("orange")) ? State::Warning : State::Healthy;
}

} // namespace Watchfloor
