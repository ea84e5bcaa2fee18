#include "widgets/controls/datatable.h"

#include "models/core/format.h"
#include "widgets/controls/figures.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace Watchfloor {

namespace {

constexpr int cellPadding = 10;
constexpr int glyphSide = 12;
constexpr int barWidth = 36;

const Theme &themeOf(const QStyleOptionViewItem &option)
{
    return Watchfloor::themeOf(option.widget);
}

QFont fontOf(const Cell &cell)
{
    return cell.mono ? monoFont() : textFont(TextSize::Body, cell.weight);
}

/// The hatch of one row must go on in the next cell, so its origin is the view, not the cell.
void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, std::optional<State> state)
{
    const Theme &theme = themeOf(option);
    const auto *table = qobject_cast<const DataTable *>(option.widget);
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, theme.selection);
    else if (table && table->hoveredRow() == index.row())
        painter.fillRect(option.rect, theme.hover);
    if (state && isHatched(*state)) {
        painter.setBrushOrigin(0, 0);
        painter.fillRect(option.rect, hatchBrush(*state, theme));
    }
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), theme.line);
    if ((option.state & QStyle::State_Selected) && index.column() == 0)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1), theme.accent);
}

double textWidth(const QFont &font, const Cell &cell, const QString &text)
{
    return cell.tabular ? tabularWidth(font, text) : lineWidth(font, text);
}

void paintText(QPainter &painter, QRectF box, const Cell &cell, const Theme &theme)
{
    const QFont font = fontOf(cell);
    painter.setFont(font);
    painter.setPen(theme.of(cell.tone));
    if (cell.tabular)
        drawTabular(painter, box, cell.alignment, cell.text);
    else
        drawLine(painter, box, cell.alignment, cell.text);
    if (cell.detail.isEmpty())
        return;
    box.setLeft(box.left() + std::min(textWidth(font, cell, cell.text), box.width()) + 6);
    painter.setFont(textFont());
    painter.setPen(theme.text2);
    if (box.width() > 12)
        drawLine(painter, box, Qt::AlignLeft, cell.detail);
}

/// A header stands over its column as the cells stand in it, numbers at the right.
class TableHeader final : public QHeaderView
{
public:
    explicit TableHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(true);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        if (isSortIndicatorShown() && sortIndicatorSection() == section)
            option->text += sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" \u2191") : QStringLiteral(" \u2193");
        if (!model() || model()->headerData(section, orientation(), Qt::TextAlignmentRole).isValid())
            return;
        const QVariant first = model()->index(0, section).data(Qt::TextAlignmentRole);
        if (first.isValid())
            option->textAlignment = (Qt::Alignment(first.toInt()) & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    }
};

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option);
    const Cell shown = cell(index);
    painter->save();
    paintGround(*painter, option, index, rowState(index));
    QRectF box = QRectF(option.rect).adjusted(cellPadding + shown.indent, 0, -cellPadding, -1);
    const auto mark = [&box](double side) { return QRectF(box.left(), box.center().y() - side / 2, side, side); };
    if (shown.glyph) {
        paintStateGlyph(*painter, mark(glyphSide), *shown.glyph, theme, shown.glyphStyle);
        box.setLeft(box.left() + glyphSide + 7);
    } else if (!shown.iconName.isEmpty()) {
        paintIcon(*painter, mark(14), shown.iconName, theme.of(shown.iconTone));
        box.setLeft(box.left() + 14 + 5);
    }
    if (shown.bar) {
        const QRectF track(box.left(), box.center().y() - 2, barWidth, 4);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.track);
        painter->drawRoundedRect(track, 2, 2);
        painter->setBrush(theme.of(shown.barTone));
        painter->drawRoundedRect(QRectF(track.topLeft(), QSizeF(track.width() * std::clamp(*shown.bar, 0.0, 1.0), 4)), 2, 2);
        box.setLeft(track.right() + 8);
    }
    paintText(*painter, box, shown, theme);
    if ((option.state & QStyle::State_HasFocus) && !(option.state & QStyle::State_Selected)) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(option)
    const Cell shown = cell(index);
    double width = 2 * cellPadding + shown.indent + textWidth(fontOf(shown), shown, shown.text);
    if (shown.glyph || !shown.iconName.isEmpty())
        width += glyphSide + 7;
    if (shown.bar)
        width += barWidth + 8;
    if (!shown.detail.isEmpty())
        width += 6 + lineWidth(textFont(), shown.detail);
    return {int(width) + 1, Size::row};
}

Cell CellDelegate::cell(const QModelIndex &index) const
{
    Cell result;
    result.text = index.data(Qt::DisplayRole).toString();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    if (alignment.isValid())
        result.alignment = Qt::Alignment(alignment.toInt()) & Qt::AlignHorizontal_Mask;
    result.tabular = bool(result.alignment & Qt::AlignRight);
    return result;
}

std::optional<State> CellDelegate::rowState(const QModelIndex &) const
{
    return {};
}

StateDelegate::StateDelegate(int stateRole, int stateColumn, QObject *parent)
    : CellDelegate(parent)
    , m_stateRole(stateRole)
    , m_stateColumn(stateColumn)
{
}

Cell StateDelegate::cell(const QModelIndex &index) const
{
    Cell result = CellDelegate::cell(index);
    const QVariant state = index.data(m_stateRole);
    if (index.column() != m_stateColumn || !state.canConvert<State>())
        return result;
    result.glyph = state.value<State>();
    result.tone = toneOf(*result.glyph);
    result.weight = *result.glyph == State::Critical ? QFont::DemiBold : QFont::Normal;
    if (result.text.isEmpty())
        result.text = Format::state(*result.glyph);
    return result;
}

std::optional<State> StateDelegate::rowState(const QModelIndex &index) const
{
    const QVariant state = index.siblingAtColumn(m_stateColumn).data(m_stateRole);
    return state.canConvert<State>() ? std::optional(state.value<State>()) : std::nullopt;
}

DataTable::DataTable(QWidget *parent)
    : QTableView(parent)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setItemDelegate(new CellDelegate(this));
    setHorizontalHeader(new TableHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setRowHeight(Size::row);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(Size::header);
    horizontalHeader()->setFont(textFont(TextSize::Small, QFont::Medium));
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QAbstractItemView::doubleClicked, this, &DataTable::rowActivated);
}

void DataTable::setCompact(bool compact)
{
    setRowHeight(compact ? Size::compactRow : Size::row);
}

void DataTable::setRowHeight(int pixels)
{
    verticalHeader()->setDefaultSectionSize(pixels);
}

void DataTable::setStretchColumn(int column)
{
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void DataTable::setColumnWidths(const std::vector<int> &widths)
{
    for (size_t column = 0; column < widths.size(); ++column)
        setColumnWidth(int(column), widths[column]);
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(indexAt(event->position().toPoint()).row());
    QTableView::mouseMoveEvent(event);
}

void DataTable::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT rowActivated(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void DataTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    for (const int at : {m_hovered, row})
        if (at >= 0)
            viewport()->update(0, rowViewportPosition(at), viewport()->width(), rowHeight(at));
    m_hovered = row;
}

} // namespace Watchfloor
