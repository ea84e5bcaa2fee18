#include "models/frames/buckets.h"

#include "tests/support/testregistry.h"

#include <QTest>

#include <cmath>

using namespace Watchfloor;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

Series bucketSeries(const QString &le, std::vector<double> values, const QString &service = {}, double firstTime = 60)
{
    Series series;
    series.labels = service.isEmpty() ? Labels{{u"le"_qs, le}} : Labels{{u"le"_qs, le}, {u"service"_qs, service}};
    auto times = std::make_shared<std::vector<double>>();
    for (size_t at = 0; at < values.size(); ++at)
        times->push_back(firstTime + 60.0 * double(at));
    series.times = times;
    series.values = std::move(values);
    return series;
}

Frame bucketFrame(const QString &name, std::vector<double> values)
{
    std::vector<double> times;
    for (size_t at = 0; at < values.size(); ++at)
        times.push_back(60'000.0 * double(at + 1));
    Field time;
    time.name = u"Time"_qs;
    time.type = FieldType::Time;
    time.numbers = std::make_shared<const std::vector<double>>(std::move(times));
    Field value;
    value.name = u"Value"_qs;
    value.displayName = name;
    value.numbers = std::make_shared<const std::vector<double>>(std::move(values));
    Frame frame;
    frame.fields = {time, value};
    return frame;
}

std::vector<double> column(const BucketGrid &grid, size_t at)
{
    std::vector<double> counts;
    for (size_t bucket = 0; bucket < grid.buckets.size(); ++bucket)
        counts.push_back(grid.at(at, bucket));
    return counts;
}

double sumOf(const BucketGrid &grid)
{
    double sum = 0;
    for (const double count : grid.counts)
        sum += std::isnan(count) ? 0 : count;
    return sum;
}

NativeHistogram native(std::vector<HistogramBucket> buckets)
{
    NativeHistogram histogram;
    histogram.buckets = std::move(buckets);
    return histogram;
}

} // namespace

