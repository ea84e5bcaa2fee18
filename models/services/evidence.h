#pragma once

#include "models/alerts/alert.h"
#include "models/health/healthstore.h"
#include "models/slo/slostore.h"
#include "models/sources/sourcestore.h"

#include <span>

namespace Watchfloor {

/// One thing that a service's state rests on: what it says, why, and how old it is.
struct Evidence
{
    State state = State::Blind;
    QString reason; ///< a fragment of a sentence; empty while healthy
    std::optional<std::chrono::milliseconds> age;
};

/// The first of the worst; null when there is none.
const Evidence *worstOf(std::span<const Evidence> evidence);

/// How well something is seen, in words for `name`: "main is 38 s old, limit 30 s", "main cannot be seen: connection refused".
Evidence visibilityOf(const QString &name, const Freshness &freshness, Instant now);
Evidence evidenceOf(const EndpointStatus &endpoint, Instant now);
Evidence evidenceOf(const SloStatus &objective, const BurnPolicy &policy, Instant now);
Evidence evidenceOf(const Alert &alert);

/// Whether alerts can be seen, so that their absence means something: every Prometheus, and of every cluster of Alertmanagers the
/// member that is seen best, for each of them has all alerts of its cluster. Empty when the workspace has neither.
std::vector<Evidence> alertVisibility(const SourceStore &sources, Instant now);

} // namespace Watchfloor
