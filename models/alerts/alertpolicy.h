#pragma once

#include "models/alerts/shift.h"
#include "models/core/severity.h"

#include <chrono>
#include <map>

namespace Watchfloor {

/// How quickly an alert of a severity must be answered, and who is next.
struct EscalationStep
{
    std::chrono::milliseconds respond{};
    std::chrono::milliseconds escalate{};
    QStringList path;
    bool operator==(const EscalationStep &) const = default;
};

/// An alert that began to fire this often within this time flaps: it stays one row, counted and told once.
struct FlapPolicy
{
    int starts = 3;
    std::chrono::milliseconds within = std::chrono::minutes(15);
    bool operator==(const FlapPolicy &) const = default;
};

struct AlertPolicy
{
    SeverityMapping severities;
    std::map<Severity, EscalationStep> escalation;
    FlapPolicy flapping;
    std::chrono::milliseconds acknowledgeSilence = std::chrono::hours(4); ///< how long a silence behind an acknowledgement without an end lasts
    int historyDays = 90; ///< how long the record of what is over is kept
    std::vector<Shift> shifts{}; ///< empty: day and night by this machine's hours
    bool operator==(const AlertPolicy &) const = default;
};

} // namespace Watchfloor
