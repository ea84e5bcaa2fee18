#pragma once

#include "models/core/gotext.h"
#include "models/core/matcher.h"

namespace Watchfloor {

/// Which of Alertmanager's grammars reads a text. Sources: Alertmanager's documentation, "UTF-8 matchers"; its packages pkg/labels
/// (classic), matcher/parse (UTF-8) and matcher/compat (fallback: both, the classic reading where both read and differ).
enum class MatcherGrammar { Classic, Utf8, Fallback };

/// Why a text is refused. The grammar of UTF-8 knows where, as a column from 1 in code points.
struct MatcherFault
{
    QString message;
    std::optional<int> column = {};
};

/// What a text says, or why it says nothing.
struct MatcherReading
{
    Matchers matchers;
    QString disagreement = {}; ///< of Fallback: what the grammars say differently of it; empty where they agree or only UTF-8 reads it
    std::optional<MatcherFault> fault = {};
};

/// Exactly one matcher. Without braces: only the grammar of UTF-8 by itself passes over a pair.
MatcherReading readMatcher(const GoText &text, MatcherGrammar grammar);

/// None, one or many.
MatcherReading readMatchers(const GoText &text, MatcherGrammar grammar);

/// As Alertmanager writes a list: {a="b",c=~"d"}.
QString canonicalText(const Matchers &matchers);

/// What must stand in quotes in the grammar of UTF-8: white space and {}!=~,\"'`
bool isReservedInMatchers(char32_t rune);

namespace ClassicMatchers {
MatcherReading readOne(const GoText &text);
MatcherReading readList(const GoText &text);
}

namespace Utf8Matchers {
MatcherReading readList(const GoText &text);
}

} // namespace Watchfloor
