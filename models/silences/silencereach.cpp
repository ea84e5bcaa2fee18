#include "models/silences/silencereach.h"

#include "models/silences/silencepreview.h"

#include <algorithm>

namespace Watchfloor {

namespace {

using Verdict = RuleReach::Verdict;

/// What a label of an expression's result can be.
struct Fate
{
    bool isOpen = false;     ///< any value that satisfies `limits`
    Matchers limits;
    QStringList values;      ///< else one of these
    bool canBeAbsent = false;
};

Fate absent()
{
    Fate fate;
    fate.canBeAbsent = true;
    return fate;
}

Fate open()
{
    Fate fate;
    fate.isOpen = true;
    fate.canBeAbsent = true;
    return fate;
}

Fate either(const Fate &a, const Fate &b)
{
    if (a.isOpen || b.isOpen) {
        // Limits of both would be limits of neither.
        Fate fate = open();
        if (a.isOpen && b.isOpen && a.limits == b.limits)
            fate.limits = a.limits;
        return fate;
    }
    return {false, {}, a.values + b.values, a.canBeAbsent || b.canBeAbsent};
}

Fate fateIn(const PromNode &node, const QString &label);

Fate fateInSelector(const PromNode &node, const QString &label)
{
    Fate fate = open();
    for (const Matcher &matcher : node.matchers) {
        if (matcher.name() != label)
            continue;
        if (matcher.op() == Matcher::Operator::Equal)
            return matcher.value().isEmpty() ? absent() : Fate{false, {}, {matcher.value()}, false};
        fate.canBeAbsent = fate.canBeAbsent && matcher.matchesValue(u"");
        fate.limits.push_back(matcher);
    }
    return fate;
}

Fate fateInCall(const PromNode &node, const QString &label)
{
    const bool relabels = node.name == u"label_replace" || node.name == u"label_join";
    if (relabels && node.operands.size() > 1 && node.operands[1] && node.operands[1]->name == label)
        return open();
    if (relabels && !node.operands.empty())
        return fateIn(*node.operands.front(), label);
    std::optional<Fate> fate;
    const bool ofAbsence = node.name.startsWith(u"absent");
    for (const PromExpression &operand : node.operands) {
        if (!operand || selectorsOf(*operand).empty())
            continue;
        Fate one = fateIn(*operand, label);
        if (ofAbsence && one.isOpen)
            one = absent(); // it takes over what is equal in its selector, and nothing else
        fate = fate ? either(*fate, one) : one;
    }
    return fate.value_or(absent());
}

Fate fateInAggregation(const PromNode &node, const QString &label)
{
    if (node.operands.empty() || !node.operands.back())
        return open();
    if (node.name == u"count_values" && node.operands.front() && node.operands.front()->name == label)
        return open();
    static const QStringList choosing{QStringLiteral("topk"), QStringLiteral("bottomk"), QStringLiteral("limitk"), QStringLiteral("limit_ratio")};
    const bool isKept = choosing.contains(node.name) || node.grouping.contains(label) != node.without;
    return isKept && (node.grouped || node.without || choosing.contains(node.name)) ? fateIn(*node.operands.back(), label) : absent();
}

Fate fateInBinary(const PromNode &node, const QString &label)
{
    if (node.operands.size() != 2 || !node.operands[0] || !node.operands[1])
        return open();
    const PromNode &left = *node.operands[0];
    const PromNode &right = *node.operands[1];
    const QString op = node.name.toLower();
    if (op == u"and" || op == u"unless")
        return fateIn(left, label);
    if (op == u"or")
        return either(fateIn(left, label), fateIn(right, label));
    if (selectorsOf(right).empty())
        return fateIn(left, label);
    if (selectorsOf(left).empty())
        return fateIn(right, label);
    const VectorMatching &matching = node.matching;
    if (matching.cardinality == VectorMatching::Cardinality::ManyToOne)
        return fateIn(matching.include.contains(label) ? right : left, label);
    if (matching.cardinality == VectorMatching::Cardinality::OneToMany)
        return fateIn(matching.include.contains(label) ? left : right, label);
    return matching.labels.contains(label) == matching.on ? fateIn(left, label) : absent();
}

/// Source: Prometheus documentation, querying, functions and operators: which labels each leaves.
Fate fateIn(const PromNode &node, const QString &label)
{
    switch (node.kind) {
    case PromNode::Kind::Number:
    case PromNode::Kind::Text:
        return absent();
    case PromNode::Kind::Selector:
        return fateInSelector(node, label);
    case PromNode::Kind::Call:
        return fateInCall(node, label);
    case PromNode::Kind::Aggregation:
        return fateInAggregation(node, label);
    case PromNode::Kind::Binary:
        return fateInBinary(node, label);
    case PromNode::Kind::Negation:
    case PromNode::Kind::Subquery:
        return node.operands.empty() || !node.operands.front() ? open() : fateIn(*node.operands.front(), label);
    }
    return open();
}

Verdict verdictOf(bool matches)
{
    return matches ? Verdict::Always : Verdict::Never;
}

Verdict judgeFate(const Matcher &matcher, const Fate &fate, const QString &whenAbsent)
{
    if (fate.isOpen) {
        if (matcher.op() != Matcher::Operator::Equal || matcher.value().isEmpty())
            return Verdict::Perhaps;
        const bool isPossible = std::all_of(fate.limits.begin(), fate.limits.end(),
                                            [&matcher](const Matcher &limit) { return limit.matchesValue(matcher.value()); });
        return isPossible || (fate.canBeAbsent && whenAbsent == matcher.value()) ? Verdict::Perhaps : Verdict::Never;
    }
    QStringList values = fate.values;
    if (fate.canBeAbsent || values.isEmpty())
        values << whenAbsent;
    const auto matching = std::count_if(values.begin(), values.end(), [&matcher](const QString &value) { return matcher.matchesValue(value); });
    return matching == 0 ? Verdict::Never : matching == values.size() ? Verdict::Always : Verdict::Perhaps;
}

} // namespace

PromExpression RuleReach::read(const QString &expression)
{
    if (const auto known = m_read.constFind(expression); known != m_read.constEnd())
        return *known;
    const auto parsed = parsePromql(expression);
    return *m_read.insert(expression, parsed ? *parsed : nullptr);
}

RuleReach::Verdict RuleReach::judge(const Matcher &matcher, const KnownRule &known)
{
    const QString &label = matcher.name();
    if (label == u"alertname")
        return verdictOf(matcher.matchesValue(known.rule.name));
    if (const QString fixed = known.rule.labels.value(label); !fixed.isEmpty())
        return fixed.contains(u"{{") ? Verdict::Perhaps : verdictOf(matcher.matchesValue(fixed));
    const PromExpression expression = read(known.rule.expression);
    return judgeFate(matcher, expression ? fateIn(*expression, label) : open(), known.externalLabels.value(label));
}

RuleReach::Verdict RuleReach::judge(const Matchers &matchers, const KnownRule &rule, QStringList *decidedBy)
{
    Verdict verdict = matchers.empty() ? Verdict::Never : Verdict::Always;
    QStringList labels;
    for (const Matcher &matcher : matchers) {
        const Verdict one = judge(matcher, rule);
        if (one == Verdict::Never)
            return Verdict::Never;
        if (one == Verdict::Perhaps) {
            verdict = Verdict::Perhaps;
            if (!labels.contains(matcher.name()))
                labels << matcher.name();
        }
    }
    if (decidedBy)
        *decidedBy = labels;
    return verdict;
}

SilenceReach silenceReach(const Matchers &matchers, const std::vector<KnownRule> &rules, const std::vector<PastAlert> &past,
                          const SeverityMapping &severities, RuleReach &reach)
{
    SilenceReach found;
    found.rulesOutOf = rules.size();
    found.pastOutOf = past.size();
    for (const KnownRule &known : rules) {
        QStringList decidedBy;
        const Verdict verdict = reach.judge(matchers, known, &decidedBy);
        if (verdict != Verdict::Never)
            found.rules.push_back({known.source, known.rule.name, known.rule.group, severities.of(known.rule.labels.value(u"severity")),
                                   verdict == Verdict::Always, decidedBy});
    }
    std::stable_sort(found.rules.begin(), found.rules.end(), [](const SilenceReach::Rule &a, const SilenceReach::Rule &b) {
        return std::tuple(!a.always, a.name, a.source) < std::tuple(!b.always, b.name, b.source);
    });
    AlertMatch match(matchers);
    for (const PastAlert &alert : past)
        if (match.matches(alert.labels))
            found.past.push_back(alert);
    std::stable_sort(found.past.begin(), found.past.end(), [](const PastAlert &a, const PastAlert &b) { return a.last > b.last; });
    return found;
}

} // namespace Watchfloor
