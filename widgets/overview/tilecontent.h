#pragma once

#include "models/session/stores.h"
#include "widgets/overview/servicetile.h"

namespace Watchfloor {

/// The open alerts of each service, the worst of them. As long as the store does not change.
class TileAlerts
{
public:
    explicit TileAlerts(const Stores &stores);
    /// Worst first, at most as many as are worth looking at.
    std::vector<const Alert *> of(const QString &service) const;
    /// Null when there is none.
    const Alert *worst(const QString &service) const;

private:
    const ServiceStore &m_services;
    QHash<QString, size_t> m_places; ///< among those declared
};

/// What the stores say of a service, made ready for its tile or for the wall.
TileContent tileContent(const ServiceStatus &status, const TileAlerts &alerts, const Stores &stores, Instant now, WallTime wall);

/// Worst first, and of those equally well the ones that have figures to show.
std::vector<const ServiceStatus *> tileOrder(const std::vector<ServiceStatus> &services);

/// The values of a service's series in the answer of a query, one a point; empty where there is none.
std::vector<double> figureLine(const Stores &stores, const QueryKey &key, const Labels &serviceLabels);

/// The runbook that helps against what fires for the service: the first that matches; null when none does.
const Runbook *suggestedRunbook(const Stores &stores, const std::vector<const Alert *> &alerts);

} // namespace Watchfloor
