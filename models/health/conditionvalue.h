#pragma once

#include "models/health/condition.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace Watchfloor {

/// One side of a condition taken apart: a place-holder with its path, in len() or has(), or a literal, perhaps in pat() or any().
struct ConditionSide
{
    enum class Kind { Literal, Status, Body, ResponseTime, Connected, Ip, CertificateExpiration };
    enum class Function { None, Length, Has, Pattern, Any };

    Kind kind = Kind::Literal;
    Function function = Function::None;
    QString text; ///< the literal, or the path behind [BODY]

    bool isVariable() const { return kind != Kind::Literal; }
};

/// Refuses unknown place-holders and functions where they mean nothing.
Result<ConditionSide> parseConditionSide(const QString &text);

/// What a side came to. Absent text is a place-holder without a value: a missing path, no certificate.
struct ConditionValue
{
    std::optional<QString> text;
    bool unreadable = false; ///< a path into a body that is not JSON
};

/// The body, read as JSON at most once, when the first path asks.
class ConditionBody
{
public:
    explicit ConditionBody(const ConditionInput &input)
        : m_input(input)
    {
    }
    const ConditionInput &input() const { return m_input; }
    /// Null where the body is not JSON.
    const nlohmann::json *json();

private:
    const ConditionInput &m_input;
    std::optional<Result<nlohmann::json>> m_json;
};

ConditionValue evaluate(const ConditionSide &side, ConditionBody &body);

/// `text` against a pattern in which * stands for any characters and ? for one.
bool matchesPattern(QStringView text, QStringView pattern);

/// A number, or a duration such as 48h in milliseconds.
std::optional<double> conditionNumber(const QString &text);

} // namespace Watchfloor
