#pragma once

#include "models/core/fresh.h"
#include "models/core/labels.h"
#include "models/core/severity.h"
#include "models/health/healthcomponent.h"
#include "models/http/httprequest.h"

#include <QMetaType>
#include <QStringList>

#include <memory>
#include <vector>

namespace Watchfloor {

/// A condition in Gatus's words: "[STATUS] == 200", "[BODY].status == healthy", "[RESPONSE_TIME] < 500",
/// "[CERTIFICATE_EXPIRATION] > 48h". Parsed once; the text stays as written.
struct Condition
{
    enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    QString text;
    QString left;
    Comparison comparison = Comparison::Equal;
    QString right;
    bool operator==(const Condition &) const = default;
};

/// After how long a failing endpoint becomes an alert of ours.
struct EndpointAlert
{
    std::chrono::milliseconds after{};
    QString severity = QStringLiteral("critical");
    bool operator==(const EndpointAlert &) const = default;
};

/// A health endpoint as the workspace declares it.
struct Endpoint
{
    QString name;
    QString group;
    QString service; ///< empty: the service whose name the group equals
    HttpTarget target;
    QByteArray method = QByteArrayLiteral("GET");
    QByteArray body;
    std::chrono::milliseconds interval{30'000};
    std::chrono::milliseconds timeout{10'000};
    std::vector<Condition> conditions; ///< one false: critical, after failureThreshold probes
    std::vector<Condition> degraded;   ///< one false: warning
    int failureThreshold = 1;
    int successThreshold = 1;
    std::vector<EndpointAlert> alerts;

    /// group/name, unique in a workspace.
    QString key() const { return group.isEmpty() ? name : group + QLatin1Char('/') + name; }
    bool operator==(const Endpoint &) const = default;
};

/// A condition with what it met: "[STATUS] (503) == 200".
struct ConditionResult
{
    Condition condition;
    bool success = false;
    QString shown;
    bool unreadableBody = false; ///< it asks for a path in a body that is not JSON
    bool operator==(const ConditionResult &) const = default;
};

/// One probe of one endpoint. Refused, timed out or a false condition says Critical; what cannot be read says Blind
/// (decisions 2).
struct ProbeResult
{
    QString endpoint; ///< Endpoint::key()
    State state = State::Blind;
    int httpStatus = 0;
    std::chrono::milliseconds duration{};
    std::optional<std::chrono::milliseconds> certificateLeft;
    std::vector<ConditionResult> conditions;
    std::optional<Error> error;
    QString bodyExcerpt; ///< at most 4 kB, safe text
    QString family;      ///< what kind of health page it is, where the body is of one that we know: "spring"
    QString reason;      ///< what such a page says: "status 200, but the body says "DOWN": db says "DOWN""
    std::vector<HealthComponent> components;
};

} // namespace Watchfloor

Q_DECLARE_METATYPE(Watchfloor::ProbeResult)
