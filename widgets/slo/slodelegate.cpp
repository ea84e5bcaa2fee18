#include "widgets/slo/slodelegate.h"

#include "models/core/format.h"
#include "models/slo/slotablemodel.h"
#include "widgets/controls/figures.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int rowHeight = 76;
constexpr int padding = 14;

QString cell(const QModelIndex &index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

void drawLine(QPainter &painter, const QRect &area, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment = Qt::AlignLeft)
{
    painter.setFont(font);
    painter.setPen(color);
    drawTabular(painter, area, Qt::AlignVCenter | alignment, QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

QSize SloDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {300, rowHeight};
}

void SloDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &colours = themeOf(option.widget);
    const State state = index.data(SloTableModel::StateRole).value<State>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colours.raised);
    if (isHatched(state))
        painter->fillRect(option.rect, hatchBrush(state, colours));
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), Size::stripe, option.rect.height()), colours.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);

    const QRect area = option.rect.adjusted(padding, 10, -padding, -10);
    const int first = area.width() * 56 / 100;
    const int second = area.width() * 24 / 100;
    const bool alarming = state == State::Critical || state == State::Warning;
    const QColor stateColour = alarming || isHatched(state) ? colours.of(state) : colours.text;
    const QFont bold = textFont(TextSize::Body, QFont::DemiBold);
    const QFont small = textFont(TextSize::Small);

    paintStateGlyph(*painter, QRectF(area.left(), area.top() + 3, 12, 12), state, colours);
    drawLine(*painter, QRect(area.left() + 20, area.top(), first - 32, 18), cell(index, SloTableModel::ObjectiveColumn), bold, colours.text);
    const QVariant remaining = index.data(SloTableModel::RemainingRole);
    const QRectF bar(area.left(), area.top() + 25, first - 20, Size::bar);
    paintBudgetBar(*painter, bar, remaining.isValid() ? remaining.toDouble() : 0, state, colours);
    const QString left = remaining.isValid() ? cell(index, SloTableModel::BudgetColumn) : index.data(SloTableModel::SentenceRole).toString();
    drawLine(*painter, QRect(area.left(), area.top() + 36, first - 12, 18), left, small, colours.text2);

    const int secondLeft = area.left() + first;
    drawLine(*painter, QRect(secondLeft, area.top(), second, 18), cell(index, SloTableModel::SliColumn), bold, stateColour);
    drawLine(*painter, QRect(secondLeft, area.top() + 18, second, 18), QCoreApplication::translate("SloDelegate", "of %1").arg(cell(index, SloTableModel::TargetColumn)), small, colours.text2);
    drawLine(*painter, QRect(secondLeft, area.top() + 36, second, 18), QStringLiteral("%1  %2").arg(cell(index, SloTableModel::BurnFastColumn), cell(index, SloTableModel::BurnSlowColumn)), small, colours.text2);

    const QRect third(secondLeft + second + 8, area.top(), area.right() - secondLeft - second - 8, 18);
    drawLine(*painter, third, cell(index, SloTableModel::PolicyColumn), bold, alarming || isHatched(state) ? colours.of(state) : colours.healthy);
    drawLine(*painter, third.translated(0, 18), cell(index, SloTableModel::EmptyColumn), small, colours.text2);
    painter->restore();
}

} // namespace Watchfloor
