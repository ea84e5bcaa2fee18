#include "widgets/charts/chartlegend.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr int rowHeight = 18;
constexpr int listRows = 2;
constexpr int tableRows = 6;
constexpr int swatch = 12;
constexpr int between = 16;
constexpr int columnGap = 12;
constexpr double leastName = 84; ///< before a name gets less, columns give way
constexpr int sortRoom = 9;      ///< of the arrow
constexpr int top = 4;
constexpr double quietOpacity = 0.4;

QFont nameFont()
{
    return textFont(TextSize::Small);
}
QFont valueFont()
{
    return textFont(TextSize::Small, QFont::DemiBold);
}

/// A bar in the line's colour; only its outline while the line is switched off.
void drawSwatch(QPainter &painter, double x, double y, const ChartLegend::Entry &entry, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(x, y + rowHeight / 2.0 - 1.5, swatch, 3);
    if (entry.hidden) {
        painter.setPen(QPen(theme.text3, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar.adjusted(0.5, 0, -0.5, 0), 1.5, 1.5);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.color);
    if (!entry.dashed) {
        painter.drawRoundedRect(bar, 1.5, 1.5);
        return;
    }
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), 5, 3), 1.5, 1.5);
    painter.drawRoundedRect(QRectF(bar.right() - 5, bar.top(), 5, 3), 1.5, 1.5);
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Legend"));
}

void ChartLegend::setEntries(const TimeChart::LegendOptions &options, std::vector<Entry> entries)
{
    if (!(options == m_given))
        m_given = m_options = options;
    m_entries = std::move(entries);
    m_current = std::clamp(m_current, 0, std::max(int(m_entries.size()) - 1, 0));
    order();
    measure();
    showRow(m_first);
    update();
}

void ChartLegend::setIsolated(int index)
{
    m_isolated = index;
    update();
}

void ChartLegend::order()
{
    m_order.resize(m_entries.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    const auto column = size_t(m_options.sortedBy);
    if (m_options.sortedBy < 0 || column >= m_options.columns.size())
        return;
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const double first = m_entries[size_t(a)].figures[column].value;
        const double second = m_entries[size_t(b)].figures[column].value;
        if (std::isnan(first) || std::isnan(second))
            return !std::isnan(first) && std::isnan(second);
        return m_options.descending ? first > second : first < second;
    });
}

void ChartLegend::measure()
{
    m_columnWidths.assign(m_options.columns.size(), 0);
    m_listWidths.clear();
    if (m_options.mode == TimeChart::Legend::None)
        return;
    for (const Entry &entry : m_entries)
        m_listWidths.push_back(listWidth(entry));
    if (!isTable())
        return;
    for (size_t column = 0; column < m_columnWidths.size(); ++column) {
        double width = tabularWidth(nameFont(), columnTitle(column)) + sortRoom;
        for (const Entry &entry : m_entries)
            width = std::max(width, tabularWidth(column == 0 ? valueFont() : nameFont(), entry.figures[column].text));
        m_columnWidths[column] = std::ceil(width) + columnGap;
    }
}

/// Columns that have room beside readable names; the last ones go first.
size_t ChartLegend::shownColumns() const
{
    double room = width() - 6 - swatch - 6 - leastName;
    size_t count = 0;
    while (count < m_columnWidths.size() && (count == 0 || room >= m_columnWidths[count]))
        room -= m_columnWidths[count++];
    return count;
}

QString ChartLegend::columnTitle(size_t column) const
{
    const TimeChart::LegendColumn &shown = m_options.columns[column];
    if (!shown.title.isEmpty())
        return shown.title;
    switch (shown.figure) {
    case TimeChart::Figure::Last:
        return tr("last");
    case TimeChart::Figure::Minimum:
        return tr("min");
    case TimeChart::Figure::Maximum:
        return tr("max");
    case TimeChart::Figure::Mean:
        return tr("mean");
    case TimeChart::Figure::Sum:
        return tr("sum");
    case TimeChart::Figure::Given:
        break;
    }
    return {};
}

