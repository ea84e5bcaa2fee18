#include "widgets/charts/hoverbox.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t rowCap = 14;
constexpr double lineHeight = 17;
constexpr double padding = 10;
constexpr double nameIndent = 26;
constexpr double widestName = 280;
constexpr double widestNote = 320;

QFont plainFont()
{
    return textFont(TextSize::Small);
}
QFont boldFont()
{
    return textFont(TextSize::Small, QFont::DemiBold);
}

QString momentText(const ChartFrame &frame, WallTime time)
{
    return frame.range.length() > std::chrono::hours(36) ? Format::day(time) + u' ' + Format::clockTime(time) : Format::clockTime(time);
}

void paintRow(QPainter &painter, const QRectF &line, const HoverRow &row, double values, const Theme &theme)
{
    painter.fillRect(QRectF(line.left() + padding, line.center().y() - 1.5, 10, 3), row.color);
    painter.setFont(plainFont());
    painter.setPen(theme.text2);
    drawTabular(painter, line.adjusted(nameIndent, 0, -padding - values - 8, 0), Qt::AlignLeft, row.name);
    painter.setFont(boldFont());
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(line.right() - padding - values, line.top(), values, lineHeight), Qt::AlignRight, row.value);
}

/// How wide the box has to be; `values`: the widest value.
double boxWidth(const HoverText &text, const QString &head, double &values)
{
    double names = 0;
    values = 0;
    for (const HoverRow &row : text.rows) {
        names = std::max(names, std::min(tabularWidth(plainFont(), row.name), widestName));
        values = std::max(values, tabularWidth(boldFont(), row.value));
    }
    double width = std::max(text.rows.empty() ? 0 : nameIndent + names + 8 + values + padding, tabularWidth(boldFont(), head) + 2 * padding);
    for (const HoverNote &note : text.notes)
        width = std::max(width, nameIndent + padding + std::min(tabularWidth(plainFont(), note.text), widestNote));
    return std::round(width);
}

} // namespace

void paintCrosshair(QPainter &painter, const ChartFrame &frame, const Theme &theme, WallTime time, const std::vector<HoverRow> &rows)
{
    if (!frame.range.contains(time))
        return;
    painter.save();
    const double x = std::round(frame.xOf(time));
    painter.setPen(QPen(theme.text3, 1));
    painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, frame.plot.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    for (const HoverRow &row : rows) {
        if (row.y < frame.plot.top() - 1 || row.y > frame.plot.bottom() + 1)
            continue;
        painter.setPen(QPen(theme.surface, 1.5));
        painter.setBrush(row.color);
        painter.drawEllipse(QPointF(x + 0.5, row.y), 3.5, 3.5);
    }
    painter.restore();
}

void paintHoverBox(QPainter &painter, const ChartFrame &frame, const Theme &theme, const QRectF &whole, WallTime time, HoverText text)
{
    const QString head = text.head.isEmpty() ? momentText(frame, time) : text.head;
    const double room = whole.height() - 20 - lineHeight * (1 + double(text.notes.size()));
    const size_t fitting = std::clamp(size_t(std::max(room, 0.0) / lineHeight), size_t(1), rowCap);
    // A single one is shown rather than counted.
    const size_t left = text.rows.size() > fitting ? text.rows.size() - fitting + 1 : 0;
    text.rows.resize(text.rows.size() - left);
    double values = 0;
    const double width = boxWidth(text, head, values);
    const double height = (1 + double(text.rows.size()) + double(text.notes.size()) + (left > 0 ? 1 : 0)) * lineHeight + 12;
    const double x = std::round(frame.xOf(time));
    const double boxLeft = x + 12 + width < whole.right() ? x + 12 : std::max(x - 12 - width, whole.left() + 2);
    const QRectF box(std::round(boxLeft), std::max(std::min(frame.plot.top() + 4, whole.bottom() - height), whole.top()), width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.handle, 1));
    painter.setBrush(theme.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    QRectF line(box.left(), box.top() + 6, box.width(), lineHeight);
    painter.setFont(boldFont());
    painter.setPen(theme.text);
    drawTabular(painter, line.adjusted(padding, 0, -padding, 0), Qt::AlignLeft, head);
    for (const HoverRow &row : text.rows) {
        line.translate(0, lineHeight);
        paintRow(painter, line, row, values, theme);
    }
    painter.setFont(plainFont());
    if (left > 0) {
        line.translate(0, lineHeight);
        painter.setPen(theme.text3);
        drawTabular(painter, line.adjusted(nameIndent, 0, -padding, 0), Qt::AlignLeft, QCoreApplication::translate("TimeChart", "%1 more").arg(left));
    }
    for (const HoverNote &note : text.notes) {
        line.translate(0, lineHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(note.color);
        painter.drawEllipse(QPointF(line.left() + padding + 5, line.center().y()), 3, 3);
        painter.setPen(theme.text2);
        drawTabular(painter, line.adjusted(nameIndent, 0, -padding, 0), Qt::AlignLeft, note.text);
    }
    painter.restore();
}

} // namespace Watchfloor
