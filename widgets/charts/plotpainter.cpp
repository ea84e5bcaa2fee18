#include "widgets/charts/plotpainter.h"

#include "widgets/charts/lineclip.h"
#include "widgets/charts/smoothpath.h"
#include "widgets/charts/spanline.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>
#include <numeric>

namespace Watchfloor {

namespace {

constexpr size_t thickPointCap = 1'800; ///< above it further passes of a house line cost more than they show
constexpr double houseWidth = 2;        ///< what is wished thicker than this is drawn so at any cost
constexpr double dimmedAlpha = 0.18;
constexpr double pastAlpha = 0.55;
constexpr double loneDot = 3;
constexpr double hueTurn = 22;

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

/// Where a pen of one pixel has to go to leave a line of `width`: a ring, so that lines of any direction come out alike.
std::vector<QPointF> passesFor(double width)
{
    if (width <= 1.05)
        return {QPointF()};
    const double radius = (width - 1) / 2;
    const int count = std::max(3, int(std::ceil(2 * std::numbers::pi * radius / 0.9)));
    std::vector<QPointF> passes;
    for (int at = 0; at < count; ++at) {
        const double angle = 2 * std::numbers::pi * at / count + 0.35;
        passes.emplace_back(radius * std::cos(angle), radius * std::sin(angle));
    }
    return passes;
}

class PlotPainter
{
public:
    PlotPainter(QPainter &painter, const Plot &plot, SpanCanvas *canvas)
        : m_painter(painter)
        , m_plot(plot)
        , m_canvas(canvas)
    {
        for (const PlotLine &line : plot.lines)
            for (const QPolygonF &run : line.runs)
                m_pointCount += size_t(run.size());
    }

    void paint()
    {
        m_painter.setRenderHint(QPainter::Antialiasing);
        for (const PlotLine &line : m_plot.lines)
            paint(line);
    }

private:
    void paint(const PlotLine &line)
    {
        m_color = line.color;
        if (line.dimmed)
            m_color = withAlpha(m_color, dimmedAlpha);
        else if (line.series->back.count() != 0)
            m_color = withAlpha(m_color, pastAlpha);
        if (!line.spans.empty())
            m_canvas ? paintSpans(line) : traceSpans(line);
        for (size_t at = 0; at < line.runs.size(); ++at)
            paintArea(line, at);
        paintBars(line);
        paintStroke(line);
        paintDots(line);
    }

    using Stops = std::vector<std::pair<double, QColor>>; ///< from the top (0) to the bottom (1), at least one

    Stops areaStops(const PlotLine &line) const
    {
        const double opacity = line.fillOpacity();
        switch (line.series->style.gradient) {
        case GradientMode::None:
            break;
        case GradientMode::Opacity:
            return {{0, withAlpha(line.color, opacity)}, {1, withAlpha(line.color, 0)}};
        case GradientMode::Hue:
            return {{0, turned(line.color, hueTurn, opacity)}, {1, turned(line.color, -hueTurn, opacity)}};
        case GradientMode::Scheme:
            return faded(line.scheme.empty() ? Stops{{0, line.color}} : line.scheme, opacity);
        }
        return {{0, withAlpha(line.color, opacity)}};
    }

    Stops strokeStops(const PlotLine &line) const
    {
        return line.scheme.empty() ? Stops{{0, m_color}} : faded(line.scheme, m_color.alphaF());
    }

    static Stops faded(Stops stops, double alpha)
    {
        for (auto &[place, color] : stops)
            color = withAlpha(color, alpha);
        return stops;
    }

    static QColor turned(const QColor &color, double degrees, double alpha)
    {
        float hue, saturation, value;
        color.getHsvF(&hue, &saturation, &value);
        const float there = float(hue * 360 + degrees + 360) / 360;
        return withAlpha(QColor::fromHsvF(there - std::floor(there), saturation, value), alpha);
    }

    QBrush brushOf(const Stops &stops) const
    {
        if (stops.size() == 1)
            return stops.front().second;
        QLinearGradient gradient(0, 0, 0, m_plot.size.height());
        double before = -1;
        for (const auto &[place, color] : stops) {
            const double at = std::min(std::max(place, before + 1e-6), 1.0); // two colours at one place replace each other
            gradient.setColorAt(at, color);
            before = at;
        }
        return gradient;
    }

    QBrush areaBrush(const PlotLine &line) const { return brushOf(areaStops(line)); }

