#include "models/text/fault.h"

namespace Watchfloor {

QString Fault::toString() const
{
    QString text = file;
    if (line > 0) {
        text += QLatin1Char(':') + QString::number(line);
        if (column > 0)
            text += QLatin1Char(':') + QString::number(column);
    }
    if (!text.isEmpty())
        text += QLatin1String(": ");
    if (!path.isEmpty())
        text += path + QLatin1String(": ");
    return text + message;
}

} // namespace Watchfloor
