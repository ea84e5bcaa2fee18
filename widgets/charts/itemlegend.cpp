#include "widgets/charts/itemlegend.h"

#include "widgets/theme/fonts.h"

#include <QCoreApplication>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr double rowHeight = 18;
constexpr double swatch = 12;
constexpr double between = 14;
constexpr double mostName = 220;
constexpr double leastName = 64;
constexpr double leastBeside = 160;
constexpr size_t flowRows = 3;

QFont nameFont()
{
    return textFont(TextSize::Small);
}
QFont figureFont()
{
    return textFont(TextSize::Small, QFont::DemiBold);
}

} // namespace

double ItemLegend::nameWidth() const
{
    double width = 0;
    for (const Entry &entry : entries)
        width = std::max(width, std::min(tabularWidth(nameFont(), entry.name), mostName));
    return width;
}

std::vector<double> ItemLegend::figureWidths(double room) const
{
    std::vector<double> widths;
    for (const QString &head : heads)
        widths.push_back(tabularWidth(nameFont(), head));
    for (const Entry &entry : entries)
        for (size_t at = 0; at < widths.size() && at < size_t(entry.figures.size()); ++at)
            widths[at] = std::max(widths[at], tabularWidth(figureFont(), entry.figures[qsizetype(at)]));
    // A figure without its name says nothing: the first columns give way, the last is the one that a glance compares.
    double left = room - swatch - 2 - std::min(nameWidth(), leastName);
    for (size_t at = widths.size(); at-- > 0;) {
        left -= widths[at] + between;
        if (left < 0)
            widths[at] = 0;
    }
    return widths;
}

double ItemLegend::flowWidth(const Entry &entry) const
{
    double width = swatch + 2 + tabularWidth(nameFont(), entry.name);
    for (const QString &figure : entry.figures)
        width += 5 + tabularWidth(figureFont(), figure);
    return width;
}

QRectF ItemLegend::takeFrom(QRectF &area) const
{
    if (place == LegendPlace::None || entries.empty())
        return {};
    if (place == LegendPlace::Right) {
        if (area.width() < leastBeside)
            return {};
        double width = swatch + 6 + nameWidth();
        for (const double figure : figureWidths(1e9))
            width += figure + between;
        width = std::ceil(std::min(width, area.width() * 0.55));
        const QRectF box(area.right() - width, area.top(), width, area.height());
        area.setRight(box.left() - between);
        return box;
    }
    double x = 0;
    double rows = 1;
    for (const Entry &entry : entries) {
        const double wide = std::min(flowWidth(entry), area.width());
        if (x > 0 && x + wide > area.width()) {
            ++rows;
            x = 0;
        }
        x += wide + between;
    }
    const double most = std::min(std::floor((area.height() * 0.34 - 4) / rowHeight), double(flowRows));
    if (most < 1)
        return {}; // the picture matters more than the names
    const double height = std::min(rows, most) * rowHeight + 4;
    const QRectF box(area.left(), area.bottom() - height, area.width(), height);
    area.setBottom(box.top());
    return box;
}

std::vector<QRectF> ItemLegend::places(const QRectF &box) const
{
    std::vector<QRectF> result;
    if (box.isEmpty())
        return result;
    if (isTable()) {
        const double height = rowHeight * double(entries.size() + (heads.isEmpty() ? 0 : 1));
        // A short list stands in the middle, beside what it explains.
        double y = (height < box.height() ? box.center().y() - height / 2 : box.top()) + (heads.isEmpty() ? 0 : rowHeight);
        for (size_t at = 0; at < entries.size() && y + rowHeight <= box.bottom() + 1; ++at, y += rowHeight)
            result.emplace_back(box.left(), y, box.width(), rowHeight);
        return result;
    }
    double x = box.left();
    double y = box.top() + 4;
    for (const Entry &entry : entries) {
        const double wide = std::min(flowWidth(entry), box.width());
        if (x > box.left() && x + wide > box.right() + 0.5) {
            x = box.left();
            y += rowHeight;
        }
        if (y + rowHeight > box.bottom() + 1)
            break;
        result.emplace_back(x, y, wide, rowHeight);
        x += wide + between;
    }
    return result;
}

