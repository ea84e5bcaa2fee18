#include "models/alerts/ruleselector.h"

#include <cmath>
#include <utility>
#include <vector>

namespace Watchfloor {

namespace {

using Comparison = RuleSelector::Comparison;

constexpr int depthLimit = 32;
constexpr qsizetype lengthLimit = 64 * 1024;

bool isWordStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u':';
}

bool isWord(QChar c)
{
    return isWordStart(c) || (c >= u'0' && c <= u'9') || c == u'.';
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'\'' || c == u'`';
}

/// 1 where a bracket of any kind opens, -1 where one closes.
int bracketStep(QChar c)
{
    return c == u'(' || c == u'[' || c == u'{' ? 1 : c == u')' || c == u']' || c == u'}' ? -1 : 0;
}

/// Where a string that starts at `at` ends, past its closing quote.
qsizetype pastString(QStringView text, qsizetype at)
{
    const QChar quote = text[at++];
    while (at < text.size() && text[at] != quote)
        at += text[at] == u'\\' && quote != u'`' ? 2 : 1;
    return std::min(at + 1, text.size());
}

/// A comment becomes blanks, so that nothing in it is read as an operator.
QString withoutComments(QStringView text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        if (isQuote(text[at])) {
            const qsizetype end = pastString(text, at);
            result += text.sliced(at, end - at);
            at = end;
        } else if (text[at] == u'#') {
            while (at < text.size() && text[at] != u'\n')
                ++at;
        } else {
            result += text[at++];
        }
    }
    return result.trimmed();
}

struct Token
{
    enum class Kind { Or, AndUnless, Compare };
    Kind kind;
    Comparison comparison = Comparison::None;
    qsizetype start = 0;
    qsizetype end = 0;
};

std::optional<std::pair<Comparison, qsizetype>> comparisonAt(QStringView text)
{
    if (text.startsWith(u"=="))
        return {{Comparison::Equal, 2}};
    if (text.startsWith(u"!="))
        return {{Comparison::NotEqual, 2}};
    if (text.startsWith(u">="))
        return {{Comparison::GreaterOrEqual, 2}};
    if (text.startsWith(u"<="))
        return {{Comparison::LessOrEqual, 2}};
    if (text.startsWith(u">"))
        return {{Comparison::Greater, 1}};
    if (text.startsWith(u"<"))
        return {{Comparison::Less, 1}};
    return std::nullopt;
}

std::optional<Token::Kind> keyword(QStringView word)
{
    if (word.compare(u"or", Qt::CaseInsensitive) == 0)
        return Token::Kind::Or;
    if (word.compare(u"and", Qt::CaseInsensitive) == 0 || word.compare(u"unless", Qt::CaseInsensitive) == 0)
        return Token::Kind::AndUnless;
    return std::nullopt;
}

/// The binary operators that matter, outside strings and every kind of bracket.
std::vector<Token> topLevelTokens(QStringView text)
{
    std::vector<Token> tokens;
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (isQuote(c)) {
            at = pastString(text, at);
            continue;
        }
        depth += bracketStep(c);
        if (depth == 0 && isWordStart(c)) {
            const qsizetype start = at;
            while (at < text.size() && isWord(text[at]))
                ++at;
            if (const auto kind = keyword(text.sliced(start, at - start)))
                tokens.push_back({*kind, Comparison::None, start, at});
            continue;
        } else if (depth == 0) {
            if (const auto found = comparisonAt(text.sliced(at))) {
                tokens.push_back({Token::Kind::Compare, found->first, at, at + found->second});
                at += found->second;
                continue;
            }
        }
        ++at;
    }
    return tokens;
}

/// Past the bracket that closes the one at 0; 0 when it never closes.
qsizetype pastBracket(QStringView text)
{
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (isQuote(text[at])) {
            at = pastString(text, at);
            continue;
        }
        depth += bracketStep(text[at++]);
        if (depth == 0)
            return at;
    }
    return 0;
}

