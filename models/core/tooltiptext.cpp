#include "models/core/tooltiptext.h"

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr qsizetype longestLine = 100;

bool hasLongLine(const QString &plain)
{
    const auto lines = QStringView(plain).split(u'\n');
    return std::any_of(lines.begin(), lines.end(), [](QStringView line) { return line.size() > longestLine; });
}
}

QString toolTipText(const QString &plain)
{
    if (!plain.contains(u'<') && !plain.contains(QLatin1String("&lt;")) && !hasLongLine(plain))
        return plain;
    return QStringLiteral("<p>%1</p>").arg(plain.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
}

} // namespace Watchfloor
