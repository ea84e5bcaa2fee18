#include "models/webhooks/deliverystore.h"

#include <algorithm>

namespace Watchfloor {

void DeliveryStore::apply(const Delivery &delivery)
{
    const auto known = std::find_if(m_deliveries.begin(), m_deliveries.end(), [&delivery](const Delivery &other) { return other.id == delivery.id; });
    if (known == m_deliveries.end())
        m_deliveries.push_front(delivery);
    else if (*known == delivery)
        return;
    else
        *known = delivery;
    if (m_deliveries.size() > most) {
        const auto settled = std::find_if(m_deliveries.rbegin(), m_deliveries.rend(), [](const Delivery &other) { return other.settledAt.has_value(); });
        if (settled != m_deliveries.rend())
            m_deliveries.erase(std::prev(settled.base()));
    }
    Q_EMIT changed();
}

const Delivery *DeliveryStore::find(const QString &id) const
{
    const auto found = std::find_if(m_deliveries.begin(), m_deliveries.end(), [&id](const Delivery &delivery) { return delivery.id == id; });
    return found == m_deliveries.end() ? nullptr : &*found;
}

int DeliveryStore::count(Delivery::State state) const
{
    return int(std::count_if(m_deliveries.begin(), m_deliveries.end(), [state](const Delivery &delivery) { return delivery.state == state; }));
}

std::vector<Delivery> DeliveryStore::deliveriesOf(const QString &fingerprint) const
{
    std::vector<Delivery> found;
    std::copy_if(m_deliveries.begin(), m_deliveries.end(), std::back_inserter(found), [&fingerprint](const Delivery &delivery) { return delivery.fingerprint == fingerprint; });
    return found;
}

} // namespace Watchfloor
