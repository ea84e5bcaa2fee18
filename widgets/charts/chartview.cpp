#include "widgets/charts/chartview.h"

#include <QPaintEvent>
#include <QPainter>

namespace Watchfloor {

void ChartView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    m_painting(painter, event->region());
}

} // namespace Watchfloor
