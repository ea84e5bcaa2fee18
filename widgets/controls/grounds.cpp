#include "widgets/controls/grounds.h"

#include "widgets/theme/sizes.h"
#include "widgets/theme/theme.h"

#include <QPainter>

namespace Watchfloor {

void SunkenGround::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(themeOf(this).line);
    painter.setBrush(themeOf(this).sunken);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
}

Divider::Divider(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(1);
}

void Divider::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).line);
}

} // namespace Watchfloor
