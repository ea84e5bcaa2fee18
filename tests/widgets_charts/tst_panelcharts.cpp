#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/bargauge.h"
#include "widgets/charts/columnchart.h"
#include "widgets/charts/gauge.h"
#include "widgets/charts/histogramchart.h"
#include "widgets/charts/piechart.h"
#include "widgets/charts/statgrid.h"
#include "widgets/theme/applytheme.h"
#include "widgets/theme/namedcolors.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

namespace {

const Theme &tokens()
{
    return theme(ThemeMode::Dark);
}

QColor named(const char *name)
{
    return namedColor(QString::fromUtf8(name), tokens());
}

int count(const QImage &image, const QColor &color, QRect box = {})
{
    if (box.isEmpty())
        box = QRect(QPoint(), image.deviceIndependentSize().toSize());
    int result = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x)
            result += image.pixelColor(x, y).rgb() == color.rgb();
    return result;
}

/// The topmost row in which a colour stands; -1: none.
int topOf(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return y;
    return -1;
}

void hover(QWidget &widget, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

ValueSteps steps()
{
    return {{-std::numeric_limits<double>::infinity(), named("green")}, {70, named("yellow")}, {90, named("red")}};
}

BarGauge::Look percentLook(BarGauge::Style style = BarGauge::Style::Plain, Qt::Orientation orientation = Qt::Horizontal)
{
    BarGauge::Look look;
    look.style = style;
    look.orientation = orientation;
    look.unit = Unit{u"percent"_qs};
    look.minimum = 0;
    look.maximum = 100;
    return look;
}

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

/// Bars, columns, pies, gauges and figures by real pointers, keys and pixels.
class TestPanelCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void nothingToDrawIsSaidInWords()
    {
        BarGauge bars;
        bars.resize(300, 100);
        const QImage usual = bars.grabImage();
        QVERIFY(count(usual, tokens().surface) < 300 * 100);
        bars.setEmptyText(u"The query was answered and has no series."_qs);
        QVERIFY(bars.grabImage() != usual);
        hover(bars, {20, 20});
        QTest::keyClick(&bars, Qt::Key_Right);
        QCOMPARE(bars.currentItem(), -1);
        QCOMPARE(bars.readOutText(), QString());
    }

    void staleLiesAsAHatchWithItsReason()
    {
        BarGauge bars;
        bars.resize(300, 100);
        bars.setBars({{u"a"_qs, 1}});
        const QImage before = bars.grabImage();
        bars.setState(State::Stale, u"38 s old"_qs);
        const QImage after = bars.grabImage();
        QVERIFY(before != after);
        QVERIFY(count(after, tokens().stale) > 10); // the words
        bars.setState(State::Healthy);
        QCOMPARE(bars.grabImage(), before);
    }

    void theKeysWalkOverItemsAndEnterActivates()
    {
        BarGauge bars;
        bars.resize(300, 120);
        bars.setBars({{u"a"_qs, 1}, {u"b"_qs, 2}, {u"c"_qs, 3}});
        QSignalSpy activated(&bars, &ChartWidget::itemActivated);
        QSignalSpy current(&bars, &ChartWidget::currentItemChanged);
        QTest::keyClick(&bars, Qt::Key_Return);
        QCOMPARE(activated.size(), 0);
        for (const auto &[key, item] : std::initializer_list<std::pair<Qt::Key, int>>{
                 {Qt::Key_Down, 0}, {Qt::Key_Down, 1}, {Qt::Key_End, 2}, {Qt::Key_Down, 2}, {Qt::Key_Up, 1}, {Qt::Key_Home, 0}}) {
            QTest::keyClick(&bars, key);
            QCOMPARE(bars.currentItem(), item);
        }
        QVERIFY(bars.readOutText().startsWith(u"a\n"));
        QCOMPARE(bars.accessibleDescription(), bars.readOutText());
        QTest::keyClick(&bars, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().toInt(), 0);
        QTest::keyClick(&bars, Qt::Key_Escape);
        QCOMPARE(bars.currentItem(), -1);
        QCOMPARE(current.size(), 6);
    }

    void fewerItemsThanTheCurrentOneLeaveNone()
    {
        BarGauge bars;
        bars.setBars({{u"a"_qs, 1}, {u"b"_qs, 2}});
        bars.setCurrentItem(1);
        bars.setBars({{u"a"_qs, 1}});
        QCOMPARE(bars.currentItem(), -1);
        bars.setCurrentItem(7);
        QCOMPARE(bars.currentItem(), -1);
    }

    void theGreatestBarIsTheLongest()
    {
        BarGauge chart;
        BarGauge::Look look;
        look.style = BarGauge::Style::Plain;
        chart.setLook(look);
        chart.setBars({{u"payment"_qs, 4}, {u"auth"_qs, 2}, {u"taxi"_qs, noSample, State::Blind}});
        chart.resize(400, 72);
        const QImage image = chart.grabImage();
        const int first = count(image, tokens().accent, QRect(0, 0, 400, 24));
        const int second = count(image, tokens().accent, QRect(0, 24, 400, 24));
        QVERIFY(first > 0 && std::abs(second * 2 - first) < first / 6);
        QCOMPARE(count(image, tokens().accent, QRect(0, 48, 400, 24)), 0);
    }

    void aBarIsActivatedByItsPlace()
    {
        BarGauge chart;
        chart.setBars({{u"a"_qs, 1}, {u"b"_qs, 2}});
        chart.resize(300, 48);
        QSignalSpy spy(&chart, &ChartWidget::itemActivated);
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(50, 30));
        QCOMPARE(spy.first().first().toInt(), 1);
        QTest::mouseClick(&chart, Qt::RightButton, {}, QPoint(50, 30));
        chart.setBars({});
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPoint(50, 30));
        QCOMPARE(spy.size(), 1);
    }

    void aBarsValueIsReadOutUnderThePointer()
    {
        BarGauge chart;
        chart.setLook(percentLook());
        chart.setBars({{u"payment"_qs, 42.3}, {u"auth"_qs, noSample}});
        chart.resize(300, 72);
        hover(chart, {150, 10});
        QCOMPARE(chart.currentItem(), 0);
        QVERIFY(chart.readOutText().contains(u"payment") && chart.readOutText().contains(u"42.3"));
        hover(chart, {150, 50});
        QVERIFY(chart.readOutText().contains(QChar(0x2014)));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&chart, &leave);
        QCOMPARE(chart.currentItem(), -1);
    }

    void segmentsHaveTheColourOfTheirOwnStep_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::newRow("lying") << Qt::Horizontal;
        QTest::newRow("standing") << Qt::Vertical;
    }
    void segmentsHaveTheColourOfTheirOwnStep()
    {
        QFETCH(Qt::Orientation, orientation);
        BarGauge chart;
        chart.resize(600, 300);
        BarGauge::Look look = percentLook(BarGauge::Style::Segments, orientation);
        look.valueColor = BarGauge::ValueColor::Text;
        chart.setLook(look);
        const auto lit = [&chart](double value, const char *color) {
            BarGauge::Bar bar{u"a"_qs, value};
            bar.steps = steps();
            chart.setBars({bar});
            return count(chart.grabImage(), named(color));
        };
        const int whole = lit(100, "green");
        QVERIFY(whole > 1000);
        QVERIFY(std::abs(lit(35, "green") * 2 - whole) < whole / 8);
        QCOMPARE(lit(35, "red"), 0);
        QCOMPARE(lit(65, "yellow"), 0);
        QVERIFY(lit(85, "yellow") > 100);
        QVERIFY(lit(100, "red") > 100);
        QCOMPARE(lit(noSample, "green"), 0);
    }

    void standingBarsGrowUpwards()
    {
        BarGauge chart;
        chart.resize(200, 200);
        chart.setLook(percentLook(BarGauge::Style::Plain, Qt::Vertical));
        chart.setBars({{u"a"_qs, 20, State::Critical}});
        const int low = topOf(chart.grabImage().copy(0, 40, 200, 140), tokens().critical);
        chart.setBars({{u"a"_qs, 90, State::Critical}});
        const int high = topOf(chart.grabImage().copy(0, 40, 200, 140), tokens().critical);
        QVERIFY(low - high > 60);
    }

    void aBarBeyondItsEndsStaysOnItsTrack()
    {
        BarGauge chart;
        chart.resize(300, 40);
        chart.setLook(percentLook());
        chart.setBars({{u"a"_qs, 100, State::Critical}});
        const int full = count(chart.grabImage(), tokens().critical, QRect(0, 0, 240, 40));
        chart.setBars({{u"a"_qs, 1e9, State::Critical, {}, u"100%"_qs}});
        QVERIFY(std::abs(count(chart.grabImage(), tokens().critical, QRect(0, 0, 240, 40)) - full) < full / 10);
        chart.setBars({{u"a"_qs, -5, State::Critical, {}, u"100%"_qs}});
        QVERIFY(count(chart.grabImage(), tokens().critical, QRect(20, 0, 200, 40)) < 20);
    }

    void moreBarsThanRoomAreCounted()
    {
        BarGauge chart;
        chart.resize(300, 100);
        std::vector<BarGauge::Bar> bars;
        for (int at = 0; at < 40; ++at)
            bars.push_back({u"bar %1"_qs.arg(at), double(at)});
        chart.setBars(bars);
        QVERIFY(!chart.grabImage().isNull());
        hover(chart, {10, 99});
        QVERIFY(chart.currentItem() < 7);
    }

    void theLimitIsALineAcrossAllBars()
    {
        BarGauge chart;
        chart.resize(400, 60);
        BarGauge::Look look = percentLook();
        chart.setLook(look);
        chart.setBars({{u"a"_qs, 20}, {u"b"_qs, 30}});
        QCOMPARE(count(chart.grabImage(), tokens().critical), 0);
        look.limit = 50;
        chart.setLook(look);
        QVERIFY(count(chart.grabImage(), tokens().critical) > 20);
        look.limit = 5000;
        chart.setLook(look);
        QCOMPARE(count(chart.grabImage(), tokens().critical), 0);
    }

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

    void aGaugesArcTakesTheColourOfItsStep_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<double>("maximum");
        QTest::addColumn<QString>("color");
        QTest::newRow("below") << 10.0 << false << 100.0 << u"green"_qs;
        QTest::newRow("second") << 75.0 << false << 100.0 << u"yellow"_qs;
        QTest::newRow("last") << 95.0 << false << 100.0 << u"red"_qs;
        QTest::newRow("per cent of the way") << 150.0 << true << 200.0 << u"yellow"_qs;
        QTest::newRow("absolute of the same") << 150.0 << false << 200.0 << u"red"_qs;
    }
    void aGaugesArcTakesTheColourOfItsStep()
    {
        QFETCH(double, value);
        QFETCH(bool, percent);
        QFETCH(double, maximum);
        QFETCH(QString, color);
        GaugeWidget gauge;
        gauge.resize(240, 200);
        GaugeWidget::Look look;
        look.marks = false;
        gauge.setLook(look);
        GaugeWidget::Gauge one;
        one.value = value;
        one.maximum = maximum;
        one.steps = steps();
        one.stepsInPercent = percent;
        gauge.setGauges({one});
        const QImage image = gauge.grabImage();
        for (const char *other : {"green", "yellow", "red"})
            QCOMPARE(count(image, named(other)) > 100, color == QString::fromLatin1(other));
    }

    void aNeutralPointIsWhereTheArcBegins()
    {
        GaugeWidget gauge;
        gauge.resize(240, 200);
        GaugeWidget::Look look;
        gauge.setLook(look);
        GaugeWidget::Gauge one;
        one.value = 25;
        one.minimum = 0;
        one.maximum = 100;
        one.color = tokens().critical;
        one.shown = {u"x"_qs};
        gauge.setGauges({one});
        const int fromLeft = count(gauge.grabImage(), tokens().critical, QRect(0, 120, 60, 80));
        look.neutral = 50;
        gauge.setLook(look);
        QVERIFY(fromLeft > 50);
        QCOMPARE(count(gauge.grabImage(), tokens().critical, QRect(0, 120, 60, 80)), 0);
    }

    void severalGaugesShareTheRoom()
    {
        GaugeWidget gauges;
        gauges.resize(600, 300);
        std::vector<GaugeWidget::Gauge> all(6);
        for (int at = 0; at < 6; ++at)
            all[size_t(at)] = {.name = u"g%1"_qs.arg(at), .value = 0.5};
        gauges.setGauges(all);
        QSignalSpy spy(&gauges, &ChartWidget::itemActivated);
        QTest::mouseClick(&gauges, Qt::LeftButton, {}, QPoint(500, 220));
        QCOMPARE(spy.first().first().toInt(), 5);
        hover(gauges, {100, 60});
        QVERIFY(gauges.readOutText().startsWith(u"g0\n"));
        QTest::keyClick(&gauges, Qt::Key_Down);
        QCOMPARE(gauges.currentItem(), 3);
        QTest::keyClick(&gauges, Qt::Key_Right);
        QCOMPARE(gauges.currentItem(), 4);
        QTest::keyClick(&gauges, Qt::Key_Down);
        QCOMPARE(gauges.currentItem(), 4);
    }

    void figuresAreColouredAsTheModeSays_data()
    {
        QTest::addColumn<StatGrid::ColorMode>("mode");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::newRow("none") << StatGrid::ColorMode::None << 0 << 0;
        QTest::newRow("value") << StatGrid::ColorMode::Value << 50 << 8000;
        QTest::newRow("ground") << StatGrid::ColorMode::BackgroundSolid << 15'000 << 24'000;
    }
    void figuresAreColouredAsTheModeSays()
    {
        QFETCH(StatGrid::ColorMode, mode);
        QFETCH(int, least);
        QFETCH(int, most);
        StatGrid grid;
        grid.resize(200, 120);
        StatGrid::Look look;
        look.colorMode = mode;
        grid.setLook(look);
        StatGrid::Stat stat;
        stat.shown = {u"88"_qs};
        stat.color = named("green");
        grid.setStats({stat});
        const int found = count(grid.grabImage(), named("green"));
        QVERIFY2(found >= least && found <= most, qPrintable(QString::number(found)));
    }

    void theFigureGrowsWithItsRoom()
    {
        StatGrid grid;
        StatGrid::Stat stat;
        stat.shown = {u"88"_qs};
        grid.setStats({stat});
        int before = 0;
        for (const QSize size : {QSize(40, 24), QSize(100, 60), QSize(200, 120)}) {
            grid.resize(size);
            const int now = size.width() * size.height() - count(grid.grabImage(), tokens().surface);
            QVERIFY(now > before);
            before = now;
        }
    }

    void textModesShowWhatTheySay_data()
    {
        QTest::addColumn<StatGrid::TextMode>("mode");
        QTest::addColumn<bool>("name");
        QTest::addColumn<bool>("value");
        QTest::newRow("auto, one alone") << StatGrid::TextMode::Auto << false << true;
        QTest::newRow("value") << StatGrid::TextMode::Value << false << true;
        QTest::newRow("both") << StatGrid::TextMode::ValueAndName << true << true;
        QTest::newRow("none") << StatGrid::TextMode::None << false << false;
    }
    void textModesShowWhatTheySay()
    {
        QFETCH(StatGrid::TextMode, mode);
        QFETCH(bool, name);
        QFETCH(bool, value);
        StatGrid grid;
        grid.resize(200, 120);
        StatGrid::Look look;
        look.textMode = mode;
        grid.setLook(look);
        StatGrid::Stat stat;
        stat.name = u"HHHH"_qs;
        stat.shown = {u"88"_qs};
        grid.setStats({stat});
        const QImage image = grid.grabImage();
        QCOMPARE(count(image, tokens().text2) > 20, name);
        QCOMPARE(count(image, tokens().text) > 20, value);
    }

    void aStatWithoutAValueIsADash()
    {
        StatGrid grid;
        grid.resize(200, 120);
        grid.setStats({{.name = u"a"_qs}, {.name = u"b"_qs, .shown = {u"1"_qs}}});
        grid.setCurrentItem(0);
        QVERIFY(grid.readOutText().contains(QChar(0x2014)));
    }

    void statsFillTheRoomAsTheyAreArranged()
    {
        StatGrid grid;
        grid.resize(400, 200);
        std::vector<StatGrid::Stat> four(4);
        for (int at = 0; at < 4; ++at)
            four[size_t(at)] = {.name = u"s%1"_qs.arg(at), .shown = {QString::number(at)}};
        grid.setStats(four);
        const auto itemUnder = [&grid](QPointF at) {
            hover(grid, at);
            return grid.currentItem();
        };
        QCOMPARE(itemUnder({390, 190}), 3);
        QCOMPARE(itemUnder({390, 10}), 1); // two by two
        StatGrid::Look look;
        look.arrangement = StatGrid::Arrangement::Row;
        grid.setLook(look);
        QCOMPARE(itemUnder({390, 10}), 3);
        look.arrangement = StatGrid::Arrangement::Column;
        grid.setLook(look);
        QCOMPARE(itemUnder({390, 10}), 0);
        QCOMPARE(itemUnder({390, 190}), 3);
    }

    void aStaleStatIsHatched()
    {
        StatGrid grid;
        grid.resize(300, 100);
        grid.setStats({{.name = u"a"_qs, .shown = {u"1"_qs}}, {.name = u"b"_qs, .shown = {u"1"_qs}}});
        const QImage before = grid.grabImage();
        grid.setStats({{.name = u"a"_qs, .shown = {u"1"_qs}}, {.name = u"b"_qs, .shown = {u"1"_qs}, .state = State::Stale}});
        const QImage after = grid.grabImage();
        QCOMPARE(after.copy(0, 0, 140, 100), before.copy(0, 0, 140, 100));
        QVERIFY(after.copy(160, 0, 140, 100) != before.copy(160, 0, 140, 100));
    }

    void gridsAreFilledWell_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QSizeF>("room");
        QTest::addColumn<double>("aspect");
        QTest::addColumn<QSize>("grid");
        QTest::newRow("one") << 1 << QSizeF(300, 200) << 1.0 << QSize(1, 1);
        QTest::newRow("wide") << 4 << QSizeF(800, 100) << 2.0 << QSize(4, 1);
        QTest::newRow("high") << 4 << QSizeF(100, 400) << 1.0 << QSize(1, 4);
        QTest::newRow("square") << 4 << QSizeF(400, 400) << 1.0 << QSize(2, 2);
        QTest::newRow("six") << 6 << QSizeF(600, 400) << 1.0 << QSize(3, 2);
        QTest::newRow("none") << 0 << QSizeF(600, 400) << 1.0 << QSize(1, 1);
    }
    void gridsAreFilledWell()
    {
        QFETCH(int, count);
        QFETCH(QSizeF, room);
        QFETCH(double, aspect);
        QTEST(wellFilledGrid(count, room, aspect), "grid");
    }
};

WATCHFLOOR_TEST(TestPanelCharts)
#include "tst_panelcharts.moc"
