#include "widgets/panels/rowheader.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace Watchfloor {

RowHeader::RowHeader(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void RowHeader::setRow(const QString &title, bool collapsed, int panels)
{
    setText(title);
    m_collapsed = collapsed;
    m_panels = panels;
    setAccessibleName(collapsed ? tr("%1, folded").arg(title) : title);
    update();
}

void RowHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    if (underMouse())
        painter.fillRect(rect(), theme.hover);
    const QRectF box(rect());
    paintIcon(painter, QRectF(box.left() + Size::unit, box.center().y() - Size::icon / 2.0, Size::icon, Size::icon),
              m_collapsed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), theme.text2);
    QRectF words = box.adjusted(Size::icon + 2 * Size::gap, 0, -Size::gap, 0);
    const QFont font = textFont(TextSize::Heading, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme.text);
    drawLine(painter, words, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_collapsed) {
        words.setLeft(words.left() + lineWidth(font, text()) + Size::gap);
        painter.setFont(textFont(TextSize::Small));
        painter.setPen(theme.text3);
        drawLine(painter, words, Qt::AlignLeft | Qt::AlignVCenter, tr("%n panels", nullptr, m_panels));
    }
    painter.setPen(theme.line);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), Size::smallRadius, Size::smallRadius);
    }
}

void RowHeader::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Right && m_collapsed;
    const bool folds = event->key() == Qt::Key_Left && !m_collapsed;
    if (opens || folds || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace Watchfloor
