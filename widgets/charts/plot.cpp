#include "widgets/charts/plot.h"

#include "widgets/charts/fingerprint.h"
#include "widgets/charts/linesamples.h"
#include "widgets/charts/plotfeet.h"

#include <QSet>

#include <cmath>

namespace Watchfloor {

namespace {

constexpr float areaOpacity = 0.16f;
constexpr size_t pointCap = 20'000;
constexpr double widestBar = 200;
constexpr double hugest = 1e300;

/// A line on its way from samples to pixels.
struct Shape
{
    const LineSamples *samples = nullptr;
    SampleSlice slice;
    bool dense = false;
    std::vector<ColumnPiece> pieces;
    Extent extent;
    bool standsOnZero = false;
};

class PlotBuilder
{
public:
    explicit PlotBuilder(const RasterJob &job)
        : m_job(job)
        , m_grid{toEpochSeconds(job.range.start), toEpochSeconds(job.range.end), int(std::ceil(job.size.width() * job.pixelRatio))}
        , m_perSecond(job.size.width() / std::max(m_grid.end - m_grid.start, 1e-9))
    {
        m_samples.reserve(job.lines.size());
        for (const RasterJob::Line &line : job.lines)
            m_samples.emplace_back(line.series);
        pileUp(m_samples);
        adoptCache();
        for (const LineSamples &samples : m_samples)
            m_shapes.push_back(shapeOf(samples));
        keepCache();
    }

    AxisScales scales() const
    {
        AxisScales result;
        for (size_t side = 0; side < result.size(); ++side) {
            Extent extent;
            bool fromZero = false;
            for (size_t at = 0; at < m_shapes.size(); ++at) {
                const ChartSeries &series = *m_job.lines[at].series;
                if (size_t(series.axis) != side || m_job.lines[at].dimmed)
                    continue;
                extent.add(m_shapes[at].extent);
                fromZero = fromZero || m_shapes[at].standsOnZero;
            }
            result[side] = scaleFor(m_job.scales[side], extent, fromZero);
        }
        return result;
    }

    Plot plot() const
    {
        Plot result{m_job.size, m_job.pixelRatio, scales(), {}};
        for (size_t at = 0; at < m_shapes.size(); ++at)
            result.lines.push_back(lineOf(at, result.scales));
        for (size_t at = 0; at < m_shapes.size(); ++at)
            putOnFeet(result.lines, at, m_samples[at].beneath(), m_grid.columns, m_job.pixelRatio);
        return result;
    }

private:
    double xOf(double time) const { return (time - m_grid.start) * m_perSecond; }
    double bottom() const { return m_job.size.height() - m_job.inset; }

    /// Values to heights on one axis.
    class Heights
    {
    public:
        Heights(const PlotBuilder &builder, const ValueScale &scale)
            : m_scale(scale)
            , m_height(builder.m_job.size.height())
            , m_bottom(builder.bottom())
            , m_perUnit((builder.m_job.size.height() - 2 * builder.m_job.inset) / std::max(scale.maximum - scale.minimum, 1e-300))
        {
        }
        double operator()(double value) const
        {
            const double y = m_bottom - ((m_scale.logarithmic ? m_scale.position(value) : value) - m_scale.minimum) * m_perUnit;
            // Far outside values must not overflow the rasteriser.
            return std::clamp(y, -4 * m_height, 5 * m_height);
        }

    private:
        const ValueScale &m_scale;
        double m_height;
        double m_bottom;
        double m_perUnit;
    };
    double yOf(double value, const ValueScale &scale) const { return Heights(*this, scale)(value); }

    void adoptCache()
    {
        if (!m_job.cache)
            return;
        const ColumnGrid &kept = m_job.cache->grid;
        if (kept.start == m_grid.start && kept.end == m_grid.end && kept.columns == m_grid.columns)
            m_kept = std::move(m_job.cache->pieces);
    }
    void keepCache()
    {
        if (!m_job.cache)
            return;
        m_job.cache->grid = m_grid;
        m_job.cache->pieces.clear();
        for (const Shape &shape : m_shapes)
            if (const ChartSeries &series = shape.samples->series(); series.lineage != 0 && shape.dense && shape.samples->isPlain())
                m_job.cache->pieces.insert(series.lineage, shape.pieces);
    }

