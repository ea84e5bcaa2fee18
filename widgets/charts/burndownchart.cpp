#include "widgets/charts/burndownchart.h"

#include "models/core/format.h"
#include "widgets/charts/chartframe.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/glyphs.h"

#include <QPainter>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int flagRows = 2;
constexpr int flagRowHeight = 15;
constexpr int legendHeight = 20;

QColor faint(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

bool isFlag(const Mark &mark)
{
    return mark.kind == Mark::Kind::Incident || mark.kind == Mark::Kind::Deploy;
}

void paintFlagSign(QPainter &painter, QPointF top, Mark::Kind kind, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (kind == Mark::Kind::Incident)
        painter.drawPolygon(QPolygonF({top, top + QPointF(8, 0), top + QPointF(5.5, 3), top + QPointF(8, 6), top + QPointF(0, 6)}));
    else
        painter.drawPolygon(QPolygonF({top + QPointF(0.5, 0), top + QPointF(4.5, 7), top + QPointF(-3.5, 7)}));
}

} // namespace

BurnDownChart::BurnDownChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BurnDownChart::setBurnDown(BurnDown burnDown)
{
    m_burnDown = std::move(burnDown);
    update();
}

void BurnDownChart::setCaption(const QString &left, const QString &projection)
{
    m_caption = left;
    m_projection = projection;
    update();
}

void BurnDownChart::setLegendShown(bool shown)
{
    m_legend = shown;
    update();
}

ChartFrame BurnDownChart::frame() const
{
    ChartFrame frame;
    frame.range = m_burnDown.window;
    frame.unit = ownUnit(QStringLiteral("percentunit"));
    const bool flags = std::any_of(m_burnDown.marks.begin(), m_burnDown.marks.end(), isFlag);
    double least = 0;
    for (const ChartPoint &point : m_burnDown.left)
        if (std::isfinite(point.y))
            least = std::min(least, point.y);
    // An overspent budget is shown below zero, but not so deep that the rest becomes flat.
    frame.scale = {.minimum = std::max(std::floor(least * 4) / 4, -1.0), .maximum = 1, .step = height() < 180 ? 0.5 : 0.25};
    const double top = (m_legend ? legendHeight : 0) + (flags ? flagRows * flagRowHeight + 6 : 8);
    const double left = frame.labelWidth() + 8;
    frame.plot = QRectF(left, top, std::max(width() - left - 8, 1.0), std::max(height() - top - 20, 1.0));
    if (m_burnDown.freeze)
        frame.thresholds.push_back({*m_burnDown.freeze, State::Critical,
                                    tr("below %1: freeze").arg(quantity(*m_burnDown.freeze, frame.unit, 0).text()), false, false});
    frame.now = m_burnDown.now;
    frame.state = m_burnDown.state;
    return frame;
}

QPointF BurnDownChart::lastPoint(const ChartFrame &frame) const
{
    for (auto point = m_burnDown.left.rbegin(); point != m_burnDown.left.rend(); ++point)
        if (std::isfinite(point->y))
            return {frame.xOf(point->x), frame.yOf(std::clamp(point->y, frame.scale.minimum, 1.0))};
    return {frame.plot.left(), frame.plot.top()};
}

QImage BurnDownChart::grabImage(double pixelRatio)
{
    QImage image(size() * pixelRatio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(themeOf(this).surface);
    QPainter painter(&image);
    render(&painter, {}, {}, {});
    return image;
}

void BurnDownChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    if (m_burnDown.left.empty()) {
        painter.setFont(textFont());
        painter.setPen(theme.text3);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No budget history yet."));
        return;
    }
    const ChartFrame chart = frame();
    paintGrid(painter, chart, theme);
    paintAxisLabels(painter, chart, theme);
    paintIdeal(painter, chart);
    paintCone(painter, chart);
    paintActual(painter, chart);
    paintThresholdLines(painter, chart, theme);
    paintFlags(painter, chart);
    paintStateOverlay(painter, chart, theme);
    paintCaption(painter, chart);
    if (m_legend)
        paintLegend(painter);
}

