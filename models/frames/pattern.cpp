#include "models/frames/pattern.h"

#include <algorithm>

namespace Watchfloor {

namespace {

// A dashboard is not trusted: no pattern of a team is longer.
constexpr qsizetype longestPattern = 8'192;
constexpr qsizetype longestReplaced = 65'536;

/// One reference of a replacement at `at`, as JavaScript reads them; empty where the dollar stands for itself.
QString reference(const QString &replacement, qsizetype at, const QRegularExpressionMatch &match, qsizetype &length)
{
    length = 1;
    const QStringView rest = QStringView(replacement).sliced(at + 1);
    if (rest.isEmpty())
        return QStringLiteral("$");
    if (rest[0] == u'$' || rest[0] == u'&') {
        length = 2;
        return rest[0] == u'$' ? QStringLiteral("$") : match.captured(0);
    }
    if (rest[0] == u'<') {
        const qsizetype end = rest.indexOf(u'>');
        if (end > 0) {
            length = end + 2;
            return match.captured(rest.sliced(1, end - 1));
        }
    }
    const int groups = match.regularExpression().captureCount();
    for (const qsizetype digits : {2, 1}) {
        const QStringView number = rest.first(std::min(digits, rest.size()));
        const bool read = number.size() == digits && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        const int group = read ? number.toInt() : 0;
        if (group > 0 && group <= groups) {
            length = digits + 1;
            return match.captured(group);
        }
    }
    return QStringLiteral("$");
}

QString filled(const QString &replacement, const QRegularExpressionMatch &match)
{
    QString result;
    for (qsizetype at = 0; at < replacement.size();) {
        qsizetype length = 1;
        if (replacement[at] == u'$')
            result += reference(replacement, at, match, length);
        else
            result += replacement[at];
        at += length;
    }
    return result;
}

} // namespace

Pattern::Pattern(const QString &text)
{
    if (!text.startsWith(u'/')) {
        compile(u'^' + text + u'$', {});
        return;
    }
    // The first slash that only flags follow ends it.
    static const QRegularExpression parts(QStringLiteral("^/(.*?)/(g?i?m?y?s?)$"), QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = parts.match(text);
    if (match.hasMatch())
        compile(match.captured(1), match.captured(2));
}

Pattern Pattern::bare(const QString &expression)
{
    Pattern pattern;
    pattern.compile(expression, {});
    return pattern;
}

void Pattern::compile(const QString &expression, const QString &flags)
{
    if (expression.size() > longestPattern)
        return;
    QRegularExpression::PatternOptions options;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, flags.contains(u'i'));
    options.setFlag(QRegularExpression::MultilineOption, flags.contains(u'm'));
    options.setFlag(QRegularExpression::DotMatchesEverythingOption, flags.contains(u's'));
    m_expression = QRegularExpression(expression, options);
    m_everywhere = flags.contains(u'g');
    m_valid = m_expression.isValid();
}

bool Pattern::matches(const QString &text) const
{
    return m_valid && m_expression.match(text).hasMatch();
}

QString Pattern::replaced(const QString &text, const QString &replacement) const
{
    if (!m_valid)
        return text;
    QString result;
    qsizetype done = 0;
    auto matches = m_expression.globalMatch(text);
    while (matches.hasNext() && result.size() < longestReplaced) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        result += filled(replacement, match);
        done = match.capturedEnd();
        if (!m_everywhere)
            break;
    }
    return result + text.mid(done);
}

} // namespace Watchfloor
