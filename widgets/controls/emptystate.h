#pragma once

#include "models/core/error.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace Watchfloor {

class ActionButton;
class TextLabel;

/// What a view says when it has nothing to show: an icon, a sentence, and a button with the next step where there is one.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setMessage(const QString &iconName, const QString &title, const QString &sentence = {}, Tone tone = Tone::Hint);
    /// The sentence of an error, with the blind glyph.
    void setError(const QString &title, const Error &error);
    /// An empty text hides the button.
    void setNextStep(const QString &text);

Q_SIGNALS:
    void nextStepRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QString m_iconName;
    Tone m_tone = Tone::Hint;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_sentence;
    ActionButton *m_button;
};

/// A line across a view that says what is not as it looks: "am-2 has not answered since 03:11:32." and more; with a link.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void setMessage(State state, const QString &title, const QString &sentence = {});
    /// An empty text hides the link.
    void setLink(const QString &text);

Q_SIGNALS:
    void linkActivated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    State m_state = State::Blind;
    TextLabel *m_title;
    TextLabel *m_sentence;
    ActionButton *m_link;
};

} // namespace Watchfloor
