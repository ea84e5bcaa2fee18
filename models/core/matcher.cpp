#include "models/core/matcher.h"

#include "models/core/goregex.h"
#include "models/core/gotext.h"
#include "models/core/matchersyntax.h"

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

namespace {

bool found(const re2::RE2 &regex, QStringView value)
{
    const QByteArray text = value.toUtf8();
    return re2::RE2::PartialMatch(re2::StringPiece(text.constData(), size_t(text.size())), regex);
}

/// The classic grammar knows no quotes around a name, so they stand only where it could not read the name anyway.
bool needsQuotes(const QString &name)
{
    const auto runes = goText(name).runes;
    return std::any_of(runes.begin(), runes.end(), isReservedInMatchers);
}

} // namespace

Result<Matcher> Matcher::make(QString name, Operator op, QString value, Dialect dialect)
{
    Matcher matcher;
    matcher.m_name = std::move(name);
    matcher.m_op = op;
    matcher.m_value = std::move(value);
    if (matcher.isRegex()) {
        const QString anchored = (dialect == Dialect::PromQl ? QStringLiteral("^(?s:") : QStringLiteral("^(?:")) + matcher.m_value + QStringLiteral(")$");
        auto regex = compileGoRegex(anchored);
        if (!regex)
            return regex.error();
        matcher.m_regex = *std::move(regex);
    }
    return matcher;
}

bool Matcher::matchesValue(QStringView value) const
{
    switch (m_op) {
    case Operator::Equal:
        return value == m_value;
    case Operator::NotEqual:
        return value != m_value;
    case Operator::Matches:
        return found(*m_regex, value);
    case Operator::NotMatches:
        return !found(*m_regex, value);
    }
    return false;
}

QString Matcher::toString() const
{
    static constexpr const char16_t *words[] = {u"=", u"!=", u"=~", u"!~"};
    const QString word = QString::fromUtf16(words[size_t(m_op)]);
    return needsQuotes(m_name) ? goQuoted(m_name) + word + goQuoted(m_value) : m_name + word + quoted(m_value);
}

bool isClassicName(QStringView name)
{
    const auto opens = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u':'; };
    const auto follows = [opens](QChar c) { return opens(c) || (c >= u'0' && c <= u'9'); };
    return !name.isEmpty() && opens(name.front()) && std::all_of(name.begin(), name.end(), follows);
}

Result<Matcher> parseMatcher(QStringView text)
{
    auto reading = readMatcher(goText(text), MatcherGrammar::Fallback);
    if (!reading.fault)
        return std::move(reading.matchers.front());
    return Error{Error::Kind::Malformed, QStringLiteral("%1 in matcher \"%2\"").arg(reading.fault->message, text.left(128)), {}};
}

Result<Matchers> parseMatchers(QStringView text)
{
    auto reading = readMatchers(goText(text), MatcherGrammar::Fallback);
    if (!reading.fault)
        return std::move(reading.matchers);
    return Error{Error::Kind::Malformed, QStringLiteral("%1 in matchers \"%2\"").arg(reading.fault->message, text.left(128)), {}};
}

bool matchAll(const Matchers &matchers, const Labels &labels)
{
    return std::all_of(matchers.begin(), matchers.end(), [&labels](const Matcher &matcher) { return matcher.matches(labels); });
}

QString matchersText(const Matchers &matchers)
{
    QStringList parts;
    for (const Matcher &matcher : matchers)
        parts << matcher.toString();
    return u'{' + parts.join(QStringLiteral(", ")) + u'}';
}

} // namespace Watchfloor
