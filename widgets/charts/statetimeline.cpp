#include "widgets/charts/statetimeline.h"

#include "models/core/format.h"
#include "models/core/tooltiptext.h"
#include "widgets/charts/chartframe.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/namedcolors.h"
#include "widgets/theme/sizes.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int rowCap = 200;
constexpr int leastRow = 18;
constexpr int usualRow = 22;
constexpr int mostRow = 28;
constexpr int leastFilledRow = 10;
constexpr int markHeight = 18;
constexpr double hatchedSpanStep = 6;

void paintSpan(QPainter &painter, const QRectF &box, const QColor &color, StateTimeline::Fill fill)
{
    const QRectF edge = box.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color, 1));
    painter.setBrush(Qt::NoBrush);
    switch (fill) {
    case StateTimeline::Fill::Solid:
        painter.fillRect(box, color);
        break;
    case StateTimeline::Fill::Outline:
        painter.drawRect(edge);
        break;
    case StateTimeline::Fill::Striped:
        painter.fillRect(box, translucent(color, 0.45));
        painter.drawRect(edge);
        break;
    case StateTimeline::Fill::Hatched:
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.2));
        painter.drawLines(hatchLines(box, hatchedSpanStep));
        painter.restore();
        painter.drawRect(edge);
        break;
    }
}

bool saysTheSame(const StateTimeline::Span &a, const StateTimeline::Span &b)
{
    return a.state == b.state && a.fill == b.fill && a.text == b.text && a.color == b.color;
}

} // namespace

struct StateTimeline::Layout
{
    TimeRows rows;
    QRectF legend;
    ItemLegend entries;
};

StateTimeline::StateTimeline(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("Nothing happened in this span."));
}

void StateTimeline::setRows(std::vector<Row> rows)
{
    if (rows.size() > rowCap)
        rows.resize(rowCap);
    m_rows = std::move(rows);
    arrange();
}

void StateTimeline::setRange(TimeRange range)
{
    m_range = range;
    update();
}

void StateTimeline::setMarks(std::vector<Mark> marks)
{
    m_marks = std::move(marks);
    update();
}

void StateTimeline::setNow(std::optional<WallTime> now)
{
    m_now = now;
    update();
}

void StateTimeline::setLook(const Look &look)
{
    m_look = look;
    arrange();
}

void StateTimeline::setCursor(std::optional<WallTime> time)
{
    if (time == m_cursor)
        return;
    m_cursor = time;
    update();
}

void StateTimeline::arrange()
{
    double widest = m_look.rowHeight > 0 ? 0 : 60;
    m_items.clear();
    for (int at = 0; at < int(m_rows.size()); ++at) {
        Row &row = m_rows[size_t(at)];
        row.name = Format::safeText(row.name, 64);
        widest = std::max(widest, tabularWidth(textFont(), row.name) + (row.state ? 20 : 0));
        if (m_look.mergeEqual && !row.spans.empty()) {
            std::vector<Span> merged;
            for (const Span &span : row.spans) {
                if (!merged.empty() && merged.back().end >= span.start && saysTheSame(merged.back(), span))
                    merged.back().end = std::max(merged.back().end, span.end);
                else
                    merged.push_back(span);
            }
            row.spans = std::move(merged);
        }
        for (int span = 0; span < int(row.spans.size()); ++span)
            m_items.emplace_back(at, span);
    }
    m_nameWidth = int(std::min(widest, 220.0)) + 16;
    updateGeometry();
    dataChanged();
}

QSize StateTimeline::sizeHint() const
{
    return {480, int(m_rows.size()) * usualRow + TimeRows::axisHeight + (m_marks.empty() ? 0 : markHeight)};
}

QSize StateTimeline::minimumSizeHint() const
{
    return {160, std::min(sizeHint().height(), 4 * leastRow + TimeRows::axisHeight)};
}

StateTimeline::Layout StateTimeline::layoutFor(QSizeF size) const
{
    Layout layout;
    QRectF area(QPointF(), size);
    layout.entries = {m_look.entries, {}, m_look.legend};
    layout.legend = layout.entries.takeFrom(area);
    const double top = m_marks.empty() ? 0 : markHeight;
    const double nameWidth = std::min<double>(m_nameWidth, area.width() * 0.4);
    layout.rows.plot = QRectF(nameWidth, top, std::max(area.width() - nameWidth - 8, 1.0), std::max(area.height() - top - TimeRows::axisHeight, 1.0));
    layout.rows.range = m_range;
    layout.rows.count = int(m_rows.size());
    const double share = layout.rows.plot.height() / std::max<double>(double(m_rows.size()), 1);
    layout.rows.rowHeight = m_look.rowHeight > 0 ? std::max(share, double(leastFilledRow)) : std::clamp(share, double(leastRow), double(mostRow));
    return layout;
}