/// In a list several figures are told apart by their names; a single one needs none.
QString ChartLegend::figureText(const Entry &entry, size_t column) const
{
    const QString &text = entry.figures[column].text;
    return m_options.columns.size() > 1 ? columnTitle(column) + u' ' + text : text;
}

double ChartLegend::listWidth(const Entry &entry) const
{
    double width = swatch + 6 + tabularWidth(nameFont(), entry.name);
    for (size_t column = 0; column < entry.figures.size() && !isTable(); ++column)
        width += 6 + tabularWidth(valueFont(), figureText(entry, column));
    return width;
}

int ChartLegend::heightFor(int width) const
{
    if (m_options.mode == TimeChart::Legend::None || m_entries.empty())
        return 0;
    const int rows = isTable() ? std::min(int(m_entries.size()), tableRows) + 1 : std::min(rowsOf(width), listRows);
    return rows * rowHeight + top;
}

int ChartLegend::widthFor(int most) const
{
    if (m_options.mode == TimeChart::Legend::None || m_entries.empty())
        return 0;
    if (m_options.width > 0)
        return std::min(m_options.width, most);
    double width = 0;
    for (const double wide : m_listWidths)
        width = std::max(width, wide);
    return std::min(int(std::ceil(width + std::accumulate(m_columnWidths.begin(), m_columnWidths.end(), 12.0))), most);
}

std::vector<ChartLegend::Place> ChartLegend::places(int width) const
{
    std::vector<Place> result;
    double x = 0;
    int row = 0;
    for (int at = 0; at < int(m_listWidths.size()); ++at) {
        const bool ownRow = isTable() || isRight();
        const double wide = ownRow ? width - 6 : std::min(m_listWidths[size_t(m_order[size_t(at)])], double(width));
        if (at > 0 && (ownRow || x + wide > width)) {
            ++row;
            x = 0;
        }
        result.push_back({at, row, QRectF(x, top + (row - m_first + (isTable() ? 1 : 0)) * rowHeight, wide, rowHeight)});
        x += wide + between;
    }
    return result;
}

int ChartLegend::rowsOf(int width) const
{
    const std::vector<Place> all = places(width);
    return all.empty() ? 0 : all.back().row + 1;
}

int ChartLegend::shownRows() const
{
    return std::max((height() - top) / rowHeight - (isTable() ? 1 : 0), 1);
}

void ChartLegend::showRow(int row)
{
    m_first = std::clamp(row, 0, std::max(rowsOf(width()) - shownRows(), 0));
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter);
}

