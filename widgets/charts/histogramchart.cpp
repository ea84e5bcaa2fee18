#include "widgets/charts/histogramchart.h"

#include "models/core/format.h"
#include "widgets/charts/valueaxis.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/namedcolors.h"

#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t seriesCap = 100;
constexpr double tickRoom = 48;

} // namespace

struct HistogramChart::Layout
{
    ItemLegend legend;
    QRectF legendBox;
    ValueAxis axis;
    double first = 0, last = 1;

    double xOf(double value) const { return axis.plot.left() + (value - first) / std::max(last - first, 1e-300) * axis.plot.width(); }
};

HistogramChart::HistogramChart(QWidget *parent)
    : ChartWidget(parent)
{
    setEmptyText(tr("There are no values to count."));
}

void HistogramChart::setBuckets(std::vector<double> edges, std::vector<Series> series)
{
    if (series.size() > seriesCap)
        series.resize(seriesCap);
    const size_t buckets = edges.empty() ? 0 : edges.size() - 1;
    for (Series &one : series) {
        one.name = Format::safeText(one.name, 80);
        one.counts.resize(buckets, 0);
    }
    m_edges = std::move(edges);
    m_series = std::move(series);
    m_isolated = m_isolated < int(m_series.size()) ? m_isolated : -1;
    dataChanged();
}

void HistogramChart::setLook(const Look &look)
{
    m_look = look;
    update();
}

void HistogramChart::setIsolated(int index)
{
    m_isolated = index < int(m_series.size()) ? index : -1;
    update();
}

bool HistogramChart::isEmpty() const
{
    return m_edges.size() < 2 || m_series.empty();
}

QColor HistogramChart::colorOf(size_t series) const
{
    const Theme &theme = themeOf(this);
    return m_series[series].color.isValid() ? m_series[series].color : theme.series[series % theme.series.size()];
}

QString HistogramChart::edgeText(double edge) const
{
    // Edges are sums of a bucket's size: what is left of a zero is not worth an exponent.
    const double size = (m_edges.back() - m_edges.front()) / double(m_edges.size() - 1);
    return quantity(std::fabs(edge) < size * 1e-6 ? 0.0 : edge, m_look.unit, m_look.decimals).text();
}

HistogramChart::Layout HistogramChart::layoutFor(QSizeF size) const
{
    Layout layout;
    layout.legend.place = m_look.legend;
    for (size_t at = 0; at < m_series.size(); ++at)
        layout.legend.entries.push_back({colorOf(at), m_series[at].name, {}});
    QRectF area(QPointF(), size);
    layout.legendBox = layout.legend.takeFrom(area);
    double most = 0;
    for (const Series &one : m_series)
        for (const double count : one.counts)
            most = std::max(most, std::isfinite(count) ? count : 0.0);
    layout.axis.scale = niceScale(0, most, std::max(1, int(area.height() / tickRoom)), true);
    if (layout.axis.scale.maximum > 2 && layout.axis.scale.step < 1) // what is counted is whole
        layout.axis.scale.step = 1;
    const double left = layout.axis.labelWidth() + 9;
    layout.axis.plot = QRectF(left, area.top() + 6, std::max(area.width() - left - 8, 1.0), std::max(area.height() - ValueAxis::labelHeight - 8, 1.0));
    layout.first = m_edges.front();
    layout.last = m_edges.back();
    return layout;
}

void HistogramChart::draw(QPainter &painter, QSizeF size) const
{
    const Layout layout = layoutFor(size);
    layout.axis.paint(painter, themeOf(this));
    for (size_t at = 0; at < m_series.size(); ++at)
        if (int(at) != m_isolated)
            paintSeries(painter, layout, at);
    if (m_isolated >= 0)
        paintSeries(painter, layout, size_t(m_isolated));
    paintEdges(painter, layout);
    layout.legend.paint(painter, layout.legendBox, themeOf(this), m_isolated);
}

