#include "widgets/shell/searchbutton.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QPainter>

namespace Watchfloor {

SearchButton::SearchButton(const QString &hint, const QString &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setText(hint);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::TabFocus);
    setFixedHeight(Size::control);
}

QSize SearchButton::sizeHint() const
{
    return {int(tabularWidth(textFont(), text()) + tabularWidth(textFont(TextSize::Small), m_key)) + 80, Size::control};
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    painter.setPen(hasFocus() ? colours.accent : underMouse() ? colours.text3 : colours.line);
    painter.setBrush(colours.isDark() ? colours.window : colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
    paintIcon(painter, QRectF(10, (height() - Size::icon) / 2.0, Size::icon, Size::icon), QStringLiteral("search"), colours.text3);
    const QFont small = textFont(TextSize::Small);
    const double keyWidth = tabularWidth(small, m_key) + 12;
    const QRectF key(width() - keyWidth - 8, (height() - 18) / 2.0, keyWidth, 18);
    painter.setFont(textFont());
    painter.setPen(colours.text3);
    const int room = int(key.left() - 44);
    painter.drawText(QRectF(36, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
    painter.setPen(colours.line);
    painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setFont(small);
    painter.setPen(colours.text2);
    painter.drawText(key, Qt::AlignCenter, m_key);
}

} // namespace Watchfloor
