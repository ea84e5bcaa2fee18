#pragma once

#include "models/core/state.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace Watchfloor {

/// What a health body says of itself, where it is one we recognise.
struct BodyStatus
{
    QString word; ///< as it stands there: "DOWN"
    State state = State::Healthy;
};

/// Recognised are a JSON object with a text (or an object with a text `status`) under "status", as Spring Boot Actuator, ASP.NET
/// and the draft health+json write it, and a body of one such word. A word we do not know is nothing.
std::optional<BodyStatus> bodyStatus(QByteArrayView body);

} // namespace Watchfloor