void BurnDownChart::paintIdeal(QPainter &painter, const ChartFrame &frame) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(themeOf(this).text3, 1);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.drawLine(QPointF(frame.plot.left(), frame.yOf(1)), QPointF(frame.plot.right(), frame.yOf(0)));
}

void BurnDownChart::paintCone(QPainter &painter, const ChartFrame &frame) const
{
    if (!m_burnDown.emptyFast)
        return;
    const Theme &theme = themeOf(this);
    const QPointF from = lastPoint(frame);
    const double zero = frame.yOf(0);
    if (from.y() >= zero)
        return;
    painter.save();
    painter.setClipRect(frame.plot);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF fast(frame.xOf(*m_burnDown.emptyFast), zero);
    // Without an end inside the window the slow edge keeps what is left to the window's end.
    const QPointF slow = m_burnDown.emptySlow ? QPointF(std::max(frame.xOf(*m_burnDown.emptySlow), fast.x() + 6), zero)
                                              : QPointF(frame.plot.right(), from.y());
    QPolygonF cone{from, fast, slow};
    if (!m_burnDown.emptySlow)
        cone.insert(2, QPointF(frame.plot.right(), zero));
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint(theme.critical, 0.38));
    painter.drawPolygon(cone);
    painter.setPen(QPen(theme.critical, 1.5));
    painter.drawLine(from, fast);
    painter.restore();
}

void BurnDownChart::paintActual(QPainter &painter, const ChartFrame &frame) const
{
    const Theme &theme = themeOf(this);
    painter.save();
    painter.setClipRect(frame.plot.adjusted(0, -2, 6, 2));
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() > 1) {
            QPolygonF area = run;
            area << QPointF(run.last().x(), frame.yOf(0)) << QPointF(run.first().x(), frame.yOf(0));
            painter.setPen(Qt::NoPen);
            painter.setBrush(faint(theme.accent, theme.isDark() ? 0.20 : 0.14));
            painter.drawPolygon(area);
            painter.setPen(QPen(theme.accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(run);
        }
        run.clear();
    };
    for (const ChartPoint &point : m_burnDown.left) {
        if (std::isfinite(point.y))
            run << QPointF(frame.xOf(point.x), frame.yOf(std::max(point.y, frame.scale.minimum)));
        else
            flush();
    }
    flush();
    painter.setPen(QPen(theme.surface, 1.5));
    painter.setBrush(theme.accent);
    painter.drawEllipse(lastPoint(frame), 4, 4);
    painter.restore();
}

