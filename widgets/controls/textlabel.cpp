#include "widgets/controls/textlabel.h"

#include "models/core/tooltiptext.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Watchfloor {

TextLabel::TextLabel(const QString &text, Tone tone, TextSize size, QFont::Weight weight, QWidget *parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setTextSize(size, weight);
    colour();
}

void TextLabel::setTone(Tone tone)
{
    if (tone == m_tone)
        return;
    m_tone = tone;
    colour();
}

void TextLabel::setTextSize(TextSize size, QFont::Weight weight, double scale)
{
    setFont(textFont(size, weight, scale));
}

void TextLabel::setCaption()
{
    setFont(captionFont());
    setTone(Tone::Secondary);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

void TextLabel::colour()
{
    const QColor wanted = themeOf(this).of(m_tone);
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    // Only this one role is the label's own; the rest goes on following the window.
    QPalette own;
    own.setResolveMask(0);
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 2, QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), isElided() ? toolTipText(text()) : QString(), this);
        return true;
    }
    return TextLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    const QString shown = fontMetrics().elidedText(text(), m_mode, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment() | Qt::TextSingleLine), shown);
}

} // namespace Watchfloor