    /// The pieces of this series that are the same still; the last of them is made anew.
    std::vector<ColumnPiece> keptPieces(const ChartSeries &series, const LineSamples &samples)
    {
        if (series.lineage == 0 || !samples.isPlain())
            return {};
        std::vector<ColumnPiece> kept = m_kept.take(series.lineage);
        const int stale = m_grid.columnOf(series.unchangedBefore);
        while (!kept.empty() && kept.back().column > stale)
            kept.pop_back();
        return kept;
    }

    const ColumnStarts &startsFor(const std::vector<double> &times, SampleSlice slice)
    {
        if (m_startsOf != &times) {
            m_starts = columnStarts(times, slice, m_grid);
            m_startsOf = &times;
        }
        return m_starts;
    }

    Shape shapeOf(const LineSamples &samples)
    {
        Shape shape;
        shape.samples = &samples;
        const ChartSeries &series = samples.series();
        const std::vector<double> &times = samples.times();
        const std::vector<double> &values = samples.values();
        shape.slice = sliceOf(times, m_grid);
        shape.standsOnZero = series.style.draw == DrawStyle::Bars || samples.isStacked();
        shape.dense = m_grid.columns > 0 && shape.slice.size() >= size_t(2 * m_grid.columns) && series.style.draw != DrawStyle::Points;
        if (shape.dense) {
            shape.pieces = piecesOf(times, values, startsFor(times, shape.slice), keptPieces(series, samples));
            for (const ColumnPiece &piece : shape.pieces) {
                if (piece.column < 0 || piece.column >= m_grid.columns)
                    continue;
                shape.extent.add(piece.low);
                shape.extent.add(piece.high);
            }
        } else {
            for (size_t at = shape.slice.from; at < shape.slice.to; ++at)
                if (std::isfinite(values[at]) && times[at] >= m_grid.start && times[at] <= m_grid.end)
                    shape.extent.add(values[at]);
        }
        return shape;
    }

    PlotLine lineOf(size_t at, const AxisScales &scales) const
    {
        const RasterJob::Line &line = m_job.lines[at];
        const Shape &shape = m_shapes[at];
        const SeriesStyle &style = line.series->style;
        const ValueScale &scale = scales[size_t(line.series->axis)];
        PlotLine result{line.series, QColor::fromRgb(line.color), line.dimmed, shape.dense, {}, {}, {}, {}, {}, 0, {}};
        result.zero = scale.logarithmic && !(scale.linear > 0) ? bottom() : std::clamp(yOf(0, scale), 0.0, bottom());
        if (style.gradient == GradientMode::Scheme)
            addScheme(result, scale);
        if (style.draw == DrawStyle::Points)
            addPoints(result, shape, scale);
        else if (shape.dense)
            addSpans(result, shape, scale);
        else if (style.draw == DrawStyle::Bars)
            addBars(result, shape, scale);
        else
            addRuns(result, shape, scale);
        return result;
    }

    void addScheme(PlotLine &line, const ValueScale &scale) const
    {
        const Heights heights(*this, scale);
        const std::vector<ColorStop> &stops = line.series->scheme;
        const auto place = [&](double value) { return std::clamp(heights(std::clamp(value, -hugest, hugest)) / m_job.size.height(), 0.0, 1.0); };
        for (size_t at = stops.size(); at-- > 0;) {
            // A hard edge is two colours at one place.
            if (!line.series->blended && at + 1 < stops.size())
                line.scheme.emplace_back(place(stops[at + 1].from), stops[at].color);
            line.scheme.emplace_back(place(stops[at].from), stops[at].color);
        }
    }

