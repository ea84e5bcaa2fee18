#include "widgets/alerts/statelink.h"

#include "models/core/tooltiptext.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Watchfloor {

namespace {
constexpr int glyph = 12;
constexpr int beside = 6;
constexpr int above = 2;
}

StateLink::StateLink(State state, const QString &text)
    : m_state(state)
{
    setText(text);
    setAccessibleName(text);
    setToolTip(toolTipText(text));
    setFont(textFont());
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize StateLink::sizeHint() const
{
    return {glyph + beside + fontMetrics().horizontalAdvance(text()), std::max(glyph, fontMetrics().height()) + 2 * above};
}

void StateLink::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StateLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    paintStateGlyph(painter, QRectF(0, (height() - glyph) / 2.0, glyph, glyph), m_state, colours);
    QFont font = this->font();
    font.setUnderline(underMouse());
    painter.setFont(font);
    painter.setPen(colours.of(m_state));
    const QRect rest = rect().adjusted(glyph + beside, 0, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
    if (hasFocus()) {
        painter.setPen(colours.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
    }
}

} // namespace Watchfloor
