#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/linesamples.h"
#include "widgets/charts/plot.h"
#include "widgets/charts/plotpainter.h"
#include "widgets/charts/seriesraster.h"
#include "widgets/charts/seriesshape.h"
#include "widgets/charts/spanline.h"

#include <QPainter>
#include <QTest>

#include <random>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

constexpr double rangeStart = 1'795'000'000;
constexpr double rangeLength = 3600;

struct Shape
{
    int samples = 4'000;
    double gaps = 0;         ///< share of samples that are NaN
    double infinities = 0;
    bool irregular = false;  ///< times in bursts with holes between
    bool beyond = true;      ///< samples outside of the range, too
};

Series randomSeries(const Shape &shape, std::mt19937 &random)
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

RasterJob jobFor(std::vector<ChartSeries> lines, QSize size, double ratio = 1)
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

/// The most ink at or beside a pixel.
int most(const QImage &image, int x, int y)
{
    int alpha = 0;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            alpha = std::max(alpha, qAlpha(image.pixel(x + dx, y + dy)));
    return alpha;
}

double ink(const QImage &image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y));
    return sum / 255;
}

} // namespace

/// What is drawn of many samples is what all of them would have left.
class TestPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void denseLinesAreExact_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<double>("gaps");
        QTest::addColumn<double>("infinities");
        QTest::addColumn<bool>("irregular");
        QTest::addColumn<int>("interpolation");
        QTest::addColumn<int>("axis");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<double>("lineWidth");
        const auto row = [](const char *name, int samples, double gaps, double infinities, bool irregular, LineInterpolation interpolation, AxisKind axis,
                            double ratio, double width) {
            QTest::newRow(name) << samples << gaps << infinities << irregular << int(interpolation) << int(axis) << ratio << width;
        };
        using enum LineInterpolation;
        row("even", 4'000, 0, 0, false, Linear, AxisKind::Linear, 1, 1.5);
        row("just dense", 700, 0, 0, false, Linear, AxisKind::Linear, 1, 1.5);
        row("very dense", 60'000, 0, 0, false, Linear, AxisKind::Linear, 1, 1.5);
        row("gaps", 4'000, 0.05, 0, false, Linear, AxisKind::Linear, 1, 1.5);
        row("mostly gaps", 4'000, 0.7, 0, false, Linear, AxisKind::Linear, 1, 1.5);
        row("infinities", 4'000, 0.01, 0.02, false, Linear, AxisKind::Linear, 1, 1.5);
        row("bursts and holes", 4'000, 0, 0, true, Linear, AxisKind::Linear, 1, 1.5);
        row("bursts with gaps", 9'000, 0.02, 0, true, Linear, AxisKind::Linear, 1, 1.5);
        row("thick", 4'000, 0, 0, false, Linear, AxisKind::Linear, 1, 5);
        row("fine pixels", 8'000, 0.01, 0, true, Linear, AxisKind::Linear, 2, 1.5);
        row("odd pixels", 8'000, 0.01, 0, true, Linear, AxisKind::Linear, 1.25, 1.5);
        row("step after", 4'000, 0.01, 0, true, StepAfter, AxisKind::Linear, 1, 1.5);
        row("step before", 4'000, 0.01, 0, true, StepBefore, AxisKind::Linear, 1, 1.5);
        row("logarithmic", 4'000, 0.01, 0, false, Linear, AxisKind::Logarithmic, 1, 1.5);
        row("symmetric logarithmic", 4'000, 0.01, 0, true, Linear, AxisKind::Symlog, 1, 1.5);
        row("step, logarithmic", 4'000, 0.01, 0, true, StepAfter, AxisKind::Logarithmic, 1, 1.5);
    }
    void denseLinesAreExact()
    {
        QFETCH(int, samples);
        QFETCH(double, gaps);
        QFETCH(double, infinities);
        QFETCH(bool, irregular);
        QFETCH(int, interpolation);
        QFETCH(int, axis);
        QFETCH(double, ratio);
        QFETCH(double, lineWidth);
        std::mt19937 random(20261121);
        for (int round = 0; round < 12; ++round) {
            ChartSeries line;
            line.series = randomSeries({samples, gaps, infinities, irregular, round % 2 == 0}, random);
            line.style.interpolation = LineInterpolation(interpolation);
            line.style.lineWidth = lineWidth;
            RasterJob job = jobFor({line}, QSize(200 + round * 7, 90), ratio);
            job.scales[0].kind = AxisKind(axis);
            const Raster raster = rasterised(job);
            QVERIFY(plotOf(job).lines.front().dense);
            const SlowReference reference(job, raster.scales[0]);
            const auto runs = reference.runs(*line.series.times, line.series.values, line.style.interpolation);
            const QImage slow = SlowReference::painted(runs, raster.image, job.lines.front().color, std::max(lineWidth * ratio, 1.0));
            QImage own = raster.image;
            own.setDevicePixelRatio(1);
            QVERIFY(ink(own) > 100);
            QVERIFY2(own == slow, qPrintable(QStringLiteral("round %1").arg(round)));
        }
    }

    /// The rule itself leaves what an antialiased polyline through all samples leaves.
    void denseLinesLookLikePolylines()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 6; ++round) {
            ChartSeries line;
            line.series = randomSeries({3'000 + 2'000 * round, 0, 0, false, true}, random);
            line.style.lineWidth = 1;
            const RasterJob job = jobFor({line}, QSize(260, 120));
            const Raster raster = rasterised(job);
            QImage reference(raster.image.size(), QImage::Format_ARGB32_Premultiplied);
            reference.fill(Qt::transparent);
            QPolygonF all;
            for (size_t at = 0; at < line.series.size(); ++at)
                all << QPointF(((*line.series.times)[at] - rangeStart) * 260 / rangeLength,
                               119 - (line.series.values[at] - raster.scales[0].minimum) * 118 / (raster.scales[0].maximum - raster.scales[0].minimum));
            QPainter painter(&reference);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(QColor(job.lines.front().color), 1));
            painter.drawPolyline(all);
            painter.end();
            // No ink where the line is not, none missing where it is; both within a pixel.
            for (int y = 1; y < 119; ++y) {
                for (int x = 1; x < 259; ++x) {
                    if (qAlpha(raster.image.pixel(x, y)) > 25)
                        QVERIFY2(most(reference, x, y) > 10, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                    if (qAlpha(reference.pixel(x, y)) > 190)
                        QVERIFY2(most(raster.image, x, y) > 127, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                }
            }
        }
    }

    void spansOutsideOfTheImageDoNotHarm()
    {
        QImage image(20, 10, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        const float infinity = std::numeric_limits<float>::infinity();
        const float nothing = std::numeric_limits<float>::quiet_NaN();
        const std::vector<PlotSpan> spans{{-1, 2, 5, 9},       {20, 2, 5, 9},  {3, nothing, 5, 9}, {4, 2, nothing, 9},   {5, nothing, nothing, nothing},
                                          {6, -infinity, -50, 9}, {7, 60, infinity, 90}, {8, 5, 2, 9},       {9, -1e30f, 1e30f, 1e30f}};
        SpanCanvas canvas(image);
        canvas.fill(spans, {qRgb(255, 0, 0)}, true);
        canvas.stroke(spans, {qRgb(255, 0, 0)}, 2);
        canvas.fill(spans, std::vector<QRgb>(3, qRgb(0, 255, 0)), false); // fewer rows than the image has: one colour
        QCOMPARE(qAlpha(image.pixel(0, 3)), 0);
        QCOMPARE(qAlpha(image.pixel(19, 3)), 0);
        QCOMPARE(qAlpha(image.pixel(9, 0)), 255);
        QCOMPARE(qAlpha(image.pixel(9, 9)), 255);
    }

    /// With room for every sample nothing is left out: the polyline through all of them.
    void sparseLinesAreThePolyline()
    {
        std::mt19937 random(3);
        for (const int samples : {2, 17, 150, 390}) {
            ChartSeries line;
            line.series = randomSeries({samples, 0, 0, false, false}, random);
            line.style.lineWidth = 1;
            const RasterJob job = jobFor({line}, QSize(200, 90));
            const Raster raster = rasterised(job);
            QImage reference(raster.image.size(), QImage::Format_ARGB32_Premultiplied);
            reference.fill(Qt::transparent);
            QPolygonF all;
            for (size_t at = 0; at < line.series.size(); ++at)
                all << QPointF(((*line.series.times)[at] - rangeStart) * (200 / rangeLength),
                               89 - (line.series.values[at] - raster.scales[0].minimum) * (88 / (raster.scales[0].maximum - raster.scales[0].minimum)));
            QPainter painter(&reference);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(QColor(job.lines.front().color), 0));
            painter.drawPolyline(all);
            painter.end();
            QCOMPARE(raster.image, reference);
        }
    }

    void piecesHoldTheExtremesOfTheirColumns()
    {
        std::mt19937 random(11);
        for (int round = 0; round < 40; ++round) {
            const Series series = randomSeries({300 + 97 * round, round % 4 * 0.02, round % 3 * 0.01, round % 2 == 1, true}, random);
            const ColumnGrid grid{rangeStart, rangeStart + rangeLength, 50 + round};
            const SampleSlice slice = sliceOf(*series.times, grid);
            const auto pieces = piecesOf(*series.times, series.values, columnStarts(*series.times, slice, grid));
            size_t at = 0;
            bool open = false;
            for (size_t sample = slice.from; sample < slice.to;) {
                if (!std::isfinite(series.values[sample])) {
                    open = false;
                    ++sample;
                    continue;
                }
                ColumnPiece expected{grid.columnOf((*series.times)[sample]), open, (*series.times)[sample], series.values[sample], 1e300, -1e300, 0, 0};
                for (; sample < slice.to && std::isfinite(series.values[sample]) && grid.columnOf((*series.times)[sample]) == expected.column; ++sample) {
                    expected.low = std::min(expected.low, series.values[sample]);
                    expected.high = std::max(expected.high, series.values[sample]);
                    expected.lastTime = (*series.times)[sample];
                    expected.last = series.values[sample];
                }
                open = true;
                QVERIFY(at < pieces.size());
                QVERIFY2(pieces[at] == expected, qPrintable(QStringLiteral("round %1 piece %2").arg(round).arg(at)));
                ++at;
            }
            QCOMPARE(pieces.size(), at);
        }
    }

    /// Samples that only came after the old ones cost the columns they fall into, and change nothing else.
    void aKeptStartGivesTheSamePieces()
    {
        std::mt19937 random(5);
        for (int round = 0; round < 30; ++round) {
            Series series = randomSeries({5'000, 0.01 * (round % 3), 0, round % 2 == 1, true}, random);
            const ColumnGrid grid{rangeStart, rangeStart + rangeLength, 120};
            const auto before = std::make_shared<std::vector<double>>(series.times->begin(), series.times->end() - 50 - round * 60);
            const std::vector<double> old(series.values.begin(), series.values.begin() + std::ptrdiff_t(before->size()));
            auto kept = piecesOf(*before, old, columnStarts(*before, sliceOf(*before, grid), grid));
            const auto starts = columnStarts(*series.times, sliceOf(*series.times, grid), grid);
            QCOMPARE(piecesOf(*series.times, series.values, starts, std::move(kept)), piecesOf(*series.times, series.values, starts));
        }
    }

    void aPromisedStartIsNotReadAgain()
    {
        std::mt19937 random(5);
        ChartSeries line;
        line.series = randomSeries({5'000, 0, 0, false, false}, random);
        line.lineage = 7;
        const double end = line.series.times->back();
        RasterJob job = jobFor({line}, QSize(200, 90));
        job.cache = std::make_shared<ColumnCache>();
        const Raster first = rasterised(job);
        QCOMPARE(job.cache->pieces.size(), 1);
        // A broken promise shows that the cache is used: what lies before it stays as it was.
        line.series.values[1'000] = 1e6;
        line.unchangedBefore = end;
        RasterJob next = jobFor({line}, QSize(200, 90));
        next.cache = job.cache;
        QCOMPARE(rasterised(next).image, first.image);
        line.unchangedBefore = 0;
        next = jobFor({line}, QSize(200, 90));
        next.cache = job.cache;
        QVERIFY(rasterised(next).image != first.image);
    }

    void theSamePictureIsNotDrawnTwice()
    {
        std::mt19937 random(5);
        ChartSeries line;
        line.series = randomSeries({5'000, 0, 0, false, true}, random);
        RasterJob job = jobFor({line}, QSize(200, 90));
        const Raster first = rasterised(job);
        QVERIFY(!first.unchanged && !first.image.isNull());
        job.shown = first.fingerprint;
        QVERIFY(rasterised(job).unchanged);
        // Between the extremes of one column a value makes no difference; beyond them it does.
        const auto pieces = plotOf(job).lines.front().spans;
        line.series.values[2'500] = (line.series.values[2'499] + line.series.values[2'501]) / 2;
        RasterJob other = jobFor({line}, QSize(200, 90));
        other.shown = first.fingerprint;
        line.series.values[2'500] = line.series.values[2'499] + 500;
        RasterJob peak = jobFor({line}, QSize(200, 90));
        peak.shown = first.fingerprint;
        QVERIFY(!rasterised(peak).unchanged);
        other.pixelRatio = 2;
        QVERIFY(!rasterised(other).unchanged);
    }

    void stacksLieOnEachOther_data()
    {
        QTest::addColumn<bool>("percent");
        QTest::addColumn<bool>("sameGrid");
        QTest::newRow("values") << false << true;
        QTest::newRow("shares") << true << true;
        QTest::newRow("values on grids of their own") << false << false;
        QTest::newRow("shares on grids of their own") << true << false;
    }
    void stacksLieOnEachOther()
    {
        QFETCH(bool, percent);
        QFETCH(bool, sameGrid);
        std::vector<LineSamples> lines;
        for (int at = 0; at < 3; ++at) {
            auto line = std::make_shared<ChartSeries>();
            auto times = std::make_shared<std::vector<double>>();
            for (int i = 0; i <= (sameGrid ? 10 : 10 * (at + 1)); ++i) {
                times->push_back(100.0 * i / (sameGrid ? 10 : 10 * (at + 1)));
                line->series.values.push_back(at + 1.0);
            }
            line->series.times = times;
            line->style.stack = percent ? StackMode::Percent : StackMode::Normal;
            lines.emplace_back(line);
        }
        pileUp(lines);
        const double whole = percent ? 6 : 1;
        const std::array<double, 3> tops{1, 3, 6};
        for (size_t at = 0; at < 3; ++at) {
            for (size_t i = 0; i < lines[at].values().size(); ++i) {
                QVERIFY(std::fabs(lines[at].values()[i] - tops[at] / whole) < 1e-12);
                QVERIFY(std::fabs(lines[at].feet()[i] - (at == 0 ? 0 : tops[at - 1]) / whole) < 1e-12);
            }
            QCOMPARE(lines[at].beneath(), int(at) - 1);
        }
    }

    void stackedDenseLinesAreTheSumsDrawn()
    {
        std::mt19937 random(9);
        std::vector<ChartSeries> lines(3);
        std::vector<double> sums;
        for (ChartSeries &line : lines) {
            line.series = randomSeries({4'000, 0, 0, false, true}, random);
            line.series.times = lines.front().series.times;
            for (double &value : line.series.values)
                value = std::fabs(value);
            line.style.stack = StackMode::Normal;
            sums.resize(line.series.size());
            for (size_t at = 0; at < sums.size(); ++at)
                sums[at] += line.series.values[at];
        }
        const RasterJob job = jobFor(lines, QSize(220, 90));
        const Plot plot = plotOf(job);
        QVERIFY(plot.scales[0].minimum == 0);
        const SlowReference reference(job, plot.scales[0]);
        const auto runs = reference.runs(*lines.front().series.times, sums, LineInterpolation::Linear);
        for (const PlotSpan &span : plot.lines.back().spans) {
            QCOMPARE(span.top, runs.front()[size_t(span.column)].top);
            QCOMPARE(span.bottom, runs.front()[size_t(span.column)].bottom);
        }
        for (const PlotSpan &span : plot.lines.back().spans)
            QVERIFY(span.foot > span.top);
    }

    void stacksGrowBothWays()
    {
        std::vector<LineSamples> lines;
        for (const double value : {2.0, -1.0, 3.0, -4.0}) {
            auto line = std::make_shared<ChartSeries>();
            line->series.times = std::make_shared<std::vector<double>>(std::vector<double>{1, 2});
            line->series.values = {value, value};
            line->style.stack = StackMode::Normal;
            lines.emplace_back(line);
        }
        pileUp(lines);
        QCOMPARE(lines[2].values().front(), 5.0);
        QCOMPARE(lines[3].values().front(), -5.0);
        QCOMPARE(lines[3].beneath(), 1);
    }

    void gapsAreSpannedWhereThatIsWished_data()
    {
        QTest::addColumn<double>("threshold"); // milliseconds; below 0: never
        QTest::addColumn<int>("runs");
        QTest::newRow("never") << -1.0 << 3;
        QTest::newRow("the short one") << 45'000.0 << 2;
        QTest::newRow("always") << std::numeric_limits<double>::infinity() << 1;
    }
    void gapsAreSpannedWhereThatIsWished()
    {
        QFETCH(double, threshold);
        ChartSeries line;
        auto times = std::make_shared<std::vector<double>>();
        for (int at = 0; at < 60; ++at) {
            times->push_back(rangeStart + at * 15);
            const bool gap = at == 10 || (at > 30 && at < 40);
            line.series.values.push_back(gap ? noSample : at);
        }
        line.series.times = times;
        if (threshold >= 0)
            line.style.spanGapsBelow = threshold;
        QTEST(int(plotOf(jobFor({line}, QSize(400, 100))).lines.front().runs.size()), "runs");
    }

    void mirroredLinesGoDown()
    {
        ChartSeries line;
        line.series = randomSeries({50, 0, 0, false, false}, *std::make_unique<std::mt19937>(2));
        line.style.negativeY = true;
        const AxisScales scales = scalesFor(jobFor({line}, QSize(200, 90)));
        QVERIFY(scales[0].minimum < -40 && scales[0].maximum <= 0);
    }

    void eachAxisHasItsOwnScale()
    {
        std::mt19937 random(2);
        std::vector<ChartSeries> lines(2);
        for (ChartSeries &line : lines)
            line.series = randomSeries({50, 0, 0, false, false}, random);
        for (double &value : lines[1].series.values)
            value *= 1'000;
        lines[1].axis = AxisSide::Right;
        const AxisScales scales = scalesFor(jobFor(lines, QSize(200, 90)));
        QVERIFY(scales[0].maximum < 200);
        QVERIFY(scales[1].maximum > 20'000);
    }

    void anAreaReachesTheLineItIsFilledTo()
    {
        std::vector<ChartSeries> lines(2);
        for (size_t at = 0; at < 2; ++at) {
            lines[at].name = at == 0 ? u"p95"_qs : u"p50"_qs;
            auto times = std::make_shared<std::vector<double>>();
            for (int i = 0; i <= 100; ++i) {
                times->push_back(rangeStart + i * 36);
                lines[at].series.values.push_back(at == 0 ? 8 : 4);
            }
            lines[at].series.times = times;
        }
        lines[0].style.fillBelowTo = u"p50"_qs;
        lines[0].style.fillOpacity = 1;
        RasterJob job = jobFor(lines, QSize(200, 102));
        job.scales[0].lowest = 0;
        job.scales[0].highest = 10;
        const QImage image = rasterised(job).image;
        QCOMPARE(qAlpha(image.pixel(100, 40)), 255); // between 8 and 4
        QCOMPARE(qAlpha(image.pixel(100, 80)), 0);   // below 4
        QCOMPARE(qAlpha(image.pixel(100, 10)), 0);   // above 8
    }

    void barsStandOnZero()
    {
        ChartSeries line;
        auto times = std::make_shared<std::vector<double>>();
        for (int i = 0; i < 10; ++i) {
            times->push_back(rangeStart + 180 + i * 360);
            line.series.values.push_back(i % 2 ? -5 : 5);
        }
        line.series.times = times;
        line.style.draw = DrawStyle::Bars;
        line.style.fillOpacity = 1;
        RasterJob job = jobFor({line}, QSize(200, 102));
        job.scales[0].lowest = -10;
        job.scales[0].highest = 10;
        const QImage image = rasterised(job).image;
        QCOMPARE(qAlpha(image.pixel(10, 40)), 255); // the first goes up
        QCOMPARE(qAlpha(image.pixel(10, 60)), 0);
        QCOMPARE(qAlpha(image.pixel(30, 40)), 0); // the second down
        QCOMPARE(qAlpha(image.pixel(30, 60)), 255);
        QCOMPARE(qAlpha(image.pixel(20, 50)), 0); // between them is room
    }
};

WATCHFLOOR_TEST(TestPlot)
#include "tst_plot.moc"
