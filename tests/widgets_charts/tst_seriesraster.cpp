#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/rasterworker.h"
#include "widgets/charts/seriesraster.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QValueAxis>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

constexpr QSize plotSize(400, 200);

RasterJob jobOf(const Series &series, const ValueScale &scale)
{
    RasterJob job;
    auto line = std::make_shared<ChartSeries>();
    line->series = series;
    job.lines.push_back({line, qRgb(255, 255, 255), false});
    job.range = lastHour();
    job.scales[0].lowest = scale.minimum;
    job.scales[0].highest = scale.maximum;
    job.size = plotSize;
    return job;
}

/// The same line drawn by Qt Charts itself in a plot of the same size.
QImage drawnByQtCharts(const Series &series, const ValueScale &scale)
{
    QGraphicsScene scene;
    auto *chart = new QChart;
    scene.addItem(chart);
    chart->setBackgroundVisible(false);
    chart->legend()->hide();
    chart->setMargins({});
    auto *line = new QLineSeries;
    for (size_t at = 0; at < series.size(); ++at)
        line->append((*series.times)[at], series.values[at]);
    line->setPen(QPen(Qt::white, 1));
    chart->addSeries(line);
    auto *x = new QValueAxis;
    auto *y = new QValueAxis;
    chart->addAxis(x, Qt::AlignBottom);
    chart->addAxis(y, Qt::AlignLeft);
    for (QValueAxis *axis : {x, y}) {
        line->attachAxis(axis);
        axis->setVisible(false);
    }
    x->setRange(toEpochSeconds(lastHour().start), toEpochSeconds(lastHour().end));
    y->setRange(scale.minimum, scale.maximum);
    const QRectF plot(20, 20, plotSize.width(), plotSize.height());
    chart->setGeometry(0, 0, plotSize.width() + 40, plotSize.height() + 40);
    chart->setPlotArea(plot);
    chart->layout()->activate();
    QImage image(plotSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(QPointF(), QSizeF(plotSize)), plot);
    return image;
}

/// Middle of the ink of a column; -1 where there is none.
double inkCentre(const QImage &image, int x)
{
    double sum = 0;
    double weight = 0;
    for (int y = 0; y < image.height(); ++y) {
        const int alpha = qAlpha(image.pixel(x, y));
        sum += alpha * (y + 0.5);
        weight += alpha;
    }
    return weight > 40 ? sum / weight : -1;
}

int inkedColumns(const QImage &image)
{
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += inkCentre(image, x) >= 0;
    return count;
}

} // namespace

class TestSeriesRaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownLinesLieWhereQtChartsPutsThem_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("samples");
        QTest::newRow("ramp") << 0 << 60;
        QTest::newRow("wave") << 1 << 120;
        QTest::newRow("step") << 2 << 60;
        QTest::newRow("many samples") << 1 << 3600;
    }
    void ownLinesLieWhereQtChartsPutsThem()
    {
        QFETCH(int, shape);
        QFETCH(int, samples);
        const Series series = seriesOf(
            u"payment"_qs,
            [shape](double share) {
                if (shape == 0)
                    return 1 + 8 * share;
                return shape == 1 ? 5 + 3 * std::sin(share * 9) : share < 0.5 ? 2.0 : 8.0;
            },
            samples);
        const ValueScale scale{0, 10, 2.5};
        const QImage own = rasterised(jobOf(series, scale)).image;
        const QImage theirs = drawnByQtCharts(series, scale);
        int compared = 0;
        for (int x = 2; x < plotSize.width() - 2; ++x) {
            const double a = inkCentre(own, x);
            const double b = inkCentre(theirs, x);
            QVERIFY2(a >= 0 && b >= 0, qPrintable(QStringLiteral("column %1: %2 %3").arg(x).arg(a).arg(b)));
            // Where the line is steep a column's middle says little.
            if (shape == 2 && std::abs(x - plotSize.width() / 2) < 6)
                continue;
            QVERIFY2(std::fabs(a - b) <= 1.0, qPrintable(QStringLiteral("column %1: %2 %3").arg(x).arg(a).arg(b)));
            ++compared;
        }
        QVERIFY(compared > 350);
    }

    void aGapIsAGap()
    {
        const Series series = seriesOf(u"a"_qs, [](double share) { return share > 0.4 && share < 0.6 ? noSample : 5.0; });
        const QImage image = rasterised(jobOf(series, {0, 10, 2})).image;
        for (int x = 170; x < 230; ++x)
            QCOMPARE(inkCentre(image, x), -1.0);
        QVERIFY(inkCentre(image, 100) > 0);
        QVERIFY(inkCentre(image, 300) > 0);
    }

    void aSingleSampleIsADot()
    {
        const Series series = seriesOf(u"a"_qs, [](double share) { return std::fabs(share - 0.5) < 0.003 ? 5.0 : noSample; }, 239);
        const int columns = inkedColumns(rasterised(jobOf(series, {0, 10, 2})).image);
        QVERIFY2(columns >= 2 && columns <= 6, qPrintable(QString::number(columns)));
    }

    void aPeakOfOneSampleIsSeenAmongMany()
    {
        const Series series = seriesOf(u"a"_qs, [](double share) { return std::fabs(share - 0.5) < 2e-5 ? 9.5 : 1.0; }, 30'001);
        const QImage image = rasterised(jobOf(series, {0, 10, 2})).image;
        int highest = plotSize.height();
        for (int x = 195; x < 205; ++x)
            for (int y = 0; y < plotSize.height(); ++y)
                if (qAlpha(image.pixel(x, y)) > 60)
                    highest = std::min(highest, y);
        QVERIFY2(highest <= 12, qPrintable(QString::number(highest)));
    }

    void absurdValuesDoNotHarm_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity();
        QTest::newRow("huge") << 1e300;
        QTest::newRow("huge negative") << -1e300;
        QTest::newRow("NaN") << noSample;
    }
    void absurdValuesDoNotHarm()
    {
        QFETCH(double, value);
        const Series series = seriesOf(u"a"_qs, [value](double share) { return share > 0.5 ? value : 5.0; });
        const QImage image = rasterised(jobOf(series, {0, 10, 2})).image;
        QCOMPARE(image.size(), plotSize);
        QVERIFY(inkCentre(image, 50) > 0);
    }

    /// Whoever breaks the promises of a series gets some picture, never a crash.
    void brokenSeriesDoNotHarm_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("samples");
        for (const int samples : {50, 5'000}) {
            const QByteArray many = QByteArray::number(samples);
            QTest::newRow("fewer values than times, " + many) << 0 << samples;
            QTest::newRow("more values than times, " + many) << 1 << samples;
            QTest::newRow("times backwards, " + many) << 2 << samples;
            QTest::newRow("times shuffled, " + many) << 3 << samples;
            QTest::newRow("the same time again, " + many) << 4 << samples;
            QTest::newRow("both ends of all numbers, " + many) << 5 << samples;
            QTest::newRow("no samples, " + many) << 6 << samples;
            QTest::newRow("far in the future, " + many) << 7 << samples;
        }
    }
    void brokenSeriesDoNotHarm()
    {
        QFETCH(int, fault);
        QFETCH(int, samples);
        Series series = seriesOf(u"a"_qs, [](double share) { return 5 + std::sin(share * 50); }, samples);
        std::vector<double> times = *series.times;
        if (fault == 0)
            series.values.resize(series.values.size() / 2);
        if (fault == 1)
            times.resize(times.size() / 2);
        if (fault == 2)
            std::reverse(times.begin(), times.end());
        for (size_t at = 0; fault == 3 && at < times.size(); ++at)
            std::swap(times[at], times[at * 7'919 % times.size()]);
        if (fault == 4)
            std::fill(times.begin(), times.end(), times[times.size() / 2]);
        for (size_t at = 0; fault == 5 && at < times.size(); ++at)
            series.values[at] = at % 2 ? std::numeric_limits<double>::max() : std::numeric_limits<double>::lowest();
        if (fault == 6) {
            times.clear();
            series.values.clear();
        }
        for (size_t at = 0; fault == 7 && at < times.size(); ++at)
            times[at] += 1e15;
        series.times = std::make_shared<const std::vector<double>>(times);
        for (const StackMode stack : {StackMode::None, StackMode::Normal, StackMode::Percent}) {
            for (const DrawStyle draw : {DrawStyle::Lines, DrawStyle::Bars, DrawStyle::Points}) {
                auto line = std::make_shared<ChartSeries>();
                line->series = series;
                line->fill = true;
                line->style.stack = stack;
                line->style.draw = draw;
                RasterJob job = jobOf(series, {0, 10, 2});
                job.scales[0].lowest.reset();
                job.scales[0].highest.reset();
                job.lines = {{line, qRgb(255, 255, 255), false}, {line, qRgb(255, 0, 0), false}};
                const Raster raster = rasterised(job);
                QCOMPARE(raster.image.size(), plotSize);
                QVERIFY(std::isfinite(raster.scales[0].minimum) && raster.scales[0].maximum > raster.scales[0].minimum);
            }
        }
    }

    void theAreaReachesDownToZero()
    {
        RasterJob job = jobOf(seriesOf(u"a"_qs, [](double) { return 5.0; }), {0, 10, 2});
        auto filled = std::make_shared<ChartSeries>(*job.lines.front().series);
        filled->fill = true;
        job.lines.front().series = filled;
        const QImage image = rasterised(job).image;
        QVERIFY(qAlpha(image.pixel(200, 190)) > 20);
        QCOMPARE(qAlpha(image.pixel(200, 50)), 0);
    }

    void nothingIsDrawnIntoNoRoom()
    {
        RasterJob job = jobOf(seriesOf(u"a"_qs, [](double) { return 5.0; }), {0, 10, 2});
        job.size = QSize(0, 100);
        QVERIFY(rasterised(job).image.isNull());
    }

    void onlyTheNewestJobIsShown()
    {
        RasterWorker worker;
        QSignalSpy spy(&worker, &RasterWorker::made);
        for (int width : {100, 150, 200, 250, 300}) {
            RasterJob job = jobOf(seriesOf(u"a"_qs, [](double) { return 5.0; }), {0, 10, 2});
            job.size.setWidth(width);
            worker.start(std::move(job));
        }
        // The pool may be quick enough for an early one in between; the newest comes last and nothing after it.
        QTRY_VERIFY(!spy.isEmpty() && spy.last().first().value<Raster>().image.width() == 300);
        int before = 0;
        for (const QList<QVariant> &made : spy) {
            const int width = made.first().value<Raster>().image.width();
            QVERIFY(width > before);
            before = width;
        }
    }

    void aVoidedJobIsNotShown()
    {
        RasterWorker worker;
        QSignalSpy spy(&worker, &RasterWorker::made);
        worker.start(jobOf(seriesOf(u"a"_qs, [](double) { return 5.0; }), {0, 10, 2}));
        const qsizetype early = spy.size();
        worker.voidPending();
        QTRY_COMPARE(worker.madeCount(), 1);
        QCOMPARE(spy.size(), early);
    }
};

WATCHFLOOR_TEST(TestSeriesRaster)
#include "tst_seriesraster.moc"
