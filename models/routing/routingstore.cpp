#include "models/routing/routingstore.h"

namespace Watchfloor {

class RoutingStore::Private
{
public:
    const AlertStore &alerts;
};

RoutingStore::RoutingStore(const AlertStore &alerts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(Private{alerts}))
{
}

RoutingStore::~RoutingStore() = default;

} // namespace Watchfloor