class TestBuckets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classicBucketsAreSortedByTheirBoundAndMadeSingle()
    {
        // As text "10" sorts before "2.5" and "+Inf" before all.
        const std::vector<Series> series{bucketSeries(u"+Inf"_qs, {10, 20}), bucketSeries(u"10"_qs, {9, 18}), bucketSeries(u"0.5"_qs, {2, 3}), bucketSeries(u"2.5"_qs, {6, 9})};
        const BucketGrid grid = classicBuckets(series);
        QCOMPARE(grid.times, (std::vector<double>{60, 120}));
        QCOMPARE(grid.step, 60.0);
        QCOMPARE(grid.buckets.size(), size_t(4));
        QCOMPARE(grid.buckets.front().lower, 0.0);
        QCOMPARE(grid.buckets.front().upper, 0.5);
        QCOMPARE(grid.buckets.back().lower, 10.0);
        QCOMPARE(grid.buckets.back().upper, infinite);
        QCOMPARE(column(grid, 0), (std::vector<double>{2, 4, 3, 1}));
        QCOMPARE(column(grid, 1), (std::vector<double>{3, 6, 9, 2}));
    }

    void bucketsThatAreNotCumulativeStayAsTheyAre()
    {
        const std::vector<Series> series{bucketSeries(u"1"_qs, {5}), bucketSeries(u"2"_qs, {3})};
        QCOMPARE(column(classicBuckets(series, false), 0), (std::vector<double>{5, 3}));
    }

    void aBucketBelowTheOneBeforeItIsZeroAndNeverLess()
    {
        const std::vector<Series> series{bucketSeries(u"1"_qs, {5}), bucketSeries(u"2"_qs, {4}), bucketSeries(u"+Inf"_qs, {7})};
        QCOMPARE(column(classicBuckets(series), 0), (std::vector<double>{5, 0, 2}));
    }

    void histogramsOfSeveralServicesAreAddedUp()
    {
        const std::vector<Series> series{bucketSeries(u"1"_qs, {5}, u"a"_qs), bucketSeries(u"+Inf"_qs, {7}, u"a"_qs), bucketSeries(u"1"_qs, {1}, u"b"_qs),
                                         bucketSeries(u"+Inf"_qs, {4}, u"b"_qs)};
        QCOMPARE(column(classicBuckets(series), 0), (std::vector<double>{6, 5}));
    }

    void bucketsOfOtherBoundsAreSpreadAndNoneIsLost()
    {
        const std::vector<Series> series{bucketSeries(u"1"_qs, {4}, u"a"_qs), bucketSeries(u"4"_qs, {8}, u"a"_qs), bucketSeries(u"2"_qs, {6}, u"b"_qs),
                                         bucketSeries(u"4"_qs, {6}, u"b"_qs)};
        const BucketGrid grid = classicBuckets(series);
        QCOMPARE(grid.buckets.size(), size_t(3)); // 0-1, 1-2, 2-4
        QVERIFY(std::fabs(sumOf(grid) - 14) < 1e-9);
        QCOMPARE(grid.at(0, 0), 4.0 + 3.0);
    }

    void aMomentWithoutASampleIsNotKnown()
    {
        const std::vector<Series> series{bucketSeries(u"1"_qs, {1, noSample, 3}), bucketSeries(u"+Inf"_qs, {2, noSample, 3})};
        const BucketGrid grid = classicBuckets(series);
        QVERIFY(std::isnan(grid.at(1, 0)) && std::isnan(grid.at(1, 1)));
        QCOMPARE(column(grid, 2), (std::vector<double>{3, 0}));
    }

    void seriesThatAreNoBucketsAreLeftOut()
    {
        Series other = bucketSeries(u"1"_qs, {1});
        other.labels = Labels{{u"service"_qs, u"a"_qs}};
        QVERIFY(classicBuckets(std::vector<Series>{other}).isEmpty());
        QVERIFY(classicBuckets({}).isEmpty());
        QVERIFY(classicBuckets(std::vector<Series>{bucketSeries(u"wide"_qs, {1})}).isEmpty());
    }

    void nativeBucketsOfOneSchemaStandAsTheyAre()
    {
        Series series;
        series.times = std::make_shared<std::vector<double>>();
        series.histograms = {{60, native({{HistogramBucket::Boundaries::OpenLeft, 1, 2, 3}, {HistogramBucket::Boundaries::OpenLeft, 4, 8, 5}})},
                             {120, native({{HistogramBucket::Boundaries::OpenLeft, 2, 4, 1}})}};
        const BucketGrid grid = nativeBuckets(std::span(&series, 1));
        QCOMPARE(grid.buckets.size(), size_t(3));
        QCOMPARE(column(grid, 0), (std::vector<double>{3, 0, 5}));
        QCOMPARE(column(grid, 1), (std::vector<double>{0, 1, 0}));
    }

    void aCoarserSchemaIsSpreadByPowersOverTheFinerOne()
    {
        Series series;
        series.times = std::make_shared<std::vector<double>>();
        series.histograms = {{60, native({{HistogramBucket::Boundaries::OpenLeft, 1, 4, 10}})},
                             {120, native({{HistogramBucket::Boundaries::OpenLeft, 1, 2, 3}, {HistogramBucket::Boundaries::OpenLeft, 2, 4, 4}})}};
        const BucketGrid grid = nativeBuckets(std::span(&series, 1));
        QCOMPARE(column(grid, 0), (std::vector<double>{5, 5}));
        QCOMPARE(column(grid, 1), (std::vector<double>{3, 4}));
    }

    void moreBucketsThanCanBeDrawnAreMadeFewerWithoutLoss()
    {
        Series series;
        series.times = std::make_shared<std::vector<double>>();
        NativeHistogram histogram;
        for (int at = 0; at < 5000; ++at)
            histogram.buckets.push_back({HistogramBucket::Boundaries::OpenLeft, 1.0 + at, 2.0 + at, 1});
        series.histograms = {{60, histogram}};
        const BucketGrid grid = nativeBuckets(std::span(&series, 1));
        QVERIFY(grid.buckets.size() <= 500);
        QVERIFY(std::fabs(sumOf(grid) - 5000) < 1e-6);
    }

    void framesNamedByNumbersAreBucketsInOrder()
    {
        const BucketGrid grid = bucketsOf({bucketFrame(u"+Inf"_qs, {4}), bucketFrame(u"10"_qs, {2}), bucketFrame(u"2"_qs, {1})});
        QVERIFY(grid.bounded);
        QCOMPARE(grid.times, (std::vector<double>{60}));
        QCOMPARE(column(grid, 0), (std::vector<double>{1, 2, 4}));
        QCOMPARE(column(bucketsOf({bucketFrame(u"+Inf"_qs, {4}), bucketFrame(u"10"_qs, {2}), bucketFrame(u"2"_qs, {1})}, true), 0), (std::vector<double>{1, 1, 2}));
    }

    void framesNamedByWordsKeepTheirOrder()
    {
        const BucketGrid grid = bucketsOf({bucketFrame(u"slow"_qs, {4}), bucketFrame(u"fast"_qs, {2}), bucketFrame(u"3"_qs, {1})}, true);
        QVERIFY(!grid.bounded);
        QCOMPARE(grid.buckets[0].label, u"slow"_qs);
        QCOMPARE(grid.buckets[2].label, u"3"_qs);
        QCOMPARE(column(grid, 0), (std::vector<double>{4, 2, 1}));
    }

    void valuesAreCountedByTimeAndSize()
    {
        Series series = bucketSeries(u"x"_qs, {1, 2, 2, 9, noSample, 9}, {}, 30);
        const TimeRange range{WallTime(std::chrono::seconds(0)), WallTime(std::chrono::seconds(360))};
        const BucketGrid grid = countedBuckets(std::span(&series, 1), range, 120, 5);
        QCOMPARE(grid.times, (std::vector<double>{120, 240, 360}));
        QCOMPARE(grid.buckets.size(), size_t(2));
        QCOMPARE(column(grid, 0), (std::vector<double>{2, 0}));
        QCOMPARE(column(grid, 1), (std::vector<double>{1, 1}));
        QCOMPARE(column(grid, 2), (std::vector<double>{0, 1}));
        QVERIFY(countedBuckets({}, range).isEmpty());
    }

    void aHistogramHasEveryValueOnce_data()
    {
        QTest::addColumn<double>("size");
        QTest::addColumn<double>("offset");
        QTest::addColumn<size_t>("buckets");
        QTest::addColumn<double>("first");
        QTest::newRow("given size") << 10.0 << 0.0 << size_t(10) << 0.0;
        QTest::newRow("given size and offset") << 10.0 << 5.0 << size_t(11) << -5.0;
        QTest::newRow("found size") << 0.0 << 0.0 << size_t(25) << 0.0; // 99 / 30 is more than 2: whole numbers by four
        QTest::newRow("far too small a size") << 1e-9 << 0.0 << size_t(0) << 0.0;
    }
    void aHistogramHasEveryValueOnce()
    {
        QFETCH(double, size);
        QFETCH(double, offset);
        QFETCH(size_t, buckets);
        QFETCH(double, first);
        std::vector<double> values;
        for (int at = 0; at < 100; ++at)
            values.push_back(at);
        values.push_back(noSample);
        values.push_back(infinite);
        const Histogram histogram = histogramOf(std::span(&values, 1), size, offset);
        QCOMPARE(histogram.edges.front(), first);
        QCOMPARE(histogram.counts.front().size() + 1, histogram.edges.size());
        if (buckets > 0)
            QCOMPARE(histogram.counts.front().size(), buckets);
        QVERIFY(histogram.edges.size() <= 1002);
        double total = 0;
        for (const double count : histogram.counts.front())
            total += count;
        QCOMPARE(total, 100.0);
    }

    void aHistogramOfNothingHasNoEdges()
    {
        QVERIFY(histogramOf({}).edges.empty());
        const std::vector<double> nothing{noSample, infinite};
        QVERIFY(histogramOf(std::span(&nothing, 1)).edges.empty());
    }

    void oneValueHasOneBucket()
    {
        const std::vector<double> same{7, 7, 7};
        const Histogram histogram = histogramOf(std::span(&same, 1));
        QCOMPARE(histogram.counts.front(), (std::vector<double>{3}));
        QVERIFY(histogram.edges.front() <= 7 && histogram.edges.back() > 7);
    }
};

WATCHFLOOR_TEST(TestBuckets)
#include "tst_buckets.moc"
