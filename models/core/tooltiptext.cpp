#include "models/core/tooltiptext.h"

namespace Watchfloor {

QString toolTipText(const QString &plain)
{
    if (!plain.contains(u'<') && !plain.contains(QLatin1String("&lt;")))
        return plain;
    return QStringLiteral("<p>%1</p>").arg(plain.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

} // namespace Watchfloor
