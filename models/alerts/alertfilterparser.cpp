#include "models/alerts/alertfilter.h"

#include "models/core/duration.h"

#include <optional>

namespace Watchfloor {

namespace {

constexpr qsizetype longestTerm = 4'096;
constexpr qsizetype mostTerms = 64;

bool isSpace(QChar c)
{
    return c.isSpace();
}

/// Where the quoted text that begins at `at` ends, behind its closing quote; -1: nowhere.
qsizetype endOfQuoted(QStringView text, qsizetype at)
{
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return -1;
}

/// The first of these outside of quotes: = != =~ !~; -1: none.
qsizetype operatorPlace(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') {
            const qsizetype end = endOfQuoted(text, i);
            if (end < 0)
                return -1;
            i = end - 1;
        } else if (text[i] == u'=' || (text[i] == u'!' && i > 0 && i + 1 < text.size() && (text[i + 1] == u'=' || text[i + 1] == u'~'))) {
            return i;
        }
    }
    return -1;
}

bool isStructured(QStringView text)
{
    return text.startsWith(u'{') || (text.size() > 1 && text[0] == u'@' && text[1].isLetter()) || operatorPlace(text) >= 0;
}

/// A sign that turns what follows round: a minus, or an exclamation mark that is no operator's.
bool isSign(QStringView text)
{
    return text.size() > 1 && (text[0] == u'-' || text[0] == u'!') && !isSpace(text[1]) && !(text[0] == u'!' && (text[1] == u'=' || text[1] == u'~'));
}

/// Parts of a list of matchers between commas outside of quotes, with where they begin.
std::vector<std::pair<qsizetype, QStringView>> listParts(QStringView list)
{
    std::vector<std::pair<qsizetype, QStringView>> parts;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= list.size(); ++i) {
        if (i < list.size() && list[i] == u'"') {
            const qsizetype end = endOfQuoted(list, i);
            i = end < 0 ? list.size() - 1 : end - 1;
        } else if (i == list.size() || list[i] == u',') {
            parts.emplace_back(start, list.sliced(start, i - start));
            start = i + 1;
        }
    }
    return parts;
}

unsigned bit(int value)
{
    return 1U << unsigned(value);
}

} // namespace

/// Reads one term; every fault knows its place in it.
class AlertTermParser
{
public:
    using Asked = AlertFilter::Asked;
    using Condition = AlertFilter::Condition;

    explicit AlertTermParser(const QString &term)
        : m_term(term)
    {
    }

    Result<std::vector<Condition>> parse();

    static const std::vector<std::pair<QString, Asked>> &attributes();

private:
    Error fault(qsizetype place, const QString &sentence) const
    {
        return {Error::Kind::Invalid, QStringLiteral("Character %1: %2").arg(place + 1).arg(sentence), m_term.left(256)};
    }
    Result<std::vector<Condition>> parseStructured(QStringView text, qsizetype place, bool negated);
    Result<Condition> parseAttribute(QStringView text, qsizetype place);
    Result<Condition> parseAge(QStringView rest, qsizetype place);
    Result<Condition> parseFlag(Asked asked, QStringView rest, qsizetype place);
    Result<Condition> parseLabels(QStringView text, qsizetype place);
    Result<Condition> withValues(Condition condition, qsizetype place);
    Result<std::vector<Condition>> parseWords();

    const QString m_term;
};

const std::vector<std::pair<QString, AlertFilter::Asked>> &AlertTermParser::attributes()
{
    static const std::vector<std::pair<QString, Asked>> table{
        {QStringLiteral("state"), Asked::State},
        {QStringLiteral("age"), Asked::Age},
        {QStringLiteral("severity"), Asked::Severity},
        {QStringLiteral("origin"), Asked::Origin},
        {QStringLiteral("cluster"), Asked::Cluster},
        {QStringLiteral("owner"), Asked::Owner},
        {QStringLiteral("receiver"), Asked::Receiver},
        {QStringLiteral("flapping"), Asked::Flapping},
        {QStringLiteral("disputed"), Asked::Disputed},
        {QStringLiteral("silenced_by"), Asked::SilencedBy},
        {QStringLiteral("inhibited_by"), Asked::InhibitedBy},
        {QStringLiteral("fingerprint"), Asked::Fingerprint},
    };
    return table;
}

const QStringList &alertAttributeNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const auto &[name, asked] : AlertTermParser::attributes())
            all << name;
        return all;
    }();
    return names;
}

Result<std::vector<AlertFilter::Condition>> AlertTermParser::parse()
{
    if (m_term.size() > longestTerm)
        return fault(longestTerm, QStringLiteral("the term is longer than %1 characters.").arg(longestTerm));
    const QStringView text = QStringView(m_term).trimmed();
    if (text.isEmpty())
        return fault(0, QStringLiteral("the term is empty."));
    const qsizetype place = text.data() - m_term.constData();
    if (isSign(text) && isStructured(text.sliced(1)))
        return parseStructured(text.sliced(1), place + 1, true);
    if (isStructured(text))
        return parseStructured(text, place, false);
    return parseWords();
}

