#pragma once

#include "models/core/clock.h"
#include "models/core/error.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace Watchfloor {

/// One message about one alert to one webhook, and how far it came.
struct Delivery
{
    enum class State { Waiting, Sending, Retrying, Delivered, Failed };

    QString id; ///< unique in this console
    QString webhook;
    QString fingerprint; ///< of the alert
    QString alertname;
    bool resolved = false; ///< it tells that the alert is over
    bool acknowledged = false; ///< it tells that a person took the alert on
    State state = State::Waiting;
    int attempts = 0;
    WallTime at{};                  ///< when the alert took the state that is told
    std::optional<WallTime> settledAt; ///< delivered or given up
    std::optional<WallTime> nextAt;    ///< of the next attempt
    std::optional<Error> error;        ///< of the last attempt
    bool operator==(const Delivery &) const = default;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::Delivery)
