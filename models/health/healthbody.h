#pragma once

#include "models/health/healthcomponent.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace Watchfloor {

/// What a health body says of itself, in the words of its family.
struct HealthBody
{
    QString family;   ///< spring, health+json, microprofile, kubernetes, aspnet, terminus, lightship, health-go, django, etcd or plain
    QString word;     ///< the state as it stands there: "OUT_OF_SERVICE"
    State state = State::Blind; ///< Blind where the service itself does not know, or says a word that nobody knows
    std::vector<HealthComponent> components = {};
    QString detail = {}; ///< a cause that the body names
};

/// The answer of a health page, its code and its body together.
struct HealthVerdict
{
    State state = State::Blind;
    QString family; ///< "unknown" where the body is of no family
    QString reason; ///< a sentence's worth; names both sides where code and body disagree
    std::vector<HealthComponent> components = {};
};

/// The body, if it is of a family that we know. Text in HTML, cut JSON and JSON that names its state twice is of none.
std::optional<HealthBody> readHealthBody(QByteArrayView body, QByteArrayView contentType);

/// Code and body: the body's state where they agree, Critical where they do not, Blind where a code of success comes with a body that cannot be
/// read. A `status` of 0 is an answer whose code is not known.
HealthVerdict healthVerdict(int status, QByteArrayView contentType, QByteArrayView body);

/// The same where the body has been read already.
HealthVerdict healthVerdict(int status, QByteArrayView contentType, QByteArrayView body, const std::optional<HealthBody> &read);

} // namespace Watchfloor