Result<std::vector<AlertFilter::Condition>> AlertTermParser::parseStructured(QStringView text, qsizetype place, bool negated)
{
    auto condition = text.startsWith(u'@') ? parseAttribute(text, place) : parseLabels(text, place);
    if (!condition)
        return condition.error();
    condition->negated = condition->negated != negated;
    condition->seen.resize(condition->matchers.size());
    return std::vector<Condition>{*std::move(condition)};
}

Result<AlertFilter::Condition> AlertTermParser::parseAttribute(QStringView text, qsizetype place)
{
    qsizetype end = 1;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_'))
        ++end;
    const QString name = text.sliced(1, end - 1).toString();
    const auto found = std::find_if(attributes().begin(), attributes().end(), [&name](const auto &attribute) { return attribute.first == name; });
    if (found == attributes().end())
        return fault(place + 1, QStringLiteral("there is no @%1; there are @%2.").arg(name.left(64), alertAttributeNames().join(QStringLiteral(" @"))));
    const QStringView rest = text.sliced(end);
    const Asked asked = found->second;
    if (asked == Asked::Age)
        return parseAge(rest, place + end);
    if (asked == Asked::Flapping || asked == Asked::Disputed)
        return parseFlag(asked, rest, place + end);
    const QStringView trimmed = rest.trimmed();
    if (!trimmed.startsWith(u'=') && !trimmed.startsWith(u"!=") && !trimmed.startsWith(u"!~"))
        return fault(place + end, QStringLiteral("@%1 needs = != =~ or !~ and a value.").arg(name));
    auto matcher = parseMatcher(name + trimmed.toString());
    if (!matcher)
        return fault(place + end + (trimmed.size() > 1 && trimmed[1] != u'~' && trimmed[0] == u'=' ? 1 : 2), matcher.error().detail + u'.');
    Condition condition;
    condition.asked = asked;
    condition.matchers = {*std::move(matcher)};
    if (asked == Asked::State || asked == Asked::Severity)
        return withValues(std::move(condition), place + end);
    return condition;
}

/// What a state or severity is called is known beforehand: which of them hold is settled here, and a word that is none is a fault.
Result<AlertFilter::Condition> AlertTermParser::withValues(Condition condition, qsizetype place)
{
    const Matcher &matcher = condition.matchers.front();
    std::vector<std::pair<QStringList, int>> all;
    if (condition.asked == Asked::State) {
        for (int state = int(AlertState::Firing); state <= int(AlertState::Recovered); ++state) {
            const bool muted = AlertState(state) == AlertState::Silenced || AlertState(state) == AlertState::Inhibited;
            const bool over = AlertState(state) == AlertState::Recovered || AlertState(state) == AlertState::Vanished;
            QStringList names{alertStateName(AlertState(state))};
            if (!over)
                names << (muted ? QStringLiteral("suppressed") : QStringLiteral("active"));
            all.emplace_back(std::move(names), state);
        }
    } else {
        for (const Severity severity : allSeverities)
            all.emplace_back(QStringList{severityName(severity)}, int(severity));
    }
    const auto plain = Matcher::make(matcher.name(), matcher.op(), matcher.isRegex() ? matcher.value() : matcher.value().toLower());
    bool known = matcher.isRegex();
    QStringList words;
    for (const auto &[names, value] : all) {
        known = known || names.contains(plain->value());
        words << names.front();
        const auto fits = [&plain](const QString &name) { return plain->matchesValue(name); };
        if (matcher.isEqual() ? std::any_of(names.begin(), names.end(), fits) : std::all_of(names.begin(), names.end(), fits))
            condition.values |= bit(value);
    }
    if (!known)
        return fault(place, QStringLiteral("there is no %1 \"%2\"; there are %3.").arg(matcher.name(), matcher.value().left(64), words.join(u' ')));
    condition.matchers.clear();
    return condition;
}

Result<AlertFilter::Condition> AlertTermParser::parseAge(QStringView rest, qsizetype place)
{
    const QStringView trimmed = rest.trimmed();
    Condition condition;
    condition.asked = Asked::Age;
    if (!trimmed.startsWith(u'<') && !trimmed.startsWith(u'>'))
        return fault(place, QStringLiteral("@age needs > >= < or <= and a duration, as in @age>10m."));
    condition.older = trimmed.startsWith(u'>');
    condition.including = trimmed.size() > 1 && trimmed[1] == u'=';
    const QStringView value = trimmed.sliced(condition.including ? 2 : 1).trimmed();
    const auto age = parseDuration(value);
    if (!age)
        return fault(place + (value.data() - rest.data()), age.error().detail + u'.');
    condition.age = *age;
    return condition;
}

