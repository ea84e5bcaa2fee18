#include "models/promql/lexer.h"

#include <QString>

namespace Watchfloor {

namespace {

bool isWordStart(QChar c)
{
    return c == u'_' || c == u':' || (c.unicode() < 128 && c.isLetter());
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWord(QChar c)
{
    return isWordStart(c) || isDigit(c);
}

/// The length of the duration at the start of the text: "1h30m", "15s"; 0 when there is none.
qsizetype durationLength(QStringView text)
{
    qsizetype at = 0;
    while (true) {
        qsizetype digits = at;
        while (digits < text.size() && isDigit(text[digits]))
            ++digits;
        if (digits == at)
            return at;
        const QStringView unit = text.sliced(digits);
        const qsizetype length = unit.startsWith(u"ms") ? 2 : !unit.isEmpty() && QStringView(u"smhdwy").contains(unit.front()) ? 1 : 0;
        if (length == 0)
            return 0;
        at = digits + length;
        if (at < text.size() && !isDigit(text[at]))
            return isWord(text[at]) && text[at] != u':' ? 0 : at; // the colon of a subquery ends it
    }
}

qsizetype numberLength(QStringView text)
{
    qsizetype at = 0;
    if (text.startsWith(u"0x", Qt::CaseInsensitive)) {
        at = 2;
        while (at < text.size() && QStringView(u"0123456789abcdefABCDEF").contains(text[at]))
            ++at;
        return at;
    }
    const auto digits = [&] {
        while (at < text.size() && isDigit(text[at]))
            ++at;
    };
    digits();
    if (at < text.size() && text[at] == u'.') {
        ++at;
        digits();
    }
    if (at < text.size() && (text[at] == u'e' || text[at] == u'E')) {
        qsizetype exponent = at + 1;
        if (exponent < text.size() && (text[exponent] == u'+' || text[exponent] == u'-'))
            ++exponent;
        if (exponent < text.size() && isDigit(text[exponent])) {
            at = exponent;
            digits();
        }
    }
    return at;
}

/// With its quotes; the rest of the text when it is not closed.
qsizetype quotedLength(QStringView text, bool &closed)
{
    const QChar quote = text.front();
    for (qsizetype at = 1; at < text.size(); ++at) {
        if (text[at] == quote) {
            closed = true;
            return at + 1;
        }
        if (text[at] == u'\\' && quote != u'`')
            ++at;
        else if (text[at] == u'\n' && quote != u'`')
            return at;
    }
    return text.size();
}

qsizetype operatorLength(QStringView text)
{
    for (const QStringView two : {QStringView(u"=="), QStringView(u"!="), QStringView(u"<="), QStringView(u">="), QStringView(u"=~"), QStringView(u"!~")})
        if (text.startsWith(two))
            return 2;
    return QStringView(u"+-*/%^<>=@").contains(text.front()) ? 1 : 0;
}

PromToken tokenAt(QStringView rest)
{
    using Kind = PromToken::Kind;
    const QChar c = rest.front();
    if (c == u'#') {
        const qsizetype end = rest.indexOf(u'\n');
        return {Kind::Comment, rest.first(end < 0 ? rest.size() : end)};
    }
    if (c == u'"' || c == u'\'' || c == u'`') {
        bool closed = false;
        const qsizetype length = quotedLength(rest, closed);
        return {closed ? Kind::Text : Kind::Bad, rest.first(length)};
    }
    if (isDigit(c) || (c == u'.' && rest.size() > 1 && isDigit(rest[1]))) {
        if (const qsizetype length = durationLength(rest); length > 0)
            return {Kind::Duration, rest.first(length)};
        return {Kind::Number, rest.first(numberLength(rest))};
    }
    if (isWordStart(c) && (c != u':' || (rest.size() > 1 && isWordStart(rest[1])))) {
        qsizetype length = 1;
        while (length < rest.size() && isWord(rest[length]))
            ++length;
        return {Kind::Identifier, rest.first(length)};
    }
    if (c == u':')
        return {Kind::Colon, rest.first(1)};
    if (c == u',')
        return {Kind::Comma, rest.first(1)};
    if (QStringView(u"(){}[]").contains(c))
        return {Kind::Bracket, rest.first(1)};
    const qsizetype length = operatorLength(rest);
    return {length > 0 ? Kind::Operator : Kind::Bad, rest.first(std::max<qsizetype>(length, 1))};
}

QString escape(QStringView text, qsizetype &at)
{
    const QChar c = text[at++];
    switch (c.unicode()) {
    case u'n': return QStringLiteral("\n");
    case u't': return QStringLiteral("\t");
    case u'r': return QStringLiteral("\r");
    case u'a': return QStringLiteral("\a");
    case u'b': return QStringLiteral("\b");
    case u'f': return QStringLiteral("\f");
    case u'v': return QStringLiteral("\v");
    default: break;
    }
    const int digits = c == u'x' ? 2 : c == u'u' ? 4 : c == u'U' ? 8 : 0;
    if (digits == 0 || at + digits > text.size())
        return QString(c);
    bool ok = false;
    const char32_t code = text.sliced(at, digits).toUInt(&ok, 16);
    if (!ok || code > 0x10FFFF)
        return QString(c);
    at += digits;
    return QString::fromUcs4(&code, 1);
}

} // namespace

std::vector<PromToken> promTokens(QStringView text)
{
    std::vector<PromToken> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        PromToken token = tokenAt(text.sliced(at));
        token.start = at;
        at = token.end();
        tokens.push_back(token);
    }
    return tokens;
}

QString promText(QStringView quoted)
{
    if (quoted.size() < 2)
        return {};
    const bool raw = quoted.front() == u'`';
    const QStringView inside = quoted.sliced(1, quoted.size() - 2);
    if (raw)
        return inside.toString();
    QString text;
    for (qsizetype at = 0; at < inside.size();) {
        const QChar c = inside[at++];
        if (c == u'\\' && at < inside.size())
            text += escape(inside, at);
        else
            text += c;
    }
    return text;
}

} // namespace Watchfloor
