#include "widgets/charts/statushistory.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t rowCap = 200;
constexpr size_t timeCap = 5000;
constexpr int usualRow = 26;
constexpr double leastRow = 8;

} // namespace

struct StatusHistory::Layout
{
    TimeRows rows;
    ItemLegend legend;
    QRectF legendBox;
    double step = 60; ///< seconds from sample to sample
};

StatusHistory::StatusHistory(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There are no samples in this range."));
}

void StatusHistory::setRows(std::vector<double> times, std::vector<Row> rows)
{
    const size_t left = times.size() > timeCap ? times.size() - timeCap : 0; // the newest are kept
    times.erase(times.begin(), times.begin() + qsizetype(left));
    if (rows.size() > rowCap)
        rows.resize(rowCap);
    for (Row &row : rows) {
        row.name = Format::safeText(row.name, 64);
        row.cells.erase(row.cells.begin(), row.cells.begin() + qsizetype(std::min(left, row.cells.size())));
        row.cells.resize(times.size());
    }
    m_times = std::move(times);
    m_rows = std::move(rows);
    updateGeometry();
    dataChanged();
}

void StatusHistory::setRange(std::optional<TimeRange> range)
{
    m_range = range;
    update();
}

void StatusHistory::setLook(const Look &look)
{
    m_look = look;
    update();
}

void StatusHistory::setCursor(std::optional<WallTime> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    update();
}

QSize StatusHistory::sizeHint() const
{
    return {480, std::max(2, int(m_rows.size())) * usualRow + TimeRows::axisHeight};
}

StatusHistory::Layout StatusHistory::layoutFor(QSizeF size) const
{
    Layout layout;
    QRectF area(QPointF(), size);
    layout.legend = {m_look.entries, {}, m_look.legend};
    layout.legendBox = layout.legend.takeFrom(area);
    double names = 0;
    for (const Row &row : m_rows)
        names = std::max(names, tabularWidth(textFont(), row.name));
    names = std::min({names + 16, 236.0, area.width() * 0.4});
    double step = std::numeric_limits<double>::infinity();
    for (size_t at = 1; at < m_times.size(); ++at)
        step = std::min(step, m_times[at] - m_times[at - 1]);
    layout.step = std::isfinite(step) && step > 0 ? step : 60;
    const auto wall = [](double seconds) { return WallTime(std::chrono::milliseconds(qint64(seconds * 1000))); };
    layout.rows.plot = QRectF(std::round(names), 0, std::max(area.width() - std::round(names) - 8, 1.0), std::max(area.height() - TimeRows::axisHeight, 1.0));
    // Half a cell more at both ends than the data: a cell stands around its moment.
    const TimeRange own = m_times.empty() ? TimeRange() : TimeRange{wall(m_times.front() - layout.step / 2), wall(m_times.back() + layout.step / 2)};
    layout.rows.range = m_range.value_or(own);
    layout.rows.count = int(m_rows.size());
    layout.rows.rowHeight = std::max(layout.rows.plot.height() / std::max(double(m_rows.size()), 1.0), leastRow);
    return layout;
}

QRectF StatusHistory::cellRect(const Layout &layout, int item) const
{
    const auto columns = int(m_times.size());
    const double time = m_times[size_t(item % columns)];
    const QRectF row = layout.rows.rowRect(item / columns);
    const double from = layout.rows.xOf(time - layout.step / 2);
    const double to = layout.rows.xOf(time + layout.step / 2);
    const double sideways = to - from < 4 ? 0 : (to - from) * (1 - m_look.columnWidth) / 2;
    const double across = row.height() * (1 - m_look.rowHeight) / 2;
    QRectF box(QPointF(from + sideways, row.top() + across), QPointF(to - sideways, row.bottom() - across));
    box.setLeft(std::max(std::round(box.left()), layout.rows.plot.left()));
    box.setRight(std::min(std::max(std::round(box.right()), box.left() + 1), layout.rows.plot.right()));
    box.setTop(std::round(box.top()));
    box.setBottom(std::max(std::round(box.bottom()), box.top() + 1));
    return box;
}

