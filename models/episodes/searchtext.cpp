#include "models/episodes/searchtext.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {

/// Parts at blanks and commas outside of double quotes.
QStringList partsOf(QStringView text)
{
    QStringList parts;
    QString part;
    bool quoted = false;
    bool escaped = false;
    for (const QChar character : text) {
        if (!quoted && (character.isSpace() || character == u',')) {
            if (!part.isEmpty())
                parts << std::exchange(part, {});
            continue;
        }
        if (character == u'"' && !escaped)
            quoted = !quoted;
        escaped = quoted && character == u'\\' && !escaped;
        part += character;
    }
    return part.isEmpty() ? parts : parts << part;
}

bool isMatcher(const QString &part)
{
    static const QRegularExpression beginning(QStringLiteral("^\\{?(\"[^\"]*\"|[\\p{L}_][\\p{L}\\p{N}_.:-]*)(=~|!~|!=|=)"));
    return beginning.match(part).hasMatch();
}

} // namespace

Result<EpisodeSearch> parseEpisodeSearch(QStringView text)
{
    EpisodeSearch search;
    QStringList words;
    for (const QString &part : partsOf(text.left(4'000))) {
        if (!isMatcher(part)) {
            words << QString(part).remove(u'"');
            continue;
        }
        auto matcher = parseMatcher(part);
        if (!matcher)
            return matcher.error();
        search.matchers.push_back(*std::move(matcher));
    }
    search.text = words.join(u' ');
    return search;
}

} // namespace Watchfloor
