#include "models/core/duration.h"
#include "models/panels/interpolation.h"

namespace Watchfloor {

namespace {

using namespace std::chrono_literals;
using Variables = std::map<QString, QStringList>;

bool isNameCharacter(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

/// Where in a PromQL expression a variable stands decides how its value is written.
enum class Context { Plain, Literal, Pattern };

QString escapedForPattern(const QString &value)
{
    QString escaped;
    for (const QChar c : value) {
        if (c.unicode() < 128 && !isNameCharacter(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

/// `text` inside quotes of PromQL; a raw string in back-ticks knows no escapes and so cannot hold one itself.
QString escapedForQuotes(QString text, QChar quote)
{
    if (quote == u'`')
        return text.remove(u'`');
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'\n', QLatin1String("\\n"));
    text.replace(quote, QLatin1Char('\\') + QString(quote));
    return text;
}

QString valueText(const QStringList &values, Context context, QChar quote)
{
    QString text;
    if (values.isEmpty())
        text = context == Context::Plain ? QString() : QStringLiteral(".*");
    else if (values.size() == 1)
        text = context == Context::Pattern ? escapedForPattern(values.front()) : values.front();
    else {
        QStringList alternatives;
        for (const QString &value : values)
            alternatives.append(escapedForPattern(value));
        text = QLatin1Char('(') + alternatives.join(u'|') + QLatin1Char(')');
    }
    return context == Context::Plain ? text : escapedForQuotes(text, quote);
}

/// Grafana's rule for a scrape interval of 15 s: wide enough to hold four samples.
std::chrono::milliseconds rateInterval(std::chrono::milliseconds step)
{
    return std::max<std::chrono::milliseconds>(step + 15s, 1min);
}

std::optional<QString> builtIn(QStringView name, std::chrono::milliseconds range, std::chrono::milliseconds step)
{
    if (name == u"__range")
        return durationText(range);
    if (name == u"__interval")
        return durationText(step);
    if (name == u"__rate_interval")
        return durationText(rateInterval(step));
    return std::nullopt;
}

/// The name after a dollar at `at`, and where the text goes on; an empty name where there is none.
struct Reference
{
    QStringView name;
    qsizetype end = 0;
};

Reference referenceAt(QStringView text, qsizetype at)
{
    const bool braced = at + 1 < text.size() && text[at + 1] == u'{';
    const qsizetype start = at + (braced ? 2 : 1);
    qsizetype end = start;
    while (end < text.size() && isNameCharacter(text[end]))
        ++end;
    if (braced && (end == text.size() || text[end] != u'}'))
        return {{}, start};
    return {text.sliced(start, end - start), end + (braced ? 1 : 0)};
}

/// A quote opens after `before`: a pattern when =~ or !~ stands there.
Context contextAfter(QStringView before)
{
    before = before.trimmed();
    return before.endsWith(u"=~") || before.endsWith(u"!~") ? Context::Pattern : Context::Literal;
}

} // namespace

QString interpolated(const QString &expression, const Variables &variables, std::chrono::milliseconds range,
                     std::chrono::milliseconds step)
{
    const QStringView text(expression);
    QString result;
    Context context = Context::Plain;
    QChar quote;
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        if (c == u'\\' && context != Context::Plain && quote != u'`' && at + 1 < text.size()) {
            result += text.sliced(at, 2);
            at += 2;
            continue;
        }
        if (c == u'$') {
            const Reference reference = referenceAt(text, at);
            const auto found = variables.find(reference.name.toString());
            const auto special = builtIn(reference.name, range, step);
            if (special || found != variables.end()) {
                result += special ? *special : valueText(found->second, context, quote);
                at = reference.end;
                continue;
            }
        } else if (context == Context::Plain && (c == u'"' || c == u'\'' || c == u'`')) {
            context = contextAfter(text.first(at));
            quote = c;
        } else if (context != Context::Plain && c == quote) {
            context = Context::Plain;
        }
        result += c;
        ++at;
    }
    return result;
}

} // namespace Watchfloor
