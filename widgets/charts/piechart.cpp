#include "widgets/charts/piechart.h"

#include "models/core/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/namedcolors.h"

#include <QPainter>

#include <cmath>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr size_t sliceCap = 1000;
constexpr double leastShare = 0.008; ///< thinner slices cannot be told apart
constexpr size_t pieceCap = 30;
constexpr double hole = 0.62;
constexpr double noteHeight = 16;
constexpr double labelLine = 14;

double angleOf(double share)
{
    return 90 - share * 360; // from noon, clockwise, as Qt counts
}

QPainterPath ringPiece(QPointF center, double radius, double inner, double from, double share)
{
    const QRectF outer(center - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    const QRectF middle(center - QPointF(inner, inner), QSizeF(2 * inner, 2 * inner));
    QPainterPath path;
    if (share >= 1 - 1e-9) {
        path.addEllipse(outer);
        if (inner > 0)
            path.addEllipse(middle);
        return path; // two ellipses: what is in both is out
    }
    path.arcMoveTo(outer, angleOf(from));
    path.arcTo(outer, angleOf(from), -share * 360);
    if (inner > 0)
        path.arcTo(middle, angleOf(from + share), share * 360);
    else
        path.lineTo(center);
    path.closeSubpath();
    return path;
}

bool holds(const QPainterPath &path, const QRectF &box)
{
    return path.contains(box.topLeft()) && path.contains(box.topRight()) && path.contains(box.bottomLeft()) && path.contains(box.bottomRight());
}

QPointF pointAt(QPointF center, double radius, double share)
{
    const double angle = qDegreesToRadians(angleOf(share));
    return center + QPointF(std::cos(angle) * radius, -std::sin(angle) * radius);
}

} // namespace

struct PieChart::Layout
{
    ItemLegend legend;
    QRectF legendBox;
    QRectF note;
    QPointF center;
    double radius = 0;
    double inner = 0;
};

PieChart::PieChart(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There is nothing to share out."));
}

void PieChart::setSlices(std::vector<Slice> slices)
{
    if (slices.size() > sliceCap)
        slices.resize(sliceCap);
    for (Slice &slice : slices)
        slice.name = Format::safeText(slice.name, 80);
    m_slices = std::move(slices);
    arrange();
}

void PieChart::setLook(const Look &look)
{
    m_look = look;
    arrange();
}

void PieChart::arrange()
{
    m_order.clear();
    m_pieces.clear();
    m_total = 0;
    m_excluded = 0;
    for (int at = 0; at < int(m_slices.size()); ++at) {
        const double value = m_slices[size_t(at)].value;
        if (!std::isfinite(value) || value < 0) {
            ++m_excluded;
            continue;
        }
        m_order.push_back(at);
        m_total += value;
    }
    const auto valueOf = [this](int slice) { return m_slices[size_t(slice)].value; };
    if (m_look.sorted)
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return m_look.descending ? valueOf(a) > valueOf(b) : valueOf(a) < valueOf(b); });
    if (m_total > 0) {
        std::vector<int> ranked = m_order;
        std::stable_sort(ranked.begin(), ranked.end(), [&](int a, int b) { return valueOf(a) > valueOf(b); });
        std::vector<bool> drawn(m_slices.size(), false);
        size_t large = 0;
        while (large < ranked.size() && large < pieceCap && valueOf(ranked[large]) / m_total >= leastShare)
            drawn[size_t(ranked[large++])] = true;
        if (ranked.size() - large == 1) // one alone has a name of its own
            drawn[size_t(ranked[large])] = true;
        Piece others;
        double from = 0;
        for (const int slice : m_order) {
            const double share = valueOf(slice) / m_total;
            if (drawn[size_t(slice)]) {
                m_pieces.push_back({slice, from, share, {slice}});
                from += share;
            } else {
                others.share += share;
                others.slices.push_back(slice);
            }
        }
        others.from = from;
        if (!others.slices.empty())
            m_pieces.push_back(std::move(others));
    }
    dataChanged();
}

bool PieChart::isEmpty() const
{
    return m_order.empty();
}

QColor PieChart::colorOf(int slice) const
{
    const Theme &theme = themeOf(this);
    if (slice < 0)
        return theme.handle;
    const QColor color = m_slices[size_t(slice)].color;
    return color.isValid() ? color : theme.series[size_t(slice) % theme.series.size()];
}

