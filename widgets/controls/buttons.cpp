#include "widgets/controls/buttons.h"

#include "models/core/tooltiptext.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Watchfloor {

namespace {

int widthOf(const QFont &font, const QString &text)
{
    return text.isEmpty() ? 0 : int(std::ceil(tabularWidth(font, text)));
}

/// Enter presses the button that has the keyboard, as Space does: not the default of a dialog instead of it, and not nothing.
class EnterPresses final : public QObject
{
public:
    explicit EnterPresses(QAbstractButton *button)
        : QObject(button)
        , m_button(button)
    {
        button->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
            return false;
        if (!key->isAutoRepeat())
            m_button->click();
        return true;
    }

private:
    QAbstractButton *m_button;
};

constexpr int keyBox(int textWidth)
{
    return std::max(18, textWidth + 10);
}

} // namespace

IconButton::IconButton(const QString &iconName, const QString &text, QWidget *parent)
    : QToolButton(parent)
    , m_iconName(iconName)
{
    setToolTip(toolTipText(text));
    setAccessibleName(text);
    new EnterPresses(this);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void IconButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    update();
}

void IconButton::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QSize IconButton::sizeHint() const
{
    return {Size::smallControl + 4, Size::smallControl + 4};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool lit = isEnabled() && (underMouse() || isDown() || isChecked());
    if (lit || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? theme.selection : lit ? theme.track : QColor(Qt::transparent));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::smallRadius, Size::smallRadius);
    }
    const QColor color = !isEnabled() ? theme.handle : lit && m_tone == Tone::Secondary ? theme.text : theme.of(m_tone);
    const int side = Size::icon;
    paintIcon(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_iconName, color);
}

struct ActionButton::Colours
{
    QColor fill;
    QColor outline;
    QColor ink;
};

ActionButton::ActionButton(const QString &text, Look look, QWidget *parent)
    : QPushButton(text, parent)
    , m_look(look)
{
    setLook(look);
    new EnterPresses(this);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ActionButton::setLook(Look look)
{
    m_look = look;
    setFont(textFont(m_small ? TextSize::Small : TextSize::Body, look == Look::Link || look == Look::Plain ? QFont::Medium : QFont::DemiBold));
    update();
}

void ActionButton::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

void ActionButton::setKeyHint(const QString &key)
{
    m_key = key;
    updateGeometry();
    update();
}

void ActionButton::setLocked(bool locked)
{
    m_locked = locked;
    updateGeometry();
    update();
}

void ActionButton::setMenuArrow(bool arrow)
{
    m_arrow = arrow;
    updateGeometry();
    update();
}

void ActionButton::setSmall(bool small)
{
    m_small = small;
    setLook(m_look);
    updateGeometry();
}

QSize ActionButton::sizeHint() const
{
    const int padding = m_look == Look::Link ? 2 : m_small ? 8 : 12;
    int width = widthOf(font(), text()) + 2 * padding;
    if (!m_iconName.isEmpty())
        width += (m_small ? 14 : 16) + (text().isEmpty() ? 0 : 6);
    if (!m_key.isEmpty())
        width += keyBox(widthOf(textFont(TextSize::Small), m_key)) + 8;
    if (m_locked || m_arrow)
        width += 14 + 8;
    const int high = m_look == Look::Link ? fontMetrics().height() + 2 : m_small ? Size::smallControl : Size::control;
    return {width, high};
}

ActionButton::Colours ActionButton::colours() const
{
    const Theme &theme = themeOf(this);
    const bool lit = isEnabled() && (underMouse() || isDown());
    if (!isEnabled() && m_look != Look::Link && m_look != Look::Danger)
        return {theme.surface, theme.line, theme.text3};
    switch (m_look) {
    case Look::Plain:
        return {isDown() ? theme.sunken : isChecked() ? theme.selection : lit ? theme.track : theme.raised,
                isChecked() ? theme.accent : lit ? theme.handle : theme.line, theme.text};
    case Look::Primary: {
        const QColor fill = lit ? theme.accent.lighter(112) : theme.accent;
        return {fill, fill, theme.onAccent};
    }
    case Look::Caution:
        return {theme.tint(theme.warning, lit ? 0.18 : 0.08), theme.tint(theme.warning, lit ? 0.8 : 0.5), theme.text};
    case Look::Danger:
        if (!isEnabled())
            return {theme.tint(theme.critical, 0.16), theme.tint(theme.critical, 0.4), theme.tint(theme.critical, 0.7)};
        return {lit ? theme.critical.lighter(110) : theme.critical, theme.critical, theme.onAccent};
    case Look::Link:
        return {Qt::transparent, Qt::transparent, isEnabled() ? theme.accent : theme.text3};
    }
    return {};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const Colours colour = colours();
    if (m_look != Look::Link || hasFocus()) {
        painter.setPen(QPen(hasFocus() ? theme.accent : colour.outline, 1));
        painter.setBrush(colour.fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius - 1, Size::radius - 1);
    }
    const int padding = m_look == Look::Link ? 2 : m_small ? 8 : 12;
    // Alone the content stands in the middle; with something at the right end the text stays left of it.
    const int spare = std::max(0, width() - sizeHint().width());
    int x = padding + spare / 2;
    int right = width() - padding - spare / 2;
    const auto middle = [this](int left, int side) { return QRectF(left, (height() - side) / 2.0, side, side); };
    if (!m_iconName.isEmpty()) {
        const int side = m_small ? 14 : 16;
        const bool amber = m_look == Look::Caution && isEnabled();
        paintIcon(painter, middle(x, side), m_iconName, amber ? theme.warning : colour.ink);
        x += side + 6;
    }
    if (m_locked || m_arrow) {
        right -= 14;
        const QColor end = m_locked && m_look == Look::Caution ? theme.warning : colour.ink;
        paintIcon(painter, middle(right, 14), m_locked ? QStringLiteral("lock") : QStringLiteral("chevron-down"), end);
        right -= 8;
    }
    if (!m_key.isEmpty()) {
        painter.setFont(textFont(TextSize::Small));
        const int box = keyBox(widthOf(painter.font(), m_key));
        right -= box;
        QColor frame = colour.ink;
        frame.setAlphaF(0.45f);
        painter.setPen(frame);
        painter.setBrush(Qt::NoBrush);
        const QRectF key = QRectF(right, (height() - 18) / 2.0, box, 18).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(key, 3, 3);
        painter.setPen(colour.ink);
        painter.drawText(key, Qt::AlignCenter, m_key);
        right -= 8;
    }
    painter.setFont(font());
    painter.setPen(colour.ink);
    drawTabular(painter, QRectF(x, 0, right - x, height()), Qt::AlignLeft, text());
    if (m_look == Look::Link && underMouse() && isEnabled())
        painter.drawLine(QPointF(x, height() - 1.5), QPointF(right, height() - 1.5));
}

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
{
    setFont(textFont(TextSize::Body, QFont::Medium));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

int SegmentedControl::addSegment(const QString &text, const QString &iconName, const QString &toolTip)
{
    m_segments.push_back({text, iconName, toolTip});
    updateGeometry();
    update();
    return int(m_segments.size()) - 1;
}

void SegmentedControl::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= int(m_segments.size()))
        return;
    m_current = index;
    setAccessibleDescription(m_segments[size_t(index)].text);
    update();
    Q_EMIT currentChanged(index);
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    if (index < 0 || index >= int(m_segments.size()))
        return;
    m_segments[size_t(index)].text = text;
    updateGeometry();
    update();
}

