#pragma once

#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QLabel>

namespace Watchfloor {

/// A plain-text label in a size and a tone of the theme. Text is never taken for markup. Text from outside passes
/// Format::safeText first.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, Tone tone = Tone::Primary, TextSize size = TextSize::Body,
                       QFont::Weight weight = QFont::Normal, QWidget *parent = nullptr);

    Tone tone() const { return m_tone; }
    void setTone(Tone tone);
    void setTextSize(TextSize size, QFont::Weight weight = QFont::Normal, double scale = 1);
    /// Capitals of a section, "FIRING".
    void setCaption();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    Tone m_tone;
};

/// One line that ends in an ellipsis where there is no room, and shows the whole text as its tool-tip then.
class ElidedLabel : public TextLabel
{
    Q_OBJECT

public:
    using TextLabel::TextLabel;
    void setElideMode(Qt::TextElideMode mode);
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isElided() const;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace Watchfloor
