#include "models/promql/expression.h"

#include "models/core/duration.h"
#include "models/promql/lexer.h"

#include <array>
#include <cmath>
#include <limits>

namespace Watchfloor {

namespace {

using Kind = PromToken::Kind;
constexpr int depthLimit = 64;
constexpr qsizetype textLimit = 100'000;

constexpr std::array aggregations{"sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values",
                                  "limitk", "limit_ratio"};

struct Fault
{
    QString message;
    qsizetype at = 0;
};

QString placeOf(QStringView text, qsizetype at)
{
    const QStringView before = text.first(std::min(at, text.size()));
    return QStringLiteral("%1:%2").arg(before.count(u'\n') + 1).arg(before.size() - before.lastIndexOf(u'\n'));
}

/// Binding strength of a binary operator, weakest first; 0: none.
int strength(const PromToken &token)
{
    const QString word = token.text.toString().toLower();
    if (token.kind == Kind::Identifier)
        return word == u"or" ? 1 : word == u"and" || word == u"unless" ? 2 : word == u"atan2" ? 5 : 0;
    if (token.kind != Kind::Operator)
        return 0;
    if (word == u"==" || word == u"!=" || word == u"<" || word == u"<=" || word == u">" || word == u">=")
        return 3;
    if (word == u"+" || word == u"-")
        return 4;
    if (word == u"*" || word == u"/" || word == u"%")
        return 5;
    return word == u"^" ? 6 : 0;
}

class Parser
{
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
        for (const PromToken &token : promTokens(text))
            if (token.kind != Kind::Comment)
                m_tokens.push_back(token);
    }

    PromExpression parse()
    {
        auto node = expression(1);
        if (m_at < m_tokens.size())
            fail(QStringLiteral("unexpected %1").arg(m_tokens[m_at].text.left(40)));
        return node;
    }

private:
    const PromToken *peek() const { return m_at < m_tokens.size() ? &m_tokens[m_at] : nullptr; }
    bool isNext(QStringView text) const { return peek() && peek()->kind != Kind::Text && peek()->text == text; }
    bool isWord(QStringView word) const { return peek() && peek()->kind == Kind::Identifier && peek()->text.compare(word, Qt::CaseInsensitive) == 0; }
    qsizetype place() const { return peek() ? peek()->start : m_text.size(); }

    [[noreturn]] void fail(const QString &message) const { throw Fault{message, place()}; }

    bool take(QStringView text)
    {
        if (!isNext(text))
            return false;
        ++m_at;
        return true;
    }
    bool takeWord(QStringView word)
    {
        if (!isWord(word))
            return false;
        ++m_at;
        return true;
    }
    void expect(QStringView text)
    {
        if (!take(text))
            fail(peek() ? QStringLiteral("%1 is expected, not %2").arg(text, peek()->text.left(40)) : QStringLiteral("%1 is missing at the end").arg(text));
    }

    std::shared_ptr<PromNode> make(PromNode::Kind kind) const
    {
        auto node = std::make_shared<PromNode>();
        node->kind = kind;
        node->start = place();
        return node;
    }

    PromExpression expression(int weakest)
    {
        if (++m_depth > depthLimit)
            fail(QStringLiteral("the expression is nested too deeply"));
        PromExpression left = unary();
        while (peek()) {
            const int binds = strength(*peek());
            if (binds == 0 || binds < weakest)
                break;
            auto node = make(PromNode::Kind::Binary);
            node->name = m_tokens[m_at++].text.toString().toLower();
            matching(*node, binds);
            // The power operator binds to the right, everything else to the left.
            PromExpression right = expression(binds == 6 ? binds : binds + 1);
            node->operands = {left, right};
            left = node;
        }
        --m_depth;
        return left;
    }

    void matching(PromNode &node, int binds)
    {
        if (takeWord(u"bool")) {
            if (binds != 3)
                fail(QStringLiteral("bool goes with comparisons only"));
            node.returnsBool = true;
        }
        if (isWord(u"on") || isWord(u"ignoring")) {
            node.matching.on = isWord(u"on");
            ++m_at;
            node.matching.labels = labelList();
            for (const bool left : {true, false}) {
                if (!takeWord(left ? QStringView(u"group_left") : QStringView(u"group_right")))
                    continue;
                node.matching.cardinality = left ? VectorMatching::Cardinality::ManyToOne : VectorMatching::Cardinality::OneToMany;
                if (isNext(u"("))
                    node.matching.include = labelList();
                break;
            }
        }
    }