QString PieChart::valueText(int slice) const
{
    const Slice &shown = m_slices[size_t(slice)];
    return shown.text.isEmpty() ? quantity(shown.value, m_look.unit, m_look.decimals).text() : Format::safeText(shown.text, 40);
}

QString PieChart::percentText(int slice) const
{
    const double share = m_total > 0 ? m_slices[size_t(slice)].value / m_total : 0;
    return Format::ratio(share, share < 0.1 && share > 0 ? 1 : 0);
}

int PieChart::pieceOf(int slice) const
{
    for (size_t at = 0; at < m_pieces.size(); ++at)
        if (std::find(m_pieces[at].slices.begin(), m_pieces[at].slices.end(), slice) != m_pieces[at].slices.end())
            return int(at);
    return -1;
}

PieChart::Layout PieChart::layoutFor(QSizeF size) const
{
    Layout layout;
    layout.legend.place = m_look.legend;
    if (m_look.legendValues)
        layout.legend.heads << tr("value");
    if (m_look.legendPercents)
        layout.legend.heads << tr("share");
    for (const int slice : m_order) {
        QStringList figures;
        if (m_look.legendValues)
            figures << valueText(slice);
        if (m_look.legendPercents)
            figures << percentText(slice);
        layout.legend.entries.push_back({colorOf(slice), m_slices[size_t(slice)].name, figures});
    }
    QRectF area(QPointF(), size);
    if (m_excluded > 0 && area.height() > 90) {
        layout.note = QRectF(area.left(), area.bottom() - noteHeight, area.width(), noteHeight);
        area.setBottom(layout.note.top());
    }
    layout.legendBox = layout.legend.takeFrom(area);
    layout.radius = std::max(std::min(area.width(), area.height()) / 2 - 5, 2.0);
    layout.inner = m_look.donut ? layout.radius * hole : 0;
    layout.center = area.center();
    // Pie and names stand together in the middle, not at the two ends of a wide panel.
    constexpr double apart = 40;
    const double free = area.width() - 2 * layout.radius - apart;
    if (!layout.legendBox.isEmpty() && m_look.legend == LegendPlace::Right && free > 0) {
        layout.legendBox.translate(-free / 2, 0);
        layout.center.setX(layout.legendBox.left() - apart - layout.radius);
    }
    return layout;
}

void PieChart::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const Theme &theme = themeOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_pieces.empty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.track); // all of them are zero
        painter.drawPath(ringPiece(layout.center, layout.radius, layout.inner, 0, 1));
    }
    for (const Piece &piece : m_pieces) {
        painter.setPen(m_pieces.size() > 1 ? QPen(theme.surface, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(colorOf(piece.slice));
        painter.drawPath(ringPiece(layout.center, layout.radius, layout.inner, piece.from, piece.share));
    }
    if (m_look.donut)
        paintTotal(painter, layout);
    paintLabels(painter, layout);
    layout.legend.paint(painter, layout.legendBox, theme, -1, legendRow(currentItem()));
    if (layout.note.isEmpty())
        return;
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.text3);
    drawTabular(painter, layout.note, Qt::AlignLeft, tr("%n without a share: negative or no value", nullptr, m_excluded));
}

void PieChart::paintTotal(QPainter &painter, const Layout &layout) const
{
    const Theme &theme = themeOf(this);
    const Quantity total = quantity(m_total, m_look.unit, m_look.decimals);
    TextSize size = TextSize::Small;
    for (const TextSize wanted : {TextSize::Heading, TextSize::Title, TextSize::Figure})
        if (tabularWidth(textFont(wanted, QFont::DemiBold), total.text()) < layout.inner * 1.6 && double(wanted) < layout.inner * 0.7)
            size = wanted;
    if (tabularWidth(textFont(size, QFont::DemiBold), total.text()) > layout.inner * 1.8)
        return;
    painter.setFont(textFont(size, QFont::DemiBold));
    painter.setPen(theme.text);
    const bool named = layout.inner > 40;
    const QRectF box(layout.center.x() - layout.inner * 0.9, layout.center.y() - double(size) * (named ? 0.95 : 0.6), layout.inner * 1.8, double(size) * 1.2);
    drawTabular(painter, box, Qt::AlignHCenter, total.text());
    if (!named)
        return;
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(theme.text3);
    drawTabular(painter, QRectF(box.left(), box.bottom(), box.width(), 15), Qt::AlignHCenter, tr("total"));
}