void HistogramChart::paintSeries(QPainter &painter, const Layout &layout, size_t series) const
{
    const QColor color = colorOf(series);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setOpacity(m_isolated >= 0 && m_isolated != int(series) ? 0.2 : 1);
    // Behind each other they must be seen through each other.
    const QColor fill = translucent(color, m_series.size() > 1 ? std::min(m_look.fillOpacity, 0.45) : m_look.fillOpacity);
    for (size_t bucket = 0; bucket + 1 < m_edges.size(); ++bucket) {
        const double count = m_series[series].counts[bucket];
        if (!(count > 0) || !std::isfinite(count))
            continue;
        const double left = std::round(layout.xOf(m_edges[bucket]));
        const double right = std::round(layout.xOf(m_edges[bucket + 1]));
        const double top = std::min(std::round(layout.axis.at(count)), layout.axis.plot.bottom() - 1);
        const double gap = right - left > 5 ? 1 : 0;
        const QRectF box(left, top, std::max(right - left - gap, 1.0), layout.axis.plot.bottom() - top);
        painter.fillRect(box, fill);
        if (m_look.lineWidth > 0)
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), std::min(m_look.lineWidth, box.height())), color);
    }
    painter.restore();
}

void HistogramChart::paintEdges(QPainter &painter, const Layout &layout) const
{
    painter.setFont(textFont(TextSize::Small));
    painter.setPen(themeOf(this).text3);
    double widest = 0;
    for (const double edge : m_edges)
        widest = std::max(widest, tabularWidth(painter.font(), edgeText(edge)));
    const double slot = layout.axis.plot.width() / double(m_edges.size() - 1);
    size_t every = 1;
    for (const size_t step : {1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500, 1000}) {
        every = step;
        if (slot * double(step) >= widest + 12)
            break;
    }
    for (size_t edge = 0; edge < m_edges.size(); edge += every) {
        const double x = layout.xOf(m_edges[edge]);
        const double left = std::min(x - widest / 2, layout.axis.plot.right() + 8 - widest);
        drawTabular(painter, QRectF(left, layout.axis.plot.bottom() + 3, widest + 1, 16), Qt::AlignHCenter, edgeText(m_edges[edge]));
    }
}

int HistogramChart::itemAt(QPointF position) const
{
    const Layout layout = layoutFor(size());
    if (!layout.axis.plot.contains(position))
        return -1;
    for (int bucket = 0; bucket < itemCount(); ++bucket)
        if (position.x() < layout.xOf(m_edges[size_t(bucket) + 1]))
            return bucket;
    return -1;
}

QRectF HistogramChart::itemRect(int item) const
{
    const Layout layout = layoutFor(size());
    const double left = layout.xOf(m_edges[size_t(item)]);
    return {left, layout.axis.plot.top(), layout.xOf(m_edges[size_t(item) + 1]) - left, layout.axis.plot.height()};
}

ReadOut HistogramChart::readOut(int item) const
{
    ReadOut said;
    said.head = tr("%1 to %2", "from a bucket's lower to its upper end").arg(edgeText(m_edges[size_t(item)]), edgeText(m_edges[size_t(item) + 1]));
    for (size_t at = 0; at < m_series.size(); ++at) {
        if (m_isolated >= 0 && m_isolated != int(at))
            continue;
        const double count = m_series[at].counts[size_t(item)];
        double total = 0;
        for (const double each : m_series[at].counts)
            total += std::isfinite(each) ? each : 0;
        const QString text = quantity(count, {}).text();
        said.rows.push_back({colorOf(at), m_series[at].name.isEmpty() ? tr("count") : m_series[at].name,
                             total > 0 ? tr("%1 (%2)", "count and its share").arg(text, Format::ratio(count / total, 1)) : text});
    }
    return said;
}

void HistogramChart::drawCurrent(QPainter &painter, QSizeF) const
{
    painter.fillRect(itemRect(currentItem()), translucent(themeOf(this).text, 0.07));
}

void HistogramChart::mouseReleaseEvent(QMouseEvent *event)
{
    const int entry = isEmpty() ? -1 : [&] {
        const Layout layout = layoutFor(size());
        return layout.legend.entryAt(layout.legendBox, event->position());
    }();
    if (entry >= 0 && event->button() == Qt::LeftButton)
        setIsolated(entry == m_isolated ? -1 : entry);
    else
        ChartWidget::mouseReleaseEvent(event);
}

} // namespace Watchfloor
