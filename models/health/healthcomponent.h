#pragma once

#include "models/core/state.h"

#include <QString>

namespace Watchfloor {

/// One part of a service as its health page tells of it.
struct HealthComponent
{
    QString name; ///< parts of parts with a slash: "broker/us1"
    State state = State::Blind;
    QString said; ///< the page's own word, safe and short
    bool operator==(const HealthComponent &) const = default;
};

} // namespace Watchfloor
