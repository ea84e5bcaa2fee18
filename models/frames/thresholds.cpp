#include "models/frames/thresholds.h"

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
    if (name.contains(QLatin1String("red")) || name == u"#d44a3a" || name == u"#f2495c" || name == u"#c4162a" || name == u"#e02f44"
        || name == u"#bf1b00")
        return State::Critical;
    if (name.contains(QLatin1String("yellow")) || name.contains(QLatin1String("orange")) || name == u"#eab839" || name == u"#ff9830"
        || name == u"#fade2a")
        return State::Warning;
    return State::Healthy;
}

} // namespace Watchfloor
