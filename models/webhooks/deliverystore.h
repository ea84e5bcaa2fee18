#pragma once

#include "models/webhooks/delivery.h"

#include <QObject>

#include <deque>
#include <vector>

namespace Watchfloor {

/// What was handed on, newest first; the oldest settled ones go when there are too many.
class DeliveryStore final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// A delivery of the same id is replaced.
    void apply(const Delivery &delivery);
    const std::deque<Delivery> &deliveries() const { return m_deliveries; }
    const Delivery *find(const QString &id) const;
    int count(Delivery::State state) const;
    /// Of one alert, newest first.
    std::vector<Delivery> deliveriesOf(const QString &fingerprint) const;

    static constexpr size_t most = 1'000;

Q_SIGNALS:
    void changed();

private:
    std::deque<Delivery> m_deliveries;
};

} // namespace Watchfloor