const StateTimeline::Span &StateTimeline::spanOf(int item) const
{
    const auto [row, span] = m_items[size_t(item)];
    return m_rows[size_t(row)].spans[size_t(span)];
}

QColor StateTimeline::colorOf(const Span &span) const
{
    return span.color.isValid() ? span.color : themeOf(this).of(span.state);
}

QRectF StateTimeline::spanRect(const Layout &layout, int row, const Span &span) const
{
    const QRectF box = layout.rows.rowRect(row);
    const double left = std::clamp(std::floor(layout.rows.xOf(span.start)), box.left(), box.right());
    const double right = std::clamp(std::ceil(layout.rows.xOf(span.end)), box.left(), box.right());
    const double margin = m_look.rowHeight > 0 ? std::max(box.height() * (1 - std::min(m_look.rowHeight, 1.0)) / 2, 0.5) : 5.0;
    // What lasted less than a pixel is still seen.
    return {left, std::round(box.top() + margin), std::max(right - left, 2.0), std::round(box.height() - 2 * margin)};
}

void StateTimeline::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    layout.rows.paintAxis(painter, themeOf(this));
    painter.save();
    painter.setClipRect(QRectF(0, layout.rows.plot.top(), size.width(), layout.rows.plot.height()));
    for (int row = 0; row < int(m_rows.size()); ++row)
        paintRow(painter, layout, row);
    painter.restore();
    paintMarks(painter, layout);
    layout.entries.paint(painter, layout.legend, themeOf(this));
}

void StateTimeline::paintRow(QPainter &painter, const Layout &layout, int row) const
{
    const Theme &theme = themeOf(this);
    const Row &shown = m_rows[size_t(row)];
    const double rowHeight = layout.rows.rowHeight;
    const double y = layout.rows.plot.top() + row * rowHeight;
    double x = 0;
    if (shown.state) {
        paintStateGlyph(painter, QRectF(0, y + (rowHeight - 11) / 2.0, 11, 11), *shown.state, theme);
        x = 19;
    }
    layout.rows.paintName(painter, row, shown.name, x, theme);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRectF last;
    QColor lastColor;
    for (const Span &span : shown.spans) {
        if (span.end < m_range.start || span.start > m_range.end)
            continue;
        const QRectF box = spanRect(layout, row, span);
        const QColor color = colorOf(span);
        if (box == last && color == lastColor) // thousands of spans in one pixel are one
            continue;
        last = box;
        lastColor = color;
        const bool plain = span.fill == Fill::Solid;
        const QColor ground = plain && m_look.fillOpacity < 1 ? theme.tint(color, m_look.fillOpacity) : color;
        paintSpan(painter, box, ground, span.fill);
        if (plain && m_look.rowHeight > 0 && box.width() > 3) // neighbours of one colour are two spans
            painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), theme.surface);
        if (plain)
            paintSpanText(painter, box, ground, Format::safeText(span.text, 64), m_look.alignment, m_look.values);
    }
}

void StateTimeline::paintMarks(QPainter &painter, const Layout &layout) const
{
    const Theme &theme = themeOf(this);
    const QRectF area = layout.rows.plot;
    painter.setFont(textFont(TextSize::Small));
    double taken = area.left() - 1e6;
    for (const Mark &mark : m_marks) {
        if (!m_range.contains(mark.at))
            continue;
        const double x = std::round(layout.rows.xOf(mark.at));
        painter.setPen(markColor(mark.kind, theme));
        painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
        const QString text = Format::safeText(mark.text, 36);
        const double width = tabularWidth(painter.font(), text);
        const double left = x - width - 5 >= std::max(area.left(), taken) ? x - width - 5 : x + 5;
        if (left < taken || left + width > area.right() + 8)
            continue;
        taken = std::max(left + width, x) + 10;
        drawTabular(painter, QRectF(left, 0, width + 1, markHeight - 2), Qt::AlignLeft, text);
    }
    if (m_now && m_range.contains(*m_now)) {
        painter.setPen(theme.text);
        const double x = std::round(layout.rows.xOf(*m_now));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
    if (m_cursor)
        layout.rows.paintCursor(painter, *m_cursor, theme);
}

int StateTimeline::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    const int row = layout.rows.rowAt(position.y());
    if (row < 0 || !layout.rows.plot.contains(position))
        return -1;
    // The last one that covers the place, as it is drawn over the others.
    for (int item = int(m_items.size()) - 1; item >= 0; --item)
        if (m_items[size_t(item)].first == row && spanRect(layout, row, spanOf(item)).adjusted(-2, -4, 2, 4).contains(position))
            return item;
    return -1;
}

