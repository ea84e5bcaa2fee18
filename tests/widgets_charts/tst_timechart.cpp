#include "tests/support/testregistry.h"
#include "tests/widgets_charts/chartdata.h"
#include "widgets/charts/axisscale.h"
#include "widgets/charts/timechart.h"
#include "widgets/theme/applytheme.h"

#include <QGraphicsView>
#include <QSignalSpy>
#include <QTest>

using namespace Watchfloor;
using namespace Watchfloor::Testing;
using namespace std::chrono_literals;

namespace {

std::vector<ChartSeries> twoLines(double level = 2)
{
    return {{seriesOf(u"payment"_qs, [level](double) { return level; }), u"payment"_qs, Qt::red, false, false},
            {seriesOf(u"auth"_qs, [](double) { return 1.0; }), u"auth"_qs, Qt::green, false, false}};
}

int count(const QImage &image, const QRect &box, const QColor &color, int tolerance = 120)
{
    int result = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            result += std::abs(at.red() - color.red()) < tolerance && std::abs(at.green() - color.green()) < tolerance
                      && std::abs(at.blue() - color.blue()) < tolerance;
        }
    }
    return result;
}

void fill(TimeChart &chart)
{
    chart.resize(500, 260);
    chart.setRange(snapped(lastHour()));
    chart.setUnit(Unit{u"percent"_qs});
    chart.setSeries(twoLines());
}

} // namespace

class TestTimeChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }

    void aGrabbedChartHasItsLinesInItsPlot()
    {
        TimeChart chart;
        fill(chart);
        const QImage image = chart.grabImage();
        QCOMPARE(image.size(), chart.size());
        const QRect plot = chart.plotArea().toRect();
        QVERIFY(plot.width() > 400 && plot.height() > 150);
        QVERIFY(count(image, plot, Qt::red) > 300);
        QVERIFY(count(image, plot, Qt::green) > 300);
        QCOMPARE(count(image, QRect(0, 0, plot.left() - 4, 200), Qt::red), 0);
    }

    void aGrabAtTwiceTheSizeIsSharp()
    {
        TimeChart chart;
        fill(chart);
        QCOMPARE(chart.grabImage(2).size(), chart.size() * 2);
    }

    void oneRefreshIsOnePaint()
    {
        TimeChart chart;
        fill(chart);
        chart.setSynchronous(true);
        chart.show();
        QTRY_VERIFY(chart.paintCount() >= 1);
        const int paints = chart.paintCount();
        const int rasters = chart.rasterCount();
        chart.setSeries(twoLines(1.9));
        chart.setUnit(Unit{u"percent"_qs}, 2);
        chart.setThresholds({{1.5, State::Warning, {}, true, true}});
        QTRY_COMPARE(chart.rasterCount(), rasters + 1);
        QTRY_VERIFY(chart.paintCount() > paints);
        QCOMPARE(chart.rasterCount(), rasters + 1);
        QVERIFY2(chart.paintCount() - paints <= 2, qPrintable(QString::number(chart.paintCount() - paints)));
    }

    void theWorkerDrawsWhatTheCallerWould()
    {
        TimeChart here;
        TimeChart there;
        for (TimeChart *chart : {&here, &there})
            fill(*chart);
        QSignalSpy spy(&there, &TimeChart::rendered);
        here.setSynchronous(true);
        here.show();
        there.show();
        QTRY_VERIFY(spy.size() >= 1 && there.plotArea() == here.plotArea());
        QTRY_COMPARE(there.grab().toImage(), here.grab().toImage());
    }

    void whatDidNotChangeIsNotDrawnAgain()
    {
        TimeChart chart;
        fill(chart);
        chart.setSynchronous(true);
        chart.show();
        QTRY_VERIFY(chart.rasterCount() >= 1);
        QTest::qWait(0);
        const int rasters = chart.rasterCount();
        chart.setSeries(twoLines());
        chart.setRange(lastHour());
        QTest::qWait(0);
        QCOMPARE(chart.rasterCount(), rasters);
    }

    void aHiddenChartDrawsNothing()
    {
        TimeChart chart;
        fill(chart);
        for (int refresh = 0; refresh < 5; ++refresh) {
            chart.setSeries(twoLines(refresh));
            QTest::qWait(0);
        }
        QCOMPARE(chart.rasterCount(), 0);
        chart.show();
        QTRY_COMPARE(chart.rasterCount(), 1);
    }

    void aChartScrolledAwayDrawsNothing()
    {
        QWidget window;
        window.resize(600, 300);
        QWidget strip(&window);
        strip.setGeometry(0, 0, 600, 2'000);
        TimeChart chart(&strip);
        chart.setGeometry(0, 1'000, 500, 260);
        chart.setRange(snapped(lastHour()));
        chart.setSeries(twoLines());
        window.show();
        for (int refresh = 0; refresh < 5; ++refresh) {
            chart.setSeries(twoLines(refresh));
            QTest::qWait(0);
        }
        QCOMPARE(chart.rasterCount(), 0);
        strip.move(0, -1'000);
        QTRY_COMPARE(chart.rasterCount(), 1);
    }

    void aSeriesMayWriteItsValuesItself()
    {
        TimeChart plain;
        TimeChart worded;
        fill(plain);
        fill(worded);
        auto lines = twoLines(3);
        plain.setSeries(lines);
        lines.front().written = [](double value) { return value == 3 ? u"rather much"_qs : QString(); };
        worded.setSeries(lines);
        const QRect legend(0, 236, 250, 24);
        QCOMPARE(worded.grabImage().copy(0, 0, 500, 230), plain.grabImage().copy(0, 0, 500, 230));
        QVERIFY(worded.grabImage().copy(legend) != plain.grabImage().copy(legend));
    }

    void aThemeChangeIsDrawn()
    {
        TimeChart chart;
        chart.resize(500, 260);
        chart.setSeries(twoLines());
        const QImage dark = chart.grabImage();
        applyTheme(*qApp, ThemeMode::Light);
        const QImage light = chart.grabImage();
        applyTheme(*qApp, ThemeMode::Dark);
        QVERIFY(light.pixelColor(3, 3).lightness() > 200);
        QVERIFY(dark.pixelColor(3, 3).lightness() < 60);
    }

    void isolatingDimsTheOthers()
    {
        TimeChart chart;
        fill(chart);
        chart.setIsolated(0);
        const QImage image = chart.grabImage();
        const QRect plot = chart.plotArea().toRect();
        QVERIFY(count(image, plot, Qt::red) > 300);
        QCOMPARE(count(image, plot, Qt::green), 0);
        chart.setSeries({twoLines().front()});
        QCOMPARE(chart.isolated(), 0);
        chart.setSeries({});
        QCOMPARE(chart.isolated(), -1);
    }

    void draggingAsksForTheSpan()
    {
        TimeChart chart;
        fill(chart);
        chart.setSynchronous(true);
        chart.show();
        QSignalSpy spy(&chart, &TimeChart::zoomRequested);
        QWidget *surface = chart.findChild<QGraphicsView *>()->viewport();
        const QRect plot = chart.plotArea().toRect();
        const QPoint from(plot.left() + plot.width() / 4, plot.center().y());
        const QPoint to(plot.left() + plot.width() * 3 / 4, plot.center().y());
        QTest::mousePress(surface, Qt::LeftButton, {}, from);
        QTest::mouseMove(surface, to);
        QTest::mouseRelease(surface, Qt::LeftButton, {}, to);
        QCOMPARE(spy.size(), 1);
        const auto range = spy.first().first().value<TimeRange>();
        QVERIFY(std::chrono::abs(range.length() - 30min) < 30s);
        QTest::mouseClick(surface, Qt::LeftButton, {}, from);
        QCOMPARE(spy.size(), 1);
    }

    void doubleClickGoesBack()
    {
        TimeChart chart;
        fill(chart);
        chart.setSynchronous(true);
        chart.show();
        QSignalSpy spy(&chart, &TimeChart::zoomResetRequested);
        QTest::mouseDClick(chart.findChild<QGraphicsView *>()->viewport(), Qt::LeftButton, {}, chart.plotArea().center().toPoint());
        QCOMPARE(spy.size(), 1);
    }

    void aForeignCursorIsShown()
    {
        TimeChart chart;
        fill(chart);
        const QImage before = chart.grabImage();
        chart.setCursor(lastHour().start + 30min);
        QVERIFY(chart.grabImage() != before);
        chart.setCursor({});
        QCOMPARE(chart.grabImage(), before);
    }

    void staleAndBlindAreHatched_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("hatched");
        QTest::newRow("healthy") << State::Healthy << false;
        QTest::newRow("stale") << State::Stale << true;
        QTest::newRow("blind") << State::Blind << true;
    }
    void staleAndBlindAreHatched()
    {
        QFETCH(State, state);
        TimeChart chart;
        fill(chart);
        const QImage before = chart.grabImage();
        chart.setState(state, u"38 s old, limit 30 s"_qs);
        QTEST(chart.grabImage() != before, "hatched");
    }

    void anEmptyChartSaysSo()
    {
        TimeChart chart;
        chart.resize(400, 200);
        const QImage image = chart.grabImage();
        QVERIFY(count(image, QRect(100, 60, 200, 80), theme(ThemeMode::Dark).text3, 40) > 20);
    }

    void markClicksAreTold()
    {
        TimeChart chart;
        fill(chart);
        chart.setSynchronous(true);
        Mark mark;
        mark.kind = Mark::Kind::Deploy;
        mark.at = snapped(lastHour()).start + 30min;
        mark.text = u"4f1c9ae deployed"_qs;
        chart.setMarks({mark});
        chart.show();
        QSignalSpy spy(&chart, &TimeChart::markActivated);
        const QRectF plot = chart.plotArea();
        const double share = 30.0 / 60.0;
        const QPoint foot(int(plot.left() + share * plot.width()), int(plot.bottom()) - 1);
        QTest::mouseClick(chart.findChild<QGraphicsView *>()->viewport(), Qt::LeftButton, {}, foot - QPoint(8, 0));
        QTest::mouseClick(chart.findChild<QGraphicsView *>()->viewport(), Qt::LeftButton, {}, foot);
        QVERIFY(spy.size() >= 1);
        QCOMPARE(spy.last().first().value<Mark>().text, mark.text);
    }
};

WATCHFLOOR_TEST(TestTimeChart)
#include "tst_timechart.moc"