    /// The colour in every row of the image; one entry where all are the same.
    std::vector<QRgb> rowsOf(const Stops &stops) const
    {
        if (stops.size() == 1)
            return {qPremultiply(stops.front().second.rgba())};
        const int height = int(std::ceil(m_plot.size.height() * m_plot.pixelRatio));
        std::vector<QRgb> rows;
        for (int row = 0; row < height; ++row) {
            const double place = double(row) / std::max(height - 1, 1);
            const auto next = std::find_if(stops.begin(), stops.end(), [place](const auto &stop) { return stop.first > place; });
            const QColor below = next == stops.end() ? stops.back().second : next->second;
            const QColor above = next == stops.begin() ? below : std::prev(next)->second;
            const double from = next == stops.begin() ? 0 : std::prev(next)->first;
            const float share = next == stops.end() ? 1 : float((place - from) / std::max(next->first - from, 1e-9));
            const auto mixed = [share](float a, float b) { return a + (b - a) * share; };
            rows.push_back(qPremultiply(QColor::fromRgbF(mixed(above.redF(), below.redF()), mixed(above.greenF(), below.greenF()),
                                                         mixed(above.blueF(), below.blueF()), mixed(above.alphaF(), below.alphaF())).rgba()));
        }
        return rows;
    }

    /// Dashes in device-independent pixels; empty: solid.
    static std::vector<double> dashesOf(const ChartSeries &series)
    {
        if (!series.style.dashes.empty())
            return series.style.dashes;
        if (series.dashed)
            return {4, 3};
        return series.back.count() != 0 ? std::vector<double>{5, 3} : std::vector<double>{};
    }

    void paintSpans(const PlotLine &line)
    {
        const ChartSeries &series = *line.series;
        if (line.showsArea())
            m_canvas->fill(line.spans, rowsOf(areaStops(line)), series.style.draw == DrawStyle::Bars);
        if (series.style.lineWidth <= 0)
            return;
        const double width = std::max(series.style.lineWidth * m_plot.pixelRatio, 1.0);
        if (series.style.draw == DrawStyle::Bars) {
            m_canvas->fill(line.spans, rowsOf(strokeStops(line)), true);
            return;
        }
        std::vector<double> dashes = dashesOf(series);
        for (double &dash : dashes)
            dash *= m_plot.pixelRatio;
        m_canvas->stroke(line.spans, rowsOf(strokeStops(line)), width, dashes);
    }

    /// Columns as lines: up and down in each, from one to the next.
    void traceSpans(const PlotLine &line)
    {
        const double ratio = m_plot.pixelRatio;
        for (size_t from = 0; from < line.spans.size();) {
            size_t to = from;
            QPolygonF trace;
            QPolygonF area;
            QPolygonF foot;
            for (; to < line.spans.size() && (to == from || line.spans[to].column == line.spans[to - 1].column + 1); ++to) {
                const PlotSpan &span = line.spans[to];
                const double x = (span.column + 0.5) / ratio;
                QPointF first(x, span.top / ratio);
                QPointF second(x, span.bottom / ratio);
                if (!trace.isEmpty() && std::fabs(trace.last().y() - first.y()) > std::fabs(trace.last().y() - second.y()))
                    std::swap(first, second);
                trace << first;
                if (second != first)
                    trace << second;
                area << QPointF(x, (span.top + span.bottom) / 2 / ratio);
                foot << QPointF(x, span.foot / ratio);
            }
            if (line.showsArea())
                fillBetween(area, foot, line);
            if (line.series->style.lineWidth > 0)
                drawTrace(trace, line);
            from = to;
        }
    }

    void fillBetween(const QPolygonF &head, const QPolygonF &foot, const PlotLine &line)
    {
        QPolygonF area = head;
        for (auto at = foot.rbegin(); at != foot.rend(); ++at)
            area << *at;
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(areaBrush(line));
        m_painter.drawPolygon(clippedArea(area, bounds()));
    }

    QRectF bounds() const { return QRectF(QPointF(), QSizeF(m_plot.size)); }

    void paintArea(const PlotLine &line, size_t at)
    {
        if (!line.showsArea() || line.runs[at].size() < 2)
            return;
        const QPolygonF &run = line.runs[at];
        const bool smooth = line.series->style.interpolation == LineInterpolation::Smooth;
        QPainterPath area = smooth ? smoothPath(run) : QPainterPath();
        if (!smooth)
            area.addPolygon(run);
        if (at < line.feet.size()) {
            QPolygonF foot = line.feet[at];
            std::reverse(foot.begin(), foot.end());
            area.lineTo(foot.first());
            area.connectPath(smooth ? smoothPath(foot) : pathOf(foot));
        } else {
            area.lineTo(run.last().x(), line.zero);
            area.lineTo(run.first().x(), line.zero);
        }
        area.closeSubpath();
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(areaBrush(line));
        if (m_canvas)
            m_painter.drawPath(area);
        else
            m_painter.drawPolygon(clippedArea(area.toFillPolygon(), bounds()));
    }

