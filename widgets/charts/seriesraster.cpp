#include "widgets/charts/seriesraster.h"

#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr int thickPointCap = 6'000; ///< above it a second pass costs more than it shows

class LineDrawer
{
public:
    LineDrawer(const RasterJob &job, QPainter &painter)
        : m_job(job)
        , m_painter(painter)
        , m_start(toEpochSeconds(job.range.start))
        , m_perSecond(job.size.width() / std::max(toEpochSeconds(job.range.end) - m_start, 1e-9))
        , m_bottom(job.size.height() - job.inset)
        , m_perValue((job.size.height() - 2 * job.inset) / std::max(job.scale.maximum - job.scale.minimum, 1e-300))
    {
    }

    void draw(const RasterJob::Line &line)
    {
        const int columns = std::max(1, int(std::lround(m_job.size.width() * m_job.pixelRatio)));
        const DecimatedSeries points = decimated(line.series->series, m_job.range, columns);
        m_passes = m_job.thick && points.values.size() * m_job.lines.size() < thickPointCap ? 3 : 1;
        for (size_t from = 0; from < points.values.size();) {
            if (!std::isfinite(points.values[from])) {
                ++from;
                continue;
            }
            size_t to = from;
            QPolygonF run;
            for (; to < points.values.size() && std::isfinite(points.values[to]); ++to)
                run << place(points.times[to], points.values[to]);
            drawRun(run, line);
            from = to;
        }
    }

private:
    QPointF place(double time, double value) const
    {
        const double y = m_bottom - (value - m_job.scale.minimum) * m_perValue;
        // Far outside values must not overflow the rasteriser.
        return {(time - m_start) * m_perSecond, std::clamp(y, -4.0 * m_job.size.height(), 5.0 * m_job.size.height())};
    }

    void drawRun(const QPolygonF &run, const RasterJob::Line &line)
    {
        QColor color = QColor::fromRgb(line.color);
        if (line.dimmed)
            color.setAlphaF(0.18f);
        if (run.size() == 1) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(color);
            m_painter.drawEllipse(run.first(), 1.5, 1.5);
            return;
        }
        if (line.series->fill && !line.dimmed)
            fill(run, color);
        QPen pen(color, 0); // cosmetic: wider pens leave the rasteriser's fast path
        if (line.series->dashed)
            pen.setDashPattern({4, 3});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        static constexpr std::array<QPointF, 3> shifts{QPointF(0, 0), QPointF(0, 0.5), QPointF(0.5, 0)};
        for (int pass = 0; pass < m_passes; ++pass)
            m_painter.drawPolyline(run.translated(shifts[size_t(pass)]));
    }

    void fill(const QPolygonF &run, QColor color)
    {
        const double zero = std::clamp(m_bottom + m_job.scale.minimum * m_perValue, 0.0, m_bottom);
        QPolygonF area = run;
        area << QPointF(run.last().x(), zero) << QPointF(run.first().x(), zero);
        color.setAlphaF(0.16f);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(area);
    }

    const RasterJob &m_job;
    QPainter &m_painter;
    double m_start;
    double m_perSecond;
    double m_bottom;
    double m_perValue;
    int m_passes = 1;
};

} // namespace

QImage rasterised(const RasterJob &job)
{
    const QSize pixels(int(std::ceil(job.size.width() * job.pixelRatio)), int(std::ceil(job.size.height() * job.pixelRatio)));
    if (pixels.isEmpty())
        return {};
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(job.pixelRatio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    LineDrawer drawer(job, painter);
    for (const RasterJob::Line &line : job.lines)
        drawer.draw(line);
    return image;
}

} // namespace Watchfloor
