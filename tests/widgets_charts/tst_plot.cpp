#include "tests/support/testregistry.h"
#include "tests/widgets_charts/plotdata.h"
#include "widgets/charts/linesamples.h"
#include "widgets/charts/spanline.h"

#include <QPainter>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

/// The most ink at or beside a pixel.
int most(const QImage &image, int x, int y)
{
    int alpha = 0;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx)
            alpha = std::max(alpha, qAlpha(image.pixel(x + dx, y + dy)));
    return alpha;
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
};

WATCHFLOOR_TEST(TestPlot)
#include "tst_plot.moc"
