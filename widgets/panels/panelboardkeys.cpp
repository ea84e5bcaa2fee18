#include "widgets/panels/panelboard.h"

#include "widgets/theme/sizes.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QScrollBar>

#include <limits>

namespace Watchfloor {

int PanelBoard::focusedPanel() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (size_t index = 0; index < m_layout.panels.size(); ++index)
        if (const auto card = m_cards.find(m_layout.panels[index].key); card != m_cards.end() && focus && (card->second == focus || card->second->isAncestorOf(focus)))
            return int(index);
    return -1;
}

PanelCard *PanelBoard::current() const
{
    const int focused = focusedPanel();
    if (focused >= 0)
        return m_cards.at(m_layout.panels[size_t(focused)].key);
    if (m_full)
        return m_full;
    for (const auto &[key, card] : m_cards)
        if (card->isVisible() && card->underMouse())
            return card;
    return nullptr;
}

void PanelBoard::focusPanel(size_t placed)
{
    if (placed >= m_layout.panels.size())
        return;
    const QRect rect = m_rects[placed];
    if (!m_full)
        ensureVisible(rect.center().x(), rect.top(), 0, Size::cardGap);
    if (!m_full && rect.bottom() > verticalScrollBar()->value() + viewport()->height())
        ensureVisible(rect.center().x(), std::min(rect.bottom(), rect.top() + viewport()->height()), 0, 0);
    make(placed)->setFocus(Qt::TabFocusReason);
}

/// The nearest panel in that direction; those straight ahead before those aside.
void PanelBoard::moveFocus(int right, int down)
{
    const int focused = focusedPanel();
    if (focused < 0)
        return focusPanel(0);
    const QPoint from = m_rects[size_t(focused)].center();
    std::optional<size_t> best;
    int least = std::numeric_limits<int>::max();
    for (size_t index = 0; index < m_rects.size(); ++index) {
        const QPoint way = m_rects[index].center() - from;
        const int ahead = right * way.x() + down * way.y();
        const int aside = std::abs(down * way.x()) + std::abs(right * way.y());
        if (int(index) == focused || ahead <= 0 || ahead + 3 * aside >= least)
            continue;
        best = index;
        least = ahead + 3 * aside;
    }
    if (best)
        focusPanel(*best);
}

bool PanelBoard::focusNextPrevChild(bool next)
{
    const int focused = focusedPanel();
    const int target = focused + (next ? 1 : -1);
    if (focused < 0 || m_full || target < 0 || target >= int(m_layout.panels.size()))
        return QScrollArea::focusNextPrevChild(next);
    focusPanel(size_t(target));
    return true;
}

void PanelBoard::keyPressEvent(QKeyEvent *event)
{
    PanelCard *card = current();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!plain)
        return QScrollArea::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveFocus(-1, 0);
    case Qt::Key_Right:
        return moveFocus(1, 0);
    case Qt::Key_Up:
        return moveFocus(0, -1);
    case Qt::Key_Down:
        return moveFocus(0, 1);
    case Qt::Key_Escape:
        if (!m_full)
            break;
        return toggleFullScreen(m_full);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F:
    case Qt::Key_V:
        if (!card)
            break;
        return toggleFullScreen(card);
    case Qt::Key_E:
        if (!card)
            break;
        return card->edit();
    case Qt::Key_X:
        if (!card)
            break;
        return card->explore();
    case Qt::Key_I:
        if (!card)
            break;
        return card->inspect();
    case Qt::Key_C:
        if (!card)
            break;
        return QApplication::clipboard()->setImage(card->image());
    case Qt::Key_D:
        if (!card)
            break;
        return QApplication::clipboard()->setText(card->csv());
    default:
        break;
    }
    QScrollArea::keyPressEvent(event);
}

} // namespace Watchfloor
