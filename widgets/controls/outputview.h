#pragma once

#include "widgets/theme/theme.h"

#include <QPlainTextEdit>

namespace Watchfloor {

class ActionButton;
class TextLabel;

/// What a program prints, line by line: plain, monospaced, control characters made visible, the newest 10,000 lines kept,
/// each cut at 4,000 characters. While it follows it stays at the end; scrolling up stops that.
class OutputView final : public QWidget
{
    Q_OBJECT

public:
    explicit OutputView(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    /// What is shown while there is no line.
    void setEmptyText(const QString &text);
    /// A time or other margin text, and the line itself in a tone.
    void appendLine(const QString &margin, const QString &line, Tone tone = Tone::Primary);
    void clear();
    int lineCount() const;
    QString text() const;
    bool follows() const { return m_follow; }
    void setFollow(bool follow);

private:
    void handleScroll();
    void showCount();

    TextLabel *m_title;
    TextLabel *m_count;
    ActionButton *m_copy;
    ActionButton *m_followButton;
    QPlainTextEdit *m_edit;
    qint64 m_lines = 0;
    bool m_follow = true;
    bool m_appending = false;
};

} // namespace Watchfloor
