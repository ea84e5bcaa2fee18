#include "widgets/charts/chartlegend.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr int rowHeight = 18;
constexpr int nameRows = 2;
constexpr int tableRows = 6;
constexpr int swatch = 12;
constexpr int between = 16;

QFont nameFont()
{
    return textFont(TextSize::Small);
}
QFont valueFont()
{
    return textFont(TextSize::Small, QFont::DemiBold);
}

void drawSwatch(QPainter &painter, double x, double y, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(x, y + rowHeight / 2.0 - 1.5, swatch, 3), 1.5, 1.5);
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::PointingHandCursor);
}

void ChartLegend::setEntries(std::vector<Entry> entries, const Unit &unit, int decimals)
{
    m_entries = std::move(entries);
    m_unit = unit;
    m_decimals = decimals;
    m_order.resize(m_entries.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    m_first = 0;
    if (m_sorted >= 0) {
        m_descending = !m_descending;
        sortBy(m_sorted);
    }
    update();
}

void ChartLegend::setMode(TimeChart::Legend mode)
{
    m_mode = mode;
    update();
}

void ChartLegend::setIsolated(int index)
{
    m_isolated = index;
    update();
}

int ChartLegend::heightFor(int width) const
{
    if (m_mode == TimeChart::Legend::None || m_entries.empty())
        return 0;
    if (m_mode == TimeChart::Legend::Table)
        return (std::min(int(m_entries.size()), tableRows) + 1) * rowHeight + 4;
    int rows = 0;
    places(width, &rows);
    return rows * rowHeight + 4;
}

std::vector<ChartLegend::Place> ChartLegend::places(int width, int *rows) const
{
    std::vector<Place> result;
    double x = 0;
    int row = 0;
    for (int at = 0; at < int(m_entries.size()); ++at) {
        const Entry &entry = m_entries[size_t(at)];
        const double wide = std::min(swatch + 6 + tabularWidth(nameFont(), entry.name) + 5 + tabularWidth(valueFont(), entry.last),
                                     double(width));
        if (x > 0 && x + wide > width) {
            if (row + 1 == nameRows)
                break;
            ++row;
            x = 0;
        }
        result.push_back({at, QRectF(x, row * rowHeight, wide, rowHeight)});
        x += wide + between;
    }
    if (rows)
        *rows = row + 1;
    return result;
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_mode == TimeChart::Legend::Table)
        paintTable(painter);
    else if (m_mode == TimeChart::Legend::Names)
        paintNames(painter);
}

void ChartLegend::paintNames(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.translate(0, 4);
    const std::vector<Place> shown = places(width());
    for (const Place &place : shown) {
        const Entry &entry = m_entries[size_t(place.index)];
        const bool quiet = m_isolated >= 0 && m_isolated != place.index;
        painter.setOpacity(quiet ? 0.4 : 1);
        drawSwatch(painter, place.rect.left(), place.rect.top(), entry.color);
        painter.setFont(nameFont());
        painter.setPen(theme.text2);
        const double valueWidth = tabularWidth(valueFont(), entry.last);
        QRectF box = place.rect.adjusted(swatch + 6, 0, -valueWidth - 5, 0);
        drawTabular(painter, box, Qt::AlignLeft, entry.name);
        painter.setFont(valueFont());
        painter.setPen(theme.text);
        drawTabular(painter, QRectF(place.rect.right() - valueWidth, place.rect.top(), valueWidth + 1, rowHeight), Qt::AlignLeft, entry.last);
    }
    painter.setOpacity(1);
    if (shown.size() < m_entries.size() && !shown.empty()) {
        painter.setFont(nameFont());
        painter.setPen(theme.text3);
        const QRectF last = shown.back().rect;
        drawTabular(painter, QRectF(last.right() + 8, last.top(), width() - last.right() - 8, rowHeight), Qt::AlignLeft,
                    tr("+%1").arg(m_entries.size() - shown.size()));
    }
}

double ChartLegend::figureColumn() const
{
    return std::clamp(width() * 0.14, 48.0, 84.0);
}

void ChartLegend::paintTable(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    const double column = figureColumn();
    const std::array<QString, 4> heads{tr("last"), tr("min"), tr("max"), tr("mean")};
    painter.setFont(nameFont());
    painter.setPen(theme.text3);
    for (int at = 0; at < 4; ++at) {
        const QString head = at == m_sorted ? heads[size_t(at)] + QChar(m_descending ? 0x2193 : 0x2191) : heads[size_t(at)];
        drawTabular(painter, QRectF(width() - (4 - at) * column, 0, column, rowHeight), Qt::AlignRight, head);
    }
    for (int row = 0; row < tableRows && m_first + row < int(m_order.size()); ++row) {
        const int index = m_order[size_t(m_first + row)];
        const Entry &entry = m_entries[size_t(index)];
        const double y = (row + 1) * rowHeight;
        painter.setOpacity(m_isolated >= 0 && m_isolated != index ? 0.4 : 1);
        drawSwatch(painter, 0, y, entry.color);
        painter.setFont(nameFont());
        painter.setPen(theme.text2);
        drawTabular(painter, QRectF(swatch + 6, y, width() - 4 * column - swatch - 12, rowHeight), Qt::AlignLeft, entry.name);
        for (int at = 0; at < 4; ++at) {
            const double value = entry.figures[size_t(at)];
            painter.setFont(at == 0 ? valueFont() : nameFont());
            painter.setPen(at == 0 ? theme.text : theme.text2);
            drawTabular(painter, QRectF(width() - (4 - at) * column, y, column, rowHeight), Qt::AlignRight,
                        std::isnan(value) ? QString(QChar(0x2014)) : quantity(value, m_unit, m_decimals).text());
        }
    }
}

void ChartLegend::sortBy(int column)
{
    m_descending = column == m_sorted ? !m_descending : true;
    m_sorted = column;
    std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) {
        const double first = m_entries[size_t(a)].figures[size_t(column)];
        const double second = m_entries[size_t(b)].figures[size_t(column)];
        if (std::isnan(first) || std::isnan(second))
            return !std::isnan(first) && std::isnan(second);
        return m_descending ? first > second : first < second;
    });
    update();
}

void ChartLegend::mouseReleaseEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_mode == TimeChart::Legend::Table) {
        const int row = int(at.y()) / rowHeight - 1;
        const int column = 3 - int((width() - at.x()) / figureColumn());
        if (row < 0 && column >= 0)
            sortBy(std::min(column, 3));
        else if (row >= 0 && m_first + row < int(m_order.size()))
            Q_EMIT entryClicked(m_order[size_t(m_first + row)]);
        return;
    }
    for (const Place &place : places(width()))
        if (place.rect.translated(0, 4).contains(at))
            Q_EMIT entryClicked(place.index);
}

void ChartLegend::wheelEvent(QWheelEvent *event)
{
    const int most = std::max(0, int(m_order.size()) - tableRows);
    if (m_mode != TimeChart::Legend::Table || most == 0) {
        event->ignore();
        return;
    }
    m_first = std::clamp(m_first + (event->angleDelta().y() < 0 ? 1 : -1), 0, most);
    update();
}

} // namespace Watchfloor