void BurnDownChart::paintFlags(QPainter &painter, const ChartFrame &frame) const
{
    const Theme &theme = themeOf(this);
    struct Label
    {
        QRectF box;
        QString text;
    };
    std::vector<Label> labels;
    std::array<double, flagRows> taken;
    taken.fill(-1e6);
    // Another flag's pole would stand in the words.
    const auto crossed = [&](double from, double to) {
        return std::any_of(m_burnDown.marks.begin(), m_burnDown.marks.end(), [&](const Mark &other) {
            return isFlag(other) && frame.xOf(other.at) > from && frame.xOf(other.at) < to;
        });
    };
    painter.save();
    painter.setFont(textFont(TextSize::Small));
    for (const Mark &mark : m_burnDown.marks) {
        if (!isFlag(mark) || !frame.range.contains(mark.at) || labels.size() > 40)
            continue;
        const bool incident = mark.kind == Mark::Kind::Incident;
        const QColor color = incident ? theme.warning : theme.accent;
        const size_t row = incident ? 0 : 1;
        const double x = std::round(frame.xOf(mark.at));
        const double top = frame.plot.top() - (flagRows - double(row)) * flagRowHeight;
        const QString text = Format::safeText(mark.text, 36);
        const double width = tabularWidth(painter.font(), text);
        const bool right = x + 12 + width < frame.plot.right() && !crossed(x + 4, x + 12 + width);
        const double left = right ? x + 12 : x - 8 - width;
        const bool room = left > taken[row] && left > 0;

        painter.setRenderHint(QPainter::Antialiasing, false);
        QPen pen(color, 1);
        if (!incident)
            pen.setDashPattern({2, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(x, room ? top + 3 : frame.plot.top()), QPointF(x, frame.plot.bottom()));
        if (!room)
            continue;
        taken[row] = (right ? left + width : x) + 10;
        paintFlagSign(painter, QPointF(x, top), mark.kind, color);
        labels.push_back({QRectF(left, top - 4, width + 1, 15), text});
    }
    painter.setPen(theme.text);
    for (const Label &label : labels) {
        painter.fillRect(label.box.adjusted(-2, 1, 2, -1), faint(theme.surface, 0.85));
        drawTabular(painter, label.box, Qt::AlignLeft, label.text);
    }
    painter.restore();
}

void BurnDownChart::paintCaption(QPainter &painter, const ChartFrame &frame) const
{
    if (m_caption.isEmpty() && m_projection.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    const QPointF at = lastPoint(frame);
    painter.setFont(textFont(TextSize::Small, QFont::DemiBold));
    const double width = std::max(tabularWidth(painter.font(), m_caption), tabularWidth(painter.font(), m_projection)) + 8;
    // Above and right of the point, under the ideal line, is free; without room there, left of it.
    const bool right = at.x() + 14 + width < frame.plot.right();
    const double left = right ? at.x() + 14 : std::max(at.x() - 12 - width, frame.plot.left() + 4);
    const double top = std::clamp(at.y() - (!right ? 10 : m_projection.isEmpty() ? 28 : 58), frame.plot.top() + 2, frame.plot.bottom() - 50);
    painter.fillRect(QRectF(left, top, width, m_projection.isEmpty() ? 18 : 34), faint(theme.surface, 0.78));
    painter.setPen(theme.text);
    drawTabular(painter, QRectF(left + 4, top, width - 4, 17), right ? Qt::AlignLeft : Qt::AlignRight, m_caption);
    painter.setPen(m_burnDown.emptyFast ? theme.critical : theme.text2);
    drawTabular(painter, QRectF(left + 4, top + 16, width - 4, 17), right ? Qt::AlignLeft : Qt::AlignRight, m_projection);
}

void BurnDownChart::paintLegend(QPainter &painter) const
{
    const Theme &theme = themeOf(this);
    painter.setFont(textFont(TextSize::Small));
    painter.setRenderHint(QPainter::Antialiasing);
    double x = width() - 8;
    const auto entry = [&](const QString &text, auto sign) {
        const double wide = tabularWidth(painter.font(), text);
        x -= wide;
        painter.setPen(theme.text2);
        drawTabular(painter, QRectF(x, 0, wide + 1, legendHeight - 4), Qt::AlignLeft, text);
        x -= 20;
        sign(x, (legendHeight - 4) / 2.0);
        x -= 16;
    };
    entry(tr("deploy"), [&](double left, double y) { paintFlagSign(painter, {left + 6, y - 4}, Mark::Kind::Deploy, theme.accent); });
    entry(tr("incident"), [&](double left, double y) { paintFlagSign(painter, {left + 4, y - 3}, Mark::Kind::Incident, theme.warning); });
    entry(tr("projection"), [&](double left, double y) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint(theme.critical, 0.6));
        painter.drawPolygon(QPolygonF({{left + 2, y - 5}, {left + 8, y + 5}, {left + 16, y + 5}}));
    });
    entry(tr("ideal"), [&](double left, double y) {
        QPen pen(theme.text3, 1);
        pen.setDashPattern({4, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(left, y), QPointF(left + 15, y));
    });
    entry(tr("actual"), [&](double left, double y) {
        painter.setPen(QPen(theme.accent, 2));
        painter.drawLine(QPointF(left, y), QPointF(left + 14, y));
    });
}

} // namespace Watchfloor
