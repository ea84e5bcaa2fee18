#include "models/metrics/series.h"
#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartlooks.h"
#include "widgets/charts/bargauge.h"

#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;

/// What every chart of a panel does, and bars, by real pointers, keys and pixels.
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
};

WATCHFLOOR_TEST(TestPanelCharts)
#include "tst_panelcharts.moc"
