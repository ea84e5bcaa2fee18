#pragma once

#include "models/core/matcher.h"
#include "models/core/severity.h"
#include "models/http/httprequest.h"

#include <optional>

namespace Watchfloor {

/// Where the console's own alerts are handed on to, as the workspace declares it under `webhooks`.
struct Webhook
{
    enum class Kind { Slack, PagerDuty, Generic };

    QString name;
    Kind kind = Kind::Generic;
    HttpTarget target;          ///< PagerDuty without one: its Events API v2
    SecretReference secretUrl;  ///< where the whole address is a secret, as Slack's are; then `target.base` is empty
    SecretReference routingKey; ///< PagerDuty's
    Matchers matchers;          ///< only alerts that all of them match; none: all
    std::optional<Severity> least; ///< this severity or worse; absent: any
    bool resolved = true;          ///< also tell when it is over
    bool operator==(const Webhook &) const = default;
};

} // namespace Watchfloor
