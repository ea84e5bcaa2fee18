#pragma once

#include "models/health/condition.h"
#include "models/health/jsonpath.h"

#include <optional>

namespace Watchfloor {

/// One side of a condition taken apart: a place-holder with its path, perhaps in len() or has(), or text that stands for itself. pat() and
/// any() are such text: they mean something to the comparison only.
struct ConditionSide
{
    enum class Kind { Literal, Status, Ip, ResponseTime, DnsCode, Connected, CertificateExpiration, DomainExpiration, Body, Path };
    enum class Function { None, Length, Has };

    Kind kind = Kind::Literal;
    Function function = Function::None;
    QByteArray written; ///< the whole side
    QByteArray path;    ///< behind [BODY]

    bool isVariable() const { return kind != Kind::Literal; }
    bool isExpiration() const { return function == Function::None && (kind == Kind::CertificateExpiration || kind == Kind::DomainExpiration); }
};

/// Never fails: what is no place-holder is text.
ConditionSide conditionSide(const QString &written);

/// What a side came to.
struct ConditionValue
{
    QByteArray text;
    bool invalid = false;    ///< a path that leads nowhere, or len() of text: the text says so
    bool absent = false;     ///< there was nothing to compare: an invalid path, no certificate, no address
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
    /// An error of kind NotExpected is a path that leads nowhere; every other one a body that is not JSON.
    Result<PathValue> at(QByteArrayView path);
    /// The body was JSON as it stood. One that Gatus mends is read with it, but makes nothing true here.
    bool isWhole() const { return m_isWhole; }

private:
    const ConditionInput &m_input;
    std::optional<Result<nlohmann::json>> m_json;
    bool m_isWhole = true;
};

ConditionValue evaluate(const ConditionSide &side, ConditionBody &body);

/// Two values, one of which may be a pattern in pat() or a list in any(); whole numbers are equal however they are written.
bool conditionEqual(QByteArrayView left, QByteArrayView right);

/// A duration in milliseconds, or a number without its fraction; nothing for other text.
std::optional<qint64> conditionNumber(QByteArrayView text);

} // namespace Watchfloor