    PromExpression unary()
    {
        if (isNext(u"-") || isNext(u"+")) {
            auto node = make(PromNode::Kind::Negation);
            const bool negative = m_tokens[m_at++].text == u"-";
            // A sign binds weaker than a power and stronger than a product.
            PromExpression operand = expression(6);
            if (!negative)
                return operand;
            node->operands = {operand};
            return node;
        }
        return postfix(primary());
    }

    PromExpression primary()
    {
        const PromToken *token = peek();
        if (!token)
            fail(QStringLiteral("the expression ends too early"));
        if (take(u"(")) {
            PromExpression inside = expression(1);
            expect(u")");
            return inside;
        }
        if (token->kind == Kind::Number)
            return number();
        if (token->kind == Kind::Text) {
            auto node = make(PromNode::Kind::Text);
            node->name = promText(m_tokens[m_at++].text);
            return node;
        }
        if (isNext(u"{"))
            return selector({});
        if (token->kind == Kind::Identifier)
            return word();
        if (token->kind == Kind::Bad && !token->text.isEmpty() && QStringView(u"\"'`").contains(token->text.front()))
            fail(QStringLiteral("this quote is not closed"));
        fail(QStringLiteral("unexpected %1").arg(token->text.left(40)));
    }

    PromExpression number()
    {
        auto node = make(PromNode::Kind::Number);
        const QString text = m_tokens[m_at++].text.toString();
        bool ok = false;
        node->number = text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive) ? double(text.mid(2).toULongLong(&ok, 16)) : text.toDouble(&ok);
        if (!ok)
            fail(QStringLiteral("%1 is not a number").arg(text.left(40)));
        return node;
    }