int SegmentedControl::segmentWidth(const Segment &segment) const
{
    int width = widthOf(font(), segment.text) + 24;
    if (!segment.iconName.isEmpty())
        width += Size::icon + (segment.text.isEmpty() ? 0 : 6);
    return width;
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const Segment &segment : m_segments)
        width += segmentWidth(segment);
    return {width, Size::control};
}

QRect SegmentedControl::segmentRect(int index) const
{
    int x = 0;
    for (int at = 0; at < index; ++at)
        x += segmentWidth(m_segments[size_t(at)]);
    return {x, 0, segmentWidth(m_segments[size_t(index)]), height()};
}

int SegmentedControl::segmentAt(QPoint position) const
{
    for (int at = 0; at < int(m_segments.size()); ++at)
        if (segmentRect(at).contains(position))
            return at;
    return -1;
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    path.addRoundedRect(frame, Size::radius - 1, Size::radius - 1);
    painter.fillPath(path, theme.surface);
    painter.setClipPath(path);
    for (int at = 0; at < int(m_segments.size()); ++at) {
        const QRect box = segmentRect(at);
        const Segment &segment = m_segments[size_t(at)];
        const bool chosen = at == m_current;
        if (chosen)
            painter.fillRect(box, theme.selection);
        if (at > 0)
            painter.fillRect(QRect(box.left(), 0, 1, height()), theme.line);
        const QColor ink = chosen ? theme.text : theme.text2;
        int x = box.left() + 12;
        if (!segment.iconName.isEmpty()) {
            paintIcon(painter, QRectF(x, (height() - Size::icon) / 2.0, Size::icon, Size::icon), segment.iconName, ink);
            x += Size::icon + 6;
        }
        painter.setPen(ink);
        drawTabular(painter, QRectF(x, 0, box.right() - x, height()), Qt::AlignLeft, segment.text);
    }
    painter.setClipping(false);
    painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCurrent(segmentAt(event->position().toPoint()));
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setCurrent(m_current - 1);
    else if (event->key() == Qt::Key_Right)
        setCurrent(m_current + 1);
    else
        QWidget::keyPressEvent(event);
}

bool SegmentedControl::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = segmentAt(help->pos());
        QToolTip::showText(help->globalPos(), at < 0 ? QString() : toolTipText(m_segments[size_t(at)].toolTip), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Watchfloor
