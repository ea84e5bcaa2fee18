#include "models/text/yamlvalue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Watchfloor {

namespace {

bool looksLikeSomethingElse(const QString &text)
{
    static const std::array words{"true", "false", "yes", "no", "on", "off", "null", "~", "y", "n", ".nan", ".inf", "-.inf"};
    if (std::any_of(words.begin(), words.end(), [&text](const char *word) { return text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0; }))
        return true;
    bool isNumber = false;
    text.toDouble(&isNumber);
    return isNumber || text.startsWith(QLatin1String("0x")) || text.startsWith(QLatin1String("0o"));
}

bool isSafePlain(const QString &text)
{
    if (text.isEmpty() || text != text.trimmed() || looksLikeSomethingElse(text))
        return false;
    if (QStringView(u"-?:,[]{}#&*!|>'\"%@`<=").contains(text.front()))
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u" _-./+()%$*<>=~").contains(c);
    });
}

QByteArray quotedText(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            escaped += u'\\';
        if (c == u'\n')
            escaped += QLatin1String("\\n");
        else if (c == u'\t')
            escaped += QLatin1String("\\t");
        else if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            escaped += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    // Single quotes leave the backslashes and double quotes of PromQL as they are.
    const bool plainInside = !text.contains(u'\'') && std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    return plainInside ? QByteArray("'") + text.toUtf8() + '\'' : QByteArray("\"") + escaped.toUtf8() + '"';
}

} // namespace

YamlValue YamlValue::number(double value)
{
    if (value == std::floor(value) && std::fabs(value) < 1e15)
        return plain(QString::number(qint64(value)));
    for (int digits = 6; digits <= 17; ++digits) {
        const QString text = QString::number(value, 'g', digits);
        if (text.toDouble() == value)
            return plain(text);
    }
    return plain(QString::number(value, 'g', 17));
}

const YamlValue *YamlValue::find(const QString &key) const
{
    const auto found = std::find_if(entries.begin(), entries.end(), [&key](const auto &entry) { return entry.first == key; });
    return found == entries.end() ? nullptr : &found->second;
}

QByteArray flowText(const YamlValue &value)
{
    QByteArrayList parts;
    switch (value.kind) {
    case YamlValue::Kind::Plain:
        return value.scalar.toUtf8();
    case YamlValue::Kind::Text:
        return isSafePlain(value.scalar) ? value.scalar.toUtf8() : quotedText(value.scalar);
    case YamlValue::Kind::Sequence:
        for (const YamlValue &item : value.items)
            parts << flowText(item);
        return '[' + parts.join(", ") + ']';
    case YamlValue::Kind::Map:
        for (const auto &[key, entry] : value.entries)
            parts << flowText(YamlValue::text(key)) + ": " + flowText(entry);
        return '{' + parts.join(", ") + '}';
    }
    return {};
}

} // namespace Watchfloor
