#pragma once

#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/plot.h"
#include "widgets/charts/plotpainter.h"
#include "widgets/charts/seriesraster.h"
#include "widgets/charts/seriesshape.h"

#include <QImage>

#include <random>

namespace Watchfloor::Testing {

inline constexpr double rangeStart = 1'795'000'000;
inline constexpr double rangeLength = 3600;

struct Shape
{
    int samples = 4'000;
    double gaps = 0;         ///< share of samples that are NaN
    double infinities = 0;
    bool irregular = false;  ///< times in bursts with holes between
    bool beyond = true;      ///< samples outside of the range, too
};

inline Series randomSeries(const Shape &shape, std::mt19937 &random)
{
    std::uniform_real_distribution<double> unit(0, 1);
    auto times = std::make_shared<std::vector<double>>();
    Series series;
    const double from = shape.beyond ? rangeStart - 200 : rangeStart;
    const double length = shape.beyond ? rangeLength + 400 : rangeLength;
    double time = from;
    double level = 50;
    for (int at = 0; at < shape.samples; ++at) {
        const double even = length / shape.samples;
        time += shape.irregular ? (unit(random) < 0.01 ? 60 * unit(random) : even * 0.8 * unit(random) + 1e-3) : even;
        times->push_back(time);
        level += 6 * (unit(random) - 0.5);
        double value = level + (unit(random) < 0.02 ? 80 * (unit(random) - 0.5) : 0);
        if (unit(random) < shape.gaps)
            value = noSample;
        else if (unit(random) < shape.infinities)
            value = std::numeric_limits<double>::infinity();
        series.values.push_back(value);
    }
    series.times = times;
    return series;
}

inline RasterJob jobFor(std::vector<ChartSeries> lines, QSize size, double ratio = 1)
{
    RasterJob job;
    job.range = {fromEpochSeconds(rangeStart), fromEpochSeconds(rangeStart + rangeLength)};
    job.size = size;
    job.inset = 1;
    job.pixelRatio = ratio;
    int hue = 0;
    for (ChartSeries &line : lines)
        job.lines.push_back({std::make_shared<const ChartSeries>(std::move(line)), QColor::fromHsv(hue++ * 67 % 360, 200, 230).rgb(), false});
    return job;
}

/// The rule of dense lines, followed sample by sample without any decimation: in each pixel column the line's own reach, taken
/// from every segment's part in it.
class SlowReference
{
public:
    SlowReference(const RasterJob &job, const ValueScale &scale)
        : m_job(job)
        , m_scale(scale)
        , m_columns(int(std::ceil(job.size.width() * job.pixelRatio)))
    {
    }

    struct Reach
    {
        float top = 1e9f;
        float bottom = -1e9f;
        bool any() const { return top <= bottom; }
        void add(double y)
        {
            top = std::min(top, float(y));
            bottom = std::max(bottom, float(y));
        }
    };

    /// Each run between gaps has columns of its own.
    std::vector<std::vector<Reach>> runs(const std::vector<double> &times, const std::vector<double> &values, LineInterpolation interpolation) const
    {
        std::vector<std::vector<Reach>> result;
        bool open = false;
        for (size_t at = 0; at < times.size(); ++at) {
            if (!std::isfinite(values[at])) {
                open = false;
                continue;
            }
            if (!open)
                result.emplace_back(size_t(m_columns));
            const double x = xOf(times[at]);
            const double y = yOf(values[at]);
            const int column = columnOf(times[at]);
            touch(result.back(), column, y);
            if (open)
                segment(result.back(), columnOf(times[at - 1]), xOf(times[at - 1]), yOf(values[at - 1]), column, x, y, interpolation);
            open = true;
        }
        return result;
    }

    static QImage painted(const std::vector<std::vector<Reach>> &runs, const QImage &like, QRgb color, double width)
    {
        QImage image(like.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        for (const auto &run : runs)
            for (int x = 0; x < int(run.size()); ++x)
                for (int y = 0; run[size_t(x)].any() && y < image.height(); ++y) {
                    const double top = double(run[size_t(x)].top) - width / 2;
                    const double bottom = double(run[size_t(x)].bottom) + width / 2;
                    const double covered = std::min(bottom, y + 1.0) - std::max(top, double(y));
                    if (covered > 0)
                        blend(image, x, y, color, int(covered * 255 + 0.5));
                }
        return image;
    }

private:
    static void blend(QImage &image, int x, int y, QRgb color, int coverage)
    {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const QRgb below = line[x];
        const auto weigh = [coverage](int channel) { return (channel * coverage + 127) / 255; };
        const int alpha = weigh(qAlpha(color));
        const auto over = [&](int top, int bottom) { return weigh(top) + (bottom * (255 - alpha) + 127) / 255; };
        line[x] = qRgba(over(qRed(color), qRed(below)), over(qGreen(color), qGreen(below)), over(qBlue(color), qBlue(below)),
                        alpha + (qAlpha(below) * (255 - alpha) + 127) / 255);
    }
    double xOf(double time) const { return (time - rangeStart) * (m_job.size.width() / rangeLength) * m_job.pixelRatio; }
    double yOf(double value) const
    {
        const double room = m_job.size.height() - 2 * m_job.inset;
        const double y = m_job.size.height() - m_job.inset - (m_scale.position(value) - m_scale.minimum) * (room / (m_scale.maximum - m_scale.minimum));
        return std::clamp(y, -4.0 * m_job.size.height(), 5.0 * m_job.size.height()) * m_job.pixelRatio;
    }
    int columnOf(double time) const
    {
        if (time < rangeStart)
            return -1;
        if (time > rangeStart + rangeLength)
            return m_columns;
        return std::min(int((time - rangeStart) * (m_columns / rangeLength)), m_columns - 1);
    }
    void touch(std::vector<Reach> &run, int column, double y) const
    {
        if (column >= 0 && column < m_columns)
            run[size_t(column)].add(y);
    }
    void segment(std::vector<Reach> &run, int fromColumn, double fromX, double fromY, int toColumn, double toX, double toY,
                 LineInterpolation interpolation) const
    {
        if (interpolation == LineInterpolation::StepBefore)
            touch(run, fromColumn, toY);
        for (int edge = fromColumn + 1; edge <= toColumn; ++edge) {
            double y = fromY + (toY - fromY) * std::clamp((edge - fromX) / std::max(toX - fromX, 1e-12), 0.0, 1.0);
            if (interpolation == LineInterpolation::StepBefore)
                y = toY;
            if (interpolation == LineInterpolation::StepAfter)
                y = fromY;
            touch(run, edge - 1, y);
            touch(run, edge, y);
        }
    }

    const RasterJob &m_job;
    const ValueScale &m_scale;
    int m_columns;
};

inline double ink(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y));
    return sum / 255;
}

} // namespace Watchfloor::Testing