void StatusHistory::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const Theme &theme = themeOf(this);
    layout.rows.paintAxis(painter, theme);
    painter.save();
    painter.setClipRect(QRectF(0, 0, size.width(), layout.rows.plot.bottom()));
    const auto columns = int(m_times.size());
    for (int row = 0; row < int(m_rows.size()); ++row) {
        layout.rows.paintName(painter, row, m_rows[size_t(row)].name, 0, theme);
        QRectF last;
        QColor lastColor;
        for (int column = 0; column < columns; ++column) {
            const Cell &cell = m_rows[size_t(row)].cells[size_t(column)];
            if (!cell.color.isValid())
                continue;
            const QRectF box = cellRect(layout, row * columns + column);
            if (box.width() <= 0 || (box == last && cell.color == lastColor)) // thousands of cells in one pixel are one
                continue;
            last = box;
            lastColor = cell.color;
            painter.setPen(Qt::NoPen);
            painter.setBrush(cell.color);
            painter.setRenderHint(QPainter::Antialiasing, box.width() > 8);
            const double radius = box.width() > 8 && box.height() > 8 ? 2 : 0;
            painter.drawRoundedRect(box, radius, radius);
            paintSpanText(painter, box, cell.color, Format::safeText(cell.text, 40), Qt::AlignHCenter, m_look.values);
        }
    }
    painter.restore();
    if (m_cursor)
        layout.rows.paintCursor(painter, *m_cursor, theme);
    layout.legend.paint(painter, layout.legendBox, theme);
}

int StatusHistory::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    const int row = layout.rows.rowAt(position.y());
    if (row < 0 || !layout.rows.plot.contains(position))
        return -1;
    const double length = double(layout.rows.range.length().count()) / 1000;
    const double seconds = toEpochSeconds(layout.rows.range.start) + (position.x() - layout.rows.plot.left()) / layout.rows.plot.width() * length;
    const auto next = std::lower_bound(m_times.begin(), m_times.end(), seconds - layout.step / 2);
    if (next == m_times.end() || *next - layout.step / 2 > seconds)
        return -1;
    const int column = int(next - m_times.begin());
    return m_rows[size_t(row)].cells[size_t(column)].color.isValid() ? row * int(m_times.size()) + column : -1;
}

QRectF StatusHistory::itemRect(int item) const
{
    return cellRect(layoutFor(size()), item);
}

ReadOut StatusHistory::readOut(int item) const
{
    const size_t row = size_t(item) / m_times.size();
    const size_t column = size_t(item) % m_times.size();
    const WallTime time(std::chrono::milliseconds(qint64(m_times[column] * 1000)));
    const Cell &cell = m_rows[row].cells[column];
    ReadOut said;
    const bool days = layoutFor(size()).rows.range.length() > std::chrono::hours(36);
    said.head = days ? Format::day(time) + u' ' + Format::shortTime(time) : Format::clockTime(time);
    said.rows.push_back({cell.color, m_rows[row].name, cell.color.isValid() ? Format::safeText(cell.text, 96) : tr("no sample")});
    return said;
}

void StatusHistory::drawCurrent(QPainter &painter, QSizeF) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(themeOf(this).text, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(itemRect(currentItem()).adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2);
}

int StatusHistory::neighbour(int item, int right, int down) const
{
    const int columns = int(m_times.size());
    const int row = std::clamp(item / columns + down, 0, int(m_rows.size()) - 1);
    const int column = std::clamp(item % columns + right, 0, columns - 1);
    return row * columns + column;
}

void StatusHistory::mouseMoveEvent(QMouseEvent *event)
{
    ChartWidget::mouseMoveEvent(event);
    const TimeRows rows = layoutFor(size()).rows;
    const bool inside = !isEmpty() && rows.plot.contains(event->position());
    Q_EMIT cursorMoved(inside ? std::optional(rows.timeAt(event->position().x())) : std::nullopt);
}

void StatusHistory::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
    const int row = isEmpty() ? -1 : layoutFor(size()).rows.rowAt(event->position().y());
    if (row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT rowActivated(row);
}

void StatusHistory::leaveEvent(QEvent *event)
{
    ChartWidget::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

} // namespace Watchfloor
