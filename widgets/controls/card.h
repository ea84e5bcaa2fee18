#pragma once

#include "models/core/state.h"
#include "widgets/theme/theme.h"

#include <QFrame>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace Watchfloor {

class ElidedLabel;
class TextLabel;

/// A titled panel: 1 px outline, radius 6; with a state a stripe at the left, red ground when critical, hatch when stale or
/// blind. What it holds goes into body().
class Card : public QFrame
{
    Q_OBJECT

public:
    enum class TitleLook { Plain, Caption };

    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title, TitleLook look = TitleLook::Plain);
    /// Hint text at the right end of the header: "2 s · main".
    void setDetail(const QString &detail, Tone tone = Tone::Hint);
    /// Behind the title, in the secondary tone: "rollback suggested".
    void setSubtitle(const QString &subtitle, Tone tone = Tone::Secondary);
    /// A button or badge at the right end of the header.
    void addHeaderWidget(QWidget *widget);
    void setState(std::optional<State> state);
    std::optional<State> state() const { return m_state; }
    /// Mouse and keyboard open it: hover, focus frame, clicked().
    void setClickable(bool clickable);
    /// Without the inner margins, for a table or list that reaches the outline.
    void setFlush(bool flush);

    QVBoxLayout *body() { return m_body; }

Q_SIGNALS:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showHeader();

    QWidget *m_headerRow = nullptr;
    QHBoxLayout *m_header = nullptr;
    QVBoxLayout *m_body = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_subtitle = nullptr;
    TextLabel *m_detail = nullptr;
    std::optional<State> m_state;
    bool m_clickable = false;
    bool m_hasHeaderWidget = false;
};

} // namespace Watchfloor
