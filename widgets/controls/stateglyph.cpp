#include "widgets/controls/stateglyph.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"

#include <QPainter>
#include <QTimerEvent>

namespace Watchfloor {

namespace {
constexpr int halfBlink = 500; // milliseconds; 1 Hz
constexpr int badgeGlyph = 12;
} // namespace

StateGlyph::StateGlyph(State state, int size, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
}

void StateGlyph::setState(State state, GlyphStyle style)
{
    if (state == m_state && style == m_style)
        return;
    m_state = state;
    m_style = style;
    describe();
    update();
}

void StateGlyph::setGlyphSize(int size)
{
    m_size = size;
    updateGeometry();
    update();
}

void StateGlyph::setBlinking(bool blinking)
{
    if (blinking == m_blink.isActive())
        return;
    m_dim = false;
    if (blinking)
        m_blink.start(halfBlink, this);
    else
        m_blink.stop();
    update();
}

void StateGlyph::describe()
{
    setAccessibleName(Format::state(m_state));
}

void StateGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_dim)
        painter.setOpacity(0.35);
    paintStateGlyph(painter, rect(), m_state, themeOf(this), m_style);
}

void StateGlyph::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_blink.timerId())
        return;
    m_dim = !m_dim;
    update();
}

StateBadge::StateBadge(State state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFont(textFont());
    setState(state);
}

void StateBadge::setState(State state, const QString &text)
{
    const QString shown = text.isEmpty() ? Format::state(state) : text;
    if (state == m_state && shown == m_text)
        return;
    m_state = state;
    m_text = shown;
    setAccessibleName(shown);
    updateGeometry();
    update();
}

QSize StateBadge::sizeHint() const
{
    return {badgeGlyph + 6 + int(std::ceil(tabularWidth(font(), m_text))), std::max(badgeGlyph, fontMetrics().height())};
}

void StateBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    paintStateGlyph(painter, QRectF(0, (height() - badgeGlyph) / 2.0, badgeGlyph, badgeGlyph), m_state, theme);
    painter.setPen(theme.of(m_state));
    drawTabular(painter, QRectF(badgeGlyph + 6, 0, width() - badgeGlyph - 6, height()), Qt::AlignLeft, m_text);
}

} // namespace Watchfloor
