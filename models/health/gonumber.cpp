#include "models/health/gonumber.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace Watchfloor::Go {

namespace {

constexpr quint64 wholeLimit = quint64(1) << 63;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool equalFolded(std::string_view text, std::string_view word)
{
    if (text.size() != word.size())
        return false;
    for (size_t i = 0; i < text.size(); ++i)
        if (lower(text[i]) != word[i])
            return false;
    return true;
}

/// Takes a sign away; true for a minus.
bool takeSign(std::string_view &text)
{
    const bool signedText = !text.empty() && (text.front() == '-' || text.front() == '+');
    const bool minus = signedText && text.front() == '-';
    if (signedText)
        text.remove_prefix(1);
    return minus;
}

/// Every underscore stands between two digits, or right behind the prefix of a base.
bool underscoresFit(std::string_view text)
{
    takeSign(text);
    bool hexadecimal = false;
    char before = '^'; // the start
    if (text.size() >= 2 && text[0] == '0' && (lower(text[1]) == 'b' || lower(text[1]) == 'o' || lower(text[1]) == 'x')) {
        before = '0';
        hexadecimal = lower(text[1]) == 'x';
        text.remove_prefix(2);
    }
    for (const char c : text) {
        const bool digit = isDigit(c) || (hexadecimal && lower(c) >= 'a' && lower(c) <= 'f');
        if (digit) {
            before = '0';
        } else if (c == '_') {
            if (before != '0')
                return false;
            before = '_';
        } else {
            if (before == '_')
                return false;
            before = '!';
        }
    }
    return before != '_';
}

std::string withoutUnderscores(std::string_view text)
{
    std::string plain;
    for (const char c : text)
        if (c != '_')
            plain += c;
    return plain;
}

/// The prefix of a base taken away; 10 without one.
int takeBase(std::string_view &text)
{
    if (text.empty() || text[0] != '0')
        return 10;
    const char letter = text.size() >= 3 ? lower(text[1]) : '\0';
    const int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    text.remove_prefix(base != 0 ? 2 : 1);
    return base != 0 ? base : 8;
}

/// The digits in front, taken away; nothing where they are too many.
std::optional<quint64> takeWhole(std::string_view &text)
{
    quint64 value = 0;
    while (!text.empty() && isDigit(text.front())) {
        if (value > wholeLimit / 10)
            return std::nullopt;
        value = value * 10 + quint64(text.front() - '0');
        if (value > wholeLimit)
            return std::nullopt;
        text.remove_prefix(1);
    }
    return value;
}

struct Fraction
{
    quint64 value = 0;
    double scale = 1;
};

/// The digits behind a point; those that do not fit any more count for nothing.
Fraction takeFraction(std::string_view &text)
{
    Fraction fraction;
    bool full = false;
    while (!text.empty() && isDigit(text.front())) {
        const quint64 digit = quint64(text.front() - '0');
        text.remove_prefix(1);
        full = full || fraction.value > (wholeLimit - 1) / 10 || fraction.value * 10 + digit > wholeLimit;
        if (full)
            continue;
        fraction.value = fraction.value * 10 + digit;
        fraction.scale *= 10;
    }
    return fraction;
}

std::optional<quint64> takeUnit(std::string_view &text)
{
    size_t end = 0;
    while (end < text.size() && text[end] != '.' && !isDigit(text[end]))
        ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    if (word == "ns")
        return 1;
    if (word == "us" || word == "\u00b5s" || word == "\u03bcs")
        return 1'000;
    if (word == "ms")
        return 1'000'000;
    if (word == "s")
        return 1'000'000'000;
    if (word == "m")
        return 60'000'000'000;
    if (word == "h")
        return 3'600'000'000'000;
    return std::nullopt;
}

/// One number with its unit, in nanoseconds.
std::optional<quint64> takePart(std::string_view &text)
{
    const size_t before = text.size();
    const auto whole = takeWhole(text);
    if (!whole)
        return std::nullopt;
    bool digits = text.size() != before;
    Fraction fraction;
    if (!text.empty() && text.front() == '.') {
        text.remove_prefix(1);
        const size_t point = text.size();
        fraction = takeFraction(text);
        digits = digits || text.size() != point;
    }
    const auto unit = digits ? takeUnit(text) : std::nullopt;
    if (!unit || *whole > wholeLimit / *unit)
        return std::nullopt;
    const quint64 value = *whole * *unit + quint64(double(fraction.value) * (double(*unit) / fraction.scale));
    return value > wholeLimit ? std::nullopt : std::optional(value);
}

std::optional<double> hexadecimal(std::string_view digits)
{
    double value = 0;
    const bool exponent = digits.find_first_of("pP") != std::string_view::npos;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::hex);
    return exponent && fault == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

std::string printed(double value, std::chars_format format)
{
    char buffer[512];
    const auto [end, fault] = std::to_chars(buffer, buffer + sizeof buffer, value, format);
    return fault == std::errc() ? std::string(buffer, end) : std::string();
}

}

