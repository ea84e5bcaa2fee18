#include "widgets/runbooks/steplist.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QPainter>

namespace Watchfloor {

namespace {
constexpr int captionWidth = 52; ///< at least; other languages have longer words
constexpr int timeWidth = 62;
constexpr int tookWidth = 76;
constexpr int narrow = 480; ///< without the moment, which the cards tell too
} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepList::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    const bool resized = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    QStringList words;
    for (const Row &row : m_rows)
        words.append(QStringLiteral("%1 %2 %3").arg(row.caption, row.title, row.message));
    setAccessibleDescription(words.join(u'\n'));
    if (resized)
        updateGeometry();
    update();
}

QSize StepList::sizeHint() const
{
    return {320, int(m_rows.size()) * Size::row};
}

void StepList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const QFont small = textFont(TextSize::Small);
    const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
    int captions = captionWidth;
    for (const Row &row : m_rows)
        captions = std::max(captions, QFontMetrics(small).horizontalAdvance(row.caption) + Size::gap);
    for (int at = 0; at < int(m_rows.size()); ++at) {
        const QRect area(0, at * Size::row, width(), Size::row);
        if (!area.intersects(event->rect()))
            continue;
        const Row &row = m_rows[size_t(at)];
        if (row.active)
            painter.fillRect(area, theme.selection);
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), theme.line);
        paintIcon(painter, QRectF(Size::cardPadding, area.top() + (Size::row - Size::icon) / 2.0, Size::icon, Size::icon), row.icon, theme.of(row.tone));
        int left = Size::cardPadding + Size::icon + Size::gap;
        painter.setFont(small);
        painter.setPen(theme.text2);
        painter.drawText(QRect(left, area.top(), captions, Size::row), Qt::AlignVCenter, row.caption);
        left += captions;
        int right = area.right() - Size::cardPadding;
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(right - tookWidth, area.top(), tookWidth, Size::row), Qt::AlignVCenter | Qt::AlignRight, row.took);
        right -= tookWidth;
        if (width() > narrow) {
            painter.setPen(theme.text2);
            drawTabular(painter, QRectF(right - timeWidth, area.top(), timeWidth, Size::row), Qt::AlignVCenter | Qt::AlignRight, row.time);
            right -= timeWidth + Size::gap;
        }
        painter.setFont(bold);
        painter.setPen(theme.text);
        const QString title = QFontMetrics(bold).elidedText(row.title, Qt::ElideRight, right - left);
        painter.drawText(QRect(left, area.top(), right - left, Size::row), Qt::AlignVCenter, title);
        left += QFontMetrics(bold).horizontalAdvance(title) + Size::gap;
        if (right - left < 2 * Size::icon)
            continue;
        painter.setFont(small);
        painter.setPen(theme.of(row.tone == Tone::Hint ? Tone::Secondary : row.active || row.tone != Tone::Healthy ? row.tone : Tone::Secondary));
        painter.drawText(QRect(left, area.top(), right - left, Size::row), Qt::AlignVCenter, QFontMetrics(small).elidedText(row.message, Qt::ElideRight, right - left));
    }
}

} // namespace Watchfloor
