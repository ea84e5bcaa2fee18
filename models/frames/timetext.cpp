#include "models/frames/timetext.h"

#include "models/core/unit.h"
#include "models/frames/cell.h"

#include <QDateTime>
#include <QTimeZone>

namespace Watchfloor {

namespace {

QTimeZone zoneNamed(const QString &name)
{
    if (name.compare(u"utc", Qt::CaseInsensitive) == 0)
        return QTimeZone::utc();
    const QTimeZone zone(name.toLatin1());
    return zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

/// A format of moment.js as Qt writes it.
QString qtFormat(const QString &moment)
{
    QString format = moment;
    const std::pair<const char16_t *, const char16_t *> tokens[] = {{u"YYYY", u"yyyy"}, {u"YY", u"yy"}, {u"DD", u"dd"}, {u"D", u"d"}, {u"SSS", u"zzz"},
                                                                    {u"A", u"AP"},      {u"a", u"ap"},  {u"ZZ", u"t"},  {u"Z", u"t"}};
    for (const auto &[from, to] : tokens)
        format.replace(QString::fromUtf16(from), QString::fromUtf16(to), Qt::CaseSensitive);
    return format;
}

std::optional<double> millisecondsOf(const QDateTime &time)
{
    return time.isValid() ? std::optional(double(time.toMSecsSinceEpoch())) : std::nullopt;
}

} // namespace

QString timeText(double milliseconds, const QString &format, const QString &zone)
{
    const QTimeZone found = zoneNamed(zone);
    const QString wanted = !format.isEmpty() ? format : zone.compare(u"utc", Qt::CaseInsensitive) == 0 ? QStringLiteral("YYYY-MM-DD[T]HH:mm:ss[Z]") : QStringLiteral("YYYY-MM-DD[T]HH:mm:ssZ");
    return quantity(milliseconds, {QStringLiteral("time:") + wanted}, std::nullopt, {QLocale::c(), found, {}}).text();
}

std::optional<double> readTime(const QString &text, const QString &format)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::nullopt;
    if (format == u"X" || format == u"x") {
        const std::optional<double> number = numberOf(trimmed);
        return number ? std::optional(*number * (format == u"X" ? 1000 : 1)) : std::nullopt;
    }
    if (!format.isEmpty())
        if (const auto time = millisecondsOf(QDateTime::fromString(trimmed, qtFormat(format))))
            return time;
    if (const auto time = millisecondsOf(QDateTime::fromString(trimmed, Qt::ISODateWithMs)))
        return time;
    return millisecondsOf(QDateTime::fromString(trimmed, Qt::RFC2822Date));
}

} // namespace Watchfloor
