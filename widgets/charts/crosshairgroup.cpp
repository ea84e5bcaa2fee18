#include "widgets/charts/crosshairgroup.h"

namespace Watchfloor {

void CrosshairGroup::setTime(std::optional<WallTime> time, const QObject *from)
{
    // Leaving one chart comes after entering its neighbour: the late word of the old one does not count.
    if (time == m_time || (!time && from != m_from))
        return;
    m_time = time;
    m_from = from;
    Q_EMIT changed();
}

void CrosshairGroup::setValuesShown(bool shown)
{
    if (shown == m_valuesShown)
        return;
    m_valuesShown = shown;
    Q_EMIT changed();
}

} // namespace Watchfloor
