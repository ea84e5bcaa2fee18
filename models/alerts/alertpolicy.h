#pragma once

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
    int historyDays = 90; ///< how long the record of what is over is kept
    bool operator==(const AlertPolicy &) const = default;
};

} // namespace Watchfloor
