#pragma once

#include "models/alerts/alert.h"

#include <nlohmann/json.hpp>

namespace Watchfloor {

class Session;

/// An alert as verbs write it: one JSON object, or a line for people.
nlohmann::json alertJson(const Alert &alert, WallTime now);
void printAlert(const Alert &alert, WallTime now);

/// Tells on standard error which sources of alerts cannot be asked now, and how many these are: what they know is missing.
int tellBlindSources(const Session &session);

} // namespace Watchfloor
