#include "widgets/controls/card.h"

#include "widgets/controls/textlabel.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/sizes.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace Watchfloor {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_headerRow(new QWidget(this))
    , m_header(new QHBoxLayout(m_headerRow))
    , m_body(new QVBoxLayout)
    , m_title(new ElidedLabel(title, Tone::Primary, TextSize::Body, QFont::DemiBold, m_headerRow))
    , m_subtitle(new ElidedLabel({}, Tone::Secondary, TextSize::Small, QFont::Normal, m_headerRow))
    , m_detail(new TextLabel({}, Tone::Hint, TextSize::Small, QFont::Normal, m_headerRow))
{
    m_title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_subtitle->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->setSpacing(Size::gap);
    m_header->addWidget(m_title);
    m_header->addWidget(m_subtitle, 1);
    m_header->addWidget(m_detail);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Size::gap);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(Size::gap);
    column->addWidget(m_headerRow);
    column->addLayout(m_body, 1);
    setFlush(false);
    showHeader();
}

void Card::setTitle(const QString &title, TitleLook look)
{
    m_title->setText(look == TitleLook::Caption ? title.toUpper() : title);
    if (look == TitleLook::Caption)
        m_title->setCaption();
    showHeader();
}

void Card::setDetail(const QString &detail, Tone tone)
{
    m_detail->setText(detail);
    m_detail->setTone(tone);
    showHeader();
}

void Card::setSubtitle(const QString &subtitle, Tone tone)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setTone(tone);
    showHeader();
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget);
    m_hasHeaderWidget = true;
    showHeader();
}

void Card::setState(std::optional<State> state)
{
    if (state == m_state)
        return;
    m_state = state;
    update();
}

void Card::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, clickable);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Card::setFlush(bool flush)
{
    const int side = flush ? 1 : Size::cardPadding;
    layout()->setContentsMargins(side, flush ? 1 : Size::cardPadding - 2, side, flush ? 1 : Size::cardPadding);
    layout()->setSpacing(flush ? 0 : Size::gap);
    m_header->setContentsMargins(flush ? Size::cardPadding - 1 : 0, flush ? Size::gap : 0, flush ? Size::cardPadding - 1 : 0,
                                 flush ? Size::gap : 0);
}

void Card::showHeader()
{
    m_title->setVisible(!m_title->text().isEmpty());
    m_detail->setVisible(!m_detail->text().isEmpty());
    m_headerRow->setVisible(m_hasHeaderWidget || !m_title->text().isEmpty() || !m_subtitle->text().isEmpty()
                            || !m_detail->text().isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintPanel(painter, rect(), theme, {.state = m_state ? &*m_state : nullptr, .hovered = m_clickable && underMouse()});
    if (m_clickable && hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Size::radius, Size::radius);
    }
}

bool Card::event(QEvent *event)
{
    if (m_clickable && (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave))
        update();
    return QFrame::event(event);
}

void Card::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
    else
        QFrame::mouseReleaseEvent(event);
}

void Card::keyPressEvent(QKeyEvent *event)
{
    if (m_clickable && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space))
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Watchfloor
