#pragma once

#include "models/slo/objective.h"

namespace Watchfloor {

/// The arithmetic of one objective, every figure of "show the arithmetic".
/// Source: The Site Reliability Workbook, chapter 5, Alerting on SLOs.
struct Budget
{
    double total = 0;         ///< events in the window so far
    double errors = 0;
    std::optional<double> sli; ///< absent without traffic
    double allowed = 0;        ///< total * (1 - target)
    double eventsLeft = 0;     ///< allowed - errors, may be negative
    std::optional<double> remaining; ///< 1 - errors / allowed; absent without traffic or with a target of 1
    std::chrono::milliseconds timeAllowed{}; ///< window * (1 - target)
    std::chrono::milliseconds timeLeft{};    ///< timeAllowed * remaining
    bool operator==(const Budget &) const = default;
};

Budget budgetOf(const Objective &objective, double errors, double total);

/// Errors over total, divided by the allowed ratio. Absent without traffic or with a target of 1.
std::optional<double> burnRate(const Objective &objective, double errors, double total);

/// When the budget is empty if it burns on at `rate`; absent when it never is within the window or is empty already.
std::optional<WallTime> exhaustion(const Objective &objective, double remaining, double rate, WallTime now);

/// The budget left over a window that ends at `end`, from the errors of each step of it: 1 at the window's start, then
/// 1 - errors so far / errors allowed of the whole window's total. Errors per step, each made by increase(), know counter resets;
/// what their sum differs from the window's own `errors` (increase() extrapolates at both ends of each step) is spread over
/// the steps, so that the last point is the budget left. Times are epoch seconds; a NaN is a step without data.
/// Source: The Site Reliability Workbook, chapter 2, error budget burndown.
std::vector<BurnDownPoint> burnDownOf(const Objective &objective, const std::vector<double> &times, const std::vector<double> &errorsOfStep,
                                      double errors, double total, WallTime end);

} // namespace Watchfloor