    static QPainterPath pathOf(const QPolygonF &run)
    {
        QPainterPath path;
        path.addPolygon(run);
        return path;
    }

    void paintBars(const PlotLine &line)
    {
        const double width = line.series->style.lineWidth;
        for (const QRectF &whole : line.bars) {
            const QRectF bar = m_canvas ? whole : whole.intersected(bounds());
            if (bar.isEmpty())
                continue;
            m_painter.setPen(Qt::NoPen);
            if (line.showsArea()) {
                m_painter.setBrush(areaBrush(line));
                m_painter.drawRect(bar);
            }
            if (width <= 0)
                continue;
            const double edge = std::min({width, bar.width() / 2, std::max(bar.height() / 2, 0.5)});
            m_painter.setPen(QPen(brushOf(strokeStops(line)), edge, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRect(bar.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
        }
    }

    void paintStroke(const PlotLine &line)
    {
        const SeriesStyle &style = line.series->style;
        if (style.lineWidth <= 0 || line.runs.empty())
            return;
        const std::vector<double> dashes = dashesOf(*line.series);
        const bool dotted = std::find(dashes.begin(), dashes.end(), 0.0) != dashes.end();
        if (!m_canvas) {
            const bool smooth = style.interpolation == LineInterpolation::Smooth;
            for (const QPolygonF &run : line.runs)
                drawTrace(smooth && run.size() > 2 ? smoothPath(run).toSubpathPolygons().first() : run, line);
            return;
        }
        if (dotted) {
            for (const QPolygonF &run : line.runs)
                if (run.size() > 1)
                    drawRun(run, line, realPen(line));
            return;
        }
        const double width = style.lineWidth * m_plot.pixelRatio;
        const bool quick = m_color.alpha() < 255 || (m_pointCount >= thickPointCap && style.lineWidth <= houseWidth);
        // Cosmetic: wider pens leave the rasteriser's fast path and cost ten times as much.
        QPen pen(brushOf(strokeStops(line)), 0);
        if (!dashes.empty()) {
            QList<double> pattern;
            for (const double dash : dashes)
                pattern << std::max(dash * m_plot.pixelRatio, 0.1);
            pen.setDashPattern(pattern);
        }
        for (const QPointF &pass : quick ? passesFor(std::min(width, 1.0)) : passesFor(width)) {
            m_painter.save();
            m_painter.translate(pass / m_plot.pixelRatio);
            for (const QPolygonF &run : line.runs)
                if (run.size() > 1)
                    drawRun(run, line, pen);
            m_painter.restore();
        }
    }

    QPen realPen(const PlotLine &line) const
    {
        const double width = line.series->style.lineWidth;
        QPen pen(brushOf(strokeStops(line)), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        const std::vector<double> dashes = dashesOf(*line.series);
        if (dashes.empty())
            return pen;
        QList<double> pattern;
        for (const double dash : dashes) {
            if (dash <= 0)
                pen.setCapStyle(Qt::RoundCap);
            pattern << std::max(dash / width, 0.01);
        }
        if (pattern.size() % 2 == 1)
            pattern += pattern;
        pen.setDashPattern(pattern);
        return pen;
    }

    void drawTrace(const QPolygonF &trace, const PlotLine &line)
    {
        m_painter.setPen(realPen(line));
        m_painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &part : clippedLine(trace, bounds()))
            m_painter.drawPolyline(part);
    }

    void drawRun(const QPolygonF &run, const PlotLine &line, const QPen &pen)
    {
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        if (line.series->style.interpolation == LineInterpolation::Smooth)
            m_painter.drawPath(smoothPath(run));
        else
            m_painter.drawPolyline(run);
    }

    void paintDots(const PlotLine &line)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(brushOf(strokeStops(line)));
        const double size = line.series->style.pointSize;
        for (const QPointF &point : line.points)
            if (bounds().contains(point))
                m_painter.drawEllipse(point, size / 2, size / 2);
        for (const QPolygonF &run : line.runs)
            if (run.size() == 1 && line.points.empty())
                m_painter.drawEllipse(run.first(), loneDot / 2, loneDot / 2);
    }

    QPainter &m_painter;
    const Plot &m_plot;
    SpanCanvas *m_canvas; ///< null: vectors only
    QColor m_color;
    size_t m_pointCount = 0;
};

} // namespace

void paintPlot(QImage &image, const Plot &plot)
{
    SpanCanvas canvas(image);
    QPainter painter(&image);
    PlotPainter(painter, plot, &canvas).paint();
}

void paintPlot(QPainter &painter, const Plot &plot)
{
    painter.save();
    PlotPainter(painter, plot, nullptr).paint();
    painter.restore();
}

} // namespace Watchfloor
