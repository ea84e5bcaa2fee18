#include "models/metrics/samplevalue.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace Watchfloor {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
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
    if (text.empty() || scanSampleValue(text.data(), end, value) != end)
        return std::nullopt;
    return value;
}

std::optional<double> parseExpositionValue(std::string_view text)
{
    const bool negative = text.starts_with('-');
    std::string_view bare = text;
    if (negative || text.starts_with('+'))
        bare.remove_prefix(1);
    if (bare.empty())
        return std::nullopt;
    if (equalsLowerCase(bare, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (equalsLowerCase(bare, "inf") || equalsLowerCase(bare, "infinity"))
        return negative ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
    if (!isDigit(bare.front()) && bare.front() != '.')
        return std::nullopt;
    double value = 0;
    const char *end = bare.data() + bare.size();
    const auto [rest, fault] = std::from_chars(bare.data(), end, value);
    if (fault != std::errc() || rest != end)
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace Watchfloor
