#include "widgets/charts/timechartprivate.h"

#include "widgets/theme/fonts.h"

#include <QGraphicsLayout>
#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int topRoom = 8;
constexpr int bottomRoom = 20;
constexpr double legendShare = 0.45; ///< of height or width, at most

} // namespace

double TimeChart::Private::lastWidth() const
{
    if (!lastShown || series.empty())
        return 0;
    return tabularWidth(textFont(TextSize::Small, QFont::DemiBold), valueText(series.front()->data().last(), *series.front())) + 10;
}

double TimeChart::Private::labelWidth(AxisSide side)
{
    if (side == AxisSide::Right && !frame.right)
        return 0;
    LabelWidth &known = m_labelWidths[size_t(side)];
    if (const FrameAxis axis = frame.axis(side); known.width < 0 || !(axis == known.axis)) {
        known = {axis, frame.labelWidth(side)};
        m_labels.reset();
    }
    return known.width;
}

const AxisTexts &TimeChart::Private::labels() const
{
    if (!m_labels)
        m_labels = axisTexts(frame);
    return *m_labels;
}

void TimeChart::Private::layOut()
{
    const bool atRight = legendOptions.placement == Placement::Right;
    const int legendWidth = atRight ? legend->widthFor(int(q->width() * legendShare)) : q->width();
    const int legendHeight = atRight ? q->height() : std::min(legend->heightFor(q->width()), int(q->height() * legendShare));
    const bool hasLegend = legendOptions.mode != Legend::None && legendWidth > 0 && legendHeight > 0;
    legend->setVisible(hasLegend);
    QRect whole = q->rect();
    if (hasLegend) {
        legend->setGeometry(atRight ? q->width() - legendWidth : 0, atRight ? 0 : q->height() - legendHeight, legendWidth, legendHeight);
        whole.setSize({atRight ? std::max(q->width() - legendWidth - 8, 1) : q->width(), atRight ? q->height() : std::max(q->height() - legendHeight, 1)});
    }
    if (whole != view->geometry() || chart->geometry() != QRectF(whole)) {
        view->setGeometry(whole);
        scene.setSceneRect(whole);
        chart->setGeometry(whole);
        renewFrame();
    }
    const double left = labelWidth(AxisSide::Left) + 8;
    const double right = std::max(labelWidth(AxisSide::Right) + 8, 6.0) + std::ceil(lastWidth());
    const QRectF before = frame.plot;
    frame.plot = QRectF(left, topRoom, std::max(whole.width() - left - right, 1.0), std::max(whole.height() - topRoom - bottomRoom, 1));
    if (frame.plot != before) {
        m_labels.reset();
        renewFrame();
    }
    if (chart->plotArea() != frame.plot) {
        chart->setPlotArea(frame.plot);
        chart->layout()->invalidate(); // else the grid stays where it was
        chart->layout()->activate();
    }
    ground->setArea(frame.plot);
    lines->setPlotArea(frame.plot.adjusted(0, -1, 0, 1));
    overlay->setArea(whole);
    crosshair->setArea(whole);
}

void TimeChart::Private::adjustAxes()
{
    // Each setter lays the whole axis out again, so only what differs is set.
    const ValueScale &scale = frame.labelled || !frame.right ? frame.scale : frame.right->scale;
    // Even ticks from end to end, unless somebody fixed an end between two of them.
    const bool even = std::fabs(scale.minimum - scale.firstTick()) < 1e-6 * scale.step
                      && std::fabs(scale.firstTick() + (scale.tickCount() - 1) * scale.step - scale.maximum) < 1e-6 * scale.step && scale.tickCount() > 1;
    const auto type = even ? QValueAxis::TicksFixed : QValueAxis::TicksDynamic;
    if (valueAxis->tickType() != type)
        valueAxis->setTickType(type);
    if (even && valueAxis->tickCount() != scale.tickCount())
        valueAxis->setTickCount(scale.tickCount());
    const bool otherTicks = !even && (valueAxis->tickInterval() != scale.step || valueAxis->tickAnchor() != scale.firstTick());
    if (otherTicks) {
        valueAxis->setTickInterval(scale.step);
        valueAxis->setTickAnchor(scale.firstTick());
    }
    if (valueAxis->min() != scale.minimum || valueAxis->max() != scale.maximum)
        valueAxis->setRange(scale.minimum, scale.maximum);
    if (otherTicks) {
        chart->layout()->invalidate(); // else the grid stays where it was
        chart->layout()->activate();
    }
    const ChartAxis &axis = axes[size_t(frame.labelled || !frame.right ? AxisSide::Left : AxisSide::Right)];
    if (valueAxis->isGridLineVisible() != axis.gridShown)
        valueAxis->setGridLineVisible(axis.gridShown);
    const QColor line = themeOf(q).line;
    if (valueAxis->gridLineColor() != line)
        valueAxis->setGridLinePen(QPen(line, 1));
}

void TimeChart::Private::renewFrame()
{
    m_frame = QPixmap();
    repaint();
}

void TimeChart::Private::drawFrame(double pixelRatio)
{
    const QRectF area = frame.plot.adjusted(-1, -1, 1, 1);
    m_frame = QPixmap((area.size() * pixelRatio).toSize());
    m_frame.setDevicePixelRatio(pixelRatio);
    m_frame.fill(Qt::transparent);
    QPainter painter(&m_frame);
    m_framing = true;
    lines->setShown(false);
    scene.render(&painter, QRectF(QPointF(), area.size()), area);
    lines->setShown(true);
    m_framing = false;
}

void TimeChart::Private::paintView(QPainter &painter, const QRegion &region)
{
    painter.setClipRegion(region);
    if (dirty)
        schedule();
    const double ratio = painter.deviceTransform().m11();
    if (m_frame.isNull() || m_frame.devicePixelRatio() != ratio)
        drawFrame(ratio);
    painter.drawPixmap(frame.plot.topLeft() - QPointF(1, 1), m_frame);
    // Each leaves the painter as it likes.
    for (QGraphicsItem *item : std::initializer_list<QGraphicsItem *>{lines, overlay, crosshair}) {
        painter.save();
        item->paint(&painter, nullptr, nullptr);
        painter.restore();
    }
}

} // namespace Watchfloor
