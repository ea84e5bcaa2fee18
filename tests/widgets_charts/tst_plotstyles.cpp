#include "tests/support/testregistry.h"
#include "tests/widgets_charts/plotdata.h"
#include "widgets/charts/linesamples.h"

#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// Lines in their styles: stacked, spanned, mirrored, filled, on two axes and as bars.
class TestPlotStyles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

WATCHFLOOR_TEST(TestPlotStyles)
#include "tst_plotstyles.moc"
