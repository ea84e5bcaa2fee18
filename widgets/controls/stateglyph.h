#pragma once

#include "widgets/theme/glyphs.h"

#include <QBasicTimer>
#include <QWidget>

namespace Watchfloor {

/// The shape of a state. Only an unacknowledged critical blinks, at 1 Hz.
class StateGlyph final : public QWidget
{
    Q_OBJECT

public:
    explicit StateGlyph(State state = State::Blind, int size = 14, QWidget *parent = nullptr);

    State state() const { return m_state; }
    void setState(State state, GlyphStyle style = GlyphStyle::Filled);
    void setGlyphSize(int size);
    void setBlinking(bool blinking);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void describe();

    State m_state;
    GlyphStyle m_style = GlyphStyle::Filled;
    int m_size;
    bool m_dim = false;
    QBasicTimer m_blink;
};

/// Glyph and word: "◆ Critical". A text of one's own may follow the glyph instead of the state's word.
class StateBadge final : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(State state = State::Blind, QWidget *parent = nullptr);
    void setState(State state, const QString &text = {});
    State state() const { return m_state; }
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state;
    QString m_text;
};

} // namespace Watchfloor
