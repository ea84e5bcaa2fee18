#include "widgets/charts/statetimeline.h"

#include "models/core/format.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/chartframe.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"
#include "widgets/theme/sizes.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int rowCap = 200;
constexpr int leastRow = 18;
constexpr int usualRow = 22;
constexpr int mostRow = 28;
constexpr int axisHeight = 20;
constexpr int markHeight = 18;

QColor faint(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

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
        painter.fillRect(box, faint(color, 0.45));
        painter.drawRect(edge);
        break;
    case StateTimeline::Fill::Hatched:
        painter.save();
        painter.setClipRect(box);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color, 1.2));
        for (double x = box.left() - box.height(); x < box.right(); x += 6)
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        painter.restore();
        painter.drawRect(edge);
        break;
    }
}

} // namespace

StateTimeline::StateTimeline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void StateTimeline::setRows(std::vector<Row> rows)
{
    if (rows.size() > rowCap)
        rows.resize(rowCap);
    m_rows = std::move(rows);
    double widest = 60;
    for (Row &row : m_rows) {
        row.name = Format::safeText(row.name, 64);
        widest = std::max(widest, tabularWidth(textFont(), row.name) + (row.state ? 20 : 0));
    }
    m_nameWidth = int(std::min(widest, 220.0)) + 16;
    updateGeometry();
    update();
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

QSize StateTimeline::sizeHint() const
{
    return {480, int(m_rows.size()) * usualRow + axisHeight + (m_marks.empty() ? 0 : markHeight)};
}

QSize StateTimeline::minimumSizeHint() const
{
    return {160, std::min(sizeHint().height(), 4 * leastRow + axisHeight)};
}

QRectF StateTimeline::plot() const
{
    const double top = m_marks.empty() ? 0 : markHeight;
    const double nameWidth = std::min<double>(m_nameWidth, width() * 0.4);
    return {nameWidth, top, std::max(width() - nameWidth - 8, 1.0), std::max(height() - top - axisHeight, 1.0)};
}

double StateTimeline::rowHeight() const
{
    return std::clamp(plot().height() / std::max<double>(double(m_rows.size()), 1), double(leastRow), double(mostRow));
}

double StateTimeline::xOf(WallTime time) const
{
    const QRectF area = plot();
    const double length = std::max<double>(double(m_range.length().count()), 1);
    return area.left() + double((time - m_range.start).count()) / length * area.width();
}

int StateTimeline::rowAt(QPoint position) const
{
    const QRectF area = plot();
    const int row = int((position.y() - area.top()) / rowHeight());
    return position.y() >= area.top() && position.y() < area.bottom() && row < int(m_rows.size()) ? row : -1;
}

QRectF StateTimeline::spanRect(int row, const Span &span) const
{
    const QRectF area = plot();
    const double left = std::clamp(std::floor(xOf(span.start)), area.left(), area.right());
    const double right = std::clamp(std::ceil(xOf(span.end)), area.left(), area.right());
    // What lasted less than a pixel is still seen.
    return {left, area.top() + row * rowHeight() + 5.0, std::max(right - left, 2.0), rowHeight() - 10.0};
}

void StateTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_rows.empty()) {
        painter.setFont(textFont());
        painter.setPen(themeOf(this).text3);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing happened in this span."));
        return;
    }
    paintAxis(painter);
    painter.setClipRect(QRectF(0, plot().top(), width(), plot().height()));
    for (int row = 0; row < int(m_rows.size()); ++row)
        paintRow(painter, row);
    painter.setClipping(false);
    paintMarks(painter);
}

void StateTimeline::paintAxis(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF area = plot();
    painter.setFont(textFont(TextSize::Small));
    const double widest = tabularWidth(painter.font(), timeTickText(m_range.start, m_range.length()));
    for (const WallTime tick : timeTicks(m_range, std::max(1, int(area.width() / (widest + 36))))) {
        const double x = std::round(xOf(tick));
        painter.setPen(theme.line);
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(theme.text3);
        const double left = std::min(x - widest / 2, width() - widest - 2);
        drawTabular(painter, QRectF(left, area.bottom() + 3, widest + 2, 16), Qt::AlignHCenter, timeTickText(tick, m_range.length()));
    }
}

void StateTimeline::paintRow(QPainter &painter, int row) const
{
    const Theme &theme = themeOf(this);
    const Row &shown = m_rows[size_t(row)];
    const double y = plot().top() + row * rowHeight();
    double x = 0;
    if (shown.state) {
        paintStateGlyph(painter, QRectF(0, y + (rowHeight() - 11) / 2.0, 11, 11), *shown.state, theme);
        x = 19;
    }
    painter.setFont(textFont());
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(x, y, plot().left() - x - 10, rowHeight()), Qt::AlignLeft, shown.name);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const Span &span : shown.spans) {
        if (span.end < m_range.start || span.start > m_range.end)
            continue;
        paintSpan(painter, spanRect(row, span), theme.of(span.state), span.fill);
    }
}

void StateTimeline::paintMarks(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const QRectF area = plot();
    painter.setFont(textFont(TextSize::Small));
    double taken = area.left() - 1e6;
    for (const Mark &mark : m_marks) {
        if (!m_range.contains(mark.at))
            continue;
        const double x = std::round(xOf(mark.at));
        painter.setPen(markColor(mark.kind, theme));
        painter.drawLine(QPointF(x, area.top() - 2), QPointF(x, area.bottom()));
        const QString text = Format::safeText(mark.text, 36);
        const double width = tabularWidth(painter.font(), text);
        const double left = x - width - 5 >= std::max(area.left(), taken) ? x - width - 5 : x + 5;
        if (left < taken || left + width > this->width())
            continue;
        taken = std::max(left + width, x) + 10;
        drawTabular(painter, QRectF(left, 0, width + 1, markHeight - 2), Qt::AlignLeft, text);
    }
    if (m_now && m_range.contains(*m_now)) {
        painter.setPen(theme.text);
        const double x = std::round(xOf(*m_now));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void StateTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0)
        Q_EMIT rowActivated(row);
}

bool StateTimeline::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    QString text;
    if (row >= 0)
        for (const Span &span : m_rows[size_t(row)].spans)
            if (spanRect(row, span).adjusted(-2, -4, 2, 4).contains(help->pos()))
                text = span.text.isEmpty() ? Format::state(span.state) : span.text;
    QToolTip::showText(help->globalPos(), Format::safeText(text).toHtmlEscaped(), this);
    return true;
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
            painter.fillRect(box, hatchBrush(state, theme));
    }
}

bool TickStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_ticks.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto at = size_t(std::clamp(help->pos().x() * int(m_ticks.size()) / std::max(width(), 1), 0, int(m_ticks.size()) - 1));
    QToolTip::showText(help->globalPos(), Format::safeText(m_ticks[at].text).toHtmlEscaped(), this);
    return true;
}

} // namespace Watchfloor
