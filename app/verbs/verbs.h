#pragma once

#include "app/invocation.h"

#include <functional>

namespace Watchfloor {

class Session;

/// Each verb runs to its end and gives the exit code; those that ask servers do so on the running event loop and call back.
int checkVerb(const CheckVerb &verb, const Invocation &invocation);
int metricsVerb(const MetricsVerb &verb, const Invocation &invocation);
int importVerb(const ImportVerb &verb, bool json);
int auditVerb(const AuditVerb &verb, const Invocation &invocation);

/// Runs a verb that needs an event loop; quits the application with the exit code.
int runOnLoop(const Invocation &invocation);

/// What a verb prints of a session after one round of every source.
int printStatus(const Session &session, bool json);
int printAlerts(const Session &session, const AlertsVerb &verb, bool json);
int printProbes(const Session &session, const ProbeVerb &verb, bool json);
int printSlos(const Session &session, bool json);
/// Quits the application with the exit code, where servers are asked when they have answered.
void runSilenceVerb(Session &session, const SilenceVerb &verb, bool json);

} // namespace Watchfloor
