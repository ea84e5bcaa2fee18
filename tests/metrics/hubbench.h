#pragma once

#include "models/metrics/prometheusclient.h"
#include "models/metrics/queryhub.h"
#include "tests/support/fakeclock.h"
#include "tests/support/faultserver.h"

namespace Watchfloor::Testing {

/// A server behind a hub whose clock stands still until a test moves it, and what the hub answered. Its source is yet to be added.
struct HubBench
{
    FaultServer server;
    FakeClock clock;
    HttpClient http{HttpTarget{.base = server.url()}, clock, std::make_shared<SystemSecretResolver>()};
    PrometheusClient client{http};
    QueryHub hub{clock};
    std::vector<QuerySnapshot> snapshots;

    HubBench()
    {
        QObject::connect(&hub, &QueryHub::answered, &hub, [this](const QuerySnapshot &snapshot) { snapshots.push_back(snapshot); });
    }
};

} // namespace Watchfloor::Testing
