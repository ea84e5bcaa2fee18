#pragma once

#include "models/core/state.h"

#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace Watchfloor {

/// From this value on a field has this colour and is in this state. The first step of a list starts at minus infinity.
struct ThresholdStep
{
    double from = -std::numeric_limits<double>::infinity();
    bool beyond = false; ///< the value itself still belongs to the step before: "above 0"
    QString color; ///< as the dashboard writes it: "green", "semi-dark-red", six digits; empty: the state's own
    State state = State::Healthy;
    bool operator==(const ThresholdStep &) const = default;
};

/// Limits of a field, ascending. In percentage mode the steps are per cent of the way from minimum to maximum.
struct Thresholds
{
    enum class Mode { Absolute, Percentage };
    Mode mode = Mode::Absolute;
    std::vector<ThresholdStep> steps;
    bool operator==(const Thresholds &) const = default;

    bool isEmpty() const { return steps.size() < 2; }
};

/// The step a value stands on; null without steps. Minimum and maximum matter in percentage mode only.
const ThresholdStep *stepFor(const Thresholds &thresholds, double value, std::optional<double> minimum = {}, std::optional<double> maximum = {});

/// The state of that step; Healthy without thresholds, Blind for NaN.
State stateUnder(const Thresholds &thresholds, double value, std::optional<double> minimum = {}, std::optional<double> maximum = {});

/// A limit as people write it in the short form: values above (or below) it are in this state.
struct Limit
{
    double value = 0;
    bool above = true;
    State state = State::Critical;
    bool operator==(const Limit &) const = default;
};
/// The steps of several limits together; where limits above and below overlap the worst state counts.
Thresholds thresholdsOf(const std::vector<Limit> &limits);
/// The limits that make these steps, for writing the short form: a step that is worse than the one before it is a limit above, one that is
/// better a limit below.
std::vector<Limit> limitsOf(const Thresholds &thresholds);

/// What a dashboard's colour says of a value, by its hue: reds are critical, yellows and oranges warning, everything else healthy.
State stateOfColor(const QString &color);

} // namespace Watchfloor
