#include "widgets/charts/seriesraster.h"

#include "widgets/charts/spanline.h"

#include <QPainter>
#include <QPolygonF>

#include <array>
#include <cmath>

namespace Watchfloor {

namespace {

constexpr size_t thickPointCap = 1'800; ///< above it further passes cost more than they show
constexpr float dimmedAlpha = 0.18f;
constexpr float areaAlpha = 0.16f;

/// Least and greatest finite value of a series inside the range.
void extend(const Series &series, TimeRange range, bool positive, double &low, double &high)
{
    const std::vector<double> &times = *series.times;
    const auto from = std::lower_bound(times.begin(), times.end(), toEpochSeconds(range.start));
    const auto to = std::upper_bound(from, times.end(), toEpochSeconds(range.end));
    for (auto at = size_t(from - times.begin()); at < size_t(to - times.begin()); ++at) {
        const double value = series.values[at];
        if (!std::isfinite(value) || (positive && value <= 0))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

class LineDrawer
{
public:
    LineDrawer(const RasterJob &job, const ValueScale &scale, QImage &image)
        : m_job(job)
        , m_scale(scale)
        , m_image(image)
        , m_start(toEpochSeconds(job.range.start))
        , m_perSecond(job.size.width() / std::max(toEpochSeconds(job.range.end) - m_start, 1e-9))
        , m_bottom(job.size.height() - job.inset)
        , m_perValue((job.size.height() - 2 * job.inset) / std::max(scale.maximum - scale.minimum, 1e-300))
    {
        for (const RasterJob::Line &line : job.lines)
            m_points.push_back(decimated(line.series->series, job.range, image.width()));
        size_t count = 0;
        for (const DecimatedSeries &points : m_points)
            count += points.values.size();
        m_passes = count < thickPointCap ? 3 : 1;
    }

    void draw()
    {
        for (size_t at = 0; at < m_points.size(); ++at)
            draw(m_job.lines[at], m_points[at]);
    }

private:
    void draw(const RasterJob::Line &line, const DecimatedSeries &points)
    {
        QColor color = QColor::fromRgb(line.color);
        if (line.dimmed)
            color.setAlphaF(dimmedAlpha);
        const bool dense = points.values.size() > size_t(2 * m_image.width()) && !line.series->dashed;
        for (size_t from = 0; from < points.values.size();) {
            if (!std::isfinite(points.values[from])) {
                ++from;
                continue;
            }
            size_t to = from;
            m_run.clear();
            for (; to < points.values.size() && std::isfinite(points.values[to]); ++to)
                m_run << place(points.times[to], points.values[to]);
            drawRun(line, color, dense);
            from = to;
        }
    }

    QPointF place(double time, double value) const
    {
        const double y = m_bottom - (m_scale.position(value) - m_scale.minimum) * m_perValue;
        // Far outside values must not overflow the rasteriser.
        return {(time - m_start) * m_perSecond, std::clamp(y, -4.0 * m_job.size.height(), 5.0 * m_job.size.height())};
    }

    void drawRun(const RasterJob::Line &line, const QColor &color, bool dense)
    {
        const bool filled = line.series->fill && !line.dimmed;
        if (dense && m_run.size() > 1) {
            drawSpans(m_image, m_run, m_job.pixelRatio, color, filled ? std::optional(zero()) : std::nullopt, areaAlpha);
            return;
        }
        QPainter painter(&m_image);
        painter.setRenderHint(QPainter::Antialiasing);
        if (m_run.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(m_run.first(), 1.5, 1.5);
            return;
        }
        if (filled)
            fill(painter, color);
        // Cosmetic: wider pens leave the rasteriser's fast path. On fine pixels a few points can afford one.
        QPen pen(color, m_passes > 1 && m_job.pixelRatio > 1.3 ? 1.2 : 0);
        if (line.series->dashed)
            pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        static constexpr std::array<QPointF, 3> shifts{QPointF(-0.17, -0.17), QPointF(-0.17, 0.33), QPointF(0.33, -0.17)};
        for (int pass = 0; pass < m_passes; ++pass) {
            painter.resetTransform();
            painter.translate(m_passes > 1 ? shifts[size_t(pass)] : QPointF());
            painter.drawPolyline(m_run);
        }
    }

    double zero() const
    {
        return m_scale.logarithmic ? m_bottom : std::clamp(m_bottom + m_scale.minimum * m_perValue, 0.0, m_bottom);
    }

    void fill(QPainter &painter, QColor color) const
    {
        QPolygonF area = m_run;
        area << QPointF(m_run.last().x(), zero()) << QPointF(m_run.first().x(), zero());
        color.setAlphaF(areaAlpha);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawPolygon(area);
    }

    const RasterJob &m_job;
    const ValueScale &m_scale;
    QImage &m_image;
    double m_start;
    double m_perSecond;
    double m_bottom;
    double m_perValue;
    std::vector<DecimatedSeries> m_points;
    QPolygonF m_run;
    int m_passes = 1;
};

} // namespace

ValueScale scaleFor(const RasterJob &job)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const RasterJob::Line &line : job.lines)
        if (!line.dimmed)
            extend(line.series->series, job.range, job.scale.logarithmic, low, high);
    if (low > high) {
        low = 0;
        high = 1;
    }
    if (job.scale.logarithmic) {
        for (const double limit : job.scale.limits)
            if (limit > 0)
                high = std::max(high, limit);
        return logarithmicScale(job.scale.lowest.value_or(low), job.scale.highest.value_or(high));
    }
    // A limit near the data belongs into the picture; one far away would flatten it.
    for (const double limit : job.scale.limits) {
        const double reach = 3 * std::max(high - std::min(low, 0.0), std::fabs(high) * 0.2);
        if (limit > high && limit < high + reach)
            high = limit;
        if (limit < low && limit > low - reach)
            low = limit;
    }
    const bool fixed = job.scale.lowest || job.scale.highest;
    low = job.scale.lowest.value_or(low);
    high = std::max(job.scale.highest.value_or(high), low);
    const double most = std::max(std::fabs(low), std::fabs(high));
    const double base = job.scale.binary && most >= 1 && std::isfinite(most) ? std::pow(1024.0, std::floor(std::log2(most) / 10)) : 1;
    const ValueScale &shown = job.scale.current;
    // The default was drawn for no data at all; what comes then has nothing to hold on to.
    ValueScale scale = fixed || shown == ValueScale()
                           ? niceScale(low / base, high / base, job.scale.ticks, false)
                           : steadyScale({shown.minimum / base, shown.maximum / base, shown.step / base}, low / base, high / base, job.scale.ticks, false);
    scale.minimum *= base;
    scale.maximum *= base;
    scale.step *= base;
    if (job.scale.lowest)
        scale.minimum = low;
    if (job.scale.highest && high > low)
        scale.maximum = high;
    return scale;
}

Raster rasterised(const RasterJob &job)
{
    Raster result{{}, job.range, scaleFor(job)};
    const QSize pixels(int(std::ceil(job.size.width() * job.pixelRatio)), int(std::ceil(job.size.height() * job.pixelRatio)));
    if (pixels.isEmpty())
        return result;
    result.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    result.image.fill(Qt::transparent);
    result.image.setDevicePixelRatio(job.pixelRatio);
    LineDrawer(job, result.scale, result.image).draw();
    return result;
}

} // namespace Watchfloor
