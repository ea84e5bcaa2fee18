#include "models/metrics/series.h"
#include "tests/support/testregistry.h"

#include <random>

using namespace Watchfloor;
using namespace std::chrono_literals;

namespace {

Series seriesOf(std::vector<double> times, std::vector<double> values)
{
    Series series;
    series.times = std::make_shared<const std::vector<double>>(std::move(times));
    series.values = std::move(values);
    return series;
}

TimeRange rangeOf(double start, double end)
{
    return {fromEpochSeconds(start), fromEpochSeconds(end)};
}

std::vector<double> counted(size_t count)
{
    std::vector<double> numbers(count);
    for (size_t i = 0; i < count; ++i)
        numbers[i] = double(i);
    return numbers;
}

}

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastIsTheNewestNumber()
    {
        QCOMPARE(seriesOf({1, 2, 3}, {5, 6, noSample}).last(), 6.0);
        QVERIFY(std::isnan(seriesOf({1}, {noSample}).last()));
        QVERIFY(std::isnan(seriesOf({}, {}).last()));
    }

    void gapsBreakTheLine()
    {
        QueryAnswer answer;
        answer.series = {seriesOf({0, 15, 60, 75}, {1, 2, 3, 4}), seriesOf({0, 15, 30}, {1, 2, 3})};
        answer.series.push_back(answer.series[0]);
        markGaps(answer, 15s);
        QCOMPARE(*answer.series[0].times, (std::vector<double>{0, 15, 30, 60, 75}));
        QVERIFY(std::isnan(answer.series[0].values[2]));
        QCOMPARE(answer.series[0].values[3], 3.0);
        QCOMPARE(answer.series[1].size(), size_t(3));
        QCOMPARE(answer.series[2].values.size(), answer.series[2].times->size());
    }

    void fewSamplesStayAsTheyAre()
    {
        const Series series = seriesOf({0, 10, 20, 30}, {1, noSample, 3, 2});
        const auto points = decimated(series, rangeOf(0, 30), 300);
        QCOMPARE(points.times, *series.times);
        QVERIFY(std::isnan(points.values[1]));
        QCOMPARE(points.values[3], 2.0);
    }

    void samplesOutsideTheRangeAreLeftOut()
    {
        const auto points = decimated(seriesOf(counted(100), counted(100)), rangeOf(10, 19), 500);
        QCOMPARE(points.times.front(), 10.0);
        QCOMPARE(points.times.back(), 19.0);
        QCOMPARE(points.times.size(), size_t(10));
    }

    /// What M4 promises: of every column the first, the last, the least and the greatest survive.
    void everyColumnKeepsItsExtremes()
    {
        constexpr int columns = 50;
        constexpr size_t count = 5'000;
        std::mt19937 random(7);
        std::vector<double> values(count);
        for (double &value : values)
            value = double(random() % 100'000);
        const Series series = seriesOf(counted(count), values);
        const auto points = decimated(series, rangeOf(0, double(count - 1)), columns);
        QVERIFY(points.times.size() <= size_t(4 * columns));
        QVERIFY(std::is_sorted(points.times.begin(), points.times.end()));
        const auto columnOf = [](double time) { return std::min(int(time * columns / double(count - 1)), columns - 1); };
        for (int column = 0; column < columns; ++column) {
            std::vector<double> all;
            std::vector<double> kept;
            for (size_t i = 0; i < count; ++i)
                if (columnOf(double(i)) == column)
                    all.push_back(values[i]);
            for (size_t i = 0; i < points.times.size(); ++i)
                if (columnOf(points.times[i]) == column)
                    kept.push_back(points.values[i]);
            QVERIFY(!kept.empty());
            QCOMPARE(kept.front(), all.front());
            QCOMPARE(kept.back(), all.back());
            QCOMPARE(*std::min_element(kept.begin(), kept.end()), *std::min_element(all.begin(), all.end()));
            QCOMPARE(*std::max_element(kept.begin(), kept.end()), *std::max_element(all.begin(), all.end()));
        }
    }

    void gapOfManySamplesSurvivesDecimation()
    {
        std::vector<double> values = counted(1'000);
        std::fill(values.begin() + 405, values.begin() + 595, noSample);
        const auto points = decimated(seriesOf(counted(1'000), values), rangeOf(0, 999), 10);
        QVERIFY(points.times.size() <= 40);
        const auto gap = std::find_if(points.values.begin(), points.values.end(), [](double value) { return std::isnan(value); });
        QVERIFY(gap != points.values.end());
        for (size_t i = 0; i < points.times.size(); ++i)
            if (!std::isnan(points.values[i]))
                QVERIFY(points.times[i] < 405 || points.times[i] >= 595);
    }

    void nothingComesOfNothing()
    {
        QVERIFY(decimated(seriesOf({}, {}), rangeOf(0, 10), 10).times.empty());
        QVERIFY(decimated(seriesOf({1}, {1}), rangeOf(0, 10), 0).times.empty());
        QCOMPARE(decimated(seriesOf({1}, {1}), rangeOf(1, 1), 10).times.size(), size_t(1));
    }
};

WATCHFLOOR_TEST(TestSeries)
#include "tst_series.moc"
