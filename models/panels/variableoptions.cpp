#include "models/panels/variableoptions.h"

#include "models/panels/interval.h"
#include "models/panels/intervaltext.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace Watchfloor {

namespace {

using namespace Qt::StringLiterals;

constexpr size_t mostOptions = 10'000;
constexpr int mostMatchesOfOne = 1'000;

/// Keeps a pattern from running away on one text.
const QString &matchLimit()
{
    static const QString text = u"(*LIMIT_MATCH=100000)"_s;
    return text;
}

QString textOf(const nlohmann::json &object, const char *key)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return {};
    return QString::fromStdString(found->is_string() ? found->get<std::string>() : found->dump()).trimmed();
}

VariableOptions jsonOptions(const QString &text)
{
    VariableOptions options;
    const QByteArray utf8 = text.toUtf8();
    const nlohmann::json list = nlohmann::json::parse(utf8.begin(), utf8.end(), nullptr, false);
    if (!list.is_array())
        return options;
    for (const nlohmann::json &entry : list) {
        if (!entry.is_object() || options.size() >= mostOptions)
            break;
        const QString value = textOf(entry, "value");
        const QString shown = textOf(entry, "text");
        options.push_back({shown.isEmpty() ? value : shown, value});
    }
    return options;
}

struct Pattern
{
    QRegularExpression expression;
    bool global = false;
};

Result<Pattern> patternOf(const QString &text)
{
    Pattern pattern;
    QString source = u'^' + text + u'$';
    QRegularExpression::PatternOptions options;
    if (text.startsWith(u'/')) {
        static const QRegularExpression form(u"^/(.*?)/(g?i?m?y?s?)$"_s, QRegularExpression::DotMatchesEverythingOption);
        const auto parts = form.match(text);
        if (!parts.hasMatch())
            return Error{Error::Kind::Invalid, u"\"%1\" is not a regular expression"_s.arg(text.left(64)), {}};
        source = parts.captured(1);
        const QString flags = parts.captured(2);
        pattern.global = flags.contains(u'g');
        options.setFlag(QRegularExpression::CaseInsensitiveOption, flags.contains(u'i'));
        options.setFlag(QRegularExpression::MultilineOption, flags.contains(u'm'));
        options.setFlag(QRegularExpression::DotMatchesEverythingOption, flags.contains(u's'));
    }
    pattern.expression = QRegularExpression(matchLimit() + source, options);
    if (!pattern.expression.isValid())
        return Error{Error::Kind::Invalid, u"\"%1\" is not a regular expression: %2"_s.arg(text.left(64), pattern.expression.errorString()), {}};
    return pattern;
}

/// All matches of a global pattern up to an empty one, else the first.
std::vector<QRegularExpressionMatch> matchesOf(const Pattern &pattern, const QString &text)
{
    std::vector<QRegularExpressionMatch> matches;
    for (auto found = pattern.expression.globalMatch(text); found.hasNext();) {
        matches.push_back(found.next());
        if (!pattern.global || matches.back().capturedLength() == 0 || matches.size() >= mostMatchesOfOne)
            break;
    }
    return matches;
}

QString namedGroup(const std::vector<QRegularExpressionMatch> &matches, const QString &name)
{
    for (const QRegularExpressionMatch &match : matches)
        if (const QString text = match.captured(name); !text.isEmpty())
            return text;
    return {};
}

void addMatched(VariableOptions &options, const QString &text, const Pattern &pattern)
{
    const auto matches = matchesOf(pattern, text);
    if (matches.empty())
        return;
    const QStringList names = pattern.expression.namedCaptureGroups();
    const QString value = names.contains(u"value"_s) ? namedGroup(matches, u"value"_s) : QString();
    const QString shown = names.contains(u"text"_s) ? namedGroup(matches, u"text"_s) : QString();
    if (!value.isEmpty() || !shown.isEmpty()) {
        options.push_back({shown.isEmpty() ? value : shown, value.isEmpty() ? shown : value});
    } else if (pattern.expression.captureCount() == 0) {
        options.push_back({text, text});
    } else {
        for (const QRegularExpressionMatch &match : matches)
            options.push_back({match.captured(1), match.captured(1)});
    }
}

