#pragma once

#include "models/core/state.h"

#include <QColor>
#include <QImage>
#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace Watchfloor {

/// What is said of one place of a chart, in the box beside the pointer.
struct ReadOut
{
    struct Row
    {
        QColor color; ///< invalid: no mark
        QString name;
        QString value;
    };
    QString head;
    std::vector<Row> rows;
    QString text() const;
};

/// What all charts share that paint themselves: one way onto screen, image, paper and SVG; an item under the pointer or the arrow keys with its
/// read-out; the hatch of what is stale or blind; a sentence where there is nothing.
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ChartWidget(QWidget *parent = nullptr);

    /// The whole picture inside `rect`, without what belongs to the pointer.
    void paint(QPainter &painter, const QRectF &rect) const;
    QImage grabImage(double pixelRatio = 1) const;

    void setEmptyText(const QString &text);
    /// Stale and blind lie as a hatch over the picture, with the reason in words.
    void setState(State state, const QString &reason = {});

    /// Bar, slice, cell, span or gauge under pointer or keyboard, as the chart counts them; -1: none.
    int currentItem() const { return m_current; }
    void setCurrentItem(int item);
    /// The words of the box beside the pointer; empty without an item.
    QString readOutText() const;

Q_SIGNALS:
    void currentItemChanged(int item);
    /// Clicked, or Enter pressed.
    void itemActivated(int item);

protected:
    virtual bool isEmpty() const = 0;
    virtual void draw(QPainter &painter, QSizeF size) const = 0;
    /// What shows the current item: an outline, a line. Over the picture, under the box.
    virtual void drawCurrent(QPainter &painter, QSizeF size) const;
    virtual int itemCount() const = 0;
    virtual int itemAt(QPointF position) const = 0;
    virtual QRectF itemRect(int item) const = 0;
    virtual ReadOut readOut(int item) const = 0;
    /// The item so many steps to the right and down.
    virtual int neighbour(int item, int right, int down) const;

    void dataChanged(); ///< current item is still there, and repaint

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QString m_emptyText;
    State m_state = State::Healthy;
    QString m_reason;
    std::optional<QPointF> m_pointer; ///< where the box stands; absent: beside the item
    int m_current = -1;
    int m_pressed = -1;
};

} // namespace Watchfloor
