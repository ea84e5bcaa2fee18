#include "models/panels/adhocfilters.h"

#include "models/core/labels.h"
#include "models/promql/expression.h"
#include "models/promql/lexer.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {

using namespace Qt::StringLiterals;

/// One condition ready to be written.
struct Condition
{
    QString label;
    QString op;
    QString value;

    QString text() const
    {
        static const QRegularExpression plain(u"^[a-zA-Z_][a-zA-Z0-9_]*$"_s);
        return (plain.match(label).hasMatch() ? label : quoted(label)) + op + quoted(value);
    }
};

std::vector<Condition> conditionsOf(const std::vector<Variable::Filter> &filters)
{
    std::vector<Condition> conditions;
    for (const Variable::Filter &filter : filters) {
        if (filter.label.isEmpty() || filter.values.isEmpty())
            continue;
        Condition condition{filter.label, filter.op, filter.values.front()};
        if (filter.op == u"=|" || filter.op == u"!=|") {
            QStringList alternatives;
            for (const QString &value : filter.values)
                alternatives.append(QRegularExpression::escape(value));
            condition.op = filter.op == u"=|" ? u"=~"_s : u"!~"_s;
            condition.value = alternatives.join(u'|');
        }
        if (QStringList{u"="_s, u"!="_s, u"=~"_s, u"!~"_s}.contains(condition.op))
            conditions.push_back(condition);
    }
    return conditions;
}

bool says(const PromNode &selector, const Condition &condition)
{
    return std::any_of(selector.matchers.begin(), selector.matchers.end(), [&condition](const Matcher &matcher) {
        return matcher.name() == condition.label && matcher.value() == condition.value;
    });
}

/// Where a selector's conditions end: before its closing brace, or behind its name where it has none.
struct InsertionPlace
{
    qsizetype at = 0;
    bool braces = false;
    bool comma = false;
};

InsertionPlace insertionPlace(const std::vector<PromToken> &tokens, qsizetype start)
{
    auto token = std::find_if(tokens.begin(), tokens.end(), [start](const PromToken &one) { return one.start >= start; });
    if (token == tokens.end())
        return {start, false, false};
    if (token->kind == PromToken::Kind::Identifier) {
        const qsizetype end = token->end();
        ++token;
        if (token == tokens.end() || token->text != u"{")
            return {end, false, false};
    }
    PromToken last = *token;
    for (++token; token != tokens.end() && token->text != u"}"; ++token)
        last = *token;
    return {last.end(), true, last.text != u"{" && last.text != u","};
}

} // namespace

QString filtersText(const std::vector<Variable::Filter> &filters)
{
    QStringList parts;
    for (const Condition &condition : conditionsOf(filters))
        parts.append(condition.text());
    return parts.isEmpty() ? QString() : u'{' + parts.join(u", "_s) + u'}';
}

QString withFilters(const QString &expression, const std::vector<Variable::Filter> &filters)
{
    const std::vector<Condition> conditions = conditionsOf(filters);
    if (conditions.empty())
        return expression;
    const auto parsed = parsePromql(expression);
    if (!parsed)
        return expression;
    std::vector<const PromNode *> selectors = selectorsOf(**parsed);
    std::sort(selectors.begin(), selectors.end(), [](const PromNode *a, const PromNode *b) { return a->start > b->start; });
    const std::vector<PromToken> tokens = promTokens(expression);
    QString result = expression;
    // From the end, so that earlier places stay where they are.
    for (const PromNode *selector : selectors) {
        QStringList parts;
        for (const Condition &condition : conditions)
            if (!says(*selector, condition))
                parts.append(condition.text());
        if (parts.isEmpty())
            continue;
        const InsertionPlace place = insertionPlace(tokens, selector->start);
        const QString text = parts.join(u", "_s);
        result.insert(place.at, place.braces ? (place.comma ? u", "_s : QString()) + text : u'{' + text + u'}');
    }
    return result;
}

} // namespace Watchfloor
