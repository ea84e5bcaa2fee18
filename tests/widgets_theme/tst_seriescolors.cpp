#include "tests/support/testregistry.h"
#include "widgets/theme/seriescolors.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace Watchfloor;

namespace {

std::vector<Labels> services(int count)
{
    std::vector<Labels> result;
    for (int at = 0; at < count; ++at)
        result.push_back(Labels{{u"service"_qs, u"service-%1"_qs.arg(at)}});
    return result;
}

} // namespace

class TestSeriesColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenSeriesHaveTenColours()
    {
        const std::vector<int> places = seriesColorIndexes(services(10));
        QCOMPARE(std::set<int>(places.begin(), places.end()).size(), size_t(10));
    }

    void colourDoesNotDependOnTheOrderOfAnAnswer()
    {
        std::vector<Labels> series = services(6);
        const std::vector<int> places = seriesColorIndexes(series);
        std::reverse(series.begin(), series.end());
        std::vector<int> reversed = seriesColorIndexes(series);
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(reversed, places);
    }

    void theMetricsNameDoesNotCount()
    {
        const Labels requests{{u"__name__"_qs, u"requests"_qs}, {u"service"_qs, u"payment"_qs}};
        const Labels errors{{u"__name__"_qs, u"errors"_qs}, {u"service"_qs, u"payment"_qs}};
        QCOMPARE(seriesColorIndex(requests), seriesColorIndex(errors));
    }

    void manySeriesShareColoursEvenly()
    {
        const std::vector<int> places = seriesColorIndexes(services(25));
        for (int place = 0; place < 10; ++place) {
            const auto uses = std::count(places.begin(), places.end(), place);
            QVERIFY(uses == 2 || uses == 3);
        }
    }
};

WATCHFLOOR_TEST(TestSeriesColors)
#include "tst_seriescolors.moc"