QStringView unwrapped(QStringView text)
{
    text = text.trimmed();
    while (text.startsWith(u'(') && pastBracket(text) == text.size())
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

/// Drops `bool`, on(…), ignoring(…), group_left(…) and group_right(…) that stand between an operator and its right side.
QStringView withoutModifiers(QStringView text)
{
    for (;;) {
        text = text.trimmed();
        qsizetype length = 0;
        while (length < text.size() && isWord(text[length]))
            ++length;
        const QString word = text.first(length).toString().toLower();
        if (word == u"bool") {
            text = text.sliced(length);
            continue;
        }
        if (word != u"on" && word != u"ignoring" && word != u"group_left" && word != u"group_right")
            return text;
        text = text.sliced(length).trimmed();
        if (text.startsWith(u'('))
            text = text.sliced(pastBracket(text));
    }
}

/// Arithmetic over numbers: + - * / % ^ and brackets.
class ConstantReader
{
public:
    explicit ConstantReader(QStringView text)
        : m_text(text)
    {
    }
    std::optional<double> read()
    {
        const double value = sum(0);
        skip();
        return m_ok && m_at == m_text.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        skip();
        const bool found = m_at < m_text.size() && m_text[m_at] == c;
        m_at += found ? 1 : 0;
        return found;
    }
    double sum(int depth)
    {
        double value = product(depth);
        for (;;) {
            if (take(u'+'))
                value += product(depth);
            else if (take(u'-'))
                value -= product(depth);
            else
                return value;
        }
    }
    double product(int depth)
    {
        double value = power(depth);
        for (;;) {
            if (take(u'*'))
                value *= power(depth);
            else if (take(u'/'))
                value /= power(depth);
            else if (take(u'%'))
                value = std::fmod(value, power(depth));
            else
                return value;
        }
    }
    double power(int depth)
    {
        if (depth > depthLimit) {
            m_ok = false;
            return 0;
        }
        if (take(u'-'))
            return -power(depth + 1);
        take(u'+');
        const double base = atom(depth);
        return take(u'^') ? std::pow(base, power(depth + 1)) : base;
    }
    double atom(int depth)
    {
        if (take(u'(')) {
            const double value = sum(depth + 1);
            m_ok = take(u')') && m_ok;
            return value;
        }
        skip();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isDigit() || m_text[m_at] == u'.'))
            ++m_at;
        if (m_at > start && m_at < m_text.size() && (m_text[m_at] == u'e' || m_text[m_at] == u'E')) {
            ++m_at;
            if (m_at < m_text.size() && (m_text[m_at] == u'+' || m_text[m_at] == u'-'))
                ++m_at;
            while (m_at < m_text.size() && m_text[m_at].isDigit())
                ++m_at;
        }
        bool ok = false;
        const double value = m_text.sliced(start, m_at - start).toDouble(&ok);
        m_ok = m_ok && ok;
        return value;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_ok = true;
};

Comparison turned(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return Comparison::Greater;
    case Comparison::LessOrEqual:
        return Comparison::GreaterOrEqual;
    case Comparison::Greater:
        return Comparison::Less;
    case Comparison::GreaterOrEqual:
        return Comparison::LessOrEqual;
    case Comparison::None:
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return comparison;
}

RuleSelector compared(QStringView left, const Token &token, QStringView rest)
{
    const QStringView right = withoutModifiers(rest);
    if (const auto constant = ConstantReader(left).read())
        return {right.trimmed().toString(), turned(token.comparison), constant, false};
    return {left.trimmed().toString(), token.comparison, ConstantReader(right).read(), false};
}

RuleSelector absence(QStringView text)
{
    for (const QStringView name : {u"absent_over_time", u"absent"}) {
        if (!text.startsWith(name))
            continue;
        const QStringView bracket = text.sliced(name.size()).trimmed();
        if (!bracket.startsWith(u'(') || pastBracket(bracket) != bracket.size())
            continue;
        const QString inner = bracket.sliced(1, bracket.size() - 2).trimmed().toString();
        const bool overTime = name == u"absent_over_time";
        return {overTime ? QStringLiteral("present_over_time(%1)").arg(inner) : inner, Comparison::None, std::nullopt, true};
    }
    return {};
}

RuleSelector selectorOf(QStringView expression, int depth)
{
    if (depth > depthLimit)
        return {};
    const QStringView text = unwrapped(expression);
    const std::vector<Token> tokens = topLevelTokens(text);
    const auto last = [&tokens](Token::Kind kind) {
        const auto found = std::find_if(tokens.rbegin(), tokens.rend(), [kind](const Token &token) { return token.kind == kind; });
        return found == tokens.rend() ? nullptr : &*found;
    };
    if (const Token *either = last(Token::Kind::Or)) {
        RuleSelector left = selectorOf(text.first(either->start), depth + 1);
        const RuleSelector right = selectorOf(withoutModifiers(text.sliced(either->end)), depth + 1);
        if (left.selector.isEmpty() || right.selector.isEmpty() || left.ofAbsence != right.ofAbsence)
            return {};
        left.selector = QStringLiteral("(%1) or (%2)").arg(left.selector, right.selector);
        return left;
    }
    if (const Token *condition = last(Token::Kind::AndUnless))
        return selectorOf(text.first(condition->start), depth + 1);
    if (tokens.empty())
        return absence(text);
    const Token &first = tokens.front();
    const QStringView rest = text.sliced(first.end);
    // a > 1 < 5 has its limit up to the next comparison
    return compared(text.first(first.start), first,
                    tokens.size() > 1 ? rest.first(tokens[1].start - first.end) : rest);
}

} // namespace

RuleSelector ruleSelector(const QString &expression)
{
    if (expression.size() > lengthLimit)
        return {};
    return selectorOf(withoutComments(expression), 0);
}

QString presenceExpression(const AlertRule &rule, const Labels &labels, bool narrow)
{
    constexpr qsizetype labelLimit = 30;
    const RuleSelector taken = ruleSelector(rule.expression);
    if (taken.selector.isEmpty() || taken.ofAbsence || !narrow)
        return taken.selector;
    QStringList names;
    QString wanted = QStringLiteral("vector(1)");
    for (const auto &[name, value] : labels) {
        if (name == u"alertname" || rule.labels.contains(name))
            continue;
        names << name;
        QString replacement = value;
        replacement.replace(u'$', QStringLiteral("$$"));
        wanted = QStringLiteral("label_replace(%1, %2, %3, \"\", \"\")").arg(wanted, quoted(name), quoted(replacement));
    }
    if (names.isEmpty() || names.size() > labelLimit)
        return taken.selector;
    return QStringLiteral("(%1) and on (%2) %3").arg(taken.selector, names.join(QStringLiteral(", ")), wanted);
}

} // namespace Watchfloor
