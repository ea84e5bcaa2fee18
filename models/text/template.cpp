#include "models/text/template.h"

namespace Watchfloor {

namespace {
/// The label that the inside of two braces names, or nothing where it says something else.
QStringView labelNamed(QStringView inside)
{
    QStringView name = inside.trimmed();
    for (const QStringView prefix : {QStringView(u"$labels."), QStringView(u".Labels.")}) {
        if (name.startsWith(prefix)) {
            name = name.sliced(prefix.size());
            break;
        }
    }
    return name;
}
}

QString filledLegend(const QString &text, const Labels &labels)
{
    QString filled;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(QLatin1String("{{"), at);
        const qsizetype close = open < 0 ? -1 : text.indexOf(QLatin1String("}}"), open + 2);
        if (close < 0)
            break;
        filled += QStringView(text).sliced(at, open - at);
        const QStringView name = labelNamed(QStringView(text).sliced(open + 2, close - open - 2));
        if (labels.contains(name))
            filled += labels.value(name);
        else
            filled += QStringView(text).sliced(open, close + 2 - open);
        at = close + 2;
    }
    filled += QStringView(text).sliced(at);
    return filled;
}

} // namespace Watchfloor