QRectF StateTimeline::itemRect(int item) const
{
    return spanRect(layoutFor(size()), m_items[size_t(item)].first, spanOf(item));
}

ReadOut StateTimeline::readOut(int item) const
{
    const Span &span = spanOf(item);
    const bool named = m_range.length() > std::chrono::hours(36);
    const auto moment = [named](WallTime time) { return named ? Format::day(time) + u' ' + Format::shortTime(time) : Format::clockTime(time); };
    ReadOut said;
    said.head = m_rows[size_t(m_items[size_t(item)].first)].name;
    const QString words = span.text.isEmpty() ? Format::state(span.state) : Format::safeText(span.text, 96);
    said.rows.push_back({colorOf(span), words, Format::span(span.end - span.start)});
    said.rows.push_back({{}, moment(span.start) + QStringLiteral(" \u2013 ") + moment(span.end), {}});
    return said;
}

void StateTimeline::drawCurrent(QPainter &painter, QSizeF) const
{
    painter.setPen(QPen(themeOf(this).text, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(itemRect(currentItem()).adjusted(-0.5, -0.5, 0.5, 0.5));
}

int StateTimeline::neighbour(int item, int right, int down) const
{
    if (down == 0)
        return std::clamp(item + right, 0, itemCount() - 1);
    const int row = m_items[size_t(item)].first;
    const WallTime middle = spanOf(item).start + (spanOf(item).end - spanOf(item).start) / 2;
    int best = item;
    auto nearest = std::chrono::milliseconds::max();
    // Of the nearest row with spans, the span nearest in time.
    for (int wanted = row + down; best == item && wanted >= 0 && wanted < int(m_rows.size()); wanted += down)
        for (int at = 0; at < itemCount(); ++at) {
            if (m_items[size_t(at)].first != wanted)
                continue;
            const Span &span = spanOf(at);
            const auto distance = middle < span.start ? span.start - middle : middle > span.end ? middle - span.end : std::chrono::milliseconds(0);
            if (distance < nearest) {
                nearest = distance;
                best = at;
            }
        }
    return best;
}

void StateTimeline::mouseMoveEvent(QMouseEvent *event)
{
    ChartWidget::mouseMoveEvent(event);
    const Layout layout = layoutFor(size());
    const bool inside = !isEmpty() && layout.rows.plot.contains(event->position());
    Q_EMIT cursorMoved(inside ? std::optional(layout.rows.timeAt(event->position().x())) : std::nullopt);
}

void StateTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    ChartWidget::mouseReleaseEvent(event);
    const int row = layoutFor(size()).rows.rowAt(event->position().y());
    if (row >= 0)
        Q_EMIT rowActivated(row);
}

void StateTimeline::leaveEvent(QEvent *event)
{
    ChartWidget::leaveEvent(event);
    Q_EMIT cursorMoved({});
}

TickStrip::TickStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TickStrip::setTicks(std::vector<Tick> ticks)
{
    m_ticks = std::move(ticks);
    update();
}

void TickStrip::paintEvent(QPaintEvent *)
{
    if (m_ticks.empty())
        return;
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const double step = double(width() + 2) / double(m_ticks.size());
    for (size_t at = 0; at < m_ticks.size(); ++at) {
        const double left = std::round(double(at) * step);
        const double right = std::round(double(at + 1) * step) - (step > 4 ? 2 : 0);
        const QRectF box(left, 0, std::max(right - left, 1.0), height());
        const State state = m_ticks[at].state;
        painter.fillRect(box, m_ticks[at].quiet ? theme.track : isHatched(state) ? theme.tint(theme.of(state), 0.4) : theme.of(state));
        if (!m_ticks[at].quiet && isHatched(state))
            paintHatch(painter, box, state, theme);
    }
}

bool TickStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_ticks.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto at = size_t(std::clamp(help->pos().x() * int(m_ticks.size()) / std::max(width(), 1), 0, int(m_ticks.size()) - 1));
    QToolTip::showText(help->globalPos(), toolTipText(Format::safeText(m_ticks[at].text)), this);
    return true;
}

} // namespace Watchfloor
