#include "models/frames/fieldmacros.h"

#include "models/core/jsnumber.h"
#include "models/frames/cell.h"
#include "models/frames/fieldnames.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <cmath>

namespace Watchfloor {

namespace {

/// A macro taken apart: ${name.path:format}, $name or [[name:format]].
struct Macro
{
    QString name;
    QString path;
    QString format;
};

/// "labels.job", "labels["job"]", "fields[0].text" as its parts.
QStringList partsOf(const QString &path)
{
    static const QRegularExpression part(QStringLiteral("\\[\\s*\"([^\"]*)\"\\s*\\]|\\[\\s*'([^']*)'\\s*\\]|\\[\\s*(\\d+)\\s*\\]|\\.?([^.\\[\\]]+)"));
    QStringList parts;
    auto matches = part.globalMatch(path);
    while (matches.hasNext()) {
        const auto match = matches.next();
        parts << match.captured(match.lastCapturedIndex());
    }
    return parts;
}

QString labelIn(const Labels &labels, const QString &path)
{
    const QStringList parts = partsOf(path);
    if (parts.size() == 1)
        return labelText(labels, false);
    // Names of labels may have dots in them.
    const QString dotted = path.section(u'.', 1);
    return labels.contains(dotted) ? labels.value(dotted) : labels.value(parts.value(1));
}

std::optional<QString> ofField(const MacroContext &context, const QString &path)
{
    if (!context.field)
        return std::nullopt;
    const QString member = partsOf(path).value(0);
    if (member == u"name" || path.isEmpty())
        return context.field->name;
    if (member == u"displayName")
        return context.fieldName;
    if (member == u"labels" || member == u"formattedLabels")
        return path.endsWith(u"__values") ? QString() : labelIn(context.field->labels, path);
    return QString();
}

QString shownAs(const DisplayValue &value, const QString &member)
{
    if (member == u"numeric" || member == u"raw")
        return std::isnan(value.number) ? QStringLiteral("NaN") : JsNumber::text(value.number);
    return member == u"time" ? QString() : value.text;
}

std::optional<QString> ofValue(const MacroContext &context, const QString &path)
{
    if (!context.field)
        return std::nullopt;
    if (context.calculated)
        return shownAs(*context.calculated, path);
    if (!context.row)
        return QString();
    if (path == u"time") {
        const Field *time = context.frame ? context.frame->time() : nullptr;
        return time ? cellText(*time, *context.row) : QString();
    }
    if (path == u"raw")
        return cellText(*context.field, *context.row);
    const DisplayValue shown = displayed(*context.field, *context.row);
    return path == u"text" ? shown.quantity.number : shownAs(shown, path);
}

const Field *fieldNamed(const Frame &frame, const QString &name)
{
    for (const Field &field : frame.fields)
        if (field.displayName == name || field.name == name)
            return &field;
    bool isIndex = false;
    const size_t index = name.toUInt(&isIndex);
    return isIndex && index < frame.fields.size() ? &frame.fields[index] : nullptr;
}

std::optional<QString> ofData(const MacroContext &context, const QString &path)
{
    if (!context.frame)
        return std::nullopt;
    const QStringList parts = partsOf(path);
    if (parts.value(0) == u"name")
        return context.frame->name;
    if (parts.value(0) == u"refId")
        return context.frame->refId;
    const Field *field = parts.value(0) == u"fields" ? fieldNamed(*context.frame, parts.value(1)) : nullptr;
    if (!field)
        return QString();
    if (parts.value(2) == u"labels")
        return field->labels.value(parts.value(3));
    if (parts.value(2) == u"name")
        return field->name;
    const size_t row = context.row.value_or(field->size() > 0 ? field->size() - 1 : 0);
    return row < field->size() ? shownAs(displayed(*field, row), parts.value(2)) : QString();
}

std::optional<QString> ofTime(WallTime time, const QString &format)
{
    const qint64 milliseconds = time.time_since_epoch().count();
    if (!format.startsWith(u"date"))
        return QString::number(milliseconds);
    const QString way = format.section(u':', 1);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    if (way == u"seconds")
        return QString::number(milliseconds / 1000);
    if (way.isEmpty() || way == u"iso")
        return moment.toString(Qt::ISODateWithMs);
    const UnitContext zone{QLocale::c(), QTimeZone::utc(), {}};
    return quantity(double(milliseconds), {QStringLiteral("time:") + way}, std::nullopt, zone).text();
}

std::optional<QString> meaningOf(const Macro &macro, const MacroContext &context)
{
    if (macro.name == u"__field")
        return ofField(context, macro.path);
    if (macro.name == u"__field_name")
        return ofField(context, {});
    if (macro.name == u"__series" || macro.name == u"__series_name")
        return context.frame ? std::optional(context.frame->name.isEmpty() ? context.fieldName : context.frame->name) : std::nullopt;
    if (macro.name == u"__value")
        return ofValue(context, macro.path);
    if (macro.name == u"__value_raw" || macro.name == u"__value_numeric" || macro.name == u"__value_text" || macro.name == u"__value_time")
        return ofValue(context, macro.name.mid(8));
    if (macro.name == u"__data")
        return ofData(context, macro.path);
    if (macro.name.startsWith(u"__cell_") && context.frame)
        return ofData(context, QStringLiteral("fields[%1]").arg(macro.name.mid(7)));
    if (!context.range)
        return std::nullopt;
    if (macro.name == u"__from" || macro.name == u"__to")
        return ofTime(macro.name == u"__from" ? context.range->start : context.range->end, macro.format);
    if (macro.name == u"__url_time_range")
        return QStringLiteral("from=%1&to=%2").arg(context.range->start.time_since_epoch().count()).arg(context.range->end.time_since_epoch().count());
    return std::nullopt;
}

QString encoded(const QString &text, const Macro &macro, MacroEncoding encoding)
{
    if (macro.format == u"raw" || macro.name == u"__url_time_range")
        encoding = MacroEncoding::None;
    else if (macro.format == u"percentencode")
        encoding = MacroEncoding::Percent;
    else if (macro.format == u"uriencode")
        encoding = MacroEncoding::Uri;
    else if (macro.format == u"queryparam")
        return QStringLiteral("var-%1=%2").arg(macro.name, QString::fromLatin1(QUrl::toPercentEncoding(text)));
    if (encoding == MacroEncoding::None)
        return text;
    return QString::fromLatin1(QUrl::toPercentEncoding(text, encoding == MacroEncoding::Uri ? QByteArrayLiteral(";,/?:@&=+$#") : QByteArray()));
}

} // namespace

QString filledMacros(const QString &text, const MacroContext &context, MacroEncoding encoding)
{
    static const QRegularExpression macros(QStringLiteral("\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?\\]\\]|\\$\\{(\\w+)(?:\\.([^:^\\}]+)|((?:\\[[^\\]]+\\])[^:^\\}]*))?(?::([^\\}]+))?\\}"));
    if (!text.contains(u'$') && !text.contains(u'['))
        return text;
    QString filled;
    qsizetype done = 0;
    auto matches = macros.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const Macro macro{match.captured(1) + match.captured(2) + match.captured(4), match.captured(5) + match.captured(6), match.captured(3) + match.captured(7)};
        const std::optional<QString> meaning = meaningOf(macro, context);
        filled += QStringView(text).sliced(done, match.capturedStart() - done);
        filled += meaning ? encoded(*meaning, macro, encoding) : match.captured(0);
        done = match.capturedEnd();
    }
    return filled + text.mid(done);
}

} // namespace Watchfloor
