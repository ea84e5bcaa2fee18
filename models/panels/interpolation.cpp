#include "models/panels/interpolation.h"

#include "models/core/duration.h"
#include "models/panels/variableformat.h"

#include <QRegularExpression>

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int deepest = 4; // values of All may refer to variables again

/// $name, [[name:format]] or ${name.path:format}.
const QRegularExpression &referencePattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"re(\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)((?:\.[^:^{}\[\]]+|\["[^"]*"\]|\['[^']*'\]|\[[^\]"']*\])*)(?::([^}]+))?\})re"));
    return pattern;
}

struct Reference
{
    QString name;
    QString path;
    QString format;
};

Reference referenceOf(const QRegularExpressionMatch &match)
{
    if (match.hasCaptured(1))
        return {match.captured(1), {}, {}};
    if (match.hasCaptured(2))
        return {match.captured(2), {}, match.captured(3)};
    QString path = match.captured(5);
    if (path.startsWith(u'.'))
        path.remove(0, 1);
    return {match.captured(4), path, match.captured(6)};
}

/// Where in PromQL a place lies: outside of quotes, in a literal, or in a pattern after =~ and !~.
class QuoteState
{
public:
    void pass(QStringView text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar c = text[at];
            if (m_quote.isNull()) {
                if (c == u'"' || c == u'\'' || c == u'`') {
                    m_quote = c;
                    m_escaped = false;
                } else if (!c.isSpace()) {
                    m_pattern = c == u'~' && (m_last == u'=' || m_last == u'!');
                    m_last = c;
                }
            } else if (m_escaped) {
                m_escaped = false;
            } else if (c == u'\\' && m_quote != u'`') {
                m_escaped = true;
            } else if (c == m_quote) {
                m_quote = QChar();
                m_last = c;
                m_pattern = false;
            }
        }
    }
    /// A dollar right after a backslash is escaped with it.
    bool isEscaped() const { return m_escaped; }
    bool isQuoted() const { return !m_quote.isNull(); }
    bool isPattern() const { return isQuoted() && m_pattern; }
    QChar quote() const { return m_quote; }

private:
    QChar m_quote;
    QChar m_last;
    bool m_pattern = false;
    bool m_escaped = false;
};

/// `text` inside quotes of PromQL; a raw string in back-ticks knows no escapes and so cannot hold one itself.
QString escapedForQuotes(QString text, QChar quote)
{
    if (quote == u'`')
        return text.remove(u'`');
    text.replace(u'\\', u"\\\\"_s);
    text.replace(u'\n', u"\\n"_s);
    return text.replace(quote, u'\\' + QString(quote));
}

QString patternText(const QStringList &values)
{
    if (values.size() == 1)
        return escapedForPattern(values.front());
    QStringList alternatives;
    for (const QString &value : values)
        alternatives.append(escapedForPattern(value));
    return u'(' + alternatives.join(u'|') + u')';
}

QString queryText(const VariableValue &value, const QuoteState &place, QueryRules rules)
{
    if (value.values.isEmpty())
        return place.isQuoted() ? u".*"_s : QString();
    const bool takesPattern = rules == QueryRules::Grafana ? value.several : place.isPattern();
    const bool isPattern = takesPattern || value.values.size() > 1;
    const QString text = isPattern ? patternText(value.values) : value.values.front();
    if (place.isQuoted())
        return escapedForQuotes(text, place.quote());
    // Outside of quotes Grafana writes patterns as if they stood in double ones, for a reference may bring its own.
    return isPattern ? escapedForQuotes(text, u'"') : text;
}

bool hasOwnAll(const VariableValue &value)
{
    return value.all && !value.allValue.isEmpty();
}

QString filledTo(const QString &text, const VariableLookup &lookup, const VariableFormat &format, const std::optional<QTimeZone> &zone, int depth)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = referencePattern().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const Reference reference = referenceOf(match);
        const auto value = lookup(reference.name, reference.path);
        if (!value)
            continue;
        result += QStringView(text).sliced(done, match.capturedStart() - done);
        const VariableFormat own = reference.format.isEmpty() ? format : VariableFormat::read(reference.format);
        const QString written = formatted(reference.name, *value, own, zone);
        result += hasOwnAll(*value) && depth < deepest ? filledTo(written, lookup, format, zone, depth + 1) : written;
        done = match.capturedEnd();
    }
    return result.append(QStringView(text).sliced(done));
}