Result<AlertFilter::Condition> AlertTermParser::parseFlag(Asked asked, QStringView rest, qsizetype place)
{
    Condition condition;
    condition.asked = asked;
    QStringView trimmed = rest.trimmed();
    if (trimmed.isEmpty())
        return condition;
    const bool turned = trimmed.startsWith(u'!');
    if (turned)
        trimmed = trimmed.sliced(1);
    const QStringView value = trimmed.startsWith(u'=') ? trimmed.sliced(1).trimmed() : QStringView();
    if (value != u"true" && value != u"false")
        return fault(place, QStringLiteral("this one stands alone, or with =true or =false."));
    condition.negated = turned != (value == u"false");
    return condition;
}

/// The matcher that is at fault is looked for again, so that its place can be said.
Result<AlertFilter::Condition> AlertTermParser::parseLabels(QStringView text, qsizetype place)
{
    auto matchers = parseMatchers(text);
    if (matchers && matchers->empty())
        return fault(place, QStringLiteral("no matcher stands between the braces."));
    if (matchers) {
        Condition condition;
        condition.asked = Asked::Labels;
        condition.matchers = *std::move(matchers);
        return condition;
    }
    const bool braces = text.startsWith(u'{');
    const QStringView list = text.sliced(braces ? 1 : 0).chopped(text.endsWith(u'}') && text.size() > 1 ? 1 : 0);
    for (const auto &[start, part] : listParts(list)) {
        if (part.trimmed().isEmpty())
            continue;
        const auto matcher = parseMatcher(part);
        if (matcher)
            continue;
        const qsizetype op = operatorPlace(part);
        const qsizetype name = part.trimmed().data() - part.data();
        const bool badValue = op > 0 && Matcher::make(part.first(op).trimmed().toString(), Matcher::Operator::Equal, {});
        const qsizetype value = op < 0 ? 0 : op + (part[op] == u'!' || part.sliced(op).startsWith(u"=~") ? 2 : 1);
        return fault(place + (braces ? 1 : 0) + start + (badValue ? std::min(value, part.size() - 1) : name), matcher.error().detail + u'.');
    }
    return fault(place, matchers.error().detail + u'.');
}

Result<std::vector<AlertFilter::Condition>> AlertTermParser::parseWords()
{
    std::vector<Condition> conditions;
    const QStringView text(m_term);
    qsizetype at = 0;
    while (true) {
        while (at < text.size() && isSpace(text[at]))
            ++at;
        if (at == text.size())
            break;
        Condition condition;
        if (isSign(text.sliced(at))) {
            condition.negated = true;
            ++at;
        }
        QString word;
        if (text[at] == u'"') {
            const qsizetype end = endOfQuoted(text, at);
            if (end < 0)
                return fault(at, QStringLiteral("the quote that begins here does not end."));
            for (qsizetype i = at + 1; i < end - 1; ++i)
                word += text[i] == u'\\' && i + 2 < end ? text[++i] : text[i];
            at = end;
        } else {
            const qsizetype start = at;
            while (at < text.size() && !isSpace(text[at]))
                ++at;
            word = text.sliced(start, at - start).toString();
        }
        condition.needle = word.toLower().toUtf8();
        if (!condition.needle.isEmpty())
            conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<AlertFilter> parseAlertFilter(const QStringList &terms)
{
    if (terms.size() > mostTerms)
        return Error{Error::Kind::TooLarge, QStringLiteral("A filter has at most %1 terms.").arg(mostTerms), {}};
    AlertFilter filter;
    for (const QString &term : terms) {
        auto conditions = AlertTermParser(term).parse();
        if (!conditions)
            return conditions.error();
        for (auto &condition : *conditions)
            filter.m_conditions.push_back(std::move(condition));
    }
    return filter;
}

bool isNegatedTerm(const QString &term)
{
    const QStringView text = QStringView(term).trimmed();
    return isSign(text);
}

bool isStructuredTerm(QStringView term)
{
    const QStringView text = term.trimmed();
    return isStructured(isSign(text) ? text.sliced(1) : text);
}

QString negatedTerm(const QString &term)
{
    const QString text = term.trimmed();
    if (isSign(text))
        return text.mid(1);
    if (text.startsWith(u'@') || text.startsWith(u'{') || !isStructured(text)) {
        // Several words are one phrase no longer when a sign stands before the first of them.
        const bool words = !isStructured(text) && !text.startsWith(u'"') && std::any_of(text.begin(), text.end(), isSpace);
        return u'-' + (words ? quoted(text) : text);
    }
    const auto matchers = parseMatchers(text);
    if (!matchers || matchers->size() != 1)
        return u'-' + text;
    const Matcher &matcher = matchers->front();
    const Matcher::Operator op = matcher.isRegex() ? (matcher.isEqual() ? Matcher::Operator::NotMatches : Matcher::Operator::Matches)
                                                   : (matcher.isEqual() ? Matcher::Operator::NotEqual : Matcher::Operator::Equal);
    const auto turned = Matcher::make(matcher.name(), op, matcher.value());
    return turned ? turned->toString() : u'-' + text;
}

} // namespace Watchfloor
