#include "models/metrics/series.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/piechart.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

std::vector<PieChart::Slice> slices(std::vector<double> values)
{
    std::vector<PieChart::Slice> result;
    for (size_t at = 0; at < values.size(); ++at)
        result.push_back({u"s%1"_qs.arg(at), values[at], tokens().series[at % 10], {}});
    return result;
}

PieChart::Look bareLook()
{
    PieChart::Look look;
    look.percents = false;
    look.legend = LegendPlace::None;
    return look;
}

} // namespace

/// Pies and donuts, by real pointers and pixels.
class TestPieChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void slicesHaveTheirShareOfTheCircle()
    {
        PieChart pie;
        pie.resize(300, 300);
        pie.setLook(bareLook());
        pie.setSlices(slices({1, 3}));
        const QImage image = pie.grabImage();
        const int small = count(image, tokens().series[0]);
        const int large = count(image, tokens().series[1]);
        QVERIFY(small > 10'000);
        QVERIFY(std::abs(large - 3 * small) < large / 20);
    }

    void theLargestSliceBeginsAtNoonAndIsReadOut()
    {
        PieChart pie;
        pie.resize(300, 300);
        pie.setLook(bareLook());
        pie.setSlices(slices({1, 3}));
        hover(pie, {200, 100});
        QCOMPARE(pie.currentItem(), 1);
        QVERIFY(pie.readOutText().contains(u"75"));
        hover(pie, {100, 100});
        QCOMPARE(pie.currentItem(), 0);
        hover(pie, {2, 2});
        QCOMPARE(pie.currentItem(), -1);
        PieChart::Look look = bareLook();
        look.sorted = false;
        pie.setLook(look);
        hover(pie, {200, 100});
        QCOMPARE(pie.currentItem(), 0);
    }

    void aDonutHasAHoleWithTheTotal()
    {
        PieChart pie;
        pie.resize(300, 300);
        PieChart::Look look = bareLook();
        look.donut = true;
        pie.setLook(look);
        pie.setSlices(slices({1, 3}));
        QVERIFY(count(pie.grabImage(), tokens().text, QRect(110, 110, 80, 80)) > 5);
        hover(pie, {150, 150});
        QCOMPARE(pie.currentItem(), -1);
        QTest::keyClick(&pie, Qt::Key_Right);
        QVERIFY(pie.currentItem() >= 0);
    }

    void valuesWithoutAShareAreLeftOutAndSaid()
    {
        PieChart pie;
        pie.resize(300, 200);
        pie.setLook(bareLook());
        pie.setSlices(slices({1, 3}));
        const int before = count(pie.grabImage(), tokens().text3);
        QCOMPARE(before, 0);
        pie.setSlices(slices({1, 3, -2, noSample}));
        QVERIFY(count(pie.grabImage(), tokens().text3) > 10);
        pie.setSlices(slices({noSample, -1}));
        QVERIFY(pie.grabImage() != QImage()); // a sentence
        QCOMPARE(pie.readOutText(), QString());
    }

    void thinSlicesAreDrawnTogetherAndNamedTogether()
    {
        PieChart pie;
        pie.resize(400, 300);
        pie.setLook(bareLook());
        std::vector<double> values{1000, 800};
        for (int at = 0; at < 12; ++at)
            values.push_back(3);
        pie.setSlices(slices(values));
        pie.setCurrentItem(5);
        QVERIFY(pie.readOutText().contains(u"others (12)"));
        QVERIFY(pie.readOutText().contains(u"s13"));
        pie.setSlices(slices({1000, 800, 3})); // one alone keeps its name
        pie.setCurrentItem(2);
        QVERIFY(pie.readOutText().startsWith(u"s2\n"));
    }

    void nothingButZerosIsAnEmptyRing()
    {
        PieChart pie;
        pie.resize(200, 200);
        pie.setLook(bareLook());
        pie.setSlices(slices({0, 0}));
        QVERIFY(count(pie.grabImage(), tokens().track) > 10'000);
    }

    void theLegendPointsAtItsSlice()
    {
        PieChart pie;
        pie.resize(480, 200);
        PieChart::Look look;
        look.unit = Unit{u"reqps"_qs};
        pie.setLook(look);
        pie.setSlices(slices({1, 3}));
        int found = -2;
        for (int y = 0; y < 200 && found < 0; y += 4) {
            hover(pie, {380, double(y)});
            found = std::max(found, pie.currentItem());
        }
        QCOMPARE(found, 1); // the largest comes first
    }
};

WATCHFLOOR_TEST(TestPieChart)
#include "tst_piechart.moc"
