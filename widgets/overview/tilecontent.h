#pragma once

#include "models/session/stores.h"
#include "widgets/overview/servicetile.h"

namespace Watchfloor {

/// What the stores say of a service, made ready for its tile or for the wall.
TileContent tileContent(const ServiceStatus &status, const Stores &stores, Instant now, WallTime wall);

/// Worst first, and of those equally well the ones that have figures to show.
std::vector<const ServiceStatus *> tileOrder(const std::vector<ServiceStatus> &services);

/// The values of a service's series in the answer of a query, one a point; empty where there is none.
std::vector<double> figureLine(const Stores &stores, const QueryKey &key, const Labels &serviceLabels);

/// The runbook that helps against what fires for the service: the first that matches; null when none does.
const Runbook *suggestedRunbook(const Stores &stores, const QString &service);

/// The worst open alert of a service; null when there is none.
const Alert *worstAlert(const Stores &stores, const QString &service);

} // namespace Watchfloor
