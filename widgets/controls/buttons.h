#pragma once

#include "widgets/theme/theme.h"

#include <QPushButton>
#include <QToolButton>

namespace Watchfloor {

/// A square button with an icon of the drawn set; the text is its tool-tip and its name for screen readers.
class IconButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit IconButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);
    void setIconName(const QString &iconName);
    void setTone(Tone tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_iconName;
    Tone m_tone = Tone::Secondary;
};

/// A push button that says how much it does by its look: Primary is the way on, Caution disrupts, Danger destroys, Link is text.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    enum class Look { Plain, Primary, Caution, Danger, Link };

    explicit ActionButton(const QString &text, Look look = Look::Plain, QWidget *parent = nullptr);
    void setLook(Look look);
    void setIconName(const QString &iconName);
    /// The key that does the same, shown in a box; it is not made a shortcut by this.
    void setKeyHint(const QString &key);
    /// A closed lock at the right end: needs unlocking first.
    void setLocked(bool locked);
    /// A down arrow at the right end.
    void setMenuArrow(bool arrow);
    void setSmall(bool small);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Colours;
    Colours colours() const;

    Look m_look;
    QString m_iconName;
    QString m_key;
    bool m_locked = false;
    bool m_arrow = false;
    bool m_small = false;
};

/// Several choices of which one holds: "Flat | By service".
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    /// Returns the new segment's index.
    int addSegment(const QString &text, const QString &iconName = {}, const QString &toolTip = {});
    int current() const { return m_current; }
    void setCurrent(int index);
    void setSegmentText(int index, const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Segment
    {
        QString text;
        QString iconName;
        QString toolTip;
    };
    QRect segmentRect(int index) const;
    int segmentWidth(const Segment &segment) const;
    int segmentAt(QPoint position) const;

    std::vector<Segment> m_segments;
    int m_current = 0;
};

} // namespace Watchfloor
