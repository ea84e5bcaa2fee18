#include "models/core/matchersyntax.h"

#include <algorithm>

namespace Watchfloor::Utf8Matchers {

namespace {

struct Token
{
    enum class Kind { End, OpenBrace, CloseBrace, Comma, Operator, Quoted, Bare, Invalid };
    Kind kind = Kind::End;
    size_t start = 0;
    size_t end = 0;
    Matcher::Operator op = Matcher::Operator::Equal;
    QString problem = {}; ///< of Invalid

    bool isText() const { return kind == Kind::Quoted || kind == Kind::Bare; }
};

/// Cuts the text into tokens, one ahead.
class Lexer
{
public:
    explicit Lexer(std::u32string_view text)
        : m_text(text)
        , m_next(scan())
    {
    }

    const Token &peek() const { return m_next; }
    Token take()
    {
        Token token = m_next;
        if (token.kind != Token::Kind::Invalid)
            m_next = scan();
        return token;
    }
    std::u32string_view textOf(const Token &token) const { return m_text.substr(token.start, token.end - token.start); }

private:
    Token scan()
    {
        while (m_at < m_text.size() && isGoSpace(m_text[m_at]))
            ++m_at;
        const size_t start = m_at;
        if (start == m_text.size())
            return {Token::Kind::End, start, start};
        const char32_t rune = m_text[start];
        if (rune == U'=' || rune == U'!')
            return scanOperator();
        if (rune == U'"')
            return scanQuoted();
        if (!isReservedInMatchers(rune))
            return scanBare();
        ++m_at;
        const auto kind = rune == U'{' ? Token::Kind::OpenBrace : rune == U'}' ? Token::Kind::CloseBrace : rune == U',' ? Token::Kind::Comma : Token::Kind::Invalid;
        return {kind, start, m_at, Matcher::Operator::Equal, QStringLiteral("must be in double quotes")};
    }

    Token scanOperator()
    {
        const size_t start = m_at;
        const bool negates = m_text[m_at++] == U'!';
        const char32_t second = m_at < m_text.size() ? m_text[m_at] : U' ';
        if (second == U'~' || (negates && second == U'=')) {
            ++m_at;
            const Matcher::Operator op = second == U'=' ? Matcher::Operator::NotEqual : negates ? Matcher::Operator::NotMatches : Matcher::Operator::Matches;
            return {Token::Kind::Operator, start, m_at, op};
        }
        if (negates)
            return {Token::Kind::Invalid, start, m_at, Matcher::Operator::Equal, QStringLiteral("= or ~ is expected behind it")};
        return {Token::Kind::Operator, start, m_at, Matcher::Operator::Equal};
    }

    Token scanQuoted()
    {
        const size_t start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != U'"')
            m_at += m_text[m_at] == U'\\' ? 2 : 1;
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            return {Token::Kind::Invalid, start, m_at, Matcher::Operator::Equal, QStringLiteral("the closing double quote is missing")};
        }
        return {Token::Kind::Quoted, start, ++m_at};
    }

    Token scanBare()
    {
        const size_t start = m_at;
        while (m_at < m_text.size() && !isReservedInMatchers(m_text[m_at]))
            ++m_at;
        return {Token::Kind::Bare, start, m_at};
    }

    std::u32string_view m_text;
    size_t m_at = 0;
    Token m_next;
};

/// [{] [matcher {, matcher} [,]] [}], the braces both or neither.
class Parser
{
public:
    explicit Parser(const GoText &text)
        : m_lexer(text.runes)
        , m_broken(text.broken)
    {
    }

    MatcherReading read()
    {
        if (m_lexer.peek().kind == Token::Kind::OpenBrace) {
            m_lexer.take();
            m_inBraces = true;
        }
        while (!m_fault && !atEnd()) {
            readMatcher();
            if (m_fault || m_lexer.peek().kind != Token::Kind::Comma)
                break;
            m_lexer.take();
            if (!atEnd() && !m_lexer.peek().isText())
                refuse(m_lexer.peek(), QStringLiteral("a matcher or a closing brace is expected behind the comma"));
        }
        if (!m_fault)
            readEnd();
        return m_fault ? MatcherReading{.matchers = {}, .fault = m_fault} : MatcherReading{.matchers = std::move(m_matchers)};
    }

private:
    bool atEnd() const { return m_lexer.peek().kind == Token::Kind::CloseBrace || m_lexer.peek().kind == Token::Kind::End; }

    void readMatcher()
    {
        const auto name = readText(QStringLiteral("a label's name is expected"));
        if (!name)
            return;
        if (m_lexer.peek().kind != Token::Kind::Operator)
            return refuse(m_lexer.peek(), QStringLiteral("one of = != =~ !~ is expected"));
        const Matcher::Operator op = m_lexer.take().op;
        const Token place = m_lexer.peek();
        const bool isRegex = op == Matcher::Operator::Matches || op == Matcher::Operator::NotMatches;
        if (isRegex && isBroken(place))
            return refuse(place, QStringLiteral("not UTF-8, which a regular expression must be"));
        const auto value = readText(QStringLiteral("a label's value is expected"));
        if (!value)
            return;
        auto matcher = Matcher::make(*name, op, *value);
        if (!matcher)
            return refuse(place, matcher.error().detail);
        m_matchers.push_back(*std::move(matcher));
        if (!atEnd() && m_lexer.peek().kind != Token::Kind::Comma)
            refuse(m_lexer.peek(), QStringLiteral("a comma or a closing brace is expected"));
    }

    std::optional<QString> readText(const QString &expectation)
    {
        if (!m_lexer.peek().isText()) {
            refuse(m_lexer.peek(), expectation);
            return std::nullopt;
        }
        const Token token = m_lexer.take();
        if (token.kind == Token::Kind::Bare)
            return toText(m_lexer.textOf(token));
        const auto text = goUnquoted(m_lexer.textOf(token));
        if (!text)
            refuse(token, QStringLiteral("an escape or a byte that cannot be read"));
        return text;
    }

    bool isBroken(const Token &token) const
    {
        const auto first = std::lower_bound(m_broken.begin(), m_broken.end(), token.start);
        return token.kind == Token::Kind::Bare && first != m_broken.end() && *first < token.end;
    }

    void readEnd()
    {
        const Token token = m_lexer.take();
        if (m_inBraces && token.kind != Token::Kind::CloseBrace)
            return refuse(token, QStringLiteral("a closing brace is expected"));
        if (!m_inBraces && token.kind == Token::Kind::CloseBrace)
            return refuse(token, QStringLiteral("the opening brace is missing"));
        if (m_inBraces && m_lexer.peek().kind != Token::Kind::End)
            refuse(m_lexer.peek(), QStringLiteral("nothing is expected behind the closing brace"));
    }

    /// Places as Alertmanager counts them, from and up to a column: "5:8: bar: …".
    void refuse(const Token &token, const QString &why)
    {
        const QString what = token.kind == Token::Kind::End ? QStringLiteral("end of the text") : toText(m_lexer.textOf(token).substr(0, 200));
        const QString reason = token.problem.isEmpty() || token.kind != Token::Kind::Invalid ? why : token.problem;
        m_fault = MatcherFault{QStringLiteral("%1:%2: %3: %4").arg(token.start).arg(token.end).arg(what, reason), int(token.start) + 1};
    }

    Lexer m_lexer;
    const std::vector<size_t> &m_broken;
    bool m_inBraces = false;
    Matchers m_matchers;
    std::optional<MatcherFault> m_fault;
};

} // namespace

MatcherReading readList(const GoText &text)
{
    return Parser(text).read();
}

} // namespace Watchfloor::Utf8Matchers
