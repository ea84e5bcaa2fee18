#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/columnchart.h"
#include "widgets/charts/histogramchart.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

ColumnChart::Look plainColumns(ColumnChart::Stacking stacking = ColumnChart::Stacking::None, Qt::Orientation orientation = Qt::Vertical)
{
    ColumnChart::Look look;
    look.stacking = stacking;
    look.orientation = orientation;
    look.fillOpacity = 1;
    look.lineWidth = 0;
    look.values = ColumnChart::Values::Never;
    return look;
}

} // namespace

/// Columns and histograms, by real pointers and pixels.
class TestColumnChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void columnsAreAsHighAsTheirValues()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns());
        chart.setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {40, 20}, tokens().critical}});
        const QImage image = chart.grabImage();
        const int first = count(image, tokens().critical, QRect(30, 0, 170, 260));
        const int second = count(image, tokens().critical, QRect(220, 0, 170, 260));
        QVERIFY(first > 2000);
        QVERIFY(std::abs(first - 2 * second) < first / 10);
    }

    void stackedColumnsStandOnEachOther()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns(ColumnChart::Stacking::Normal));
        chart.setData({u"a"_qs}, {{u"x"_qs, {10}, tokens().critical}, {u"y"_qs, {10}, tokens().warning}});
        const QImage image = chart.grabImage();
        const int low = topOf(image, tokens().critical);
        const int high = topOf(image, tokens().warning);
        QVERIFY(high >= 0 && low - high > 50);
        chart.setLook(plainColumns());
        QVERIFY(std::abs(topOf(chart.grabImage(), tokens().critical) - topOf(chart.grabImage(), tokens().warning)) < 2);
    }

    void percentColumnsFillTheWhole_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::newRow("standing") << Qt::Vertical;
        QTest::newRow("lying") << Qt::Horizontal;
    }
    void percentColumnsFillTheWhole()
    {
        QFETCH(Qt::Orientation, orientation);
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns(ColumnChart::Stacking::Percent, orientation));
        chart.setData({u"a"_qs, u"b"_qs, u"none"_qs}, {{u"x"_qs, {1, 300, 0}, tokens().critical}, {u"y"_qs, {1, 100, 0}, tokens().warning}});
        const QImage image = chart.grabImage();
        const double share = double(count(image, tokens().critical)) / count(image, tokens().warning);
        QVERIFY(std::fabs(share - 1.25 / 0.75) < 0.12);
        chart.setCurrentItem(1);
        QVERIFY(chart.readOutText().contains(u"75"));
    }

    void negativeColumnsHangBelowZero()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns());
        chart.setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {10, -10}, tokens().critical}});
        const QImage image = chart.grabImage();
        const int up = count(image, tokens().critical, QRect(30, 0, 180, 140));
        const int down = count(image, tokens().critical, QRect(210, 130, 180, 140));
        QVERIFY(up > 1000 && down > 1000);
        QCOMPARE(count(image, tokens().critical, QRect(230, 0, 160, 110)), 0);
    }

    void aClickInTheLegendIsolatesASeries()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns());
        chart.setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {10, 5}, tokens().critical}, {u"y"_qs, {8, 3}, tokens().warning}});
        const int before = count(chart.grabImage(), tokens().warning);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(16, 289));
        QCOMPARE(chart.isolated(), 0);
        QVERIFY(count(chart.grabImage(), tokens().warning) < before / 4);
        hover(chart, {100, 100});
        QVERIFY(!chart.readOutText().contains(u"y:"));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(16, 289));
        QCOMPARE(chart.isolated(), -1);
    }

    void aCategoryIsReadOutWithAllItsSeries()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns(ColumnChart::Stacking::Normal));
        chart.setData({u"a"_qs, u"b"_qs}, {{u"x"_qs, {10, 5}}, {u"y"_qs, {8, noSample}}});
        hover(chart, {120, 100});
        QCOMPARE(chart.readOutText(), u"a\nx: 10\ny: 8\ntotal: 18"_qs);
        hover(chart, {320, 100});
        QVERIFY(chart.readOutText().contains(QChar(0x2014)));
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.currentItem(), 0);
    }

    void manyCategoriesStillDraw_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::newRow("standing") << Qt::Vertical;
        QTest::newRow("lying") << Qt::Horizontal;
    }
    void manyCategoriesStillDraw()
    {
        QFETCH(Qt::Orientation, orientation);
        QStringList names;
        ColumnChart::Series series{u"x"_qs, {}, tokens().critical};
        for (int at = 0; at < 5000; ++at) {
            names << u"category-%1"_qs.arg(at);
            series.values.push_back(at % 7 + 1);
        }
        ColumnChart chart;
        chart.resize(400, 300);
        chart.setLook(plainColumns(ColumnChart::Stacking::None, orientation));
        chart.setData(names, {series});
        QVERIFY(count(chart.grabImage(), tokens().critical) > 1000);
        hover(chart, {200, 120});
        QVERIFY(chart.currentItem() > 100);
    }

    void aThresholdIsALineWithItsGround()
    {
        ColumnChart chart;
        chart.resize(400, 300);
        ColumnChart::Look look = plainColumns();
        chart.setLook(look);
        chart.setData({u"a"_qs}, {{u"x"_qs, {100}, tokens().accent}});
        QCOMPARE(count(chart.grabImage(), tokens().warning), 0);
        look.thresholds.push_back({.value = 60, .state = State::Warning, .label = u"limit"_qs});
        chart.setLook(look);
        QVERIFY(count(chart.grabImage(), tokens().warning) > 80);
    }

    void histogramBarsTouchAndCount()
    {
        HistogramChart chart;
        chart.resize(400, 240);
        HistogramChart::Look look;
        look.fillOpacity = 1;
        look.legend = LegendPlace::None;
        chart.setLook(look);
        chart.setBuckets({0, 10, 20, 30}, {{u"x"_qs, tokens().critical, {4, 8, 0}}});
        const QImage image = chart.grabImage();
        const int area = count(image, tokens().critical);
        QVERIFY(area > 5000);
        chart.setBuckets({0, 10, 20, 30}, {{u"x"_qs, tokens().critical, {8, 8, 0}}});
        const int more = count(chart.grabImage(), tokens().critical);
        QVERIFY(std::abs(more * 3 - area * 4) < area / 5);
        hover(chart, {200, 100});
        QCOMPARE(chart.currentItem(), 1);
        QVERIFY(chart.readOutText().startsWith(u"10 to 20\nx: 8"));
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.currentItem(), 2);
    }

    void aBucketListWithoutEdgesIsEmpty()
    {
        HistogramChart chart;
        chart.resize(300, 200);
        chart.setBuckets({}, {{u"x"_qs, {}, {1}}});
        QVERIFY(!chart.grabImage().isNull());
        chart.setBuckets({1}, {{u"x"_qs, {}, {1}}});
        hover(chart, {100, 100});
        QCOMPARE(chart.currentItem(), -1);
    }
};

WATCHFLOOR_TEST(TestColumnChart)
#include "tst_columnchart.moc"
