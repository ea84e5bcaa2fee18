#pragma once

#include "models/core/state.h"

#include <QWidget>

#include <vector>

namespace Watchfloor {

/// The pages at the left edge: an icon each, the open one marked, with a count where something waits. Up and Down move, Enter opens.
class NavigationRail final : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QString page;     ///< "alerts"
        QString text;     ///< "Alerts"
        QString iconName;
        QString key;      ///< "Ctrl+3"
    };

    explicit NavigationRail(std::vector<Entry> entries, QWidget *parent = nullptr);
    void setCurrent(const QString &page);
    void setCount(const QString &page, int count, State state);
    QSize sizeHint() const override;

Q_SIGNALS:
    void pageRequested(const QString &page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect rectOf(int index) const;
    int indexAt(QPoint position) const;
    void paintBadge(QPainter &painter, const QRect &rect, int count, State state) const;

    struct Item
    {
        Entry entry;
        int count = 0;
        State state = State::Healthy;
    };
    std::vector<Item> m_items;
    int m_current = 0;
    int m_focused = 0;
    int m_hovered = -1;
};

} // namespace Watchfloor
