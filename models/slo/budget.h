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

} // namespace Watchfloor
