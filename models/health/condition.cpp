#include "models/health/condition.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/health/conditionvalue.h"
#include "models/health/gonumber.h"
#include "models/health/textpattern.h"

namespace Watchfloor {

namespace {

using Comparison = Condition::Comparison;

constexpr qsizetype conditionLimit = 4096;
constexpr int shownLimit = 80;
constexpr qsizetype patternShown = 25;

struct Operator
{
    QLatin1String word;
    Comparison comparison;
};

/// The first of these that stands in a condition parts it, wherever another one stands.
constexpr Operator operators[] = {
    {QLatin1String("=="), Comparison::Equal},          {QLatin1String("!="), Comparison::NotEqual}, {QLatin1String("<="), Comparison::LessOrEqual},
    {QLatin1String(">="), Comparison::GreaterOrEqual}, {QLatin1String(">"), Comparison::Greater},   {QLatin1String("<"), Comparison::Less},
};

QString operatorWord(Comparison comparison)
{
    const auto found = std::find_if(std::begin(operators), std::end(operators), [comparison](const Operator &one) { return one.comparison == comparison; });
    return found->word;
}

bool isOrder(Comparison comparison)
{
    return comparison != Comparison::Equal && comparison != Comparison::NotEqual;
}

bool ordered(qint64 left, Comparison comparison, qint64 right)
{
    switch (comparison) {
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return false;
}

/// Days and weeks are no durations in Gatus, which takes them for zero; as written in a condition they are meant.
qint64 numberOf(const ConditionSide &side, const ConditionValue &value)
{
    if (const auto number = conditionNumber(value.text))
        return *number;
    const auto length = side.isVariable() ? Result<std::chrono::milliseconds>(Error{}) : parseDuration(QString::fromUtf8(value.text));
    return length ? qint64(length->count()) : 0;
}

QByteArray numberText(const ConditionSide &side, qint64 number)
{
    if (side.isExpiration())
        return Go::durationText(std::chrono::milliseconds(number));
    const bool duration = !side.isVariable() && (Go::duration({side.written.data(), size_t(side.written.size())}) || parseDuration(QString::fromUtf8(side.written)));
    return duration ? side.written : QByteArray::number(number);
}

QString shownSide(const QString &written, const QString &other, const QByteArray &value, int most)
{
    const QByteArray plain = written.toUtf8();
    if (value == plain || value == plain + " (INVALID)")
        return QString::fromUtf8(value);
    QString text = QString::fromUtf8(value);
    const bool byPattern = other.startsWith(QLatin1String("pat(")) && other.endsWith(u')');
    if (byPattern && value.size() > patternShown)
        text = text.left(patternShown) + QLatin1String("...(truncated)");
    return QStringLiteral("%1 (%2)").arg(written, most > 0 ? Format::safeText(text, most) : text);
}

bool isFunctionCall(const QString &text, QLatin1String prefix)
{
    return text.startsWith(prefix) && text.endsWith(u')');
}

/// What can never say anything about an endpoint, in a sentence.
QString faultOf(const QString &text, const ConditionSide &side, bool order)
{
    const bool pattern = isFunctionCall(text, QLatin1String("pat("));
    const bool choices = isFunctionCall(text, QLatin1String("any("));
    if (text.isEmpty())
        return QStringLiteral("a condition has two sides");
    if (side.kind == ConditionSide::Kind::DomainExpiration || side.kind == ConditionSide::Kind::DnsCode)
        return QStringLiteral("%1 is not measured here").arg(text.left(60));
    if (side.isVariable())
        return {};
    for (const QLatin1String prefix : {QLatin1String("len("), QLatin1String("has("), QLatin1String("pat("), QLatin1String("any(")})
        if (text.startsWith(prefix) && !text.endsWith(u')'))
            return QStringLiteral("%1 is not closed").arg(prefix);
    if (side.function != ConditionSide::Function::None)
        return QStringLiteral("%1 takes a place-holder").arg(text.left(60));
    const QString inner = pattern || choices ? text.mid(4, text.size() - 5) : text;
    if (inner.startsWith(QLatin1String("[BODY]"), Qt::CaseInsensitive) && !pattern && !choices)
        return QStringLiteral("unexpected text after [BODY]");
    // [UPPER_CASE] is meant as a place-holder, known or not; [1,2] is text.
    if (inner.size() > 2 && inner[0] == u'[' && inner[1].isUpper() && inner.endsWith(u']'))
        return QStringLiteral("unknown place-holder %1").arg(inner.left(60));
    if (pattern && !isPattern(inner))
        return QStringLiteral("the pattern is not well-formed");
    if (order && !conditionNumber(text.toUtf8()) && !parseDuration(text))
        return QStringLiteral("%1 is neither a number nor a duration").arg(text.left(60));
    return {};
}

Error refused(const QString &why, const QString &text)
{
    return Error{Error::Kind::Invalid, QStringLiteral("%1: \"%2\"").arg(why, text.left(200)), {}};
}

ConditionVerdict weigh(const Condition &condition, ConditionBody &body)
{
    const ConditionSide left = conditionSide(condition.left);
    const ConditionSide right = conditionSide(condition.right);
    const ConditionValue leftValue = evaluate(left, body);
    const ConditionValue rightValue = evaluate(right, body);
    ConditionVerdict verdict;
    verdict.absent = leftValue.absent || rightValue.absent;
    verdict.unreadableBody = leftValue.unreadable || rightValue.unreadable;
    if (isOrder(condition.comparison)) {
        const qint64 a = numberOf(left, leftValue);
        const qint64 b = numberOf(right, rightValue);
        verdict.success = ordered(a, condition.comparison, b);
        verdict.left = numberText(left, a);
        verdict.right = numberText(right, b);
        return verdict;
    }
    verdict.success = conditionEqual(leftValue.text, rightValue.text) == (condition.comparison == Comparison::Equal);
    verdict.left = leftValue.text;
    verdict.right = rightValue.text;
    return verdict;
}

ConditionResult judgeOne(const Condition &condition, ConditionBody &body)
{
    const ConditionVerdict verdict = weigh(condition, body);
    return {condition, verdict.success && !verdict.absent && !verdict.unreadableBody, shownCondition(condition, verdict, shownLimit),
            verdict.unreadableBody};
}

}

Result<Condition> readCondition(const QString &text)
{
    if (text.size() > conditionLimit)
        return refused(QStringLiteral("the condition is too long"), text);
    for (const Operator &one : operators) {
        const QStringList sides = text.split(QStringLiteral(" %1 ").arg(one.word));
        if (sides.size() > 1)
            return Condition{text, sides[0].trimmed(), one.comparison, sides[1].trimmed()};
    }
    return refused(QStringLiteral("the condition has no comparison between spaces"), text);
}

Result<Condition> parseCondition(const QString &text)
{
    Result<Condition> condition = readCondition(text);
    if (!condition)
        return condition;
    const ConditionSide left = conditionSide(condition->left);
    const ConditionSide right = conditionSide(condition->right);
    const bool order = isOrder(condition->comparison);
    for (const QString &fault : {faultOf(condition->left, left, order), faultOf(condition->right, right, order)})
        if (!fault.isEmpty())
            return refused(fault, text);
    if (!left.isVariable() && !right.isVariable())
        return refused(QStringLiteral("the condition names no place-holder"), text);
    return condition;
}

ConditionVerdict weigh(const Condition &condition, const ConditionInput &input)
{
    ConditionBody body(input);
    return weigh(condition, body);
}

QString shownCondition(const Condition &condition, const ConditionVerdict &verdict, int most)
{
    return QStringLiteral("%1 %2 %3").arg(shownSide(condition.left, condition.right, verdict.left, most), operatorWord(condition.comparison),
                                         shownSide(condition.right, condition.left, verdict.right, most));
}

ConditionResult judge(const Condition &condition, const ConditionInput &input)
{
    ConditionBody body(input);
    return judgeOne(condition, body);
}

std::vector<ConditionResult> judge(const std::vector<Condition> &conditions, const ConditionInput &input)
{
    ConditionBody body(input);
    std::vector<ConditionResult> results;
    results.reserve(conditions.size());
    for (const Condition &condition : conditions)
        results.push_back(judgeOne(condition, body));
    return results;
}

} // namespace Watchfloor
