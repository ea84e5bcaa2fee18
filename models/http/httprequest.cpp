#include "models/http/httprequest.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace Watchfloor {

qint64 bodyLimit(BodyKind kind)
{
    constexpr qint64 mebibyte = 1 << 20;
    switch (kind) {
    case BodyKind::Health:
        return mebibyte;
    case BodyKind::QueryRange:
        return 256 * mebibyte;
    case BodyKind::Metrics:
    case BodyKind::Alertmanager:
    case BodyKind::Api:
        break;
    }
    return 64 * mebibyte;
}

QByteArray HttpResponse::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->second;
}

bool HttpResponse::isHtml() const
{
    if (contentType == "text/html" || contentType == "application/xhtml+xml")
        return true;
    const QByteArray start = body.left(64).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return one.scheme() == other.scheme() && one.host().compare(other.host(), Qt::CaseInsensitive) == 0 && port(one) == port(other);
}

std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &value, WallTime now)
{
    using namespace std::chrono;
    constexpr milliseconds longest = hours(1);
    bool isNumber = false;
    const qint64 count = value.trimmed().toLongLong(&isNumber);
    if (isNumber)
        return count < 0 ? std::nullopt : std::optional(std::min<milliseconds>(seconds(std::min<qint64>(count, 86'400)), longest));
    // HTTP dates are English and in GMT, whatever the locale.
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value.trimmed()), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeZone(QTimeZone::utc());
    const milliseconds rest(date.toMSecsSinceEpoch() - now.time_since_epoch().count());
    return std::clamp(rest, milliseconds(0), longest);
}

} // namespace Watchfloor
