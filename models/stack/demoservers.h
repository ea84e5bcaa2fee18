#pragma once

#include "models/stack/demotemplates.h"
#include "models/stack/stackserver.h"

namespace Watchfloor {

/// What the demo's servers are called.
namespace DemoServer {
inline constexpr QLatin1String prometheus("prometheus");
inline constexpr QLatin1String alertmanager("alertmanager");
inline constexpr QLatin1String redis("redis");
inline constexpr QLatin1String nodeExporter("node-exporter");
inline constexpr QLatin1String redisExporter("redis-exporter");
inline constexpr QLatin1String supervisor("supervisor");
}

/// Every server of the demo: how it is started over the files that were written for it, and how it says that it is ready.
std::vector<ServerSpec> demoServers(const StackInfo &info, const StackPorts &ports, const StackTiming &timing, const Clock &clock);

/// Whether Prometheus has scraped each of its targets.
Probe targetsUp(const StackInfo &info, const Clock &clock);

} // namespace Watchfloor