std::optional<qint64> integer(std::string_view text)
{
    const bool underscores = text.find('_') != std::string_view::npos;
    if (underscores && !underscoresFit(text))
        return std::nullopt;
    const std::string plain = withoutUnderscores(text);
    std::string_view digits = plain;
    const bool minus = takeSign(digits);
    if (digits == "0")
        return 0;
    const int base = takeBase(digits);
    quint64 value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || fault != std::errc() || end != digits.data() + digits.size() || value > wholeLimit - (minus ? 0 : 1))
        return std::nullopt;
    return minus ? qint64(0 - value) : qint64(value);
}

std::optional<double> real(std::string_view text)
{
    std::string_view digits = text;
    const bool minus = takeSign(digits);
    const double sign = minus ? -1 : 1;
    if (equalFolded(digits, "inf") || equalFolded(digits, "infinity"))
        return sign * std::numeric_limits<double>::infinity();
    if (equalFolded(text, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (digits.empty() || (!isDigit(digits.front()) && digits.front() != '.'))
        return std::nullopt;
    if (digits.find('_') != std::string_view::npos && !underscoresFit(text))
        return std::nullopt;
    const std::string plain = withoutUnderscores(digits);
    if (plain.size() > 2 && plain[0] == '0' && lower(plain[1]) == 'x') {
        const auto value = hexadecimal(std::string_view(plain).substr(2));
        return value ? std::optional(sign * *value) : std::nullopt;
    }
    double value = 0;
    const auto [end, fault] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return fault == std::errc() && end == plain.data() + plain.size() ? std::optional(sign * value) : std::nullopt;
}

std::optional<std::chrono::nanoseconds> duration(std::string_view text)
{
    const bool minus = takeSign(text);
    if (text == "0")
        return std::chrono::nanoseconds(0);
    if (text.empty())
        return std::nullopt;
    quint64 sum = 0;
    while (!text.empty()) {
        const auto part = takePart(text);
        if (!part || *part > wholeLimit - sum)
            return std::nullopt;
        sum += *part;
    }
    if (sum > wholeLimit - (minus ? 0 : 1))
        return std::nullopt;
    return std::chrono::nanoseconds(minus ? qint64(0 - sum) : qint64(sum));
}

QByteArray durationText(std::chrono::milliseconds length)
{
    const qint64 seconds = length.count() / 1000;
    const quint64 size = seconds < 0 ? quint64(0) - quint64(seconds) : quint64(seconds);
    const quint64 hours = size / 3600;
    const quint64 minutes = size / 60 % 60;
    const quint64 rest = size % 60;
    QByteArray text;
    if (hours > 0)
        text += QByteArray::number(hours) + 'h';
    if (minutes > 0 || (hours > 0 && rest > 0))
        text += QByteArray::number(minutes) + 'm';
    if (rest > 0 || text.isEmpty())
        text += QByteArray::number(rest) + 's';
    return seconds < 0 ? '-' + text : text;
}

QByteArray realText(double value, RealStyle style)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    std::string text = printed(value, std::chars_format::scientific);
    const size_t sign = text.find('e');
    int exponent = 0;
    const size_t first = sign + (text[sign + 1] == '+' ? 2 : 1);
    std::from_chars(text.data() + first, text.data() + text.size(), exponent);
    const bool json = style == RealStyle::Json;
    const bool fixed = value == 0 || (json ? exponent >= -6 && exponent < 21 : exponent >= -4 && exponent < 6);
    if (fixed)
        text = printed(value, std::chars_format::fixed);
    else if (json && text.size() > sign + 3 && text[sign + 1] == '-' && text[sign + 2] == '0')
        text.erase(sign + 2, 1);
    return QByteArray::fromStdString(text);
}

qint64 truncated(double value)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    return value >= -limit && value < limit ? qint64(value) : std::numeric_limits<qint64>::min();
}

} // namespace Watchfloor::Go