    void addRuns(PlotLine &line, const Shape &shape, const ValueScale &scale) const
    {
        const std::vector<double> &times = shape.samples->times();
        const std::vector<double> &values = shape.samples->values();
        const std::vector<double> &feet = shape.samples->feet();
        const SeriesStyle &style = line.series->style;
        const Heights heights(*this, scale);
        bool open = false;
        for (size_t at = shape.slice.from; at < shape.slice.to; ++at) {
            if (!std::isfinite(values[at])) {
                open = false;
                continue;
            }
            if (!open) {
                line.runs.emplace_back();
                line.runs.back().reserve(qsizetype(shape.slice.to - at));
                if (!feet.empty())
                    line.feet.emplace_back();
            }
            append(line.runs.back(), QPointF(xOf(times[at]), heights(values[at])), style.interpolation);
            if (!feet.empty())
                append(line.feet.back(), QPointF(xOf(times[at]), heights(feet[at])), style.interpolation);
            open = true;
        }
        const double room = shape.slice.size() > 1 ? double(m_job.size.width()) / double(shape.slice.size()) : m_job.size.width();
        const bool all = style.points == PointsShown::Always || (style.points == PointsShown::Auto && room > 2 * style.pointSize);
        for (const QPolygonF &run : line.runs)
            if (all && style.interpolation != LineInterpolation::StepAfter && style.interpolation != LineInterpolation::StepBefore)
                line.points.insert(line.points.end(), run.begin(), run.end());
            else if (all)
                for (qsizetype i = 0; i < run.size(); i += 2)
                    line.points.push_back(run[i]);
    }

    static void append(QPolygonF &run, QPointF point, LineInterpolation interpolation)
    {
        if (!run.isEmpty() && interpolation == LineInterpolation::StepAfter)
            run << QPointF(point.x(), run.last().y());
        else if (!run.isEmpty() && interpolation == LineInterpolation::StepBefore)
            run << QPointF(run.last().x(), point.y());
        run << point;
    }

    void addPoints(PlotLine &line, const Shape &shape, const ValueScale &scale) const
    {
        const std::vector<double> &times = shape.samples->times();
        const std::vector<double> &values = shape.samples->values();
        const bool many = shape.slice.size() > 2 * size_t(std::max(m_grid.columns, 1));
        const Heights heights(*this, scale);
        QSet<quint64> taken;
        for (size_t at = shape.slice.from; at < shape.slice.to && line.points.size() < pointCap; ++at) {
            if (!std::isfinite(values[at]))
                continue;
            QPointF point(xOf(times[at]), heights(values[at]));
            if (many) {
                // Dots that share a pixel are one.
                point = QPointF(std::floor(point.x()) + 0.5, std::floor(point.y()) + 0.5);
                const quint64 pixel = quint64(quint32(int(point.x()))) << 32 | quint32(int(point.y()));
                if (taken.contains(pixel))
                    continue;
                taken.insert(pixel);
            }
            line.points.push_back(point);
        }
    }

    void addBars(PlotLine &line, const Shape &shape, const ValueScale &scale) const
    {
        const std::vector<double> &times = shape.samples->times();
        const std::vector<double> &values = shape.samples->values();
        const std::vector<double> &feet = shape.samples->feet();
        const Heights heights(*this, scale);
        double room = m_job.size.width();
        for (size_t at = shape.slice.from + 1; at < shape.slice.to; ++at)
            if (times[at] > times[at - 1])
                room = std::min(room, xOf(times[at]) - xOf(times[at - 1]));
        const double width = std::clamp(room * line.series->style.barWidthFactor, 1.0, widestBar);
        const double shift = (line.series->style.barAlignment - 1) * width / 2;
        for (size_t at = shape.slice.from; at < shape.slice.to; ++at) {
            if (!std::isfinite(values[at]))
                continue;
            const double y = heights(values[at]);
            const double foot = feet.empty() ? line.zero : heights(feet[at]);
            line.bars.emplace_back(xOf(times[at]) + shift, std::min(y, foot), width, std::fabs(y - foot));
        }
    }

    void addSpans(PlotLine &line, const Shape &shape, const ValueScale &scale) const;

    const RasterJob &m_job;
    ColumnGrid m_grid;
    double m_perSecond; ///< device-independent pixels
    std::vector<LineSamples> m_samples;
    std::vector<Shape> m_shapes;
    QHash<quint64, std::vector<ColumnPiece>> m_kept;
    ColumnStarts m_starts;
    const std::vector<double> *m_startsOf = nullptr;
};

/// Collects what a line leaves in the columns it passes.
class SpanTrail
{
public:
    SpanTrail(std::vector<PlotSpan> &spans, int columns)
        : m_spans(spans)
        , m_columns(columns)
    {
    }
    ~SpanTrail() { leave(); }

