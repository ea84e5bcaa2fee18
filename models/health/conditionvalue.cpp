#include "models/health/conditionvalue.h"

#include "models/core/duration.h"
#include "models/health/jsonpath.h"
#include "models/metrics/boundedjson.h"

#include <charconv>

namespace Watchfloor {

namespace {

constexpr qsizetype bodyTextLimit = 1 << 20;

const struct
{
    QLatin1String word;
    ConditionSide::Kind kind;
} variables[] = {
    {QLatin1String("[STATUS]"), ConditionSide::Kind::Status},
    {QLatin1String("[RESPONSE_TIME]"), ConditionSide::Kind::ResponseTime},
    {QLatin1String("[CONNECTED]"), ConditionSide::Kind::Connected},
    {QLatin1String("[IP]"), ConditionSide::Kind::Ip},
    {QLatin1String("[CERTIFICATE_EXPIRATION]"), ConditionSide::Kind::CertificateExpiration},
};

const struct
{
    QLatin1String prefix;
    ConditionSide::Function function;
} functions[] = {
    {QLatin1String("len("), ConditionSide::Function::Length},
    {QLatin1String("has("), ConditionSide::Function::Has},
    {QLatin1String("pat("), ConditionSide::Function::Pattern},
    {QLatin1String("any("), ConditionSide::Function::Any},
};

Error invalid(const QString &detail)
{
    return Error{Error::Kind::Invalid, detail, {}};
}

/// [UPPER_CASE] is meant as a place-holder, known or not; [1,2] is a literal.
bool looksLikeVariable(const QString &text)
{
    return text.size() > 2 && text[0] == u'[' && text[1].isLetter();
}

Result<ConditionSide> parseBare(const QString &text)
{
    ConditionSide side;
    const QLatin1String body("[BODY]");
    if (text.startsWith(body, Qt::CaseInsensitive)) {
        side.kind = ConditionSide::Kind::Body;
        side.text = text.mid(body.size());
        if (side.text.startsWith(u'.'))
            side.text.remove(0, 1);
        else if (!side.text.isEmpty() && !side.text.startsWith(u'['))
            return invalid(QStringLiteral("unexpected text after [BODY]"));
        return side;
    }
    for (const auto &[word, kind] : variables) {
        if (text.compare(word, Qt::CaseInsensitive) == 0) {
            side.kind = kind;
            return side;
        }
    }
    if (looksLikeVariable(text))
        return invalid(QStringLiteral("unknown place-holder %1").arg(text.left(60)));
    side.text = text;
    return side;
}

ConditionValue lengthOf(const nlohmann::json *json)
{
    if (!json)
        return {};
    if (json->is_string())
        return {QString::number(jsonText(*json).size())};
    return json->is_structured() ? ConditionValue{QString::number(json->size())} : ConditionValue{};
}

ConditionValue evaluateBody(const ConditionSide &side, ConditionBody &body)
{
    using Function = ConditionSide::Function;
    if (side.text.isEmpty() && side.function != Function::Length) {
        const QString text = QString::fromUtf8(body.input().body.left(bodyTextLimit)).trimmed();
        return {side.function == Function::Has ? QVariant(!text.isEmpty()).toString() : text};
    }
    const nlohmann::json *json = body.json();
    if (!json && side.text.isEmpty())
        return {QString::number(body.input().body.size())};
    if (!json)
        return {std::nullopt, true};
    const nlohmann::json *found = atJsonPath(*json, side.text);
    if (side.function == Function::Has)
        return {QVariant(found != nullptr).toString()};
    if (side.function == Function::Length)
        return lengthOf(found);
    return found ? ConditionValue{jsonText(*found)} : ConditionValue{};
}

}

Result<ConditionSide> parseConditionSide(const QString &text)
{
    if (text.isEmpty())
        return invalid(QStringLiteral("a condition has two sides"));
    for (const auto &[prefix, function] : functions) {
        if (!text.startsWith(prefix))
            continue;
        if (!text.endsWith(u')'))
            return invalid(QStringLiteral("%1 is not closed").arg(prefix));
        const QString inner = text.mid(prefix.size(), text.size() - prefix.size() - 1).trimmed();
        Result<ConditionSide> side = parseBare(inner);
        const bool ofBody = function == ConditionSide::Function::Length || function == ConditionSide::Function::Has;
        if (side && ofBody != (side->kind == ConditionSide::Kind::Body))
            return invalid(ofBody ? QStringLiteral("%1) takes [BODY] or a path in it").arg(prefix)
                                  : QStringLiteral("%1) takes text").arg(prefix));
        if (side)
            side->function = function;
        return side;
    }
    return parseBare(text);
}

const nlohmann::json *ConditionBody::json()
{
    if (!m_json)
        m_json.emplace(parseBoundedJson(m_input.body));
    return m_json->ok() ? &m_json->value() : nullptr;
}

ConditionValue evaluate(const ConditionSide &side, ConditionBody &body)
{
    const ConditionInput &input = body.input();
    switch (side.kind) {
    case ConditionSide::Kind::Literal:
        return {side.text};
    case ConditionSide::Kind::Status:
        return {QString::number(input.status)};
    case ConditionSide::Kind::Body:
        return evaluateBody(side, body);
    case ConditionSide::Kind::ResponseTime:
        return {QString::number(input.duration.count())};
    case ConditionSide::Kind::Connected:
        return {QVariant(input.connected).toString()};
    case ConditionSide::Kind::Ip:
        return input.ip.isEmpty() ? ConditionValue{} : ConditionValue{input.ip};
    case ConditionSide::Kind::CertificateExpiration:
        return input.certificateLeft ? ConditionValue{QString::number(input.certificateLeft->count())} : ConditionValue{};
    }
    return {};
}

/// Goes back only to the latest star, so that time is at most text by pattern.
bool matchesPattern(QStringView text, QStringView pattern)
{
    qsizetype at = 0;
    qsizetype in = 0;
    qsizetype star = -1;
    qsizetype resume = 0;
    while (at < text.size()) {
        if (in < pattern.size() && pattern[in] == u'*') {
            star = in++;
            resume = at;
        } else if (in < pattern.size() && (pattern[in] == u'?' || pattern[in] == text[at])) {
            ++in;
            ++at;
        } else if (star >= 0) {
            in = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    while (in < pattern.size() && pattern[in] == u'*')
        ++in;
    return in == pattern.size();
}

std::optional<double> conditionNumber(const QString &text)
{
    const std::string utf8 = text.trimmed().toStdString();
    const char *end = utf8.data() + utf8.size();
    const bool numeric = !utf8.empty() && (std::isdigit(static_cast<unsigned char>(utf8.front())) != 0 || utf8.front() == '-');
    double value = 0;
    if (const auto [rest, fault] = std::from_chars(utf8.data(), end, value); numeric && fault == std::errc() && rest == end)
        return std::isfinite(value) ? std::optional(value) : std::nullopt;
    if (const auto duration = parseDuration(text.trimmed()))
        return double(duration->count());
    return std::nullopt;
}

} // namespace Watchfloor
