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

std::vector<double> ItemLegend::figureWidths() const
{
    std::vector<double> widths;
    for (const QString &head : heads)
        widths.push_back(tabularWidth(nameFont(), head));
    for (const Entry &entry : entries)
        for (size_t at = 0; at < widths.size() && at < size_t(entry.figures.size()); ++at)
            widths[at] = std::max(widths[at], tabularWidth(figureFont(), entry.figures[qsizetype(at)]));
    return widths;
}

QRectF ItemLegend::takeFrom(QRectF &area) const
{
    if (place == LegendPlace::None || entries.empty())
        return {};
    if (place == LegendPlace::Right && area.width() >= 160) {
        double width = swatch + 6 + nameWidth() + 4;
        for (const double figure : figureWidths())
            width += figure + between;
        width = std::ceil(std::min(width, area.width() * 0.55));
        const QRectF box(area.right() - width, area.top(), width, area.height());
        area.setRight(box.left() - between);
        return box;
    }
    const double heading = heads.isEmpty() ? 0 : 1;
    const double rows = isTable() ? double(entries.size()) + heading : [&] {
        double x = 0;
        double lines = 1;
        for (const Entry &entry : entries) {
            const double wide = std::min(swatch + 6 + tabularWidth(nameFont(), entry.name), area.width());
            if (x > 0 && x + wide > area.width()) {
                ++lines;
                x = 0;
            }
            x += wide + between;
        }
        return std::min(lines, double(flowRows));
    }();
    const double most = std::max(std::floor((area.height() * (isTable() ? 0.5 : 0.34) - 4) / rowHeight), 0.0);
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
        // At the right a short list stands in the middle, beside what it explains.
        double y = place == LegendPlace::Right && height < box.height() ? box.center().y() - height / 2 : box.top() + (place == LegendPlace::Below ? 4 : 0);
        y += heads.isEmpty() ? 0 : rowHeight;
        for (size_t at = 0; at < entries.size() && y + rowHeight <= box.bottom() + 1; ++at, y += rowHeight)
            result.emplace_back(box.left(), y, box.width(), rowHeight);
        return result;
    }
    double x = box.left();
    double y = box.top() + 4;
    for (const Entry &entry : entries) {
        const double wide = std::min(swatch + 6 + tabularWidth(nameFont(), entry.name), box.width());
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
    const std::vector<double> widths = isTable() ? figureWidths() : std::vector<double>();
    const auto paintFigures = [&](const QStringList &figures, double y) {
        double right = box.right();
        for (size_t at = widths.size(); at-- > 0;) {
            if (at < size_t(figures.size()))
                drawTabular(painter, QRectF(right - widths[at] - 1, y, widths[at] + 1, rowHeight), Qt::AlignRight, figures[qsizetype(at)]);
            right -= widths[at] + between;
        }
        return right;
    };
    painter.setFont(nameFont());
    painter.setPen(theme.text3);
    double namesEnd = isTable() && !heads.isEmpty() ? paintFigures(heads, shown.front().top() - rowHeight) : box.right();
    for (size_t at = 0; at < shown.size(); ++at) {
        const QRectF &rect = shown[at];
        const bool isCurrent = int(at) == current;
        painter.setOpacity(isolated >= 0 && isolated != int(at) ? 0.4 : 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(entries[at].color);
        painter.drawRoundedRect(QRectF(rect.left(), rect.center().y() - 4, 8, 8), 2, 2);
        // Where names and figures lack room for a last row, it says how many there are instead.
        const bool more = at + 1 == shown.size() && shown.size() < entries.size();
        painter.setFont(figureFont());
        painter.setPen(theme.text);
        if (isTable())
            namesEnd = paintFigures(entries[at].figures, rect.top());
        painter.setFont(nameFont());
        painter.setPen(isCurrent ? theme.text : theme.text2);
        QRectF names(rect.left() + swatch + 2, rect.top(), (isTable() ? namesEnd : rect.right()) - rect.left() - swatch - 2, rowHeight);
        const QString count = more ? QCoreApplication::translate("ItemLegend", "+%1").arg(entries.size() - shown.size()) : QString();
        if (more && isTable()) {
            const double wide = tabularWidth(nameFont(), count) + 6;
            painter.setPen(theme.text3);
            drawTabular(painter, QRectF(names.right() - wide, rect.top(), wide, rowHeight), Qt::AlignRight, count);
            names.setRight(names.right() - wide);
            painter.setPen(theme.text2);
        } else if (more) {
            painter.setPen(theme.text3);
            drawTabular(painter, QRectF(rect.right() + 8, rect.top(), std::max(box.right() - rect.right() - 8, 0.0), rowHeight), Qt::AlignLeft, count);
            painter.setPen(theme.text2);
        }
        drawTabular(painter, names, Qt::AlignLeft, entries[at].name);
    }
    painter.restore();
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
