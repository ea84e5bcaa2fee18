#include "models/health/conditionvalue.h"

#include "models/health/gonumber.h"
#include "models/health/textpattern.h"
#include "models/metrics/boundedjson.h"

namespace Watchfloor {

namespace {

using Kind = ConditionSide::Kind;
using Function = ConditionSide::Function;

const struct
{
    const char *word;
    Kind kind;
} variables[] = {
    {"[STATUS]", Kind::Status},
    {"[IP]", Kind::Ip},
    {"[RESPONSE_TIME]", Kind::ResponseTime},
    {"[DNS_RCODE]", Kind::DnsCode},
    {"[CONNECTED]", Kind::Connected},
    {"[CERTIFICATE_EXPIRATION]", Kind::CertificateExpiration},
    {"[DOMAIN_EXPIRATION]", Kind::DomainExpiration},
    {"[BODY]", Kind::Body},
};

constexpr char bodyWord[] = "[BODY]";
constexpr qsizetype bodyWordLength = sizeof bodyWord - 1;

std::string_view view(QByteArrayView text)
{
    return {text.data(), size_t(text.size())};
}

/// What stands in `prefix` and a closing parenthesis.
std::optional<QByteArrayView> within(QByteArrayView text, const char *prefix)
{
    const QByteArrayView start(prefix);
    if (!text.startsWith(start) || !text.endsWith(')') || text.size() <= start.size())
        return std::nullopt;
    return text.sliced(start.size(), text.size() - start.size() - 1);
}

ConditionValue shaped(const QByteArray &value, Function function)
{
    switch (function) {
    case Function::Has:
        return {value.isEmpty() ? "false" : "true"};
    case Function::Length:
        return {QByteArray::number(value.size())};
    case Function::None:
        break;
    }
    return {value};
}

ConditionValue markedAbsent(ConditionValue value, bool absent)
{
    value.absent = absent;
    return value;
}

ConditionValue invalid(const ConditionSide &side)
{
    return {side.written + " (INVALID)", true, true};
}

ConditionValue wholeBody(const ConditionSide &side, ConditionBody &body)
{
    const QByteArray text = body.input().body.trimmed();
    if (side.function != Function::Length)
        return shaped(text, side.function);
    const Result<PathValue> all = body.at({});
    return {QByteArray::number(all ? all->length : text.size())};
}

ConditionValue inBody(const ConditionSide &side, ConditionBody &body)
{
    const Result<PathValue> found = body.at(side.path);
    const bool unreadable = !body.isWhole() || (!found && found.error().kind != Error::Kind::NotExpected);
    ConditionValue value;
    if (side.function == Function::Has)
        value.text = found ? "true" : "false";
    else if (!found)
        value = invalid(side);
    else
        value.text = side.function == Function::Length ? QByteArray::number(found->length) : found->text;
    value.unreadable = unreadable;
    return value;
}

ConditionValue ofExpiration(std::optional<std::chrono::milliseconds> left, Function function)
{
    return markedAbsent(shaped(QByteArray::number(qint64(left.value_or(std::chrono::milliseconds(0)).count())), function), !left);
}

bool isOneOf(QByteArrayView value, QByteArrayView choices)
{
    const QList<QByteArray> list = choices.toByteArray().split(',');
    return std::any_of(list.begin(), list.end(), [value](const QByteArray &choice) { return choice.trimmed() == value; });
}

}

ConditionSide conditionSide(const QString &written)
{
    ConditionSide side;
    side.written = written.trimmed().toUtf8();
    QByteArray inner = side.written;
    if (const auto length = within(inner, "len(")) {
        side.function = Function::Length;
        inner = length->toByteArray();
    } else if (const auto has = within(inner, "has(")) {
        side.function = Function::Has;
        inner = has->toByteArray();
    }
    const QByteArray upper = QString::fromUtf8(inner).toUpper().toUtf8();
    for (const auto &[word, kind] : variables)
        if (upper == word)
            side.kind = kind;
    if (side.kind == Kind::Literal && (upper.startsWith("[BODY].") || upper.startsWith("[BODY]["))) {
        side.kind = Kind::Path;
        side.path = inner.mid(bodyWordLength + (inner[bodyWordLength] == '.' ? 1 : 0));
    }
    return side;
}

Result<PathValue> ConditionBody::at(QByteArrayView path)
{
    if (path.isEmpty() && !isJsonList(m_input.body))
        return PathValue{m_input.body, m_input.body.size()};
    if (!m_json) {
        m_json.emplace(parseBoundedJson(m_input.body));
        m_isWhole = m_json->ok();
        if (!m_isWhole)
            m_json.emplace(parseBodyJson(m_input.body));
    }
    if (!m_json->ok())
        return m_json->error();
    return valueAtPath(m_json->value(), path);
}

ConditionValue evaluate(const ConditionSide &side, ConditionBody &body)
{
    const ConditionInput &input = body.input();
    switch (side.kind) {
    case Kind::Literal:
        return side.function == Function::Has ? ConditionValue{"false"} : side.function == Function::Length ? invalid(side) : ConditionValue{side.written};
    case Kind::Status:
        return shaped(QByteArray::number(input.status), side.function);
    case Kind::Ip:
        return markedAbsent(shaped(input.ip.toUtf8(), side.function), input.ip.isEmpty());
    case Kind::ResponseTime:
        return shaped(QByteArray::number(qint64(input.duration.count())), side.function);
    case Kind::DnsCode:
        return markedAbsent(shaped(input.dnsCode.toUtf8(), side.function), input.dnsCode.isEmpty());
    case Kind::Connected:
        return shaped(input.connected ? "true" : "false", side.function);
    case Kind::CertificateExpiration:
        return ofExpiration(input.certificateLeft, side.function);
    case Kind::DomainExpiration:
        return ofExpiration(input.domainLeft, side.function);
    case Kind::Body:
        return wholeBody(side, body);
    case Kind::Path:
        return inBody(side, body);
    }
    return {};
}

bool conditionEqual(QByteArrayView left, QByteArrayView right)
{
    const auto leftPattern = within(left, "pat(");
    const auto rightPattern = within(right, "pat(");
    if (leftPattern.has_value() != rightPattern.has_value()) {
        const QByteArrayView pattern = leftPattern ? *leftPattern : *rightPattern;
        return matchesPattern(QString::fromUtf8(leftPattern ? right : left), QString::fromUtf8(pattern));
    }
    const QByteArrayView a = leftPattern ? *leftPattern : left;
    const QByteArrayView b = rightPattern ? *rightPattern : right;
    const auto leftAny = within(a, "any(");
    const auto rightAny = within(b, "any(");
    if (leftAny.has_value() != rightAny.has_value())
        return leftAny ? isOneOf(b, *leftAny) : isOneOf(a, *rightAny);
    const QByteArrayView first = leftAny ? *leftAny : a;
    const QByteArrayView second = rightAny ? *rightAny : b;
    const auto firstNumber = Go::integer(view(first));
    const auto secondNumber = Go::integer(view(second));
    return firstNumber && secondNumber ? *firstNumber == *secondNumber : first == second;
}

std::optional<qint64> conditionNumber(QByteArrayView text)
{
    if (const auto length = Go::duration(view(text)); length && length->count() != 0)
        return length->count() / 1'000'000;
    if (const auto whole = Go::integer(view(text)))
        return *whole;
    if (const auto real = Go::real(view(text)))
        return Go::truncated(*real);
    return std::nullopt;
}

} // namespace Watchfloor
