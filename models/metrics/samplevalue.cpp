#include "models/metrics/samplevalue.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <string>

namespace Watchfloor {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexLetter(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool equalsLowerCase(std::string_view text, std::string_view lowerCase)
{
    return std::equal(text.begin(), text.end(), lowerCase.begin(), lowerCase.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + 32) : a) == b; });
}

const char *scanWord(const char *begin, const char *end, double &value)
{
    const std::string_view text(begin, size_t(end - begin));
    if (text.starts_with("NaN")) {
        value = std::numeric_limits<double>::quiet_NaN();
        return begin + 3;
    }
    const size_t sign = text.starts_with('+') || text.starts_with('-') ? 1 : 0;
    if (!text.substr(sign).starts_with("Inf"))
        return nullptr;
    value = text.starts_with('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    return begin + sign + 3;
}

/// Underscores stand between two digits, the base prefix counting as a digit.
bool underscoresStandBetweenDigits(std::string_view text, bool hexadecimal)
{
    const auto digit = [hexadecimal](char c) { return isDigit(c) || (hexadecimal && isHexLetter(c)); };
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            continue;
        const bool after = i > 0 ? digit(text[i - 1]) : hexadecimal;
        if (!after || i + 1 == text.size() || !digit(text[i + 1]))
            return false;
    }
    return true;
}

/// What from_chars refuses with result_out_of_range: zero, or nothing where it is too large. Only the exponent's sign tells,
/// after the zeros and digits before it are counted.
std::optional<double> outOfRange(std::string_view text, bool hexadecimal)
{
    const size_t mark = text.find_first_of(hexadecimal ? "pP" : "eE");
    const std::string_view mantissa = text.substr(0, mark);
    const size_t point = std::min(mantissa.find('.'), mantissa.size());
    const size_t first = mantissa.find_first_not_of("0.");
    if (first == std::string_view::npos)
        return 0.0;
    double magnitude = first < point ? double(point - first) : -double(first - point);
    magnitude *= hexadecimal ? 4.0 : 1.0;
    double exponent = 0;
    if (mark != std::string_view::npos) {
        std::string_view digits = text.substr(mark + 1);
        const bool negative = digits.starts_with('-');
        if (negative || digits.starts_with('+'))
            digits.remove_prefix(1);
        for (const char c : digits)
            exponent = exponent * 10 + (c - '0');
        exponent = negative ? -exponent : exponent;
    }
    return magnitude + exponent < 0 ? std::optional(0.0) : std::nullopt;
}

/// Digits without a sign: decimal, or hexadecimal with an exponent.
std::optional<double> parseDigits(std::string_view text)
{
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    if (hexadecimal)
        text.remove_prefix(2);
    std::string plain;
    if (text.find('_') != std::string_view::npos) {
        if (!underscoresStandBetweenDigits(text, hexadecimal))
            return std::nullopt;
        std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) { return c != '_'; });
        text = plain;
    }
    const auto starts = [&](char c) { return isDigit(c) || c == '.' || (hexadecimal && isHexLetter(c)); };
    if (text.empty() || !starts(text.front()) || (hexadecimal && text.find_first_of("pP") == std::string_view::npos))
        return std::nullopt;
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [rest, fault] = std::from_chars(text.data(), end, value, hexadecimal ? std::chars_format::hex : std::chars_format::general);
    if (rest != end || fault == std::errc::invalid_argument)
        return std::nullopt;
    return fault == std::errc() ? std::optional(value) : outOfRange(text, hexadecimal);
}

}

const char *scanSampleValue(const char *begin, const char *end, double &value)
{
    const char *digits = begin != end && *begin == '-' ? begin + 1 : begin;
    if (digits == end || !isDigit(*digits))
        return scanWord(begin, end, value);
    const auto [rest, fault] = std::from_chars(begin, end, value);
    return fault == std::errc() ? rest : nullptr;
}

std::optional<double> parseSampleValue(std::string_view text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    if (!text.empty() && scanSampleValue(text.data(), end, value) == end)
        return value;
    const bool negative = text.starts_with('-');
    std::string_view bare = text;
    if (negative || text.starts_with('+'))
        bare.remove_prefix(1);
    if (equalsLowerCase(bare, "nan") && bare.size() == text.size())
        return std::numeric_limits<double>::quiet_NaN();
    std::optional<double> number;
    if (equalsLowerCase(bare, "inf") || equalsLowerCase(bare, "infinity"))
        number = std::numeric_limits<double>::infinity();
    else
        number = parseDigits(bare);
    return number && negative ? std::optional(-*number) : number;
}

std::optional<double> parseExpositionValue(std::string_view text)
{
    if (text.find_first_of("pP_") != std::string_view::npos)
        return std::nullopt;
    return parseSampleValue(text);
}

} // namespace Watchfloor
