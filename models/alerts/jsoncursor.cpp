#include "models/alerts/jsoncursor.h"

#include <QString>

namespace Watchfloor {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

void append(std::string &to, char32_t rune)
{
    if (rune < 0x80) {
        to += char(rune);
        return;
    }
    const QByteArray bytes = QString::fromUcs4(&rune, 1).toUtf8();
    to.append(bytes.constData(), size_t(bytes.size()));
}

} // namespace

bool JsonCursor::fail()
{
    m_failed = true;
    m_at = m_end;
    return false;
}

void JsonCursor::passBlanks()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
        ++m_at;
}

bool JsonCursor::take(char c)
{
    if (m_at == m_end || *m_at != c)
        return false;
    ++m_at;
    return true;
}

bool JsonCursor::takeWord(std::string_view word)
{
    if (!std::string_view(m_at, size_t(m_end - m_at)).starts_with(word))
        return false;
    m_at += word.size();
    return true;
}

std::string_view JsonCursor::takeRaw()
{
    passBlanks();
    const char *begun = m_at;
    skip();
    return m_failed ? std::string_view() : std::string_view(begun, size_t(m_at - begun));
}

bool JsonCursor::takeSame(std::string_view raw)
{
    passBlanks();
    return !raw.empty() && takeWord(raw);
}

bool JsonCursor::atEnd()
{
    passBlanks();
    return !m_failed && m_depth == 0 && m_at == m_end;
}

bool JsonCursor::begin(char bracket)
{
    passBlanks();
    if (!take(bracket))
        return false;
    if (m_depth == deepest)
        return fail();
    m_begun.reset(++m_depth);
    return true;
}

bool JsonCursor::next(char bracket)
{
    passBlanks();
    if (m_failed)
        return false;
    if (take(bracket)) {
        --m_depth;
        return false;
    }
    if (m_begun.test(m_depth)) {
        if (!take(','))
            return fail();
        passBlanks();
        if (m_at < m_end && *m_at == bracket)
            return fail();
    }
    m_begun.set(m_depth);
    return m_at < m_end || fail();
}

bool JsonCursor::nextMember(std::string_view &name)
{
    if (!next('}'))
        return false;
    if (!takeString(name, m_name))
        return fail();
    passBlanks();
    return take(':') || fail();
}

bool JsonCursor::readText(std::string_view &text)
{
    passBlanks();
    return m_at < m_end && *m_at == '"' && (takeString(text, m_text) || fail());
}

bool JsonCursor::readFlag(bool &flag)
{
    passBlanks();
    if (takeWord("true"))
        flag = true;
    else if (takeWord("false"))
        flag = false;
    else
        return false;
    return true;
}

void JsonCursor::skip()
{
    std::string_view text;
    bool flag = false;
    if (beginObject()) {
        while (nextMember(text))
            skip();
    } else if (beginArray()) {
        while (nextElement())
            skip();
    } else if (!readText(text) && !readFlag(flag) && !m_failed && !takeWord("null")) {
        skipNumber();
    }
}

void JsonCursor::skipNumber()
{
    const auto digits = [this] {
        const char *begun = m_at;
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
        return m_at > begun;
    };
    take('-');
    const bool whole = take('0') || digits();
    const bool fraction = !take('.') || digits();
    bool exponent = true;
    if (take('e') || take('E')) {
        if (!take('+'))
            take('-');
        exponent = digits();
    }
    if (!whole || !fraction || !exponent)
        fail();
}

/// What has no escape, nearly all, is given where it stands.
bool JsonCursor::takeString(std::string_view &text, std::string &unescaped)
{
    if (!take('"'))
        return false;
    const char *plain = m_at;
    const auto passPlain = [this] {
        while (m_at < m_end && *m_at != '"' && *m_at != '\\' && uchar(*m_at) >= 0x20)
            ++m_at;
    };
    passPlain();
    if (take('"')) {
        text = {plain, size_t(m_at - 1 - plain)};
        return true;
    }
    unescaped.clear();
    for (;;) {
        unescaped.append(plain, size_t(m_at - plain));
        if (take('"'))
            break;
        if (!take('\\') || !takeEscape(unescaped))
            return false;
        plain = m_at;
        passPlain();
    }
    text = unescaped;
    return true;
}

bool JsonCursor::takeEscape(std::string &unescaped)
{
    if (m_at == m_end)
        return false;
    static constexpr std::string_view letters = "\"\\/bfnrt";
    static constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char letter = *m_at++;
    if (const size_t known = letters.find(letter); known != letters.npos) {
        unescaped += meanings[known];
        return true;
    }
    char32_t unit = 0;
    if (letter != 'u' || !takeCodeUnit(unit))
        return false;
    const char *behind = m_at;
    char32_t second = 0;
    if (isHighSurrogate(unit) && takeWord("\\u") && takeCodeUnit(second) && isLowSurrogate(second)) {
        append(unescaped, 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00));
        return true;
    }
    m_at = behind;
    append(unescaped, isHighSurrogate(unit) || isLowSurrogate(unit) ? U'\uFFFD' : unit);
    return true;
}

bool JsonCursor::takeCodeUnit(char32_t &unit)
{
    if (m_end - m_at < 4)
        return false;
    unit = 0;
    for (const char *digits = m_at; m_at < digits + 4; ++m_at) {
        const char c = *m_at;
        if (!isDigit(c) && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F'))
            return false;
        unit = unit * 16 + char32_t(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return true;
}

} // namespace Watchfloor
