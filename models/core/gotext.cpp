#include "models/core/gotext.h"

#include <QList>

namespace Watchfloor {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// The length that a sequence has by its first byte, or 0 where none begins so.
int sequenceLength(uchar first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// The code point that begins there and its length; a byte that begins none is length 0.
std::pair<char32_t, int> decode(QByteArrayView bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return uchar(bytes[i]); };
    const int length = sequenceLength(byte(at));
    if (length == 0 || at + length > bytes.size())
        return {replacement, 0};
    if (length == 1)
        return {byte(at), 1};
    char32_t rune = byte(at) & (0x7Fu >> length);
    for (int i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80)
            return {replacement, 0};
        rune = (rune << 6) | (byte(at + i) & 0x3Fu);
    }
    const bool overlong = (length == 3 && rune < 0x800) || (length == 4 && rune < 0x10000);
    const bool valid = !overlong && rune <= 0x10FFFF && !(rune >= 0xD800 && rune <= 0xDFFF);
    return valid ? std::pair(rune, length) : std::pair(replacement, 0);
}

int digitOf(char32_t c)
{
    if (c >= U'0' && c <= U'9')
        return int(c - U'0');
    if (c >= U'a' && c <= U'f')
        return int(c - U'a') + 10;
    return c >= U'A' && c <= U'F' ? int(c - U'A') + 10 : 99;
}

/// Exactly `count` digits to `base`, taken from the front.
std::optional<char32_t> takeDigits(std::u32string_view &text, size_t count, int base)
{
    if (text.size() < count)
        return std::nullopt;
    char32_t value = 0;
    for (const char32_t c : text.substr(0, count)) {
        if (digitOf(c) >= base)
            return std::nullopt;
        value = value * char32_t(base) + char32_t(digitOf(c));
    }
    text.remove_prefix(count);
    return value;
}

void appendRune(QByteArray &bytes, char32_t rune)
{
    bytes += QString::fromUcs4(&rune, 1).toUtf8();
}

std::optional<char> plainEscape(char32_t letter)
{
    static constexpr std::u32string_view letters = U"abfnrtv\\\"";
    static constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\\"";
    const size_t at = letters.find(letter);
    return at == letters.npos ? std::nullopt : std::optional(meanings[at]);
}

/// One escape, the backslash taken already; false where there is no such escape.
bool unescapeInto(QByteArray &bytes, std::u32string_view &rest)
{
    if (rest.empty())
        return false;
    const char32_t letter = rest.front();
    if (const auto plain = plainEscape(letter)) {
        rest.remove_prefix(1);
        bytes += *plain;
        return true;
    }
    if (letter >= U'0' && letter <= U'7') {
        const auto value = takeDigits(rest, 3, 8);
        if (!value || *value > 0xFF)
            return false;
        bytes += char(*value);
        return true;
    }
    rest.remove_prefix(1);
    const auto value = takeDigits(rest, letter == U'x' ? 2 : letter == U'u' ? 4 : letter == U'U' ? 8 : 99, 16);
    if (!value)
        return false;
    if (letter == U'x')
        bytes += char(*value);
    else if (*value > 0x10FFFF || (*value >= 0xD800 && *value <= 0xDFFF))
        return false;
    else
        appendRune(bytes, *value);
    return true;
}

/// strconv.IsPrint: letters, marks, numbers, punctuation, symbols and the ASCII space.
bool isPrintable(char32_t rune)
{
    switch (QChar::category(rune)) {
    case QChar::Separator_Space:
        return rune == U' ';
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return true;
    }
}

QString escapeOf(char32_t rune)
{
    static constexpr std::u32string_view controls = U"\a\b\f\n\r\t\v";
    if (const size_t at = controls.find(rune); at != controls.npos)
        return QStringLiteral("\\%1").arg(QLatin1Char("abfnrtv"[at]));
    if (rune < 0x20 || rune == 0x7F)
        return QStringLiteral("\\x%1").arg(uint(rune), 2, 16, QLatin1Char('0'));
    return rune < 0x10000 ? QStringLiteral("\\u%1").arg(uint(rune), 4, 16, QLatin1Char('0'))
                          : QStringLiteral("\\U%1").arg(uint(rune), 8, 16, QLatin1Char('0'));
}

} // namespace

GoText goText(QByteArrayView utf8)
{
    GoText text;
    text.runes.reserve(size_t(utf8.size()));
    for (qsizetype at = 0; at < utf8.size();) {
        const auto [rune, length] = decode(utf8, at);
        if (length == 0)
            text.broken.push_back(text.runes.size());
        text.runes.push_back(rune);
        at += std::max(length, 1);
    }
    return text;
}

GoText goText(QStringView text)
{
    return goText(QByteArrayView(text.toUtf8()));
}

QString toText(std::u32string_view runes)
{
    return QString::fromUcs4(runes.data(), qsizetype(runes.size()));
}

QByteArray goJson(QByteArrayView json)
{
    const GoText text = goText(json);
    std::u32string_view rest = text.runes;
    std::u32string mended;
    const auto escapedUnit = [](std::u32string_view escape) -> std::optional<char32_t> {
        if (!escape.starts_with(U"\\u"))
            return std::nullopt;
        escape.remove_prefix(2);
        return takeDigits(escape, 4, 16);
    };
    while (!rest.empty()) {
        const auto unit = escapedUnit(rest);
        const auto low = unit && QChar::isHighSurrogate(*unit) ? escapedUnit(rest.substr(6)) : std::nullopt;
        const bool isPair = low && QChar::isLowSurrogate(*low);
        const size_t length = isPair ? 12 : unit ? 6 : rest[0] == U'\\' ? 2 : 1;
        if (unit && !isPair && QChar::isSurrogate(*unit))
            mended += replacement;
        else
            mended += rest.substr(0, length);
        rest.remove_prefix(std::min(length, rest.size()));
    }
    return toText(mended).toUtf8();
}

bool isGoSpace(char32_t rune)
{
    return (rune >= 0x09 && rune <= 0x0D) || rune == 0x20 || rune == 0x85 || rune == 0xA0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200A)
           || rune == 0x2028 || rune == 0x2029 || rune == 0x202F || rune == 0x205F || rune == 0x3000;
}

QString goQuoted(QStringView text)
{
    QString result(u'"');
    for (const char32_t rune : goText(text).runes) {
        if (rune == U'"' || rune == U'\\')
            result += QString(u'\\') + QChar(char16_t(rune));
        else
            result += isPrintable(rune) ? QString::fromUcs4(&rune, 1) : escapeOf(rune);
    }
    return result + u'"';
}

std::optional<QString> goUnquoted(std::u32string_view quotedText)
{
    if (quotedText.size() < 2 || quotedText.front() != U'"' || quotedText.back() != U'"')
        return std::nullopt;
    std::u32string_view rest = quotedText.substr(1, quotedText.size() - 2);
    QByteArray bytes;
    while (!rest.empty()) {
        const char32_t rune = rest.front();
        rest.remove_prefix(1);
        if (rune == U'\n' || rune == U'"')
            return std::nullopt;
        if (rune != U'\\')
            appendRune(bytes, rune);
        else if (!unescapeInto(bytes, rest))
            return std::nullopt;
    }
    return bytes.isValidUtf8() ? std::optional(QString::fromUtf8(bytes)) : std::nullopt;
}

} // namespace Watchfloor
