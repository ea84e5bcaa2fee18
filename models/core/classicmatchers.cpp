#include "models/core/matchersyntax.h"

#include <algorithm>

namespace Watchfloor::ClassicMatchers {

namespace {

using Runes = std::u32string_view;

MatcherReading refused(const QString &why, Runes text)
{
    return {.matchers = {}, .fault = MatcherFault{QStringLiteral("%1: %2").arg(why, toText(text.substr(0, 200)))}};
}

/// The white space of a regular expression's \s, which is all that may stand between the three parts.
bool isBlank(char32_t rune)
{
    return rune == U' ' || rune == U'\t' || rune == U'\n' || rune == U'\f' || rune == U'\r';
}

Runes trimmed(Runes text, bool (*isSpace)(char32_t))
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

Runes takeName(Runes &text)
{
    const auto belongs = [](char32_t rune) { return rune < 0x80 && isClassicName(QStringLiteral("_") + QChar(char16_t(rune))); };
    const auto end = std::find_if_not(text.begin(), text.end(), belongs);
    const Runes name = text.substr(0, size_t(end - text.begin()));
    text.remove_prefix(name.size());
    return name;
}

std::optional<Matcher::Operator> takeOperator(Runes &text)
{
    using Operator = Matcher::Operator;
    // =~ before =, or its second sign would belong to the value.
    static constexpr std::pair<Runes, Operator> operators[] = {
        {U"=~", Operator::Matches}, {U"=", Operator::Equal}, {U"!=", Operator::NotEqual}, {U"!~", Operator::NotMatches}};
    for (const auto &[word, op] : operators) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return op;
        }
    }
    return std::nullopt;
}

/// The value that stands there, in quotes or bare: \" \\ and \n are escapes, any other backslash stands for itself, and a quote
/// that is neither escaped nor around the whole is refused.
std::optional<QString> unescaped(Runes raw)
{
    const bool opened = raw.starts_with(U'"');
    if (opened)
        raw.remove_prefix(1);
    bool closed = false;
    std::u32string value;
    for (size_t at = 0; at < raw.size(); ++at) {
        const bool last = at + 1 == raw.size();
        if (raw[at] == U'"') {
            if (!opened || !last)
                return std::nullopt;
            closed = true;
        } else if (raw[at] == U'\\' && !last) {
            const char32_t next = raw[++at];
            if (next == U'n')
                value += U'\n';
            else if (next == U'"' || next == U'\\')
                value += next;
            else
                value += {U'\\', next};
        } else {
            value += raw[at];
        }
    }
    return opened == closed ? std::optional(toText(value)) : std::nullopt;
}

MatcherReading readRunes(Runes whole)
{
    Runes rest = trimmed(whole, isBlank);
    const QString name = toText(takeName(rest));
    rest = trimmed(rest, isBlank);
    const auto op = takeOperator(rest);
    if (!isClassicName(name) || !op)
        return refused(QStringLiteral("not a matcher"), whole);
    rest = trimmed(rest, isBlank);
    const auto value = unescaped(rest);
    if (!value)
        return refused(QStringLiteral("a double quote that is not escaped"), rest);
    auto matcher = Matcher::make(name, *op, *value);
    if (!matcher)
        return {.matchers = {}, .fault = MatcherFault{matcher.error().detail}};
    return {.matchers = {*std::move(matcher)}};
}

/// Splits at commas outside double quotes. An escape stays open over a comma, as Alertmanager has it.
std::vector<std::u32string> split(Runes list)
{
    std::vector<std::u32string> parts;
    std::u32string part;
    bool inQuotes = false;
    bool escaped = false;
    for (const char32_t rune : list) {
        if (rune == U',' && !inQuotes) {
            parts.push_back(std::exchange(part, {}));
            continue;
        }
        if (rune == U'"') {
            inQuotes = inQuotes != !escaped;
            escaped = false;
        } else if (rune == U'\\') {
            escaped = !escaped;
        } else if (rune != U',') {
            escaped = false;
        }
        part += rune;
    }
    if (const Runes last = trimmed(part, isGoSpace); !last.empty())
        parts.emplace_back(last);
    return parts;
}

} // namespace

MatcherReading readOne(const GoText &text)
{
    if (!text.isUtf8())
        return refused(QStringLiteral("not UTF-8"), text.runes);
    return readRunes(text.runes);
}

/// Either brace may be missing, and bytes that are not UTF-8 are U+FFFD here.
MatcherReading readList(const GoText &text)
{
    Runes list = text.runes;
    if (list.starts_with(U'{'))
        list.remove_prefix(1);
    if (list.ends_with(U'}'))
        list.remove_suffix(1);
    MatcherReading whole;
    for (const std::u32string &part : split(list)) {
        MatcherReading one = readRunes(part);
        if (one.fault)
            return one;
        whole.matchers.push_back(std::move(one.matchers.front()));
    }
    return whole;
}

} // namespace Watchfloor::ClassicMatchers