void ChartLegend::paint(QPainter &painter) const
{
    if (m_options.mode == TimeChart::Legend::None)
        return;
    const Theme &theme = themeOf(this);
    if (isTable())
        paintHead(painter, theme);
    for (const Place &place : places(width())) {
        if (place.row < m_first || place.row >= m_first + shownRows())
            continue;
        const Entry &entry = m_entries[size_t(m_order[size_t(place.entry)])];
        painter.setOpacity(entry.hidden || (m_isolated >= 0 && m_isolated != entry.index) ? quietOpacity : 1);
        paintEntry(painter, place.rect, entry, theme);
        painter.setOpacity(1);
        if (m_ring && place.entry == m_current) {
            painter.setPen(QPen(theme.accent, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place.rect.adjusted(-2, 0.5, 2, -0.5), 3, 3);
        }
    }
    paintScroller(painter, theme);
}

void ChartLegend::paintHead(QPainter &painter, const Theme &theme) const
{
    painter.setFont(nameFont());
    double right = width() - 6;
    for (size_t column = shownColumns(); column-- > 0;) {
        const bool sorted = int(column) == m_options.sortedBy;
        painter.setPen(sorted ? theme.text2 : theme.text3);
        const QString head = sorted ? columnTitle(column) + QChar(m_options.descending ? 0x2193 : 0x2191) : columnTitle(column);
        drawTabular(painter, QRectF(right - m_columnWidths[column], top, m_columnWidths[column], rowHeight), Qt::AlignRight, head);
        right -= m_columnWidths[column];
    }
}

void ChartLegend::paintEntry(QPainter &painter, const QRectF &rect, const Entry &entry, const Theme &theme) const
{
    drawSwatch(painter, rect.left(), rect.top(), entry, theme);
    double right = rect.right();
    for (size_t column = isTable() ? shownColumns() : entry.figures.size(); column-- > 0;) {
        const QString text = isTable() ? entry.figures[column].text : figureText(entry, column);
        const bool strong = column == 0 || !isTable();
        const QFont font = strong ? valueFont() : nameFont();
        const double width = isTable() ? m_columnWidths[column] : tabularWidth(font, text);
        painter.setFont(font);
        painter.setPen(strong ? theme.text : theme.text2);
        drawTabular(painter, QRectF(right - width, rect.top(), width + (isTable() ? 0 : 1), rowHeight), isTable() ? Qt::AlignRight : Qt::AlignLeft, text);
        right -= width + (isTable() ? 0 : 6);
    }
    QFont font = nameFont();
    font.setStrikeOut(entry.hidden);
    painter.setFont(font);
    painter.setPen(theme.text2);
    drawTabular(painter, QRectF(rect.left() + swatch + 6, rect.top(), right - rect.left() - swatch - 6, rowHeight), Qt::AlignLeft, entry.name);
}

/// Where a list goes on: how many rows there are, and where among them this is.
void ChartLegend::paintScroller(QPainter &painter, const Theme &theme) const
{
    const int rows = rowsOf(width());
    if (rows <= shownRows())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double head = top + (isTable() ? rowHeight : 0);
    const double length = shownRows() * rowHeight;
    painter.setBrush(theme.track);
    painter.drawRoundedRect(QRectF(width() - 3, head, 3, length), 1.5, 1.5);
    painter.setBrush(theme.handle);
    painter.drawRoundedRect(QRectF(width() - 3, head + length * m_first / rows, 3, std::max(length * shownRows() / rows, 6.0)), 1.5, 1.5);
}

void ChartLegend::sortBy(int column)
{
    m_options.descending = column == m_options.sortedBy ? !m_options.descending : true;
    m_options.sortedBy = column;
    order();
    update();
}

void ChartLegend::mouseReleaseEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (isTable() && at.y() < top + rowHeight) {
        double right = width() - 6;
        for (size_t column = shownColumns(); column-- > 0; right -= m_columnWidths[column])
            if (at.x() <= right && at.x() > right - m_columnWidths[column])
                return sortBy(int(column));
        return;
    }
    for (const Place &place : places(width())) {
        if (place.row < m_first || place.row >= m_first + shownRows() || !place.rect.contains(at))
            continue;
        m_current = place.entry;
        const int index = m_entries[size_t(m_order[size_t(place.entry)])].index;
        if (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier))
            Q_EMIT entryToggled(index);
        else
            Q_EMIT entryClicked(index);
        return;
    }
}

void ChartLegend::wheelEvent(QWheelEvent *event)
{
    const int before = m_first;
    if (event->angleDelta().y() != 0)
        showRow(m_first + (event->angleDelta().y() < 0 ? 1 : -1));
    event->setAccepted(m_first != before || rowsOf(width()) > shownRows());
    update();
}

void ChartLegend::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_order.size()) - 1;
    if (last < 0)
        return QWidget::keyPressEvent(event);
    const int index = m_entries[size_t(m_order[size_t(std::clamp(m_current, 0, last))])].index;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        m_current = std::min(m_current + 1, last);
        break;
    case Qt::Key_Up:
    case Qt::Key_Left:
        m_current = std::max(m_current - 1, 0);
        break;
    case Qt::Key_Home:
        m_current = 0;
        break;
    case Qt::Key_End:
        m_current = last;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT entryClicked(index);
        return;
    case Qt::Key_Space:
        Q_EMIT entryToggled(index);
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
    const int row = places(width())[size_t(m_current)].row;
    if (row < m_first || row >= m_first + shownRows())
        showRow(row < m_first ? row : row - shownRows() + 1);
    update();
}

void ChartLegend::resizeEvent(QResizeEvent *)
{
    showRow(m_first);
}

void ChartLegend::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    update();
}

void ChartLegend::focusOutEvent(QFocusEvent *)
{
    m_ring = false;
    update();
}

} // namespace Watchfloor
