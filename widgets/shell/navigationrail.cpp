#include "widgets/shell/navigationrail.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace Watchfloor {

namespace {
constexpr int railWidth = 56;
constexpr int logoHeight = 56;
constexpr int itemHeight = 48;
constexpr int logoSize = 28;
constexpr int stripeWidth = 2;
constexpr int badgeHeight = 16;
}

NavigationRail::NavigationRail(std::vector<Entry> entries, QWidget *parent)
    : QWidget(parent)
{
    for (Entry &entry : entries)
        m_items.push_back({std::move(entry), 0, State::Healthy});
    setFixedWidth(railWidth);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Pages"));
}

void NavigationRail::setCurrent(const QString &page)
{
    for (size_t i = 0; i < m_items.size(); ++i)
        if (m_items[i].entry.page == page)
            m_current = m_focused = int(i);
    update();
}

void NavigationRail::setCount(const QString &page, int count, State state)
{
    for (Item &item : m_items) {
        if (item.entry.page != page || (item.count == count && item.state == state))
            continue;
        item.count = count;
        item.state = state;
        update();
    }
}

QSize NavigationRail::sizeHint() const
{
    return {railWidth, logoHeight + itemHeight * int(m_items.size())};
}

QRect NavigationRail::rectOf(int index) const
{
    return {0, logoHeight + index * itemHeight, width(), itemHeight};
}

int NavigationRail::indexAt(QPoint position) const
{
    for (int i = 0; i < int(m_items.size()); ++i)
        if (rectOf(i).contains(position))
            return i;
    return -1;
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &colours = themeOf(this);
    painter.fillRect(rect(), colours.chrome);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.line);
    paintIcon(painter, QRectF((width() - logoSize) / 2.0, (logoHeight - logoSize) / 2.0, logoSize, logoSize), QStringLiteral("logo"), colours.accent);
    for (int i = 0; i < int(m_items.size()); ++i) {
        const QRect cell = rectOf(i);
        const QRect button = cell.adjusted(6, 2, -6, -2);
        const bool open = i == m_current;
        if (open || i == m_hovered) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(open ? colours.selection : colours.raised);
            painter.drawRoundedRect(button, Size::radius, Size::radius);
        }
        if (open)
            painter.fillRect(QRect(0, button.top() + 8, stripeWidth, button.height() - 16), colours.accent);
        if (hasFocus() && i == m_focused) {
            painter.setPen(colours.accent);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), Size::radius, Size::radius);
        }
        constexpr int side = 20;
        paintIcon(painter, QRectF(cell.center().x() - side / 2.0 + 0.5, cell.center().y() - side / 2.0 + 0.5, side, side), m_items[size_t(i)].entry.iconName,
                  open ? colours.text : colours.text2);
        if (m_items[size_t(i)].count > 0)
            paintBadge(painter, button, m_items[size_t(i)].count, m_items[size_t(i)].state);
    }
}

void NavigationRail::paintBadge(QPainter &painter, const QRect &rect, int count, State state) const
{
    const Theme &colours = themeOf(this);
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    const QFont font = textFont(TextSize::Small, QFont::DemiBold);
    const double badgeWidth = std::max(double(badgeHeight), tabularWidth(font, text) + 8);
    const QRectF badge(rect.right() - badgeWidth + 3, rect.top() + 1, badgeWidth, badgeHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.of(state));
    painter.drawRoundedRect(badge, badgeHeight / 2.0, badgeHeight / 2.0);
    painter.setPen(colours.onAccent);
    painter.setFont(font);
    drawTabular(painter, badge, Qt::AlignCenter, text);
}

void NavigationRail::mousePressEvent(QMouseEvent *event)
{
    const int index = indexAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT pageRequested(m_items[size_t(index)].entry.page);
}

void NavigationRail::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = indexAt(event->position().toPoint());
    update();
}

void NavigationRail::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void NavigationRail::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_items.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        m_focused = std::min(m_focused + 1, last);
        break;
    case Qt::Key_Up:
        m_focused = std::max(m_focused - 1, 0);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT pageRequested(m_items[size_t(m_focused)].entry.page);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

bool NavigationRail::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), QStringLiteral("%1  %2").arg(m_items[size_t(index)].entry.text, m_items[size_t(index)].entry.key), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Watchfloor