    void enter(int column, double y)
    {
        leave();
        m_column = column;
        m_top = m_bottom = y;
    }
    void reach(double y)
    {
        m_top = std::min(m_top, y);
        m_bottom = std::max(m_bottom, y);
    }
    int column() const { return m_column; }

private:
    void leave()
    {
        if (m_column >= 0 && m_column < m_columns)
            m_spans.push_back({m_column, float(m_top), float(m_bottom), 0});
    }

    std::vector<PlotSpan> &m_spans;
    int m_columns;
    int m_column = -2;
    double m_top = 0;
    double m_bottom = 0;
};

void PlotBuilder::addSpans(PlotLine &line, const Shape &shape, const ValueScale &scale) const
{
    const double ratio = m_job.pixelRatio;
    const Heights heights(*this, scale);
    const LineInterpolation interpolation = line.series->style.interpolation;
    const bool bars = line.series->style.draw == DrawStyle::Bars;
    line.spans.reserve(size_t(m_grid.columns));
    SpanTrail trail(line.spans, m_grid.columns);
    double lastX = 0;
    double lastY = 0;
    for (const ColumnPiece &piece : shape.pieces) {
        const double x = xOf(piece.firstTime) * ratio;
        const double y = heights(piece.first) * ratio;
        if (!piece.joined || bars) {
            trail.enter(piece.column, y);
        } else {
            if (interpolation == LineInterpolation::StepBefore)
                trail.reach(y);
            for (int edge = trail.column() + 1; edge <= piece.column; ++edge) {
                double there = interpolation == LineInterpolation::StepBefore ? y : lastY;
                if (interpolation == LineInterpolation::Linear || interpolation == LineInterpolation::Smooth)
                    there = lastY + (y - lastY) * std::clamp((edge - lastX) / std::max(x - lastX, 1e-12), 0.0, 1.0);
                trail.reach(there);
                trail.enter(edge, there);
            }
            trail.reach(y);
        }
        trail.reach(heights(piece.low) * ratio);
        trail.reach(heights(piece.high) * ratio);
        lastX = xOf(piece.lastTime) * ratio;
        lastY = heights(piece.last) * ratio;
    }
}

} // namespace

double PlotLine::fillOpacity() const
{
    if (series->style.fillOpacity > 0)
        return std::min(series->style.fillOpacity, 1.0);
    return series->fill || !series->style.fillBelowTo.isEmpty() ? double(areaOpacity) : 0;
}

quint64 Plot::fingerprint() const
{
    Fingerprint print;
    print.add(size.width() * 65'536.0 + size.height());
    print.add(pixelRatio);
    for (const PlotLine &line : lines) {
        const SeriesStyle &style = line.series->style;
        print.add(double(line.color.rgba()));
        print.add(double(line.dimmed + 2 * line.dense + 4 * line.series->dashed + 8 * (line.series->back.count() != 0)) + 16 * int(style.draw)
                  + 64 * int(style.interpolation) + 256 * int(style.gradient));
        print.add(style.lineWidth);
        print.add(line.fillOpacity());
        print.add(style.pointSize);
        print.add(line.zero);
        print.add(style.dashes.data(), style.dashes.size() * sizeof(double));
        for (const auto *polygons : {&line.runs, &line.feet})
            for (const QPolygonF &run : *polygons)
                print.add(run.constData(), size_t(run.size()) * sizeof(QPointF));
        for (const auto &[place, color] : line.scheme) {
            print.add(place);
            print.add(double(color.rgba()));
        }
        print.add(line.spans.data(), line.spans.size() * sizeof(PlotSpan));
        print.add(line.points.data(), line.points.size() * sizeof(QPointF));
        print.add(line.bars.data(), line.bars.size() * sizeof(QRectF));
    }
    return print.value();
}

Plot plotOf(const RasterJob &job)
{
    return PlotBuilder(job).plot();
}

AxisScales scalesFor(const RasterJob &job)
{
    return PlotBuilder(job).scales();
}

} // namespace Watchfloor
