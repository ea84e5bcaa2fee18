#pragma once

#include "models/core/result.h"
#include "models/health/endpoint.h"

namespace Watchfloor {

/// Reads one condition; refuses unknown place-holders and missing operators.
/// Source: Gatus README, conditions. Functions len(), has(), pat(), any() are supported on either side.
Result<Condition> parseCondition(const QString &text);

/// What a condition is judged on.
struct ConditionInput
{
    int status = 0;
    QByteArray body;
    std::chrono::milliseconds duration{};
    bool connected = true;
    QString ip;
    std::optional<std::chrono::milliseconds> certificateLeft;
};

/// Judges a condition. A [BODY] path into a body that is not JSON is a false condition and `unreadableBody` of judge() says so.
/// What is absent (a missing path, no certificate) makes every comparison false.
ConditionResult judge(const Condition &condition, const ConditionInput &input);

/// Judges several in order; the body is read once.
std::vector<ConditionResult> judge(const std::vector<Condition> &conditions, const ConditionInput &input);

} // namespace Watchfloor
