#include "models/health/condition.h"

#include "models/core/duration.h"
#include "models/core/format.h"
#include "models/health/conditionvalue.h"

namespace Watchfloor {

namespace {

constexpr qsizetype conditionLimit = 4096;
constexpr int shownLimit = 80;

struct Operator
{
    QLatin1String word;
    Condition::Comparison comparison;
};

// The longer ones first: "<=" is not "<" and "=".
const Operator operators[] = {
    {QLatin1String("=="), Condition::Comparison::Equal},       {QLatin1String("!="), Condition::Comparison::NotEqual},
    {QLatin1String("<="), Condition::Comparison::LessOrEqual}, {QLatin1String(">="), Condition::Comparison::GreaterOrEqual},
    {QLatin1String("<"), Condition::Comparison::Less},         {QLatin1String(">"), Condition::Comparison::Greater},
};

const Operator *operatorAt(QStringView text)
{
    for (const Operator &candidate : operators)
        if (text.startsWith(candidate.word))
            return &candidate;
    return nullptr;
}

bool isFunction(const ConditionSide &side, ConditionSide::Function function)
{
    return side.function == function;
}

/// One value against the text of the other side, which may be a pattern or a list.
bool equal(const QString &value, const ConditionSide &side, const QString &wanted)
{
    if (isFunction(side, ConditionSide::Function::Pattern))
        return matchesPattern(value, wanted);
    if (isFunction(side, ConditionSide::Function::Any)) {
        const QStringList choices = wanted.split(u',');
        return std::any_of(choices.begin(), choices.end(), [&value](const QString &choice) {
            return equal(value, ConditionSide{}, choice.trimmed());
        });
    }
    if (value == wanted)
        return true;
    const auto left = conditionNumber(value);
    const auto right = conditionNumber(wanted);
    return left && right && *left == *right;
}

bool compare(const ConditionSide &leftSide, const QString &left, Condition::Comparison comparison, const ConditionSide &rightSide,
             const QString &right)
{
    const bool special = leftSide.function == ConditionSide::Function::Pattern || leftSide.function == ConditionSide::Function::Any;
    if (comparison == Condition::Comparison::Equal || comparison == Condition::Comparison::NotEqual) {
        const bool same = special ? equal(right, leftSide, left) : equal(left, rightSide, right);
        return same == (comparison == Condition::Comparison::Equal);
    }
    const auto a = conditionNumber(left);
    const auto b = conditionNumber(right);
    if (!a || !b)
        return false;
    switch (comparison) {
    case Condition::Comparison::Less:
        return *a < *b;
    case Condition::Comparison::LessOrEqual:
        return *a <= *b;
    case Condition::Comparison::Greater:
        return *a > *b;
    case Condition::Comparison::GreaterOrEqual:
        return *a >= *b;
    case Condition::Comparison::Equal:
    case Condition::Comparison::NotEqual:
        break;
    }
    return false;
}

/// The side as written, with what it met where it is a place-holder.
QString shownSide(const QString &written, const ConditionSide &side, const ConditionValue &value)
{
    if (!side.isVariable())
        return written;
    QString met = value.unreadable ? QStringLiteral("not JSON") : value.text ? *value.text : QStringLiteral("absent");
    if (value.text && side.kind == ConditionSide::Kind::CertificateExpiration)
        met = durationText(std::chrono::duration_cast<std::chrono::hours>(std::chrono::milliseconds(value.text->toLongLong())));
    return QStringLiteral("%1 (%2)").arg(written, Format::safeText(met, shownLimit));
}

QString operatorWord(Condition::Comparison comparison)
{
    for (const Operator &candidate : operators)
        if (candidate.comparison == comparison)
            return candidate.word;
    return {};
}

ConditionResult judgeOne(const Condition &condition, ConditionBody &body)
{
    ConditionResult result;
    result.condition = condition;
    const Result<ConditionSide> left = parseConditionSide(condition.left);
    const Result<ConditionSide> right = parseConditionSide(condition.right);
    if (!left || !right) {
        result.shown = condition.text;
        return result;
    }
    const ConditionValue leftValue = evaluate(*left, body);
    const ConditionValue rightValue = evaluate(*right, body);
    result.unreadableBody = leftValue.unreadable || rightValue.unreadable;
    // What is not there equals nothing, and is not unequal to anything either: absence never makes a condition true.
    result.success = leftValue.text && rightValue.text
                     && compare(*left, *leftValue.text, condition.comparison, *right, *rightValue.text);
    result.shown = QStringLiteral("%1 %2 %3").arg(shownSide(condition.left, *left, leftValue), operatorWord(condition.comparison),
                                                 shownSide(condition.right, *right, rightValue));
    return result;
}

}

Result<Condition> parseCondition(const QString &text)
{
    const auto refuse = [&text](const QString &why) {
        return Error{Error::Kind::Invalid, QStringLiteral("%1: \"%2\"").arg(why, text.left(200)), {}};
    };
    if (text.size() > conditionLimit)
        return refuse(QStringLiteral("the condition is too long"));
    int depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
        const Operator *found = depth == 0 ? operatorAt(QStringView(text).sliced(i)) : nullptr;
        if (!found)
            continue;
        Condition condition{text, text.first(i).trimmed(), found->comparison, text.sliced(i + found->word.size()).trimmed()};
        const Result<ConditionSide> left = parseConditionSide(condition.left);
        const Result<ConditionSide> right = parseConditionSide(condition.right);
        if (!left || !right)
            return refuse(!left ? left.error().detail : right.error().detail);
        if (!left->isVariable() && !right->isVariable())
            return refuse(QStringLiteral("the condition names no place-holder"));
        return condition;
    }
    return refuse(QStringLiteral("the condition has no comparison"));
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