void ItemLegend::paint(QPainter &painter, const QRectF &box, const Theme &theme, int isolated, int current) const
{
    const std::vector<QRectF> shown = places(box);
    if (shown.empty())
        return;
    painter.save();
    const std::vector<double> widths = isTable() ? figureWidths(box.width()) : std::vector<double>();
    if (isTable() && !heads.isEmpty()) {
        painter.setFont(nameFont());
        painter.setPen(theme.text3);
        paintColumns(painter, heads, widths, QRectF(box.left(), shown.front().top() - rowHeight, box.width(), rowHeight));
    }
    for (size_t at = 0; at < shown.size(); ++at) {
        painter.setOpacity(isolated >= 0 && isolated != int(at) ? 0.4 : 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(entries[at].color);
        painter.drawRoundedRect(QRectF(shown[at].left(), shown[at].center().y() - 4, 8, 8), 2, 2);
        QRectF rest = shown[at].adjusted(swatch + 2, 0, 0, 0);
        // The last row that has room says how many there are besides.
        const bool more = at + 1 == shown.size() && shown.size() < entries.size();
        const QString count = more ? QCoreApplication::translate("ItemLegend", "+%1").arg(entries.size() - shown.size()) : QString();
        painter.setFont(figureFont());
        painter.setPen(theme.text);
        if (isTable())
            rest.setRight(paintColumns(painter, entries[at].figures, widths, rest));
        if (more) {
            painter.setFont(nameFont());
            painter.setPen(theme.text3);
            const double wide = tabularWidth(nameFont(), count) + 6;
            const bool inside = isTable() || rest.right() + wide > box.right();
            drawTabular(painter, QRectF(inside ? rest.right() - wide : rest.right() + 2, rest.top(), wide, rowHeight), Qt::AlignRight, count);
            rest.setRight(inside ? rest.right() - wide - 2 : rest.right());
        }
        paintEntry(painter, entries[at], rest, int(at) == current ? theme.text : theme.text2, theme.text);
    }
    painter.restore();
}

double ItemLegend::paintColumns(QPainter &painter, const QStringList &texts, const std::vector<double> &widths, const QRectF &row) const
{
    double right = row.right();
    for (size_t at = widths.size(); at-- > 0;) {
        if (widths[at] <= 0)
            continue;
        if (at < size_t(texts.size()))
            drawTabular(painter, QRectF(right - widths[at] - 1, row.top(), widths[at] + 1, row.height()), Qt::AlignRight, texts[qsizetype(at)]);
        right -= widths[at] + between;
    }
    return right;
}

void ItemLegend::paintEntry(QPainter &painter, const Entry &entry, const QRectF &rest, const QColor &nameColor, const QColor &figureColor) const
{
    double figures = 0;
    if (!isTable())
        for (const QString &figure : entry.figures)
            figures += 5 + tabularWidth(figureFont(), figure);
    painter.setFont(nameFont());
    painter.setPen(nameColor);
    drawTabular(painter, rest.adjusted(0, 0, -figures, 0), Qt::AlignLeft, entry.name);
    painter.setFont(figureFont());
    painter.setPen(figureColor);
    double x = rest.right() - figures;
    for (qsizetype at = 0; figures > 0 && at < entry.figures.size(); ++at) {
        const double width = tabularWidth(figureFont(), entry.figures[at]);
        drawTabular(painter, QRectF(x + 5, rest.top(), width + 1, rest.height()), Qt::AlignLeft, entry.figures[at]);
        x += 5 + width;
    }
}

int ItemLegend::entryAt(const QRectF &box, QPointF position) const
{
    const std::vector<QRectF> shown = places(box);
    for (size_t at = 0; at < shown.size(); ++at)
        if (shown[at].contains(position))
            return int(at);
    return -1;
}

} // namespace Watchfloor
