#include "models/metrics/series.h"
#include "tests/support/testregistry.h"

#include <cmath>

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
};

WATCHFLOOR_TEST(TestSeries)
#include "tst_series.moc"
