#pragma once

#include "models/core/result.h"
#include "models/health/endpoint.h"

namespace Watchfloor {

/// Reads one condition by Gatus's grammar: two sides and ==, !=, <=, >=, > or < between spaces. Every text can be a side.
/// Source: Gatus, endpoint conditions.
Result<Condition> readCondition(const QString &text);

/// The same for a workspace, where what could never say anything is refused too: place-holders that nobody fills, two sides of plain text, an
/// order of text that is no number, a pattern that is not well-formed.
Result<Condition> parseCondition(const QString &text);

/// What a condition is judged on.
struct ConditionInput
{
    int status = 0;
    QByteArray body = {};
    std::chrono::milliseconds duration{};
    bool connected = true;
    QString ip = {};
    std::optional<std::chrono::milliseconds> certificateLeft = {};
    std::optional<std::chrono::milliseconds> domainLeft = {};
    QString dnsCode = {};
};

/// What Gatus says of a condition.
struct ConditionVerdict
{
    bool success = false;
    bool absent = false;         ///< a side had nothing to compare, whatever the comparison said
    bool unreadableBody = false; ///< a path into a body that is not JSON
    QByteArray left;             ///< what the sides were, where that is not what was written
    QByteArray right;
};
ConditionVerdict weigh(const Condition &condition, const ConditionInput &input);

/// "[STATUS] (503) == 200"; each value is cut at `most` characters and made safe for a label, or left as it is where `most` is 0.
QString shownCondition(const Condition &condition, const ConditionVerdict &verdict, int most = 0);

/// Judges several in order; the body is read once. Absence makes no condition true here: what Gatus holds for unequal or for zero because it
/// is not there is false.
std::vector<ConditionResult> judge(const std::vector<Condition> &conditions, const ConditionInput &input);
ConditionResult judge(const Condition &condition, const ConditionInput &input);

} // namespace Watchfloor