/// Texts with their runs of digits compared as numbers, without case.
int naturalOrder(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        const auto digits = [](QStringView text) {
            qsizetype count = 0;
            while (count < text.size() && text[count].isDigit())
                ++count;
            return count;
        };
        const qsizetype left = digits(a);
        const qsizetype right = digits(b);
        int order = 0;
        if (left > 0 && right > 0) {
            const auto bare = [](QStringView number) {
                while (number.size() > 1 && number.front() == u'0')
                    number = number.sliced(1);
                return number;
            };
            const QStringView x = bare(a.first(left));
            const QStringView y = bare(b.first(right));
            order = x.size() != y.size() ? (x.size() < y.size() ? -1 : 1) : x.compare(y);
        } else {
            order = a.first(1).compare(b.first(1), Qt::CaseInsensitive);
        }
        if (order != 0)
            return order;
        a = a.sliced(left > 0 && right > 0 ? left : 1);
        b = b.sliced(left > 0 && right > 0 ? right : 1);
    }
    return a.isEmpty() && b.isEmpty() ? 0 : a.isEmpty() ? -1 : 1;
}

/// The first number in a text, -1 without any.
double firstNumber(const QString &text)
{
    static const QRegularExpression digits(u"[0-9]+"_s);
    const auto match = digits.match(text);
    return match.hasMatch() ? match.captured().toDouble() : -1;
}

} // namespace

VariableOptions customOptions(const QString &text)
{
    if (text.trimmed().startsWith(u'['))
        return jsonOptions(text);
    static const QRegularExpression parts(u"(?:\\\\,|[^,])+"_s);
    static const QRegularExpression pair(u"^\\s*(.+)\\s:\\s(.+)$"_s);
    VariableOptions options;
    for (auto found = parts.globalMatch(text); found.hasNext() && options.size() < mostOptions;) {
        const QString part = found.next().captured().replace(u"\\,"_s, u","_s);
        const auto named = pair.match(part);
        if (named.hasMatch())
            options.push_back({named.captured(1).trimmed(), named.captured(2).trimmed()});
        else
            options.push_back({part.trimmed(), part.trimmed()});
    }
    return options;
}

VariableOptions intervalOptions(const QString &text)
{
    static const QRegularExpression parts(u"([\"'])(.*?)\\1|\\w+"_s);
    VariableOptions options;
    for (auto found = parts.globalMatch(text); found.hasNext() && options.size() < mostOptions;) {
        const QString part = found.next().captured().remove(u'"').remove(u'\'').trimmed();
        if (part != u"auto")
            options.push_back({part, part});
    }
    return options;
}

Result<VariableOptions> matchingOptions(const QStringList &texts, const QString &pattern)
{
    VariableOptions options;
    if (pattern.isEmpty()) {
        for (const QString &text : texts)
            options.push_back({text, text});
    } else {
        const auto parsed = patternOf(pattern);
        if (!parsed)
            return parsed.error();
        for (const QString &text : texts)
            addMatched(options, text, *parsed);
    }
    VariableOptions unique;
    QSet<QString> values;
    for (Variable::Option &option : options) {
        if (unique.size() >= mostOptions)
            break;
        if (!values.contains(option.value)) {
            values.insert(option.value);
            unique.push_back(std::move(option));
        }
    }
    return unique;
}

void sortOptions(VariableOptions &options, int order)
{
    const auto by = [&options](auto &&less) { std::stable_sort(options.begin(), options.end(), less); };
    using Option = Variable::Option;
    if (order == 1 || order == 2)
        by([](const Option &a, const Option &b) { return a.text < b.text; });
    else if (order == 3 || order == 4)
        by([](const Option &a, const Option &b) { return firstNumber(a.text) < firstNumber(b.text); });
    else if (order == 5 || order == 6)
        by([](const Option &a, const Option &b) { return a.text.toLower() < b.text.toLower(); });
    else if (order == 7 || order == 8)
        by([](const Option &a, const Option &b) { return naturalOrder(a.text, b.text) < 0; });
    if (order >= 2 && order <= 8 && order % 2 == 0)
        std::reverse(options.begin(), options.end());
}

QString automaticInterval(std::chrono::milliseconds range, int count, const QString &least)
{
    const auto parsed = IntervalText::parsed(least);
    const auto shortest = parsed ? std::chrono::duration_cast<std::chrono::milliseconds>(*parsed) : std::chrono::milliseconds(1);
    return IntervalText::rough(panelInterval(range, count, shortest));
}

} // namespace Watchfloor