void PieChart::paintLabels(QPainter &painter, const Layout &layout) const
{
    if (!m_look.names && !m_look.values && !m_look.percents)
        return;
    const QFont font = textFont(TextSize::Small, QFont::DemiBold);
    painter.setFont(font);
    for (const Piece &piece : m_pieces) {
        QStringList lines;
        if (m_look.names)
            lines << (piece.slice < 0 ? tr("others (%1)").arg(piece.slices.size()) : m_slices[size_t(piece.slice)].name);
        if (m_look.values && piece.slice >= 0)
            lines << valueText(piece.slice);
        if (m_look.percents)
            lines << Format::ratio(piece.share, piece.share < 0.1 ? 1 : 0);
        // Inside its piece with all four corners, or not at all: the legend and the box beside the pointer say it.
        const double radius = m_look.donut ? (layout.radius + layout.inner) / 2 : layout.radius * (piece.share > 0.5 ? 0.5 : 0.66);
        const QPointF middle = piece.share >= 1 - 1e-9 && !m_look.donut ? layout.center : pointAt(layout.center, radius, piece.from + piece.share / 2);
        const QPainterPath path = ringPiece(layout.center, layout.radius - 2, layout.inner + (m_look.donut ? 2 : 0), piece.from, piece.share);
        const auto boxOf = [&] {
            double width = 0;
            for (const QString &line : lines)
                width = std::max(width, tabularWidth(font, line));
            const double height = double(lines.size()) * labelLine;
            return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height);
        };
        while (!lines.isEmpty() && !holds(path, boxOf()))
            lines.removeFirst(); // the figure says more than half a name
        const QRectF box = boxOf();
        painter.setPen(textOn(colorOf(piece.slice)));
        for (qsizetype at = 0; at < lines.size(); ++at)
            drawTabular(painter, QRectF(box.left(), box.top() + double(at) * labelLine, box.width() + 1, labelLine), Qt::AlignHCenter, lines[at]);
    }
}

int PieChart::legendRow(int slice) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), slice);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

int PieChart::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    if (const int entry = layout.legend.entryAt(layout.legendBox, position); entry >= 0)
        return m_order[size_t(entry)];
    for (const Piece &piece : m_pieces)
        if (ringPiece(layout.center, layout.radius, layout.inner, piece.from, piece.share).contains(position))
            return piece.slices.front();
    return -1;
}

QRectF PieChart::itemRect(int item) const
{
    const Layout layout = layoutFor(size());
    const int at = pieceOf(item);
    if (at < 0)
        return {};
    const Piece &piece = m_pieces[size_t(at)];
    return ringPiece(layout.center, layout.radius, layout.inner, piece.from, piece.share).boundingRect();
}

ReadOut PieChart::readOut(int item) const
{
    ReadOut said;
    const int at = pieceOf(item);
    if (at >= 0 && m_pieces[size_t(at)].slice < 0) {
        const Piece &others = m_pieces[size_t(at)];
        said.head = tr("others (%1): %2").arg(others.slices.size()).arg(Format::ratio(others.share, 1));
        for (const int slice : others.slices)
            said.rows.push_back({colorOf(slice), m_slices[size_t(slice)].name, valueText(slice)});
        return said;
    }
    said.head = m_slices[size_t(item)].name;
    said.rows.push_back({colorOf(item), tr("value"), valueText(item)});
    if (std::isfinite(m_slices[size_t(item)].value) && m_slices[size_t(item)].value >= 0)
        said.rows.push_back({{}, tr("share"), percentText(item)});
    return said;
}

void PieChart::drawCurrent(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    const int at = pieceOf(currentItem());
    if (at < 0)
        return;
    const Piece &piece = m_pieces[size_t(at)];
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(translucent(themeOf(this).text, 0.14));
    painter.drawPath(ringPiece(layout.center, layout.radius, layout.inner, piece.from, piece.share));
    painter.setBrush(colorOf(piece.slice));
    painter.drawPath(ringPiece(layout.center, layout.radius + 5, layout.radius + 2, piece.from, piece.share));
}

int PieChart::neighbour(int item, int right, int down) const
{
    const int at = legendRow(item);
    const int count = int(m_order.size());
    return count == 0 ? item : m_order[size_t((std::max(at, 0) + right + down + count) % count)];
}

} // namespace Watchfloor