/// The value at the path of a reference: one of several by its place, or the text instead of the value.
VariableValue valueAt(const VariableValue &value, const QString &path)
{
    bool isPlace = false;
    const int place = path.toInt(&isPlace);
    if (isPlace && place >= 0 && place < value.values.size())
        return VariableValue::single(value.values.at(place), value.texts.value(place));
    if (path != u"text" || value.texts.isEmpty())
        return value;
    VariableValue texts = value;
    texts.values = texts.texts;
    return texts;
}

std::optional<VariableValue> timeValue(WallTime time, const std::optional<QTimeZone> &zone)
{
    const VariableValue milliseconds = VariableValue::single(QString::number(time.time_since_epoch().count()));
    return VariableValue::single(milliseconds.values.front(), formatted({}, milliseconds, VariableFormat::read(u"date:YYYY-MM-DD HH:mm:ss"_s), zone));
}

std::optional<VariableValue> builtInValue(const QString &name, const QString &path, const BuiltInValues &values)
{
    const auto text = [](const QString &value) { return std::optional(VariableValue::single(value)); };
    if (name == u"__from")
        return timeValue(values.from, values.zone);
    if (name == u"__to")
        return timeValue(values.to, values.zone);
    if (name == u"__timezone")
        return text(QString::fromLatin1(values.zone ? values.zone->id() : QTimeZone::systemTimeZoneId()));
    if (name == u"__dashboard")
        return text(path == u"uid" ? values.dashboardUid : values.dashboard);
    if (name == u"__user")
        return text(path == u"login" ? values.user : path == u"email" ? QString() : u"1"_s);
    if (name == u"__org")
        return text(path == u"name" ? values.organisation : u"1"_s);
    return std::nullopt;
}

/// Grafana's rule for a scrape interval of 15 s: wide enough to hold four samples.
std::chrono::milliseconds rateInterval(std::chrono::milliseconds step)
{
    return std::max<std::chrono::milliseconds>(step + 15s, 1min);
}

} // namespace

VariableLookup lookupIn(VariableValues values, BuiltInValues builtIns)
{
    return [values = std::move(values), builtIns = std::move(builtIns)](const QString &name, const QString &path) -> std::optional<VariableValue> {
        const auto found = values.find(name);
        return found == values.end() ? builtInValue(name, path, builtIns) : std::optional(valueAt(found->second, path));
    };
}

QString filled(const QString &text, const VariableLookup &lookup, const QString &format, const std::optional<QTimeZone> &zone)
{
    return filledTo(text, lookup, VariableFormat::read(format), zone, 0);
}

QString filledQuery(const QString &expression, const VariableLookup &lookup, QueryRules rules, const std::optional<QTimeZone> &zone)
{
    QuoteState place;
    QString result;
    qsizetype done = 0;
    for (auto matches = referencePattern().globalMatch(expression); matches.hasNext();) {
        const auto match = matches.next();
        const QStringView before = QStringView(expression).sliced(done, match.capturedStart() - done);
        result += before;
        place.pass(before);
        done = match.capturedEnd();
        const Reference reference = referenceOf(match);
        const auto value = place.isEscaped() ? std::nullopt : lookup(reference.name, reference.path);
        if (!value) {
            result += match.capturedView();
            place.pass(match.capturedView());
        } else if (hasOwnAll(*value)) {
            result += filledTo(formatted(reference.name, *value, VariableFormat::read(reference.format), zone), lookup, {}, zone, 1);
        } else if (!reference.format.isEmpty()) {
            result += formatted(reference.name, *value, VariableFormat::read(reference.format), zone);
        } else {
            result += queryText(*value, place, rules);
        }
    }
    return result.append(QStringView(expression).sliced(done));
}

QStringList referencedNames(const QString &text)
{
    QStringList names;
    for (auto matches = referencePattern().globalMatch(text); matches.hasNext();) {
        const QString name = referenceOf(matches.next()).name;
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

QString urlParameters(const VariableValues &values)
{
    QStringList parts;
    for (const auto &[name, value] : values)
        parts.append(formatted(name, value, VariableFormat::read(u"queryparam"_s)));
    parts.removeAll(QString());
    return parts.join(u'&');
}

QString interpolated(const QString &expression, const std::map<QString, QStringList> &variables, std::chrono::milliseconds range,
                     std::chrono::milliseconds step)
{
    VariableValues values{{u"__range"_s, VariableValue::single(durationText(range))},
                          {u"__interval"_s, VariableValue::single(durationText(step))},
                          {u"__rate_interval"_s, VariableValue::single(durationText(rateInterval(step)))}};
    for (const auto &[name, chosen] : variables) {
        VariableValue value;
        value.values = chosen;
        value.several = true;
        values.insert_or_assign(name, value);
    }
    return filledQuery(expression, lookupIn(std::move(values)), QueryRules::Own);
}

} // namespace Watchfloor