    PromExpression word()
    {
        const PromToken token = m_tokens[m_at];
        const QString lower = token.text.toString().toLower();
        const bool called = m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].text == u"(";
        if (isAggregation(lower) && m_at + 1 < m_tokens.size()
            && (called || m_tokens[m_at + 1].text.compare(u"by", Qt::CaseInsensitive) == 0 || m_tokens[m_at + 1].text.compare(u"without", Qt::CaseInsensitive) == 0))
            return aggregation(lower);
        if (called) {
            auto node = make(PromNode::Kind::Call);
            node->name = token.text.toString();
            ++m_at;
            node->operands = arguments();
            return node;
        }
        if (lower == u"inf" || lower == u"nan") {
            auto node = make(PromNode::Kind::Number);
            node->number = lower == u"inf" ? std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
            ++m_at;
            return node;
        }
        return selector(token.text.toString());
    }

    PromExpression aggregation(const QString &name)
    {
        auto node = make(PromNode::Kind::Aggregation);
        node->name = name;
        ++m_at;
        grouping(*node);
        node->operands = arguments();
        if (!node->grouped)
            grouping(*node);
        if (node->operands.empty())
            fail(QStringLiteral("%1 needs something to aggregate").arg(name));
        return node;
    }

    void grouping(PromNode &node)
    {
        if (!isWord(u"by") && !isWord(u"without"))
            return;
        node.grouped = true;
        node.without = isWord(u"without");
        ++m_at;
        node.grouping = labelList();
    }

    std::vector<PromExpression> arguments()
    {
        std::vector<PromExpression> operands;
        expect(u"(");
        while (!isNext(u")")) {
            operands.push_back(expression(1));
            if (!take(u","))
                break;
        }
        expect(u")");
        return operands;
    }

    QStringList labelList()
    {
        QStringList names;
        expect(u"(");
        while (peek() && (peek()->kind == Kind::Identifier || peek()->kind == Kind::Text)) {
            const PromToken &token = m_tokens[m_at++];
            names << (token.kind == Kind::Text ? promText(token.text) : token.text.toString());
            if (!take(u","))
                break;
        }
        expect(u")");
        return names;
    }

    void addMatcher(PromNode &node, const QString &name, QStringView sign, const QString &value)
    {
        using Operator = Matcher::Operator;
        const Operator op = sign == u"=" ? Operator::Equal : sign == u"!=" ? Operator::NotEqual : sign == u"=~" ? Operator::Matches : Operator::NotMatches;
        Result<Matcher> matcher = Matcher::make(name, op, value, Matcher::Dialect::PromQl);
        if (!matcher)
            fail(matcher.error().detail);
        node.matchers.push_back(*std::move(matcher));
    }

    PromExpression selector(const QString &metric)
    {
        auto node = make(PromNode::Kind::Selector);
        if (!metric.isEmpty()) {
            ++m_at;
            addMatcher(*node, QStringLiteral("__name__"), u"=", metric);
        }
        if (!take(u"{"))
            return node;
        while (!isNext(u"}")) {
            const PromToken *token = peek();
            if (!token || (token->kind != Kind::Identifier && token->kind != Kind::Text))
                fail(QStringLiteral("a label's name is expected"));
            const QString name = token->kind == Kind::Text ? promText(token->text) : token->text.toString();
            const bool quotedName = token->kind == Kind::Text;
            ++m_at;
            const PromToken *sign = peek();
            if (quotedName && (isNext(u",") || isNext(u"}"))) {
                addMatcher(*node, QStringLiteral("__name__"), u"=", name);
            } else {
                if (!sign || sign->kind != Kind::Operator || !QStringList{QStringLiteral("="), QStringLiteral("!="), QStringLiteral("=~"), QStringLiteral("!~")}.contains(sign->text.toString()))
                    fail(QStringLiteral("one of = != =~ !~ is expected after %1").arg(name.left(64)));
                ++m_at;
                const PromToken *value = peek();
                if (!value || value->kind != Kind::Text)
                    fail(QStringLiteral("a value in quotes is expected"));
                ++m_at;
                addMatcher(*node, name, sign->text, promText(value->text));
            }
            if (!take(u","))
                break;
        }
        expect(u"}");
        if (node->matchers.empty())
            fail(QStringLiteral("a selector without a name or a matcher selects everything"));
        return node;
    }

    std::chrono::milliseconds duration()
    {
        const PromToken *token = peek();
        if (!token || (token->kind != Kind::Duration && token->kind != Kind::Number))
            fail(QStringLiteral("a duration such as 5m is expected"));
        ++m_at;
        if (token->kind == Kind::Number)
            return std::chrono::milliseconds(qint64(token->text.toDouble() * 1000));
        const auto length = parseDuration(token->text);
        if (!length)
            fail(length.error().detail);
        return *length;
    }

    PromExpression postfix(PromExpression inside)
    {
        while (peek()) {
            if (isNext(u"["))
                inside = ranged(inside);
            else if (isWord(u"offset"))
                inside = shifted(inside);
            else if (isNext(u"@"))
                inside = pinned(inside);
            else
                break;
        }
        return inside;
    }

    PromExpression ranged(const PromExpression &inside)
    {
        const qsizetype at = place();
        expect(u"[");
        const auto length = duration();
        std::shared_ptr<PromNode> node;
        if (take(u":")) {
            node = make(PromNode::Kind::Subquery);
            node->operands = {inside};
            if (!isNext(u"]"))
                node->step = duration();
        } else {
            if (inside->kind != PromNode::Kind::Selector || inside->range)
                throw Fault{QStringLiteral("only a selector takes a range; use [%1:] for a subquery").arg(durationText(length)), at};
            node = std::make_shared<PromNode>(*inside);
        }
        node->range = length;
        expect(u"]");
        return node;
    }

    PromExpression shifted(const PromExpression &inside)
    {
        ++m_at;
        const bool negative = take(u"-");
        auto node = std::make_shared<PromNode>(*inside);
        node->offset += duration() * (negative ? -1 : 1);
        return node;
    }

    PromExpression pinned(const PromExpression &inside)
    {
        ++m_at;
        auto node = std::make_shared<PromNode>(*inside);
        node->isAt = true;
        if (peek() && peek()->kind == Kind::Number)
            ++m_at;
        else if (takeWord(u"start") || takeWord(u"end"))
            arguments();
        else
            fail(QStringLiteral("a moment is expected after @"));
        return node;
    }

    QStringView m_text;
    std::vector<PromToken> m_tokens;
    size_t m_at = 0;
    int m_depth = 0;
};

void collect(const PromNode &node, std::vector<const PromNode *> &found)
{
    if (node.kind == PromNode::Kind::Selector)
        found.push_back(&node);
    for (const PromExpression &operand : node.operands)
        collect(*operand, found);
}

} // namespace

bool isAggregation(QStringView name)
{
    return std::any_of(aggregations.begin(), aggregations.end(), [name](const char *known) { return name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0; });
}

Result<PromExpression> parsePromql(QStringView text)
{
    if (text.size() > textLimit)
        return Error{Error::Kind::Invalid, QStringLiteral("the expression is longer than %1 characters").arg(textLimit), {}};
    try {
        return Parser(text).parse();
    } catch (const Fault &fault) {
        return Error{Error::Kind::Invalid, fault.message, placeOf(text, fault.at)};
    }
}

std::vector<const PromNode *> selectorsOf(const PromNode &node)
{
    std::vector<const PromNode *> found;
    collect(node, found);
    return found;
}

} // namespace Watchfloor
