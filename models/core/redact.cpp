#include "models/core/redact.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace Watchfloor {

QString redacted(const QUrl &url)
{
    QUrl shown = url;
    shown.setUserInfo({});
    return redacted(shown.toString(QUrl::FullyEncoded));
}

QString redacted(const QString &text)
{
    static const QRegularExpression userInfo(QStringLiteral("(\\w+://)[^/\\s]+@"));
    static const QRegularExpression query(
        QStringLiteral("([?&;#][^=&\\s]*(?:token|secret|passw|pwd|key|auth|sig|credential|session)[^=&\\s]*=)[^&\\s#\"']+"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(QStringLiteral("\\b(Bearer|Basic)\\s+[A-Za-z0-9+/=._~-]{4,}"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString shown = text;
    shown.replace(userInfo, QStringLiteral("\\1***@"));
    shown.replace(query, QStringLiteral("\\1***"));
    shown.replace(header, QStringLiteral("\\1 ***"));
    return shown;
}

} // namespace Watchfloor
