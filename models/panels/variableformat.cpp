#include "models/panels/variableformat.h"

#include "models/core/momenttext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <cmath>

namespace Watchfloor {

namespace {

using namespace Qt::StringLiterals;

struct Subject
{
    const QString &name;
    const VariableValue &value;
    const QStringList &arguments;
    const std::optional<QTimeZone> &zone;

    bool isList() const { return value.list || value.values.size() != 1; }
    const QStringList &values() const { return value.values; }
};

QString escaped(const QString &text, QStringView special)
{
    QString result;
    for (const QChar c : text) {
        if (special.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

/// Each value written by itself, with the separator between them.
template <typename Write>
QString each(const Subject &subject, Write &&write, const QString &separator)
{
    QStringList parts;
    for (const QString &value : subject.values())
        parts.append(write(value));
    return parts.join(separator);
}

QString percent(const QString &text, const QByteArray &kept = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, kept));
}

QString csv(const Subject &subject)
{
    return subject.values().join(u',');
}

QString pipe(const Subject &subject)
{
    return subject.values().join(u'|');
}

QString regex(const Subject &subject)
{
    const QString joined = each(subject, [](const QString &value) { return escaped(value, u"\\^$*+?.()|[]{}/"); }, u"|"_s);
    return subject.values().size() == 1 ? joined : u'(' + joined + u')';
}

QString json(const Subject &subject)
{
    return subject.isList() ? QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(subject.values())).toJson(QJsonDocument::Compact)) : csv(subject);
}

QString luceneValue(const QString &value)
{
    bool number = false;
    value.toDouble(&number);
    return number || value.trimmed().isEmpty() ? value : escaped(value, u"!*+-=<> \t\n\r&|()[]{}^~?:\\/\"");
}

QString lucene(const Subject &subject)
{
    if (subject.values().isEmpty())
        return u"__empty__"_s;
    if (!subject.isList())
        return luceneValue(subject.values().front());
    return u'(' + each(subject, [](const QString &value) { return QString(u'"' + luceneValue(value) + u'"'); }, u" OR "_s) + u')';
}

QString glob(const Subject &subject)
{
    return subject.values().size() > 1 ? u'{' + csv(subject) + u'}' : csv(subject);
}

QString distributed(const Subject &subject)
{
    return subject.values().join(u',' + subject.name + u'=');
}

QString html(const Subject &subject)
{
    QString text = subject.values().join(u", "_s).toHtmlEscaped();
    return text.replace(u'\'', u"&#39;"_s);
}

QString text(const Subject &subject)
{
    if (subject.value.all)
        return u"All"_s;
    return (subject.value.texts.isEmpty() ? subject.values() : subject.value.texts).join(u" + "_s);
}

QString singleQuote(const Subject &subject)
{
    return each(subject, [](const QString &value) { return QString(u'\'' + escaped(value, u"'") + u'\''); }, u","_s);
}

QString doubleQuote(const Subject &subject)
{
    return each(subject, [](const QString &value) { return QString(u'"' + escaped(value, u"\"") + u'"'); }, u","_s);
}

QString sqlString(const Subject &subject)
{
    const auto quoted = [](QString value) { return QString(u'\'' + value.replace(u'\'', u"''"_s).replace(u'"', u"\\\""_s) + u'\''); };
    return each(subject, quoted, u","_s);
}

QString listInBraces(const Subject &subject)
{
    return subject.isList() ? u'{' + csv(subject) + u'}' : csv(subject);
}

QString percentEncode(const Subject &subject)
{
    return percent(listInBraces(subject));
}

QString uriEncode(const Subject &subject)
{
    return percent(listInBraces(subject), ";,/?:@&=+$#"_ba);
}

QString queryParameter(const Subject &subject)
{
    // What a URL holds is the choice itself: all stays all.
    const QStringList values = subject.value.all ? QStringList{u"$__all"_s} : subject.values();
    QStringList parts;
    for (const QString &value : values)
        parts.append(u"var-%1=%2"_s.arg(percent(subject.name, "@:$,;"_ba), percent(value, "@:$,;"_ba)));
    return parts.join(u'&');
}

QString customQueryParameter(const Subject &subject)
{
    const QString given = subject.arguments.value(0);
    const QString name = percent(given.isEmpty() ? subject.name : given);
    const QString before = percent(subject.arguments.value(1));
    return each(subject, [&](const QString &value) { return QString(name + u'=' + before + percent(value)); }, u"&"_s);
}

QString joined(const Subject &subject)
{
    return subject.values().join(subject.arguments.value(0, u","_s));
}

/// The number that a text begins with.
std::optional<qint64> leadingNumber(const QString &text)
{
    const QString trimmed = text.trimmed();
    qsizetype end = trimmed.startsWith(u'-') || trimmed.startsWith(u'+') ? 1 : 0;
    while (end < trimmed.size() && trimmed[end] >= u'0' && trimmed[end] <= u'9')
        ++end;
    bool ok = false;
    const qint64 number = trimmed.left(end).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QString date(const Subject &subject)
{
    const auto milliseconds = subject.isList() ? std::nullopt : leadingNumber(subject.values().front());
    if (!milliseconds)
        return u"NaN"_s;
    const QString pattern = subject.arguments.join(u':');
    if (pattern == u"ms")
        return subject.values().front();
    if (pattern == u"seconds")
        return QString::number(qint64(std::floor(double(*milliseconds) / 1000 + 0.5)));
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC);
    if (pattern.isEmpty() || pattern == u"iso")
        return Moment::text(utc, u"YYYY-MM-DDTHH:mm:ss.SSS[Z]");
    if (!subject.zone)
        return Moment::text(utc.toLocalTime(), pattern);
    return Moment::text(*subject.zone == QTimeZone::utc() ? utc : utc.toTimeZone(*subject.zone), pattern);
}

using Writer = QString (*)(const Subject &);

const QHash<QString, Writer> &writers()
{
    static const QHash<QString, Writer> all{{u"raw"_s, csv},
                                            {u"csv"_s, csv},
                                            {u"pipe"_s, pipe},
                                            {u"regex"_s, regex},
                                            {u"json"_s, json},
                                            {u"lucene"_s, lucene},
                                            {u"glob"_s, glob},
                                            {u"distributed"_s, distributed},
                                            {u"html"_s, html},
                                            {u"text"_s, text},
                                            {u"singlequote"_s, singleQuote},
                                            {u"doublequote"_s, doubleQuote},
                                            {u"sqlstring"_s, sqlString},
                                            {u"percentencode"_s, percentEncode},
                                            {u"uriencode"_s, uriEncode},
                                            {u"queryparam"_s, queryParameter},
                                            {u"customqueryparam"_s, customQueryParameter},
                                            {u"join"_s, joined},
                                            {u"date"_s, date}};
    return all;
}

} // namespace

VariableFormat VariableFormat::read(const QString &text)
{
    QStringList parts = text.split(u':');
    VariableFormat format;
    if (writers().contains(parts.front()))
        format.id = parts.front();
    format.arguments = parts.mid(1);
    return format;
}

QString formatted(const QString &name, const VariableValue &value, const VariableFormat &format, const std::optional<QTimeZone> &zone)
{
    // What stands for all is written as it is, but into a URL.
    if (value.all && !value.allValue.isEmpty() && format.id != u"text" && format.id != u"queryparam")
        return format.id == u"percentencode" ? percent(value.allValue) : value.allValue;
    return writers().value(format.id, glob)({name, value, format.arguments, zone});
}

QString escapedForPattern(const QString &value)
{
    return escaped(value, u"\\\"$^*{}[]'+?.()|");
}

} // namespace Watchfloor
