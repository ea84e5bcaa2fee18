#include "widgets/controls/pill.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

int widthOf(const QFont &font, const QString &text)
{
    return text.isEmpty() ? 0 : int(std::ceil(tabularWidth(font, text)));
}

QFont pillFont(bool large)
{
    return textFont(large ? TextSize::Body : TextSize::Small, QFont::DemiBold);
}

} // namespace

Pill::Pill(const QString &text, Tone tone, Look look, QWidget *parent)
    : QAbstractButton(parent)
    , m_tone(tone)
    , m_look(look)
{
    setText(text);
    setFont(pillFont(false));
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Pill::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Pill::setLook(Look look)
{
    m_look = look;
    update();
}

void Pill::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Pill::setDetail(const QString &detail)
{
    if (detail == m_detail)
        return;
    m_detail = detail;
    updateGeometry();
    update();
}

void Pill::setClickable(bool clickable)
{
    setAttribute(Qt::WA_TransparentForMouseEvents, !clickable);
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Pill::setLarge(bool large)
{
    m_large = large;
    setFont(pillFont(large));
    updateGeometry();
}

QSize Pill::sizeHint() const
{
    const int padding = m_large ? 12 : 7;
    int width = widthOf(font(), text()) + 2 * padding;
    if (!m_iconName.isEmpty())
        width += (m_large ? 16 : 12) + (text().isEmpty() ? 0 : 6);
    if (!m_detail.isEmpty())
        width += widthOf(textFont(m_large ? TextSize::Body : TextSize::Small), m_detail) + 6;
    return {width, m_large ? 30 : 20};
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const QColor color = theme.of(m_tone);
    const bool quiet = m_tone == Tone::Primary || m_tone == Tone::Secondary || m_tone == Tone::Hint;

    QColor fill = Qt::transparent;
    if (m_look == Look::Filled)
        fill = color;
    else if (m_look == Look::Tinted)
        fill = quiet ? theme.raised : theme.tint(color, underMouse() ? 0.22 : 0.14);
    QColor outline = quiet ? theme.line : m_look == Look::Outlined ? color : theme.tint(color, 0.45);
    if (m_look == Look::Filled)
        outline = color;
    if (hasFocus())
        outline = theme.accent;
    painter.setPen(QPen(outline, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);

    const QColor ink = m_look == Look::Filled ? theme.onAccent : color;
    int x = m_large ? 12 : 7;
    if (!m_iconName.isEmpty()) {
        const int side = m_large ? 16 : 12;
        paintIcon(painter, QRectF(x, (height() - side) / 2.0, side, side), m_iconName, ink);
        x += side + (text().isEmpty() ? 0 : 6);
    }
    painter.setPen(ink);
    painter.setFont(font());
    drawTabular(painter, QRectF(x, 0, widthOf(font(), text()), height()), Qt::AlignLeft, text());
    if (!m_detail.isEmpty()) {
        x += widthOf(font(), text()) + 6;
        painter.setFont(textFont(m_large ? TextSize::Body : TextSize::Small));
        drawTabular(painter, QRectF(x, 0, width() - x, height()), Qt::AlignLeft, m_detail);
    }
}

CountBadge::CountBadge(QWidget *parent)
    : QWidget(parent)
{
    setFont(textFont(TextSize::Small, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void CountBadge::setCount(int count, Tone tone)
{
    m_count = count;
    m_tone = tone;
    setVisible(count > 0);
    setAccessibleName(QString::number(count));
    updateGeometry();
    adjustSize();
    update();
}

QString CountBadge::text() const
{
    return m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
}

QSize CountBadge::sizeHint() const
{
    return {std::max(16, widthOf(font(), text()) + 8), 16};
}

void CountBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.of(m_tone));
    painter.drawRoundedRect(QRectF(rect()), 8, 8);
    painter.setPen(theme.onAccent);
    drawTabular(painter, QRectF(rect()), Qt::AlignHCenter, text());
}

KeyHint::KeyHint(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
{
    setFont(textFont(TextSize::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize KeyHint::sizeHint() const
{
    return {std::max(18, widthOf(font(), m_key) + 10), 18};
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    painter.setPen(QPen(theme.handle, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(theme.text2);
    painter.drawText(rect(), Qt::AlignCenter, m_key);
}

} // namespace Watchfloor
