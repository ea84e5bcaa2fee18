#include "models/core/matchersyntax.h"

namespace Watchfloor {

namespace {

constexpr size_t longestText = size_t(1) << 20;

MatcherReading refused(const QString &message)
{
    return {.matchers = {}, .fault = MatcherFault{message}};
}

MatcherReading onlyOne(MatcherReading reading)
{
    if (reading.fault || reading.matchers.size() == 1)
        return reading;
    return refused(reading.matchers.empty() ? QStringLiteral("no matcher")
                                            : QStringLiteral("one matcher is expected, here are %1").arg(reading.matchers.size()));
}

/// Alertmanager takes the classic reading wherever there is one that differs, so that nothing changed when the new grammar came.
MatcherReading decided(MatcherReading utf8, MatcherReading classic)
{
    if (classic.fault)
        return utf8.fault ? classic : utf8;
    if (utf8.fault)
        classic.disagreement = QStringLiteral("only the classic grammar reads this (UTF-8: %1); both read %2")
                                   .arg(utf8.fault->message, canonicalText(classic.matchers));
    else if (utf8.matchers != classic.matchers)
        classic.disagreement = QStringLiteral("the grammars disagree: classic reads %1, UTF-8 reads %2; an Alertmanager that knows both takes the classic one")
                                   .arg(canonicalText(classic.matchers), canonicalText(utf8.matchers));
    return classic;
}

bool hasOuterBrace(const GoText &text)
{
    return text.runes.starts_with(U'{') || text.runes.ends_with(U'}');
}

} // namespace

MatcherReading readMatcher(const GoText &text, MatcherGrammar grammar)
{
    if (text.runes.size() > longestText)
        return refused(QStringLiteral("longer than %1 characters").arg(longestText));
    switch (grammar) {
    case MatcherGrammar::Classic:
        return ClassicMatchers::readOne(text);
    case MatcherGrammar::Utf8:
        return onlyOne(Utf8Matchers::readList(text));
    case MatcherGrammar::Fallback:
        break;
    }
    if (hasOuterBrace(text))
        return refused(QStringLiteral("a brace around a single matcher"));
    return decided(onlyOne(Utf8Matchers::readList(text)), ClassicMatchers::readOne(text));
}

MatcherReading readMatchers(const GoText &text, MatcherGrammar grammar)
{
    if (text.runes.size() > longestText)
        return refused(QStringLiteral("longer than %1 characters").arg(longestText));
    switch (grammar) {
    case MatcherGrammar::Classic:
        return ClassicMatchers::readList(text);
    case MatcherGrammar::Utf8:
        return Utf8Matchers::readList(text);
    case MatcherGrammar::Fallback:
        break;
    }
    return decided(Utf8Matchers::readList(text), ClassicMatchers::readList(text));
}

QString canonicalText(const Matchers &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << matcher.toString();
    return u'{' + parts.join(u',') + u'}';
}

bool isReservedInMatchers(char32_t rune)
{
    return isGoSpace(rune) || std::u32string_view(U"{}!=~,\\\"'`").find(rune) != std::u32string_view::npos;
}

} // namespace Watchfloor
