#include "models/core/matcher.h"

#include <re2/re2.h>

#include <algorithm>

namespace Watchfloor {

namespace {

Error malformed(QStringView text, const QString &why)
{
    return {Error::Kind::Malformed, QStringLiteral("%1 in matcher \"%2\"").arg(why, text.left(128)), {}};
}

bool isValidName(QStringView name)
{
    const auto valid = [](QChar c, bool first) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u':' || (!first && c >= u'0' && c <= u'9');
    };
    if (name.isEmpty())
        return false;
    for (qsizetype i = 0; i < name.size(); ++i)
        if (!valid(name[i], i == 0))
            return false;
    return true;
}

/// Resolves \" \\ and \n of a quoted or bare value; any other backslash stands for itself, as Alertmanager has it.
Result<QString> unescaped(QStringView whole, QStringView text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            return malformed(whole, QStringLiteral("an unescaped double quote"));
        if (text[i] != u'\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        const QChar next = text[++i];
        if (next == u'n')
            value += u'\n';
        else if (next == u'"' || next == u'\\')
            value += next;
        else
            value += QString(u'\\') + next;
    }
    return value;
}

struct OperatorAt
{
    Matcher::Operator op;
    qsizetype length;
};

std::optional<OperatorAt> operatorAt(QStringView text)
{
    if (text.startsWith(u"=~"))
        return OperatorAt{Matcher::Operator::Matches, 2};
    if (text.startsWith(u"!~"))
        return OperatorAt{Matcher::Operator::NotMatches, 2};
    if (text.startsWith(u"!="))
        return OperatorAt{Matcher::Operator::NotEqual, 2};
    if (text.startsWith(u"="))
        return OperatorAt{Matcher::Operator::Equal, 1};
    return std::nullopt;
}

/// Splits at commas that stand outside double quotes.
Result<std::vector<QStringView>> splitList(QStringView text)
{
    std::vector<QStringView> parts;
    bool inQuotes = false;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && inQuotes)
            ++i;
        else if (text[i] == u'"')
            inQuotes = !inQuotes;
        else if (text[i] == u',' && !inQuotes) {
            parts.push_back(text.sliced(start, i - start));
            start = i + 1;
        }
    }
    if (inQuotes)
        return malformed(text, QStringLiteral("an open double quote"));
    if (!text.sliced(start).trimmed().isEmpty())
        parts.push_back(text.sliced(start));
    return parts;
}

} // namespace

Result<Matcher> Matcher::make(QString name, Operator op, QString value)
{
    if (!isValidName(name))
        return malformed(name, QStringLiteral("not a label name"));
    Matcher matcher;
    matcher.m_name = std::move(name);
    matcher.m_op = op;
    matcher.m_value = std::move(value);
    if (matcher.isRegex()) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        options.set_max_mem(4 << 20);
        const std::string anchored = "^(?s:" + matcher.m_value.toStdString() + ")$";
        auto regex = std::make_shared<const re2::RE2>(anchored, options);
        if (!regex->ok())
            return malformed(matcher.m_value, QStringLiteral("not a regular expression of RE2: %1").arg(QString::fromStdString(regex->error())));
        matcher.m_regex = std::move(regex);
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
        return re2::RE2::FullMatch(value.toUtf8().toStdString(), *m_regex);
    case Operator::NotMatches:
        return !re2::RE2::FullMatch(value.toUtf8().toStdString(), *m_regex);
    }
    return false;
}

QString Matcher::toString() const
{
    static constexpr const char16_t *words[] = {u"=", u"!=", u"=~", u"!~"};
    return m_name + QString::fromUtf16(words[size_t(m_op)]) + quoted(m_value);
}

Result<Matcher> parseMatcher(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    qsizetype at = 0;
    while (at < trimmed.size() && trimmed[at] != u'=' && trimmed[at] != u'!')
        ++at;
    const auto op = operatorAt(trimmed.sliced(at));
    if (!op)
        return malformed(text, QStringLiteral("no operator = != =~ !~"));
    QStringView raw = trimmed.sliced(at + op->length).trimmed();
    if (raw.startsWith(u'"')) {
        qsizetype backslashes = 0;
        while (backslashes < raw.size() - 2 && raw[raw.size() - 2 - backslashes] == u'\\')
            ++backslashes;
        if (raw.size() < 2 || !raw.endsWith(u'"') || backslashes % 2 == 1)
            return malformed(text, QStringLiteral("an open double quote"));
        raw = raw.sliced(1, raw.size() - 2);
    }
    auto value = unescaped(text, raw);
    if (!value)
        return value.error();
    return Matcher::make(trimmed.first(at).trimmed().toString(), op->op, *std::move(value));
}

Result<Matchers> parseMatchers(QStringView text)
{
    QStringView list = text.trimmed();
    if (list.startsWith(u'{') != list.endsWith(u'}'))
        return malformed(text, QStringLiteral("braces that do not pair"));
    if (list.startsWith(u'{'))
        list = list.sliced(1, list.size() - 2);
    const auto parts = splitList(list);
    if (!parts)
        return parts.error();
    Matchers matchers;
    for (const QStringView part : *parts) {
        auto matcher = parseMatcher(part);
        if (!matcher)
            return matcher.error();
        matchers.push_back(*std::move(matcher));
    }
    return matchers;
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
