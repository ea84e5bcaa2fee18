#include "widgets/controls/flowlayout.h"

#include "models/core/format.h"
#include "widgets/controls/pill.h"
#include "widgets/theme/fonts.h"

namespace Watchfloor {

FlowLayout::FlowLayout(QWidget *parent, int spacing)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addChildWidget(widget);
    m_items.insert(m_items.begin() + std::clamp(index, 0, count()), new QWidgetItem(widget));
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)];
    m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return {width + margins.left() + margins.right(), height + margins.top() + margins.bottom()};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int x = area.left();
    int y = area.top();
    int rowHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint().boundedTo(QSize(std::max(area.width(), 1), item->sizeHint().height()));
        if (x + size.width() > area.right() + 1 && x > area.left()) {
            x = area.left();
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        if (m_lastStretches && item == m_items.back())
            size.setWidth(std::max(size.width(), area.right() + 1 - x));
        if (place)
            item->setGeometry(QRect(QPoint(x, y), size));
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - rect.top() + margins.bottom();
}

ChipList::ChipList(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(this, 6))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipList::setTexts(const QStringList &texts)
{
    constexpr qsizetype most = 64;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &text : texts.first(std::min(texts.size(), most))) {
        auto *pill = new Pill(Format::safeText(text, 96), Tone::Primary, Pill::Look::Tinted, this);
        pill->setFont(monoFont(TextSize::Small));
        m_flow->addWidget(pill);
    }
    if (texts.size() > most)
        m_flow->addWidget(new Pill(tr("%1 more").arg(texts.size() - most), Tone::Hint, Pill::Look::Outlined, this));
    updateGeometry();
}

} // namespace Watchfloor
