#include "models/slo/budget.h"

namespace Watchfloor {

namespace {
using Milliseconds = std::chrono::milliseconds;

/// 1 - target without the dust of its subtraction: 1 - 0.999 is 0.001, and a budget spent to the last event is spent.
double allowedRatio(const Objective &objective)
{
    return std::round((1 - objective.target) * 1e12) / 1e12;
}

Milliseconds scaled(Milliseconds span, double factor)
{
    // A thousand windows either way: what lies beyond says nothing more, and the product stays far from the type's end.
    return Milliseconds(std::llround(double(span.count()) * std::clamp(factor, -1000.0, 1000.0)));
}

/// Steps may sum up to a little more or less than the window; to much more or less only where one of the two is not to be trusted.
double correction(double errors, double sum)
{
    const double factor = sum > 0 ? errors / sum : 1;
    return factor >= 0.5 && factor <= 2 ? factor : 1;
}
}

Budget budgetOf(const Objective &objective, double errors, double total)
{
    Budget budget;
    budget.timeAllowed = scaled(objective.window, allowedRatio(objective));
    if (!std::isfinite(total) || !std::isfinite(errors) || total <= 0)
        return budget;
    budget.total = total;
    budget.errors = std::max(errors, 0.0);
    budget.sli = 1 - budget.errors / total;
    budget.allowed = total * allowedRatio(objective);
    budget.eventsLeft = budget.allowed - budget.errors;
    if (budget.allowed > 0) {
        budget.remaining = budget.eventsLeft / budget.allowed;
        budget.timeLeft = scaled(budget.timeAllowed, *budget.remaining);
    }
    return budget;
}

std::optional<double> burnRate(const Objective &objective, double errors, double total)
{
    const double allowed = allowedRatio(objective);
    if (!std::isfinite(total) || !std::isfinite(errors) || total <= 0 || allowed <= 0)
        return std::nullopt;
    return std::max(errors, 0.0) / total / allowed;
}

std::optional<WallTime> exhaustion(const Objective &objective, double remaining, double rate, WallTime now)
{
    if (!std::isfinite(remaining) || !std::isfinite(rate) || remaining <= 0 || rate <= 0)
        return std::nullopt;
    const double windows = remaining / rate;
    return windows <= 1 ? std::optional(now + scaled(objective.window, windows)) : std::nullopt;
}

std::vector<BurnDownPoint> burnDownOf(const Objective &objective, const std::vector<double> &times, const std::vector<double> &errorsOfStep,
                                      double errors, double total, WallTime end)
{
    const Budget budget = budgetOf(objective, errors, total);
    if (!budget.remaining)
        return {};
    double sum = 0;
    for (const double step : errorsOfStep)
        sum += std::isfinite(step) && step > 0 ? step : 0;
    const double factor = correction(budget.errors, sum);
    std::vector<BurnDownPoint> points{{end - objective.window, 1}};
    double spent = 0;
    for (size_t at = 0; at < std::min(times.size(), errorsOfStep.size()); ++at) {
        const WallTime time = fromEpochSeconds(times[at]);
        spent += std::isfinite(errorsOfStep[at]) && errorsOfStep[at] > 0 ? errorsOfStep[at] * factor : 0;
        if (time > points.back().at && time < end)
            points.push_back({time, 1 - spent / budget.allowed});
    }
    points.push_back({end, *budget.remaining});
    return points;
}

} // namespace Watchfloor
